"""The asyncio front: many put at once, one commit answers them; failures reach those who must know."""

import asyncio
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any
from uuid import uuid4

import pytest

from contract.envelope import Lane, open_envelope
from contract.seal import SealError
from offline_queue import (
    Change,
    Limits,
    PayloadTooLarge,
    Put,
    Queue,
    QueueFull,
    QueueUnavailable,
    State,
    Store,
)

NewPut = Callable[..., Put]


async def put(queue: Queue, what: Put) -> None:
    await queue.put(what.lane, what.payload, id=what.id, stream=what.stream)


async def test_put_returns_when_another_process_could_read_it(station: Any, new_put: NewPut) -> None:
    async with Queue(station.open()) as queue:
        for _ in range(5):
            await put(queue, what := new_put())
            assert what.id in {e.id for e in station.envelopes()}


@pytest.fixture
def commits(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The sizes of the commits that really happened."""
    sizes: list[int] = []
    commit = Store._commit

    def counted(self: Store, puts: Sequence[Put]) -> list[Put]:
        sizes.append(len(puts))
        return commit(self, puts)

    monkeypatch.setattr(Store, "_commit", counted)
    return sizes


async def test_many_producers_share_commits(station: Any, new_put: NewPut, commits: list[int]) -> None:
    puts = [new_put(stream=bytes([n % 8]) * 16) for n in range(640)]

    async def produce(mine: list[Put]) -> None:
        for each in mine:
            await put(queue, each)

    async with Queue(station.open()) as queue:
        await asyncio.gather(*(produce(puts[n::64]) for n in range(64)))
    assert sum(commits) == 640
    assert len(commits) < 640 / 4
    kept = station.envelopes()
    assert sorted(e.id for e in kept) == sorted(p.id for p in puts)
    for n in range(64):
        mine = [p.id for p in puts[n::64]]
        assert [e.id for e in kept if e.id in set(mine)] == mine


async def test_batches_are_limited(station: Any, new_put: NewPut, commits: list[int]) -> None:
    async with Queue(station.open(limits=Limits(max_batch=10, max_batch_bytes=900))) as queue:
        await asyncio.gather(*(put(queue, new_put(content=bytes(10))) for _ in range(50)))
        assert max(commits) <= 10
        commits.clear()
        await asyncio.gather(*(put(queue, new_put(content=bytes(300))) for _ in range(20)))
        assert max(commits) <= 3


async def test_concurrent_puts_of_one_id_are_one(station: Any, new_put: NewPut) -> None:
    what = new_put()
    seen: list[Change] = []
    async with Queue(station.open()) as queue:
        queue.subscribe(seen.extend)
        await asyncio.gather(*(put(queue, what) for _ in range(20)))
        await put(queue, what)
    assert len(station.envelopes()) == 1
    assert [(c.id, c.state) for c in seen] == [(what.id, State.SAVED)]


async def test_listeners_hear_saved_sent_and_quarantined(station: Any, hub: Any, new_put: NewPut) -> None:
    from contract.envelope import Fate

    seen: list[tuple[Any, State]] = []
    async with Queue(station.open()) as queue:

        def broken(_: Sequence[Change]) -> None:
            raise ZeroDivisionError

        queue.subscribe(broken)
        stop = queue.subscribe(lambda changes: seen.extend((c.id, c.state) for c in changes))
        a, b = new_put(), new_put()
        await put(queue, a)
        await put(queue, b)
        batch = await queue.peek(10, 1 << 20)
        await queue.apply_receipt(hub.receipt(batch[:1]), hub.keys)
        await queue.apply_receipt(hub.receipt(batch[1:], Fate.QUARANTINED), hub.keys)
        with pytest.raises(SealError):
            await queue.apply_receipt(b"nothing", hub.keys)
        stop()
        await put(queue, new_put())
        assert seen == [
            (a.id, State.SAVED),
            (b.id, State.SAVED),
            (a.id, State.SENT),
            (b.id, State.QUARANTINED),
        ]
        assert await queue.state_of(b.id) is State.QUARANTINED
        assert await queue.state_of(uuid4()) is None
        assert (await queue.counts())[Lane.READING][State.SENT] == 1


async def test_peek_leaves_everything_until_the_receipt(station: Any, hub: Any, new_put: NewPut) -> None:
    async with Queue(station.open()) as queue:
        for lane in (Lane.LOG, Lane.READING, Lane.ALERT, Lane.READING):
            await put(queue, new_put(lane, stream=lane.encode().ljust(16)))
        batch = await queue.peek(10, 1 << 20)
        assert await queue.peek(10, 1 << 20) == batch
        assert [open_envelope(s, station.public).lane for s in batch[:1]] == [Lane.ALERT]
        assert len(await queue.waiting_streams()) == 3
        await queue.apply_receipt(hub.receipt(batch), hub.keys)
        assert await queue.peek(10, 1 << 20) == []
        assert await queue.waiting_streams() == set()
        assert await queue.waiting_since() is None


async def test_peek_is_limited_but_never_stuck(station: Any, new_put: NewPut) -> None:
    async with Queue(station.open()) as queue:
        for _ in range(4):
            await put(queue, new_put(content=bytes(2000)))
        assert len(await queue.peek(3, 1 << 20)) == 3
        assert len(await queue.peek(10, 5000)) == 2
        assert len(await queue.peek(10, 1)) == 1


async def test_full_disk_fails_these_puts_and_later_ones_go(station: Any, new_put: NewPut) -> None:
    store = station.open(limits=Limits(max_pages=40))
    async with Queue(store) as queue:
        kept = []
        with pytest.raises(QueueFull):
            while True:
                what = new_put(content=bytes(9000))
                await put(queue, what)
                kept.append(what.id)
        results = await asyncio.gather(
            *(put(queue, new_put(content=bytes(9000))) for _ in range(5)), return_exceptions=True
        )
        assert all(isinstance(result, QueueFull) for result in results)
        assert len({id(result) for result in results}) == 5
        station.space_returns(store)
        await put(queue, what)
        assert [e.id for e in station.envelopes()] == [*kept, what.id]


async def test_what_cannot_be_put_raises_at_once(station: Any, new_put: NewPut) -> None:
    async with Queue(station.open(limits=Limits(max_payload=10))) as queue:
        with pytest.raises(PayloadTooLarge):
            await put(queue, new_put(content=bytes(11)))
        with pytest.raises(ValueError, match="16 bytes"):
            await put(queue, new_put(content=b"", stream=b""))


async def test_too_much_at_once_is_turned_away(station: Any, new_put: NewPut) -> None:
    async with Queue(station.open(limits=Limits(max_pending=5, max_batch=1))) as queue:
        results = await asyncio.gather(*(put(queue, new_put()) for _ in range(50)), return_exceptions=True)
        away = [r for r in results if isinstance(r, QueueUnavailable)]
        assert away
        assert len(station.envelopes()) == 50 - len(away)


async def test_close_finishes_what_was_put(station: Any, new_put: NewPut) -> None:
    queue = Queue(station.open())
    async with queue:
        tasks = [asyncio.create_task(put(queue, new_put())) for _ in range(100)]
        await asyncio.sleep(0)
    await asyncio.gather(*tasks)
    assert len(station.envelopes()) == 100
    with pytest.raises(QueueUnavailable, match="closed"):
        await put(queue, new_put())
    with pytest.raises(QueueUnavailable, match="closed"):
        await queue.peek(1, 1)
    with pytest.raises(QueueUnavailable, match="closed"):
        await queue.forget()
    station.open()  # the lock is free


async def test_a_cancelled_put_may_be_repeated(station: Any, new_put: NewPut) -> None:
    async with Queue(station.open()) as queue:
        what = new_put()
        task = asyncio.create_task(put(queue, what))
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await put(queue, what)
    assert [e.id for e in station.envelopes()] == [what.id]


async def test_payload_rotten_on_disk_is_taken_out_of_the_line(
    station: Any, hub: Any, new_put: NewPut, caplog: Any
) -> None:
    seen: list[State] = []
    async with Queue(station.open()) as queue:
        bad, good = new_put(), new_put()
        await put(queue, bad)
        await put(queue, good)
        db = sqlite3.connect(station.directory / "queue.db")
        db.execute("UPDATE body SET envelope = zeroblob(length(envelope)) WHERE place % 65536 = 1")
        db.commit()
        db.close()
        queue.subscribe(lambda changes: seen.extend(c.state for c in changes))
        assert [open_envelope(s, station.public).id for s in await queue.peek(10, 1 << 20)] == [good.id]
        assert seen == [State.DAMAGED]
        assert await queue.state_of(bad.id) is State.DAMAGED
        assert "cannot be read back" in caplog.text
        await put(queue, bad)  # whoever still has it can put it again
        ids = [open_envelope(s, station.public).id for s in await queue.peek(10, 1 << 20)]
        assert ids == [good.id, bad.id]


async def test_forgetting_goes_in_portions(station: Any, hub: Any, new_put: NewPut) -> None:
    async with Queue(station.open(keep_s=0, limits=Limits(sweep=10))) as queue:
        await asyncio.gather(*(put(queue, new_put()) for _ in range(25)))
        await queue.apply_receipt(hub.receipt(await queue.peek(100, 1 << 20)), hub.keys)
        station.clock.now += 2 * 3600
        assert await queue.forget() == 25
    assert station.envelopes() == []
