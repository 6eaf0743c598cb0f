"""Observations and Devices out of a Measurement, by the vital-signs profile (LOINC, MDC, UCUM)."""

from typing import Final
from uuid import UUID

from contract.codes import BLOOD_PRESSURE_PANEL, CODES, CUFF_PULSE, Code
from contract.measurement import Act, DeviceIdentity, Grade, Kind, Measurement, Quality, Value
from hub.fhir.terms import (
    BP_PROFILE,
    HEART_RATE_PROFILE,
    LOINC,
    MDC,
    OURS,
    OXYGEN_PROFILE,
    TERMINOLOGY,
    VITAL_SIGNS,
    Json,
    coding,
    concept,
    derived,
    identifier,
    named,
    patient_id,
    quantity,
    reference,
)
from hub.visits.words import reason_words

PANEL: Final = (Kind.SYSTOLIC, Kind.DIASTOLIC, Kind.MEAN_ARTERIAL)
PROFILES: Final = {
    Kind.SPO2: OXYGEN_PROFILE,
    Kind.PULSE_RATE: HEART_RATE_PROFILE,
    Kind.HEART_RATE: HEART_RATE_PROFILE,
}
SITES: Final = {"left-upper-arm": "368208006", "right-upper-arm": "368209003"}  # SNOMED CT ids, no text


def _code(code: Code) -> Json:
    codings = [coding(LOINC, c, code.display) for c in code.loinc]
    if code.mdc is not None:
        codings.append(coding(MDC, str(code.mdc)))
    return concept(*codings, text=code.display)


def _is_bp(measurement: Measurement) -> bool:
    return any(v.kind in PANEL for v in measurement.values) or measurement.act is Act.BLOOD_PRESSURE


def _is_main(act: Act, kind: Kind) -> bool:
    return kind is (Kind.SPO2 if act is Act.OXIMETRY else Kind.SYSTOLIC)


def observation_id(measurement: UUID, act: Act, kind: Kind) -> UUID:
    """Return an Observation's id: the measurement's own for its main value, a derived one for others."""
    return measurement if _is_main(act, kind) else derived(measurement, f"observation/{kind}")


def category() -> list[Json]:
    """Return the category of vital signs."""
    return [concept(coding(TERMINOLOGY + "observation-category", "vital-signs", "Vital Signs"))]


def words_of(quality: Quality) -> str:
    """Say a quality in words, for a note."""
    reasons = "; ".join(reason_words(r) for r in quality.reasons)
    grade = {Grade.GOOD: "Good", Grade.USABLE: "Usable", Grade.NOT_RELIABLE: "Not reliable"}[quality.grade]
    return f"{grade}: {reasons}." if reasons else f"{grade}."


def _valued(value: Value, quality: Quality) -> Json:
    amount = quantity(value.value, value.unit)
    if quality.grade is not Grade.NOT_RELIABLE:
        return {"valueQuantity": amount}
    return {
        "dataAbsentReason": concept(
            coding(TERMINOLOGY + "data-absent-reason", "error", "Error"), text=words_of(quality)
        ),
        "extension": [{"url": OURS + "unreliable-value", "valueQuantity": amount}],
    }


def _quality_extension(quality: Quality) -> Json:
    parts = [{"url": "grade", "valueCode": quality.grade.value}]
    parts += [{"url": "reason", "valueCode": r.value} for r in quality.reasons]
    return {"url": OURS + "quality", "extension": parts}


def device_id(device: DeviceIdentity, station: UUID) -> UUID:
    """Return a device's id: by maker, model and serial number; without one it is the station's own."""
    return named(f"device/{device.manufacturer}/{device.model}/{device.serial or station}")


def device(identity: DeviceIdentity, station: UUID) -> Json:
    """Return the Device a value came from."""
    resource: Json = {
        "resourceType": "Device",
        "id": str(device_id(identity, station)),
        "identifier": [identifier(device_id(identity, station))],
        "status": "active",
        "manufacturer": identity.manufacturer,
        "deviceName": [{"name": f"{identity.manufacturer} {identity.model}", "type": "model-name"}],
        "modelNumber": identity.model,
        "property": [
            {"type": concept(text="protocol"), "valueCode": [concept(text=identity.protocol)]},
        ],
        "parent": reference("Device", station),
    }
    if identity.serial:
        resource["serialNumber"] = identity.serial
    if identity.firmware:
        resource["version"] = [{"value": identity.firmware}]
    if identity.calibrated_on:
        resource["note"] = [{"text": f"Calibrated on {identity.calibrated_on}."}]
    return resource


def _frame(measurement: Measurement, visit: UUID, station: UUID, kind: Kind) -> Json:
    quality = measurement.quality
    resource: Json = {
        "resourceType": "Observation",
        "id": str(observation_id(measurement.id, measurement.act, kind)),
        "identifier": [identifier(measurement.id)],
        "status": "preliminary" if quality.grade is Grade.NOT_RELIABLE else "final",
        "category": category(),
        "subject": reference("Patient", patient_id(visit)),
        "encounter": reference("Encounter", visit),
        "effectiveDateTime": measurement.effective.wall,
        "device": reference("Device", device_id(measurement.device, station)),
        "extension": [
            _quality_extension(quality),
            {"url": OURS + "attempt", "valueInteger": measurement.attempt},
            {"url": OURS + "measured-by", "valueCode": measurement.measured_by},
            {"url": OURS + "clock", "valueCode": measurement.effective.clock},
        ],
    }
    if quality.grade is not Grade.GOOD:
        resource["note"] = [{"text": words_of(quality)}]
    if measurement.site:
        codings = (
            [coding("http://snomed.info/sct", SITES[measurement.site])] if measurement.site in SITES else []
        )
        resource["bodySite"] = concept(*codings, text=measurement.site)
    if measurement.position:
        resource["extension"].append({"url": OURS + "position", "valueCode": measurement.position})
    if measurement.cuff_size:
        resource["extension"].append({"url": OURS + "cuff-size", "valueString": measurement.cuff_size})
    if measurement.derived_from:
        resource["derivedFrom"] = [
            reference("Observation", observation_id(m, measurement.act, kind))
            for m in measurement.derived_from
        ]
    return resource


def _merge_value(resource: Json, value: Value, quality: Quality) -> Json:
    valued = _valued(value, quality)
    extension = resource["extension"] + valued.pop("extension", [])
    return resource | valued | {"extension": extension}


def _panel(measurement: Measurement, visit: UUID, station: UUID) -> Json:
    resource = _frame(measurement, visit, station, Kind.SYSTOLIC)
    resource["meta"] = {"profile": [VITAL_SIGNS, BP_PROFILE]}
    resource["code"] = _code(BLOOD_PRESSURE_PANEL)
    components = []
    for kind in PANEL:
        value = measurement.get(kind)
        if value is not None:
            components.append({"code": _code(CODES[kind])} | _valued(value, measurement.quality))
        elif kind is not Kind.MEAN_ARTERIAL:
            components.append({"code": _code(CODES[kind]), "dataAbsentReason": absent("unknown")})
    resource["component"] = components
    return resource


def absent(code: str, words: str = "") -> Json:
    """Return a dataAbsentReason."""
    return concept(coding(TERMINOLOGY + "data-absent-reason", code), text=words)


def observations(measurement: Measurement, visit: UUID, station: UUID) -> list[Json]:
    """Return a measurement's Observations: one for blood pressure with components, one for each other."""
    found = [_panel(measurement, visit, station)] if _is_bp(measurement) else []
    for value in measurement.values:
        if value.kind in PANEL:
            continue
        cuff = measurement.act is Act.BLOOD_PRESSURE and value.kind is Kind.PULSE_RATE
        resource = _frame(measurement, visit, station, value.kind)
        profiles = [VITAL_SIGNS] + ([PROFILES[value.kind]] if value.kind in PROFILES else [])
        resource["meta"] = {"profile": profiles}
        resource["code"] = _code(CUFF_PULSE if cuff else CODES[value.kind])
        found.append(_merge_value(resource, value, measurement.quality))
    return found


def not_made(identity: UUID, act: str, reason: str, visit: UUID, at: str) -> Json:
    """Return the Observation of a measurement that was asked for and not made."""
    blood = act == Act.BLOOD_PRESSURE
    resource: Json = {
        "resourceType": "Observation",
        "id": str(identity),
        "identifier": [identifier(identity)],
        "status": "cancelled",
        "category": category(),
        "code": _code(BLOOD_PRESSURE_PANEL if blood else CODES[Kind.SPO2]),
        "subject": reference("Patient", patient_id(visit)),
        "encounter": reference("Encounter", visit),
        "effectiveDateTime": at,
        "note": [{"text": f"Not made: {reason}."}],
    }
    if blood:
        resource["component"] = [
            {"code": _code(CODES[k]), "dataAbsentReason": absent("not-performed")}
            for k in (Kind.SYSTOLIC, Kind.DIASTOLIC)
        ]
    else:
        resource["dataAbsentReason"] = absent("not-performed", reason)
    return resource
