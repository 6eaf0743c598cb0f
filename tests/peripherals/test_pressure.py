"""What may be believed of a cuff's result, and how often a cuff may inflate."""

import pytest

from contract.measurement import Grade, Kind, Reason
from peripherals.pressure import Inflations, PressureLimits, judge, values_of

LIMITS = PressureLimits()
S = 1_000_000_000
GOOD: tuple[Grade, tuple[Reason, ...]] = (Grade.GOOD, ())
AGAIN: tuple[Grade, tuple[Reason, ...]] = (Grade.USABLE, (Reason.ASK_AGAIN,))
WRONG: tuple[Grade, tuple[Reason, ...]] = (Grade.NOT_RELIABLE, (Reason.OUT_OF_RANGE,))


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
    quality = judge(systolic, diastolic, pulse, rested=True, limits=LIMITS)
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
    quality = judge(systolic, 77, 71, rested=False, limits=LIMITS)
    assert (quality.grade, quality.reasons) == (grade, reasons)


def test_values_carry_their_units_and_no_pulse_is_made_up() -> None:
    assert [(v.kind, v.value, v.unit) for v in values_of(121, 77, 71)] == [
        (Kind.SYSTOLIC, 121, "mm[Hg]"),
        (Kind.DIASTOLIC, 77, "mm[Hg]"),
        (Kind.PULSE_RATE, 71, "/min"),
    ]
    assert [v.kind for v in values_of(121, 77, None)] == [Kind.SYSTOLIC, Kind.DIASTOLIC]


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
