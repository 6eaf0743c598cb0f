"""Units of readings, turned into the one unit in which the rules are written.

Units are UCUM, with the everyday spellings devices and people use. Glucose: 1 mmol/L = 18.016 mg/dL
(molar mass of glucose 180.16 g/mol).
"""

from typing import Final

GLUCOSE_MG_DL_PER_MMOL_L: Final = 18.016
_PRESSURE: Final = {"mm[Hg]": 1.0, "mmHg": 1.0, "kPa": 7.50062}
_RATE: Final = {"/min": 1.0, "1/min": 1.0, "bpm": 1.0, "{beats}/min": 1.0, "{breaths}/min": 1.0}
_PERCENT: Final = {"%": 1.0}
_TEMPERATURE: Final = {"Cel": 1.0, "°C": 1.0, "C": 1.0, "[degF]": 5 / 9, "°F": 5 / 9, "F": 5 / 9}
_FAHRENHEIT: Final = frozenset({"[degF]", "°F", "F"})

# For each name: the accepted units and what to multiply by; the first one is the rules' own.
_FACTORS: Final[dict[str, dict[str, float]]] = {
    "spo2": _PERCENT,
    "perfusion_index": _PERCENT,
    "pulse_rate": _RATE,
    "heart_rate": _RATE,
    "respiratory_rate": _RATE,
    "systolic": _PRESSURE,
    "diastolic": _PRESSURE,
    "mean_arterial": _PRESSURE,
    "temperature": _TEMPERATURE,
    "weight": {"kg": 1.0, "g": 0.001, "[lb_av]": 0.45359237, "lb": 0.45359237},
    "height": {"cm": 1.0, "m": 100.0, "[in_i]": 2.54, "in": 2.54},
    "glucose": {"mg/dL": 1.0, "mmol/L": GLUCOSE_MG_DL_PER_MMOL_L},
}


class UnitError(ValueError):
    """A unit is missing or is not one of the reading's."""


def own_unit(name: str) -> str:
    """Return the unit in which the rules speak of a reading."""
    return next(iter(_FACTORS[name]))


def unit_factor(name: str, unit: str | None) -> float:
    """Return what a value must be multiplied by. Raises UnitError."""
    known = _FACTORS[name]
    if unit is None:
        raise UnitError(f"the unit is missing; it may be {', '.join(known)}")
    if unit not in known:
        raise UnitError(f"unit {unit!r} is not known here; it may be {', '.join(known)}")
    return known[unit]


def in_own_unit(name: str, value: float, unit: str | None) -> float:
    """Return a value in the rules' own unit; a converted one is rounded to hundredths.

    The rounding keeps 100.4 °F at exactly 38 °C, where a limit lies. Raises UnitError.
    """
    factor = unit_factor(name, unit)
    if unit in _FAHRENHEIT:
        return round((value - 32) * factor, 2)
    return value if factor == 1.0 else round(value * factor, 2)
