"""Delivery against a hub that answers, refuses, is silent, lies, and comes back."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any
from uuid import uuid4

import pytest
import pytest_asyncio
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract.envelope import Fate, Lane, SignedEnvelope, open_envelope
from offline_queue import Change, Delivery, Limits, Link, Pace, Put, Queue, Refused, State, Unreachable

NewPut = Callable[..., Put]
Answer = Callable[[list[SignedEnvelope]], bytes]
QUICK = Pace(first_wait_s=0.002, longest_wait_s=0.01)


async def put(queue: Queue, what: Put) -> None:
    await queue.put(what.lane, what.payload, id=what.id, stream=what.stream)


async def settled(queue: Queue, *ids: Any) -> None:
    """Wait until the hub has them, whatever it made of them."""
    left = set(ids)
    done = asyncio.Event()

    def heard(changes: Any) -> None:
        left.difference_update(c.id for c in changes if c.state is not State.SAVED)
        if not left:
            done.set()

    stop = queue.subscribe(heard)
    for each in ids:
        if await queue.state_of(each) is not State.SAVED:
            left.discard(each)
    if left:
        await asyncio.wait_for(done.wait(), 20)
    stop()


class Script:
    """A `send` that gives each answer of a list once, then receipts for ever."""

    def __init__(self, hub: Any, *answers: Exception | bytes | Answer) -> None:
        self.hub = hub
        self.answers = list(answers)
        self.batches: list[list[Any]] = []
        self.asked = asyncio.Event()

    async def __call__(self, batch: list[SignedEnvelope]) -> bytes:
        self.batches.append([open_envelope(s, self.hub.station.public).id for s in batch])
        self.asked.set()
        answer = self.answers.pop(0) if self.answers else self.hub.receipt
        if isinstance(answer, Exception):
            raise answer
        receipt: bytes = answer if isinstance(answer, bytes) else answer(batch)
        return receipt


@pytest_asyncio.fixture
async def queue(station: Any) -> AsyncIterator[Queue]:
    async with Queue(station.open()) as queue:
        yield queue


@pytest_asyncio.fixture
async def deliver(queue: Queue, hub: Any) -> AsyncIterator[Callable[..., Delivery]]:
    tasks: list[asyncio.Task[None]] = []

    def start(
        send: Callable[[list[SignedEnvelope]], Awaitable[bytes]], pace: Pace = QUICK, **more: Any
    ) -> Delivery:
        delivery = Delivery(queue, send, lambda: hub.keys, pace=pace, **more)
        tasks.append(asyncio.create_task(delivery.run()))
        return delivery

    yield start
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def test_everything_arrives_once_in_order(
    queue: Queue, hub: Any, deliver: Any, new_put: NewPut
) -> None:
    early = [new_put() for _ in range(30)]
    for each in early:
        await put(queue, each)
    links: list[Link] = []
    deliver(Script(hub), pace=Pace(max_batch=7), on_link=links.append)
    await settled(queue, *(p.id for p in early))
    late = [new_put() for _ in range(10)]
    for each in late:
        await put(queue, each)
    await settled(queue, *(p.id for p in late))
    assert [e.id for e in hub.got] == [p.id for p in early + late]
    assert links[:2] == [Link.SENDING, Link.IDLE]


@pytest.mark.parametrize(
    ("trouble", "link"),
    [
        (Unreachable(), Link.UNREACHABLE),
        (ConnectionResetError(), Link.UNREACHABLE),
        (TimeoutError(), Link.UNREACHABLE),
        (Refused("503"), Link.REFUSED),
        (Refused("429", retry_after=0.001), Link.REFUSED),
        (b"<html>captive portal</html>", Link.BAD_RECEIPT),
        (b"", Link.BAD_RECEIPT),
    ],
)
async def test_anything_but_a_receipt_leaves_entries_in_place(
    queue: Queue, hub: Any, deliver: Any, new_put: NewPut, trouble: Any, link: Link
) -> None:
    puts = [new_put(), new_put()]
    for each in puts:
        await put(queue, each)
    links: list[Link] = []
    changes: list[Change] = []
    queue.subscribe(changes.extend)
    send = Script(hub, trouble, trouble, trouble)
    deliver(send, on_link=links.append)
    await settled(queue, *(p.id for p in puts))
    assert len(send.batches) >= 4
    assert [e.id for e in hub.got] == [p.id for p in puts]
    assert link in links
    assert [c.state for c in changes] == [State.SENT, State.SENT]


async def test_receipts_of_a_stranger_or_for_nothing_prove_nothing(
    queue: Queue, hub: Any, deliver: Any, new_put: NewPut
) -> None:
    what = new_put()
    await put(queue, what)
    own, stranger = hub.key, Ed25519PrivateKey.generate()

    def forged(batch: list[SignedEnvelope]) -> bytes:
        hub.key = stranger
        receipt: bytes = hub.receipt(batch)
        hub.key = own
        return receipt

    send = Script(hub, forged, lambda _: hub.sign([]))
    deliver(send)
    await settled(queue, what.id)
    assert len(send.batches) == 3


async def test_quarantined_does_not_block_the_line(
    queue: Queue, hub: Any, deliver: Any, new_put: NewPut
) -> None:
    bad, good = new_put(), new_put()
    await put(queue, bad)
    await put(queue, good)
    deliver(Script(hub, lambda b: hub.receipt(b, Fate.QUARANTINED)), pace=Pace(max_batch=1))
    await settled(queue, bad.id, good.id)
    assert await queue.state_of(bad.id) is State.QUARANTINED
    assert await queue.state_of(good.id) is State.SENT


async def test_a_nudge_and_an_alert_cut_a_retry_after_short_a_reading_does_not(
    queue: Queue, hub: Any, deliver: Any, new_put: NewPut
) -> None:
    refusal = Refused("later", retry_after=1000)
    send = Script(hub, refusal, refusal)
    await put(queue, first := new_put())
    delivery = deliver(send)
    await send.asked.wait()
    await put(queue, new_put())
    await asyncio.sleep(0.03)
    assert len(send.batches) == 1
    await put(queue, alert := new_put(Lane.ALERT))
    send.asked.clear()
    await asyncio.wait_for(send.asked.wait(), 20)
    assert send.batches[1][0] == alert.id
    await asyncio.sleep(0)
    assert len(send.batches) == 2
    delivery.nudge()
    await settled(queue, first.id, alert.id)


async def test_a_put_cuts_a_back_off_short(queue: Queue, hub: Any, deliver: Any, new_put: NewPut) -> None:
    send = Script(hub, Unreachable())
    await put(queue, first := new_put())
    deliver(send, pace=Pace(first_wait_s=0.01, longest_wait_s=1000), jitter=lambda: 1e6)
    await send.asked.wait()
    await put(queue, second := new_put())
    await settled(queue, first.id, second.id)
    assert len(send.batches) == 2


async def test_an_absurd_retry_after_is_cut(queue: Queue, hub: Any, deliver: Any, new_put: NewPut) -> None:
    await put(queue, what := new_put())
    deliver(
        Script(hub, Refused("never", retry_after=1e12)),
        pace=Pace(longest_retry_after_s=0.01, first_wait_s=0.01),
    )
    await settled(queue, what.id)


async def test_a_silent_hub_counts_as_unreachable(
    queue: Queue, hub: Any, deliver: Any, new_put: NewPut
) -> None:
    calls = 0

    async def send(batch: list[SignedEnvelope]) -> bytes:
        nonlocal calls
        calls += 1
        if calls == 1:
            await asyncio.Event().wait()  # half-open: never answers
        receipt: bytes = hub.receipt(batch)
        return receipt

    for _ in range(4):
        await put(queue, what := new_put())
    deliver(send, pace=Pace(send_timeout_s=0.02, first_wait_s=0.002, slowest_bytes_s=1e9))
    await settled(queue, what.id)
    assert calls > 1


async def test_a_store_that_cannot_mark_delivers_again(station: Any, hub: Any, new_put: NewPut) -> None:
    async with Queue(station.open(limits=Limits(busy_s=0.001))) as queue:
        await put(queue, what := new_put())
        other = sqlite3.connect(station.directory / "queue.db", isolation_level=None)
        other.execute("BEGIN IMMEDIATE")  # somebody's tool holds the database
        marking = asyncio.Event()

        def heard(link: Link) -> None:
            if link is Link.LOCAL:
                marking.set()

        send = Script(hub)
        delivery = Delivery(queue, send, lambda: hub.keys, pace=QUICK, on_link=heard)
        task = asyncio.create_task(delivery.run())
        # the first rounds fail while forgetting, before anything is sent
        await asyncio.wait_for(marking.wait(), 20)
        assert await queue.state_of(what.id) is State.SAVED
        other.execute("ROLLBACK")
        other.close()
        await settled(queue, what.id)
        assert {e.id for e in hub.got} == {what.id}
        with pytest.raises(RuntimeError, match="already"):
            await delivery.run()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task


async def test_a_restored_hub_gets_what_it_lost(
    queue: Queue, hub: Any, deliver: Any, new_put: NewPut
) -> None:
    old = [new_put() for _ in range(5)]
    for each in old:
        await put(queue, each)
    deliver(Script(hub))
    await settled(queue, *(p.id for p in old))
    hub.got.clear()
    hub.epoch = uuid4()
    await put(queue, fresh := new_put())
    again = asyncio.create_task(settled(queue, fresh.id))
    await again
    await settled(queue, *(p.id for p in old))
    assert {e.id for e in hub.got} == {p.id for p in [*old, fresh]}
    assert [e.id for e in hub.got[1:]] == [p.id for p in old]


async def test_forgets_what_is_due(station: Any, hub: Any, new_put: NewPut) -> None:
    async with Queue(station.open(keep_s=0)) as queue:
        await put(queue, what := new_put())
        await queue.apply_receipt(hub.receipt(await queue.peek(1, 1 << 20)), hub.keys)
        station.clock.now += 2 * 3600
        delivery = Delivery(queue, Script(hub), lambda: hub.keys)
        task = asyncio.create_task(delivery.run())
        await put(queue, fresh := new_put())
        await settled(queue, fresh.id)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
        assert [e.id for e in station.envelopes()] == [fresh.id]
        assert await queue.state_of(what.id) is State.SENT
