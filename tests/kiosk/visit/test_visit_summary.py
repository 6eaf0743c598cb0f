"""What the results say, and what they never say."""

from uuid import UUID

import msgspec
import pytest

from contract import station, talk
from contract.measurement import Act, Grade, Kind, Reason
from contract.talk import EarlierValue
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit import summary
from kiosk.visit.model import Screen
from kiosk.visit.rehearsal import VISIT, Rehearsal
from kiosk.visit.summary import raw_rows, rows


def row(visit: Rehearsal, name: str) -> summary.Row:
    return next(r for r in rows(visit.state, visit.context) if r.name == name)


def test_value_unit_time_device_and_quality(visit: Rehearsal) -> None:
    visit.to_results(122, 78)
    assert visit.shows(Screen.RESULTS)
    pressure = row(visit, "blood-pressure")
    assert [(v.kind, v.value, v.unit) for v in pressure.values] == [
        (Kind.SYSTOLIC, 122.0, "mm[Hg]"),
        (Kind.DIASTOLIC, 78.0, "mm[Hg]"),
    ]
    assert pressure.device is not None and pressure.device.model == "RBP-9804"
    assert (pressure.readings, pressure.grade, pressure.meaning) == (2, Grade.GOOD, summary.IN_RANGE)
    assert pressure.measured_at.startswith("2026-11-24T09:")
    assert len(raw_rows(visit.state, visit.context)) == 3
    assert row(visit, "oxygen").notes == ("spo2-accuracy",)


@pytest.mark.parametrize(
    ("systolic", "diastolic", "meaning"),
    [
        (90, 60, summary.LOW),
        (100, 60, summary.A_LITTLE_LOW),
        (101, 79, summary.IN_RANGE),
        (129, 80, summary.A_LITTLE_HIGH),
        (130, 79, summary.A_LITTLE_HIGH),
        (140, 79, summary.HIGH),
        (120, 90, summary.HIGH),
        (95, 95, summary.HIGH),
        (180, 80, summary.VERY_HIGH),
        (150, 120, summary.VERY_HIGH),
    ],
)
def test_what_a_pressure_means(visit: Rehearsal, systolic: int, diastolic: int, meaning: str) -> None:
    visit.to_results(systolic, diastolic)
    assert row(visit, "blood-pressure").meaning == meaning


@pytest.mark.parametrize(
    ("spo2", "pulse", "oxygen_means", "pulse_means"),
    [
        (96, 51, summary.IN_RANGE, summary.IN_RANGE),
        (95, 50, summary.A_LITTLE_LOW, summary.A_LITTLE_LOW),
        (92, 91, summary.A_LITTLE_LOW, summary.A_LITTLE_HIGH),
        (91, 131, summary.LOW, summary.HIGH),
        (89, 40, summary.VERY_LOW, summary.VERY_LOW),
        (97, 151, summary.IN_RANGE, summary.VERY_HIGH),
    ],
)
def test_what_oxygen_and_pulse_mean(
    visit: Rehearsal, spo2: int, pulse: int, oxygen_means: str, pulse_means: str
) -> None:
    visit.to_oximeter()
    visit.oximetry(spo2, pulse)
    assert (row(visit, "oxygen").meaning, row(visit, "pulse").meaning) == (oxygen_means, pulse_means)


@pytest.mark.parametrize("spo2", [85, 97])
def test_a_poor_reading_means_nothing(visit: Rehearsal, spo2: int) -> None:
    visit.to_oximeter()
    visit.oximetry(spo2, 72, Grade.NOT_RELIABLE, [Reason.LOW_PERFUSION])
    oxygen = row(visit, "oxygen")
    assert oxygen.meaning == summary.NO_MEANING
    assert oxygen.reasons == (Reason.LOW_PERFUSION,)


def test_a_good_reading_is_shown_before_a_poor_later_one(visit: Rehearsal) -> None:
    visit.to_oximeter()
    visit.oximetry(91, 72)
    visit.do(e.Continued)
    visit.oximetry(97, 72, Grade.NOT_RELIABLE, [Reason.UNSTABLE])
    oxygen = row(visit, "oxygen")
    assert (oxygen.values[0].value, oxygen.meaning) == (91.0, summary.LOW)


def test_not_measured_says_why(visit: Rehearsal) -> None:
    visit.to_oximeter()
    visit.do(e.Skipped, reason="hurts")
    oxygen = row(visit, "oxygen")
    assert (oxygen.act, oxygen.values, oxygen.meaning, oxygen.skipped) == (
        Act.OXIMETRY,
        (),
        summary.NOT_MEASURED,
        "hurts",
    )


def test_pregnancy_has_no_adult_range(visit: Rehearsal) -> None:
    visit.to_questions()
    visit.answer_all({"pregnant": True})
    visit.do(e.Continued)
    visit.oximetry()
    assert row(visit, "oxygen").meaning == row(visit, "pulse").meaning == summary.ASK_PROVIDER


@pytest.mark.parametrize(
    ("birth_date", "spo2", "meaning"),
    [
        ("2012-02-29", 97, summary.ASK_PROVIDER),
        ("2012-02-29", 85, summary.VERY_LOW),
        ("", 97, summary.ASK_PROVIDER),
        ("", 93, summary.A_LITTLE_LOW),
    ],
)
def test_children_and_unknown_ages(visit: Rehearsal, birth_date: str, spo2: int, meaning: str) -> None:
    visit.to_questions(birth_date=birth_date)
    visit.do(e.Skipped, reason="do-not-want")
    visit.answer_all()
    visit.do(c.CallWanted, camera=True)  # a child: offered first
    visit.do(e.Continued)
    if visit.shows(Screen.OXIMETER_PREPARE):
        visit.do(e.Continued)
    for _ in range(2):
        if visit.state.running:
            visit.oximetry(spo2)
    if birth_date:
        visit.core(station.CallState(state="connected"))
        asked = talk.MeasureAsked(id=UUID(int=1), visit=VISIT, at="", act="oximetry")
        visit.hub(asked)
        visit.do(c.MeasureAgreed, yes=True)
        visit.oximetry(spo2)
    assert row(visit, "oxygen").meaning == meaning


def test_every_meaning_is_listed_for_the_translators() -> None:
    used = {band.meaning for bands in summary.BANDS.values() for band in bands}
    assert used <= set(summary.MEANINGS)
    assert len(set(summary.MEANINGS)) == len(summary.MEANINGS)


def test_last_values_stand_beside_todays_only_where_they_belong_together(visit: Rehearsal) -> None:
    visit.to_results()
    assert all(row.earlier == () for row in rows(visit.state, visit.context))
    pressure = (
        EarlierValue("systolic", 141.0, "mm[Hg]", "2026-10-02T09:00:00+00:00"),
        EarlierValue("diastolic", 88.0, "mm[Hg]", "2026-10-02T09:00:00+00:00"),
    )
    visit.state = msgspec.structs.replace(
        visit.state, earlier=(*pressure, EarlierValue("spo2", 96.0, "%", "2026-10-02T09:00:00+00:00"))
    )
    found = {row.name: [value.value for value in row.earlier] for row in rows(visit.state, visit.context)}
    assert found == {"oxygen": [96], "pulse": [], "blood-pressure": [141, 88]}
    other_day = msgspec.structs.replace(pressure[1], at="2026-08-01T09:00:00+00:00")
    visit.state = msgspec.structs.replace(visit.state, earlier=(pressure[0], other_day))
    assert all(row.earlier == () for row in rows(visit.state, visit.context))
