"""National Early Warning Score 2 (NEWS2).

The score is the work of the Royal College of Physicians: National Early Warning Score (NEWS) 2,
London: RCP, 2017. Carepost computes it and credits it; it does not reproduce the chart.

A parameter that is not known gives no score at all, never 0. NEWS2 is not used under 16 years or in
pregnancy. Values between two whole numbers of the chart count as the more serious of the two.
"""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final, Literal

import msgspec

PARAMETERS: Final = (
    "respiratory_rate",
    "spo2",
    "oxygen",
    "systolic",
    "pulse_rate",
    "consciousness",
    "temperature",
)
ADULT_FROM_YEARS: Final = 16.0


class Vitals(msgspec.Struct, frozen=True, kw_only=True):
    """The seven parameters; None means not known. Temperature in °C, pressure in mmHg, rates per minute.

    `spo2_scale` 2 only with a clinician's recorded flag (hypercapnic respiratory failure).
    """

    respiratory_rate: float | None = None
    spo2: float | None = None
    oxygen: bool | None = None
    systolic: float | None = None
    pulse_rate: float | None = None
    consciousness: Literal["A", "C", "V", "P", "U"] | None = None
    temperature: float | None = None
    spo2_scale: Literal[1, 2] = 1


class News2(msgspec.Struct, frozen=True, omit_defaults=True):
    """A score, or why there is none. `parts` holds the points of each parameter.

    `sources`: by parameter, the `source` and the name of the reading they are of, where it has one.
    """

    total: int | None
    parts: dict[str, int] = {}
    sources: dict[str, tuple[str, str]] = {}
    any_three: bool = False
    missing: tuple[str, ...] = ()
    not_applicable: str | None = None


def news2(vitals: Vitals) -> News2:
    """Compute the score; `total` is None when a parameter is missing."""
    rate, spo2, oxygen = vitals.respiratory_rate, vitals.spo2, vitals.oxygen
    systolic, pulse, temperature = vitals.systolic, vitals.pulse_rate, vitals.temperature
    if (
        rate is None
        or spo2 is None
        or oxygen is None
        or systolic is None
        or pulse is None
        or vitals.consciousness is None
        or temperature is None
    ):
        return News2(total=None, missing=tuple(n for n in PARAMETERS if getattr(vitals, n) is None))
    parts = {
        "respiratory_rate": _respiratory_rate(rate),
        "spo2": _saturation(spo2, oxygen, vitals.spo2_scale),
        "oxygen": 2 if oxygen else 0,
        "systolic": _systolic(systolic),
        "pulse_rate": _pulse(pulse),
        "consciousness": 0 if vitals.consciousness == "A" else 3,
        "temperature": _temperature(temperature),
    }
    return News2(total=sum(parts.values()), parts=parts, any_three=3 in parts.values())


def _respiratory_rate(rate: float) -> int:
    if rate < 9 or rate > 24:
        return 3
    if rate > 20:
        return 2
    return 1 if rate < 12 else 0


def _saturation(spo2: float, oxygen: bool, scale: int) -> int:
    if scale == 1:
        return _steps(spo2, (92, 3), (94, 2), (96, 1))
    if spo2 < 88:
        return _steps(spo2, (84, 3), (86, 2), (88, 1))
    if spo2 <= 92 or not oxygen:
        return 0
    if spo2 > 96:
        return 3
    return 2 if spo2 > 94 else 1


def _systolic(pressure: float) -> int:
    # The chart is in whole numbers: 90.5 counts as 90, 219.5 as 220.
    return 3 if pressure > 219 else _steps(pressure, (91, 3), (101, 2), (111, 1))


def _pulse(rate: float) -> int:
    if rate < 41 or rate > 130:
        return 3
    if rate > 110:
        return 2
    return 1 if rate < 51 or rate > 90 else 0


def _temperature(celsius: float) -> int:
    rounded = Decimal(str(celsius)).quantize(Decimal("0.1"), ROUND_HALF_UP)
    if rounded <= Decimal("35.0"):
        return 3
    if rounded >= Decimal("39.1"):
        return 2
    return 1 if rounded <= Decimal("36.0") or rounded >= Decimal("38.1") else 0


def _steps(value: float, *steps: tuple[float, int]) -> int:
    """Points of the first step whose end lies above the value, else 0."""
    return next((points for end, points in steps if value < end), 0)
