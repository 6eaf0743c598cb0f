"""Units of readings, turned into the one unit in which the rules are written.

Which unit a reading may have, and what it is worth, is `contract.codes`; here are the everyday spellings
that devices and people use for the same units.
"""

from typing import Final

from contract.codes import UNITS, UnitError
from contract.codes import in_own_unit as converted
from contract.measurement import Kind, Value

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


def own_unit(name: str) -> str:
    """Return the unit in which the rules speak of a reading."""
    return next(iter(UNITS[Kind(name)]))


def check_unit(name: str, unit: str | None) -> str:
    """Return a reading's unit in UCUM. Raises UnitError when it is missing or none of the reading's."""
    known = UNITS[Kind(name)]
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
    return converted(Value(Kind(name), value, check_unit(name, unit))).value
