"""What must still be done for who is gone: kinds, clocks, owners, attempts; nothing ends by itself."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid4

import pytest
from hub_process import Browser, HubProcess, eventually
from hub_station import StationClient, VisitAtStation, answers, oximetry

from contract import wire
from contract.documents import (
    AlarmRaised,
    Answers,
    CallbackWanted,
    CaseLeft,
    Document,
    Identified,
    Measured,
    Person,
    VisitClosed,
)
from hub.calls.estimate import wait_s
from hub.models import Audit, Duty
from hub.times import parse, rfc3339
from hub.visits import due

HOUR = 3600.0


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    with HubProcess(tmp_path_factory.mktemp("hub"), sweep_s=0.1) as process:
        yield process


@pytest.fixture
def ada(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


@pytest.fixture
def ben(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ben") as browser:
        yield browser


class Case:
    """A visit whose documents come in any order."""

    def __init__(self, hub: HubProcess, station: StationClient) -> None:
        self.hub, self.station = hub, station
        self.visit = VisitAtStation(station)
        self.id, self.at = self.visit.id, self.visit.at

    def has(self, *told: Document) -> "Case":
        self.station.deliver(self.visit.opened(), *told)
        self.station.settled()
        return self

    def case(self, why: str = "nobody", wish: str = "review", promised_s: int = 0) -> CaseLeft:
        return CaseLeft(visit=self.id, at=self.at, why=why, wish=wish, promised_s=promised_s)

    def call_back(self, when: str = "soon", promised_s: int = 0) -> CallbackWanted:
        return CallbackWanted(visit=self.id, at=self.at, phone="555 0100", when=when, promised_s=promised_s)

    def alarm(self, level: str) -> AlarmRaised:
        return AlarmRaised(visit=self.id, at=self.at, alarm=uuid4(), rule="rf-01", level=level, why="pain")

    def closed(self, how: str = "finished") -> VisitClosed:
        return VisitClosed(visit=self.id, at=self.at, how=how, step="after")

    def seen_by(self, browser: Browser) -> dict[str, Any] | None:
        """Its row of the worklist."""
        items = browser.get("/api/worklist").json()["items"]
        return next((item for item in items if item["id"] == str(self.id)), None)

    def duty(self, browser: Browser) -> dict[str, Any]:
        row = self.seen_by(browser)
        assert row is not None and row["duty"] is not None
        found: dict[str, Any] = row["duty"]
        return found

    def do(self, browser: Browser, what: str, told: object = None) -> int:
        return browser.send(f"/api/visits/{self.id}/{what}", told).status_code

    def row(self) -> Duty:
        return next(duty for duty in self.hub.rows(Duty) if duty.visit_id == self.id)


@pytest.fixture
def case(hub: HubProcess, station: StationClient) -> Case:
    return Case(hub, station)


def hours(duty: dict[str, Any]) -> float:
    """How long the clock was set, in hours."""
    return (parse(duty["due_at"]) - parse(duty["since"])).total_seconds() / HOUR


# ---- clocks


def test_a_case_that_was_left_has_the_promised_time(case: Case, ada: Browser) -> None:
    case.has(case.case(promised_s=6 * 3600), case.closed())
    duty = case.duty(ada)
    assert (duty["kind"], duty["why"], duty["wish"], duty["owner"]) == ("review", "nobody", "review", None)
    assert hours(duty) == pytest.approx(6)


def test_a_visit_that_nobody_looked_at_is_a_case_too(case: Case, ada: Browser) -> None:
    case.has(
        Answers(visit=case.id, at=case.at, response=answers("a", "b"), symptoms=(), present=(), reason="x")
    )
    row = case.seen_by(ada)
    assert row is not None and row["duty"] is None  # the patient is still there
    case.has(case.closed("left"))
    assert case.duty(ada)["kind"] == "review"
    assert hours(case.duty(ada)) == pytest.approx(24)


def test_a_call_back_counts_from_the_moment_the_hub_has_it(case: Case, ada: Browser) -> None:
    case.has(case.call_back(promised_s=1800), case.closed())
    assert case.duty(ada)["kind"] == "callback"
    assert hours(case.duty(ada)) == pytest.approx(0.5)
    row = case.seen_by(ada)
    assert row is not None and row["callback"] == {"phone": "555 0100", "when": "soon"}


@pytest.mark.parametrize(("level", "minutes"), [("E", 15), ("P", 60)])
def test_who_leaves_after_a_flag_has_a_short_clock_whatever_was_promised(
    case: Case, ada: Browser, level: str, minutes: int
) -> None:
    case.has(case.alarm(level), case.case(promised_s=99 * 3600), case.closed("left-before-seen"))
    duty = case.duty(ada)
    assert duty["kind"] == "left"
    assert hours(duty) * 60 == pytest.approx(minutes)


def test_a_call_back_after_a_flag_is_not_later_than_who_left(case: Case, ada: Browser) -> None:
    case.has(case.alarm("P"), case.call_back(promised_s=8 * 3600), case.closed("left-before-seen"))
    assert case.duty(ada)["kind"] == "callback"
    assert hours(case.duty(ada)) == pytest.approx(1)


def test_a_clock_that_runs_is_never_put_back(case: Case, ada: Browser) -> None:
    case.has(case.case(promised_s=3600), case.closed())
    before = case.duty(ada)["due_at"]
    case.has(case.case(promised_s=48 * 3600))
    assert case.duty(ada)["due_at"] == before
    case.has(case.call_back())  # came late, out of order
    assert (case.duty(ada)["kind"], case.duty(ada)["since"]) == ("callback", rfc3339(case.row().since))


@pytest.mark.parametrize(
    ("when", "asked", "since", "ends"),
    [
        ("morning", "2026-11-26T07:00:00-05:00", "2026-11-26T07:00:01-05:00", "2026-11-26T12:00:00-05:00"),
        ("morning", "2026-11-26T11:00:00-05:00", "2026-11-26T12:00:00-05:00", "2026-11-27T12:00:00-05:00"),
        ("afternoon", "2026-11-26T07:00:00+05:30", "2026-11-26T07:00:01+05:30", "2026-11-26T17:00:00+05:30"),
        ("evening", "2026-11-26T21:00:00+00:00", "2026-11-26T21:00:01+00:00", "2026-11-27T20:00:00+00:00"),
        # the wish waited two days for a connection: the next evening counts
        ("evening", "2026-11-24T09:00:00-05:00", "2026-11-26T10:00:00-05:00", "2026-11-26T20:00:00-05:00"),
        ("soon", "2026-11-26T07:00:00-05:00", "2026-11-26T07:00:00-05:00", "2026-11-26T09:00:00-05:00"),
        ("after work", "2026-11-26T07:00:00-05:00", "2026-11-26T07:00:00-05:00", "2026-11-26T09:00:00-05:00"),
        ("evening", "no time", "2026-11-26T07:00:00+00:00", "2026-11-26T09:00:00+00:00"),
    ],
)
def test_a_part_of_the_day_is_that_of_the_stations_clock(
    when: str, asked: str, since: str, ends: str
) -> None:
    moment = datetime.fromisoformat(since).astimezone(UTC).timestamp()
    assert due.call_back(moment, when, asked, None) == datetime.fromisoformat(ends).timestamp()


# ---- owners and deeds


def test_a_case_is_taken_tried_and_done(case: Case, ada: Browser, ben: Browser) -> None:
    case.has(case.call_back(), case.closed())
    assert case.do(ada, "take") == 200
    assert case.duty(ben)["owner"]["name"] == "Dr Ada"
    assert case.do(ada, "tried", {"what": "no-answer", "note": "rang twice"}) == 200
    assert case.do(ben, "take") == 200  # by hand, over to somebody else
    assert case.do(ada, "give-back") == 409  # no longer hers
    [took, tried, again] = case.duty(ada)["tries"]
    assert (took["what"], tried["what"], tried["note"], again["by"]) == (
        "took",
        "no-answer",
        "rang twice",
        "Dr Ben",
    )
    assert case.do(ben, "callback-done", {"note": "Spoke with her.", "outcome": "spoke"}) == 200
    assert case.seen_by(ben) is None
    row = case.row()
    assert (row.outcome, row.done_by, row.note) == ("spoke", "Dr Ben", "Spoke with her.")
    assert case.do(ben, "take") == 409
    actions = [entry.action for entry in hub_audit(case.hub, case.id)]
    assert {"duty-take", "duty-tried", "duty-give-back", "settle"} <= set(actions)


def hub_audit(hub: HubProcess, visit: UUID) -> list[Audit]:
    return [entry for entry in hub.rows(Audit) if entry.target == str(visit)]


def test_who_tries_first_owns_it_and_may_give_it_back(case: Case, ada: Browser) -> None:
    case.has(case.case(), case.closed())
    assert case.do(ada, "tried", {"what": "left-message"}) == 200
    assert case.duty(ada)["owner"]["name"] == "Dr Ada"
    assert case.do(ada, "give-back") == 200
    assert case.duty(ada)["owner"] is None


def test_only_a_person_ends_it_a_signed_plan_too(case: Case, ada: Browser) -> None:
    case.has(case.case(), case.closed())
    assert ada.send(f"/api/visits/{case.id}/plan", plan(), "PUT").status_code == 200
    assert case.do(ada, "sign") == 200
    assert case.seen_by(ada) is None
    assert case.row().outcome == "plan"


def test_an_alert_in_the_clear_after_the_signed_plan_is_something_to_do(case: Case, ada: Browser) -> None:
    case.has()
    assert ada.send(f"/api/visits/{case.id}/plan", plan(), "PUT").status_code == 200
    assert case.do(ada, "sign") == 200
    case.has(case.closed())
    assert case.seen_by(ada) is None
    alert = wire.AlertRaised(
        alarm=uuid4(), visit=case.id, rule="rf-01", level="E", quiet=False, raised_at=rfc3339(time.time())
    )
    with case.station.socket() as socket:
        socket.send(alert)
        socket.until(wire.AlertReceived)
    assert case.duty(ada)["kind"] == "left"


def plan() -> dict[str, object]:
    return {"text": "Rest.", "disposition": "self-care"}


def test_what_comes_after_it_was_done_begins_it_again(case: Case, ada: Browser) -> None:
    case.has(case.case(), case.closed())
    assert case.do(ada, "callback-done", {"note": "Looked at it.", "outcome": "no-need"}) == 200
    case.has(Measured(visit=case.id, at=case.at, measurement=oximetry(case.station.boot)))
    duty = case.duty(ada)
    assert duty["tries"][-1]["what"] == "done: no-need"
    assert duty["tries"][-1]["note"] == "Looked at it."


def test_a_patient_who_is_there_is_nothing_to_follow_up(case: Case, ada: Browser) -> None:
    case.has(Identified(visit=case.id, at=case.at, person=Person("Ana", "Ruiz", "1950-03-02")))
    assert case.do(ada, "take") == 409
    assert ada.send(f"/api/visits/{uuid4()}/take").status_code == 404
    assert case.do(ada, "tried", {"what": "shouted"}) == 422


def test_a_note_has_an_end(case: Case, ada: Browser) -> None:
    case.has(case.case(), case.closed())
    assert case.do(ada, "tried", {"what": "busy", "note": "x" * 2001}) == 422


def test_who_left_unseen_has_an_owner_as_soon_as_somebody_is_on_call(
    hub: HubProcess, station: StationClient, ada: Browser, ben: Browser
) -> None:
    case = Case(hub, station)
    case.has(case.alarm("E"), case.closed("left-before-seen"))
    assert case.duty(ada)["owner"] is None  # nobody is on call
    with ExitStack() as stack:
        for browser in (ada, ben):
            assert browser.send("/api/on-call", {"on": True}).status_code == 200
            stack.enter_context(browser.socket())
        owner = eventually(lambda: case.duty(ada)["owner"], "an owner")
        assert owner["name"] in {"Dr Ada", "Dr Ben"}
        second = Case(hub, station).has()
        second.has(second.alarm("P"), second.closed("left-before-seen"))
        other = eventually(lambda: second.duty(ada)["owner"], "an owner")
        assert other["name"] != owner["name"]  # whoever has less to do
        mine = ada if owner["name"] == "Dr Ada" else ben
        assert case.do(mine, "give-back") == 409  # somebody must own it
        third = Case(hub, station).has()
        third.has(third.alarm("P"), third.call_back(), third.closed("left-before-seen"))
        assert third.duty(ada)["kind"] == "callback"  # a number was left: it is owned all the same
        eventually(lambda: third.duty(ada)["owner"], "an owner")
        assert third.do(mine, "take") == 200
        assert third.do(mine, "give-back") == 409
        for browser in (ada, ben):
            browser.send("/api/on-call", {"on": False})


def test_a_case_in_conflict_with_what_is_known_goes_to_quarantine(case: Case, ada: Browser) -> None:
    case.has(case.case(why="no reason that we know"), case.closed())
    assert case.duty(ada)["why"] == ""  # the visit itself is still a case


# ---- the same as a call


def test_a_case_shows_the_provider_what_a_call_shows(
    hub: HubProcess, station: StationClient, ada: Browser
) -> None:
    shown = []
    for how in ("call", "case"):
        case = Case(hub, station)
        reading = oximetry(station.boot)
        case.has(
            Identified(visit=case.id, at=case.at, person=Person("Ana", how, "1950-03-02")),
            Answers(
                visit=case.id, at=case.at, response=answers("a", "b"), symptoms=(), present=(), reason="cough"
            ),
            Measured(visit=case.id, at=case.at, measurement=reading),
        )
        if how == "case":
            case.has(case.case(), case.closed())
        else:
            with station.socket() as socket:
                socket.until(wire.HubHello)
                socket.send(wire.CallRequest(visit=case.id, level="N", language="en"))
                eventually(lambda c=case: (c.seen_by(ada) or {})["waiting_since"], "the patient in line")  # type: ignore[misc]
        detail = ada.get(f"/api/visits/{case.id}").json()
        for reading_shown in detail["measurements"]:
            reading_shown.pop("id"), reading_shown.pop("received_at")
        shown.append(
            {key: detail[key] for key in ("answers", "measurements", "skipped", "attachments", "reason")}
        )
    assert shown[0] == shown[1]
    assert shown[0]["measurements"] != []


# ---- how long it may take


@pytest.mark.parametrize(
    ("position", "providers", "under_way", "seconds"),
    [
        (1, 0, [], None),  # nobody is on call: no number at all
        (1, 1, [], 0),
        (2, 1, [], 600),
        (1, 1, [200.0], 400),  # the only one is in a call
        (2, 1, [200.0], 1000),
        (1, 2, [200.0], 0),
        (3, 2, [200.0, 500.0], 750),  # free at 150 and 400; the first one called is done at 750
        (1, 1, [3000.0], 150),  # one that lasts longer than usual is not over at once
        (4, 2, [], 600),
        (1, 1, [10.0, 20.0], 590),  # a call of somebody who is not on call counts for nobody
    ],
)
def test_an_estimate_knows_who_is_in_a_call(
    position: int, providers: int, under_way: list[float], seconds: int | None
) -> None:
    assert wait_s(position, providers, under_way, 600.0) == seconds
