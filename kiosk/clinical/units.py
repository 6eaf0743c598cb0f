"""Units of readings, turned into the one unit in which the rules are written.

Which unit a reading may have, and what it is worth, is `contract.units`; here are the everyday spellings
that devices and people use for the same units.
"""

from fractions import Fraction
from typing import Final

from contract.units import UNITS, UnitError, scale_of
from contract.units import standard_unit as own_unit

__all__ = ["UnitError", "check_unit", "in_own_unit", "own_unit"]

SPELLINGS: Final = {
    "mmHg": "mm[Hg]",
    "1/min": "/min",
    "bpm": "/min",
    "{beats}/min": "/min",
    "{breaths}/min": "/min",
    "°C": "Cel",
    "C": "Cel",
    "°F": "[degF]",
    "F": "[degF]",
    "lb": "[lb_av]",
    "in": "[in_i]",
}


def check_unit(name: str, unit: str | None) -> str:
    """Return a reading's unit in UCUM. Raises UnitError when it is missing or none of the reading's."""
    known = UNITS[name]
    if unit is None:
        raise UnitError(f"the unit is missing; it may be {', '.join(known)}")
    spelt = SPELLINGS.get(unit, unit)
    if spelt not in known:
        raise UnitError(f"unit {unit!r} is not known here; it may be {', '.join(known)}")
    return spelt


def in_own_unit(name: str, value: float, unit: str | None) -> float:
    """Return a value in the rules' own unit; a converted one is rounded to hundredths.

    The rounding keeps 100.4 °F at exactly 38 °C, where a limit lies. Raises UnitError.
    """
    spelt = check_unit(name, unit)
    if spelt == own_unit(name):
        return value
    scale = scale_of(name, spelt)
    return round(float((Fraction(value) - scale.zero) * scale.factor), 2)
