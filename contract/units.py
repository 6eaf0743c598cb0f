"""Units of what is measured (UCUM), and exact conversion to each kind's standard unit.

A converted number carries as many decimals as it needs to become the device's own number again when
converted back, and no more: 98.6 [degF] is 37 Cel, 98.7 [degF] is 37.06 Cel. Factors: international pound and
inch (exact), 1 mm[Hg] = 133.322387415 Pa, glucose 180.156 g/mol.
"""

from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from typing import Final, NamedTuple


class Scale(NamedTuple):
    """standard = (value - zero) * factor."""

    factor: Fraction
    zero: Fraction = Fraction(0)


_SAME: Final = Scale(Fraction(1))
_PRESSURE: Final = {"mm[Hg]": _SAME, "kPa": Scale(Fraction(1_000_000_000_000, 133_322_387_415))}
_RATE: Final = {"/min": _SAME}
_PERCENT: Final = {"%": _SAME}

UNITS: Final[dict[str, dict[str, Scale]]] = {
    "spo2": _PERCENT,
    "perfusion_index": _PERCENT,
    "pulse_rate": _RATE,
    "heart_rate": _RATE,
    "respiratory_rate": _RATE,
    "systolic": _PRESSURE,
    "diastolic": _PRESSURE,
    "mean_arterial": _PRESSURE,
    "cuff_pressure": _PRESSURE,
    "temperature": {
        "Cel": _SAME,
        "[degF]": Scale(Fraction(5, 9), Fraction(32)),
        "K": Scale(Fraction(1), Fraction(27315, 100)),
    },
    "weight": {
        "kg": _SAME,
        "g": Scale(Fraction(1, 1000)),
        "[lb_av]": Scale(Fraction(45359237, 10**8)),
        "[oz_av]": Scale(Fraction(45359237, 16 * 10**8)),
    },
    "height": {"cm": _SAME, "m": Scale(Fraction(100)), "[in_i]": Scale(Fraction(254, 100))},
    "glucose": {"mg/dL": _SAME, "mmol/L": Scale(Fraction(180156, 10000))},
    "pain": {"{score}": _SAME},
}
"""The units known for each name; the first one is the standard unit."""

KEPT: Final = frozenset({("glucose", "mmol/L")})
"""Units that stand beside the standard one with a code of their own: never converted at the edge."""

MOST_DECIMALS: Final = 6


class UnitError(ValueError):
    """A unit is not one of the value's."""


def standard_unit(name: str) -> str:
    """Return the unit in which a value of this name is kept."""
    return next(iter(UNITS[name]))


def scale_of(name: str, unit: str) -> Scale:
    """Return how to get from a unit to the standard one; UnitError when it is not known."""
    try:
        return UNITS[name][unit]
    except KeyError:
        known = ", ".join(UNITS.get(name, ()))
        raise UnitError(f"{name} in {unit!r}: may be {known or 'nothing known here'}") from None


def standardised(name: str, value: float, unit: str) -> tuple[float, str]:
    """Return a value in its standard unit, and that unit; those of `KEPT` as they are. UnitError."""
    scale = scale_of(name, unit)
    if scale == _SAME or (name, unit) in KEPT:
        return value, unit
    own = Decimal(repr(value))
    exact = (Fraction(own) - scale.zero) * scale.factor
    own_decimals = max(0, -int(own.as_tuple().exponent))
    for decimals in range(MOST_DECIMALS):
        rounded = _rounded(exact, decimals)
        if _rounded(Fraction(rounded) / scale.factor + scale.zero, own_decimals) == own:
            return float(rounded), standard_unit(name)
    return float(_rounded(exact, MOST_DECIMALS)), standard_unit(name)


def _rounded(value: Fraction, decimals: int) -> Decimal:
    digits = Decimal(value.numerator) / Decimal(value.denominator)
    return digits.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)
