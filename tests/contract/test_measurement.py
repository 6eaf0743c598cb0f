"""Readings and their codes: what older stations stored still decodes, and every kind can be told to a hub."""

from pathlib import Path
from typing import Any
from uuid import UUID

from msgspec import msgpack

from contract.codes import CODES, GLUCOSE_MOLES, code_of
from contract.measurement import (
    ACT_KINDS,
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
from contract.units import KEPT, UNITS, standard_unit

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
    assert (found.flags, found.clock_error_s) == ((), None)
    assert found.device.checked_by is None


def test_a_reading_without_a_number_keeps_what_the_device_said() -> None:
    made = glucose(flags=("high", "from-memory"), clock_error_s=-3599.5, raw=b"\x06\x00")
    assert msgpack.decode(msgpack.encode(made), type=Measurement) == made


def test_every_kind_has_codes_and_the_unit_it_is_kept_in() -> None:
    assert set(CODES) == set(Kind) <= set(UNITS)
    assert {kind: standard_unit(kind) for kind in Kind} == {kind: code.unit for kind, code in CODES.items()}
    assert ("glucose", GLUCOSE_MOLES.unit) in KEPT


def test_glucose_has_a_code_for_each_of_its_units() -> None:
    assert code_of(Value(Kind.GLUCOSE, 100, "mg/dL")).loinc == ("41653-7",)
    assert code_of(Value(Kind.GLUCOSE, 5.5, "mmol/L")) is GLUCOSE_MOLES
    assert code_of(Value(Kind.WEIGHT, 150, "[lb_av]")) is CODES[Kind.WEIGHT]


def test_the_table_for_people_says_what_the_code_does() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "readings.md"
    lines = [line for line in page.read_text().splitlines() if line.startswith("| ") and "---" not in line]
    rows = {
        cells[0]: cells for line in lines[1:] if (cells := [c.strip() for c in line.strip("|").split("|")])
    }
    assert set(rows) == set(Kind)
    for kind, code in CODES.items():
        _, acts, loinc, mdc, unit, others = rows[kind]
        told = [", ".join(code.loinc), str(code.mdc), code.unit]
        if kind is Kind.GLUCOSE:
            told[0] += f" ({GLUCOSE_MOLES.unit}: {GLUCOSE_MOLES.loinc[0]})"
        assert [loinc, mdc, unit] == told
        assert others == ", ".join(list(UNITS[kind])[1:])
        for act in Act:
            assert (kind not in ACT_KINDS[act]) or act in acts.split(", ")
