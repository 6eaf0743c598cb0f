"""What may be believed of a cuff's result, how often a cuff may inflate, and when it holds its air."""

import pytest

from contract.measurement import Act, Grade, Kind, Quality, Reason, Value
from contract.quality import rules
from peripherals.inflations import CuffLimits, HeldPressure, Inflations
from peripherals.quality import NOTHING_ELSE, Circumstances, Sample, judge

LIMITS = CuffLimits()
RULES = rules()[Act.BLOOD_PRESSURE]
S = 1_000_000_000
GOOD: tuple[Grade, tuple[Reason, ...]] = (Grade.GOOD, ())
AGAIN: tuple[Grade, tuple[Reason, ...]] = (Grade.USABLE, (Reason.ASK_AGAIN,))
WRONG: tuple[Grade, tuple[Reason, ...]] = (Grade.NOT_RELIABLE, (Reason.OUT_OF_RANGE,))


def graded(
    systolic: int,
    diastolic: int,
    pulse: int | None,
    *flags: str,
    beside: Circumstances = NOTHING_ELSE,
) -> Quality:
    values = {
        Kind.SYSTOLIC: Value(Kind.SYSTOLIC, systolic, "mm[Hg]"),
        Kind.DIASTOLIC: Value(Kind.DIASTOLIC, diastolic, "mm[Hg]"),
    }
    if pulse is not None:
        values[Kind.PULSE_RATE] = Value(Kind.PULSE_RATE, pulse, "/min")
    verdict = judge(Sample(0, values, frozenset(flags)), RULES, beside)
    assert verdict is not None
    assert verdict.values == tuple(values.values())
    return verdict.quality


@pytest.mark.parametrize(
    ("systolic", "diastolic", "pulse", "expected"),
    [
        (121, 77, 71, GOOD),
        (121, 77, None, GOOD),
        (39, 30, 71, WRONG),
        (40, 30, 71, AGAIN),
        (79, 50, 71, AGAIN),
        (80, 50, 71, GOOD),
        (220, 90, 71, GOOD),
        (221, 90, 71, AGAIN),
        (300, 90, 71, AGAIN),
        (301, 90, 71, WRONG),
        (121, 19, 71, WRONG),
        (121, 20, 71, AGAIN),
        (121, 39, 71, AGAIN),
        (121, 40, 71, GOOD),
        (180, 130, 71, GOOD),
        (180, 131, 71, AGAIN),
        (250, 200, 71, AGAIN),
        (250, 201, 71, WRONG),
        (121, 77, 19, WRONG),
        (121, 77, 20, AGAIN),
        (121, 77, 39, AGAIN),
        (121, 77, 40, GOOD),
        (121, 77, 150, GOOD),
        (121, 77, 151, AGAIN),
        (121, 77, 300, AGAIN),
        (121, 77, 301, WRONG),
    ],
)
def test_limits(
    systolic: int, diastolic: int, pulse: int | None, expected: tuple[Grade, tuple[Reason, ...]]
) -> None:
    quality = graded(systolic, diastolic, pulse)
    assert (quality.grade, quality.reasons) == expected


@pytest.mark.parametrize(
    ("systolic", "grade", "reasons"),
    [
        (121, Grade.USABLE, (Reason.NOT_RESTED,)),
        (221, Grade.USABLE, (Reason.NOT_RESTED, Reason.ASK_AGAIN)),
        (301, Grade.NOT_RELIABLE, (Reason.OUT_OF_RANGE,)),
    ],
)
def test_without_rest(systolic: int, grade: Grade, reasons: tuple[Reason, ...]) -> None:
    quality = graded(systolic, 77, 71, beside=Circumstances(rested=False))
    assert (quality.grade, quality.reasons) == (grade, reasons)


@pytest.mark.parametrize(
    ("flag", "grade", "reason"),
    [
        ("movement", Grade.NOT_RELIABLE, Reason.MOVEMENT),
        ("loose-cuff", Grade.NOT_RELIABLE, Reason.LOOSE_CUFF),
        ("bad-position", Grade.NOT_RELIABLE, Reason.BAD_POSITION),
        ("irregular-pulse", Grade.USABLE, Reason.IRREGULAR_PULSE),
        ("low-battery", Grade.USABLE, Reason.BATTERY_LOW),
    ],
)
def test_what_the_cuff_itself_says(flag: str, grade: Grade, reason: Reason) -> None:
    quality = graded(121, 77, 71, flag)
    assert (quality.grade, quality.reasons) == (grade, (reason,))


@pytest.mark.parametrize(
    ("arm_cm", "reasons"),
    [(None, ()), (27, ()), (34, ()), (26.9, (Reason.CUFF_SIZE,)), (35, (Reason.CUFF_SIZE,))],
)
def test_a_cuff_that_does_not_fit_the_arm(arm_cm: float | None, reasons: tuple[Reason, ...]) -> None:
    quality = graded(121, 77, 71, beside=Circumstances(cuff_cm=(27, 34), arm_cm=arm_cm))
    assert quality.reasons == reasons
    assert (quality.grade is Grade.NOT_RELIABLE) == bool(reasons)


def test_a_result_without_its_pair_is_none() -> None:
    assert judge(Sample(0, {Kind.SYSTOLIC: Value(Kind.SYSTOLIC, 121, "mm[Hg]")}), RULES) is None


def test_four_inflations_in_ten_minutes_and_no_fifth() -> None:
    rests = Inflations(LIMITS)
    for minute in range(4):
        assert rests.may(minute * 60 * S)
        rests.began(minute * 60 * S)
    assert not rests.may(4 * 60 * S)
    assert not rests.may(600 * S - 1)
    assert rests.may(600 * S)


def test_the_ten_minutes_glide() -> None:
    rests = Inflations(LIMITS)
    for second in (0, 500, 510, 520, 600):
        assert rests.may(second * S)
        rests.began(second * S)
    assert not rests.may(1099 * S)
    assert rests.may(1100 * S)


def test_a_cuff_that_keeps_its_air_is_told_once_until_it_lets_go() -> None:
    held = HeldPressure(LIMITS)
    held.inflating()
    assert not held.pressure(180, 60 * S)
    held.stopped(60 * S)
    assert not held.pressure(120, 68 * S)
    assert held.pressure(118, 68 * S + 1)
    assert held.told
    assert not held.pressure(118, 70 * S)
    assert not held.pressure(5, 71 * S)
    assert not held.told


def test_a_cuff_that_lets_go_in_time_is_not_told_of() -> None:
    held = HeldPressure(LIMITS)
    held.stopped(0)
    assert not held.pressure(25, 1 * S)
    held.inflating()
    assert not held.pressure(150, 30 * S)
