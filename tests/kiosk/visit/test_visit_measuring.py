"""Oximeter, failures, the missing device, STOP, and what becomes of each reading."""

import msgspec
import pytest

from contract import documents, instruments, station
from contract.envelope import Lane
from contract.measurement import Act, Grade, Reason
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.effects import SealDocument, Tell
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal


@pytest.fixture
def oximeter(visit: Rehearsal) -> Rehearsal:
    visit.to_oximeter()
    return visit


def test_the_finger_is_in(oximeter: Rehearsal) -> None:
    measure = oximeter.told(instruments.Measure)[0]
    assert oximeter.shows(Screen.OXIMETER)
    assert (measure.act, measure.attempt) == (Act.OXIMETRY, 1)


def test_a_good_reading_is_shown_and_goes_on_by_itself(oximeter: Rehearsal) -> None:
    oximeter.oximetry()
    assert oximeter.shows(Screen.OXIMETER)
    oximeter.wait(3)
    assert oximeter.shows(Screen.OXIMETER)
    oximeter.wait(1)
    assert oximeter.shows(Screen.CUFF_QUESTION)


def test_a_reading_is_sealed_saved_and_then_acknowledged(context: Context) -> None:
    visit = Rehearsal(context, saves=False)
    visit.to_oximeter()
    reading = visit.oximetry()
    sealed = next(
        f for f in visit.effects if isinstance(f, SealDocument) and isinstance(f.document, documents.Measured)
    )
    assert sealed.lane is Lane.READING
    assert visit.told(instruments.AckMeasurement) == []
    visit.core(station.PutDone(id=sealed.id, state="failed"))
    assert visit.told(instruments.AckMeasurement) == []
    visit.core(station.PutDone(id=sealed.id, state="saved"))
    visit.core(station.PutDone(id=sealed.id, state="sent"))
    assert visit.told(instruments.AckMeasurement) == [instruments.AckMeasurement(id=reading.id)]


def test_core_may_say_a_reading_twice(oximeter: Rehearsal) -> None:
    reading = oximeter.oximetry()
    oximeter.core(instruments.Measured(measurement=reading))
    assert len(oximeter.sealed(documents.Measured)) == 1
    assert len(oximeter.told(instruments.AckMeasurement)) == 2  # it had not heard the first


def test_another_visits_reading_is_never_taken(oximeter: Rehearsal) -> None:
    reading = oximeter.oximetry()
    stray = msgspec.structs.replace(reading, id=VISIT)
    oximeter.core(instruments.Measured(measurement=stray))
    assert len(oximeter.sealed(documents.Measured)) == 1


def test_a_first_failure_offers_one_more_try(oximeter: Rehearsal) -> None:
    oximeter.fail("no-finger")
    problem = oximeter.state.problem
    assert oximeter.shows(Screen.MEASURE_PROBLEM)
    assert problem is not None and (problem.fault, problem.final) == ("no-finger", False)
    oximeter.do(e.Continued)
    assert oximeter.shows(Screen.OXIMETER)
    assert oximeter.told(instruments.Measure)[-1].attempt == 2


@pytest.mark.parametrize("unreliable", [True, False])
def test_a_second_failure_leads_to_a_person_not_to_a_third(oximeter: Rehearsal, unreliable: bool) -> None:
    for _ in range(2):
        if unreliable:
            oximeter.oximetry(97, 72, Grade.NOT_RELIABLE, [Reason.LOW_PERFUSION])
        else:
            oximeter.fail("no-signal")
        final = oximeter.state.problem is not None and oximeter.state.problem.final
        if not final:
            oximeter.do(e.Continued)
    assert final
    assert oximeter.told(station.PagePerson) == [station.PagePerson(visit=VISIT)]
    assert [(a.rule, a.level) for a in oximeter.state.alarms] == [("rf-unmeasurable", "P")]
    assert [d.reason for d in oximeter.sealed(documents.MeasureSkipped)] == ["unmeasurable"]
    oximeter.do(e.Continued)
    assert oximeter.shows(Screen.OFFER_CALL)  # P: a provider now
    oximeter.do(c.CallDeclined)
    assert oximeter.shows(Screen.CUFF_QUESTION)
    assert len(oximeter.told(instruments.Measure)) == 2


def test_every_unreliable_reading_is_kept(oximeter: Rehearsal) -> None:
    oximeter.oximetry(97, 72, Grade.NOT_RELIABLE, [Reason.UNSTABLE])
    oximeter.do(e.Continued)
    oximeter.oximetry()
    grades = [d.measurement.quality.grade for d in oximeter.sealed(documents.Measured)]
    assert grades == [Grade.NOT_RELIABLE, Grade.GOOD]


def test_an_unreliable_low_value_is_a_finding(oximeter: Rehearsal) -> None:
    oximeter.oximetry(82, 72, Grade.NOT_RELIABLE, [Reason.UNSTABLE])
    assert "rf-unmeasurable" in [a.rule for a in oximeter.state.alarms]


def test_a_low_value_is_offered_again_with_its_reason(oximeter: Rehearsal) -> None:
    oximeter.oximetry(spo2=91)
    assert oximeter.shows(Screen.OXIMETER_PREPARE)
    assert oximeter.state.oximetry.repeat == ("rf-08",)
    assert oximeter.state.alarms == ()
    oximeter.do(e.Continued)
    oximeter.oximetry(spo2=96)
    oximeter.do(e.Continued)
    assert oximeter.shows(Screen.CUFF_QUESTION)


def test_a_repeat_that_must_wait_waits(oximeter: Rehearsal) -> None:
    oximeter.oximetry(97, 140)
    assert oximeter.state.oximetry.repeat == ("rf-12",)
    assert oximeter.state.timer is not None
    oximeter.do(e.Continued)
    assert oximeter.shows(Screen.OXIMETER_PREPARE)
    oximeter.wait(60)
    oximeter.do(e.Continued)
    assert oximeter.shows(Screen.OXIMETER)


def test_refusing_a_repeat_needs_somebody(oximeter: Rehearsal) -> None:
    oximeter.oximetry(spo2=86)
    oximeter.do(e.Skipped, reason="do-not-want")
    assert [a.rule for a in oximeter.state.alarms] == ["rf-unmeasurable"]
    assert oximeter.shows(Screen.OFFER_CALL)


@pytest.mark.parametrize("reason", ["do-not-want", "hurts", "made up"])
def test_skipping_is_recorded_with_its_reason(oximeter: Rehearsal, reason: str) -> None:
    oximeter.do(e.Skipped, reason=reason)
    skipped = oximeter.sealed(documents.MeasureSkipped)[0]
    assert (skipped.act, skipped.reason) == ("oximetry", "other" if reason == "made up" else reason)
    assert oximeter.told(instruments.StopMeasure) == [instruments.StopMeasure(act=Act.OXIMETRY)]
    assert oximeter.state.alarms == ()
    assert oximeter.shows(Screen.CUFF_QUESTION)


def test_a_missing_device_does_not_count_and_comes_back_by_itself(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all()
    visit.device("oximeter", "absent", "unplugged")
    visit.do(e.Continued)
    problem = visit.state.problem
    assert visit.shows(Screen.MEASURE_PROBLEM)
    assert problem is not None
    assert (problem.fault, problem.untried, problem.failures) == ("unplugged", True, 0)
    assert visit.told(instruments.Measure) == []
    visit.device("oximeter", "ready")
    assert visit.shows(Screen.OXIMETER_PREPARE)


def test_unplugged_in_the_middle(oximeter: Rehearsal) -> None:
    oximeter.device("oximeter", "absent", "unplugged")
    oximeter.fail("unplugged")
    oximeter.do(e.Continued)
    assert oximeter.state.problem is not None and oximeter.state.problem.untried
    oximeter.device("oximeter", "ready")
    oximeter.do(e.Continued)
    oximeter.oximetry()
    oximeter.do(e.Continued)
    assert oximeter.shows(Screen.CUFF_QUESTION)


def test_the_other_device_coming_back_changes_nothing(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all()
    visit.device("oximeter", "absent")
    visit.do(e.Continued)
    visit.device("cuff", "ready")
    assert visit.shows(Screen.MEASURE_PROBLEM)


def test_core_that_never_answers(oximeter: Rehearsal) -> None:
    oximeter.wait(119)
    assert oximeter.shows(Screen.OXIMETER)
    oximeter.wait(1)
    assert oximeter.state.problem is not None and oximeter.state.problem.fault == "no-answer"
    assert oximeter.told(instruments.StopMeasure) == [instruments.StopMeasure(act=Act.OXIMETRY)]


def test_a_failure_of_an_act_long_over_changes_nothing(oximeter: Rehearsal) -> None:
    oximeter.oximetry()
    late = instruments.MeasureFailed(
        id=oximeter.told(instruments.Measure)[0].id, act=Act.OXIMETRY, fault="stopped", at=oximeter.at
    )
    oximeter.core(late)
    assert oximeter.state.oximetry.failures == 0


# ---- STOP


def test_stop_goes_out_first(visit: Rehearsal) -> None:
    visit.to_cuff()
    effects = visit.do(e.StopPressed)
    assert effects[0] == Tell(instruments.StopMeasure(act=Act.BLOOD_PRESSURE))
    assert visit.state.running is None
    assert visit.state.problem is not None and visit.state.problem.fault == "stopped"
    visit.core(
        instruments.MeasureFailed(
            id=visit.told(instruments.Measure)[-1].id, act=Act.BLOOD_PRESSURE, fault="stopped", at=visit.at
        )
    )
    assert visit.state.pressure.failures == 1


@pytest.mark.parametrize("leaving", [False, True])
def test_stop_works_when_nothing_runs_and_under_an_overlay(visit: Rehearsal, leaving: bool) -> None:
    visit.to_cuff()
    if leaving:
        visit.do(e.LeaveWanted)
    else:
        visit.pressure(120, 80)
        assert visit.shows(Screen.CUFF_BETWEEN)
    visit.do(e.StopPressed)
    assert visit.told(instruments.StopMeasure) == [instruments.StopMeasure(act=Act.BLOOD_PRESSURE)]


def test_a_reading_that_comes_after_stop_is_kept(visit: Rehearsal) -> None:
    visit.to_cuff()
    visit.do(e.StopPressed)
    visit.pressure(120, 80)
    assert visit.shows(Screen.MEASURE_PROBLEM)
    assert len(visit.state.pressure.readings) == 1
    assert visit.state.pressure.failures == 1


def test_a_reading_that_comes_after_the_end_is_kept(visit: Rehearsal) -> None:
    visit.to_cuff()
    visit.do(e.LeaveWanted)
    visit.do(e.LeaveConfirmed)
    visit.pressure(120, 80)
    assert len(visit.sealed(documents.Measured)) == 2
