"""What could not be taken or filed: kept whole, shown to an operator, tried again on demand."""

import hashlib
import logging
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hub.errors import not_found
from hub.models import Quarantine, StoredEnvelope
from hub.times import now, rfc3339

log = logging.getLogger("carepost.hub")


def keep(  # noqa: PLR0917 - rows of a table
    session: Session, station: UUID, source: str, content: bytes, reason: str, envelope: UUID | None = None
) -> Quarantine:
    """Keep something; the same bytes again change nothing but the reason."""
    digest = hashlib.sha256(content).digest()
    row = session.scalar(
        select(Quarantine).where(
            Quarantine.station_id == station, Quarantine.hash == digest, Quarantine.source == source
        )
    )
    if row is None:
        row = Quarantine(
            id=uuid4(),
            station_id=station,
            source=source,
            envelope_id=envelope,
            hash=digest,
            content=content,
            reason=reason,
            noted_at=now(),
        )
        session.add(row)
        log.warning("quarantined from station %s: %s", station, reason)
    row.reason = reason
    row.settled_at = None
    return row


def listed(session: Session) -> list[dict[str, object]]:
    """Return what waits for a person, oldest first, without the content."""
    rows = session.scalars(
        select(Quarantine).where(Quarantine.settled_at.is_(None)).order_by(Quarantine.noted_at)
    )
    return [
        {
            "id": row.id,
            "station": row.station_id,
            "source": row.source,
            "envelope": row.envelope_id,
            "reason": row.reason,
            "noted_at": rfc3339(row.noted_at),
            "bytes": len(row.content),
        }
        for row in rows
    ]


def retry(session: Session, identity: UUID) -> bool:
    """Put a verified envelope back in line for filing; False for what cannot be (forged, live)."""
    row = session.get(Quarantine, identity)
    if row is None:
        raise not_found("quarantined thing")
    if row.source != "envelope" or row.envelope_id is None:
        return False
    stored = session.scalar(select(StoredEnvelope).where(StoredEnvelope.id == row.envelope_id))
    if stored is None or stored.state != "quarantined" or stored.signed != row.content:
        return False
    stored.state = "stored"
    row.settled_at = now()
    return True
