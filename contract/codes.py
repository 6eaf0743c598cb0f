"""LOINC, IEEE 11073 MDC and UCUM codes of what we measure. Units and their conversion are in `units.py`.

Sources: the LOINC table, IEEE 11073-10101 nomenclature (code = partition * 65536 + term), UCUM;
collected in the project's clinical notes. LOINC codes are used under LOINC's notice (see NOTICE).
"""

from typing import Final, NamedTuple

from contract.measurement import Act, Kind, Value


class Code(NamedTuple):
    """The codes of one kind of value. `loinc` lists the most specific code first."""

    loinc: tuple[str, ...]
    mdc: int | None
    unit: str  # UCUM
    display: str


CODES: Final[dict[Kind, Code]] = {
    Kind.SPO2: Code(("59408-5", "2708-6"), 150456, "%", "Oxygen saturation by pulse oximetry"),
    Kind.PULSE_RATE: Code(("8889-8", "8867-4"), 149530, "/min", "Heart rate by pulse oximetry"),
    Kind.PERFUSION_INDEX: Code(("61006-3",), 150448, "%", "Perfusion index by pulse oximetry"),
    Kind.SYSTOLIC: Code(("8480-6",), 150021, "mm[Hg]", "Systolic blood pressure"),
    Kind.DIASTOLIC: Code(("8462-4",), 150022, "mm[Hg]", "Diastolic blood pressure"),
    Kind.MEAN_ARTERIAL: Code(("8478-0",), 150023, "mm[Hg]", "Mean blood pressure"),
    Kind.TEMPERATURE: Code(("8310-5",), 150364, "Cel", "Body temperature"),
    Kind.WEIGHT: Code(("29463-7",), 188736, "kg", "Body weight"),
    Kind.HEIGHT: Code(("8302-2",), 188740, "cm", "Body height"),
    Kind.GLUCOSE: Code(("41653-7",), 160184, "mg/dL", "Glucose in capillary blood by glucometer"),
    Kind.RESPIRATORY_RATE: Code(("9279-1",), 151562, "/min", "Respiratory rate"),
    Kind.HEART_RATE: Code(("8867-4",), 147842, "/min", "Heart rate"),
    Kind.PAIN: Code(("72514-3",), None, "{score}", "Pain from 0 to 10, as told"),
}

# What is observed and no number; where LOINC's own code is not known to fit exactly, words must do.
OBSERVED_CODES: Final[dict[Act, Code]] = {
    Act.ALERTNESS: Code(("80288-4",), None, "", "Level of consciousness (ACVPU)"),
    Act.OXYGEN_USE: Code((), None, "", "Breathing air or oxygen"),
    Act.PAIN: Code((), None, "", "Signs of pain seen in somebody who can't say"),
}

BLOOD_PRESSURE_PANEL: Final = Code(("85354-9",), 150020, "", "Blood pressure panel")
CUFF_PULSE: Final = Code(("8867-4",), 149546, "/min", "Heart rate by cuff")

# Glucose is said in two units that nobody converts in the head, so LOINC has a code for each.
GLUCOSE_MOLES: Final = Code(("14743-9",), 160184, "mmol/L", "Glucose in capillary blood by glucometer")
# MDC 160184 is glucose of whole blood. 160188 (plasma) is for what says that it is calibrated to plasma; the
# meters' own protocols leave it open, so the whole-blood code stands for "as the meter shows it".


def code_of(value: Value) -> Code:
    """Return the codes of a value, which for glucose depend on its unit."""
    if value.kind is Kind.GLUCOSE and value.unit == GLUCOSE_MOLES.unit:
        return GLUCOSE_MOLES
    return CODES[value.kind]
