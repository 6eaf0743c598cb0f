"""What the simulated 11073 agents are and have to say, by specialisation. No I/O, no protocol states here.

An oximeter streams under a configuration of its own (values, perfusion, sensor status); a cuff uses the
standard 02BC; a scale and a thermometer report configurations of their own; a glucose meter uses the standard
06A4 where it can, and has a store.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from peripherals.protocols.ieee11073 import mder, status
from peripherals.protocols.ieee11073.configuration import ValueMap, write_value_map
from peripherals.protocols.ieee11073.nomenclature import (
    PART_METRIC,
    SITES,
    Attribute,
    Class,
    Metric,
    Specialisation,
    Unit,
)
from peripherals.protocols.ieee11073.standard import BASIC, BASIC_TIME, PRESSURE_TIME
from peripherals.protocols.ieee11073.times import write_absolute
from peripherals.protocols.medical_float import to_float32, to_sfloat
from peripherals.simulators.oximeters import Patient, Seen
from peripherals.simulators.scenarios import Scenario, Stored

NAN: Final = mder.u16(0x07FF)
ABOVE: Final = {2: mder.u16(0x07FE), 4: mder.u32(0x007FFFFE)}
BELOW: Final = {2: mder.u16(0x0802), 4: mder.u32(0x00800002)}

STATUS_16: Final[ValueMap] = ((Attribute.STATUS_16, 2),)
STATUS_32_TIME: Final[ValueMap] = ((Attribute.STATUS_32, 4), (Attribute.TIME_STAMP, 8))
SIMPLE_STATE_TIME: Final[ValueMap] = (
    (Attribute.NUMERIC_SIMPLE, 4),
    (Attribute.MEASUREMENT_STATUS, 2),
    (Attribute.TIME_STAMP, 8),
)

STORE: Final = 60
LOW_PERFUSION: Final = 0.3
GLUCOSE_BITS: Final = range(1, 12)  # of its status: what can be wrong
GENERAL_FAULT: Final = 10

ConfigRow = tuple[int, int, dict[int, bytes]]
"""An object of a configuration report: class, handle, attributes."""

Row = tuple[int, bytes]
"""An observation of a fixed report: handle, value."""


class Due(NamedTuple):
    """A report that is due now. `confirmed`: it must arrive, and is sent again until it did."""

    rows: tuple[Row, ...]
    confirmed: bool = True


class Profile(NamedTuple):
    """One kind of agent. `due` gives what is to be reported at a moment: device's seconds, local time,
    and how many reports were taken already."""

    specialisation: Specialisation
    configuration: int
    objects: tuple[ConfigRow, ...]
    model: str
    due: Callable[[float, datetime, int], Due | None]
    kept: tuple[tuple[Row, ...], ...] = ()  # of strangers, not reported yet
    store: tuple[bytes, ...] = ()  # entries of the persistent store


def numeric(
    handle: int, type: int, unit: Unit, entries: ValueMap, more: Mapping[int, bytes] = {}
) -> ConfigRow:
    """Return a numeric object of a configuration report."""
    return _object(Class.NUMERIC, handle, type, entries, {Attribute.UNIT: mder.u16(unit), **more})


def _object(kind: Class, handle: int, type: int, entries: ValueMap, more: Mapping[int, bytes]) -> ConfigRow:
    attributes = {
        Attribute.TYPE: mder.u16(type >> 16, type & 0xFFFF),
        Attribute.METRIC_SPECIFICATION: mder.u16(0xF040),
        **more,
        Attribute.VALUE_MAP: write_value_map(entries),
    }
    return (kind, handle, attributes)


def short(value: float | None, exponent: int = 0) -> bytes:
    """Write an SFLOAT; None: not a number."""
    return NAN if value is None else mder.u16(to_sfloat(value, exponent))


def long(value: float, exponent: int = -1) -> bytes:
    """Write a FLOAT."""
    return mder.u32(to_float32(value, exponent))


# ---- oximeter


def oximeter(scenario: Scenario, seed: int, wall: datetime) -> Profile:
    """Return an oximeter that reports once a second."""
    patient = Patient(scenario.oximeter, seed)
    artefact_s = scenario.oximeter.artefact_s

    def due(t: float, local: datetime, taken: int) -> Due:
        return Due(_oximeter_rows(patient.at(t), shaken=t % 10 < artefact_s), confirmed=False)

    objects = (
        numeric(1, Metric.SPO2, Unit.PERCENT, BASIC),
        numeric(10, Metric.PULSE_OXIMETER, Unit.BEATS_PER_MINUTE, BASIC),
        numeric(11, Metric.PERFUSION, Unit.PERCENT, BASIC),
        _object(Class.ENUMERATION, 20, Metric.OXIMETER_STATUS, STATUS_16, {}),
    )
    return Profile(Specialisation.OXIMETER, 0x4000, objects, "Oximeter", due)


_FINGER_BITS: Final = {"out": 4, "searching": 6, "too-long": 6}


def _oximeter_rows(seen: Seen, *, shaken: bool) -> tuple[Row, ...]:
    bits = [_FINGER_BITS[seen.finger]] if seen.finger in _FINGER_BITS else []
    if seen.perfusion is not None and seen.perfusion < LOW_PERFUSION:
        bits.append(10)
    if shaken:
        bits.append(9)
    told = sum(0x8000 >> bit for bit in bits)
    return (
        (1, short(seen.spo2)),
        (10, short(seen.pulse)),
        (11, short(seen.perfusion, -2)),
        (20, mder.u16(told)),
    )


# ---- cuff


def cuff(scenario: Scenario, seed: int, wall: datetime) -> Profile:
    """Return a cuff that somebody starts again and again; a measurement that fails has no values."""
    story = scenario.cuff

    def due(t: float, local: datetime, taken: int) -> Due | None:
        if t < story.takes_s * (taken + 1):
            return None
        if story.error is not None:
            return Due(_pressure_rows((None, None, None, None), local))
        reading = story.readings[(taken + seed) % len(story.readings)]
        mean = round(reading.diastolic + (reading.systolic - reading.diastolic) / 3)
        return Due(_pressure_rows((reading.systolic, reading.diastolic, mean, reading.pulse), local))

    def remembered(stored: Stored) -> tuple[Row, ...] | None:
        told = stored.values
        if "systolic" not in told or "diastolic" not in told:
            return None
        values = (told["systolic"], told["diastolic"], None, told.get("pulse_rate"))
        return _pressure_rows(values, wall - timedelta(seconds=stored.age_s))

    components = mder.items(
        mder.u16(term & 0xFFFF) for term in (Metric.SYSTOLIC, Metric.DIASTOLIC, Metric.MEAN)
    )
    objects = (
        numeric(1, Metric.PRESSURE, Unit.MMHG, PRESSURE_TIME, {Attribute.PHYSIO_LIST: components}),
        numeric(2, Metric.PULSE, Unit.BEATS_PER_MINUTE, BASIC_TIME),
    )
    kept = _kept(scenario, remembered)
    return Profile(Specialisation.BLOOD_PRESSURE, 0x02BC, objects, "Blood Pressure Monitor", due, kept)


def _pressure_rows(values: tuple[float | None, ...], local: datetime) -> tuple[Row, ...]:
    *pressures, pulse = values
    compound = mder.items(short(value) for value in pressures)
    return ((1, compound + write_absolute(local)), (2, short(pulse) + write_absolute(local)))


# ---- thermometer


def thermometer(scenario: Scenario, seed: int, wall: datetime) -> Profile:
    """Return a thermometer; an error is its mechanics', by the general device status."""
    story = scenario.thermometer
    type = next((code for code, site in SITES.items() if site == story.site), Metric.TEMPERATURE)

    def due(t: float, local: datetime, taken: int) -> Due | None:
        if t < story.takes_s * (taken + 1):
            return None
        if story.error is not None:
            return Due(((2, mder.u32(0x80000000 >> 6) + write_absolute(local)),))
        return Due(((1, short(story.temperature, -1) + write_absolute(local)),))

    def remembered(stored: Stored) -> tuple[Row, ...] | None:
        value = stored.values.get("temperature")
        then = wall - timedelta(seconds=stored.age_s)
        return None if value is None else ((1, short(value, -1) + write_absolute(then)),)

    objects = (
        numeric(1, type, Unit.CELSIUS, BASIC_TIME),
        _object(Class.ENUMERATION, 2, Metric.DEVICE_STATUS, STATUS_32_TIME, {}),
    )
    kept = _kept(scenario, remembered)
    return Profile(Specialisation.THERMOMETER, 0x4001, objects, "Thermometer", due, kept)


# ---- scale


def scale(scenario: Scenario, seed: int, wall: datetime) -> Profile:
    """Return a scale that shows what it weighs while the person moves, then reports once."""
    story = scenario.scale

    def due(t: float, local: datetime, taken: int) -> Due | None:
        on_for = t - story.steps_on_s
        if on_for < 0 or taken:
            return None
        if story.refuses:
            return Due(_scale_rows((ABOVE if story.refuses == "overload" else BELOW)[4], None, local))
        if on_for < story.still_after_s:
            wobble = 0.3 if int(t * 2) % 2 else -0.3
            return Due(_scale_rows(long(story.weight + wobble), None, local, status.ONGOING), confirmed=False)
        return Due(_scale_rows(long(story.weight), story.height, local))

    def remembered(stored: Stored) -> tuple[Row, ...] | None:
        value = stored.values.get("weight")
        then = wall - timedelta(seconds=stored.age_s)
        return None if value is None else _scale_rows(long(value), None, then)

    objects = (
        numeric(1, Metric.WEIGHT, Unit.KILOGRAM, SIMPLE_STATE_TIME),
        numeric(2, Metric.HEIGHT, Unit.CENTIMETRE, SIMPLE_STATE_TIME),
    )
    kept = _kept(scenario, remembered)
    return Profile(Specialisation.SCALE, 0x4002, objects, "Scale", due, kept)


def _scale_rows(weight: bytes, height: float | None, local: datetime, state: int = 0) -> tuple[Row, ...]:
    behind = mder.u16(state) + write_absolute(local)
    rows = [(1, weight + behind)]
    if height is not None:
        rows.append((2, long(height) + behind))
    return tuple(rows)


# ---- glucose meter


def glucose(scenario: Scenario, seed: int, wall: datetime) -> Profile:
    """Return a glucose meter. With a memory it has a store; with an error a status: both are not in 06A4."""
    story = scenario.glucose

    def due(t: float, local: datetime, taken: int) -> Due | None:
        if t < story.takes_s or taken:
            return None
        if story.error is not None:
            bit = story.error if story.error in GLUCOSE_BITS else GENERAL_FAULT
            return Due(((2, mder.u16(0x8000 >> bit)),))
        value = {"high": ABOVE[2], "low": BELOW[2]}.get(story.code) or short(story.glucose)
        return Due(((1, value + write_absolute(local)),))

    store = tuple(
        write_absolute(wall - timedelta(seconds=stored.age_s)) + short(stored.values["glucose"])
        for stored in scenario.memory
        if "glucose" in stored.values
    )
    objects: tuple[ConfigRow, ...] = (numeric(1, Metric.GLUCOSE_CAPILLARY, Unit.MG_PER_DL, BASIC_TIME),)
    configuration = 0x06A4
    if store or story.error is not None:
        configuration = 0x4003
        objects += (
            _object(Class.ENUMERATION, 2, Metric.GLUCOSE_STATUS, STATUS_16, {}),
            (Class.STORE, STORE, {Attribute.STORE_CAPABILITIES: mder.u16(0)}),
        )
    return Profile(Specialisation.GLUCOSE, configuration, objects, "Glucose Meter", due, store=store)


def _kept(
    scenario: Scenario, remembered: Callable[[Stored], tuple[Row, ...] | None]
) -> tuple[tuple[Row, ...], ...]:
    """Return what strangers measured, as reports that nobody has taken yet."""
    rows = (remembered(stored) for stored in scenario.memory)
    return tuple(row for row in rows if row is not None)


def segment_information(entries: int) -> bytes:
    """Return what a store says of its only segment: entries of a time and a glucose value."""
    element = mder.u16(Class.NUMERIC, PART_METRIC, Metric.GLUCOSE_CAPILLARY & 0xFFFF, 1)
    elements = mder.items([element + write_value_map(BASIC)] if entries else [])
    told = {
        Attribute.SEGMENT_MAP: mder.u16(0x8000) + elements,
        Attribute.SEGMENT_USAGE: mder.u32(entries),
    }
    rows = mder.items(mder.u16(name) + mder.octets(value) for name, value in told.items())
    return mder.items([mder.u16(1) + rows] if entries else [])
