"""What the console shows of pictures, clips and sounds: what each is, how it was judged, how much is here."""

from typing import Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from contract import blob
from hub.fhir import store
from hub.models import Blob, StoredEnvelope

AT_ONCE: Final = 500  # chunks looked for in one question


class AttachmentView(msgspec.Struct, kw_only=True):
    """A large thing of a visit. `state`: waiting (`parts_here` of `parts`), ready, unreadable, quarantined.

    Unknown numbers are 0, an unknown scale None. `url`: where its bytes are, empty until they may be shown.
    `gains`: white balance by the card, of red, green and blue in linear light; None: no card.
    `by`: who took it ("patient", "staff"), empty: not told. `removed`: which traces the station's file had.
    """

    id: UUID
    kind: str
    media_type: str
    title: str
    site: str
    view: str
    laterality: str
    taken_at: str
    device: str
    by: str
    width_px: int
    height_px: int
    duration_s: float
    mm_per_px: float | None
    mm_per_px_error: float | None
    grade: str
    reasons: list[str]
    gains: list[float] | None
    ask: str | None
    size: int
    state: str
    parts: int
    parts_here: int
    url: str
    removed: list[str]


def of_visit(session: Session, visit: UUID) -> list[AttachmentView]:
    """Return a visit's attachments, in the order in which they were taken."""
    rows = session.scalars(select(Blob).where(Blob.visit_id == visit).order_by(Blob.taken_at, Blob.id))
    return [_view(session, row) for row in rows]


def _view(session: Session, row: Blob) -> AttachmentView:
    told: dict[str, Any] = row.about
    state = "unreadable" if row.state == "ready" and row.traces == "unreadable" else row.state
    return AttachmentView(
        id=row.id,
        kind=told.get("kind", ""),
        media_type=row.media_type,
        title=row.title,
        site=row.site or "",
        view=told.get("view", ""),
        laterality=told.get("laterality", ""),
        taken_at=row.taken_at,
        device=_device(session, row.device),
        by=told.get("by", ""),
        width_px=told.get("width_px", 0),
        height_px=told.get("height_px", 0),
        duration_s=told.get("duration_s", 0.0),
        mm_per_px=told.get("mm_per_px"),
        mm_per_px_error=told.get("mm_per_px_error"),
        grade=told.get("grade", ""),
        reasons=list(told.get("reasons", ())),
        gains=told.get("gains"),
        ask=told.get("ask"),
        size=row.shown_size,
        state=state,
        parts=row.chunks,
        parts_here=_here(session, row) if row.state == "waiting" else row.chunks,
        url=f"/fhir/R4/Binary/{row.id}" if state == "ready" else "",
        removed=list(row.removed),
    )


def _here(session: Session, row: Blob) -> int:
    """Return how many chunks have come."""
    found = 0
    for start in range(0, row.chunks, AT_ONCE):
        ids = [blob.chunk_id(row.id, index) for index in range(start, min(start + AT_ONCE, row.chunks))]
        here = select(func.count()).where(
            StoredEnvelope.id.in_(ids), StoredEnvelope.station_id == row.station_id
        )
        found += session.scalar(here) or 0
    return found


def _device(session: Session, identity: UUID) -> str:
    """Return the words for what captured it."""
    body = store.get(session, "Device", str(identity)) or {}
    names = body.get("deviceName", [])
    return str(names[0]["name"]) if names else ""
