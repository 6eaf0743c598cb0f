"""Readings that come in beside what the visit measures: sealed, judged and shown like the others."""

from uuid import UUID

import msgspec
import pytest

from contract import documents, instruments, station
from contract.measurement import Act, Grade, Kind, Reason, Value
from kiosk.visit import summary
from kiosk.visit.rehearsal import Rehearsal
from kiosk.visit.summary import Row, rows

WARM = Value(Kind.TEMPERATURE, 37.2, "Cel")


def row(visit: Rehearsal, name: str) -> Row:
    return next(r for r in rows(visit.state, visit.context) if r.name == name)


def fired(visit: Rehearsal) -> dict[str, str]:
    return {f.rule: f.action for f in visit.state.fired}


@pytest.fixture
def seated(visit: Rehearsal) -> Rehearsal:
    """Questions answered, nothing measured."""
    visit.to_oximeter()
    return visit


def test_a_reading_is_sealed_once_and_changes_nothing_on_the_way(seated: Rehearsal) -> None:
    screen, running = seated.screen, seated.state.running
    made = seated.beside(Act.TEMPERATURE, WARM, site="oral", flags=("estimated",))
    seated.core(instruments.Measured(measurement=made))
    sealed = [d.measurement for d in seated.sealed(documents.Measured)]
    assert sealed == [made]
    assert seated.told(instruments.AckMeasurement)[0].id == made.id
    assert (seated.screen, seated.state.running) == (screen, running)
    assert seated.state.record(Act.TEMPERATURE).readings == (made.id,)
    seated.oximetry()
    assert seated.state.oximetry.done


def test_a_reading_of_another_visit_stays_out(seated: Rehearsal) -> None:
    made = seated.beside(Act.WEIGHT, Value(Kind.WEIGHT, 72.5, "kg"))
    before = seated.state
    seated.core(instruments.Measured(measurement=msgspec.structs.replace(made, id=UUID(int=99))))
    assert seated.state == before


@pytest.mark.parametrize(
    ("act", "values", "flags", "rule", "action"),
    [
        (Act.TEMPERATURE, [Value(Kind.TEMPERATURE, 39.4, "Cel")], (), "rf-14", "R"),
        (Act.TEMPERATURE, [Value(Kind.TEMPERATURE, 103, "[degF]")], (), "rf-14", "R"),
        (Act.GLUCOSE, [Value(Kind.GLUCOSE, 50, "mg/dL")], (), "rf-20", "P"),
        (Act.GLUCOSE, [Value(Kind.GLUCOSE, 3.5, "mmol/L")], (), "rf-21", "P"),
        (Act.GLUCOSE, [], ("low",), "rf-20", "P"),
        (Act.GLUCOSE, [], ("high",), "rf-22", "P"),
        (Act.HEART_RATE, [Value(Kind.HEART_RATE, 140, "/min")], (), "rf-12", "R"),
    ],
)
def test_the_rules_judge_it(
    seated: Rehearsal, act: Act, values: list[Value], flags: tuple[str, ...], rule: str, action: str
) -> None:
    seated.beside(act, *values, flags=flags)
    assert fired(seated).get(rule) == action
    assert bool(seated.state.alarms) == (action == "P")


@pytest.mark.parametrize(
    ("reasons", "flags"), [((Reason.DEVICE_TEST,), ()), ((), ("demo",)), ((), ("error-3",))]
)
def test_a_reading_of_a_test_mode_raises_no_glucose_rule(
    seated: Rehearsal, reasons: tuple[Reason, ...], flags: tuple[str, ...]
) -> None:
    seated.beside(Act.GLUCOSE, Value(Kind.GLUCOSE, 50, "mg/dL"), reasons=reasons, flags=flags)
    assert "rf-20" not in fired(seated)


def test_an_unreliable_hi_is_no_finding_but_two_failures_are(seated: Rehearsal) -> None:
    seated.beside(Act.GLUCOSE, flags=("high",), grade=Grade.NOT_RELIABLE)
    assert not {"rf-22", "rf-unmeasurable"} & set(fired(seated))
    seated.beside(Act.GLUCOSE, grade=Grade.NOT_RELIABLE)
    assert fired(seated)["rf-unmeasurable"] == "P"


def test_it_is_shown_with_unit_and_site_and_no_meaning(seated: Rehearsal) -> None:
    assert {r.name for r in rows(seated.state, seated.context)} == {"oxygen", "pulse", "blood-pressure"}
    seated.beside(Act.TEMPERATURE, WARM, site="oral")
    seated.beside(Act.WEIGHT, Value(Kind.WEIGHT, 72.5, "kg"), Value(Kind.HEIGHT, 170.0, "cm"))
    seated.beside(Act.HEART_RATE, Value(Kind.HEART_RATE, 72, "/min"))
    warm = row(seated, "temperature")
    assert (warm.values, warm.site, warm.meaning) == ((WARM,), "oral", summary.ASK_PROVIDER)
    assert warm.device is not None and warm.device.model == "SureTemp Plus"
    assert [row(seated, name).values[0].value for name in ("weight", "height", "heart-rate")] == [
        72.5,
        170,
        72,
    ]
    assert row(seated, "height").meaning == summary.ASK_PROVIDER


@pytest.mark.parametrize("flag", ["high", "low"])
def test_hi_and_lo_are_shown_as_such(seated: Rehearsal, flag: str) -> None:
    seated.beside(Act.GLUCOSE, flags=(flag,))
    sugar = row(seated, "glucose")
    assert (sugar.values, sugar.off_scale, sugar.meaning) == ((), flag, summary.ASK_PROVIDER)


def test_a_poor_one_means_nothing_and_a_good_earlier_one_is_shown_before_it(seated: Rehearsal) -> None:
    seated.beside(Act.TEMPERATURE, Value(Kind.TEMPERATURE, 45.5, "Cel"), grade=Grade.NOT_RELIABLE)
    assert row(seated, "temperature").meaning == summary.NO_MEANING
    seated.beside(Act.TEMPERATURE, WARM)
    seated.beside(Act.TEMPERATURE, Value(Kind.TEMPERATURE, 20.0, "Cel"), grade=Grade.NOT_RELIABLE)
    assert row(seated, "temperature").values == (WARM,)


def test_a_card_before_the_scanner_changes_nothing_and_is_not_kept(visit: Rehearsal) -> None:
    for _ in range(2):
        before = visit.state
        assert visit.core(station.CardRead(token="CP-1")) == ()
        assert visit.state is before  # so the session keeps it in no journal
        visit.to_questions()
