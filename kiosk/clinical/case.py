"""A case: what is known about one person at one moment, as the rules see it.

No names, no numbers that identify anybody. The JSON form is that of `python -m kiosk rules evaluate`.
Anything that could silently change the result (an unknown symptom, reading or unit) is an error.
"""

from typing import Final, Literal

import msgspec

from kiosk.clinical.units import UnitError, check_unit

# fmt: off
SYMPTOMS: Final = frozenset({
    "chest_pain", "back_pain", "face_droop", "arm_weakness", "speech_trouble", "breathless", "numbness",
    "weakness", "vision_change", "vision_loss_sudden", "stridor", "blue_lips", "breathing_distress",
    "infection", "confusion", "mottled_skin", "non_blanching_rash", "no_urine_18h", "not_alert",
    "seizure", "allergen", "hives", "throat_swelling", "fainting", "vomiting", "deep_breathing",
    "suicide_screen_yes", "suicidal_now", "heavy_bleeding", "bleeding", "severe_belly_pain",
    "severe_headache", "headache", "stiff_neck", "fever", "altered", "overdose", "eye_splash",
    "cannot_swallow",
})
# fmt: on
# fmt: off
VITALS: Final = frozenset({
    "spo2", "pulse_rate", "heart_rate", "perfusion_index", "systolic", "diastolic", "mean_arterial",
    "temperature", "weight", "height", "glucose", "respiratory_rate",
})
# fmt: on
# Names a device may report that no rule looks at; they are accepted and left alone.
OTHER_NAMES: Final = frozenset(["pleth", "signal", "bar", "cuff_pressure", "rr_interval", "sequence"])
GLUCOSE_CODES: Final = {"lo": "low", "low": "low", "hi": "high", "high": "high"}
AGE_LIMIT_YEARS: Final = 130.0

Consciousness = Literal["A", "C", "V", "P", "U"]
Setting = Literal["walk-in", "ltc"]


class CaseError(ValueError):
    """The case can't be read; the message says in plain words what is wrong and where."""


class Reading(msgspec.Struct, frozen=True):
    """One value of one attempt. `value` None: the attempt gave no number.

    A repeat is a later reading of the same name. Glucose "LO" and "HI" are the flags `low` and
    `high` (or the words as value), never numbers. `source`: what the number is of, for whoever asks later.
    """

    name: str
    value: float | str | list[float] | None = None
    unit: str | None = None
    time: str | float | None = None
    site: str | None = None
    flags: tuple[str, ...] = ()
    reliable: bool = True
    source: str = ""


class Case(msgspec.Struct, frozen=True):
    """Everything the rules look at. `None` means "not known", which is never taken as normal.

    `age` is in years, with fractions for small children. `baseline` holds the person's own usual
    values in the units of contract.codes. `readings` are oldest first.
    """

    age: float | None
    pregnant: bool | None = None
    oxygen: bool | None = None
    consciousness: Consciousness | None = None
    spo2_scale: Literal[1, 2] = 1
    setting: Setting = "walk-in"
    baseline: dict[str, float | None] = {}
    symptoms: frozenset[str] = frozenset()
    readings: tuple[Reading, ...] = ()


def parse_case(data: bytes) -> Case:
    """Read the JSON form of a case. Raises CaseError."""
    try:
        case = msgspec.json.decode(data, type=Case)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise CaseError(f"not a readable case: {error}") from None
    check_case(case)
    return case


def unknown_fields(data: bytes) -> list[str]:
    """Names of fields that a readable case carries and we don't know: worth a warning, not an error."""
    raw = msgspec.json.decode(data)
    found = [name for name in raw if name not in Case.__struct_fields__]
    for reading in raw.get("readings", []):
        found += [f"readings.{name}" for name in reading if name not in Reading.__struct_fields__]
    return sorted(set(found))


def check_case(case: Case) -> None:
    """Raise CaseError when something in the case has no meaning to the rules."""
    if case.age is not None and not 0 <= case.age <= AGE_LIMIT_YEARS:
        raise CaseError(f"age: {case.age:g} years is not an age between 0 and {AGE_LIMIT_YEARS:g}")
    for symptom in sorted(case.symptoms - SYMPTOMS):
        raise CaseError(f"symptoms: {symptom!r} is not known; known are {', '.join(sorted(SYMPTOMS))}")
    for name in case.baseline:
        if name not in VITALS:
            raise CaseError(f"baseline: {name!r} is not known; known are {', '.join(sorted(VITALS))}")
    for position, reading in enumerate(case.readings):
        try:
            _check_reading(reading)
        except (CaseError, UnitError) as error:
            raise CaseError(f"readings[{position}] {reading.name}: {error}") from None


def _check_reading(reading: Reading) -> None:
    if reading.name in OTHER_NAMES:
        return
    if reading.name not in VITALS:
        raise CaseError(f"this name is not known; known are {', '.join(sorted(VITALS | OTHER_NAMES))}")
    if isinstance(reading.value, str):
        if reading.name != "glucose" or reading.value.lower() not in GLUCOSE_CODES:
            raise CaseError(f"value {reading.value!r} is not a number")
    elif isinstance(reading.value, list):
        raise CaseError("value is a list, but this reading is one number")
    elif reading.value is not None:
        check_unit(reading.name, reading.unit)
