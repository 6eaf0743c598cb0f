"""Today's values beside the resident's own usual ones: how far from them, and whether that is much.

The widths are [P]: a clinician's to sign off (docs/long-term-care.md). What the rules say stands beside,
whatever is said here.
"""

from typing import Final

import msgspec

from contract.measurement import Kind, Measurement
from contract.residents import Baseline
from contract.units import UnitError, standardised

AS_USUAL: Final = "as-usual"
HIGHER: Final = "higher"
LOWER: Final = "lower"
UNKNOWN: Final = "unknown"  # no usual value is known
WIDTHS: Final[dict[Kind, float]] = {  # in the units of contract.codes
    Kind.SPO2: 2,
    Kind.PULSE_RATE: 15,
    Kind.HEART_RATE: 15,
    Kind.SYSTOLIC: 20,
    Kind.DIASTOLIC: 10,
    Kind.TEMPERATURE: 0.5,
    Kind.WEIGHT: 1.4,  # 3 lb
    Kind.GLUCOSE: 40,
    Kind.RESPIRATORY_RATE: 4,
    Kind.PAIN: 1,
}


class Beside(msgspec.Struct, frozen=True):
    """A value beside its usual one. `by`: how far from it, in `unit`; `how`: one of the ids above."""

    kind: Kind
    how: str
    usual: float = 0.0
    by: float = 0.0
    unit: str = ""


def beside(measurement: Measurement, kind: Kind, baseline: tuple[Baseline, ...]) -> Beside:
    """Return how a value of a measurement stands beside the usual one."""
    value = measurement.get(kind)
    usual = next((each for each in baseline if each.kind == kind), None)
    if value is None or usual is None:
        return Beside(kind, UNKNOWN)
    try:
        here, unit = standardised(kind, value.value, value.unit)
        there, there_unit = standardised(kind, usual.value, usual.unit)
    except UnitError:
        return Beside(kind, UNKNOWN)
    if unit != there_unit:
        return Beside(kind, UNKNOWN)
    by = round(here - there, 6)
    how = AS_USUAL if abs(by) <= WIDTHS.get(kind, 0.0) else HIGHER if by > 0 else LOWER
    return Beside(kind, how, there, abs(by), unit)
