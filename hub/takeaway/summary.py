"""A visit as a document Bundle in the manner of the International Patient Summary. Pure.

Source: HL7 IPS (Composition of type 60591-5; medicines, allergies and problems always have a section, with
the reason when nothing is known). It claims no profile: our codes for medicines and problems are words.
Left out: what is the hub's own (Provenance, consents, alarms), pictures and sounds, and whatever says who
the patient was taken for earlier, which may be somebody else's name.
"""

import hashlib
from collections.abc import Iterable
from typing import Any, Final
from uuid import UUID

import msgspec

from hub.fhir.terms import LOINC, TERMINOLOGY, Json, coding, concept, derived, identifier
from hub.takeaway import narrative
from hub.visits.views import answers

KINDS: Final = frozenset(
    {
        "Patient",
        "Encounter",
        "Observation",
        "Device",
        "CarePlan",
        "MedicationRequest",
        "ServiceRequest",
        "QuestionnaireResponse",
        "Condition",
        "AllergyIntolerance",
        "MedicationStatement",
        "Procedure",
    }
)
WITHDRAWN: Final = "entered-in-error"  # an answer that the patient has changed since
OWN: Final = ("meta", "extension", "link")  # of a Patient: not for others
NOTHING: Final = "Nothing at this visit."
NOT_TOLD: Final = "Nothing was told at this visit. That does not mean that there is nothing."


def bundle(visit: UUID, resources: Iterable[Json], made_at: str, title: str) -> Json:
    """Return the document. `made_at`: RFC 3339; `title`: where the visit was, no patient data."""
    chosen = [_bare(each) for each in resources if _wanted(each)]
    urls = {f"{each['resourceType']}/{each['id']}": UUID(each["id"]).urn for each in chosen}
    composition = _composition(visit, chosen, made_at, title)
    entries = [
        {"fullUrl": UUID(each["id"]).urn, "resource": _pointed(each, urls)} for each in (composition, *chosen)
    ]
    return {
        "resourceType": "Bundle",
        "id": str(derived(visit, "summary")),
        "identifier": identifier(derived(visit, "summary")),
        "type": "document",
        "timestamp": made_at,
        "entry": entries,
    }


def digest(document: Json) -> bytes:
    """Return what is the same for two documents that differ only in when they were made."""
    composition = document["entry"][0]["resource"]
    first = {"resource": {name: value for name, value in composition.items() if name != "date"}}
    rest = [first, *document["entry"][1:]]
    return hashlib.sha256(msgspec.json.encode(rest, order="deterministic")).digest()


def _wanted(resource: Json) -> bool:
    """A reading that was not good enough has no value, an answer taken back no truth: both stay here."""
    verified = resource.get("verificationStatus", {}).get("coding", [{}])[0].get("code")
    if WITHDRAWN in (resource.get("status"), verified):
        return False
    kind = resource["resourceType"]
    poor = kind == "Observation" and (
        resource.get("status") not in {"final", "amended", "corrected"} or "dataAbsentReason" in resource
    )
    return kind in KINDS and not poor


def _bare(resource: Json) -> Json:
    """Return a copy without what is the hub's own; profiles that a resource claims stay."""
    own = OWN if resource["resourceType"] == "Patient" else ("meta",)
    copy = {name: value for name, value in resource.items() if name not in own}
    profiles = resource.get("meta", {}).get("profile")
    return copy | ({"meta": {"profile": profiles}} if profiles else {})


def _pointed(node: Any, urls: dict[str, str]) -> Any:
    """Return a copy whose references lead to what is in the document; others keep the identifier."""
    if isinstance(node, list):
        return [_pointed(each, urls) for each in node]
    if not isinstance(node, dict):
        return node
    copy = {name: _pointed(value, urls) for name, value in node.items()}
    target = copy.get("reference")
    if not isinstance(target, str) or target.count("/") != 1:
        return copy
    if target in urls:
        return copy | {"reference": urls[target]}
    kind, _, identity = target.partition("/")
    del copy["reference"]
    return copy | {
        "type": kind,
        "identifier": {"system": "urn:ietf:rfc:3986", "value": f"urn:uuid:{identity}"},
    }


def _of(chosen: list[Json], *kinds: str) -> list[Json]:
    return [each for each in chosen if each["resourceType"] in kinds]


def _composition(visit: UUID, chosen: list[Json], made_at: str, title: str) -> Json:
    [patient] = _of(chosen, "Patient")
    device = next(each for each in _of(chosen, "Device") if each.get("type", {}).get("text"))
    signed = bool(_of(chosen, "CarePlan"))
    return {
        "resourceType": "Composition",
        "id": str(derived(visit, "summary/composition")),
        "identifier": identifier(derived(visit, "summary/composition")),
        "status": "final" if signed else "preliminary",
        "type": concept(coding(LOINC, "60591-5", "Patient summary Document")),
        "subject": {"reference": f"Patient/{patient['id']}"},
        "encounter": {"reference": f"Encounter/{visit}"},
        "date": made_at,
        "author": [{"reference": f"Device/{device['id']}"}],
        "title": title,
        "confidentiality": "N",
        "section": list(_sections(chosen)),
    }


def _sections(chosen: list[Json]) -> Iterable[Json]:
    orders = _of(chosen, "CarePlan", "ServiceRequest")
    told = [line for each in _of(chosen, "CarePlan") for line in narrative.plan(each)]
    told += [narrative.referral(each) for each in _of(chosen, "ServiceRequest")]
    yield _section("18776-5", "Plan of care", orders, told, "No plan was written yet.")
    medicines = _of(chosen, "MedicationStatement", "MedicationRequest")
    yield _section("10160-0", "Medication use", medicines, list(map(narrative.medicine, medicines)), NOTHING)
    yield _told(chosen, "AllergyIntolerance", "48765-2", "Allergies and intolerances")
    yield _told(chosen, "Condition", "11450-4", "Problem list")
    if _of(chosen, "Procedure"):
        yield _told(chosen, "Procedure", "47519-4", "History of procedures")
    seen = _of(chosen, "Observation")
    pregnancy = [each for each in seen if "valueCodeableConcept" in each]
    measured = [each for each in seen if each not in pregnancy]
    yield _section("8716-3", "Vital signs", measured, list(map(narrative.observation, measured)), NOTHING)
    if pregnancy:
        yield _section(
            "10162-6", "Pregnancy", pregnancy, [narrative.told(each) for each in pregnancy], NOTHING
        )
    responses = _of(chosen, "QuestionnaireResponse")
    said = [f"{each['question']} {each['answer']}" for one in responses for each in answers(one)]
    yield _section("10164-2", "Answers of the patient", responses, said, "No question was answered.")


def _told(chosen: list[Json], kind: str, code: str, title: str) -> Json:
    """Return a section of what the patient told, which nobody has confirmed."""
    found = _of(chosen, kind)
    return _section(code, title, found, [narrative.told(each) for each in found], NOT_TOLD)


def _section(code: str, title: str, entries: list[Json], lines: list[str], otherwise: str) -> Json:
    section: Json = {
        "title": title,
        "code": concept(coding(LOINC, code)),
        "text": narrative.div(lines, otherwise),
    }
    if entries:
        section["entry"] = [{"reference": f"{each['resourceType']}/{each['id']}"} for each in entries]
    else:
        section["emptyReason"] = concept(
            coding(TERMINOLOGY + "list-empty-reason", "unavailable"), text=otherwise
        )
    return section
