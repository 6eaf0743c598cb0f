"""What must still be done for patients who are gone: a case to look at, a call-back, who left unseen.

Each has a clock from the moment the hub knows of it, and an owner: who takes it, and for who left unseen
somebody on call, given by the hub. A duty follows the visit's state, whatever order things come in; only a
person's deed ends it.
"""

from typing import Any, Final, Literal
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from hub.accounts.logins import User
from hub.accounts.reach import works_at
from hub.errors import conflict, invalid, not_found
from hub.models import Account, Duty, Visit
from hub.times import now, rfc3339
from hub.visits import due

KINDS: Final = {"callback": "callback", "stored": "review", "left": "left"}  # by the visit's state
NOTE_CHARS: Final = 2000
SIGNED: Final = "plan"
Try = Literal["no-answer", "busy", "left-message", "wrong-number", "spoke"]
Outcome = Literal["spoke", "plan", "in-person", "not-reached", "no-need"]


class OwnerView(msgspec.Struct):
    """Who sees to it."""

    id: UUID
    name: str


class DutyView(msgspec.Struct):
    """A duty on the console. `tries`: [{at, by, what, note}]. `why` and `wish` of a case that was left."""

    kind: str
    since: str
    due_at: str
    owner: OwnerView | None
    tries: list[Any]
    why: str
    wish: str


def is_open() -> ColumnElement[bool]:
    """The condition that an index is made for."""
    return Duty.done_at.is_(None)


def follow(session: Session, row: Visit) -> None:
    """Begin, change or end a visit's duty as its state says."""
    kind = KINDS.get(row.state)
    if kind is None and row.state != "done":
        return
    duty = session.get(Duty, row.id)
    if kind is None:
        if duty is not None and duty.done_at is None:
            duty.done_at, duty.done_by, duty.outcome = now(), row.settled_by, duty.outcome or SIGNED
        return
    if duty is None:
        duty = Duty(visit_id=row.id, kind=kind, since=now(), due_at=0.0, tries=[], outcome="", note="")
        session.add(duty)
    elif duty.done_at is not None:
        _begin_again(duty)
    elif duty.kind == kind and duty.due_at <= _due(row, kind, duty.since):
        return  # a clock that runs is never put back
    duty.kind, duty.due_at = kind, _due(row, kind, duty.since)


def _begin_again(duty: Duty) -> None:
    """Something came after it was done."""
    _note(duty, duty.done_by or "", f"done: {duty.outcome}", duty.note)
    duty.since, duty.done_at, duty.done_by, duty.outcome, duty.note = now(), None, None, "", ""


def _due(row: Visit, kind: str, since: float) -> float:
    """Until when; after a red flag that nobody saw never later than for somebody who left."""
    if kind == "review":
        return due.review(since, row.case_promised_s)
    if kind == "left":
        return due.left(since, row.level)
    asked = due.call_back(since, row.callback_when, row.callback_asked, row.callback_promised_s)
    return min(asked, due.left(since, row.level)) if _unseen(row) else asked


def _unseen(row: Visit) -> bool:
    """Was there a red flag, and no provider saw the patient?"""
    return row.level != "N" and not row.seen


def view(duty: Duty, row: Visit, owner: str) -> DutyView:
    """Return an open duty as the console shows it."""
    return DutyView(
        kind=duty.kind,
        since=rfc3339(duty.since),
        due_at=rfc3339(duty.due_at),
        owner=None if duty.owner_id is None else OwnerView(duty.owner_id, owner),
        tries=duty.tries,
        why=row.case_why,
        wish=row.case_wish,
    )


def views(session: Session, rows: dict[UUID, Visit]) -> dict[UUID, DutyView]:
    """Return the open duties of visits."""
    query = select(Duty, Account.display).outerjoin(Account, Account.id == Duty.owner_id)
    found = session.execute(query.where(is_open(), Duty.visit_id.in_(list(rows))))
    return {
        duty.visit_id: view(duty, rows[duty.visit_id], owner or "")
        for duty, owner in found
        if rows[duty.visit_id].state in KINDS
    }


# ---- a provider's deeds


def _open(session: Session, visit: UUID) -> Duty:
    if session.get(Visit, visit) is None:
        raise not_found("visit")
    duty = session.get(Duty, visit)
    if duty is None or duty.done_at is not None:
        raise conflict("nothing-to-do", "There is nothing to follow up here, or somebody has done it.")
    return duty


def _note(duty: Duty, by: str, what: str, note: str = "") -> None:
    duty.tries = [*duty.tries, {"at": rfc3339(now()), "by": by, "what": what, "note": note}]


def _own(duty: Duty, owner: UUID | None) -> None:
    duty.owner_id, duty.owned_at = owner, None if owner is None else now()


def take(session: Session, visit: UUID, user: User) -> None:
    """Make it one's own, also from somebody else. ProblemError 404, 409."""
    duty = _open(session, visit)
    if duty.owner_id != user.id:
        _note(duty, user.display, "took")
        _own(duty, user.id)


def give_back(session: Session, visit: UUID, user: User) -> None:
    """Let somebody else do it; who left unseen always has an owner. ProblemError 404, 409."""
    duty = _open(session, visit)
    if duty.owner_id != user.id:
        raise conflict("not-yours", "This is not yours to give back.")
    if duty.kind == "left" or _unseen(session.get_one(Visit, visit)):
        raise conflict("needs-owner", "Somebody must own this. Ask another provider to take it.")
    _note(duty, user.display, "gave-back")
    _own(duty, None)


def tried(session: Session, visit: UUID, user: User, what: Try, note: str) -> None:
    """Note an attempt; who tries owns it. ProblemError 404, 409, 422."""
    duty = _open(session, visit)
    _check(note)
    _note(duty, user.display, what, note.strip())
    if duty.owner_id is None:
        _own(duty, user.id)


def done(session: Session, visit: UUID, user: User, outcome: Outcome, note: str) -> None:
    """End it, if there is one; the visit's own end is hub.visits.plans'. ProblemError 422."""
    _check(note)
    duty = session.get(Duty, visit)
    if duty is not None and duty.done_at is None:
        _own(duty, duty.owner_id or user.id)
        duty.done_at, duty.done_by, duty.outcome, duty.note = now(), user.display, outcome, note.strip()


def _check(note: str) -> None:
    if len(note) > NOTE_CHARS:
        raise invalid(f"A note has at most {NOTE_CHARS} characters.")


# ---- owners for those who left unseen


def without_owner(session: Session) -> list[UUID]:
    """Return the visits of people who left unseen and have no owner, or one who can't sign in any more.

    Who left a number after a red flag is one of them.
    """
    query = select(Duty.visit_id).join(Visit, Visit.id == Duty.visit_id)
    query = query.outerjoin(Account, Account.id == Duty.owner_id)
    nobody = Duty.owner_id.is_(None) | Account.disabled
    unseen = (Duty.kind == "left") | ((Visit.level != "N") & ~Visit.seen)
    return list(session.scalars(query.where(is_open(), unseen, nobody)))


def assign(session: Session, visit: UUID, here: set[UUID]) -> bool:
    """Give it to whoever of those on call works there and has the least to do; False when nobody does."""
    duty = session.get(Duty, visit)
    if duty is None or duty.done_at is not None:
        return False
    here = works_at(session, here, session.get_one(Visit, visit).station_id)
    load = select(func.count()).where(Duty.owner_id == Account.id, is_open()).scalar_subquery()
    query = (
        select(Account).where(Account.id.in_(here), ~Account.disabled).order_by(load, Account.name).limit(1)
    )
    owner = session.scalar(query)
    if owner is None:
        return False
    _note(duty, owner.display, "given")
    _own(duty, owner.id)
    return True
