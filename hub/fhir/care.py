"""Observation, Composition, Communication and Consent of long-term care. Codes are our own, with words."""

from html import escape
from typing import Any, Final
from uuid import UUID

from contract.care import ChangeSeen, Notified, ResidentConsent, Sbar
from hub.facility import words
from hub.fhir import build
from hub.fhir.observations import absent
from hub.fhir.terms import (
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

DIV: Final = '<div xmlns="http://www.w3.org/1999/xhtml"><p>{}</p></div>'
IN_DOUBT: Final = "Entered in error: staff said that this visit was begun for the wrong resident."
ANNOTATED: Final = frozenset({"Observation", "Communication", "Media"})  # R4 has a note for these
NO_CHANGE: Final = "as-usual"
MODES: Final = {"in-person": "FACE", "phone": "PHONE", "video": "VIDEOCONF", "message": "WRITTEN"}


def _observation(identity: UUID, visit: UUID, at: str, code: Json, by: str) -> Json:
    return {
        "resourceType": "Observation",
        "id": str(identity),
        "identifier": [identifier(identity)],
        "status": "final",
        "category": [concept(coding(TERMINOLOGY + "observation-category", "survey"))],
        "code": code,
        "subject": reference("Patient", patient_id(visit)),
        "encounter": reference("Encounter", visit),
        "effectiveDateTime": at,
        "performer": [{"display": by}],
    }


def change_id(visit: UUID, what: str) -> UUID:
    """Return the id of the Observation of one kind of change in a visit."""
    return derived(visit, f"change/{what}")


def changed(visit: UUID, at: str, seen: ChangeSeen, by: str) -> Json:
    """Return something that is not as usual with a resident."""
    code = concept(
        coding(OURS + "change", seen.what, words.CHANGES[seen.what]), text=words.CHANGES[seen.what]
    )
    value = concept(coding(OURS + "trend", seen.trend), text=words.TRENDS[seen.trend])
    told = words.SINCES[seen.since] + (f". {seen.note}" if seen.note else "")
    return _observation(change_id(visit, seen.what), visit, at, code, by) | {
        "valueCodeableConcept": value,
        "note": [{"text": told[0].upper() + told[1:]}],
    }


def as_usual(visit: UUID, at: str, by: str) -> Json:
    """Return that nothing has changed."""
    code = concept(coding(OURS + "change", NO_CHANGE), text="Change in condition")
    value = concept(coding(OURS + "trend", NO_CHANGE), text="As usual")
    made = _observation(change_id(visit, NO_CHANGE), visit, at, code, by)
    return made | {"valueCodeableConcept": value}


def missed(visit: UUID, at: str, why: str, note: str, by: str) -> Json:
    """Return that nothing was measured of a resident in a round, and why."""
    text = words.MISSED[why]
    code = concept(coding(OURS + "round", "round"), text="Measurements of a round")
    made = _observation(derived(visit, "missed"), visit, at, code, by) | {
        "status": "cancelled",
        "dataAbsentReason": absent("not-performed", text),
    }
    return made | ({"note": [{"text": note}]} if note else {})


def code_status(alarm: UUID, visit: UUID, at: str, status: str) -> Json:
    """Return which code status was shown beside an alarm."""
    code = concept(coding(OURS + "code-status-shown", "shown"), text="Code status shown with an alarm")
    made = _observation(derived(alarm, "code-status"), visit, at, code, "Station")
    value = concept(coding(OURS + "code-status", status), text=words.CODE_STATUS[status])
    return made | {"valueCodeableConcept": value, "focus": [reference("Flag", alarm)]}


def sbar(visit: UUID, at: str, told: Sbar, observed_by: str, assessed_by: str) -> Json:
    """Return a handover; preliminary while no nurse has assessed. Each part says whose it is."""
    parts = (
        ("situation", "Situation", told.situation, ""),
        ("background", "Background", told.background, ""),
        ("observation", "Aide's observation", told.observation, observed_by),
        ("assessment", "Nurse's assessment", told.assessment, assessed_by),
        ("request", "Request", told.request, ""),
    )
    authors = [{"display": name} for name in dict.fromkeys((observed_by, assessed_by)) if name]
    return {
        "resourceType": "Composition",
        "id": str(told.id),
        "identifier": identifier(told.id),
        "status": "final" if told.assessment else "preliminary",
        "type": concept(coding(OURS + "document", "sbar"), text="Handover (SBAR)"),
        "subject": reference("Patient", patient_id(visit)),
        "encounter": reference("Encounter", visit),
        "date": at,
        "author": authors or [{"display": "Staff at the station"}],
        "title": "Handover (SBAR)",
        "section": [_section(*part) for part in parts if part[2].strip()] or [_nothing()],
    }


def _section(code: str, title: str, text: str, by: str) -> Json:
    section: Json = {
        "title": title,
        "code": concept(coding(OURS + "sbar", code)),
        "text": {"status": "additional", "div": DIV.format(escape(text.strip()).replace("\n", "<br/>"))},
    }
    return section | ({"author": [{"display": by}]} if by else {})


def _nothing() -> Json:
    return _section("situation", "Situation", "Nothing was written.", "")


def notified(visit: UUID, told: Notified, by: str) -> Json:
    """Return that somebody was told, or a try that reached nobody."""
    reached = told.how in MODES
    resource: Json = {
        "resourceType": "Communication",
        "id": str(told.id),
        "identifier": [identifier(told.id)],
        "status": "completed" if reached else "not-done",
        "category": [concept(coding(TERMINOLOGY + "communication-category", "notification"))],
        "topic": concept(coding(OURS + "told", told.who), text=words.TOLD[told.who]),
        "subject": reference("Patient", patient_id(visit)),
        "encounter": reference("Encounter", visit),
        "sent": told.when,
        "recipient": [{"display": told.person or told.who}],
        "sender": {"display": by},
        "reasonCode": [concept(coding(OURS + "told-why", told.why), text=words.TELLING_WHYS[told.why])],
    }
    if reached:
        mode = coding(TERMINOLOGY + "v3-ParticipationMode", MODES[told.how])
        resource["medium"] = [concept(mode, text=words.TELLING_WAYS[told.how])]
    else:
        resource["statusReason"] = concept(text=words.TELLING_WAYS[told.how])
    if told.said:
        resource["note"] = [{"text": told.said}]
    return resource


def consent(identity: UUID, visit: UUID, at: str, told: ResidentConsent, by: str) -> Json:
    """Return a resident's consent: who gave it, on what basis of capacity, by what authority."""
    version = told.version if told.what == "visit" else f"{told.what}:{told.version}"
    made = build.consent(identity, visit, at, version, told.language, told.given)
    resident = told.who == "resident"
    authority = f", {words.AUTHORITIES[told.authority]}" if told.authority else ""
    made["performer"] = [
        reference("Patient", patient_id(visit)) if resident else {"display": f"{told.name}{authority}"}
    ]
    parts: list[dict[str, Any]] = [
        {"url": OURS + "capacity", "valueCodeableConcept": _basis(told.basis)},
        {"url": OURS + "recording", "valueBoolean": told.recording},
        {"url": OURS + "recorded-by", "valueString": by},
        *({"url": OURS + "present", "valueString": one} for one in told.present if one),
    ]
    if told.interpreter:
        parts.append({"url": OURS + "interpreter", "valueString": told.interpreter})
    return made | {"extension": parts}


def _basis(basis: str) -> Json:
    return concept(coding(OURS + "capacity", basis), text=words.BASES[basis])


def withdrawn(resource: Json) -> Json:
    """Return a resource that a later word has taken back, in doubt or not."""
    return believed(resource) | {"status": "entered-in-error"}


def refiled(resource: Json, other: UUID, at: str) -> Json:
    """Return an Observation of a reading that was another resident's; `other`: where it is now.

    An identifier and no reference: whatever follows references must not go from one person to another.
    """
    url = OURS + "refiled-to"
    kept = [each for each in resource.get("extension", []) if each["url"] != url]
    note = {"text": f"Entered in error: this reading was another resident's. Noted {at}."}
    notes = [each for each in resource.get("note", []) if not each["text"].startswith("Entered in error")]
    return resource | {
        "status": "entered-in-error",
        "extension": [*kept, {"url": url, "valueIdentifier": identifier(other)}],
        "note": [*notes, note],
    }


def doubted(resource: Json) -> Json:
    """Return a resource of a visit that staff called another resident's; `believed` takes it back."""
    url = OURS + "in-doubt"
    kept = resource.get("extension", [])
    if any(each["url"] == url for each in kept):
        return resource
    new = resource | {
        "status": "entered-in-error",
        "extension": [*kept, {"url": url, "valueCode": resource["status"]}],
    }
    if resource["resourceType"] in ANNOTATED:
        new["note"] = [*resource.get("note", []), {"text": IN_DOUBT}]
    return new


def believed(resource: Json) -> Json:
    """Return a resource as it was before it was in doubt."""
    url = OURS + "in-doubt"
    was = [each["valueCode"] for each in resource.get("extension", []) if each["url"] == url]
    if not was:
        return resource
    rest = {name: value for name, value in resource.items() if name not in ("extension", "note")}
    kept = [each for each in resource["extension"] if each["url"] != url]
    notes = [each for each in resource.get("note", []) if each["text"] != IN_DOUBT]
    rest |= ({"extension": kept} if kept else {}) | ({"note": notes} if notes else {})
    moved = any(each["url"] == OURS + "refiled-to" for each in kept)
    return rest | {"status": "entered-in-error" if moved else was[0]}


def refiled_from(resource: Json, other: UUID) -> Json:
    """Return an Observation that was filed for another resident first, under another id."""
    extension = {"url": OURS + "refiled-from", "valueIdentifier": identifier(other)}
    return resource | {"extension": [*resource.get("extension", []), extension]}
