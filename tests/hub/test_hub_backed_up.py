"""Stations that keep what they sent until it is in a backup are told so, in order, and each time again."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from hub_process import WAIT_S, HubProcess, eventually
from hub_station import StationClient, VisitAtStation, instant
from sqlalchemy import delete
from sqlalchemy.orm import Session
from starlette.websockets import WebSocket

from contract import documents, station, technician, wire
from contract.documents import DOCUMENT_SCHEMA, VisitOpened
from contract.envelope import Fate, Lane, Receipt, digest, open_receipt
from contract.seal import seal
from hub.app import Hub, new_epoch, open_database
from hub.backup import making, telling
from hub.calls.links import StationLink
from hub.config import Config
from hub.fleet.stations import KnownStation
from hub.models import ChainGap, Station, StoredEnvelope
from kiosk.core.clock import Clock
from kiosk.core.hub import HubLink
from kiosk.core.identity import Identity
from kiosk.core.saving import Saving
from offline_queue.database import FILE
from offline_queue.model import Standing


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    """A hub that looks for new backups all the time."""
    with HubProcess(tmp_path_factory.mktemp("hub"), tell_backups_s=0.05) as process:
        yield process


def backup(hub: HubProcess, to: Path) -> None:
    """What `python -m hub backup` does, without a process of its own."""
    with closing(open_database(Config(hub.data))) as db:
        making.make(db, hub.data, to, None, lambda *_: None)


def opened(client: StationClient, told: wire.BackedUp) -> Receipt:
    return open_receipt(told.receipt, {key.id: key.public for key in client.keys.signing})


def noted(hub: HubProcess, client: StationClient) -> int:
    return next(row.backed_up_row for row in hub.rows(Station) if row.id == client.id)


def test_a_station_that_asks_for_it_is_told_what_is_in_a_backup(hub: HubProcess, tmp_path: Path) -> None:
    with StationClient.enrolled(hub, "Elm Street", forget_when="backed_up") as client:
        before = client.batch(*[VisitAtStation(client).opened() for _ in range(3)])
        client.post(before)
        backup(hub, tmp_path)
        after = client.batch(VisitAtStation(client).opened())
        receipt = client.post([before[0], *after])
        assert [item.fate for item in receipt.items] == [Fate.BACKED_UP, Fate.STORED]

        with client.socket() as socket:
            first = socket.until(wire.BackedUp)
        with client.socket() as socket:  # it has not said that it noted it: told again
            told = socket.until(wire.BackedUp)
            assert told.through == first.through
            items = opened(client, told).items
            assert [(i.hash, i.fate) for i in items] == [(digest(e.envelope), Fate.BACKED_UP) for e in before]
            socket.send(wire.BackedUpNoted(through=told.through))
            eventually(lambda: noted(hub, client) == told.through, "the station's answer")
            backup(hub, tmp_path)
            again = socket.until(wire.BackedUp)
            assert [item.hash for item in opened(client, again).items] == [digest(after[0].envelope)]
            socket.send(wire.BackedUpNoted(through=1 << 40))  # beyond what it was told
            eventually(lambda: noted(hub, client) == again.through, "the station's answer")


def test_who_does_not_ask_for_it_is_not_told_and_quarantine_is_not_forgotten(
    hub: HubProcess, tmp_path: Path
) -> None:
    with (
        StationClient.enrolled(hub, "Plain Street") as plain,
        StationClient.enrolled(hub, "Oak Street", forget_when="backed_up") as careful,
    ):
        visit = VisitAtStation(careful)
        good = careful.batch(visit.opened())
        other = VisitOpened(visit=visit.id, at=visit.at, language="en", session_key=bytes(32))
        bad = careful.batch(other)  # another key is bound to this visit
        careful.post([*good, *bad])
        plain.deliver(VisitAtStation(plain).opened())
        eventually(lambda: all(e.state != "stored" for e in hub.rows(StoredEnvelope)), "filing")
        backup(hub, tmp_path)
        with plain.socket() as silent, careful.socket() as socket:
            told = socket.until(wire.BackedUp)
            assert [item.hash for item in opened(careful, told).items] == [digest(good[0].envelope)]
            assert careful.post(bad).items[0].fate is Fate.QUARANTINED
            silent.send(wire.CallRequest(visit=uuid4(), level="N", language="en"))
            heard: list[wire.ToStation] = []
            while not heard or not isinstance(heard[-1], wire.CallQueued):
                data = silent.connection.recv(WAIT_S)
                assert isinstance(data, bytes)
                heard.append(wire.decode_to_station(data))
            assert [type(message) for message in heard] == [
                wire.HubHello,
                technician.TechnicianSecret,
                wire.CallQueued,
            ]
        assert noted(hub, plain) == 0


async def test_much_is_told_in_portions(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "PORTION", 2)
    hub = Hub.build(Config(tmp_path))
    known = KnownStation(uuid4(), "S", b"")
    envelopes = [uuid4() for _ in range(5)]

    def write(session: Session) -> None:
        wants = {"forget_when": "backed_up"}
        session.add(Station(id=known.id, name="S", address="A", phone="P", overrides=wants, created_at=0.0))
        session.flush()
        for number, identity in enumerate(envelopes, 1):
            session.add(
                StoredEnvelope(
                    id=identity,
                    station_id=known.id,
                    store_id=known.id,
                    lane="log",
                    seq=number,
                    hash=identity.bytes,
                    signed=b"",
                    received_at=0.0,
                )
            )
            session.flush()

    hub.db.write_now(write)
    link = StationLink(WebSocket({"type": "websocket"}, asyncio.sleep, asyncio.sleep), 10, known)  # type: ignore[arg-type]
    link.greeted = True
    told: list[tuple[int, list[UUID]]] = []

    def tell(message: wire.ToStation) -> None:
        assert isinstance(message, wire.BackedUp)
        receipt = open_receipt(message.receipt, {k.id: k.public for k in hub.keys.key_set.signing})
        told.append((message.through, [item.id for item in receipt.items]))

    monkeypatch.setattr(link, "tell", tell)
    for _ in range(4):
        await hub.telling._tell(link, 4)  # the fifth came after the backup
        await hub.telling._tell(link, 4)  # nothing is said while an answer is awaited
        await hub.telling.noted(link, 4)
    assert told == [(2, envelopes[:2]), (4, envelopes[2:4])]
    hub.db.close()


# ---- the station's own core --------------------------------------------------------------------


class Core:
    """The parts of core that deliver, wired as core wires them."""

    def __init__(self, state: Path, url: str) -> None:
        self.identity = Identity(state)
        self.said: list[station.ToSession] = []
        clock = Clock()
        self._boot = clock.boot_id
        self.hub = HubLink(url, self.identity.tls(), self._hello, self._from_hub, self._hub_is)
        self.saving = Saving(state / "queue", self.identity, clock, self.hub, self._to_session)
        self.queue = state / "queue"

    async def _hello(self) -> wire.StationStarted:
        return wire.StationStarted(boot_id=self._boot, time="", version="1", waiting_visits=())

    def _to_session(self, message: station.ToSession) -> bool:
        self.said.append(message)
        return True

    def _from_hub(self, message: wire.ToStation) -> None:
        if isinstance(message, wire.HubHello):
            self.saving.hub_is_of(message.receipt)
        elif isinstance(message, wire.BackedUp):
            self.saving.backed_up(message)

    def _hub_is(self, online: bool) -> None:
        if online:
            self.saving.nudge()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        await self.saving.open()
        tasks = [asyncio.create_task(work()) for work in (self.hub.run, self.saving.deliver)]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await self.hub.close()
            await self.saving.close()

    def put(self) -> UUID:
        """Save a visit's first document."""
        visit, identity = uuid4(), uuid4()
        told = VisitOpened(visit=visit, at=instant(uuid4()), language="en", session_key=bytes(32))
        key = self.identity.keys.sealing_key()
        sealed = seal(documents.encode(told), station=self.identity.station, key=key, schema=DOCUMENT_SCHEMA)
        self.saving.put(station.Put(id=identity, visit=visit, lane=Lane.DOCUMENT, sealed=sealed))
        return identity

    def standing(self, identity: UUID) -> int | None:
        """Return how an entry stands on the disk."""
        with closing(sqlite3.connect(self.queue / FILE)) as db:
            row = db.execute("SELECT standing FROM entry WHERE id = ?", (identity.bytes,)).fetchone()
        return None if row is None else int(row[0])


async def soon(look: Callable[[], bool], what: str) -> None:
    try:
        async with asyncio.timeout(WAIT_S):
            while not look():  # noqa: ASYNC110 - what other processes do
                await asyncio.sleep(0.02)
    except TimeoutError as error:
        raise AssertionError(f"{what} has not come") from error


async def test_core_notes_it_durably_and_a_restored_hub_is_offered_what_it_lacks(
    hub: HubProcess, tmp_path: Path
) -> None:
    client = StationClient.enrolled(hub, "Core Street", forget_when="backed_up")
    client.http.close()
    core = Core(client.state, hub.stations)
    async with core.running():
        kept, sent = core.put(), core.put()
        await soon(lambda: core.standing(sent) == Standing.STORED, "the receipt")
        await asyncio.to_thread(backup, hub, tmp_path)
        for one in (kept, sent):
            await soon(lambda one=one: core.standing(one) == Standing.BACKED_UP, "the backup's receipt")  # type: ignore[misc]
        await soon(lambda: noted(hub, client) > 0, "the station's answer")

    def lose(session: Session) -> None:
        """As a restore to an earlier moment does."""
        session.execute(delete(ChainGap).where(ChainGap.station_id == client.id))
        session.execute(delete(StoredEnvelope).where(StoredEnvelope.id == sent))
        new_epoch(session)

    hub.db.write_now(lose)
    core = Core(client.state, hub.stations)
    async with core.running():  # nothing waits here, and yet it hears of it
        await soon(lambda: any(e.id == sent for e in hub.rows(StoredEnvelope)), "what the hub lost")
    assert [e.id for e in hub.rows(StoredEnvelope) if e.station_id == client.id] == [kept, sent]
