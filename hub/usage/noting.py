"""A visit's row of the figures, written as the visit goes on, in the transaction of what happened."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.documents import CHOICES, NO_CALL, STEPS, VisitClosed
from hub.fhir.terms import derived
from hub.models import Reading, Usage, Visit
from hub.times import now, parse


def of(session: Session, visit: Visit) -> Usage:
    """Return a visit's row, made now when there is none."""
    identity = _id(visit.id)
    row = session.get(Usage, identity)
    if row is None:
        row = Usage(
            id=identity, station_id=visit.station_id, day=_day(visit), how="", step="", no_call="", chose=""
        )
        session.add(row)
    return row


def _id(visit: UUID) -> UUID:
    return derived(visit, "usage")


def _day(visit: Visit) -> str:
    """The day by the station's clock."""
    return parse(visit.started_at).date().isoformat()


def started(session: Session, visit: Visit) -> None:
    """A visit began; the station's own word on when may come later."""
    of(session, visit).day = _day(visit)


def asked(session: Session, visit: Visit) -> None:
    """A provider was asked for; the first time counts."""
    row = of(session, visit)
    row.asked_at = row.asked_at or now()


def answered(session: Session, visit: Visit) -> None:
    """A provider came; the first time counts."""
    row = of(session, visit)
    row.answered_at = row.answered_at or now()


def closed(session: Session, visit: Visit, told: VisitClosed | None = None) -> None:
    """It is over. Without the station's word on the part, the furthest that is known."""
    row = of(session, visit)
    row.how = visit.closed_how or ""
    if told is not None:
        row.step = told.step if told.step in STEPS else row.step
        row.no_call = told.no_call if told.no_call in NO_CALL else ""
        row.chose = told.chose if told.chose in CHOICES else ""
    row.step = row.step or _furthest(session, visit, row)


def _furthest(session: Session, visit: Visit, row: Usage) -> str:
    if visit.seen:
        return "call"
    if row.asked_at is not None:
        return "waiting"
    if session.scalar(select(Reading.id).where(Reading.visit_id == visit.id).limit(1)) is not None:
        return "measuring"
    if visit.answers:
        return "questions"
    return "about-you" if visit.consent_version else "consent"
