"""Readings that come late: at their own time, said to be late, never silently behind a signed plan."""

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from hub_process import Browser, HubProcess
from hub_station import StationClient, VisitAtStation, oximetry

from contract.documents import Measured, VisitClosed
from contract.measurement import Instant
from hub.times import now, parse, rfc3339

PLAN = {"text": "Rest and drink.", "disposition": "self-care", "warning_signs": []}


@pytest.fixture(scope="module")
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


@pytest.fixture
def visit(station: StationClient) -> VisitAtStation:
    return VisitAtStation(station)


def made(visit: VisitAtStation, ago_s: float) -> Measured:
    moment = Instant(rfc3339(now() - ago_s), 1, str(visit.station.boot), "synced")
    reading = msgspec.structs.replace(oximetry(visit.station.boot), effective=moment)
    return Measured(visit=visit.id, at=moment, measurement=reading)


def closed(visit: VisitAtStation) -> VisitClosed:
    return VisitClosed(visit=visit.id, at=visit.at, how="finished")


def detail(provider: Browser, visit: VisitAtStation) -> dict[str, Any]:
    found: dict[str, Any] = provider.get(f"/api/visits/{visit.id}").json()
    return found


def row(provider: Browser, visit: VisitAtStation) -> dict[str, Any] | None:
    items = provider.get("/api/worklist").json()["items"]
    return next((i for i in items if i["id"] == str(visit.id)), None)


def sign(provider: Browser, visit: VisitAtStation) -> None:
    assert provider.send(f"/api/visits/{visit.id}/plan", PLAN, "PUT").status_code == 200
    assert provider.send(f"/api/visits/{visit.id}/sign").status_code == 200


def test_a_backlog_in_any_order_lands_at_its_own_time_and_says_when_it_came(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    batch = station.batch(made(visit, 7200), made(visit, 3600), made(visit, 5), visit.opened())
    before = now()
    station.post([batch[2], batch[0], batch[2]])
    station.post([batch[3], batch[1], batch[0]])
    station.settled()

    found = detail(provider, visit)["measurements"]
    assert [m["late"] for m in found] == [True, True, False]
    assert [round((before - parse(m["at"]).timestamp()) / 3600) for m in found] == [2, 1, 0]
    assert all(before - 1 <= parse(m["received_at"]).timestamp() <= now() for m in found)
    for observation in provider.found("Observation", encounter=str(visit.id), code="2708-6"):
        assert parse(observation["issued"]).timestamp() >= before - 1
        assert observation["effectiveDateTime"] in {m["at"] for m in found}
        [source] = provider.found("Provenance", target=f"Observation/{observation['id']}")
        assert source["occurredDateTime"] == observation["effectiveDateTime"]
        assert parse(source["recorded"]).timestamp() >= before - 1


def test_a_reading_after_the_visit_was_over_is_shown_and_marked(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    station.deliver(visit.opened(), made(visit, 60), closed(visit))
    station.settled()
    assert detail(provider, visit)["after_closing"] is None

    station.deliver(made(visit, 60))
    station.settled()

    found = detail(provider, visit)
    assert len(found["measurements"]) == 2
    assert found["after_closing"] is not None
    assert found["closed"]["how"] == "finished"


def test_a_signed_plan_is_not_outdated_in_silence(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    station.deliver(visit.opened(), made(visit, 60))
    station.settled()
    sign(provider, visit)
    station.deliver(closed(visit))
    station.settled()
    assert row(provider, visit) is None  # done

    late = station.batch(made(visit, 7200))
    station.post(late)
    station.settled()

    listed = row(provider, visit)
    assert listed is not None
    assert (listed["state"], listed["new_after_signature"] is not None) == ("stored", True)
    settle = f"/api/visits/{visit.id}/callback-done"
    assert provider.send(settle, {"note": "Seen; the plan stands."}).status_code == 200
    assert row(provider, visit) is None
    assert detail(provider, visit)["new_after_signature"] is None
    station.post(late)  # offered again: no news
    station.settled()
    assert row(provider, visit) is None


def test_what_was_there_when_the_plan_was_signed_is_no_news(
    hub: HubProcess, station: StationClient, provider: Browser, visit: VisitAtStation
) -> None:
    station.deliver(visit.opened(), made(visit, 60))
    station.settled()
    sign(provider, visit)
    found = detail(provider, visit)
    assert (found["new_after_signature"], found["after_closing"]) == (None, None)
