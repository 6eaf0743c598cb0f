"""Photos, clips, sounds and other large things: DocumentReference and Media, their bytes as Binary.

DocumentReference is what specialists' systems read (the document profiles of US Core, IHE's MHD), what R5
folded Media into, and what has `docStatus`: an attachment that is promised but not whole yet can be seen as
such. Media says beside it what R4's DocumentReference has no place for: site, view, device, size, duration.
Both name the same Binary, which is without traces (hub.traces); what came from the station, and its hash, is
in the Provenance.
"""

import base64
from typing import Any, Final
from uuid import UUID

from sqlalchemy.orm import Session

from contract import asks
from hub.fhir import build
from hub.fhir.store import put
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
from hub.models import Blob
from hub.times import rfc3339

PHOTO: Final = coding(LOINC, "72170-4", "Photographic image")
MEDIA_TYPES: Final = {"image": "Image", "video": "Video", "audio": "Audio"}
KINDS: Final = {"image": "Photographic image", "audio": "Sound recording", "video": "Video recording"}
UNREADABLE: Final = "The file is not in a form that could be freed of traces: it is kept and not shown."


def write(session: Session, row: Blob) -> list[str]:
    """Write what describes an attachment; return the resources."""
    written = [put(session, media(row))] if has_media(row) else []
    return [*written, put(session, document_reference(row))]


def has_media(row: Blob) -> bool:
    """Say whether R4 has Media for it."""
    return _family(row) in MEDIA_TYPES


def media_id(blob: UUID) -> UUID:
    """Return the id of an attachment's Media."""
    return derived(blob, "media")


def _family(row: Blob) -> str:
    return row.media_type.partition("/")[0]


def _attachment(row: Blob) -> Json:
    """Return where the bytes are; without an address until all of it is here and proven."""
    attachment: Json = {
        "contentType": row.media_type,
        "creation": row.taken_at,
        "extension": [
            {"url": OURS + "sha256", "valueBase64Binary": base64.b64encode(row.shown_sha256).decode()},
            {"url": OURS + "chunks", "valueInteger": row.chunks},
        ],
    }
    if row.title:
        attachment["title"] = row.title
    if row.shown_size < 1 << 31:  # an unsignedInt of R4 holds no more
        attachment["size"] = row.shown_size
    if row.state == "ready":
        attachment["url"] = f"Binary/{row.id}"
    return attachment


def document_reference(row: Blob) -> Json:
    """Return an attachment's DocumentReference."""
    resource: Json = {
        "resourceType": "DocumentReference",
        "id": str(row.id),
        "identifier": [identifier(row.id)],
        "status": "current",
        "docStatus": "final" if row.state == "ready" else "preliminary",
        "type": concept(*([PHOTO] if _family(row) == "image" else []), text=_kind(row)),
        "subject": reference("Patient", patient_id(row.visit_id)),
        "date": rfc3339(row.received_at),
        "author": [reference("Device", row.device)],
        "content": [{"attachment": _attachment(row)}],
        "context": {
            "encounter": [reference("Encounter", row.visit_id)],
            "period": {"start": row.taken_at, "end": row.taken_at},
        },
    }
    if has_media(row):
        resource["context"]["related"] = [reference("Media", media_id(row.id))]
    if row.title:
        resource["description"] = row.title
    if site := _site(row):
        resource["extension"] = [{"url": OURS + "body-site", "valueCodeableConcept": site}]
    return resource


def _kind(row: Blob) -> str:
    if row.media_type == "application/dicom":
        return "DICOM object"
    return KINDS.get(_family(row), "Attachment")


def _site(row: Blob) -> Json | None:
    """Return where on the body: as told, else what the kind says ("photo:eye", left)."""
    told: dict[str, Any] = row.about
    code = row.site or ""
    if not code and told.get("kind"):
        code = "-".join(word for word in (told.get("laterality"), asks.subject(told["kind"])) if word)
    return concept(coding(OURS + "body-site", code), text=code.replace("-", " ")) if code else None


def media(row: Blob) -> Json:
    """Return an attachment's Media."""
    told: dict[str, Any] = row.about
    family = _family(row)
    resource: Json = {
        "resourceType": "Media",
        "id": str(media_id(row.id)),
        "identifier": [identifier(media_id(row.id))],
        "status": "completed" if row.state == "ready" else "preparation",
        "type": concept(coding(TERMINOLOGY + "media-type", family, MEDIA_TYPES[family])),
        "subject": reference("Patient", patient_id(row.visit_id)),
        "encounter": reference("Encounter", row.visit_id),
        "createdDateTime": row.taken_at,
        "issued": rfc3339(row.received_at),
        "device": reference("Device", row.device),
        "content": _attachment(row),
    }
    if told.get("by"):
        patient = reference("Patient", patient_id(row.visit_id))
        resource["operator"] = patient if told["by"] == "patient" else {"display": "Staff at the station"}
    if view := told.get("view"):
        resource["view"] = concept(coding(OURS + "view", view), text=view.replace("-", " "))
    if site := _site(row):
        resource["bodySite"] = site
    if family != "audio" and told.get("width_px") and told.get("height_px"):
        resource |= {"width": int(told["width_px"]), "height": int(told["height_px"])}
    if family != "image" and told.get("duration_s"):
        resource["duration"] = told["duration_s"]
    if extensions := _extensions(told):
        resource["extension"] = extensions
    if notes := _notes(row):
        resource["note"] = [{"text": text} for text in notes]
    return resource


def _extensions(told: dict[str, Any]) -> list[Json]:
    """Return what R4 has no place for: kind, quality, scale, colours, rate, and which wish it answers."""
    found: list[Json] = []
    if told.get("kind"):
        found.append({"url": OURS + "capture-kind", "valueCode": told["kind"]})
    if told.get("grade"):
        parts = [{"url": "grade", "valueCode": told["grade"]}]
        parts += [{"url": "reason", "valueCode": reason} for reason in told.get("reasons", ())]
        found.append({"url": OURS + "quality", "extension": parts})
    numbers = {"mm_per_px": "mm-per-pixel", "mm_per_px_error": "mm-per-pixel-error", "rate_hz": "rate-hz"}
    for name, url in (numbers | {"colour_de": "colour-difference"}).items():
        if told.get(name):
            found.append({"url": OURS + url, "valueDecimal": told[name]})
    if told.get("gains"):
        named = zip(("red", "green", "blue"), told["gains"], strict=True)
        parts = [{"url": colour, "valueDecimal": gain} for colour, gain in named]
        found.append({"url": OURS + "white-balance", "extension": parts})
    if told.get("ask"):
        found.append({"url": OURS + "asked-for", "valueUri": UUID(told["ask"]).urn})
    return found


def _notes(row: Blob) -> list[str]:
    told: dict[str, Any] = row.about
    found = []
    if told.get("grade") == "poor":
        reasons = ", ".join(told.get("reasons", ()))
        found.append(f"Poor: {reasons}." if reasons else "Poor.")
    if told.get("mm_per_px"):
        error = f" ± {told['mm_per_px_error']:.4g}" if told.get("mm_per_px_error") else ""
        found.append(f"Scale: {told['mm_per_px']:.4g}{error} mm a pixel, in the plane of the scale card.")
    if row.traces == "unreadable":
        found.append(UNREADABLE)
    return found


def proven(row: Blob, targets: list[str]) -> Json:
    """Return the Provenance of an attachment that is whole: what came, its hash, what was removed of it."""
    assert row.ready_at is not None
    station = reference("Device", row.station_id)
    resource = build.provenance(row.id, targets, row.ready_at, station, "UPDATE", row.taken_at)
    original = {"url": OURS + "sha256", "valueBase64Binary": base64.b64encode(row.sha256).decode()}
    removed = [{"url": OURS + "removed", "valueString": word} for word in row.removed]
    for entity in resource["entity"]:
        entity["extension"] = [original, *removed]
    return resource
