"""What was asked of patients, and what became of it: rows and what the console shows of them."""

from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract import asks
from contract.talk import AskAnswered
from hub.errors import FilingError
from hub.models import Account, Ask
from hub.times import maybe, now, rfc3339

OPEN: Final = ("", asks.YES)  # answers after which something is still to come
WHY_CHARS: Final = 100  # of an id with words


class AskView(msgspec.Struct):
    """A wish on the console. `state`: "asked", an answer of contract.asks, "withdrawn" or "call-ended"."""

    id: UUID
    kind: str
    note: str
    by: str
    mine: bool
    asked_at: str
    state: str
    why: str
    answered_at: str | None


def answered(session: Session, told: AskAnswered) -> None:
    """Note a patient's answer; FilingError when there is no such wish in this visit."""
    row = session.get(Ask, told.ask)
    if row is None or row.visit_id != told.visit:
        raise FilingError("an answer to a wish that is not known in this visit")
    if told.answer not in asks.ANSWERS:
        raise FilingError("an answer to a wish that is none")
    if row.answer == asks.DONE or (row.answer == told.answer and row.why == told.why):
        return
    row.answer, row.why, row.answered_at = told.answer, told.why[:WHY_CHARS], now()


def came(session: Session, ask: UUID, visit: UUID) -> None:
    """What was asked for is here; said by the thing itself, whatever was answered."""
    row = session.get(Ask, ask)
    if row is not None and row.visit_id == visit and row.answer != asks.DONE:
        row.answer, row.why, row.answered_at = asks.DONE, "", now()


def close_open(session: Session, visit: UUID) -> list[UUID]:
    """The call is over, and with it what was asked in it; returns the wishes that were open."""
    query = select(Ask).where(Ask.visit_id == visit, Ask.closed == "", Ask.answer.in_(OPEN))
    rows = list(session.scalars(query))
    for row in rows:
        row.closed = "call-ended"
    return [row.id for row in rows]


def state(row: Ask) -> str:
    """Return what became of a wish; what came in the end counts whatever was closed before."""
    if row.closed and row.answer in OPEN:
        return row.closed
    return row.answer or "asked"


def of_visit(session: Session, visit: UUID, user: UUID) -> list[AskView]:
    """Return a visit's wishes, oldest first."""
    query = select(Ask, Account.display).join(Account, Account.id == Ask.account_id)
    found = session.execute(query.where(Ask.visit_id == visit).order_by(Ask.asked_at))
    return [
        AskView(
            row.id,
            row.kind,
            row.note,
            by,
            row.account_id == user,
            rfc3339(row.asked_at),
            state(row),
            row.why,
            maybe(row.answered_at),
        )
        for row, by in found
    ]
