"""What staff can enter by hand, as a table: what no device gives, and what a device may fail at.

The numbers' limits are those of the quality gate (`contract/quality.json`): outside `reject` a number is not
taken, outside `ask_again` it is asked for once more.
"""

from typing import Final, NamedTuple

from contract.measurement import OBSERVED, Act, Kind, Value
from contract.quality import Range, rules
from contract.units import standardised

ROLES: Final = ("nurse", "aide", "physician", "pharmacist", "other-staff")
ARMS: Final = ("left-upper-arm", "right-upper-arm")


class Field(NamedTuple):
    """A number to type. Of fields in the same `choice` (one kind, several units) exactly one is filled."""

    kind: Kind
    unit: str
    choice: str = ""
    optional: bool = False

    @property
    def name(self) -> str:
        """What the field is called: a kind may have one for each unit."""
        return f"{self.kind}:{self.unit}"


class Entry(NamedTuple):
    """How an act is entered: counted, chosen from codes, or typed, after its site where it has some."""

    act: Act
    fields: tuple[Field, ...] = ()
    sites: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    counted: bool = False


_ENTRIES: Final = (
    Entry(Act.RESPIRATION, (Field(Kind.RESPIRATORY_RATE, "/min"),), counted=True),
    Entry(Act.ALERTNESS, codes=OBSERVED[Act.ALERTNESS]),
    Entry(Act.OXYGEN_USE, codes=OBSERVED[Act.OXYGEN_USE]),
    Entry(Act.PAIN, (Field(Kind.PAIN, "{score}"),)),
    Entry(
        Act.BLOOD_PRESSURE,
        (
            Field(Kind.SYSTOLIC, "mm[Hg]"),
            Field(Kind.DIASTOLIC, "mm[Hg]"),
            Field(Kind.PULSE_RATE, "/min", optional=True),
        ),
        ARMS,
    ),
    Entry(Act.OXIMETRY, (Field(Kind.SPO2, "%"), Field(Kind.PULSE_RATE, "/min"))),
    Entry(
        Act.TEMPERATURE,
        (Field(Kind.TEMPERATURE, "Cel", "t"), Field(Kind.TEMPERATURE, "[degF]", "t")),
        ("oral", "axillary", "tympanic", "forehead", "rectal"),
    ),
    Entry(Act.HEART_RATE, (Field(Kind.HEART_RATE, "/min"),)),
    Entry(Act.WEIGHT, (Field(Kind.WEIGHT, "kg", "w"), Field(Kind.WEIGHT, "[lb_av]", "w"))),
    Entry(Act.HEIGHT, (Field(Kind.HEIGHT, "cm", "h"), Field(Kind.HEIGHT, "[in_i]", "h"))),
    Entry(Act.GLUCOSE, (Field(Kind.GLUCOSE, "mg/dL", "g"), Field(Kind.GLUCOSE, "mmol/L", "g"))),
)
ENTRIES: Final[dict[Act, Entry]] = {entry.act: entry for entry in _ENTRIES}
"""In the order in which the menu shows them."""

MISSING: Final = "missing"  # mistakes with words
IMPOSSIBLE: Final = "value-impossible"
ONE_UNIT: Final = "one-unit-only"
UPSIDE_DOWN: Final = "upper-not-above-lower"


def mistake(entry: Entry, values: tuple[Value, ...]) -> str:
    """Return why these numbers can't be taken (an id with words), or nothing."""
    given = {(value.kind, value.unit) for value in values}
    known = {(field.kind, field.unit) for field in entry.fields}
    if not values or not given <= known:
        return MISSING
    choices = {field.choice for field in entry.fields if field.choice}
    for choice in choices:
        if sum((f.kind, f.unit) in given for f in entry.fields if f.choice == choice) != 1:
            return ONE_UNIT
    for field in entry.fields:
        if not field.choice and not field.optional and (field.kind, field.unit) not in given:
            return MISSING
    if not all(_within(value, rules()[entry.act].reject) for value in values):
        return IMPOSSIBLE
    by_kind = {value.kind: value.value for value in values}
    upper, lower = by_kind.get(Kind.SYSTOLIC), by_kind.get(Kind.DIASTOLIC)
    return UPSIDE_DOWN if upper is not None and lower is not None and lower >= upper else ""


def unusual(entry: Entry, values: tuple[Value, ...]) -> bool:
    """Is a number so far from most people's that it should be looked at again?"""
    return not all(_within(value, rules()[entry.act].ask_again) for value in values)


def _within(value: Value, ranges: dict[Kind, Range]) -> bool:
    if value.kind not in ranges:
        return True
    low, high = ranges[value.kind]
    number = value.value
    if value.kind is not Kind.GLUCOSE:
        number = standardised(value.kind, value.value, value.unit)[0]
    elif value.unit == "mmol/L":
        number *= 18.0156  # the gate's limits are in mg/dL; glucose keeps the unit it was read in
    return low <= number <= high
