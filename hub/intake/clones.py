"""Two machines with one identity (a cloned disk, or an older image put back): noticed, never refused.

Signs: two envelopes at one place of a chain, or a boot that speaks again after another one did. What both
send is stored and filed; a technician finds out which machine is the station, and enrols the other one
anew.
"""

import logging
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from hub import audit
from hub.errors import conflict, not_found
from hub.models import StationAlarm, StationBoot
from hub.times import maybe, now, rfc3339

log = logging.getLogger("carepost.hub")
CLONED: Final = "cloned"
SIGNS: Final = 20  # of them are kept in words; more say nothing new
BOOTS: Final = 6  # the newest shown to a technician


def suspect(session: Session, station: UUID, why: str) -> None:
    """Note a sign that two machines use this identity."""
    row = open_alarm(session, station)
    moment = now()
    if row is None:
        row = StationAlarm(id=uuid4(), station_id=station, kind=CLONED, why=[], since=moment, last_at=moment)
        session.add(row)
        audit.note(session, audit.Entry("hub", "station-cloned", "", str(station)))
        log.warning("station %s: two machines may use its identity: %s", station, why)
    row.last_at = moment
    if why not in row.why and len(row.why) < SIGNS:
        row.why = [*row.why, why]


def said_hello(session: Session, station: UUID, boot: UUID, address: str, version: str) -> None:
    """Note a boot's hello. One that speaks again after another did runs beside it: no machine goes back."""
    before = session.scalar(
        select(StationBoot)
        .where(StationBoot.station_id == station, StationBoot.hello_at.is_not(None))
        .order_by(StationBoot.hello_at.desc())
        .limit(1)
    )
    row = session.get(StationBoot, (station, str(boot)))
    if row is None:
        row = StationBoot(station_id=station, boot_id=str(boot), first_at=now())
        session.add(row)
    elif row.hello_at is not None and before is not None and before.boot_id != row.boot_id:
        words = f"two starts of the machine speak in turn: {row.boot_id[:8]} and {before.boot_id[:8]}"
        suspect(session, station, words)
    row.hello_at, row.address, row.version = now(), address, version


def open_alarm(session: Session, station: UUID) -> StationAlarm | None:
    """Return the alarm about a station that no technician has settled."""
    return session.scalar(
        select(StationAlarm).where(StationAlarm.station_id == station, StationAlarm.settled_at.is_(None))
    )


def settle(session: Session, alarm: UUID, by: str, note: str) -> None:
    """Note that a technician has seen to it; a further sign raises a new alarm. ProblemError 404, 409."""
    row = session.get(StationAlarm, alarm)
    if row is None:
        raise not_found("station alarm")
    if row.settled_at is not None:
        raise conflict("settled", "This was settled already.")
    row.settled_at, row.settled_by, row.note = now(), by, note


def told(session: Session, station: UUID) -> list[dict[str, object]]:
    """Return a station's open alarms as a technician sees them: since when, why, and both machines."""
    row = open_alarm(session, station)
    if row is None:
        return []
    boots = session.scalars(
        select(StationBoot)
        .where(StationBoot.station_id == station, StationBoot.hello_at.is_not(None))
        .order_by(StationBoot.hello_at.desc())
        .limit(BOOTS)
    )
    machines = [
        {"boot": b.boot_id, "last_seen": maybe(b.hello_at), "address": b.address, "version": b.version}
        for b in boots
    ]
    return [
        {
            "id": row.id,
            "kind": row.kind,
            "words": words(row),
            "since": rfc3339(row.since),
            "last_at": rfc3339(row.last_at),
            "why": row.why,
            "machines": machines,
        }
    ]


def words(row: StationAlarm) -> str:
    """Say an alarm in a line."""
    return f"CLONED? two machines use this identity since {rfc3339(row.since)}"
