"""A provider asks the patient for something: a measurement, a picture, a clip, a sound; or takes it back."""

from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from contract import asks, talk
from contract.measurement import Act
from hub.accounts.logins import User
from hub.calls import live
from hub.errors import conflict, invalid, not_found
from hub.models import Ask
from hub.times import now, rfc3339
from hub.visits import record
from hub.visits.asks import OPEN
from hub.visits.plans import somebody_there, visit_row


def ask_measure(session: Session, visit: UUID, user: User, act: str) -> None:
    """Ask the patient for a measurement; ProblemError for an unknown one, or when nobody is there."""
    row = visit_row(session, visit)
    if act not in set(Act):
        raise invalid(f"A measurement is one of {', '.join(Act)}.")
    somebody_there(row)
    ask = _note(session, visit, user, f"{asks.MEASURE}:{act}")
    asked = talk.MeasureAsked(id=ask.id, visit=visit, at=rfc3339(ask.asked_at), act=act)
    live.enqueue(session, asked)


def ask_capture(session: Session, visit: UUID, user: User, kind: str, note: str) -> None:
    """Ask the patient in one's own call for a picture, clip or sound. ProblemError 404, 409, 422."""
    row = visit_row(session, visit)
    if not asks.known(kind):
        known = (f"{family}:{what}" for family, each in asks.KINDS.items() for what in each)
        raise invalid(f"What can be asked for: {', '.join(known)}.")
    if len(note) > asks.NOTE_CHARS:
        raise invalid(f"A note has at most {asks.NOTE_CHARS} characters.")
    somebody_there(row)
    call = record.active_call(session, visit)
    if call is None:
        raise conflict("no-call", "Call the patient first: it is asked for within the call.")
    if call.account_id != user.id:
        raise conflict("taken", "This is somebody else's call.")
    ask = _note(session, visit, user, kind, note.strip())
    asked = talk.CaptureAsked(id=ask.id, visit=visit, at=rfc3339(ask.asked_at), kind=kind, note=ask.note)
    live.enqueue(session, asked)


def withdraw(session: Session, ask: UUID, user: User) -> UUID:
    """Take back one's own wish; returns its visit. ProblemError 404, 409 (it has been answered)."""
    row = session.get(Ask, ask)
    if row is None:
        raise not_found("request")
    if row.account_id != user.id:
        raise conflict("taken", "Somebody else has asked for this.")
    if row.closed or row.answer not in OPEN:
        raise conflict("answered", "This has been answered already.")
    row.closed = "withdrawn"
    told = talk.AskWithdrawn(id=uuid4(), visit=row.visit_id, at=rfc3339(now()), ask=ask)
    live.enqueue(session, told)
    return row.visit_id


def _note(session: Session, visit: UUID, user: User, kind: str, note: str = "") -> Ask:
    ask = Ask(id=uuid4(), visit_id=visit, account_id=user.id, kind=kind, note=note, asked_at=now())
    session.add(ask)
    return ask
