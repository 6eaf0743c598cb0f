"""Two machines with one identity: what both send is filed, and a technician sees both."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from hub_process import Browser, HubProcess, eventually
from hub_station import WALL, StationClient, StationSocket, VisitAtStation, oximetry
from hub_store import held, put

from contract import wire
from contract.documents import Measured
from contract.envelope import Fate
from hub.models import Audit, ChainGap, StationAlarm, StoredEnvelope, Visit


@pytest.fixture
def station(hub: HubProcess) -> Iterator[StationClient]:
    with StationClient.enrolled(hub, "Clone Street") as client:
        yield client


@pytest.fixture(scope="module")
def operator(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "olu", "operator") as browser:
        yield browser


@pytest.fixture(scope="module")
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


def alarms(operator: Browser, station: StationClient) -> list[dict[str, Any]]:
    items = operator.get("/api/stations").json()["items"]
    [found] = [item["alarms"] for item in items if item["id"] == str(station.id)]
    return list(found)


def told(station: StationClient) -> tuple[VisitAtStation, Measured]:
    visit = VisitAtStation(station)
    return visit, Measured(visit=visit.id, at=visit.at, measurement=oximetry(station.boot))


def test_a_copied_queue_shows_when_both_copies_go_on(
    hub: HubProcess, station: StationClient, operator: Browser, provider: Browser, tmp_path: Path
) -> None:
    original, copy = tmp_path / "original", tmp_path / "copy"
    first, second, third = told(station), told(station), told(station)
    put(original, station, station.boot, first[1])
    shutil.copytree(original, copy)
    put(original, station, station.boot, second[1])
    put(copy, station, uuid4(), third[1])

    assert {i.fate for i in station.post(held(original)).items} == {Fate.STORED}
    assert alarms(operator, station) == []
    assert {i.fate for i in station.post(held(copy)).items} == {Fate.STORED}  # nothing is refused
    station.settled()

    rows = [row for row in hub.rows(StoredEnvelope) if row.station_id == station.id]
    assert [row.state for row in rows] == ["filed"] * 3  # what both had is there once
    for visit, _ in (first, second, third):
        assert len(provider.get(f"/api/visits/{visit.id}").json()["measurements"]) == 1
    [alarm] = alarms(operator, station)
    assert alarm["words"].startswith("CLONED? two machines use this identity since 20")
    assert "lane document, number 2" in alarm["why"][0]
    gaps = [g for g in hub.rows(ChainGap) if g.station_id == station.id]
    assert [(g.kind, g.seq) for g in gaps] == [("forked", 2)]
    noted = [a for a in hub.rows(Audit) if a.action == "station-cloned" and a.target == str(station.id)]
    assert len(noted) == 1
    # offered again it is no second sign
    station.post([*held(copy), *held(original)])
    assert len(alarms(operator, station)[0]["why"]) == 1


def test_one_machine_that_sends_twice_and_starts_again_is_no_clone(
    hub: HubProcess, station: StationClient, operator: Browser, tmp_path: Path
) -> None:
    for _ in range(3):
        put(tmp_path, station, station.boot, told(station)[1])
        station.post(held(tmp_path))
        with station.socket() as socket:
            socket.until(wire.HubHello)
        with station.socket() as socket:  # the network went, the boot is the same
            socket.until(wire.HubHello)
        station.boot = uuid4()
    assert alarms(operator, station) == []


def test_two_machines_at_once_keep_a_socket_each_and_get_what_is_theirs(
    hub: HubProcess, station: StationClient, operator: Browser, provider: Browser
) -> None:
    one, other = uuid4(), uuid4()
    for boot in (one, other, one):  # each thinks that the network went, and comes back
        with station.socket(boot=boot) as socket:
            socket.until(wire.HubHello)
    [alarm] = alarms(operator, station)
    assert "speak in turn" in alarm["why"][0]
    assert {m["boot"] for m in alarm["machines"]} == {str(one), str(other)}
    assert {m["address"] for m in alarm["machines"]} == {"127.0.0.1"}

    mine, theirs = VisitAtStation(station), VisitAtStation(station)
    with station.socket(boot=one) as first, station.socket(boot=other) as second:
        first.until(wire.HubHello)
        second.until(wire.HubHello)
        begin(hub, first, mine, one)
        begin(hub, second, theirs, other)
        for visit in (mine, theirs):
            assert (
                provider.send(f"/api/visits/{visit.id}/chat", {"text": f"Hello {visit.id}"}).status_code
                == 200
            )
        for socket, visit, not_theirs in ((first, mine, theirs), (second, theirs, mine)):
            line = socket.until(wire.LiveIn)
            assert line.visit == visit.id != not_theirs.id
            assert str(visit.id) in visit.open(line).text  # type: ignore[union-attr]
    # neither visit was taken for one of an earlier boot
    assert {v.closed_how for v in hub.rows(Visit) if v.station_id == station.id} == {None}


def begin(hub: HubProcess, socket: StationSocket, visit: VisitAtStation, boot: UUID) -> None:
    """Begin a visit at one of two machines; its session's key is known then."""
    socket.send(visit.session_key())
    eventually(lambda: any(v.id == visit.id and v.session_key for v in hub.rows(Visit)), "the session's key")


def test_the_technicians_list_shows_it_until_it_is_settled(
    hub: HubProcess, station: StationClient, operator: Browser
) -> None:
    one, other = uuid4(), uuid4()
    for boot in (one, other, one):
        with station.socket(boot=boot) as socket:
            socket.until(wire.HubHello)

    listed = hub.here("station-list").stdout
    [line] = [line for line in listed.splitlines() if line.startswith(str(station.id))]
    assert "CLONED? two machines use this identity since" in line
    assert str(one) in listed and str(other) in listed
    assert "CLONED?" in hub.here("status").stdout
    [alarm] = alarms(operator, station)
    path = f"/api/station-alarms/{alarm['id']}/settle"
    assert operator.send(path, {"note": " "}).status_code == 422
    assert operator.send(path, {"note": "The old disk was still in use; destroyed."}).status_code == 200
    assert operator.send(path, {"note": "again"}).status_code == 409
    assert alarms(operator, station) == []
    kept = [a for a in hub.rows(StationAlarm) if str(a.id) == alarm["id"]]
    assert (kept[0].settled_by, kept[0].note) == ("olu", "The old disk was still in use; destroyed.")

    with station.socket(boot=other) as socket:  # it was not the end of it
        socket.until(wire.HubHello)
    [again] = alarms(operator, station)
    assert again["id"] != alarm["id"]
    done = hub.here("station-settle", again["id"], "--note", f"seen at {WALL}")
    assert done.returncode == 0, done.stderr
    assert alarms(operator, station) == []
