"""What could not be taken or filed: kept whole, shown to an operator, settled by a person, never deleted.

Codes: malformed, version (of envelopes), forged (the station's signature does not hold), station (names
another), place (in the chain), id (other content under an envelope id used before), schema, key (sealed to
one this hub does not have), sealed, content, visit (another station's), reading (other content under a
measurement id used before), failed (the hub's mistake), live (a message on the socket).
`hub.intake.decisions` is what a person may do about each.
"""

import hashlib
import logging
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from hub.models import Quarantine
from hub.times import maybe, now, rfc3339

log = logging.getLogger("carepost.hub")


def find(session: Session, station: UUID, source: str, digest: bytes) -> Quarantine | None:
    """Return what is kept of these bytes."""
    return session.scalar(
        select(Quarantine).where(
            Quarantine.station_id == station, Quarantine.hash == digest, Quarantine.source == source
        )
    )


def keep(  # noqa: PLR0917 - rows of a table
    session: Session,
    station: UUID,
    source: str,
    content: bytes,
    reason: str,
    envelope: UUID | None = None,
    *,
    code: str = "",
    digest: bytes | None = None,
) -> Quarantine:
    """Keep something until a person looks; the same bytes again change nothing but the reason.

    `digest`: what tells it from others of its source; the SHA-256 of the content when not given.
    """
    digest = digest or hashlib.sha256(content).digest()
    row = find(session, station, source, digest)
    if row is None:
        row = Quarantine(
            id=uuid4(),
            station_id=station,
            source=source,
            envelope_id=envelope,
            hash=digest,
            content=content,
            noted_at=now(),
        )
        session.add(row)
        log.warning("quarantined from station %s: %s", station, reason)
    row.reason, row.code = reason, code
    row.settled_at = row.settled_by = row.settled_how = None
    return row


def unsettled(session: Session, station: UUID) -> int:
    """Return how many bytes of a station's are kept that did not verify and that nobody has settled."""
    kept = select(func.coalesce(func.sum(func.length(Quarantine.content)), 0)).where(
        Quarantine.station_id == station, Quarantine.source == "refused", Quarantine.settled_at.is_(None)
    )
    return int(session.scalar(kept) or 0)


def settle(row: Quarantine, how: str, by: str, note: str = "") -> None:
    """Note what was decided: "released", "kept" (unfiled, for good) or "same-content"."""
    row.settled_at, row.settled_by, row.settled_how, row.note = now(), by, how, note


def listed(session: Session, *, settled: bool = False) -> list[dict[str, object]]:
    """Return what waits for a person (or everything there ever was), oldest first, without the content."""
    query = select(Quarantine).order_by(Quarantine.noted_at)
    if not settled:
        query = query.where(Quarantine.settled_at.is_(None))
    return [_view(row) for row in session.scalars(query)]


def _view(row: Quarantine) -> dict[str, object]:
    view: dict[str, object] = {
        "id": row.id,
        "station": row.station_id,
        "source": row.source,
        "code": row.code,
        "envelope": row.envelope_id,
        "reason": row.reason,
        "noted_at": rfc3339(row.noted_at),
        "bytes": len(row.content),
    }
    if row.settled_at is not None:
        view |= {
            "settled_at": maybe(row.settled_at),
            "settled_by": row.settled_by,
            "settled_how": row.settled_how,
            "note": row.note,
        }
    return view
