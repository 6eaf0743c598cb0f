"""Space: who may still put when it runs short, who is told, what is forgotten early, and what never is."""

import os
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from contract.envelope import Fate, Lane
from offline_queue import (
    Level,
    Link,
    Put,
    Queue,
    Store,
)

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
