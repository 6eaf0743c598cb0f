"""Observations out of a Measurement, by the vital-signs profile (LOINC, MDC, UCUM).

Values are filed in the unit the profile asks for (Cel, kg, cm, mm[Hg]); one that came in another is kept as
it came in the extension `as-measured`. Glucose keeps its unit, LOINC has a code for each; it is no vital sign
of the profile, so it claims none and is found as `laboratory` too.

A meter's HI and LO are no numbers: `valueString` with the interpretation "off scale", and no
`dataAbsentReason`, because something was measured. The vital signs profiles allow a Quantity only: there it
is a `dataAbsentReason` with that interpretation.
"""

from typing import Final, NamedTuple
from uuid import UUID

from contract.codes import (
    BLOOD_PRESSURE_PANEL,
    CODES,
    CUFF_PULSE,
    OBSERVED_CODES,
    Code,
    code_of,
)
from contract.measurement import ACT_KINDS, OFF_SCALE, Act, Grade, Kind, Measurement, Quality, Value
from contract.units import standardised
from hub.fhir.devices import device_id
from hub.fhir.terms import (
    BP_PROFILE,
    HEART_RATE_PROFILE,
    HEIGHT_PROFILE,
    LOINC,
    MDC,
    OURS,
    OXYGEN_PROFILE,
    RESPIRATORY_PROFILE,
    TEMPERATURE_PROFILE,
    TERMINOLOGY,
    VITAL_SIGNS,
    WEIGHT_PROFILE,
    Json,
    coding,
    concept,
    derived,
    identifier,
    patient_id,
    quantity,
    reference,
)
from hub.visits.words import flag_words, observed_words, reason_words, skip_words

PANEL: Final = (Kind.SYSTOLIC, Kind.DIASTOLIC, Kind.MEAN_ARTERIAL)
PROFILES: Final = {
    Kind.SPO2: OXYGEN_PROFILE,
    Kind.PULSE_RATE: HEART_RATE_PROFILE,
    Kind.HEART_RATE: HEART_RATE_PROFILE,
    Kind.TEMPERATURE: TEMPERATURE_PROFILE,
    Kind.WEIGHT: WEIGHT_PROFILE,
    Kind.HEIGHT: HEIGHT_PROFILE,
    Kind.RESPIRATORY_RATE: RESPIRATORY_PROFILE,
}
SITES: Final = {  # SNOMED CT ids, no text; of temperatures those of HL7's vital signs guide
    "left-upper-arm": "368208006",
    "right-upper-arm": "368209003",
    "oral": "74262004",
    "axillary": "422543003",
    "rectal": "34402009",
    "tympanic": "42859004",
    "ear": "117590005",
    "forehead": "52795006",
    "finger": "7569003",
    "toe": "29707007",
}
NO_VITAL_SIGN: Final = (Kind.GLUCOSE, Kind.PAIN)  # of the profile
ENTERED: Final = "Entered by hand: read off or measured by a person."
_METHODS: Final = {
    Act.BLOOD_PRESSURE: "Entered by hand: blood pressure taken by a person.",
    Act.RESPIRATION: "Entered by hand: breaths counted by a person for 60 seconds.",
    Act.ALERTNESS: "Entered by hand: seen by a person, ACVPU as in NEWS2 (Royal College of Physicians).",
    Act.OXYGEN_USE: "Entered by hand: seen by a person.",
    Act.PAIN: "Entered by hand: told by the patient, or signs seen in somebody who can't say.",
}
INTERPRETATION: Final = {"high": (">", "Off scale high"), "low": ("<", "Off scale low")}


class When(NamedTuple):
    """A reading's time put right, and when the hub had it (R4's `issued`: since then providers can see it).

    `confidence`, `why`: see hub.intake.clock.Told.
    """

    effective: str
    confidence: str
    why: str
    issued: str


def as_filed(value: Value) -> Value:
    """Return a value in the unit it is filed in; UnitError for a unit that is none of its kind's."""
    number, unit = standardised(value.kind, value.value, value.unit)
    return Value(value.kind, number, unit)


def _code(code: Code) -> Json:
    codings = [coding(LOINC, c, code.display) for c in code.loinc]
    if code.mdc is not None:
        codings.append(coding(MDC, str(code.mdc)))
    return concept(*codings, text=code.display)


def _is_bp(measurement: Measurement) -> bool:
    return any(v.kind in PANEL for v in measurement.values) or measurement.act is Act.BLOOD_PRESSURE


def observation_id(measurement: UUID, act: Act, kind: Kind) -> UUID:
    """Return an Observation's id: the measurement's own for its main value, a derived one for others."""
    main = ACT_KINDS[act]
    return measurement if not main or kind is main[0] else derived(measurement, f"observation/{kind}")


def category(kind: Kind | None = None) -> list[Json]:
    """Return the category of vital signs; for glucose that of laboratories too; of pain that of surveys."""
    if kind is Kind.PAIN:
        return [concept(coding(TERMINOLOGY + "observation-category", "survey", "Survey"))]
    codes = [("vital-signs", "Vital Signs")] + (
        [("laboratory", "Laboratory")] if kind is Kind.GLUCOSE else []
    )
    return [concept(coding(TERMINOLOGY + "observation-category", code, words)) for code, words in codes]


def words_of(quality: Quality) -> str:
    """Say a quality in words, for a note."""
    reasons = "; ".join(reason_words(r) for r in quality.reasons)
    grade = {Grade.GOOD: "Good", Grade.USABLE: "Usable", Grade.NOT_RELIABLE: "Not reliable"}[quality.grade]
    return f"{grade}: {reasons}." if reasons else f"{grade}."


def _valued(value: Value, quality: Quality) -> Json:
    filed = as_filed(value)
    amount = quantity(filed.value, filed.unit)
    came = []
    if filed != value:
        came = [{"url": OURS + "as-measured", "valueQuantity": quantity(value.value, value.unit)}]
    if quality.grade is not Grade.NOT_RELIABLE:
        return {"valueQuantity": amount} | ({"extension": came} if came else {})
    unreliable = {"url": OURS + "unreliable-value", "valueQuantity": amount}
    return {"dataAbsentReason": _error(quality), "extension": [unreliable, *came]}


def _error(quality: Quality) -> Json:
    return concept(coding(TERMINOLOGY + "data-absent-reason", "error", "Error"), text=words_of(quality))


def _without_number(measurement: Measurement) -> Json:
    """Return what stands in the place of a number: HI, LO, or why there is nothing."""
    quality, beyond = measurement.quality, measurement.off_scale
    if not beyond:
        unknown = absent("unknown", "The device gave no number.")
        return {"dataAbsentReason": _error(quality) if quality.grade is Grade.NOT_RELIABLE else unknown}
    if quality.grade is Grade.NOT_RELIABLE:
        unreliable = {"url": OURS + "unreliable-value", "valueString": OFF_SCALE[beyond]}
        return {"dataAbsentReason": _error(quality), "extension": [unreliable]}
    code, display = INTERPRETATION[beyond]
    meant = concept(coding(TERMINOLOGY + "v3-ObservationInterpretation", code, display))
    if ACT_KINDS[measurement.act][0] in PROFILES:
        said = absent("unknown", f"The device says {OFF_SCALE[beyond]} and no number.")
        return {"dataAbsentReason": said, "interpretation": [meant]}
    return {"valueString": OFF_SCALE[beyond], "interpretation": [meant]}


def _quality_extension(quality: Quality) -> Json:
    parts = [{"url": "grade", "valueCode": quality.grade.value}]
    parts += [{"url": "reason", "valueCode": r.value} for r in quality.reasons]
    return {"url": OURS + "quality", "extension": parts}


def _frame(measurement: Measurement, visit: UUID, station: UUID, kind: Kind | None) -> Json:
    quality = measurement.quality
    identity = measurement.id if kind is None else observation_id(measurement.id, measurement.act, kind)
    resource: Json = {
        "resourceType": "Observation",
        "id": str(identity),
        "identifier": [identifier(identity)],
        "status": "preliminary" if quality.grade is Grade.NOT_RELIABLE else "final",
        "category": category(kind),
        "subject": reference("Patient", patient_id(visit)),
        "encounter": reference("Encounter", visit),
        "effectiveDateTime": measurement.effective.wall,
        "extension": _extensions(measurement, identity),
    }
    if measurement.by_hand:
        resource["method"] = concept(text=_METHODS.get(measurement.act, ENTERED))
        resource["performer"] = [{"display": measurement.entered_by or "Staff at the station"}]
    else:
        resource["device"] = reference("Device", device_id(measurement.device, station))
    if notes := _notes(measurement):
        resource["note"] = [{"text": text} for text in notes]
    if measurement.site:
        known = SITES.get(measurement.site)
        codings = [coding("http://snomed.info/sct", known)] if known else []
        resource["bodySite"] = concept(*codings, text=measurement.site)
    if measurement.derived_from and kind is not None:
        resource["derivedFrom"] = [
            reference("Observation", observation_id(m, measurement.act, kind))
            for m in measurement.derived_from
        ]
    return resource


def _extensions(measurement: Measurement, identity: UUID) -> list[Json]:
    """Return what R4 has no place for: quality, attempt, who measured, clocks, the device's own words, and
    which measurement this is another value of."""
    found: list[Json] = [
        _quality_extension(measurement.quality),
        {"url": OURS + "attempt", "valueInteger": measurement.attempt},
        {"url": OURS + "measured-by", "valueCode": measurement.measured_by},
        {"url": OURS + "clock", "valueCode": measurement.effective.clock},
        *({"url": OURS + "flag", "valueCode": flag} for flag in measurement.flags),
    ]
    if identity != measurement.id:
        found.append({"url": OURS + "measurement", "valueUri": measurement.id.urn})
    if measurement.clock_error_s is not None:
        found.append({"url": OURS + "clock-error-s", "valueDecimal": measurement.clock_error_s})
    if measurement.position:
        found.append({"url": OURS + "position", "valueCode": measurement.position})
    if measurement.cuff_size:
        found.append({"url": OURS + "cuff-size", "valueString": measurement.cuff_size})
    return found


def _notes(measurement: Measurement) -> list[str]:
    """Return the quality in words, and what the device itself said that is not in them."""
    quality = measurement.quality
    notes = [words_of(quality)] if quality.grade is not Grade.GOOD else []
    said = flag_words(measurement)
    return notes + ([f"The device says: {'; '.join(said)}."] if said else [])


def _merge_value(resource: Json, valued: Json) -> Json:
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


def observations(
    measurement: Measurement, visit: UUID, station: UUID, when: When | None = None, twin: UUID | None = None
) -> list[Json]:
    """Return a measurement's Observations: one for blood pressure with components, one for each other.

    `when`: the time put right, when it is not the station's word as it stands. `twin`: the measurement that
    came first under the same id with other content.
    """
    made = _made(measurement, visit, station)
    for observation in made:
        if when is not None:
            _timed(observation, measurement, when)
        if twin is not None:
            _twinned(observation, twin)
    return made


def _timed(observation: Json, measurement: Measurement, when: When) -> None:
    """Give an Observation its time; the station's own word stays beside it where it was another."""
    observation["effectiveDateTime"], observation["issued"] = when.effective, when.issued
    observation["extension"].append({"url": OURS + "time-confidence", "valueCode": when.confidence})
    if when.effective != measurement.effective.wall:
        told = {"url": OURS + "station-time", "valueDateTime": measurement.effective.wall}
        observation["extension"].append(told)
    if when.why:
        observation["note"] = [*observation.get("note", []), {"text": when.why}]


def _twinned(observation: Json, twin: UUID) -> None:
    words = "Another reading came under the same id, with other content; both are kept."
    observation["extension"].append({"url": OURS + "twin", "valueReference": reference("Observation", twin)})
    observation["note"] = [*observation.get("note", []), {"text": words}]


def _made(measurement: Measurement, visit: UUID, station: UUID) -> list[Json]:
    found = [_panel(measurement, visit, station)] if _is_bp(measurement) else []
    if measurement.observed and measurement.act in OBSERVED_CODES:
        found.append(_observed(measurement, visit, station))
    for value in measurement.values:
        if value.kind in PANEL:
            continue
        cuff = measurement.act is Act.BLOOD_PRESSURE and value.kind is Kind.PULSE_RATE
        resource = _single(measurement, visit, station, value.kind, CUFF_PULSE if cuff else code_of(value))
        found.append(_merge_value(resource, _valued(value, measurement.quality)))
    if not found and not ACT_KINDS[measurement.act]:
        found.append(_observed(measurement, visit, station))
    if not found:
        kind = ACT_KINDS[measurement.act][0]
        resource = _single(measurement, visit, station, kind, CODES[kind])
        found.append(_merge_value(resource, _without_number(measurement)))
    return found


def _observed(measurement: Measurement, visit: UUID, station: UUID) -> Json:
    """Return the Observation of what staff saw: codes of our own, with words."""
    resource = _frame(measurement, visit, station, None)
    resource["category"] = category(Kind.PAIN)
    resource["code"] = _code(OBSERVED_CODES[measurement.act])
    if not measurement.observed:
        return resource | {"dataAbsentReason": _error(measurement.quality)}
    codings = [coding(OURS + str(measurement.act), code) for code in measurement.observed]
    return resource | {"valueCodeableConcept": concept(*codings, text=observed_words(measurement))}


def _single(measurement: Measurement, visit: UUID, station: UUID, kind: Kind, code: Code) -> Json:
    """Return the Observation of one value, all but the value."""
    resource = _frame(measurement, visit, station, kind)
    if kind not in NO_VITAL_SIGN:
        profiles = [VITAL_SIGNS] + ([PROFILES[kind]] if kind in PROFILES else [])
        resource["meta"] = {"profile": profiles}
    resource["code"] = _code(code)
    return resource


def not_made(identity: UUID, act: str, reason: str, visit: UUID, at: str) -> Json:
    """Return the Observation of a measurement that was asked for and not made."""
    kinds = ACT_KINDS[Act(act)] if act in tuple(Act) else ()  # a newer station may know more acts
    blood = act == Act.BLOOD_PRESSURE
    code = _code(BLOOD_PRESSURE_PANEL if blood else CODES[kinds[0]]) if kinds else _unlike_others(act)
    resource: Json = {
        "resourceType": "Observation",
        "id": str(identity),
        "identifier": [identifier(identity)],
        "status": "cancelled",
        "category": category(kinds[0] if kinds else None),
        "code": code,
        "subject": reference("Patient", patient_id(visit)),
        "encounter": reference("Encounter", visit),
        "effectiveDateTime": at,
        "note": [{"text": f"Not made: {skip_words(reason)}."}],
    }
    if blood:
        resource["component"] = [
            {"code": _code(CODES[k]), "dataAbsentReason": absent("not-performed")} for k in kinds
        ]
    else:
        resource["dataAbsentReason"] = absent("not-performed", skip_words(reason))
    return resource


def _unlike_others(act: str) -> Json:
    observed = {str(each): code for each, code in OBSERVED_CODES.items()}
    return _code(observed[act]) if act in observed else concept(text=act)
