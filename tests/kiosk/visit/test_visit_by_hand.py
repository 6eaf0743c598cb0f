"""What staff enter by hand: marked so, refused when it can't be, judged like the others, NEWS2 complete."""

from uuid import UUID

import pytest

from contract import asks, documents, talk
from contract.envelope import Lane
from contract.measurement import BY_HAND, NO_DEVICE, Act, Grade, Kind, Measurement, Reason, Value
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.effects import SealDocument
from kiosk.visit.entries import ENTRIES, IMPOSSIBLE, MISSING, ONE_UNIT, UPSIDE_DOWN, mistake
from kiosk.visit.judge import score
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal
from kiosk.visit.summary import rows

HOT = Value(Kind.TEMPERATURE, 38.6, "Cel")


def sign_on(visit: Rehearsal, role: str = "nurse", name: str = "R. Diaz") -> None:
    visit.do(e.HandTouched, what=role)
    visit.do(e.HandNamed, name=name)


@pytest.fixture
def menu(visit: Rehearsal) -> Rehearsal:
    visit.to_results()
    visit.do(e.HandWanted)
    sign_on(visit)
    return visit


def phase(visit: Rehearsal) -> str:
    return visit.state.entering.phase if visit.state.entering else ""


def newest(visit: Rehearsal) -> Measurement:
    return visit.sealed(documents.Measured)[-1].measurement


def enter(visit: Rehearsal, act: Act, *values: Value, site: str = "") -> None:
    visit.do(e.HandTouched, what=act)
    if site:
        visit.do(e.HandTouched, what=site)
    visit.do(e.HandGiven, values=values)


def count(visit: Rehearsal, breaths: int, seconds: int = 60) -> None:
    visit.do(e.HandTouched, what=Act.RESPIRATION)
    visit.do(e.Continued)
    for number in range(breaths):
        visit.do(e.HandTouched, what="breath")
        if number < seconds - 1:
            visit.wait(min(1.0, (seconds - 1) / max(1, breaths)))
    visit.wait(seconds)


def test_who_enters_it_is_asked_first_and_must_be_said(visit: Rehearsal) -> None:
    visit.to_results()
    visit.do(e.HandWanted)
    assert (visit.screen, phase(visit)) == (Screen.BY_HAND, "role")
    visit.do(e.HandTouched, what="burglar")
    assert phase(visit) == "role"
    visit.do(e.HandTouched, what="aide")
    visit.do(e.HandNamed, name="  ")
    assert (phase(visit), visit.state.mistake) == ("name", MISSING)
    visit.do(e.HandNamed, name=" Jo   Li ")
    assert visit.state.entering is not None
    assert (phase(visit), visit.state.entering.by) == ("menu", "aide, Jo Li")


def test_an_entry_is_marked_sealed_and_queued_like_a_reading(menu: Rehearsal) -> None:
    enter(menu, Act.TEMPERATURE, Value(Kind.TEMPERATURE, 36.9, "Cel"), site="axillary")
    made = newest(menu)
    assert (made.measured_by, made.entered_by, made.device) == (BY_HAND, "nurse, R. Diaz", NO_DEVICE)
    assert (made.site, made.quality.grade, made.effective) == ("axillary", Grade.GOOD, menu.at)
    lanes = [f.lane for f in menu.effects if isinstance(f, SealDocument) and f.document.at == menu.at]
    assert Lane.READING in lanes
    assert phase(menu) == "menu"
    assert any(
        row.name == "temperature" and row.by == made.entered_by for row in rows(menu.state, menu.context)
    )


def test_breaths_are_counted_for_a_whole_minute(menu: Rehearsal) -> None:
    count(menu, 16)
    assert phase(menu) == "counted"
    menu.do(e.HandTouched, what="breath")  # too late to count
    menu.do(e.Continued)
    assert newest(menu).values == (Value(Kind.RESPIRATORY_RATE, 16.0, "/min"),)


def test_a_count_that_cannot_be_is_counted_again(menu: Rehearsal) -> None:
    count(menu, 1)
    menu.do(e.Continued)
    assert (phase(menu), menu.state.mistake) == ("counted", "count-again")
    menu.do(e.HandTouched, what="again")
    assert phase(menu) == "ready"
    assert not [d for d in menu.sealed(documents.Measured) if d.measurement.act is Act.RESPIRATION]


def test_an_unusual_rate_is_wanted_again_and_then_needs_a_provider(menu: Rehearsal) -> None:
    count(menu, 33)
    menu.do(e.Continued)
    assert newest(menu).quality.reasons == (Reason.ASK_AGAIN,)
    assert menu.state.record(Act.RESPIRATION).repeat == ("rf-13",)
    assert not menu.state.alarms
    count(menu, 33)
    menu.do(e.Continued)
    assert menu.state.record(Act.RESPIRATION).repeat == ()
    assert {a.rule: a.level for a in menu.state.alarms} == {"rf-13": "P"}


@pytest.mark.parametrize(
    ("act", "values", "wrong"),
    [
        (Act.TEMPERATURE, [Value(Kind.TEMPERATURE, 98.6, "Cel")], IMPOSSIBLE),
        (Act.TEMPERATURE, [Value(Kind.TEMPERATURE, 98.6, "[degF]")], ""),
        (Act.TEMPERATURE, [HOT, Value(Kind.TEMPERATURE, 101.5, "[degF]")], ONE_UNIT),
        (Act.TEMPERATURE, [], MISSING),
        (Act.TEMPERATURE, [Value(Kind.TEMPERATURE, float("nan"), "Cel")], IMPOSSIBLE),
        (Act.BLOOD_PRESSURE, [Value(Kind.SYSTOLIC, 120, "mm[Hg]")], MISSING),
        (
            Act.BLOOD_PRESSURE,
            [Value(Kind.SYSTOLIC, 80, "mm[Hg]"), Value(Kind.DIASTOLIC, 120, "mm[Hg]")],
            UPSIDE_DOWN,
        ),
        (Act.BLOOD_PRESSURE, [Value(Kind.SYSTOLIC, 120, "mm[Hg]"), Value(Kind.DIASTOLIC, 80, "mm[Hg]")], ""),
        (Act.GLUCOSE, [Value(Kind.GLUCOSE, 6.1, "mmol/L")], ""),
        (Act.GLUCOSE, [Value(Kind.GLUCOSE, 110, "mmol/L")], IMPOSSIBLE),
        (Act.PAIN, [Value(Kind.PAIN, 11, "{score}")], IMPOSSIBLE),
        (Act.WEIGHT, [Value(Kind.WEIGHT, 160, "[lb_av]")], ""),
        (Act.WEIGHT, [Value(Kind.HEIGHT, 160, "cm")], MISSING),
    ],
)
def test_numbers_are_looked_at_before_they_are_taken(act: Act, values: list[Value], wrong: str) -> None:
    assert mistake(ENTRIES[act], tuple(values)) == wrong


def test_a_number_far_from_most_must_be_given_twice(menu: Rehearsal) -> None:
    before = len(menu.sealed(documents.Measured))
    enter(menu, Act.GLUCOSE, Value(Kind.GLUCOSE, 450, "mg/dL"))
    assert (menu.state.mistake, len(menu.sealed(documents.Measured))) == ("look-again", before)
    menu.do(e.HandGiven, values=(Value(Kind.GLUCOSE, 45, "mg/dL"),))  # it was a slip
    assert menu.state.mistake == "look-again"
    menu.do(e.HandGiven, values=(Value(Kind.GLUCOSE, 45, "mg/dL"),))
    assert newest(menu).quality.grade is Grade.USABLE
    assert "rf-20" in [a.rule for a in menu.state.alarms]


def test_news2_is_complete_with_what_staff_see(menu: Rehearsal) -> None:
    def missing() -> tuple[str, ...]:
        return score(menu.state, menu.at, menu.context).missing

    assert set(missing()) == {"respiratory_rate", "oxygen", "consciousness", "temperature"}
    count(menu, 16)
    menu.do(e.Continued)
    menu.do(e.HandTouched, what=Act.OXYGEN_USE)
    menu.do(e.HandTouched, what="air")
    menu.do(e.HandTouched, what=Act.ALERTNESS)
    menu.do(e.HandTouched, what="A")
    enter(menu, Act.TEMPERATURE, Value(Kind.TEMPERATURE, 36.8, "Cel"), site="oral")
    assert missing() == ()
    assert score(menu.state, menu.at, menu.context).total == 0
    menu.do(e.HandTouched, what=Act.OXYGEN_USE)
    menu.do(e.HandTouched, what="oxygen")
    assert score(menu.state, menu.at, menu.context).total == 2
    told = menu.sealed(documents.Scored)
    assert [(each.score, each.total) for each in told] == [("news2", 0), ("news2", 2)]
    known = {document.measurement.id for document in menu.sealed(documents.Measured)}
    assert {part.measurement for part in told[-1].parts} <= known
    assert {part.name: (part.act, part.kind) for part in told[-1].parts} == {
        "respiratory_rate": ("respiration", "respiratory_rate"),
        "spo2": ("oximetry", "spo2"),
        "oxygen": ("oxygen_use", ""),
        "systolic": ("blood_pressure", "systolic"),
        "pulse_rate": ("blood_pressure", "pulse_rate"),
        "consciousness": ("alertness", ""),
        "temperature": ("temperature", "temperature"),
    }


def test_somebody_who_is_not_alert_is_an_emergency(menu: Rehearsal) -> None:
    menu.do(e.HandTouched, what=Act.ALERTNESS)
    menu.do(e.HandTouched, what="V")
    assert menu.shows(Screen.EMERGENCY)
    assert "rf-17" in [a.rule for a in menu.state.alarms if a.level == "E"]


def test_pain_is_told_or_seen(menu: Rehearsal) -> None:
    enter(menu, Act.PAIN, Value(Kind.PAIN, 7.0, "{score}"))
    assert newest(menu).values[0].value == 7
    menu.do(e.HandTouched, what=Act.PAIN)
    menu.do(e.HandTouched, what="signs")
    menu.do(e.HandGiven, codes=("sounds", "nonsense"))
    assert phase(menu) == "signs"
    menu.do(e.HandGiven, codes=("sounds", "face"))
    assert newest(menu).observed == ("signs", "sounds", "face")
    names = [row.name for row in rows(menu.state, menu.context)]
    assert names.count("pain") == 2


def test_a_pressure_taken_by_hand_closes_what_the_cuff_could_not_do(visit: Rehearsal) -> None:
    visit.to_cuff()
    visit.fail("cuff-leak", "refit-cuff")
    visit.do(e.HandWanted)
    sign_on(visit)
    assert phase(visit) == "site"  # what was missing comes first
    visit.do(e.HandTouched, what="left-upper-arm")
    visit.do(
        e.HandGiven,
        values=(Value(Kind.SYSTOLIC, 134.0, "mm[Hg]"), Value(Kind.DIASTOLIC, 82.0, "mm[Hg]")),
    )
    visit.do(e.Continued)
    assert visit.shows(Screen.RESULTS)
    shown = next(row for row in rows(visit.state, visit.context) if row.name == "blood-pressure")
    assert ([v.value for v in shown.values], shown.by) == ([134, 82], "nurse, R. Diaz")
    assert visit.state.pressure.mean is None  # never mixed with a device's readings


def test_a_high_pressure_taken_by_hand_is_judged(menu: Rehearsal) -> None:
    high = (Value(Kind.SYSTOLIC, 190.0, "mm[Hg]"), Value(Kind.DIASTOLIC, 100.0, "mm[Hg]"))
    enter(menu, Act.BLOOD_PRESSURE, *high, site="right-upper-arm")
    assert menu.state.record(Act.BLOOD_PRESSURE).repeat
    enter(menu, Act.BLOOD_PRESSURE, *high, site="right-upper-arm")
    assert "rf-04" in [a.rule for a in menu.state.alarms]


def test_a_provider_asks_and_the_answer_comes_back(visit: Rehearsal) -> None:
    visit.to_call()
    visit.hub(talk.MeasureAsked(id=UUID(int=1), visit=VISIT, at="", act=Act.OXYGEN_USE))
    visit.do(c.MeasureAgreed, yes=True)
    sign_on(visit)
    visit.do(e.HandTouched, what="oxygen")
    assert visit.shows(Screen.CALL)
    assert newest(visit).observed == ("oxygen",)
    assert [a.answer for a in visit.live(talk.AskAnswered)] == [asks.YES, asks.DONE]


def test_back_leads_one_step_back_and_out(menu: Rehearsal) -> None:
    menu.do(e.HandTouched, what=Act.TEMPERATURE)
    menu.do(e.HandTouched, what="oral")
    for then in ("site", "menu"):
        menu.do(e.WentBack)
        assert phase(menu) == then
    menu.do(e.WentBack)
    assert menu.shows(Screen.RESULTS)
    assert menu.state.entering is None


def test_a_crash_throws_away_what_was_not_entered(menu: Rehearsal) -> None:
    menu.do(e.HandTouched, what=Act.RESPIRATION)
    menu.do(e.Continued)
    menu.resume()
    menu.do(e.ResumeAnswered, answer="1950")
    assert menu.shows(Screen.RESULTS)
    assert menu.state.entering is None
