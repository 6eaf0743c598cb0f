"""The words of a summary's sections: short lists in XHTML, for readers that show no more than these. Pure."""

import html
from collections.abc import Iterable
from typing import Any

from hub.fhir.terms import Json


def div(lines: Iterable[str], otherwise: str) -> Json:
    """Return a section's narrative: one line each, or one line that says why there is none."""
    told = [line for line in lines if line]
    inner = "".join(f"<li>{html.escape(line)}</li>" for line in told)
    body = f"<ul>{inner}</ul>" if inner else f"<p>{html.escape(otherwise)}</p>"
    return {"status": "generated", "div": f'<div xmlns="http://www.w3.org/1999/xhtml">{body}</div>'}


def plan(resource: Json) -> list[str]:
    """Return a CarePlan in lines."""
    notes = [str(note["text"]) for note in resource.get("note", [])]
    return [*str(resource.get("description", "")).splitlines(), *notes]


def medicine(resource: Json) -> str:
    """Return a MedicationRequest in a line."""
    name = str(resource["medicationCodeableConcept"]["text"])
    if resource["resourceType"] == "MedicationStatement":
        return f"{name} (the patient says so)"
    if resource["status"] == "cancelled":
        return f"{name}: asked for again, not approved. {resource['statusReason']['text']}"
    if resource["intent"] == "order":
        where = resource.get("dispenseRequest", {}).get("performer", {}).get("display", "")
        return f"{name}: asked for again, approved." + (f" {where}" if where else "")
    return f"{name}: {resource['dosageInstruction'][0]['text']}"


def told(resource: Json) -> str:
    """Return what a patient told in a line, and that nobody has confirmed it."""
    what = resource.get("valueCodeableConcept") or resource["code"]
    return f"{what['text']} (the patient says so)"


def referral(resource: Json) -> str:
    """Return a ServiceRequest in a line."""
    where = [each["display"] for each in (*resource["performer"], *resource.get("locationReference", []))]
    words = ", ".join(dict.fromkeys(where))
    return f"Referral: {words}. {resource.get('patientInstruction', '')}".strip()


def observation(resource: Json) -> str:
    """Return an Observation in a line: what, how much, when."""
    parts = [_value(resource)] if _value(resource) else []
    parts += [f"{_name(part)} {_value(part)}" for part in resource.get("component", []) if _value(part)]
    return f"{_name(resource)}: {', '.join(parts)} ({resource['effectiveDateTime']})" if parts else ""


def _name(resource: Json) -> str:
    code = resource["code"]
    return str(code.get("text") or code["coding"][0].get("display") or code["coding"][0]["code"])


def _value(resource: Json) -> str:
    amount: dict[str, Any] = resource.get("valueQuantity", {})
    return (
        f"{amount['value']} {amount['unit']}" if "value" in amount else str(resource.get("valueString", ""))
    )
