"""Readings of every kind: by name, as stations send them, and any that may be (hypothesis)."""

from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID, uuid4

import msgspec
from hypothesis import strategies as st

from contract.measurement import (
    BY_HAND,
    NO_DEVICE,
    Act,
    DeviceIdentity,
    Grade,
    Instant,
    Kind,
    Measurement,
    Quality,
    Reason,
    Value,
)
from contract.units import UNITS

METER: Final = DeviceIdentity(
    "LifeScan",
    "OneTouch UltraEasy",
    "lifescan-ultraeasy",
    "serial:/dev/ttyUSB2",
    serial="C176SA07Q",
    firmware="P02.00.00",
    calibrated_on="2026-10-01",
    checked_by="J. Ortiz",
    calibration_due="2027-10-01",
)
STRAP: Final = DeviceIdentity("Polar", "H10", "ble-2a37", "ble:C0:26:DA:01:02:03")
GOOD: Final = Quality(Grade.GOOD)
UNRELIABLE: Final = Quality(Grade.NOT_RELIABLE, (Reason.LOW_PERFUSION, Reason.MOVEMENT))
SPO2: Final = Value(Kind.SPO2, 97.0, "%")
PULSE: Final = Value(Kind.PULSE_RATE, 71.0, "/min")
UPPER: Final = Value(Kind.SYSTOLIC, 128.0, "mm[Hg]")
LOWER: Final = Value(Kind.DIASTOLIC, 82.0, "mm[Hg]")
MEAN: Final = Value(Kind.MEAN_ARTERIAL, 97.3, "mm[Hg]")


def every_kind(boot: UUID) -> dict[str, Measurement]:
    """Return a reading of each kind by a name for it."""
    now = Instant("2026-11-24T09:30:00.250+01:00", 1, str(boot), "synced")

    def made(act: Act, *values: Value, quality: Quality = GOOD, **more: Any) -> Measurement:
        told = {"effective": now, "device": METER} | more
        return Measurement(id=uuid4(), act=act, values=values, quality=quality, **told)

    hand: dict[str, Any] = {"device": NO_DEVICE, "measured_by": BY_HAND, "entered_by": "nurse, R. Diaz"}
    first, second = (made(Act.BLOOD_PRESSURE, UPPER, LOWER, attempt=n) for n in (1, 2))
    return {
        "oxygen, pulse and perfusion": made(
            Act.OXIMETRY, SPO2, PULSE, Value(Kind.PERFUSION_INDEX, 2.4, "%"), site="finger"
        ),
        "oxygen, not reliable": made(Act.OXIMETRY, SPO2, PULSE, quality=UNRELIABLE),
        "oxygen, no value": made(Act.OXIMETRY, quality=UNRELIABLE),
        "blood pressure, first": first,
        "blood pressure, second": second,
        "blood pressure, mean": made(
            Act.BLOOD_PRESSURE,
            UPPER,
            LOWER,
            MEAN,
            PULSE,
            quality=Quality(Grade.USABLE, (Reason.READINGS_DIFFER,)),
            derived_from=(first.id, second.id),
            site="left-upper-arm",
            position="sitting",
            cuff_size="adult",
            flags=("irregular-pulse", "movement"),
        ),
        "blood pressure, upper only": made(Act.BLOOD_PRESSURE, UPPER),
        "blood pressure, lower only": made(Act.BLOOD_PRESSURE, LOWER, quality=UNRELIABLE),
        "blood pressure, mean only": made(Act.BLOOD_PRESSURE, MEAN),
        "blood pressure, no value": made(Act.BLOOD_PRESSURE),
        "blood pressure in kPa": made(
            Act.BLOOD_PRESSURE, Value(Kind.SYSTOLIC, 16.0, "kPa"), Value(Kind.DIASTOLIC, 10.5, "kPa")
        ),
        "temperature": made(Act.TEMPERATURE, Value(Kind.TEMPERATURE, 36.8, "Cel"), site="tympanic"),
        "temperature in Fahrenheit": made(
            Act.TEMPERATURE, Value(Kind.TEMPERATURE, 98.7, "[degF]"), site="oral", flags=("estimated",)
        ),
        "weight and height": made(
            Act.WEIGHT, Value(Kind.WEIGHT, 159.8, "[lb_av]"), Value(Kind.HEIGHT, 170.0, "cm")
        ),
        "glucose in mg/dL": made(Act.GLUCOSE, Value(Kind.GLUCOSE, 112.0, "mg/dL"), clock_error_s=7200.5),
        "glucose in mmol/L": made(Act.GLUCOSE, Value(Kind.GLUCOSE, 6.2, "mmol/L"), **hand),
        "breaths counted": made(Act.RESPIRATION, Value(Kind.RESPIRATORY_RATE, 18.0, "/min"), **hand),
        "blood pressure by hand": made(Act.BLOOD_PRESSURE, UPPER, LOWER, site="left-upper-arm", **hand),
        "height by hand": made(Act.HEIGHT, Value(Kind.HEIGHT, 67.0, "[in_i]"), **hand),
        "pain told": made(Act.PAIN, Value(Kind.PAIN, 6.0, "{score}"), **hand),
        "pain seen": made(Act.PAIN, observed=("signs", "face", "sounds"), **hand),
        "alertness": made(Act.ALERTNESS, observed=("C",), **hand),
        "on oxygen": made(Act.OXYGEN_USE, observed=("oxygen",), **hand),
        "glucose HI": made(Act.GLUCOSE, flags=("high",)),
        "glucose LO, not reliable": made(Act.GLUCOSE, flags=("low",), quality=UNRELIABLE),
        "temperature HI": made(Act.TEMPERATURE, flags=("high",)),
        "heart rate and breathing": made(
            Act.HEART_RATE,
            Value(Kind.HEART_RATE, 72.0, "/min"),
            Value(Kind.RESPIRATORY_RATE, 16.0, "/min"),
            device=STRAP,
        ),
        "late, clock unsure": made(
            Act.OXIMETRY,
            SPO2,
            quality=Quality(Grade.USABLE, (Reason.CLOCK_UNSURE, Reason.FROM_MEMORY)),
            effective=Instant("1970-01-01T00:03:07+00:00", 5, str(boot), "unsure"),
        ),
        "in a zone of half an hour": made(
            Act.OXIMETRY,
            SPO2,
            effective=msgspec.structs.replace(now, wall="2026-02-28T23:59:59.999999+05:30"),
        ),
    }


_words = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=12)
_value = st.sampled_from(list(Kind)).flatmap(
    lambda kind: st.builds(
        Value,
        kind=st.just(kind),
        value=st.floats(0, 400).map(lambda number: round(number, 2)),
        unit=st.sampled_from(sorted(UNITS[kind])),
    )
)
_moment = st.datetimes(
    datetime(1970, 1, 1),
    datetime(2199, 12, 31),
    timezones=st.timezones(),
    allow_imaginary=False,
)
_day = st.dates().filter(lambda day: day.year > 1900).map(str)
_instant = st.builds(
    lambda at, clock: Instant(at.isoformat(), 1, str(UUID(int=7)), clock),
    _moment.filter(lambda at: not (at.utcoffset() or timedelta()) % timedelta(minutes=1)),
    st.sampled_from(["synced", "unsure"]),
)
_device = st.builds(
    DeviceIdentity,
    manufacturer=_words,
    model=_words,
    protocol=_words,
    transport=_words,
    serial=st.none() | _words,
    firmware=st.none() | _words,
    calibrated_on=st.none() | _day,
    checked_by=st.none() | _words,
    calibration_due=st.none() | _day,
)
measurements: Final = st.builds(
    Measurement,
    id=st.uuids(),
    act=st.sampled_from(list(Act)),
    values=st.lists(_value, max_size=5, unique_by=lambda value: value.kind).map(tuple),
    effective=_instant,
    device=_device,
    quality=st.builds(
        Quality,
        grade=st.sampled_from(list(Grade)),
        reasons=st.lists(st.sampled_from(list(Reason)), max_size=3, unique=True).map(tuple),
    ),
    attempt=st.integers(1, 9),
    site=st.none() | st.sampled_from(["left-upper-arm", "oral", "finger", "elsewhere"]),
    position=st.none() | st.sampled_from(["sitting", "lying", "standing"]),
    cuff_size=st.none() | _words,
    derived_from=st.lists(st.uuids(), max_size=3).map(tuple),
    measured_by=st.sampled_from(["device", BY_HAND]),
    entered_by=st.just("") | _words,
    observed=st.lists(st.sampled_from(["A", "oxygen", "face"]), max_size=2, unique=True).map(tuple),
    flags=st.lists(st.sampled_from(["high", "low", "movement", "error-5"]), max_size=3).map(tuple),
    clock_error_s=st.none() | st.floats(-1e7, 1e7),
)
