"""What patients tell of themselves as FHIR: never more than said, never confirmed, always with its source.

Illnesses become Conditions, allergies AllergyIntolerances, medicines MedicationStatements, operations
Procedures, a pregnancy an Observation. All refer to the QuestionnaireResponse they were told in. "None of
these" and "I don't know" stay in the response alone: they are no finding.
"""

from collections.abc import Callable, Iterable
from typing import Final
from uuid import UUID

from contract.documents import Told
from hub.fhir.terms import (
    LOINC,
    OURS,
    TERMINOLOGY,
    Json,
    coding,
    concept,
    derived,
    identifier,
    patient_id,
    reference,
)

KINDS: Final = frozenset({"condition", "medicine", "allergy", "surgery", "pharmacy"})
FACTS: Final = frozenset({"pregnant", "oxygen", "home-oxygen", "blood-thinner", "recent-surgery"})
TEXT_CHARS: Final = 1000
_THINNER: Final = Told("medicine", "blood-thinner", "A blood thinner (which one is not told here)")
_PREGNANT: Final = Told("pregnancy", "pregnant", "Pregnant, or may be")
WITHDRAWN: Final = "entered-in-error"


def things(told: Iterable[Told], facts: dict[str, bool | None]) -> list[Told]:
    """Return what is to be a resource: what was told, and the facts that are findings."""
    found = [each for each in told if each.kind in _MAKERS]
    found += [_THINNER] if facts.get("blood-thinner") else []
    found += [_PREGNANT] if facts.get("pregnant") else []
    return found


def resource(thing: Told, visit: UUID, response: UUID, at: str, *, withdrawn: bool = False) -> Json:
    """Return the resource of one thing told. `withdrawn`: the patient has changed the answer since."""
    identity = derived(visit, f"told/{thing.kind}/{thing.code or thing.text}")
    name, make = _MAKERS[thing.kind]
    told = concept(*([coding(OURS + thing.kind, thing.code)] if thing.code else []), text=thing.text)
    made = make(told, reference("Patient", patient_id(visit)), at, withdrawn)
    source = reference("QuestionnaireResponse", response)
    return {
        "resourceType": name,
        "id": str(identity),
        "identifier": [identifier(identity)],
        "extension": [{"url": OURS + "told-in", "valueReference": source}],
        **made,
        _VISIT.get(name, "encounter"): reference("Encounter", visit),
    }


_VISIT: Final = {"MedicationStatement": "context"}


def _status(kind: str, withdrawn: bool) -> Json:
    """Return an illness's or allergy's two states; one that is withdrawn has no clinical one."""
    verified = concept(coding(f"{TERMINOLOGY}{kind}-verification", WITHDRAWN if withdrawn else "unconfirmed"))
    if kind == "condition":
        verified["coding"][0]["system"] = TERMINOLOGY + "condition-ver-status"
    clinical = (
        {} if withdrawn else {"clinicalStatus": concept(coding(f"{TERMINOLOGY}{kind}-clinical", "active"))}
    )
    return {**clinical, "verificationStatus": verified}


def _condition(told: Json, patient: Json, at: str, withdrawn: bool) -> Json:
    return {
        **_status("condition", withdrawn),
        "category": [concept(coding(TERMINOLOGY + "condition-category", "problem-list-item"))],
        "code": told,
        "subject": patient,
        "recordedDate": at,
        "asserter": patient,
    }


def _allergy(told: Json, patient: Json, at: str, withdrawn: bool) -> Json:
    return {
        **_status("allergyintolerance", withdrawn),
        "code": told,
        "patient": patient,
        "recordedDate": at,
        "asserter": patient,
    }


def _medicine(told: Json, patient: Json, at: str, withdrawn: bool) -> Json:
    return {
        "status": WITHDRAWN if withdrawn else "active",
        "medicationCodeableConcept": told,
        "subject": patient,
        "dateAsserted": at,
        "informationSource": patient,
    }


def _surgery(told: Json, patient: Json, _at: str, withdrawn: bool) -> Json:
    return {
        "status": WITHDRAWN if withdrawn else "completed",
        "code": told,
        "subject": patient,
        "asserter": patient,
    }


def _pregnancy(told: Json, patient: Json, at: str, withdrawn: bool) -> Json:
    return {
        "status": WITHDRAWN if withdrawn else "final",
        "category": [concept(coding(TERMINOLOGY + "observation-category", "social-history"))],
        "code": concept(coding(LOINC, "82810-3", "Pregnancy status")),
        "subject": patient,
        "effectiveDateTime": at,
        "performer": [patient],
        "valueCodeableConcept": told,
    }


_MAKERS: Final[dict[str, tuple[str, Callable[[Json, Json, str, bool], Json]]]] = {
    "condition": ("Condition", _condition),
    "allergy": ("AllergyIntolerance", _allergy),
    "medicine": ("MedicationStatement", _medicine),
    "surgery": ("Procedure", _surgery),
    "pregnancy": ("Observation", _pregnancy),
}
