"""How well stations serve: counted from what visits leave, by station and day; nothing of anybody in it."""

import re
from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from hub_process import Browser, HubProcess, eventually
from hub_station import StationClient, VisitAtStation, answers

from contract import wire
from contract.documents import Answers, CaseLeft, Identified, Person, VisitClosed
from contract.measurement import Instant
from hub.models import Usage
from hub.usage.figures import Row, figures, spread

NAMED = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")

DAY = "2026-11-24"  # of what hub_station writes


@pytest.fixture
def olu(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "olu", "operator") as browser:
        yield browser


def report(browser: Browser, first: str = DAY, last: str = DAY) -> dict[str, Any]:
    answer = browser.get("/api/usage", first=first, last=last)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def of(browser: Browser, station: StationClient) -> dict[str, Any]:
    rows = report(browser)["stations"]
    found: dict[str, Any] = next(row["figures"] for row in rows if row["id"] == str(station.id))
    return found


def play(station: StationClient, how: str, step: str, no_call: str = "", chose: str = "") -> VisitAtStation:
    """A visit from its first document to its last."""
    visit = VisitAtStation(station)
    station.deliver(
        visit.opened(),
        Identified(visit=visit.id, at=visit.at, person=Person("Zephyrine", "Quillfeather", "1948-07-21")),
        Answers(
            visit=visit.id,
            at=visit.at,
            response=answers("why", "a rash"),
            symptoms=(),
            present=(),
            reason="r",
        ),
        VisitClosed(visit=visit.id, at=visit.at, how=how, step=step, no_call=no_call, chose=chose),
    )
    station.settled()
    return visit


def test_what_visits_come_to(hub: HubProcess, olu: Browser) -> None:
    with StationClient.enrolled(hub, "Oak Road Library") as station:
        play(station, "finished", "after", "nobody", "store")
        play(station, "finished", "after")
        play(station, "left", "measuring")
        play(station, "timed-out", "questions")
        play(station, "left-before-seen", "waiting", "promised-time-over")
        play(station, "left", "waiting", "declined")
        VisitAtStation(station)
        going = VisitAtStation(station)
        station.deliver(going.opened())
        station.settled()
        found = of(olu, station)
        assert (found["started"], found["finished"], found["going_on"]) == (7, 2, 1)
        assert found["steps"] == {"measuring": 1, "questions": 1, "waiting": 2}
        assert found["no_call"] == {"nobody": 1, "promised-time-over": 1, "declined": 1}
        assert found["nobody"] == 2  # who did not want a call is not somebody nobody answered
        assert found["chose"] == {"store": 1}
        assert found["open"] >= 5  # each of them is somebody's to see to
        everybody = report(olu)["all"]
        assert everybody["started"] >= found["started"]


def test_the_time_to_a_provider_is_from_the_first_asking(hub: HubProcess, olu: Browser) -> None:
    with (
        StationClient.enrolled(hub, "Bridge Clinic") as station,
        Browser(hub, "ada") as ada,
        station.socket() as socket,
    ):
        socket.until(wire.HubHello)
        visit = VisitAtStation(station)
        station.deliver(visit.opened())
        station.settled()
        ada.send("/api/on-call", {"on": True})
        socket.send(wire.CallRequest(visit=visit.id, level="N", language="en"))
        socket.until(wire.CallQueued)
        assert (of(olu, station)["asked"], of(olu, station)["answered"]) == (1, 0)
        assert ada.send(f"/api/visits/{visit.id}/accept").status_code == 200
        found = of(olu, station)
        assert (found["asked"], found["answered"], found["wait"]["count"]) == (1, 1, 1)
        assert 0 <= found["wait"]["median_s"] < 60
        ada.send(f"/api/visits/{visit.id}/end-call")


def test_a_visit_cut_off_by_the_power_says_how_far_it_came(hub: HubProcess, olu: Browser) -> None:
    with StationClient.enrolled(hub, "Mill Lane") as station:
        visit = VisitAtStation(station)
        told = Answers(
            visit=visit.id, at=visit.at, response=answers("why", "x"), symptoms=(), present=(), reason="r"
        )
        station.deliver(visit.opened(), told)
        station.settled()
        with station.socket(boot=uuid4()) as socket:
            socket.until(wire.HubHello)
        found = eventually(
            lambda: of(olu, station)["ended"].get("interrupted") and of(olu, station), "the end"
        )
        assert found["steps"] == {"questions": 1}


def test_a_day_is_the_stations_own(hub: HubProcess, olu: Browser) -> None:
    with StationClient.enrolled(hub, "Far East") as station:
        visit = VisitAtStation(station)
        at = Instant("2026-11-25T00:30:00.000+13:00", 1, str(station.boot), "synced")  # still the 24th in UTC
        station.deliver(msgspec.structs.replace(visit.opened(), at=at))
        station.settled()
        assert of(olu, station)["started"] == 0
        rows = report(olu, "2026-11-25", "2026-11-25")["stations"]
        assert [row["figures"]["started"] for row in rows if row["name"] == "Far East"] == [1]


def test_nothing_of_a_patient_is_in_it(hub: HubProcess, olu: Browser) -> None:
    with StationClient.enrolled(hub, "Quiet Street") as station:
        visit = play(station, "left", "questions")
        text = olu.get("/api/usage", first=DAY, last=DAY).text
        assert str(visit.id) not in text
        words = NAMED.sub("", text)  # a station's id may well have the year's four digits in it
        for secret in ("Zephyrine", "Quillfeather", "1948", "rash"):
            assert secret not in words
        [row] = [row for row in hub.rows(Usage) if row.station_id == station.id]
        assert row.id != visit.id
        assert set(Usage.__table__.columns.keys()) == {
            *("id", "station_id", "day", "how", "step", "no_call", "chose", "asked_at", "answered_at")
        }


def test_words_that_are_none_do_not_get_into_the_figures(hub: HubProcess, olu: Browser) -> None:
    with StationClient.enrolled(hub, "Odd Street") as station:
        play(station, "left", "at the question on mood", "because", "to go home")
        found = of(olu, station)
        assert (found["steps"], found["no_call"], found["chose"]) == ({"questions": 1}, {}, {})


def test_days_are_asked_for_in_order_and_not_for_ever(olu: Browser) -> None:
    assert olu.get("/api/usage").status_code == 200
    for first, last in (("2026-11-24", "2026-11-23"), ("2020-01-01", "2026-01-01"), ("noon", "2026-01-01")):
        assert olu.get("/api/usage", first=first, last=last).status_code == 422


def test_a_case_that_was_left_is_open_and_then_overdue_or_done(hub: HubProcess, olu: Browser) -> None:
    with StationClient.enrolled(hub, "Late Street") as station, Browser(hub, "ada") as ada:
        visit = VisitAtStation(station)
        left = CaseLeft(visit=visit.id, at=visit.at, why="nobody", promised_s=1)
        station.deliver(visit.opened(), left, VisitClosed(visit=visit.id, at=visit.at, how="finished"))
        station.settled()
        eventually(lambda: of(olu, station)["overdue"] == 1, "the promised second to be over")
        ada.send(f"/api/visits/{visit.id}/callback-done", {"note": "Seen.", "outcome": "plan"})
        found = of(olu, station)
        assert (found["open"], found["overdue"]) == (0, 0)


def test_spreads_are_of_the_nearest_rank() -> None:
    assert spread([]) is None
    assert spread([5.0]) is not None
    told = spread([float(n) for n in range(1, 11)])
    assert told is not None and (told.count, told.median_s, told.p90_s) == (10, 5.0, 9.0)


def test_figures_of_no_visits_are_noughts() -> None:
    none = figures([], [], 0)
    assert (none.started, none.finished, none.wait) == (0, 0, None)
    some = figures([Row(uuid4(), "", "", "", "", 3), Row(uuid4(), "finished", "after", "", "", 2)], [4.0], 2)
    assert (some.started, some.going_on, some.steps) == (5, 3, {})
