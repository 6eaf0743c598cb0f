"""Readings and their codes: what older stations stored still decodes, and every kind can be told to a hub."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import msgpack

from contract.codes import (
    CODES,
    GLUCOSE_MOLES,
    UNITS,
    UnitError,
    code_of,
    in_own_unit,
)
from contract.measurement import (
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

OLD: dict[str, Any] = {  # as the first version wrote it
    "id": UUID(int=7),
    "act": "oximetry",
    "values": [{"kind": "spo2", "value": 97.0, "unit": "%"}],
    "effective": {"wall": "2026-11-24T09:00:00+00:00", "monotonic_ns": 5, "boot_id": "b", "clock": "synced"},
    "device": {
        "manufacturer": "Contec",
        "model": "CMS50D+",
        "protocol": "contec-v5",
        "transport": "serial:/dev/ttyUSB0",
        "serial": None,
        "firmware": None,
        "calibrated_on": None,
    },
    "quality": {"grade": "good", "reasons": []},
    "attempt": 1,
    "site": "finger",
    "position": None,
    "cuff_size": None,
    "measured_by": "device",
    "derived_from": [],
    "raw": b"\x81",
}


def glucose(**more: Any) -> Measurement:
    return Measurement(
        id=UUID(int=9),
        act=Act.GLUCOSE,
        values=(),
        effective=Instant("2026-11-24T09:00:00+00:00", 5, "b"),
        device=DeviceIdentity(
            "LifeScan",
            "OneTouch",
            "ultraeasy",
            "serial:/dev/ttyUSB0",
            serial="C123",
            firmware="P02.00.00",
            calibrated_on="2026-10-01",
            checked_by="J. Ortiz",
            calibration_due="2027-10-01",
        ),
        quality=Quality(Grade.USABLE, (Reason.FROM_MEMORY,)),
        **more,
    )


def test_what_an_older_station_stored_still_decodes() -> None:
    found = msgpack.decode(msgpack.encode(OLD), type=Measurement)
    assert found.get(Kind.SPO2) == Value(Kind.SPO2, 97.0, "%")
    assert (found.flags, found.clock_error_s, found.method) == ((), None, None)
    assert found.device.checked_by is None


def test_a_reading_without_a_number_keeps_what_the_device_said() -> None:
    made = glucose(flags=("high", "from-memory"), clock_error_s=-3599.5, method="plasma", raw=b"\x06\x00")
    assert msgpack.decode(msgpack.encode(made), type=Measurement) == made


def test_every_kind_has_codes_and_units_and_the_first_unit_is_its_own() -> None:
    assert set(CODES) == set(UNITS) == set(Kind)
    for kind, units in UNITS.items():
        assert next(iter(units)) == CODES[kind].unit
        assert in_own_unit(Value(kind, 12.34, CODES[kind].unit)) == Value(kind, 12.34, CODES[kind].unit)


@pytest.mark.parametrize(
    ("given_value", "own"),
    [
        (Value(Kind.TEMPERATURE, 100.4, "[degF]"), 38.0),
        (Value(Kind.TEMPERATURE, 98.6, "[degF]"), 37.0),
        (Value(Kind.TEMPERATURE, 307.3708, "K"), 34.22),
        (Value(Kind.WEIGHT, 132.3, "[lb_av]"), 60.01),
        (Value(Kind.WEIGHT, 72500, "g"), 72.5),
        (Value(Kind.WEIGHT, 16, "[oz_av]"), 0.45),
        (Value(Kind.WEIGHT, 11, "[stone_av]"), 69.85),
        (Value(Kind.HEIGHT, 63, "[in_i]"), 160.02),
        (Value(Kind.HEIGHT, 1.75, "m"), 175.0),
        (Value(Kind.SYSTOLIC, 16, "kPa"), 120.01),
        (Value(Kind.GLUCOSE, 5.5, "mmol/L"), 99.09),
    ],
)
def test_other_units_are_converted(given_value: Value, own: float) -> None:
    assert in_own_unit(given_value) == Value(given_value.kind, own, CODES[given_value.kind].unit)


@given(st.sampled_from(list(Kind)), st.text(max_size=40))
def test_a_unit_of_another_kind_is_refused(kind: Kind, unit: str) -> None:
    if unit not in UNITS[kind]:
        with pytest.raises(UnitError):
            in_own_unit(Value(kind, 1.0, unit))


def test_glucose_has_a_code_for_each_of_its_units() -> None:
    assert code_of(Value(Kind.GLUCOSE, 100, "mg/dL")).loinc == ("41653-7",)
    assert code_of(Value(Kind.GLUCOSE, 5.5, "mmol/L")) is GLUCOSE_MOLES
    assert code_of(Value(Kind.WEIGHT, 150, "[lb_av]")) is CODES[Kind.WEIGHT]
