"""Calls in the database: asked for, accepted by one provider, signalled, ended.

All of it survives the hub's restart: both sides reconnect and go on. Generations: a station's core that
began anew counts from 1 again; the hub adds what was reached before, so that a browser sees them rise.
"""

from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from contract import wire
from contract.talk import ProviderJoined
from hub.accounts.logins import User
from hub.calls import live
from hub.errors import FilingError, ProblemError, conflict, not_found
from hub.models import Account, Call, Visit
from hub.rooms import guests
from hub.times import now, rfc3339
from hub.usage import noting
from hub.visits import asks, record
from hub.visits.state import RANK, worse

RECENT_CALLS = 20  # whose length says how long the next may take
USUAL_CALL_S = 600  # until there were any
SAY_ENDED_S = 3600  # a station that reconnects is told of calls that ended in this time


@dataclass(frozen=True)
class Ended:
    """A call that ended now, for those who must be told."""

    call: UUID
    visit: UUID
    station: UUID
    account: UUID
    reason: str

    def message(self) -> wire.CallEnded:
        """Return what the station is told."""
        return wire.CallEnded(visit=self.visit, call=self.call, reason=self.reason)


def request(session: Session, station: UUID, message: wire.CallRequest) -> Call | None:
    """A patient asks for a provider. Returns the call when one goes on already."""
    row = record.visit_of(session, message.visit, station, None)
    call = record.active_call(session, row.id)
    row.level = worse(row.level, message.level)
    row.language = row.language or message.language
    if call is None and row.waiting_since is None and row.closed_how is None:
        row.waiting_since = now()
    if row.closed_how is None:
        noting.asked(session, row)
    record.refresh(session, row)
    return call


def cancel(session: Session, station: UUID, message: wire.CallCancel) -> Ended | None:
    """The patient no longer waits, or hung up."""
    row = record.visit_of(session, message.visit, station, None)
    row.waiting_since = None
    ended = _end(session, row, "patient-ended")
    record.refresh(session, row)
    return ended


def accept(session: Session, visit: UUID, user: User) -> Call:
    """Give the call to a provider; the same one again gets the same call. ProblemError 404, 409."""
    row = session.get(Visit, visit)
    if row is None:
        raise not_found("visit")
    call = record.active_call(session, visit)
    if call is not None:
        if call.account_id == user.id:
            return call
        raise conflict("taken", "Somebody else has taken this call.")
    if row.waiting_since is None:
        raise conflict("not-waiting", "This patient is not waiting for a call now.")
    busy = session.scalar(select(Call.id).where(Call.account_id == user.id, Call.ended_at.is_(None)))
    if busy is not None:
        raise conflict("in-a-call", "End the call you are in first.")
    call = Call(id=uuid4(), visit_id=visit, account_id=user.id, started_at=now())
    session.add(call)
    row.waiting_since = None
    row.seen = True
    noting.answered(session, row)
    record.refresh(session, row)
    joined = ProviderJoined(
        id=uuid4(), visit=visit, at=rfc3339(call.started_at), name=user.display, role=user.role
    )
    live.enqueue(session, joined)
    return call


def _end(session: Session, row: Visit, reason: str) -> Ended | None:
    call = record.active_call(session, row.id)
    if call is None:
        return None
    call.ended_at, call.reason = now(), reason
    guests.end_all(session, call.id)
    for ask in asks.close_open(session, row.id):
        live.drop(session, ask)
    call.offer, call.answer, call.offer_signed, call.answer_signed = "", "", "", ""
    return Ended(call.id, row.id, row.station_id, call.account_id, reason)


def end(session: Session, visit: UUID, reason: str, account: UUID | None = None) -> Ended | None:
    """End a visit's call. With `account` only that provider's; ProblemError 404, 409."""
    row = session.get(Visit, visit)
    if row is None:
        raise not_found("visit")
    call = record.active_call(session, visit)
    if account is not None and call is not None and call.account_id != account:
        raise conflict("taken", "This is somebody else's call.")
    ended = _end(session, row, reason)
    record.refresh(session, row)
    return ended


def offer(session: Session, station: UUID, message: wire.Signal) -> tuple[UUID, int] | None:
    """Keep a station's offer; return whose browser gets it and under which generation; None: call over."""
    call = _of_station(session, station, message.call)
    if call is None:
        return None
    generation = call.offset + message.generation
    if generation <= call.offer_generation and message.sdp != call.offer:
        call.offset = call.offer_generation  # core began anew
        generation = call.offset + message.generation
    if generation > call.offer_generation:
        call.answer, call.answer_sent = "", False  # it answered an older offer
    call.offer_generation, call.offer = max(generation, call.offer_generation), message.sdp
    call.offer_signed = message.signed.decode(errors="replace")
    return call.account_id, call.offer_generation


def answer(session: Session, user: User, given: wire.Signal) -> UUID | None:
    """Keep a browser's answer; return the station to send it to; None when it is not to the newest offer."""
    call = session.get(Call, given.call)
    if call is None or call.account_id != user.id or call.ended_at is not None:
        raise ProblemError(409, "no-call", "This call is over.")
    if given.generation != call.offer_generation:
        return None
    call.answer_generation, call.answer, call.answer_sent = given.generation, given.sdp, False
    call.answer_signed = given.signed.decode()
    return session.get_one(Visit, call.visit_id).station_id


def unsent_answers(session: Session, station: UUID) -> list[wire.Signal]:
    """Return the answers a station has not got, as signals with its own count of generations."""
    query = (
        select(Call)
        .join(Visit, Visit.id == Call.visit_id)
        .where(Visit.station_id == station, Call.ended_at.is_(None), ~Call.answer_sent, Call.answer != "")
    )
    return [
        wire.Signal(
            call=c.id,
            generation=c.answer_generation - c.offset,
            kind="answer",
            sdp=c.answer,
            signed=c.answer_signed.encode(),
        )
        for c in session.scalars(query)
    ]


def answer_sent(session: Session, call: UUID) -> None:
    """The answer went out."""
    row = session.get(Call, call)
    if row is not None:
        row.answer_sent = True


def _of_station(session: Session, station: UUID, call_id: UUID) -> Call | None:
    call = session.get(Call, call_id)
    if call is None or call.ended_at is not None:
        return None
    if session.get_one(Visit, call.visit_id).station_id != station:
        raise FilingError("a signal for another station's call")
    return call


def whose(session: Session, station: UUID, call_id: UUID) -> UUID | None:
    """Return the provider of a station's call that goes on."""
    call = _of_station(session, station, call_id)
    return None if call is None else call.account_id


def in_room(session: Session, station: UUID, call_id: UUID) -> bool:
    """Does a station's call go by the media server now?"""
    call = _of_station(session, station, call_id)
    return call is not None and call.room


def of_station(session: Session, station: UUID) -> tuple[list[Call], list[Ended]]:
    """Return a station's calls that go on, and those that ended not long ago without a newer one."""
    query = select(Call, Visit).join(Visit, Visit.id == Call.visit_id).where(Visit.station_id == station)
    active = [c for c, _ in session.execute(query.where(Call.ended_at.is_(None)))]
    recent = query.where(Call.ended_at > now() - SAY_ENDED_S, Visit.closed_how.is_(None))
    busy = {c.visit_id for c in active}
    ended = [
        Ended(c.id, v.id, v.station_id, c.account_id, c.reason)
        for c, v in session.execute(recent)
        if v.id not in busy
    ]
    return active, ended


def of_user(session: Session, account: UUID) -> Call | None:
    """Return the call a provider is in."""
    return session.scalar(select(Call).where(Call.account_id == account, Call.ended_at.is_(None)))


def line(session: Session) -> list[Visit]:
    """Return who waits, in the order in which they are to be called."""
    rows = session.scalars(select(Visit).where(Visit.open, Visit.waiting_since.is_not(None)))
    return sorted(rows, key=lambda v: (RANK.get(v.level, 3), v.waiting_since or 0.0))


def on_call(session: Session, here: set[UUID], presence_s: float) -> int:
    """Count providers who are on call and present."""
    return len(who_is_on_call(session, here, presence_s))


def who_is_on_call(session: Session, here: set[UUID], presence_s: float) -> set[UUID]:
    """Return the providers who are on call and present (a socket, or a request not long ago)."""
    rows = session.scalars(
        select(Account).where(Account.on_call, ~Account.disabled, Account.role == "provider")
    )
    return {a.id for a in rows if a.id in here or now() - a.seen_at < presence_s}


def usual_length(session: Session) -> float:
    """Return the mean length of recent calls in seconds."""
    recent = (
        select((Call.ended_at - Call.started_at).label("length"))
        .where(Call.ended_at.is_not(None))
        .order_by(Call.ended_at.desc())
        .limit(RECENT_CALLS)
        .subquery()
    )
    mean = session.scalar(select(func.avg(recent.c.length)))
    return float(mean) if mean is not None else USUAL_CALL_S


def under_way(session: Session) -> list[float]:
    """Return how long the calls have lasted that keep those on call busy, in seconds."""
    calls = select(Call.started_at).join(Account, Account.id == Call.account_id)
    begun = session.scalars(calls.where(Call.ended_at.is_(None), Account.on_call))
    return [max(0.0, now() - started) for started in begun]
