"""A picture out of the database, with whose it is and of which visit. UnfitError where it can't be DICOM."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hub.dicom.picture import Patient, Picture, UnfitError, as_it_is
from hub.fhir import store
from hub.fhir.terms import patient_id
from hub.intake import blobs
from hub.models import Blob, Station, Visit

LARGEST: Final = 64 << 20  # bytes of a picture: it is in memory as a whole


def gather(session: Session, identity: UUID) -> Picture:
    """Return a picture that is whole and without traces; UnfitError, BlobError."""
    row = session.get_one(Blob, identity)
    told: dict[str, Any] = row.about
    if row.state != "ready" or row.traces != "clean":
        raise UnfitError("it could not be freed of traces")
    if row.shown_size > LARGEST:
        raise UnfitError(f"it is larger than {LARGEST >> 20} MiB")
    visit = session.get_one(Visit, row.visit_id)
    before = select(Blob.id).where(Blob.visit_id == visit.id).order_by(Blob.taken_at, Blob.id)
    fits = as_it_is(
        row.media_type,
        process=told.get("process", 0),
        components=told.get("components", 0),
        orientation=told.get("orientation", 1),
    )
    return Picture(
        id=row.id,
        visit=visit.id,
        number=list(session.scalars(before)).index(row.id) + 1,
        started_at=visit.started_at,
        station=session.get_one(Station, visit.station_id).name,
        patient=Patient(patient_id(visit.id), visit.given, visit.family, visit.birth_date or ""),
        taken_at=row.taken_at,
        device=_device(session, row.device),
        device_id=row.device,
        kind=told.get("kind", ""),
        view=told.get("view", ""),
        laterality=told.get("laterality", ""),
        title=row.title,
        width_px=told.get("width_px", 0),
        height_px=told.get("height_px", 0),
        components=told.get("components", 3),
        subsampled=bool(told.get("subsampled")),
        mm_per_px=told.get("mm_per_px"),
        mm_per_px_error=told.get("mm_per_px_error"),
        grade=told.get("grade", ""),
        reasons=tuple(told.get("reasons", ())),
        media_type=row.media_type,
        content=blobs.whole(session, row),
        fits=fits,
        gains=tuple(told["gains"]) if told.get("gains") else None,
    )


def _device(session: Session, identity: UUID) -> tuple[str, str]:
    body = store.get(session, "Device", str(identity)) or {}
    return str(body.get("manufacturer", "Carepost")), str(body.get("modelNumber", ""))
