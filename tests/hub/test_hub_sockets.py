"""How a station begins at the hub: hello, boots, clock, troubles; and who is let go."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from hub_process import HubProcess, eventually
from hub_room import QUICK, Room
from hub_station import WALL, StationClient, VisitAtStation
from websockets.exceptions import ConnectionClosed

from contract import wire
from contract.documents import VisitClosed
from hub.intake import quarantine
from hub.models import Audit, Visit


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    with HubProcess(tmp_path_factory.mktemp("hub"), **QUICK) as process:
        yield process


def closed(hub: HubProcess, visit: UUID) -> str | None:
    return next((v.closed_how for v in hub.rows(Visit) if v.id == visit), None)


def test_a_new_boot_closes_visits_of_earlier_ones(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Reboot Street") as station:
        with station.socket() as socket:
            socket.until(wire.HubHello)
            left, waiting, whole = (VisitAtStation(station) for _ in range(3))
            station.deliver(left.opened(), waiting.opened(), whole.opened())
            station.deliver(VisitClosed(visit=whole.id, at=whole.at, how="finished"))
            eventually(lambda: closed(hub, whole.id) == "finished", "filing")
        late = VisitAtStation(station)  # all of its envelopes come after the boot that ended it
        with station.socket(boot=uuid4(), waiting=(waiting.id, late.id)) as socket:
            socket.until(wire.HubHello)
            assert closed(hub, left.id) == "interrupted"
            assert closed(hub, whole.id) == "finished"
            station.deliver(late.opened())
            both = {waiting.id, late.id}
            eventually(lambda: {closed(hub, visit) for visit in both} == {"interrupted"}, "their end")
            # the station's own word, late as it is, replaces it
            station.deliver(VisitClosed(visit=waiting.id, at=waiting.at, how="left"))
            eventually(lambda: closed(hub, waiting.id) == "left", "the station's word")


def test_envelopes_ahead_of_their_boots_hello_are_of_this_boot(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Early Street") as station:
        with station.socket(boot=uuid4()) as socket:
            socket.until(wire.HubHello)
        visit = VisitAtStation(station)
        station.deliver(visit.opened())
        eventually(lambda: any(v.id == visit.id for v in hub.rows(Visit)), "filing")
        with station.socket() as socket:
            socket.until(wire.HubHello)
        [row] = [v for v in hub.rows(Visit) if v.id == visit.id]
        assert (row.interrupt_at, row.closed_how) == (None, None)


def test_a_station_says_hello_first_and_speaks_the_protocol(hub: HubProcess, station: StationClient) -> None:
    with station.socket() as socket:
        socket.until(wire.HubHello)
        socket.connection.send(b"\xc1 nonsense")
        with pytest.raises(ConnectionClosed) as end:
            socket.until(wire.StaffPaged)
        assert end.value.rcvd is not None and end.value.rcvd.code == 1007
    rude = station.socket()
    rude._hello = wire.VisitState(visit=uuid4(), state="started")  # type: ignore[assignment]
    with rude, pytest.raises(ConnectionClosed) as end:
        rude.until(wire.HubHello)
    assert end.value.rcvd is not None and end.value.rcvd.code == 1002


def test_a_station_that_tells_its_clock_is_told_the_hubs(hub: HubProcess, station: StationClient) -> None:
    with station.socket() as socket:
        socket.until(wire.HubHello)
        before = datetime.now(UTC)
        socket.send(wire.ClockTold(boot_id=station.boot, time=WALL, monotonic_ns=5_000_000_001))
        answer = socket.until(wire.HubTime)
        assert answer.monotonic_ns == 5_000_000_001
        theirs = datetime.fromisoformat(answer.time)
        assert before - timedelta(milliseconds=1) <= theirs <= datetime.now(UTC)


def test_a_stations_trouble_is_kept_for_a_technician(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Trouble Street") as station, station.socket() as socket:
        socket.until(wire.HubHello)
        socket.send(wire.StationTrouble(kind="keys-expired", since=WALL, detail="valid until yesterday"))
        socket.send(wire.StationTrouble(kind="tea", since=WALL))  # not known: kept in quarantine

        def noted() -> bool:
            own = f"station:{station.id}"
            found = [r for r in hub.rows(Audit) if (r.action, r.actor) == ("station-trouble", own)]
            aside = [row for row in hub.db.read_now(quarantine.listed) if row["station"] == station.id]
            return len(aside) == 1 and [(row.target, row.outcome) for row in found] == [
                ("keys-expired", "valid until yesterday")
            ]

        eventually(noted, "the note, and the quarantine")


def test_a_revoked_stations_socket_is_closed(hub: HubProcess) -> None:
    with StationClient.enrolled(hub, "Gone Street") as station, station.socket() as socket:
        socket.until(wire.HubHello)
        hub.revoke(station.id)
        with pytest.raises(ConnectionClosed) as end:
            socket.until(wire.StaffPaged)
        assert end.value.rcvd is not None and end.value.rcvd.code == 4003


def test_a_console_that_speaks_nonsense_is_let_go(room: Room) -> None:
    room.console.send(type="watch", visit="not an id")
    with pytest.raises(ConnectionClosed):
        room.console.until("nothing")
    assert room.browser.get("/api/worklist").status_code == 200
