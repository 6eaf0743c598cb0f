"""The schemes of blood pressure by their numbers."""

from uuid import UUID

import pytest

from contract.measurement import Act, Grade, Instant, Kind, Measurement, Quality, Reason, Value
from contract.quality import schemes
from kiosk.visit import repeats
from kiosk.visit.rehearsal import DEVICES

ESH, AHA = schemes().repeats["esh"], schemes().repeats["aha"]
AT = Instant("2026-11-24T09:00:00+00:00", 1, "boot")


def bp(
    systolic: float, diastolic: float, *reasons: Reason, pulse: float | None = 70, n: int = 1
) -> Measurement:
    values = [Value(Kind.SYSTOLIC, systolic, "mm[Hg]"), Value(Kind.DIASTOLIC, diastolic, "mm[Hg]")]
    if pulse is not None:
        values.append(Value(Kind.PULSE_RATE, pulse, "/min"))
    grade = Grade.USABLE if reasons else Grade.GOOD
    return Measurement(
        UUID(int=n),
        Act.BLOOD_PRESSURE,
        tuple(values),
        AT,
        DEVICES[Act.BLOOD_PRESSURE],
        Quality(grade, reasons),
    )


@pytest.mark.parametrize(
    ("readings", "needed"),
    [
        ([], True),
        ([bp(120, 80)], True),
        ([bp(120, 80), bp(120, 80)], True),
        ([bp(120, 80), bp(129, 89), bp(120, 80)], False),
        ([bp(120, 80), bp(130, 80), bp(120, 80)], True),
        ([bp(120, 80), bp(120, 70), bp(120, 80)], True),
        ([bp(120, 80), bp(120, 80), bp(160, 80)], False),  # only the first two are compared
        ([bp(120, 80), bp(120, 80, Reason.IRREGULAR_PULSE), bp(120, 80)], True),
        ([bp(120, 80), bp(140, 80), bp(120, 80), bp(120, 80)], False),
    ],
)
def test_when_another_is_needed(readings: list[Measurement], needed: bool) -> None:
    assert repeats.more_needed(readings, ESH) is needed


def test_the_mean_is_of_the_last_two_rounded_half_up() -> None:
    mean = repeats.mean([bp(150, 90, n=1), bp(121, 80, n=2), bp(124, 79, n=3)], UUID(int=9), ESH)
    assert mean is not None
    assert [(v.kind, v.value, v.unit) for v in mean.values] == [
        (Kind.SYSTOLIC, 123.0, "mm[Hg]"),
        (Kind.DIASTOLIC, 80.0, "mm[Hg]"),
        (Kind.PULSE_RATE, 70.0, "/min"),
    ]
    assert mean.derived_from == (UUID(int=2), UUID(int=3))
    assert mean.quality == Quality(Grade.GOOD)


def test_one_reading_is_no_mean() -> None:
    mean = repeats.mean([bp(121, 80)], UUID(int=9), ESH)
    assert mean is not None
    assert mean.quality == Quality(Grade.USABLE, (Reason.ONE_READING_ONLY,))


def test_none_of_none() -> None:
    assert repeats.mean([], UUID(int=9), ESH) is None


def test_readings_that_still_differ_say_so() -> None:
    mean = repeats.mean([bp(120, 80, n=1), bp(140, 80, n=2)], UUID(int=9), ESH)
    assert mean is not None and mean.quality.reasons == (Reason.READINGS_DIFFER,)


def test_reasons_are_kept_once() -> None:
    mean = repeats.mean([bp(120, 80, Reason.NOT_RESTED), bp(120, 80, Reason.NOT_RESTED)], UUID(int=9), ESH)
    assert mean is not None and mean.quality == Quality(Grade.USABLE, (Reason.NOT_RESTED,))


def test_a_value_only_one_reading_has_is_left_out() -> None:
    mean = repeats.mean([bp(120, 80, pulse=None), bp(120, 80)], UUID(int=9), ESH)
    assert mean is not None and mean.get(Kind.PULSE_RATE) is None


@pytest.mark.parametrize(("pulse", "disagrees"), [(60, False), (59, True), (80, False), (81, True)])
def test_the_pulses_must_agree_within_ten(pulse: float, disagrees: bool) -> None:
    oximeter = Measurement(
        UUID(int=5),
        Act.OXIMETRY,
        (Value(Kind.PULSE_RATE, pulse, "/min"),),
        AT,
        DEVICES[Act.OXIMETRY],
        Quality(Grade.GOOD),
    )
    mean = repeats.mean([bp(120, 80, n=1), bp(120, 80, n=2)], UUID(int=9), ESH, oximeter)
    assert mean is not None and (Reason.PULSE_DISAGREES in mean.quality.reasons) is disagrees


@pytest.mark.parametrize(
    ("readings", "needed"),
    [
        ([bp(120, 80)], True),
        ([bp(120, 80), bp(129, 80)], False),
        ([bp(120, 80), bp(130, 80)], True),
        ([bp(120, 80), bp(120, 80, Reason.IRREGULAR_PULSE)], False),
        ([bp(120, 80), bp(140, 80), bp(120, 80)], False),
    ],
)
def test_when_the_other_scheme_needs_another(readings: list[Measurement], needed: bool) -> None:
    assert repeats.more_needed(readings, AHA) is needed


def test_the_other_scheme_averages_all() -> None:
    mean = repeats.mean([bp(120, 80, n=1), bp(132, 80, n=2), bp(126, 80, n=3)], UUID(int=9), AHA)
    assert mean is not None
    assert (mean.values[0].value, len(mean.derived_from)) == (126.0, 3)
    assert mean.quality.reasons == (Reason.READINGS_DIFFER,)
