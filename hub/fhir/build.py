"""Patient, Encounter, Consent, QuestionnaireResponse, Flag, CarePlan, Provenance, station Device."""

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from contract.care import WRONG_RESIDENT
from hub.errors import FilingError
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
from hub.models import Alarm, Plan, Station, Visit
from hub.times import rfc3339

ENCOUNTER_STATUS: Final = {
    "waiting": "arrived",
    "in-call": "in-progress",
    "in-progress": "in-progress",
    "callback": "in-progress",
    "stored": "in-progress",
    "left": "cancelled",
    "done": "finished",
}
DEEPEST: Final = 16  # questions inside of answers inside of questions
PARTICIPANT: Final = TERMINOLOGY + "v3-ParticipationType"


def patient(visit: Visit, others: list[str]) -> Json:
    """Return a visit's Patient. `others`: ids of Patients with the same name and birth date."""
    resource: Json = {
        "resourceType": "Patient",
        "id": str(patient_id(visit.id)),
        "identifier": [identifier(patient_id(visit.id))],
        "active": True,
    }
    if visit.bound:  # a resident's number in the facility
        number = {"system": f"urn:uuid:{visit.bound['facility']}", "value": visit.bound["number"]}
        resource["identifier"].append(
            {"use": "secondary", **number, "assigner": {"display": visit.bound["facility_name"]}}
        )
    if visit.given or visit.family:
        name: Json = {"use": "usual", "text": " ".join(n for n in (visit.given, visit.family) if n)}
        if visit.family:
            name["family"] = visit.family
        if visit.given:
            name["given"] = visit.given.split()
        resource["name"] = [name]
    if visit.birth_date:
        resource["birthDate"] = visit.birth_date
    if visit.callback_phone:
        resource["telecom"] = [{"system": "phone", "value": visit.callback_phone, "use": "temp"}]
    if visit.language:
        language = concept(coding("urn:ietf:bcp:47", visit.language))
        resource["communication"] = [{"language": language, "preferred": True}]
    if visit.identities[:-1]:
        resource["extension"] = [_told_before(identity) for identity in visit.identities[:-1]]
    if visit.guardian:
        resource["contact"] = [_guardian(visit.guardian)]
    if others:
        resource["link"] = [{"other": reference("Patient", o), "type": "seealso"} for o in others]
    return resource


def _guardian(told: Json) -> Json:
    """Return who speaks for a minor, as told."""
    code = {"parent": "PRN", "guardian": "GUARD"}.get(told["relation"])
    coded = [coding(TERMINOLOGY + "v3-RoleCode", code)] if code else []
    return {
        "relationship": [concept(*coded, text=f"{told['relation']}, with the minor")],
        "name": {"text": told["name"]},
    }


def _told_before(identity: Json) -> Json:
    """Return who the patient was said to be earlier in the visit: kept, for a person to judge."""
    name = " ".join(n for n in (identity["given"], identity["family"]) if n)
    parts: list[Json] = [{"url": "until", "valueDateTime": identity["until"]}]
    parts += [{"url": "name", "valueString": name}] if name else []
    parts += [{"url": "birthDate", "valueDate": identity["birth_date"]}] if identity["birth_date"] else []
    return {"url": OURS + "identity-told-before", "extension": parts}


def encounter(visit: Visit, station: Station, provider: str | None) -> Json:
    """Return a visit's Encounter."""
    period = {"start": visit.started_at} | ({"end": visit.closed_at} if visit.closed_at else {})
    resource: Json = {
        "resourceType": "Encounter",
        "id": str(visit.id),
        "identifier": [identifier(visit.id)],
        "status": ENCOUNTER_STATUS[visit.state],
        "class": coding(TERMINOLOGY + "v3-ActCode", "VR", "virtual"),
        "priority": concept(coding(OURS + "level", visit.level)),
        "subject": reference("Patient", patient_id(visit.id)),
        "period": period,
        "location": [{"location": {"display": f"{station.name}, {station.address}"}}],
        "extension": [{"url": OURS + "station", "valueReference": reference("Device", station.id)}],
    }
    if visit.reason:
        resource["reasonCode"] = [concept(text=visit.reason)]
    if visit.closed_how:
        resource["extension"].append({"url": OURS + "closed", "valueCode": visit.closed_how})
    if provider:
        attender = concept(coding(PARTICIPANT, "ATND", "attender"))
        resource["participant"] = [{"type": [attender], "individual": {"display": provider}}]
    return resource


def station_device(station: Station) -> Json:
    """Return the station as the Device that the measuring ones belong to."""
    return {
        "resourceType": "Device",
        "id": str(station.id),
        "identifier": [identifier(station.id)],
        "status": "active",
        "manufacturer": "Carepost",
        "deviceName": [{"name": station.name, "type": "user-friendly-name"}],
        "type": concept(text="telehealth station"),
        "contact": [{"system": "phone", "value": station.phone}],
    }


def consent(identity: UUID, visit: UUID, at: str, version: str, language: str, given: bool) -> Json:  # noqa: PLR0917 - rows of a table
    """Return the Consent to the words of a version."""
    return {
        "resourceType": "Consent",
        "id": str(identity),
        "identifier": [identifier(identity)],
        "status": "active" if given else "rejected",
        "scope": concept(coding(TERMINOLOGY + "consentscope", "treatment", "Treatment")),
        "category": [concept(coding(LOINC, "59284-0", "Consent Document"))],
        "patient": reference("Patient", patient_id(visit)),
        "dateTime": at,
        "language": language,
        "policy": [{"uri": f"{OURS}consent:{version}"}],
        "provision": {
            "type": "permit" if given else "deny",
            "data": [{"meaning": "related", "reference": reference("Encounter", visit)}],
        },
    }


def _items(items: Any, depth: int) -> bool:
    """Say whether these are questions with their answers, all the way down (`depth` levels at most)."""
    if depth == 0 or not isinstance(items, list):
        return False
    for item in items:
        if not isinstance(item, dict) or not isinstance(item.get("linkId"), str):
            return False
        given = item.get("answer", [])
        if not isinstance(given, list) or not all(isinstance(a, dict) for a in given):
            return False
        if not all(_items(each.get("item", []), depth - 1) for each in (item, *given)):
            return False
    return True


def questionnaire_response(identity: UUID, visit: UUID, at: str, response: dict[str, Any]) -> Json:
    """Return the answers as they came, placed in the visit; FilingError when they are none."""
    whole = _items(response.get("item", []), DEEPEST)
    if response.get("resourceType") != "QuestionnaireResponse" or not whole:
        raise FilingError("the answers are not a QuestionnaireResponse")
    return (
        {"status": "completed", "authored": at}
        | response
        | {
            "id": str(identity),
            "identifier": identifier(identity),
            "subject": reference("Patient", patient_id(visit)),
            "encounter": reference("Encounter", visit),
        }
    )


def flag(alarm: Alarm) -> Json:
    """Return an alarm as a Flag: active until somebody acknowledged it, an error of a wrong resident's."""
    period = {"start": alarm.raised_at}
    if alarm.acknowledged_at is not None:
        period["end"] = rfc3339(alarm.acknowledged_at)
    text = f"{alarm.rule}: {alarm.why}" if alarm.why else alarm.rule
    return {
        "resourceType": "Flag",
        "id": str(alarm.id),
        "identifier": [identifier(alarm.id)],
        "status": _standing(alarm),
        "category": [concept(coding(TERMINOLOGY + "flag-category", "clinical", "Clinical"))],
        "code": concept(coding(OURS + "rule", alarm.rule), coding(OURS + "level", alarm.level), text=text),
        "subject": reference("Patient", patient_id(alarm.visit_id)),
        "encounter": reference("Encounter", alarm.visit_id),
        "period": period,
    }


def care_plan(plan: Plan, orders: Sequence[str] = ()) -> Json:
    """Return a signed plan. `orders`: what it orders ("MedicationRequest/…")."""
    assert plan.signed_at is not None
    identity = derived(plan.visit_id, "plan")
    details = [("Warning sign", w) for w in plan.warning_signs]
    where = ", ".join(part for part in (plan.referral, plan.referral_address, plan.referral_phone) if part)
    details += [("Go to", where)] if where else []
    details += [("Follow-up", plan.follow_up)] if plan.follow_up else []
    resource: Json = {
        "resourceType": "CarePlan",
        "id": str(identity),
        "identifier": [identifier(identity)],
        "status": "active",
        "intent": "plan",
        "category": [concept(coding(OURS + "disposition", plan.disposition))],
        "title": "Plan of the visit",
        "description": plan.text,
        "subject": reference("Patient", patient_id(plan.visit_id)),
        "encounter": reference("Encounter", plan.visit_id),
        "created": rfc3339(plan.signed_at),
        "author": {"display": plan.author},
    }
    if orders:
        resource["activity"] = [{"reference": {"reference": order}} for order in orders]
    if details:
        resource["note"] = [{"text": f"{what}: {words}"} for what, words in details]
    return resource


def _standing(alarm: Alarm) -> str:
    if alarm.acknowledged_role == WRONG_RESIDENT:
        return "entered-in-error"
    return "active" if alarm.acknowledged_at is None else "inactive"


def provenance(  # noqa: PLR0917 - rows of a table
    identity: UUID, targets: list[str], at: float, who: Json, activity: str, occurred: str = ""
) -> Json:
    """Return where resources came from. `identity`: the envelope's or act's id; `who`: a Reference.

    `at` is when the hub wrote it down, `occurred` when it was said.
    """
    return {
        **({"occurredDateTime": occurred} if occurred else {}),
        "resourceType": "Provenance",
        "id": str(derived(identity, "provenance")),
        "target": [{"reference": t} for t in targets],
        "recorded": rfc3339(at),
        "activity": concept(coding(TERMINOLOGY + "v3-DataOperation", activity)),
        "agent": [
            {
                "type": concept(coding(TERMINOLOGY + "provenance-participant-type", "author")),
                "who": who,
            }
        ],
        "entity": [{"role": "source", "what": {"identifier": identifier(identity)}}],
    }
