"""Every kind of device that the person uses: when it is wanted, missing, skipped, asked for in a call."""

from uuid import UUID

import msgspec
import pytest

from contract import asks, documents, instruments, station, talk
from contract.measurement import Act, Grade, Kind, Reason, Value
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.acts import BY_HAND_ONLY, NO_SCREEN
from kiosk.visit.kinds import KINDS, extra
from kiosk.visit.model import VISIT_ACTS, Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal

GUIDED = [act for act, kind in KINDS.items() if kind.prepares is Screen.DEVICE_PREPARE]


@pytest.fixture(params=GUIDED)
def prepared(visit: Rehearsal, request: pytest.FixtureRequest) -> tuple[Rehearsal, Act]:
    """The kind's prepare screen, wanted by the patient; oxygen and blood pressure were left out."""
    act: Act = request.param
    visit.to_questions()
    visit.answer_all()
    for _ in range(2):
        visit.do(e.Skipped, reason="cannot")
    visit.device(KINDS[act].role, "ready")
    visit.do(e.MoreWanted, act=act)
    return visit, act


def test_a_visit_measures_what_every_visit_does(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all()
    assert visit.state.wanted == VISIT_ACTS == visit.state.to_measure


def test_a_thermometer_that_is_there_and_well_is_used(visit: Rehearsal) -> None:
    visit.device("thermometer", "ready")
    visit.device("scale", "ready")
    visit.to_oximeter()
    assert visit.state.wanted == (Act.OXIMETRY, Act.TEMPERATURE, Act.BLOOD_PRESSURE)
    visit.oximetry()
    visit.do(e.Continued)
    assert visit.shows(Screen.DEVICE_PREPARE, Act.TEMPERATURE)
    visit.do(e.Continued)
    assert visit.told(instruments.Measure)[-1].act is Act.TEMPERATURE
    assert visit.told(instruments.Measure)[-1].site is None  # only the device or the profile knows where
    visit.give(Act.TEMPERATURE)
    assert visit.shows(Screen.DEVICE_MEASURE, Act.TEMPERATURE)  # the number is shown a while
    visit.wait(5)
    assert visit.shows(Screen.CUFF_QUESTION)


@pytest.mark.parametrize("state", ["absent", "fault"])
def test_one_that_is_not_there_or_not_well_is_not(visit: Rehearsal, state: str) -> None:
    visit.device("thermometer", state)
    visit.to_oximeter()
    visit.oximetry()
    visit.do(e.Continued)
    assert visit.shows(Screen.CUFF_QUESTION)


def test_what_it_gives_is_sealed_and_the_visit_goes_on(prepared: tuple[Rehearsal, Act]) -> None:
    visit, act = prepared
    visit.do(e.Continued)
    made = visit.give(act)
    assert [d.measurement for d in visit.sealed(documents.Measured)][-1] == made
    assert visit.state.record(act).done
    visit.do(e.Continued)
    assert visit.shows(Screen.RESULTS)


def test_a_failed_attempt_is_offered_again_then_a_person_is_called(prepared: tuple[Rehearsal, Act]) -> None:
    visit, act = prepared
    visit.do(e.Continued)
    visit.fail("no-result", "try-again")
    assert visit.shows(Screen.MEASURE_PROBLEM)
    visit.do(e.Continued)
    assert visit.shows(Screen.DEVICE_MEASURE, act)
    visit.reading((), Grade.NOT_RELIABLE, [Reason.DEVICE_FAULT])
    assert visit.state.problem is not None and visit.state.problem.final
    assert visit.told(station.PagePerson)
    assert [d.reason for d in visit.sealed(documents.MeasureSkipped) if d.act == act] == ["unmeasurable"]


def test_an_unusual_value_is_measured_once_more_and_the_reason_is_kept(visit: Rehearsal) -> None:
    visit.device("thermometer", "ready")
    visit.to_oximeter()
    visit.oximetry()
    visit.do(e.Continued)
    visit.do(e.Continued)
    visit.reading((Value(Kind.TEMPERATURE, 39.6, "Cel"),))
    assert visit.shows(Screen.DEVICE_PREPARE, Act.TEMPERATURE)
    assert visit.state.record(Act.TEMPERATURE).repeat == ("rf-14",)
    visit.do(e.Continued)
    visit.reading((Value(Kind.TEMPERATURE, 39.5, "Cel"),))
    assert [(a.rule, a.level) for a in visit.state.alarms] == [("rf-14", "P")]


def test_staff_hear_once_of_a_device_that_is_missing_and_it_goes_on_when_it_is_back(
    prepared: tuple[Rehearsal, Act],
) -> None:
    visit, act = prepared
    role = KINDS[act].role
    visit.device(role, "absent", "unplugged", "plug-in")
    for _ in range(2):
        visit.do(e.Continued)
        problem = visit.state.problem
        assert visit.shows(Screen.MEASURE_PROBLEM)
        assert problem is not None and (problem.fault, problem.untried) == ("unplugged", True)
    assert visit.told(station.PagePerson) == [station.PagePerson(visit=VISIT)]
    assert visit.state.person is not None and visit.state.person.closed  # no box over the screen
    visit.device(role, "ready")
    assert visit.shows(Screen.DEVICE_PREPARE, act)


def test_the_next_best_device_of_the_same_kind_is_used(visit: Rehearsal) -> None:
    for name, state in (("first", "ready"), ("second", "fault")):
        visit.core(instruments.DeviceState(device=name, role="oximeter", state=state))
    visit.device("oximeter", "absent", "unplugged")
    visit.to_oximeter()
    assert visit.shows(Screen.OXIMETER)


def test_a_needed_device_that_is_missing_is_said_before_anybody_gets_ready(visit: Rehearsal) -> None:
    visit.device("oximeter", "absent", "unplugged", "plug-in")
    visit.to_questions()
    visit.answer_all()
    assert visit.shows(Screen.MEASURE_PROBLEM)
    visit.do(e.Skipped, reason="device-missing")
    assert [(d.act, d.reason) for d in visit.sealed(documents.MeasureSkipped)] == [
        ("oximetry", "device-missing")
    ]
    assert visit.shows(Screen.CUFF_QUESTION)


def test_skipping_asks_why_stops_what_runs_and_can_be_taken_back(visit: Rehearsal) -> None:
    visit.to_oximeter()
    visit.do(e.SkipWanted)
    assert visit.shows(Screen.SKIP_WHY, Act.OXIMETRY)
    assert visit.told(instruments.StopMeasure) == [instruments.StopMeasure(act=Act.OXIMETRY)]
    assert visit.state.oximetry.failures == 0
    visit.do(e.WentBack)
    assert visit.shows(Screen.OXIMETER_PREPARE)
    visit.do(e.SkipWanted)
    visit.do(e.Skipped, reason="hurts")
    assert [(d.act, d.reason) for d in visit.sealed(documents.MeasureSkipped)] == [("oximetry", "hurts")]
    assert visit.shows(Screen.CUFF_QUESTION)


def test_the_cuff_is_asked_about_too_and_taken_back_to_where_it_sat(visit: Rehearsal) -> None:
    visit.to_oximeter()
    visit.oximetry()
    visit.do(e.Continued)
    visit.do(e.SkipWanted)
    assert visit.shows(Screen.SKIP_WHY, Act.BLOOD_PRESSURE)
    visit.do(e.WentBack)
    assert visit.shows(Screen.CUFF_QUESTION)
    visit.answer_all()
    visit.do(e.CuffChosen, arm="left", size="adult")
    visit.do(e.SkipWanted)
    visit.do(e.WentBack)
    assert visit.shows(Screen.CUFF_POSTURE)


def test_what_this_station_does_not_have_is_left_out_and_told(visit: Rehearsal) -> None:
    visit.state = msgspec.structs.replace(
        visit.state, devices=tuple(d for d in visit.state.devices if d.role != "cuff")
    )
    visit.to_oximeter()
    visit.oximetry()
    visit.do(e.Continued)
    assert visit.shows(Screen.RESULTS)
    assert visit.told(station.PagePerson) == []
    assert [(d.act, d.reason) for d in visit.sealed(documents.MeasureSkipped)] == [
        ("blood_pressure", NO_SCREEN)
    ]


def test_more_can_be_measured_from_the_results(visit: Rehearsal) -> None:
    visit.device("scale", "ready")
    visit.to_results()
    visit.do(e.MoreWanted, act="weight")
    assert visit.shows(Screen.DEVICE_PREPARE, Act.WEIGHT)
    assert extra(visit.state) == ()
    visit.do(e.Continued)
    visit.give(Act.WEIGHT)
    visit.do(e.Continued)
    assert visit.shows(Screen.RESULTS)
    visit.do(e.MoreWanted, act="glucose")  # there is no meter
    assert visit.shows(Screen.RESULTS)


@pytest.mark.parametrize("act", GUIDED)
def test_a_provider_may_ask_for_each_of_them_in_the_call(visit: Rehearsal, act: Act) -> None:
    visit.to_call()
    ask = UUID(int=1)
    visit.hub(talk.MeasureAsked(id=ask, visit=VISIT, at="", act=act))
    assert visit.state.asked is not None and visit.state.asked.refusal == NO_SCREEN
    visit.do(c.MeasureAgreed, yes=True)
    visit.device(KINDS[act].role, "ready")
    visit.hub(talk.MeasureAsked(id=UUID(int=2), visit=VISIT, at="", act=act))
    visit.do(c.MeasureAgreed, yes=True)
    assert visit.shows(Screen.DEVICE_PREPARE, act)  # with its picture, while the provider talks on
    visit.do(e.Continued)
    made = visit.give(act)
    visit.wait(5)
    assert visit.shows(Screen.CALL)
    assert visit.sealed(documents.Measured)[-1].measurement == made
    answers = [(a.ask.int, a.answer) for a in visit.live(talk.AskAnswered)]
    assert answers == [(1, asks.CANNOT), (2, asks.YES)]


@pytest.mark.parametrize("act", BY_HAND_ONLY)
def test_and_for_what_only_staff_can_see(visit: Rehearsal, act: Act) -> None:
    visit.to_call()
    visit.hub(talk.MeasureAsked(id=UUID(int=1), visit=VISIT, at="", act=act))
    assert visit.state.asked is not None and not visit.state.asked.refusal
    visit.do(c.MeasureAgreed, yes=True)
    assert visit.shows(Screen.BY_HAND)
    visit.do(e.WentBack)
    assert visit.shows(Screen.CALL)
    assert [a.answer for a in visit.live(talk.AskAnswered)] == [asks.YES, asks.FAILED]


def test_a_crash_while_it_measures_leads_back_to_getting_ready(prepared: tuple[Rehearsal, Act]) -> None:
    visit, act = prepared
    visit.do(e.Continued)
    visit.events = []
    visit.do(e.Resumed)
    visit.do(e.ResumeAnswered, answer="1950")
    assert visit.shows(Screen.DEVICE_PREPARE, act)


def low_sugar(visit: Rehearsal, value: float) -> None:
    visit.reading((Value(Kind.GLUCOSE, value, "mg/dL"),))


@pytest.mark.parametrize(("value", "rule"), [(50.0, "rf-20"), (60.0, "rf-21")])
def test_low_sugar_is_for_a_provider_now_and_measured_again_after_a_quarter_of_an_hour(
    visit: Rehearsal, value: float, rule: str
) -> None:
    visit.device("glucose-meter", "ready")
    visit.to_results()
    visit.do(e.MoreWanted, act=Act.GLUCOSE)
    visit.do(e.Continued)
    low_sugar(visit, value)
    assert [a.rule for a in visit.state.alarms] == [rule]
    assert visit.shows(Screen.OFFER_CALL)
    visit.do(c.CallDeclined)
    assert visit.shows(Screen.DEVICE_PREPARE, Act.GLUCOSE)
    visit.do(e.Continued)
    assert visit.state.running is None  # too soon
    visit.wait(890)
    assert visit.shows(Screen.DEVICE_PREPARE)  # who rests as told is not asked whether they are there
    assert visit.state.leaving is None
    visit.wait(15)
    visit.do(e.Continued)
    low_sugar(visit, 90.0)
    visit.do(e.Continued)
    assert visit.shows(Screen.RESULTS)
    assert [a.rule for a in visit.state.alarms] == [rule]  # a good value takes nothing back
