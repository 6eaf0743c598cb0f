"""Space: who may still put when it runs short, who is told, what is forgotten early, and what never is."""

import asyncio
import os
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from contract.envelope import Fate, Lane
from offline_queue import (
    LaneFull,
    Level,
    Limits,
    Link,
    Put,
    Queue,
    QueueFull,
    Space,
    State,
    Store,
)
from offline_queue.database import connect
from offline_queue.model import DAY_S, MIB

NewPut = Callable[..., Put]
KIB = 1024


async def put(queue: Queue, what: Put) -> None:
    await queue.put(what.lane, what.payload, id=what.id, stream=what.stream)


def held(station: Any) -> list[Any]:
    reader = station.read()
    signed = [row.signed for row in reader.rows() if row.signed is not None]
    reader.close()
    return signed


class Disk:
    """What `statvfs` says is free, as the tests set it."""

    def __init__(self, free: int) -> None:
        self.free = free

    def __call__(self, path: Any) -> os.statvfs_result:
        return os.statvfs_result((4096, 4096, 1 << 30, self.free // 4096, self.free // 4096, 0, 0, 0, 0, 255))


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    disk = Disk(10 << 30)
    monkeypatch.setattr("offline_queue.space.os.statvfs", disk)
    return disk


async def test_how_things_stand_in_one_struct(station: Any, hub: Any, new_put: NewPut, disk: Disk) -> None:
    async with Queue(station.open()) as queue:
        empty = await queue.standing()
        assert (empty.waiting, empty.since, empty.epoch, empty.last_receipt) == (0, None, None, None)
        assert empty.link.link is Link.STOPPED
        for lane in (Lane.READING, Lane.READING, Lane.READING, Lane.MEDIA):
            await put(queue, new_put(lane))
            station.clock.now += 3600
        batch = await queue.peek(10, 1 << 20, [Lane.READING])
        await queue.apply_receipt(hub.receipt(batch[:1]), hub.keys)
        await queue.apply_receipt(hub.receipt(batch[1:2], Fate.QUARANTINED), hub.keys)
        now = await queue.standing()
        reading = now.lanes[Lane.READING]
        assert (reading.waiting, reading.quarantined, reading.held, reading.damaged) == (1, 1, 3, 0)
        assert reading.since == station.clock.now - 2 * 3600
        assert now.since == reading.since
        assert now.waiting == 2
        assert now.quarantined == 1
        assert now.epoch == hub.epoch
        assert now.last_receipt == int(station.clock.now - 4 * 3600)
        size = sum(len(s.envelope) for s in batch)
        assert size < reading.held_bytes < size + 3 * 200
        assert now.space.level is Level.FINE


@pytest.mark.parametrize("fate", list(Fate))
def test_what_is_counted_in_memory_is_what_is_on_the_disk(
    station: Any, hub: Any, new_put: NewPut, fate: Fate
) -> None:
    store: Store = station.open(keep_s=0)
    for lane in Lane:
        store.commit([new_put(lane) for _ in range(3)])
    signed = held(station)
    store.settle(hub.receipt(signed[:7], fate), hub.keys)
    store.mark_damaged([hub.got[0].id])
    store.mark_refused([hub.got[6].id])
    store.release([hub.got[1].id])
    station.clock.now += 2 * 3600
    store.forget()
    hub.epoch = uuid4()
    store.settle(hub.receipt(signed[8:9]), hub.keys)
    counted = store.insight().lanes
    store.close()
    assert station.open().insight().lanes == counted


SMALL = Limits(
    quotas={Lane.MEDIA: 40 * KIB, Lane.LOG: 10 * KIB},
    reserves={Lane.READING: 1 * MIB, Lane.DOCUMENT: 2 * MIB, Lane.MEDIA: 8 * MIB, Lane.LOG: 8 * MIB},
)


def test_a_lane_over_its_quota_is_refused_alone(station: Any, new_put: NewPut, disk: Disk) -> None:
    store = station.open(limits=SMALL)
    kept = []
    with pytest.raises(LaneFull) as caught:
        while True:
            kept += store.commit([new_put(Lane.MEDIA, bytes(4 * KIB))])
    assert (caught.value.lane, caught.value.why) == ("media", "quota")
    assert "nothing more is taken for media" in str(caught.value)
    assert 6 <= len(kept) <= 10
    everything = [new_put(lane, bytes(4 * KIB)) for lane in (Lane.MEDIA, Lane.READING, Lane.ALERT, Lane.LOG)]
    fresh, refused = store.commit_what_may(everything)
    assert fresh == everything[1:]
    assert list(refused) == [0]
    assert store.commit([kept[0]]) == []  # it is there: no reason to refuse it
    assert {e.id for e in station.envelopes()} == {p.id for p in (*kept, *fresh)}


def test_levels_at_70_and_85_percent(station: Any, new_put: NewPut, disk: Disk) -> None:
    store = station.open(limits=SMALL)
    seen: list[Level] = []
    for _ in range(60):
        space = store.look()
        lane = space.lanes[Lane.MEDIA]
        assert lane.quota == 40 * KIB
        share = lane.kept / lane.quota
        expected = Level.SHORT if share >= 0.85 else Level.FILLING if share >= 0.70 else Level.FINE
        assert lane.level in (expected, Level.FULL)
        if not seen or seen[-1] is not lane.level:
            seen.append(lane.level)
        try:
            store.commit([new_put(Lane.MEDIA, bytes(500))])
        except LaneFull:
            break
    assert seen == [Level.FINE, Level.FILLING, Level.SHORT]
    store.commit([new_put(Lane.READING)])


def test_the_whole_is_the_database_and_what_the_disk_has_left(
    station: Any, new_put: NewPut, disk: Disk
) -> None:
    log = Limits().checkpoint_pages * 4096  # what the log may yet take is not room
    store = station.open(limits=Limits(reserves={}))
    store.commit([new_put(content=bytes(500 * KIB)) for _ in range(20)])
    for share, level in ((0.5, Level.FINE), (0.75, Level.FILLING), (0.9, Level.SHORT)):
        used = store.look().kept
        disk.free = int(used / share) - used + log
        space = store.look()
        assert space.level is level
        assert space.kept / space.total == pytest.approx(share, abs=0.05)


@pytest.mark.parametrize(
    ("free", "refused"),
    [
        (9 * MIB, set()),
        (6 * MIB, {Lane.MEDIA, Lane.LOG}),
        (1500 * KIB, {Lane.MEDIA, Lane.LOG, Lane.DOCUMENT}),
        (500 * KIB, {Lane.MEDIA, Lane.LOG, Lane.DOCUMENT, Lane.READING}),
        (0, {Lane.MEDIA, Lane.LOG, Lane.DOCUMENT, Lane.READING}),
    ],
)
def test_what_is_less_urgent_is_refused_first_when_others_fill_the_disk(
    station: Any, new_put: NewPut, disk: Disk, free: int, refused: set[Lane]
) -> None:
    store = station.open(limits=SMALL)
    store.commit([new_put(content=bytes(MIB)) for _ in range(40)])  # so that reserves are not scaled down
    disk.free = free + SMALL.checkpoint_pages * 4096 + 8 * MIB
    while (room := store.look().total - store.space.kept) - free > 8 * KIB:
        disk.free -= room - free  # what is in the log is counted against the disk
    assert store.space.refused == refused
    puts = [new_put(lane) for lane in Lane]
    fresh, away = store.commit_what_may(puts)
    assert {puts[index].lane for index in away} == refused
    assert {put.lane for put in fresh} == set(Lane) - refused
    assert {error.why for error in away.values()} <= {"reserve"}
    disk.free = 10 << 30
    assert len(store.commit(puts)) == len(refused)
    assert store.look().refused == set()


def test_delivered_data_goes_early_and_oldest_first_undelivered_never(
    station: Any, hub: Any, new_put: NewPut, disk: Disk
) -> None:
    store = station.open(limits=SMALL, keep_s=7 * DAY_S)
    old, newer, waiting = (new_put(Lane.MEDIA, bytes(10 * KIB)) for _ in range(3))
    for each in (newer, old):
        store.commit([each])
    by_id = {e.id: s for e, s in zip(station.envelopes(), held(station), strict=True)}
    store.settle(hub.receipt([by_id[old.id]]), hub.keys)
    station.clock.now += 3600
    store.settle(hub.receipt([by_id[newer.id]]), hub.keys)
    store.commit([waiting])
    store.limits = Limits(quotas=SMALL.quotas, reserves=SMALL.reserves, sweep=1)
    store.look()
    store.commit([another := new_put(Lane.MEDIA, bytes(10 * KIB))])
    assert {e.id for e in station.envelopes()} == {newer.id, waiting.id, another.id}
    assert store.commit([old]) == []  # forgotten, not unknown
    with pytest.raises(LaneFull):
        store.commit([new_put(Lane.MEDIA, bytes(30 * KIB))])
    assert {e.id for e in station.envelopes()} == {waiting.id, another.id}


def test_nothing_goes_early_without_the_receipt_the_profile_demands(
    station: Any, hub: Any, new_put: NewPut, disk: Disk
) -> None:
    store = station.open(limits=SMALL, forget_when=Fate.BACKED_UP)
    puts = [new_put(Lane.MEDIA, bytes(12 * KIB)) for _ in range(3)]
    store.commit(puts)
    store.settle(hub.receipt(held(station)), hub.keys)
    with pytest.raises(LaneFull):
        store.commit([new_put(Lane.MEDIA, bytes(12 * KIB))])
    assert len(held(station)) == 3
    store.settle(hub.receipt(held(station)[:1], Fate.BACKED_UP), hub.keys)
    store.commit([new_put(Lane.MEDIA, bytes(12 * KIB))])
    assert len(held(station)) == 3


async def test_subscribers_hear_of_a_full_disk_and_of_its_end(
    station: Any, new_put: NewPut, disk: Disk
) -> None:
    heard: list[Space] = []
    told = asyncio.Event()

    def hear(space: Space) -> None:
        heard.append(space)
        told.set()

    async def next_word() -> Space:
        async with asyncio.timeout(30):
            await told.wait()
        told.clear()
        return heard[-1]

    limits = Limits(quotas=SMALL.quotas, reserves=SMALL.reserves, look_s=0.01)
    async with Queue(station.open(limits=limits)) as queue:
        stop = queue.subscribe_space(hear)
        await put(queue, new_put(Lane.MEDIA))
        disk.free = 0
        assert {Lane.MEDIA, Lane.READING} <= (await next_word()).refused
        with pytest.raises(LaneFull):
            await put(queue, new_put(Lane.MEDIA))
        await put(queue, new_put(Lane.ALERT))
        disk.free = 10 << 30
        assert (await next_word()).refused == set()
        await put(queue, new_put(Lane.MEDIA))
        stop()
        disk.free = 0
        await asyncio.sleep(0.05)
        assert not told.is_set()


async def test_a_write_that_finds_no_space_is_a_state_that_ends_by_itself(
    station: Any, new_put: NewPut
) -> None:
    """SQLite itself finds the database full; then space returns and nobody puts."""
    limits = Limits(max_pages=60, look_s=0.01, reserves={})
    store = station.open(limits=limits)
    async with Queue(store) as queue:
        with pytest.raises(QueueFull):
            while True:
                await put(queue, new_put(Lane.ALERT, bytes(9 * KIB)))
        full = (await queue.standing()).space
        assert full.level is Level.FULL
        assert {space.refused for space in full.lanes.values()} == {"disk"}
        ended = asyncio.Event()
        queue.subscribe_space(lambda space: ended.set() if not space.refused else None)
        await queue._work(lambda: station.space_returns(store))
        async with asyncio.timeout(30):
            await ended.wait()
        await put(queue, what := new_put())
        assert await queue.state_of(what.id) is State.SAVED


def test_freed_space_is_used_again_and_given_back(station: Any, hub: Any, new_put: NewPut) -> None:
    """After a long outage the file shrinks, a portion at a time."""
    store = station.open(keep_s=0, limits=Limits(give_back_pages=100))
    for _ in range(4):
        store.commit([new_put(content=bytes(MIB)) for _ in range(4)])
    file = station.directory / "queue.db"
    store.settle(hub.receipt(held(station)), hub.keys)
    station.clock.now += 2 * 3600
    while store.forget():
        pass
    before = _pages(station)
    assert before > 16 * MIB // 4096
    for _ in range(60):
        store.look()
    assert _pages(station) < before // 4
    store.commit([new_put()])
    store.close()
    assert file.stat().st_size < 5 * MIB
    assert len(station.envelopes()) == 1


def _pages(station: Any) -> int:
    db = connect(station.directory / "queue.db", Limits())
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    db.close()
    return int(pages)
