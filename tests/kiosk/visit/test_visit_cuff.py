"""The cuff: which arm, rest, the ESH scheme, inflations, problems."""

import pytest

from contract import documents, instruments, station
from contract.measurement import Act, Grade, Kind, Reason
from kiosk.visit import events as e
from kiosk.visit.context import Context
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import Rehearsal


@pytest.fixture
def fitted(visit: Rehearsal) -> Rehearsal:
    """The first inflation runs."""
    visit.to_cuff()
    return visit


def inflations(visit: Rehearsal) -> list[instruments.Measure]:
    return [m for m in visit.told(instruments.Measure) if m.act is Act.BLOOD_PRESSURE]


def to_arm(visit: Rehearsal, answer: str) -> None:
    visit.to_oximeter()
    visit.oximetry()
    visit.do(e.Continued)
    visit.answer_all({"arm": answer})


def test_the_cuff_is_told_how_it_sits(fitted: Rehearsal) -> None:
    measure = inflations(fitted)[0]
    assert (measure.site, measure.cuff_size, measure.position, measure.rested) == (
        "left-upper-arm",
        "adult",
        "sitting",
        True,
    )


def test_an_arm_with_a_fistula_gets_no_cuff(visit: Rehearsal) -> None:
    to_arm(visit, "left")
    visit.do(e.CuffChosen, arm="left", size="adult")
    assert visit.shows(Screen.CUFF_ARM)
    assert visit.state.mistake == "arm-excluded"
    visit.do(e.CuffChosen, arm="right", size="adult")
    assert visit.shows(Screen.CUFF_POSTURE)


def test_no_arm_left_no_reading(visit: Rehearsal) -> None:
    to_arm(visit, "both")
    assert visit.shows(Screen.RESULTS)
    assert [d.reason for d in visit.sealed(documents.MeasureSkipped)] == ["arms-excluded"]
    assert inflations(visit) == []


def test_no_cuff_fits(visit: Rehearsal) -> None:
    to_arm(visit, "none")
    visit.do(e.CuffChosen, arm="left", size="none")
    assert visit.shows(Screen.RESULTS)
    assert visit.state.pressure.skipped == "no-cuff-fits"


def test_the_rest_is_five_minutes(slow_context: Context) -> None:
    visit = Rehearsal(slow_context)
    to_arm(visit, "none")
    visit.do(e.CuffChosen, arm="left", size="adult")
    visit.do(e.Continued)
    visit.wait(299)
    assert visit.shows(Screen.CUFF_REST)
    assert inflations(visit) == []
    visit.wait(1)
    assert visit.shows(Screen.CUFF_MEASURE)
    visit.pressure(120, 80)
    visit.wait(59)
    assert visit.shows(Screen.CUFF_BETWEEN)
    visit.wait(1)
    assert visit.shows(Screen.CUFF_MEASURE)


def test_a_rest_cut_short_is_told(visit: Rehearsal) -> None:
    to_arm(visit, "none")
    visit.do(e.CuffChosen, arm="left", size="adult")
    visit.do(e.Continued)
    visit.do(e.Continued)
    assert not inflations(visit)[0].rested


def test_back_from_the_rest_to_another_arm(visit: Rehearsal) -> None:
    to_arm(visit, "none")
    visit.do(e.CuffChosen, arm="left", size="adult")
    visit.do(e.Continued)
    visit.do(e.WentBack)
    visit.do(e.WentBack)
    visit.wait(20)
    assert visit.shows(Screen.CUFF_ARM)
    visit.do(e.CuffChosen, arm="right", size="large")
    visit.do(e.Continued)
    visit.wait(10)
    assert inflations(visit)[0].site == "right-upper-arm"


def test_three_readings_and_the_mean_of_the_last_two(fitted: Rehearsal) -> None:
    raw = []
    for systolic, diastolic in ((130, 84), (125, 81), (122, 78)):
        raw.append(fitted.pressure(systolic, diastolic))
        fitted.wait(10)
    assert fitted.shows(Screen.RESULTS)
    assert len(inflations(fitted)) == 3
    mean = fitted.state.measurements[-1]
    assert mean.derived_from == (raw[1].id, raw[2].id)
    assert [value.value for value in mean.values] == [124.0, 80.0, 72.0]
    assert len(fitted.sealed(documents.Measured)) == 1 + 3 + 1
    assert fitted.told(instruments.AckMeasurement)[-1].id == mean.id


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [((130, 80), (121, 80), 3), ((130, 80), (120, 80), 4), ((130, 80), (130, 90), 4)],
)
def test_a_fourth_when_the_first_two_differ(
    fitted: Rehearsal, first: tuple[int, int], second: tuple[int, int], count: int
) -> None:
    for systolic, diastolic in (first, second, (122, 80), (121, 79)):
        if fitted.state.running:
            fitted.pressure(systolic, diastolic)
            fitted.wait(10)
    assert len(inflations(fitted)) == count
    assert fitted.shows(Screen.RESULTS)


def test_a_fourth_when_the_pulse_is_irregular(fitted: Rehearsal) -> None:
    for _ in range(4):
        fitted.pressure(120, 80, 72, Grade.USABLE, [Reason.IRREGULAR_PULSE])
        fitted.wait(10)
    assert len(inflations(fitted)) == 4
    assert Reason.IRREGULAR_PULSE in fitted.state.measurements[-1].quality.reasons


def test_never_more_than_four_inflations_in_ten_minutes(fitted: Rehearsal) -> None:
    fitted.fail("cuff-leak")
    fitted.do(e.Continued)
    for systolic in (140, 120, 121):
        fitted.wait(10)
        fitted.pressure(systolic, 80)
        shown = fitted.screen
    assert shown is Screen.RESULTS  # at once, though the scheme would have liked a fourth reading
    fitted.wait(30)
    assert len(inflations(fitted)) == 4
    assert fitted.shows(Screen.RESULTS)
    assert fitted.state.pressure.mean is not None


def test_a_cuff_fault_then_a_good_one(fitted: Rehearsal) -> None:
    fitted.fail("cuff-leak")
    assert fitted.state.problem is not None and fitted.state.problem.fault == "cuff-leak"
    fitted.do(e.Continued)
    assert fitted.shows(Screen.CUFF_BETWEEN)  # not sooner than a minute after the last
    fitted.wait(10)
    assert fitted.shows(Screen.CUFF_MEASURE)
    assert inflations(fitted)[1].attempt == 2


def test_two_faults_and_a_person(fitted: Rehearsal) -> None:
    fitted.fail("cuff-leak")
    fitted.do(e.Continued)
    fitted.wait(10)
    fitted.fail("cuff-leak")
    assert fitted.state.problem is not None and fitted.state.problem.final
    assert len(fitted.told(station.PagePerson)) == 1
    fitted.do(e.Continued)
    fitted.wait(60)
    assert len(inflations(fitted)) == 2
    assert fitted.shows(Screen.RESULTS)


def test_two_faults_after_a_good_reading_keep_it(fitted: Rehearsal) -> None:
    good = fitted.pressure(118, 76)
    fitted.wait(10)
    fitted.fail("cuff-leak")
    fitted.do(e.Continued)
    fitted.wait(10)
    fitted.fail("cuff-leak")
    derived = fitted.state.measurements[-1]
    assert derived.derived_from == (good.id,)
    assert Reason.ONE_READING_ONLY in derived.quality.reasons


def test_a_very_high_pressure_is_repeated_then_p(fitted: Rehearsal) -> None:
    fitted.pressure(185, 100)
    assert fitted.state.pressure.repeat == ("rf-04",)
    assert not fitted.state.alarms
    fitted.wait(10)
    fitted.pressure(186, 100)
    assert [(a.rule, a.level) for a in fitted.state.alarms] == [("rf-04", "P")]
    fitted.wait(10)
    fitted.pressure(184, 100)
    assert fitted.shows(Screen.RESULTS)


def test_refusing_a_third_reading_alone_is_no_alarm(fitted: Rehearsal) -> None:
    fitted.pressure(130, 80)
    fitted.wait(10)
    fitted.pressure(118, 80)
    assert fitted.state.pressure.repeat == ("rf-30",)
    fitted.do(e.Skipped, reason="hurts")
    assert not fitted.state.alarms
    assert fitted.shows(Screen.RESULTS)


def test_refusing_to_repeat_a_very_high_one_is(fitted: Rehearsal) -> None:
    fitted.pressure(185, 100)
    fitted.do(e.Skipped, reason="hurts")
    assert [a.rule for a in fitted.state.alarms] == ["rf-unmeasurable"]


def test_the_oximeters_pulse_is_held_beside_the_cuffs(fitted: Rehearsal) -> None:
    for _ in range(3):
        fitted.pressure(120, 80, 90)
        fitted.wait(10)
    mean = fitted.state.measurements[-1]
    assert mean.get(Kind.PULSE_RATE) is not None
    assert (mean.quality.grade, mean.quality.reasons) == (Grade.USABLE, (Reason.PULSE_DISAGREES,))


def test_the_cuff_unplugged_between_two_readings(fitted: Rehearsal) -> None:
    fitted.pressure(120, 80)
    fitted.device("cuff", "absent", "unplugged")
    fitted.wait(10)
    assert fitted.state.problem is not None and fitted.state.problem.untried
    fitted.device("cuff", "ready")
    assert fitted.shows(Screen.CUFF_BETWEEN)
    fitted.wait(10)
    assert fitted.shows(Screen.CUFF_MEASURE)
    assert len(inflations(fitted)) == 2


def test_no_time_out_at_rest_while_measuring_and_between(slow_context: Context) -> None:
    visit = Rehearsal(slow_context)
    to_arm(visit, "none")
    visit.do(e.CuffChosen, arm="left", size="adult")
    visit.do(e.Continued)
    for _ in range(3):
        while visit.state.running is None:
            visit.wait(10)
            assert visit.state.leaving is None
        visit.wait(100)
        assert visit.state.leaving is None
        visit.pressure(120, 80)
    assert visit.shows(Screen.RESULTS)
    visit.wait(89)
    assert visit.state.leaving is None  # the idle time begins when the screen comes
    visit.wait(1)
    assert visit.state.leaving is not None


def test_a_cuff_that_keeps_its_air_calls_a_person_once_until_it_lets_go(fitted: Rehearsal) -> None:
    for _ in range(2):
        fitted.device("cuff", "fault", "cuff-holds")
    assert fitted.state.cuff_holds
    assert len(fitted.told(station.PagePerson)) == 1
    fitted.device("cuff", "ready")
    assert not fitted.state.cuff_holds
