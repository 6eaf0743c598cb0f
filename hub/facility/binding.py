"""Whose visit it is: bound to a resident of the station's facility, once and for ever."""

from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from contract.care import HOW_BOUND, IDENTIFIERS, ResidentBound
from contract.documents import Person
from hub.errors import FilingError
from hub.models import Facility, Resident, StaffMember, Station, Visit
from hub.visits import record
from hub.visits.record import Telling

KNOWN_BY = {"scan": "wristband", "list": "list"}


def facility_of(session: Session, row: Visit) -> Facility:
    """Return the facility of a visit's station; FilingError when it has none."""
    identity = session.get_one(Station, row.station_id).facility_id
    if identity is None:
        raise FilingError("a resident's visit from a station of no facility")
    return session.get_one(Facility, identity)


def member(session: Session, row: Visit, identity: UUID) -> StaffMember:
    """Return who did something in a visit, also who was revoked since; FilingError for other staff."""
    found = session.get(StaffMember, identity)
    if found is None or found.facility_id != facility_of(session, row).id:
        raise FilingError("a staff member who is none of this station's facility")
    return found


def named(someone: StaffMember) -> str:
    """Return a staff member's name with the roles."""
    return f"{someone.name} ({', '.join(someone.roles)})"


def file(session: Session, row: Visit, document: ResidentBound, telling: Telling) -> None:
    """Bind a visit; FilingError when it is another's, or nobody made sure who it is."""
    facility = facility_of(session, row)
    resident = session.get(Resident, document.resident)
    if resident is None or resident.facility_id != facility.id:
        raise FilingError("a resident who is none of this station's facility")
    if row.resident_id is not None and row.resident_id != resident.id:
        raise FilingError("the visit belongs to another resident")
    if document.how not in HOW_BOUND or len(set(document.identifiers) & set(IDENTIFIERS)) < 2:
        raise FilingError("a resident without two identifiers read back")
    by = member(session, row, document.by)
    told: dict[str, Any] = {
        "by": named(by),
        "shift": str(document.shift),
        "how": document.how,
        "identifiers": sorted(set(document.identifiers) & set(IDENTIFIERS)),
        "photo_old": document.photo_old,
        "round": document.round,
        "at": telling.at,
        "number": resident.number,
        "facility": str(facility.id),
        "facility_name": facility.name,
    }
    row.resident_id, row.person_id, row.known_by = resident.id, resident.id, KNOWN_BY[document.how]
    row.bound, row.attended = told, "staff"
    row.language = row.language or resident.language
    person = Person(resident.given, resident.family, resident.birth_date)
    record.identify(session, row, person, telling)
