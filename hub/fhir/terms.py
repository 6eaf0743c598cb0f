"""Code systems and small pieces every resource is made of."""

from typing import Any, Final
from uuid import NAMESPACE_URL, UUID, uuid5

Json = dict[str, Any]

LOINC: Final = "http://loinc.org"
MDC: Final = "urn:iso:std:iso:11073:10101"
UCUM: Final = "http://unitsofmeasure.org"
URI: Final = "urn:ietf:rfc:3986"
TERMINOLOGY: Final = "http://terminology.hl7.org/CodeSystem/"
OURS: Final = "urn:carepost:"  # our own codes and extensions; nobody else's domain is claimed
VITAL_SIGNS: Final = "http://hl7.org/fhir/StructureDefinition/vitalsigns"
BP_PROFILE: Final = "http://hl7.org/fhir/StructureDefinition/bp"
OXYGEN_PROFILE: Final = "http://hl7.org/fhir/StructureDefinition/oxygensat"
HEART_RATE_PROFILE: Final = "http://hl7.org/fhir/StructureDefinition/heartrate"
TEMPERATURE_PROFILE: Final = "http://hl7.org/fhir/StructureDefinition/bodytemp"
WEIGHT_PROFILE: Final = "http://hl7.org/fhir/StructureDefinition/bodyweight"
HEIGHT_PROFILE: Final = "http://hl7.org/fhir/StructureDefinition/bodyheight"
RESPIRATORY_PROFILE: Final = "http://hl7.org/fhir/StructureDefinition/resprate"


def coding(system: str, code: str, display: str = "") -> Json:
    """Return a Coding."""
    return {"system": system, "code": code} | ({"display": display} if display else {})


def concept(*codings: Json, text: str = "") -> Json:
    """Return a CodeableConcept."""
    return ({"coding": list(codings)} if codings else {}) | ({"text": text} if text else {})


def quantity(value: float, code: str, words: str = "") -> Json:
    """Return a Quantity in UCUM; whole numbers without a decimal point."""
    number: float = int(value) if float(value).is_integer() else value
    return {"value": number, "unit": words or code, "system": UCUM, "code": code}


def reference(kind: str, identity: object, display: str = "") -> Json:
    """Return a Reference to a resource here."""
    return {"reference": f"{kind}/{identity}"} | ({"display": display} if display else {})


def identifier(identity: UUID) -> Json:
    """Return an Identifier that is a UUID."""
    return {"system": URI, "value": identity.urn}


def derived(identity: UUID, what: str) -> UUID:
    """Return the id of something that belongs to `identity`, the same each time."""
    return uuid5(identity, what)


def named(what: str) -> UUID:
    """Return the id of something known by its words only (a device)."""
    return uuid5(NAMESPACE_URL, OURS + what)


def patient_id(visit: UUID) -> UUID:
    """Return the id of a visit's Patient."""
    return derived(visit, "patient")
