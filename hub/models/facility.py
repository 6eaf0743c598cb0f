"""Long-term care: facilities, their staff and residents, shifts, and what staff note of a resident."""

from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from hub.models.base import Base


class Facility(Base):
    """A nursing home. `zone`: IANA name. `staff_changed_at`: its stations hold an older list until told."""

    __tablename__ = "facility"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(unique=True)
    zone: Mapped[str]
    created_at: Mapped[float]
    staff_changed_at: Mapped[float] = mapped_column(default=0.0)


class StaffMember(Base):
    """Somebody of a facility's staff. `badge`: hash of the token; `verifier`: argon2id of badge and PIN."""

    __tablename__ = "staff_member"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    facility_id: Mapped[UUID] = mapped_column(ForeignKey("facility.id"), index=True)
    name: Mapped[str]
    roles: Mapped[list[Any]]  # of contract.staff.ROLES
    badge: Mapped[bytes | None] = mapped_column(unique=True)
    verifier: Mapped[str | None]
    badge_at: Mapped[float | None]
    created_at: Mapped[float]
    revoked_at: Mapped[float | None]


class Resident(Base):
    """Somebody who lives in a facility. Fields as in contract.residents.Resident; `photo`: JPEG or empty."""

    __tablename__ = "resident"
    __table_args__ = (Index("resident_number", "facility_id", "number", unique=True),)
    id: Mapped[UUID] = mapped_column(primary_key=True)
    facility_id: Mapped[UUID] = mapped_column(ForeignKey("facility.id"))
    number: Mapped[str]
    given: Mapped[str]
    family: Mapped[str]
    birth_date: Mapped[str]
    called: Mapped[str] = mapped_column(default="")
    room: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="en")
    wristband: Mapped[bytes | None] = mapped_column(unique=True)
    photo: Mapped[bytes] = mapped_column(default=b"")
    photo_taken: Mapped[str] = mapped_column(default="")
    code_status: Mapped[str] = mapped_column(default="unknown")
    code_status_note: Mapped[str] = mapped_column(default="")
    allergies: Mapped[list[Any]] = mapped_column(default=list)
    diagnoses: Mapped[list[Any]] = mapped_column(default=list)
    medicines: Mapped[list[Any]] = mapped_column(default=list)
    conditions: Mapped[list[Any]] = mapped_column(default=list)
    lacks_capacity: Mapped[bool] = mapped_column(default=False)
    representative: Mapped[dict[str, Any] | None]  # contract.residents.Contact
    physician: Mapped[dict[str, Any] | None]
    schedule: Mapped[list[Any]] = mapped_column(default=list)  # of contract.rounds.Due
    created_at: Mapped[float]
    updated_at: Mapped[float]
    left_at: Mapped[float | None]


class Shift(Base):
    """A sign-in at a station that has asked for the residents; the hub answers to `session_key` alone."""

    __tablename__ = "shift"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    station_id: Mapped[UUID] = mapped_column(ForeignKey("station.id"), index=True)
    staff_id: Mapped[UUID] = mapped_column(ForeignKey("staff_member.id"))
    session_key: Mapped[bytes]
    started_at: Mapped[float]
    ends_at: Mapped[float]
    over_at: Mapped[float | None]


class CareNote(Base):
    """What staff noted in a resident's visit: a document of contract.care, the newest of its `id`.

    `kind`: the document's tag; `seq`: its number in the station's order; `at`: its time put right.
    """

    __tablename__ = "care_note"
    id: Mapped[UUID] = mapped_column(primary_key=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    kind: Mapped[str]
    seq: Mapped[int]
    at: Mapped[str]
    body: Mapped[dict[str, Any]]


class Refiled(Base):
    """A reading that was another resident's: `former` in `former_visit`, now `reading` in `visit_id`."""

    __tablename__ = "refiled"
    former: Mapped[UUID] = mapped_column(primary_key=True)
    former_visit: Mapped[UUID]
    reading: Mapped[UUID] = mapped_column(index=True)
    visit_id: Mapped[UUID] = mapped_column(ForeignKey("visit.id"), index=True)
    by: Mapped[UUID]
    at: Mapped[str]
