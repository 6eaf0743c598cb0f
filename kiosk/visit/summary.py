"""Results in rows: what was measured, when, by which device, how well, and what it means in plain words.

A meaning is a code with words in the user interface; it is never a diagnosis. Nothing measured badly has a
meaning, and nothing is called in range for whom the adult ranges are not made (children, pregnancy) or may
not be (an unknown age); too little oxygen is too little for everybody.
"""

from typing import Final

import msgspec

from contract.measurement import ACT_KINDS, Act, DeviceIdentity, Grade, Kind, Measurement, Reason, Value
from contract.talk import EarlierValue
from kiosk.visit.context import Context
from kiosk.visit.judge import adult_ranges_fit
from kiosk.visit.model import VISIT_ACTS, reliable
from kiosk.visit.state import State

IN_RANGE: Final = "in-range"
A_LITTLE_LOW: Final = "a-little-low"
A_LITTLE_HIGH: Final = "a-little-high"
LOW: Final = "low-see-provider"
HIGH: Final = "high-see-provider"
VERY_HIGH: Final = "very-high-see-provider"
VERY_LOW: Final = "very-low-see-provider"
ASK_PROVIDER: Final = "ask-provider"  # a good reading, but the adult ranges are not for this person
NO_MEANING: Final = "no-meaning-poor-quality"
NOT_MEASURED: Final = "not-measured"

MEANINGS: Final = (
    VERY_LOW,
    LOW,
    A_LITTLE_LOW,
    IN_RANGE,
    A_LITTLE_HIGH,
    HIGH,
    VERY_HIGH,
    ASK_PROVIDER,
    NO_MEANING,
    NOT_MEASURED,
)
_WORST_FIRST: Final = (VERY_HIGH, VERY_LOW, HIGH, LOW, A_LITTLE_HIGH, A_LITTLE_LOW, IN_RANGE)


class Band(msgspec.Struct, frozen=True):
    """Values up to and including `up_to` mean `meaning`."""

    up_to: float
    meaning: str


# In the unit of contract.codes. Adults. SpO2, pulse and low systolic follow the parts of NEWS2 [V]
# (score 0 in range, 1 and 2 a little, 3 see a provider); the emergency ends are rules 4, 7 and 11;
# high pressures: ACC/AHA 130/80, ESH 140/90 [K]; low diastolic has no band of its own [P].
_END: Final = float("inf")
BANDS: Final[dict[Kind, tuple[Band, ...]]] = {
    Kind.SPO2: (Band(89, VERY_LOW), Band(91, LOW), Band(95, A_LITTLE_LOW), Band(_END, IN_RANGE)),
    Kind.PULSE_RATE: (
        Band(40, VERY_LOW),
        Band(49, LOW),
        Band(50, A_LITTLE_LOW),
        Band(90, IN_RANGE),
        Band(130, A_LITTLE_HIGH),
        Band(150, HIGH),
        Band(_END, VERY_HIGH),
    ),
    Kind.SYSTOLIC: (
        Band(90, LOW),
        Band(100, A_LITTLE_LOW),
        Band(129, IN_RANGE),
        Band(139, A_LITTLE_HIGH),
        Band(179, HIGH),
        Band(_END, VERY_HIGH),
    ),
    Kind.DIASTOLIC: (Band(79, IN_RANGE), Band(89, A_LITTLE_HIGH), Band(119, HIGH), Band(_END, VERY_HIGH)),
}


class Row(msgspec.Struct, frozen=True):
    """One line of the results.

    `name`: "oxygen", "pulse" or "blood-pressure"; what came in beside: "temperature", "weight", "height",
    "glucose" or "heart-rate". `values` is empty when nothing was measured (then `skipped` says why,
    `meaning` is NOT_MEASURED), or when the meter showed no number but `off_scale`: "high" or "low".
    `observed`: codes in the place of a number; `by`: who entered it by hand, empty: a device gave it.
    `measured_at` RFC 3339. `readings`: how many raw readings are behind it. `notes`: codes of words that
    belong beside the number. `site`: where on the body.
    """

    name: str
    act: Act
    meaning: str
    values: tuple[Value, ...] = ()
    measured_at: str = ""
    device: DeviceIdentity | None = None
    grade: Grade | None = None
    reasons: tuple[Reason, ...] = ()
    readings: int = 0
    skipped: str = ""
    notes: tuple[str, ...] = ()
    off_scale: str = ""
    site: str = ""
    observed: tuple[str, ...] = ()
    by: str = ""
    earlier: tuple[EarlierValue, ...] = ()  # of an earlier visit, where the patient has proven who they are


# What not every visit measures, shown when it came in or was wanted. It gets no meaning: its ranges
# depend on what only a provider knows (fasting, the usual weight, how a temperature was taken) [P].
BESIDE: Final = (
    ("temperature", Act.TEMPERATURE, Kind.TEMPERATURE),
    ("weight", Act.WEIGHT, Kind.WEIGHT),
    ("height", Act.WEIGHT, Kind.HEIGHT),
    ("glucose", Act.GLUCOSE, Kind.GLUCOSE),
    ("heart-rate", Act.HEART_RATE, Kind.HEART_RATE),
    ("height", Act.HEIGHT, Kind.HEIGHT),
    ("breathing", Act.RESPIRATION, Kind.RESPIRATORY_RATE),
    ("pain", Act.PAIN, Kind.PAIN),
)
OBSERVATIONS: Final = (("alertness", Act.ALERTNESS), ("oxygen-use", Act.OXYGEN_USE), ("pain", Act.PAIN))


def rows(state: State, context: Context) -> tuple[Row, ...]:
    """Return the rows of the results; none while the privacy check is still to come."""
    if state.hidden:
        return ()
    usual = (
        ("oxygen", Act.OXIMETRY, (Kind.SPO2,)),
        ("pulse", Act.OXIMETRY, (Kind.PULSE_RATE,)),
        ("blood-pressure", Act.BLOOD_PRESSURE, (Kind.SYSTOLIC, Kind.DIASTOLIC)),
    )
    measured = {*state.wanted, *(m.act for m in state.measurements)}
    made = [_row(state, context, name, act, kinds) for name, act, kinds in usual if act in measured]
    for name, act, kind in BESIDE:
        measurement = shown(state, act, (kind,))
        if measurement is not None:
            made.append(_of(state, context, name, measurement, (kind,)))
        elif act in state.wanted and kind in ACT_KINDS[act]:
            made.append(Row(name, act, NOT_MEASURED, skipped=state.record(act).skipped))
    for name, act in OBSERVATIONS:
        newest = next((m for m in reversed(state.measurements) if m.act is act and m.observed), None)
        if newest is not None:
            made.append(_of(state, context, name, newest, ()))
    return tuple(made)


def raw_rows(state: State, context: Context) -> tuple[Row, ...]:
    """Return a row for each raw blood pressure, also the unreliable ones, oldest first."""
    if state.hidden:
        return ()
    return tuple(
        _of(state, context, "blood-pressure", m, (Kind.SYSTOLIC, Kind.DIASTOLIC))
        for m in state.measurements
        if m.act is Act.BLOOD_PRESSURE and not m.derived_from
    )


def _row(state: State, context: Context, name: str, act: Act, kinds: tuple[Kind, ...]) -> Row:
    measurement = shown(state, act, kinds)
    if measurement is None:
        return Row(name, act, NOT_MEASURED, skipped=state.record(act).skipped)
    return _of(state, context, name, measurement, kinds)


def shown(state: State, act: Act, kinds: tuple[Kind, ...]) -> Measurement | None:
    """Choose what to show: the newest of means and hand-taken, else the newest reliable, else the newest.

    A meter's HI or LO is a reading of what the act is done for.
    """
    off_scale = kinds == ACT_KINDS[act]
    found = [
        m
        for m in state.measurements
        if m.act is act and (all(m.get(kind) for kind in kinds) or (off_scale and m.off_scale))
    ]
    newest_last = sorted(found, key=lambda m: (reliable(m), bool(m.derived_from) or m.by_hand))
    return newest_last[-1] if newest_last else None


def _of(state: State, context: Context, name: str, measurement: Measurement, kinds: tuple[Kind, ...]) -> Row:
    values = tuple(value for kind in kinds if (value := measurement.get(kind)))
    return Row(
        name=name,
        act=measurement.act,
        meaning=meaning(state, context, measurement, values),
        values=values,
        measured_at=measurement.effective.wall,
        device=measurement.device,
        grade=measurement.quality.grade,
        reasons=measurement.quality.reasons,
        readings=len(measurement.derived_from) or 1,
        skipped=state.record(measurement.act).skipped,
        notes=("spo2-accuracy",) if name == "oxygen" else (),
        off_scale=measurement.off_scale,
        site=measurement.site or "",
        observed=measurement.observed,
        by=measurement.entered_by,
        earlier=last_values(state, kinds),
    )


def last_values(state: State, kinds: tuple[Kind, ...]) -> tuple[EarlierValue, ...]:
    """Return the last values of these kinds; only when all of them are known, and from the same moment."""
    known = {value.kind: value for value in state.earlier}
    found = tuple(known[kind] for kind in kinds if kind in known)
    together = len(found) == len(kinds) and len({value.at for value in found}) == 1
    return found if together else ()


def meaning(state: State, context: Context, measurement: Measurement, values: tuple[Value, ...]) -> str:
    """Return what the values mean together: the worst of them, or that they mean nothing."""
    if not reliable(measurement):
        return NO_MEANING
    if measurement.act not in VISIT_ACTS:
        return ASK_PROVIDER
    found = {_band(value) for value in values}
    code = next((code for code in _WORST_FIRST if code in found), NO_MEANING)
    fit = adult_ranges_fit(state, measurement.effective, context)
    if fit is None and code == IN_RANGE:
        return ASK_PROVIDER  # never reassure whom we don't know
    too_little_oxygen = code in (VERY_LOW, LOW) and all(value.kind is Kind.SPO2 for value in values)
    return ASK_PROVIDER if fit is False and not too_little_oxygen else code


def _band(value: Value) -> str:
    return next((b.meaning for b in BANDS[value.kind] if value.value <= b.up_to), NO_MEANING)
