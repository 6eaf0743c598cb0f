"""What core makes durable and what it tells the session of it, with a real store that really is full."""

import asyncio
import itertools
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
from station_state import StationState

import kiosk.core.saving as saving_module
from contract import queue_state, station
from contract.envelope import (
    Fate,
    Lane,
    Receipt,
    ReceiptItem,
    SignedEnvelope,
    digest,
    open_envelope,
    sign_receipt,
)
from contract.seal import KeySet, PublicKey, Sealed, key_id, seal
from kiosk.core.clock import Clock
from kiosk.core.identity import Identity
from kiosk.core.saving import Saving
from kiosk.core.standing import LEAST_S, Around, Standing, expired_at
from offline_queue import Limits, Store, Unreachable

EPOCH = uuid4()
FEW_PAGES = 60


class Hub:
    """In the place of HubLink: signs receipts with the test hub's real key, when it is there."""

    def __init__(self, state: StationState) -> None:
        self.state = state
        self.there = True
        self.fate = Fate.STORED
        self.trouble, self.tried_at = "", ""
        self.got: list[Lane] = []

    async def deliver(self, batch: list[SignedEnvelope]) -> bytes:
        if not self.there:
            self.trouble = "no-network"
            raise Unreachable("no network")
        self.trouble = ""
        public = Identity(self.state.folder).key.public_key().public_bytes_raw()
        opened = [open_envelope(each, public) for each in batch]
        self.got += [each.lane for each in opened]
        items = tuple(
            ReceiptItem(e.id, digest(signed.envelope), self.fate)
            for e, signed in zip(opened, batch, strict=True)
        )
        return sign_receipt(Receipt(1, EPOCH, int(time.time()), items), self.state.signing)


class Core:
    """Saving and Standing as core wires them."""

    def __init__(self, folder: Path) -> None:
        self.state = StationState(folder)
        self.identity = Identity(folder)
        self.hub = Hub(self.state)
        self.told: list[Any] = []
        self.saving = Saving(
            folder / "queue",
            self.identity,
            Clock(),
            self.hub,  # type: ignore[arg-type]
            self._tell,
            touched=lambda: self.standing.touch(),
        )
        self.standing = Standing(self.saving.overview, self._around, self._tell)

    def _around(self) -> Around:
        return Around(
            self.hub.trouble,
            self.hub.tried_at,
            self.saving.unsaved,
            self.identity.keys,
            "synced",
            time.time(),
        )

    def _tell(self, message: Any) -> bool:
        self.told.append(message)
        return True

    def put(self, lane: Lane, size: int = 500) -> station.Put:
        key = self.identity.keys.sealing_key()
        sealed = seal(bytes(size), station=self.identity.station, key=key, schema="test/1")
        message = station.Put(id=uuid4(), lane=lane, visit=uuid4(), sealed=sealed)
        self.saving.put(message)
        return message

    async def until(self, true: Callable[[], bool], what: str) -> None:
        for _ in range(30_000):
            if true():
                return
            await asyncio.sleep(0.002)
        raise AssertionError(f"never: {what}")

    def state_of(self, put: station.Put) -> list[str]:
        return [m.state for m in self.told if isinstance(m, station.PutDone) and m.id == put.id]

    @property
    def queue(self) -> queue_state.QueueState:
        found = [m for m in self.told if isinstance(m, queue_state.QueueState)]
        return found[-1] if found else queue_state.QueueState()


def run(folder: Path, story: Callable[[Core], Awaitable[None]]) -> Core:
    async def main() -> Core:
        core = Core(folder)
        await core.saving.open()
        try:
            async with asyncio.TaskGroup() as tasks:
                running = [
                    tasks.create_task(core.saving.deliver()),
                    tasks.create_task(core.standing.run()),
                ]
                await story(core)
                for task in running:
                    task.cancel()
        finally:
            await core.saving.close()
        return core

    return asyncio.run(main())


def test_the_session_is_told_what_waits_why_and_that_it_went(tmp_path: Path) -> None:
    async def story(core: Core) -> None:
        core.hub.there = False
        first, second = core.put(Lane.READING), core.put(Lane.DOCUMENT)
        await core.until(lambda: core.queue.waiting == 2 and core.queue.link == "unreachable", "both waiting")
        assert {lane.lane: lane.waiting for lane in core.queue.lanes} == {Lane.READING: 1, Lane.DOCUMENT: 1}
        assert core.queue.why == "no-network"
        assert all(lane.since and lane.size for lane in core.queue.lanes)
        assert core.queue.total > 0
        core.hub.there = True
        core.saving.nudge()
        await core.until(lambda: core.queue.waiting == 0 and core.queue.link == "idle", "all sent")
        assert (core.queue.why, core.queue.lanes) == ("", ())
        assert core.queue.sent_at
        assert core.state_of(first)[-1] == core.state_of(second)[-1] == "sent"

    run(tmp_path, story)


def test_nothing_is_told_twice_and_not_more_than_once_a_second(tmp_path: Path) -> None:
    async def story(core: Core) -> None:
        began = asyncio.get_running_loop().time()
        core.hub.there = False
        for _ in range(40):
            core.put(Lane.READING)
            await asyncio.sleep(0.005)
        await core.until(lambda: core.queue.waiting == 40, "all waiting")
        states = [m for m in core.told if isinstance(m, queue_state.QueueState)]
        passed = asyncio.get_running_loop().time() - began
        assert len(states) <= passed / LEAST_S + 2
        assert all(a != b for a, b in itertools.pairwise(states))

    run(tmp_path, story)


def test_what_the_hub_quarantines_is_counted(tmp_path: Path) -> None:
    async def story(core: Core) -> None:
        core.hub.fate = Fate.QUARANTINED
        put = core.put(Lane.READING)
        await core.until(lambda: core.queue.quarantined == 1, "quarantine")
        assert core.state_of(put)[-1] == "quarantined"
        assert core.queue.waiting == 0

    run(tmp_path, story)


def test_a_full_memory_is_said_and_a_reading_is_saved_once_space_returns(
    tmp_path: Path, monkeypatch: Any
) -> None:
    monkeypatch.setattr(saving_module, "AGAIN_S", 0.02)
    opened = Store.open
    monkeypatch.setattr(
        Store,
        "open",
        lambda *a, **k: opened(*a, **{**k, "limits": Limits(max_pages=FEW_PAGES)}),
    )

    async def story(core: Core) -> None:
        core.hub.there = False
        refused: station.Put | None = None
        for _ in range(100):
            put = core.put(Lane.READING, 8000)
            await core.until(lambda put=put: bool(core.state_of(put)), "an answer")  # type: ignore[misc]
            if core.state_of(put)[0] == "failed":
                refused = put
                break
        assert refused is not None
        told = next(m for m in core.told if isinstance(m, station.PutDone) and m.id == refused.id)
        assert told.detail == "full"
        await core.until(lambda: core.queue.unsaved == 1 and Lane.READING in core.queue.no_room, "the screen")
        assert Lane.MEDIA in core.queue.no_room
        assert "saved" not in core.state_of(refused)

        queue = core.saving._queue
        assert queue is not None
        queue._store.limits = Limits()
        await queue._work(queue._store._disconnect)  # a connection keeps the limit it was made with
        await core.until(lambda: core.state_of(refused)[-1] == "saved", "saved")
        await core.until(
            lambda: core.queue.unsaved == 0 and Lane.READING not in core.queue.no_room, "well again"
        )

    run(tmp_path, story)


def test_pictures_are_refused_while_readings_are_still_taken(tmp_path: Path, monkeypatch: Any) -> None:
    opened = Store.open
    limits = Limits(quotas={Lane.MEDIA: 64 << 10}, reserves={})
    monkeypatch.setattr(Store, "open", lambda *a, **k: opened(*a, **{**k, "limits": limits}))

    async def story(core: Core) -> None:
        core.hub.there = False
        fits, refused = core.put(Lane.MEDIA, 30_000), core.put(Lane.MEDIA, 30_000)
        await core.until(lambda: bool(core.state_of(refused) and core.state_of(fits)), "both answers")
        assert core.state_of(fits) == ["saved"]
        await core.until(lambda: Lane.MEDIA in core.queue.no_room, "media refused")
        reading = core.put(Lane.READING)
        await core.until(lambda: core.state_of(reading) == ["saved"], "the reading")
        assert Lane.READING not in core.queue.no_room
        assert set(core.state_of(refused)) == {"failed"}

    run(tmp_path, story)


def test_what_can_never_be_put_is_said_to_be_too_large(tmp_path: Path) -> None:
    async def story(core: Core) -> None:
        sealed = Sealed(b"k" * 8, "test/1", bytes(2 << 20))
        message = station.Put(id=uuid4(), lane=Lane.MEDIA, visit=uuid4(), sealed=sealed)
        core.saving.put(message)
        await core.until(lambda: bool(core.state_of(message)), "an answer")
        told = next(m for m in core.told if isinstance(m, station.PutDone))
        assert (told.state, told.detail) == ("failed", "too-large")

    run(tmp_path, story)


def test_a_key_that_is_too_old_is_said_since_when() -> None:
    raw = bytes(32)
    keys = KeySet(1, 0, (PublicKey(key_id(raw), raw, 0, 1_795_521_600),), ())
    assert expired_at(keys, 1_795_521_599.0) == ""
    assert expired_at(keys, 1_795_521_600.0).startswith("2026-11-24T")


def test_the_message_travels() -> None:
    state = queue_state.QueueState(
        lanes=(queue_state.LaneWaits(Lane.ALERT, 2, "2026-11-26T10:00:00+00:00", 4096),),
        no_room=(Lane.MEDIA,),
        damage=queue_state.FoundDamage(3, 1),
    )
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(state), type=station.ToSession) == state
