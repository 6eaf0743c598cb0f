"""Alarms about a station that its data raises: open until a technician has settled them. Nothing is refused.

`cloned`: two machines use one identity. `chain`: what came does not continue what came before it.
"""

import logging
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from hub import audit
from hub.errors import conflict, not_found
from hub.models import StationAlarm, StationBoot
from hub.times import maybe, now, rfc3339

log = logging.getLogger("carepost.hub")
CLONED: Final = "cloned"
CHAIN: Final = "chain"
WORDS: Final = {
    CLONED: "CLONED? two machines use this identity",
    CHAIN: "CHANGED ON ITS WAY? what came does not continue what came before",
}
SIGNS: Final = 20  # of them are kept in words; more say nothing new
BOOTS: Final = 6  # the newest shown to a technician


def suspect(session: Session, station: UUID, kind: str, why: str) -> None:
    """Note a sign, on the alarm of this kind that is open or on a new one."""
    row = open_alarm(session, station, kind)
    moment = now()
    if row is None:
        row = StationAlarm(id=uuid4(), station_id=station, kind=kind, why=[], since=moment, last_at=moment)
        session.add(row)
        audit.note(session, audit.Entry("hub", f"station-{kind}", "", str(station)))
        log.warning("station %s: %s: %s", station, WORDS[kind], why)
    row.last_at = moment
    if why not in row.why and len(row.why) < SIGNS:
        row.why = [*row.why, why]


def open_alarm(session: Session, station: UUID, kind: str) -> StationAlarm | None:
    """Return the alarm of a kind about a station that no technician has settled."""
    return session.scalar(_open(station).where(StationAlarm.kind == kind))


def settle(session: Session, alarm: UUID, by: str, note: str) -> None:
    """Note that a technician has seen to it; a further sign raises a new alarm. ProblemError 404, 409."""
    row = session.get(StationAlarm, alarm)
    if row is None:
        raise not_found("station alarm")
    if row.settled_at is not None:
        raise conflict("settled", "This was settled already.")
    row.settled_at, row.settled_by, row.note = now(), by, note


def told(session: Session, station: UUID) -> list[dict[str, object]]:
    """Return a station's open alarms as a technician sees them: since when, why, and its machines."""
    return [
        {
            "id": row.id,
            "kind": row.kind,
            "words": words(row),
            "since": rfc3339(row.since),
            "last_at": rfc3339(row.last_at),
            "why": row.why,
            "machines": _machines(session, station) if row.kind == CLONED else [],
        }
        for row in session.scalars(_open(station).order_by(StationAlarm.since))
    ]


def words(row: StationAlarm) -> str:
    """Say an alarm in a line."""
    return f"{WORDS[row.kind]} since {rfc3339(row.since)}"


def _open(station: UUID) -> Select[StationAlarm]:
    return select(StationAlarm).where(StationAlarm.station_id == station, StationAlarm.settled_at.is_(None))


def _machines(session: Session, station: UUID) -> list[dict[str, object]]:
    boots = session.scalars(
        select(StationBoot)
        .where(StationBoot.station_id == station, StationBoot.hello_at.is_not(None))
        .order_by(StationBoot.hello_at.desc())
        .limit(BOOTS)
    )
    return [
        {"boot": b.boot_id, "last_seen": maybe(b.hello_at), "address": b.address, "version": b.version}
        for b in boots
    ]
