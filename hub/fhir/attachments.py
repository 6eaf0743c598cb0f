"""Photos, sounds and other large things as DocumentReference, their bytes as Binary.

R4 has Media for this too. DocumentReference it is, because what specialists work with reads it (the document
profiles of US Core, IHE's MHD), because R5 has no Media any more and folded it into DocumentReference, and
because it has `docStatus`: an attachment that is promised but not whole yet can be seen as such. What Media
had beside (body site, device) is an extension and the author.
"""

import base64
from typing import Final

from hub.fhir.terms import LOINC, OURS, Json, coding, concept, identifier, patient_id, reference
from hub.models import Blob
from hub.times import rfc3339

PHOTO: Final = coding(LOINC, "72170-4", "Photographic image")


def document_reference(row: Blob) -> Json:
    """Return an attachment's DocumentReference; without an address until all of it is here and proven."""
    attachment: Json = {
        "contentType": row.media_type,
        "title": row.title,
        "creation": row.taken_at,
        "extension": [
            {"url": OURS + "sha256", "valueBase64Binary": base64.b64encode(row.sha256).decode()},
            {"url": OURS + "chunks", "valueInteger": row.chunks},
        ],
    }
    if row.size < 1 << 31:  # an unsignedInt of R4 holds no more
        attachment["size"] = row.size
    if row.state == "ready":
        attachment["url"] = f"Binary/{row.id}"
    resource: Json = {
        "resourceType": "DocumentReference",
        "id": str(row.id),
        "identifier": [identifier(row.id)],
        "status": "current",
        "docStatus": "final" if row.state == "ready" else "preliminary",
        "type": concept(*([PHOTO] if row.media_type.startswith("image/") else []), text=_kind(row)),
        "subject": reference("Patient", patient_id(row.visit_id)),
        "date": rfc3339(row.received_at),
        "author": [reference("Device", row.device)],
        "description": row.title,
        "content": [{"attachment": attachment}],
        "context": {
            "encounter": [reference("Encounter", row.visit_id)],
            "period": {"start": row.taken_at, "end": row.taken_at},
        },
    }
    if not row.title:
        del attachment["title"], resource["description"]
    if row.site:
        site = concept(coding(OURS + "body-site", row.site), text=row.site.replace("-", " "))
        resource["extension"] = [{"url": OURS + "body-site", "valueCodeableConcept": site}]
    return resource


def _kind(row: Blob) -> str:
    words = {"image": "Photographic image", "audio": "Sound recording", "video": "Video recording"}
    if row.media_type == "application/dicom":
        return "DICOM object"
    return words.get(row.media_type.partition("/")[0], "Attachment")
