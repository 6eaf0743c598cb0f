"""Two machines with one identity (a cloned disk, or an older image put back): noticed, never refused.

Signs: two envelopes at one place of a chain, or a boot that speaks again after another one did. What both
send is stored and filed; a technician finds out which machine is the station, and enrols the other one
anew.
"""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from hub.intake import alarms
from hub.models import StationBoot
from hub.times import now


def suspect(session: Session, station: UUID, why: str) -> None:
    """Note a sign that two machines use this identity."""
    alarms.suspect(session, station, alarms.CLONED, why)


def suspected(session: Session, station: UUID) -> bool:
    """Is there such a sign that no technician has settled?"""
    return alarms.open_alarm(session, station, alarms.CLONED) is not None


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
