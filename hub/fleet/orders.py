"""What operators want stations to do at a distance: kept, repeated to the station, and what came of it."""

from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.wire import ORDERS, Order, OrderDone
from hub import audit
from hub.errors import FilingError, conflict, invalid, not_found
from hub.fleet import stations
from hub.models import StationOrder
from hub.times import maybe, now, rfc3339

TEXT: Final = 200  # characters of words on a screen
BUNDLE: Final = 1 << 20  # bytes of a diagnostic bundle
SHOWN: Final = 20


def make(session: Session, station: UUID, kind: str, text: str, by: str) -> StationOrder:
    """Want something of a station; it is told when it is there. `by` as the audit names people."""
    if kind not in ORDERS:
        raise invalid(f"A station can't be told to {kind}.")
    if len(text) > TEXT or (kind == "disable" and not text.strip()):
        raise invalid(f"Say why, in at most {TEXT} characters.")
    if stations.find(session, station).enrolled_at is None:
        raise conflict("not-enrolled", "This station is not enrolled.")
    row = StationOrder(
        id=uuid4(), station_id=station, kind=kind, text=" ".join(text.split()), made_by=by, made_at=now()
    )
    session.add(row)
    audit.note(session, audit.Entry(by, f"station-{kind}", "", str(station), row.text))
    return row


def open_of(session: Session, stations_there: set[UUID]) -> list[tuple[UUID, Order]]:
    """Return what connected stations have not answered yet, the oldest first."""
    if not stations_there:
        return []
    query = select(StationOrder).where(
        StationOrder.done_at.is_(None), StationOrder.station_id.in_(stations_there)
    )
    rows = session.scalars(query.order_by(StationOrder.made_at))
    return [(row.station_id, Order(order=row.id, kind=row.kind, text=row.text)) for row in rows]


def done(session: Session, station: UUID, message: OrderDone) -> None:
    """Note what came of it, once; FilingError when the order is not this station's."""
    row = session.get(StationOrder, message.order)
    if row is None or row.station_id != station:
        raise FilingError("what came of an order that is not known here")
    if row.done_at is not None:
        return
    row.done_at, row.ok, row.detail = now(), message.ok, message.detail[:TEXT]
    row.content = message.content[:BUNDLE] or None
    outcome = "ok" if message.ok else row.detail or "failed"
    audit.note(session, audit.Entry(f"station:{station}", "order-done", "WS", str(row.id), outcome))


def of(session: Session, station: UUID) -> list[dict[str, Any]]:
    """Return the newest orders of a station as JSON has them."""
    query = select(StationOrder).where(StationOrder.station_id == station)
    return [
        {
            "id": row.id,
            "kind": row.kind,
            "text": row.text,
            "made_by": row.made_by,
            "made_at": rfc3339(row.made_at),
            "done_at": maybe(row.done_at),
            "ok": row.ok,
            "detail": row.detail,
            "has_content": row.content is not None,
        }
        for row in session.scalars(query.order_by(StationOrder.made_at.desc()).limit(SHOWN))
    ]


def bundle(session: Session, order: UUID) -> bytes:
    """Return a diagnostic bundle; ProblemError when there is none."""
    row = session.get(StationOrder, order)
    if row is None or row.content is None:
        raise not_found("bundle")
    return row.content


def disabled(session: Session, station: UUID) -> str:
    """Return why a station was taken out of service by an operator; empty: it was not."""
    query = select(StationOrder.kind, StationOrder.text).where(
        StationOrder.station_id == station, StationOrder.kind.in_(("disable", "enable"))
    )
    last = session.execute(query.order_by(StationOrder.made_at.desc()).limit(1)).one_or_none()
    return last.text if last is not None and last.kind == "disable" else ""
