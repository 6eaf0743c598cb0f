"""What a signed plan orders, as FHIR: medicines, answers to refills, a referral.

Nothing here is sent to a pharmacy: it is what the provider told the patient, in the record.
"""

from typing import Any, Final

from contract.talk import Medicine, Refill
from hub.fhir.terms import UCUM, Json, concept, derived, identifier, patient_id, reference
from hub.models import Plan
from hub.times import rfc3339

WHEN: Final = {"morning": "MORN", "midday": "NOON", "evening": "EVE", "bedtime": "HS"}  # EventTiming


def orders(plan: Plan) -> list[Json]:
    """Return the resources of a signed plan's orders; nothing when it has none."""
    made = [_medicine(plan, number, each) for number, each in enumerate(medicines(plan))]
    made += [_refill(plan, number, each) for number, each in enumerate(refills(plan))]
    return made + ([_referral(plan)] if plan.referral or plan.referral_address else [])


def medicines(plan: Plan) -> list[Medicine]:
    """Return a plan's medicines."""
    return [Medicine(**each | {"times": tuple(each["times"])}) for each in plan.medicines]


def refills(plan: Plan) -> list[Refill]:
    """Return a plan's answers to wishes for a medicine."""
    return [Refill(**each) for each in plan.refills]


def in_words(one: Medicine) -> str:
    """Return how a medicine is taken, in English, as the record has it."""
    times = ", ".join(one.times) or "only when needed"
    days = "" if one.days is None else f"for {one.days} day{'s' if one.days != 1 else ''}"
    return ", ".join(part for part in (one.amount, times, days, one.note) if part)


def _about(plan: Plan, kind: str, part: str) -> Json:
    assert plan.signed_at is not None
    identity = derived(plan.visit_id, f"plan/{part}")
    return {
        "resourceType": kind,
        "id": str(identity),
        "identifier": [identifier(identity)],
        "subject": reference("Patient", patient_id(plan.visit_id)),
        "encounter": reference("Encounter", plan.visit_id),
        "authoredOn": rfc3339(plan.signed_at),
        "requester": {"display": plan.author},
    }


def _medicine(plan: Plan, number: int, one: Medicine) -> Json:
    dosage: Json = {"text": in_words(one)}
    if one.note:
        dosage["patientInstruction"] = one.note
    repeat: dict[str, Any] = {"when": [WHEN[time] for time in one.times]} if one.times else {}
    if one.days is not None:
        bounds = {"value": one.days, "unit": "d", "system": UCUM, "code": "d"}
        repeat["boundsDuration"] = bounds
    if repeat:
        dosage["timing"] = {"repeat": repeat}
    if not one.times:
        dosage["asNeededBoolean"] = True
    return _about(plan, "MedicationRequest", f"medicine/{number}") | {
        "status": "active",
        "intent": "plan",
        "medicationCodeableConcept": concept(text=one.name),
        "dosageInstruction": [dosage],
    }


def _refill(plan: Plan, number: int, one: Refill) -> Json:
    resource = _about(plan, "MedicationRequest", f"refill/{number}") | {
        "status": "active" if one.approved else "cancelled",
        "intent": "order" if one.approved else "proposal",
        "category": [concept(text="Refill asked for by the patient")],
        "medicationCodeableConcept": concept(text=one.medicine),
    }
    if not one.approved:
        resource["statusReason"] = concept(text=one.why)
    elif one.why:
        resource["note"] = [{"text": one.why}]
    if one.approved and one.pharmacy:
        resource["dispenseRequest"] = {"performer": {"display": one.pharmacy}}
    return resource


def _referral(plan: Plan) -> Json:
    resource = _about(plan, "ServiceRequest", "referral") | {
        "status": "active",
        "intent": "order",
        "category": [concept(text="Referral")],
        "code": concept(text="Referral"),
        "performer": [{"display": plan.referral or plan.referral_address}],
    }
    if plan.referral_address:
        resource["locationReference"] = [{"display": plan.referral_address}]
    if plan.referral_phone:
        resource["patientInstruction"] = f"Phone: {plan.referral_phone}"
    return resource
