"""Where a provider works: everywhere without a binding, else only what is of the places they are bound to."""

from collections.abc import Iterator
from uuid import UUID, uuid4

import pytest
from hub_process import Browser, HubProcess
from hub_station import StationClient, VisitAtStation

from contract import wire
from hub.accounts import people, reach
from hub.errors import ProblemError
from hub.facility import places
from hub.models import Account, Audit


@pytest.fixture(scope="module")
def other(hub: HubProcess) -> Iterator[StationClient]:
    with StationClient.enrolled(hub, "Far Away") as far:
        yield far


@pytest.fixture(scope="module")
def ada(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


@pytest.fixture(scope="module")
def bound(hub: HubProcess, other: StationClient) -> Iterator[Browser]:
    with Browser(hub, "bo") as browser:
        assert hub.here("user sites", "bo", "--station", str(other.id)).returncode == 0
        yield browser


def opened(station: StationClient) -> VisitAtStation:
    visit = VisitAtStation(station)
    station.deliver(visit.opened())
    station.settled()
    return visit


def listed(browser: Browser) -> set[UUID]:
    return {UUID(item["id"]) for item in browser.get("/api/worklist").raise_for_status().json()["items"]}


def test_who_has_no_binding_works_everywhere(
    station: StationClient, other: StationClient, ada: Browser
) -> None:
    here, there = opened(station), opened(other)
    assert {here.id, there.id} <= listed(ada)
    assert ada.get(f"/api/visits/{here.id}").status_code == 200
    assert ada.get(f"/api/visits/{there.id}").status_code == 200


def test_who_is_bound_sees_and_does_nothing_elsewhere(
    station: StationClient, other: StationClient, bound: Browser
) -> None:
    here, there = opened(station), opened(other)
    shown = listed(bound)
    assert there.id in shown
    assert here.id not in shown
    assert bound.get(f"/api/visits/{there.id}").status_code == 200
    assert bound.get(f"/fhir/R4/Encounter/{there.id}/$everything").status_code == 200
    for path in ("accept", "end-call", "chat", "ask-measure", "sign", "take", "tried", "shut-link", "invite"):
        refused = bound.send(f"/api/visits/{here.id}/{path}")
        assert (path, refused.status_code) == (path, 403)
        assert refused.json()["error"]["code"] == "elsewhere"
    assert bound.get(f"/api/visits/{here.id}").status_code == 403
    assert bound.send(f"/api/visits/{here.id}/plan", {}, "PUT").status_code == 403
    assert bound.get(f"/fhir/R4/Encounter/{here.id}/$everything").status_code == 403
    assert bound.get("/fhir/R4/Observation").status_code == 403  # all of the record is not theirs
    assert bound.get(f"/fhir/R4/Encounter/{here.id}").status_code == 403


def test_pages_and_alarms_of_another_place_are_another_s(
    hub: HubProcess, station: StationClient, other: StationClient, ada: Browser, bound: Browser
) -> None:
    with station.socket() as socket:
        page = uuid4()
        socket.until(wire.HubHello)
        socket.send(wire.StaffPaged(visit=None, at="2026-11-27T10:00:00+01:00", page=page))
        socket.until(wire.PageReceived)
        shown = {each["id"] for each in ada.get("/api/worklist").json()["pages"]}
        assert str(page) in shown
        assert str(page) not in {each["id"] for each in bound.get("/api/worklist").json()["pages"]}
        assert bound.send(f"/api/pages/{page}/answer").status_code == 403
        assert ada.send(f"/api/pages/{page}/answer").status_code == 200


def test_a_facility_s_binding_is_of_the_stations_it_has(
    hub: HubProcess, station: StationClient, other: StationClient
) -> None:
    house = hub.db.write_now(lambda s: places.add(s, "Reach House", "America/Chicago").id)
    with Browser(hub, "fay") as fay:
        assert hub.here("user sites", "fay", "--facility", "Reach House").returncode == 0
        visit = opened(other)
        assert listed(fay) == set()
        hub.db.write_now(lambda s: places.give(s, other.id, places.find(s, str(house))))
        assert visit.id in listed(fay)
        assert fay.get(f"/api/visits/{visit.id}").status_code == 200
        assert hub.here("user sites", "fay", "--everywhere").returncode == 0
        assert opened(station).id in listed(fay)
        hub.db.write_now(lambda s: places.give(s, other.id, None))


def test_the_command_says_what_it_needs_and_is_noted(hub: HubProcess, bound: Browser) -> None:
    assert hub.here("user sites", "bo").returncode != 0
    assert hub.here("user sites", "nobody", "--everywhere").returncode != 0
    assert hub.here("user sites", "bo", "--station", str(uuid4())).returncode != 0
    assert "(at 1 stations)" in hub.here("user list").stdout
    assert [row for row in hub.rows(Audit) if row.action == "user-sites"]


def test_only_providers_are_bound(hub: HubProcess, other: StationClient) -> None:
    def bind(session: object) -> None:
        account = people.add(session, "op-reach", "Op", "operator", None)  # type: ignore[arg-type]
        reach.bind(session, account, [other.id], [])  # type: ignore[arg-type]

    with pytest.raises(ProblemError):
        hub.db.write_now(bind)
    assert all(row.name != "op-reach" for row in hub.rows(Account))


def test_a_bound_provider_is_pushed_only_what_is_theirs(
    hub: HubProcess, station: StationClient, other: StationClient, bound: Browser
) -> None:
    here = opened(station)
    with bound.socket() as socket:
        first = socket.until("worklist")
        assert str(here.id) not in {each["id"] for each in first["items"]}
        there = opened(other)
        listed = socket.until(
            "worklist", lambda told: str(there.id) in {each["id"] for each in told["items"]}
        )
        assert str(here.id) not in {each["id"] for each in listed["items"]}
        socket.send(type="watch", visit=str(here.id))  # what is watched is shown at once, if at all
        socket.send(type="watch", visit=str(there.id))
        assert socket.until("visit")["visit"]["id"] == str(there.id)
