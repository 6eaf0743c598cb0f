"""A photo from the session through core and queue to the hub: every part real but the screen."""

import asyncio
import io
import os
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hub_process import WAIT_S, Browser, HubProcess
from hub_station import StationClient, instant

from contract import station, wire
from contract.blob import CHUNK
from contract.documents import Captured
from contract.envelope import Lane
from contract.seal import Sealed, seal
from hub.models import Blob
from kiosk.core.clock import Clock
from kiosk.core.hub import HubLink
from kiosk.core.identity import Identity
from kiosk.core.saving import Saving
from ui.attaching import AT_ONCE, Attaching, Attachings


class Core:
    """What of core saves and delivers, wired as core wires it; may be stopped and started again."""

    def __init__(self, state: Path, url: str) -> None:
        self.state, self.url = state, url
        self.identity = Identity(state)
        self.attachings: Attachings | None = None
        self.attaching: Attaching | None = None
        self.given: list[station.Put] = []
        self.most = 0
        self.open: set[UUID] = set()
        self.saving: Saving | None = None
        self.states: list[str] = []
        self.visit = uuid4()
        self.answers = 1 << 30  # puts that are answered before core is gone

    @asynccontextmanager
    async def running(self, *, online: bool = True) -> AsyncIterator[None]:
        clock = Clock()

        async def hello() -> wire.StationStarted:
            return wire.StationStarted(boot_id=clock.boot_id, time="", version="1", waiting_visits=())

        hub = HubLink(self.url, self.identity.tls(), hello, lambda _: None, lambda _: None)
        self.saving = Saving(self.state / "queue", self.identity, clock, hub, self._tell)
        await self.saving.open()
        works = (hub.run, self.saving.deliver) if online else ()
        tasks = [asyncio.create_task(work()) for work in works]
        saving = self.saving
        try:
            yield
        finally:
            self.saving = None
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await hub.close()
            await saving.close()

    def _tell(self, message: station.ToSession) -> bool:
        if self.saving is not None and isinstance(message, station.PutDone) and self.attachings is not None:
            self.open.discard(message.id)
            self.answers -= 1
            if self.answers < 0:
                self.saving = None
                return False
            self.attachings.heard(message)
        return True

    def take(self, put: station.Put) -> bool:
        """Take a put as core does from the session's socket; False when core is away."""
        self.given.append(put)
        self.open.add(put.id)
        self.most = max(self.most, len(self.open))
        if self.saving is None:
            return False
        self.saving.put(put)
        return True

    def attach(self, content: io.BufferedIOBase, size: int) -> Attaching:
        """Begin to attach, as a session does."""

        about = Captured(media_type="image/jpeg", title="Rash", taken=instant(uuid4()))
        ours = Attachings(self.take, self._seal, lambda: instant(uuid4()))
        self.attachings = ours
        station_id = self.identity.station
        self.attaching = ours.begin(
            content,  # type: ignore[arg-type]
            size,
            about,
            self.visit,
            station_id,
            lambda a: self.states.append(a.state),
        )
        return self.attaching

    def _seal(self, plain: bytes, schema: str) -> Sealed:
        key = self.identity.keys.sealing_key()
        return seal(plain, station=self.identity.station, key=key, schema=schema)


async def soon(look: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + WAIT_S
    while not look():
        assert time.monotonic() < end, f"{what} has not come"
        await asyncio.sleep(0.02)


@pytest.fixture
def core(hub: HubProcess) -> Core:
    with StationClient.enrolled(hub, f"Camera {uuid4()}") as client:
        return Core(client.state, hub.stations)


async def whole(hub: HubProcess, attaching: Attaching, content: bytes) -> None:
    """Wait until the hub has it whole, and read it there."""

    def ready() -> bool:
        return any(row.id == attaching.id and row.state == "ready" for row in hub.rows(Blob))

    await soon(ready, "an attachment at the hub")
    with Browser(hub, "ada") as provider:
        assert provider.get(f"/fhir/R4/Binary/{attaching.id}").content == content


async def test_from_the_session_to_the_provider(hub: HubProcess, core: Core) -> None:
    content = os.urandom(20 * CHUNK + 5)
    async with core.running():
        attaching = core.attach(io.BytesIO(content), len(content))
        await soon(lambda: attaching.over, "saved")
        assert (attaching.state, attaching.saved) == ("saved", len(content))
        assert core.most <= AT_ONCE, "core was given more than it had saved"
        assert [put.lane for put in core.given] == [Lane.MEDIA] * 21 + [Lane.DOCUMENT]
        await whole(hub, attaching, content)


async def test_a_core_that_restarts_is_given_the_rest(hub: HubProcess, core: Core) -> None:
    content = os.urandom(40 * CHUNK)
    core.answers = 7
    async with core.running(online=False):
        attaching = core.attach(io.BytesIO(content), len(content))
        await soon(lambda: core.saving is None, "the end of core")
    assert (attaching.state, attaching.saved) == ("saving", 7 * CHUNK)
    core.answers = 1 << 30
    async with core.running():
        assert core.attachings is not None
        core.attachings.again()
        await soon(lambda: attaching.over, "saved")
        assert attaching.saved == len(content)
        await whole(hub, attaching, content)


async def test_a_source_that_cannot_be_read_on_counts_as_nothing(core: Core) -> None:
    class Broken(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            if self.tell() > 6 * CHUNK:
                raise OSError(5, "Input/output error")
            return super().read(size)

    async with core.running(online=False):
        attaching = core.attach(Broken(bytes(9 * CHUNK)), 9 * CHUNK)
        await soon(lambda: attaching.over, "the end")
    assert attaching.state == "failed"
    assert "Input/output error" in attaching.problem
    assert Lane.DOCUMENT not in {put.lane for put in core.given}
    assert "saved" not in core.states


def test_no_room_is_told_and_passes(core: Core) -> None:
    """What core answers when the disk is full (its own tests fill one), and then has room again."""
    attaching = core.attach(io.BytesIO(b"x"), 1)
    core.saving = None
    [put] = core.given
    assert attaching.heard(station.PutDone(id=put.id, state="failed", detail="full"))
    assert (attaching.state, attaching.problem, attaching.over) == ("waiting", "full", False)
    assert attaching.heard(station.PutDone(id=put.id, state="saved"))
    assert (attaching.state, attaching.saved) == ("saving", 1)
    assert attaching.heard(station.PutDone(id=core.given[-1].id, state="saved"))
    assert attaching.state == "saved"
    assert not attaching.heard(station.PutDone(id=put.id, state="sent")), "of no concern any more"
    assert not attaching.heard(station.PutDone(id=uuid4(), state="saved"))
