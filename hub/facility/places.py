"""Facilities, and which stations are theirs."""

from uuid import UUID, uuid4
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from hub.errors import conflict, invalid, not_found
from hub.fleet import stations
from hub.models import Facility
from hub.times import now

LONGEST_NAME = 100


def add(session: Session, name: str, zone: str) -> Facility:
    """Make a facility; ProblemError when the name is taken or the zone is none."""
    name = name.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise invalid(f"A facility has a name of up to {LONGEST_NAME} characters.")
    try:
        ZoneInfo(zone)
    except (ValueError, OSError, KeyError) as error:  # the last is zoneinfo's own
        raise invalid(f"{zone!r} is no time zone. One is, for instance, America/Chicago.") from error
    if session.scalar(select(Facility).where(Facility.name == name)) is not None:
        raise conflict("taken", f"There is a facility {name} already.")
    row = Facility(id=uuid4(), name=name, zone=zone, created_at=now(), staff_changed_at=now())
    session.add(row)
    return row


def everywhere(session: Session) -> list[Facility]:
    """Return all facilities by name."""
    return list(session.scalars(select(Facility).order_by(Facility.name)))


def find(session: Session, named: str) -> Facility:
    """Return a facility by its name or id; ProblemError when there is none."""
    found = session.scalar(select(Facility).where(Facility.name == named.strip()))
    if found is None:
        try:
            found = session.get(Facility, UUID(named))
        except ValueError:
            found = None
    if found is None:
        raise not_found("facility")
    return found


def give(session: Session, station: UUID, facility: Facility | None) -> None:
    """Make a station a facility's, or nobody's; ProblemError when there is no such station."""
    row = stations.find(session, station)
    row.facility_id = None if facility is None else facility.id
