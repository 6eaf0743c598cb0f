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
from offline_queue import (
    Change,
    Conditions,
    Delivery,
    Limits,
    Link,
    LinkBudget,
    LinkLimits,
    Pace,
    Put,
    Queue,
    Refused,
    State,
    TooLarge,
    Unreachable,
)

NewPut = Callable[..., Put]
Answer = Callable[[list[SignedEnvelope]], bytes]
QUICK = Pace(first_wait_s=0.002, longest_wait_s=0.01, paced_look_s=0.01)


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
        async with asyncio.timeout(20):
            await done.wait()
    stop()


async def link_is(queue: Queue, link: Link) -> None:
    async with asyncio.timeout(20):
        while queue.link.link is not link:  # noqa: ASYNC110 - a state that is not told to two
            await asyncio.sleep(0.002)


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
        (OSError("no route"), Link.UNREACHABLE),
        (ValueError("a mistake in send"), Link.UNREACHABLE),
        *(
            (Refused(f"status {code}"), Link.REFUSED)
            for code in (302, 400, 401, 403, 404, 409, 422, 500, 503)
        ),
        (TooLarge("status 413"), Link.REFUSED),
        (Refused("429", retry_after=0.001), Link.REFUSED),
        (b"<html>captive portal</html>", Link.BAD_RECEIPT),
        (b"", Link.BAD_RECEIPT),
        (bytes(range(256)) * 40, Link.BAD_RECEIPT),
        (b"\x83\xa4body", Link.BAD_RECEIPT),
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
    async with asyncio.timeout(20):
        await send.asked.wait()
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
        async with asyncio.timeout(20):
            await marking.wait()
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


class Narrow:
    """A `send` through something that takes no more than so many bytes of envelopes at once."""

    def __init__(self, hub: Any, limit: int) -> None:
        self.hub, self.limit = hub, limit
        self.sizes: list[int] = []

    async def __call__(self, batch: list[SignedEnvelope]) -> bytes:
        self.sizes.append(len(batch))
        if sum(len(signed.envelope) for signed in batch) > self.limit:
            raise TooLarge("status 413")
        receipt: bytes = self.hub.receipt(batch)
        return receipt


async def test_what_is_too_large_even_alone_steps_out_of_the_line_and_is_seen(
    queue: Queue, hub: Any, deliver: Any, new_put: NewPut, caplog: Any
) -> None:
    puts = [new_put(content=bytes(2000)) for _ in range(9)]
    puts[4] = big = new_put(content=bytes(200_000))
    for each in puts:
        await put(queue, each)
    others = [p.id for p in puts if p is not big]
    send = Narrow(hub, 100_000)
    deliver(send)
    await settled(queue, *(p.id for p in puts))
    assert [e.id for e in hub.got] == others
    assert await queue.state_of(big.id) is State.REFUSED
    standing = await queue.standing()
    assert (standing.refused, standing.waiting) == (1, 0)
    assert standing.lanes[Lane.READING].held_bytes > 200_000
    assert "too large, even alone" in caplog.text
    assert len(send.sizes) < 20
    await put(queue, big)
    assert await queue.state_of(big.id) is State.REFUSED  # the same id: still once
    send.limit = 1 << 20
    assert [c.id for c in await queue.release()] == [big.id]
    await settled(queue, big.id)
    assert [e.id for e in hub.got] == [*others, big.id]


async def test_a_small_thing_refused_as_too_large_is_no_matter_of_size(
    queue: Queue, hub: Any, deliver: Any, new_put: NewPut
) -> None:
    """Somebody on the way answers 413 to everything: nothing may be taken out of the line for that."""
    puts = [new_put() for _ in range(3)]
    for each in puts:
        await put(queue, each)
    send = Narrow(hub, 0)
    deliver(send)
    await link_is(queue, Link.REFUSED)
    assert (await queue.standing()).refused == 0
    send.limit = 1 << 20
    await settled(queue, *(p.id for p in puts))
    assert [e.id for e in hub.got] == [p.id for p in puts]


async def test_requests_grow_with_success_and_shrink_with_time_outs(
    queue: Queue, hub: Any, deliver: Any, new_put: NewPut
) -> None:
    puts = [new_put() for _ in range(60)]
    for each in puts:
        await put(queue, each)
    send = Script(hub, hub.receipt, hub.receipt, Unreachable(), Unreachable(), hub.receipt)
    pace = Pace(first_batch=4, first_wait_s=0.001, longest_wait_s=0.001, slow_failure_s=0.0)
    deliver(send, pace=pace)
    await settled(queue, *(p.id for p in puts))
    sizes = [len(batch) for batch in send.batches]
    assert sizes[:5] == [4, 8, 16, 7, 3]  # by bytes, too: the latest were a little longer
    assert sizes[5] > 3


async def test_in_a_call_media_goes_in_the_gaps_and_says_why_it_waits(
    queue: Queue, hub: Any, deliver: Any, new_put: NewPut
) -> None:
    in_call = True
    puts = [new_put(Lane.MEDIA, bytes(20_000)) for _ in range(4)] + [
        new_put(lane, bytes(2000)) for lane in (Lane.DOCUMENT, Lane.READING, Lane.ALERT, Lane.READING)
    ]
    for each in puts:
        await put(queue, each)
    send = Script(hub)
    budget = LinkBudget(LinkLimits(call_media_bytes_s=100.0, call_share=1.0, assumed_bytes_s=1e9))
    deliver(send, budget=budget, conditions=lambda: Conditions(in_call=in_call))
    await settled(queue, *(p.id for p in puts[4:]))
    await link_is(queue, Link.PACED)
    assert queue.link.reason == "a call"
    lanes = [e.lane for e in hub.got]
    assert lanes == [Lane.ALERT, Lane.READING, Lane.READING, Lane.DOCUMENT, Lane.MEDIA]
    assert await queue.state_of(puts[1].id) is State.SAVED
    await put(queue, reading := new_put())
    await settled(queue, reading.id)  # it does not wait for the media
    assert await queue.state_of(puts[1].id) is State.SAVED
    in_call = False
    await settled(queue, *(p.id for p in puts))


async def test_an_alert_waits_at_most_for_the_request_under_way(
    queue: Queue, hub: Any, deliver: Any, new_put: NewPut
) -> None:
    for _ in range(30):
        await put(queue, new_put(Lane.MEDIA, bytes(20_000)))
    alert = new_put(Lane.ALERT)
    sent: list[list[Lane]] = []
    alerted = asyncio.Event()

    async def send(batch: list[SignedEnvelope]) -> bytes:
        if not sent:
            await put(queue, alert)
            alerted.set()
        sent.append([open_envelope(s, hub.station.public).lane for s in batch])
        receipt: bytes = hub.receipt(batch)
        return receipt

    deliver(send, budget=LinkBudget(LinkLimits(metered=True)))
    async with asyncio.timeout(20):
        await alerted.wait()
    await settled(queue, alert.id)
    assert sent[0] == [Lane.MEDIA]
    assert sent[1][0] is Lane.ALERT


async def test_how_delivery_goes_is_told_with_its_reason(
    queue: Queue, hub: Any, deliver: Any, new_put: NewPut
) -> None:
    heard: list[tuple[Link, str]] = []
    await put(queue, what := new_put())
    deliver(
        Script(hub, Refused("status 401"), Unreachable("ConnectError"), b"<html>"),
        on_link=lambda link: heard.append((link, queue.link.reason)),
    )
    await settled(queue, what.id)
    assert (Link.REFUSED, "status 401") in heard
    assert (Link.UNREACHABLE, "ConnectError") in heard
    assert (Link.BAD_RECEIPT, "not a receipt") in heard
    await link_is(queue, Link.IDLE)
