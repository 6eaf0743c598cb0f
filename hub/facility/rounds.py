"""A day's rounds in a facility: for each resident what was due, what was done, who was missed and why."""

from datetime import datetime, timedelta
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract import rounds
from hub.facility import history, residents, roster, words
from hub.models import Facility, Visit
from hub.times import parse, rfc3339


class TurnView(msgspec.Struct):
    """One measurement that was due. `state` as in contract.rounds.Turn."""

    act: str
    at: str
    state: str


class RoundView(msgspec.Struct):
    """One resident's day. `seen_at`: when staff were there last; `missed`: why not, in words."""

    id: UUID
    number: str
    display: str
    room: str
    turns: list[TurnView]
    seen_at: str
    missed: str


class DayView(msgspec.Struct):
    """A facility's day so far. `missed`: residents with something missed; `due`: … with something due now."""

    facility: str
    zone: str
    at: str
    residents: list[RoundView]
    seen: int
    due: int
    missed: int


def today(session: Session, facility: Facility) -> DayView:
    """Return the day so far."""
    now = roster.local(facility)
    rows = residents.of(session, facility.id)
    known = history.load(session, [row.id for row in rows])
    why = _whys(session, [row.id for row in rows], now)
    found = []
    for row in rows:
        past = known[row.id]
        turns = rounds.turns(roster.schedule(row), history.done(past, now), now)
        of_today = [turn for turn in turns if turn.at.date() == now.date()]
        seen = [at for at in past.seen if at.astimezone(now.tzinfo).date() == now.date()]
        found.append(
            RoundView(
                row.id,
                row.number,
                f"{row.given} {row.family}",
                row.room,
                [TurnView(turn.act.value, turn.at.isoformat(), turn.state) for turn in of_today],
                seen[-1].isoformat() if seen else "",
                why.get(row.id, ""),
            )
        )
    return DayView(
        facility.name,
        facility.zone,
        rfc3339(now.timestamp()),
        found,
        seen=sum(bool(each.seen_at) for each in found),
        due=sum(any(turn.state == "due" for turn in each.turns) for each in found),
        missed=sum(any(turn.state == "missed" for turn in each.turns) for each in found),
    )


def _whys(session: Session, ids: list[UUID], now: datetime) -> dict[UUID, str]:
    """Return why residents were missed today, in words; the last word counts."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    query = select(Visit.resident_id, Visit.started_at, Visit.missed).where(
        Visit.resident_id.in_(ids),
        Visit.missed != "",
        Visit.started_at >= (midnight - timedelta(days=1)).date().isoformat(),
    )
    told = sorted((parse(at), why, resident) for resident, at, why in session.execute(query) if resident)
    return {resident: words.MISSED[why] for at, why, resident in told if at >= midnight}
