"""Readings of every kind become FHIR: codes, units, sites, HI and LO, devices and who checked them."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import msgspec
import pytest
from hub_process import Browser, HubProcess, eventually
from hub_station import StationClient, VisitAtStation, instant

from contract.documents import Measured, MeasureSkipped
from contract.measurement import (
    ACT_KINDS,
    BY_HAND,
    NO_DEVICE,
    Act,
    DeviceIdentity,
    Grade,
    Kind,
    Measurement,
    Quality,
    Reason,
    Value,
)
from hub.fhir.devices import device, device_id
from hub.fhir.observations import not_made, observations
from hub.fhir.terms import OURS, UCUM
from hub.models import Reading, StoredEnvelope
from hub.visits.words import reason_words

VISIT, STATION, BOOT = uuid4(), uuid4(), uuid4()
METER = DeviceIdentity(
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


def reading(act: Act, *values: Value, **more: Any) -> Measurement:
    quality = more.pop("quality", Quality(Grade.GOOD))
    return Measurement(uuid4(), act, values, instant(BOOT), METER, quality, **more)


def filed(measurement: Measurement) -> list[dict[str, Any]]:
    return observations(measurement, VISIT, STATION)


def one(act: Act, *values: Value, **more: Any) -> dict[str, Any]:
    [found] = filed(reading(act, *values, **more))
    return found


def codes(resource: dict[str, Any], system: str = "http://loinc.org") -> list[str]:
    return [c["code"] for c in resource["code"]["coding"] if c["system"] == system]


def extensions(resource: dict[str, Any], name: str) -> list[dict[str, Any]]:
    return [e for e in resource.get("extension", []) if e["url"] == OURS + name]


@pytest.mark.parametrize(
    ("act", "value", "loinc", "mdc", "profile"),
    [
        (Act.TEMPERATURE, Value(Kind.TEMPERATURE, 36.8, "Cel"), "8310-5", "150364", "bodytemp"),
        (Act.WEIGHT, Value(Kind.WEIGHT, 72.5, "kg"), "29463-7", "188736", "bodyweight"),
        (Act.WEIGHT, Value(Kind.HEIGHT, 170, "cm"), "8302-2", "188740", "bodyheight"),
        (Act.HEART_RATE, Value(Kind.HEART_RATE, 72, "/min"), "8867-4", "147842", "heartrate"),
    ],
)
def test_codes_unit_and_profile(act: Act, value: Value, loinc: str, mdc: str, profile: str) -> None:
    found = one(act, value)
    assert codes(found) == [loinc]
    assert codes(found, "urn:iso:std:iso:11073:10101") == [mdc]
    assert found["meta"]["profile"] == [
        "http://hl7.org/fhir/StructureDefinition/vitalsigns",
        f"http://hl7.org/fhir/StructureDefinition/{profile}",
    ]
    assert found["valueQuantity"] == {
        "value": value.value,
        "unit": value.unit,
        "system": UCUM,
        "code": value.unit,
    }
    assert [c["coding"][0]["code"] for c in found["category"]] == ["vital-signs"]
    assert (found["status"], "note" in found, extensions(found, "as-measured")) == ("final", False, [])


def test_weight_and_height_of_one_act_are_two_and_the_weight_has_the_readings_own_id() -> None:
    made = reading(Act.WEIGHT, Value(Kind.HEIGHT, 170, "cm"), Value(Kind.WEIGHT, 72.5, "kg"))
    height, weight = filed(made)
    assert weight["id"] == str(made.id) != height["id"]
    assert [o["identifier"][0]["value"] for o in (height, weight)] == [
        f"urn:uuid:{o['id']}" for o in (height, weight)
    ]
    assert [e["valueUri"] for o in (height, weight) for e in extensions(o, "measurement")] == [made.id.urn]


@pytest.mark.parametrize(
    ("came", "value", "unit"),
    [
        (Value(Kind.TEMPERATURE, 100.4, "[degF]"), 38, "Cel"),
        (Value(Kind.WEIGHT, 159.8, "[lb_av]"), 72.5, "kg"),
        (Value(Kind.HEIGHT, 63.5, "[in_i]"), 161.3, "cm"),
    ],
)
def test_another_unit_is_filed_in_the_profiles_and_kept_as_it_came(
    came: Value, value: float, unit: str
) -> None:
    act = Act.TEMPERATURE if came.kind is Kind.TEMPERATURE else Act.WEIGHT
    found = one(act, came)
    assert (found["valueQuantity"]["value"], found["valueQuantity"]["code"]) == (value, unit)
    [kept] = extensions(found, "as-measured")
    assert (kept["valueQuantity"]["value"], kept["valueQuantity"]["code"]) == (came.value, came.unit)


def test_a_pressure_in_kilopascal_is_converted_in_each_part() -> None:
    found = one(Act.BLOOD_PRESSURE, Value(Kind.SYSTOLIC, 16, "kPa"), Value(Kind.DIASTOLIC, 10, "kPa"))
    assert [c["valueQuantity"]["value"] for c in found["component"]] == [120, 75]
    assert [c["extension"][0]["valueQuantity"]["code"] for c in found["component"]] == ["kPa", "kPa"]


@pytest.mark.parametrize(("unit", "number", "loinc"), [("mg/dL", 112, "41653-7"), ("mmol/L", 6.2, "14743-9")])
def test_glucose_keeps_its_unit_and_has_that_units_code(unit: str, number: float, loinc: str) -> None:
    found = one(Act.GLUCOSE, Value(Kind.GLUCOSE, number, unit))
    assert codes(found) == [loinc]
    assert (found["valueQuantity"]["value"], found["valueQuantity"]["code"]) == (number, unit)
    assert [c["coding"][0]["code"] for c in found["category"]] == ["vital-signs", "laboratory"]
    assert "meta" not in found


@pytest.mark.parametrize(("flag", "shown", "code"), [("high", "HI", ">"), ("low", "LO", "<")])
def test_hi_and_lo_are_words_never_numbers(flag: str, shown: str, code: str) -> None:
    made = reading(Act.GLUCOSE, flags=(flag,))
    [found] = filed(made)
    assert found["valueString"] == shown
    assert found["interpretation"][0]["coding"][0]["code"] == code
    assert "valueQuantity" not in found and "dataAbsentReason" not in found
    assert (found["id"], codes(found)) == (str(made.id), ["41653-7"])
    assert shown in found["note"][0]["text"]
    assert [e["valueCode"] for e in extensions(found, "flag")] == [flag]


def test_a_vital_signs_hi_is_no_value_where_the_profile_allows_numbers_only() -> None:
    found = one(Act.TEMPERATURE, flags=("high",))
    assert "HI" in found["dataAbsentReason"]["text"] and "valueString" not in found
    assert found["interpretation"][0]["coding"][0]["code"] == ">"


def test_an_unreliable_hi_has_no_value_a_program_could_take() -> None:
    found = one(Act.GLUCOSE, flags=("high",), quality=Quality(Grade.NOT_RELIABLE, (Reason.DEVICE_TEST,)))
    assert "valueString" not in found and "interpretation" not in found
    assert found["dataAbsentReason"]["coding"][0]["code"] == "error"
    assert extensions(found, "unreliable-value")[0]["valueString"] == "HI"
    assert "demo or test mode" in found["note"][0]["text"]


@pytest.mark.parametrize("act", list(Act))
def test_an_act_without_any_value_says_so(act: Act) -> None:
    made = reading(act, quality=Quality(Grade.NOT_RELIABLE, (Reason.DEVICE_FAULT,)))
    [found] = filed(made)
    absent = [found, *found.get("component", [])][-1]["dataAbsentReason"]
    assert absent["coding"][0]["code"] in ("error", "unknown")
    assert (found["id"], found["status"]) == (str(made.id), "preliminary")


@pytest.mark.parametrize(
    ("site", "snomed"),
    [("oral", "74262004"), ("axillary", "422543003"), ("tympanic", "42859004"), ("armpit?", "")],
)
def test_a_temperature_carries_its_site(site: str, snomed: str) -> None:
    found = one(Act.TEMPERATURE, Value(Kind.TEMPERATURE, 36.8, "Cel"), site=site)
    assert found["bodySite"]["text"] == site
    assert [c["code"] for c in found["bodySite"].get("coding", [])] == ([snomed] if snomed else [])


def test_every_reason_has_words_for_a_note() -> None:
    assert all(reason_words(reason) for reason in Reason)


def test_what_the_device_said_travels_once() -> None:
    quality = Quality(Grade.USABLE, (Reason.IRREGULAR_PULSE,))
    found = one(
        Act.HEART_RATE,
        Value(Kind.HEART_RATE, 72, "/min"),
        flags=("irregular-pulse", "from-memory", "error-5"),
        clock_error_s=-3600.5,
        quality=quality,
    )
    assert [n["text"] for n in found["note"]] == [
        "Usable: irregular pulse.",
        "The device says: from its memory; error 5.",
    ]
    assert len(extensions(found, "flag")) == 3
    assert extensions(found, "clock-error-s")[0]["valueDecimal"] == -3600.5


def test_the_device_tells_serial_firmware_and_who_checked_it() -> None:
    made = device(METER, STATION)
    assert (made["serialNumber"], made["version"][0]["value"]) == ("C176SA07Q", "P02.00.00")
    assert made["note"] == [
        {
            "text": "Calibration checked on 2026-10-01 by J. Ortiz, due on 2027-10-01.",
            "authorString": "J. Ortiz",
            "time": "2026-10-01",
        }
    ]
    [kept] = extensions(made, "calibration")
    assert {p["url"]: p["valueString"] for p in kept["extension"]} == {
        "on": "2026-10-01",
        "by": "J. Ortiz",
        "due": "2027-10-01",
    }


def test_a_device_nobody_checked_and_one_only_due() -> None:
    bare = msgspec.structs.replace(METER, calibrated_on=None, checked_by=None, calibration_due=None)
    assert not {"note", "extension"} & set(device(bare, STATION))
    due = msgspec.structs.replace(bare, calibration_due="2027-01-01")
    assert device(due, STATION)["note"] == [{"text": "Calibration not recorded, due on 2027-01-01."}]


def test_a_device_is_the_same_whatever_socket_it_is_in() -> None:
    moved = msgspec.structs.replace(METER, transport="serial:/dev/ttyUSB7")
    assert device(moved, STATION) == device(METER, STATION)
    assert device_id(METER, STATION) == device_id(METER, uuid4())
    nameless = msgspec.structs.replace(METER, serial=None)
    assert device_id(nameless, STATION) != device_id(nameless, uuid4())


@pytest.mark.parametrize("act", [*Act, "hearing"])
def test_what_was_not_made_is_coded_as_what_was_asked_for(act: str) -> None:
    found = not_made(uuid4(), act, "cannot-stand", VISIT, "2026-11-24T09:00:00+00:00")
    assert found["status"] == "cancelled"
    assert found["note"] == [{"text": "Not made: the patient can't stand safely."}]
    if act == "hearing":  # a newer station may know more
        assert found["code"] == {"text": "hearing"}
    elif act == Act.BLOOD_PRESSURE:
        assert codes(found) == ["85354-9"]
    elif act == Act.OXYGEN_USE:  # LOINC has no code that fits
        assert found["code"] == {"text": "Breathing air or oxygen"}
    else:
        assert codes(found)[0] == codes(one(Act(act), *_some(Act(act))))[0]


def _some(act: Act) -> tuple[Value, ...]:
    unit = {Kind.TEMPERATURE: "Cel", Kind.WEIGHT: "kg", Kind.GLUCOSE: "mg/dL", Kind.SPO2: "%"}
    unit |= {Kind.HEIGHT: "cm", Kind.PAIN: "{score}"}
    return tuple(Value(kind, 50, unit.get(kind, "/min")) for kind in ACT_KINDS[act])


def by_hand(act: Act, *values: Value, **more: Any) -> dict[str, Any]:
    made = msgspec.structs.replace(
        reading(act, *values, **more), device=NO_DEVICE, measured_by=BY_HAND, entered_by="nurse, R. Diaz"
    )
    [found] = filed(made)
    assert found["id"] == str(made.id)
    return found


@pytest.mark.parametrize(
    ("act", "values", "method"),
    [
        (Act.RESPIRATION, (Value(Kind.RESPIRATORY_RATE, 18, "/min"),), "60 seconds"),
        (
            Act.BLOOD_PRESSURE,
            (Value(Kind.SYSTOLIC, 134, "mm[Hg]"), Value(Kind.DIASTOLIC, 82, "mm[Hg]")),
            "taken by a person",
        ),
        (Act.TEMPERATURE, (Value(Kind.TEMPERATURE, 37.2, "Cel"),), "by a person"),
        (Act.PAIN, (Value(Kind.PAIN, 6, "{score}"),), "told by the patient"),
    ],
)
def test_what_was_entered_by_hand_names_a_person_and_no_device(
    act: Act, values: tuple[Value, ...], method: str
) -> None:
    found = by_hand(act, *values)
    assert "device" not in found
    assert found["performer"] == [{"display": "nurse, R. Diaz"}]
    assert method in found["method"]["text"]
    assert [e["valueCode"] for e in extensions(found, "measured-by")] == ["by-hand"]


@pytest.mark.parametrize(
    ("act", "seen", "code", "words"),
    [
        (Act.ALERTNESS, ("C",), "80288-4", "New confusion"),
        (Act.OXYGEN_USE, ("oxygen",), "", "On oxygen"),
        (
            Act.PAIN,
            ("signs", "face", "sounds"),
            "",
            "Watched, can't say: frowns, winces or clenches the teeth, moans, cries or gasps",
        ),
        (Act.PAIN, ("signs",), "", "Watched, can't say: no sign of pain"),
    ],
)
def test_what_was_seen_is_a_code_and_words_and_never_a_number(
    act: Act, seen: tuple[str, ...], code: str, words: str
) -> None:
    found = by_hand(act, observed=seen)
    assert found["valueCodeableConcept"]["text"] == words
    assert [c["code"] for c in found["valueCodeableConcept"]["coding"]] == list(seen)
    assert [c["code"] for c in found["code"].get("coding", [])] == ([code] if code else [])
    assert [c["coding"][0]["code"] for c in found["category"]] == ["survey"]
    assert not {"valueQuantity", "dataAbsentReason"} & set(found)


# ---- through a real hub


@pytest.fixture(scope="module")
def provider(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub, "ada") as browser:
        yield browser


def taken(hub: HubProcess, count: int) -> list[str]:
    """Wait until the last `count` envelopes are dealt with; return their states."""

    def look() -> bool:
        rows = hub.rows(StoredEnvelope)[-count:]
        return len(rows) == count and all(row.state != "stored" for row in rows)

    eventually(look, "filing")
    return [row.state for row in hub.rows(StoredEnvelope)[-count:]]


def day(visit: VisitAtStation) -> list[Measurement]:
    """Return one reading of every new kind."""
    made = [
        reading(Act.TEMPERATURE, Value(Kind.TEMPERATURE, 100.4, "[degF]"), site="oral", flags=("estimated",)),
        reading(Act.WEIGHT, Value(Kind.WEIGHT, 72.5, "kg"), Value(Kind.HEIGHT, 170, "cm")),
        reading(Act.GLUCOSE, Value(Kind.GLUCOSE, 6.2, "mmol/L"), clock_error_s=7200.0, raw=b"\x02\x09"),
        reading(Act.GLUCOSE, flags=("high",)),
        reading(Act.HEART_RATE, Value(Kind.HEART_RATE, 72, "/min")),
        *(
            msgspec.structs.replace(m, device=NO_DEVICE, measured_by=BY_HAND, entered_by="nurse, R. Diaz")
            for m in (
                reading(Act.RESPIRATION, Value(Kind.RESPIRATORY_RATE, 18, "/min")),
                reading(Act.ALERTNESS, observed=("C",)),
            )
        ),
    ]
    return [msgspec.structs.replace(m, effective=instant(visit.station.boot)) for m in made]


def test_a_visits_readings_are_filed_once_and_shown_with_their_units(
    hub: HubProcess, station: StationClient, provider: Browser
) -> None:
    visit = VisitAtStation(station)
    made = day(visit)
    documents = [Measured(visit=visit.id, at=visit.at, measurement=m) for m in made]
    skipped = MeasureSkipped(visit=visit.id, at=visit.at, act="weight", reason="not-measured-here")
    batch = station.batch(visit.opened(), *documents, skipped)
    station.post(batch)
    assert set(taken(hub, 9)) == {"filed"}
    before = provider.found("Observation", encounter=str(visit.id))
    assert len(before) == 9  # weight and height apart, one not made
    station.deliver(*documents)  # the same readings under other envelopes
    assert set(taken(hub, 7)) == {"filed"}
    assert provider.found("Observation", encounter=str(visit.id)) == before
    assert len(provider.found("Observation", encounter=str(visit.id), code="http://loinc.org|8310-5")) == 1
    assert len(provider.found("Observation", encounter=str(visit.id), category="laboratory")) == 2
    kept = {row.id: row for row in hub.rows(Reading)}
    assert kept[made[2].id].raw == b"\x02\x09"

    shown = provider.get(f"/api/visits/{visit.id}").json()
    views = {m["id"]: m for m in shown["measurements"]}
    warm, scale, sugar, high, heart, breaths, awake = (views[str(m.id)] for m in made)
    assert (breaths["by_hand"], breaths["values"][0]["display"]) == ("nurse, R. Diaz", "18 breaths/min")
    assert (awake["by_hand"], awake["observed"], awake["values"]) == ("nurse, R. Diaz", "New confusion", [])
    assert (warm["by_hand"], warm["observed"]) == ("", "")
    assert [v["display"] for v in warm["values"]] == ["38 °C"]
    assert (warm["values"][0]["measured"], warm["site"], warm["said"]) == ("100.4 °F", "oral", ["estimated"])
    assert [v["display"] for v in scale["values"]] == ["72.5 kg", "170 cm"]
    assert (sugar["values"][0]["display"], sugar["clock_error_s"]) == ("6.2 mmol/L", 7200.0)
    assert (high["values"], high["off_scale"]) == ([], "HI")
    assert heart["values"][0]["display"] == "72 beats/min"
    assert warm["device"] | {"model": ""} == {
        "manufacturer": "LifeScan",
        "model": "",
        "serial": "C176SA07Q",
        "transport": "serial:/dev/ttyUSB2",
        "firmware": "P02.00.00",
        "calibrated_on": "2026-10-01",
        "checked_by": "J. Ortiz",
        "calibration_due": "2027-10-01",
    }
    assert shown["skipped"] == [{"act": "weight", "reason": "not-measured-here"}]


@pytest.mark.parametrize(
    "bad",
    [
        reading(Act.WEIGHT, Value(Kind.WEIGHT, 72.5, "Cel")),
        reading(Act.TEMPERATURE, Value(Kind.TEMPERATURE, 36.8, "")),
        reading(Act.GLUCOSE, Value(Kind.GLUCOSE, 90, "mg/dL"), clock_error_s=float("inf")),
    ],
)
def test_a_unit_or_clock_that_makes_no_sense_waits_for_a_person(
    hub: HubProcess, station: StationClient, bad: Measurement
) -> None:
    visit = VisitAtStation(station)
    station.deliver(visit.opened(), Measured(visit=visit.id, at=visit.at, measurement=bad))
    assert taken(hub, 2) == ["filed", "quarantined"]
    assert all(row.id != bad.id for row in hub.rows(Reading))


def test_a_reading_stored_before_these_fields_is_still_shown(
    hub: HubProcess, station: StationClient, provider: Browser
) -> None:
    visit = VisitAtStation(station)
    made = day(visit)[4]
    station.deliver(visit.opened(), Measured(visit=visit.id, at=visit.at, measurement=made))
    taken(hub, 2)
    new = ("flags", "clock_error_s")
    of_device = ("checked_by", "calibration_due")

    def older(session: Any) -> None:
        row = session.get(Reading, UUID(str(made.id)))
        body = {k: v for k, v in row.body.items() if k not in new}
        row.body = body | {"device": {k: v for k, v in body["device"].items() if k not in of_device}}

    hub.db.write_now(older)
    [shown] = provider.get(f"/api/visits/{visit.id}").json()["measurements"]
    assert (shown["said"], shown["off_scale"], shown["device"]["checked_by"]) == ([], "", None)
