"""The residents list of a shift, in parts that fit a packet."""

from datetime import UTC, datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

import msgspec
from sqlalchemy.orm import Session

from contract import residents as told
from contract.residents import PART_BYTES, Contact, Me, ResidentsTold
from contract.rounds import Due
from hub.facility import history, residents
from hub.facility.history import History
from hub.models import Facility, Resident, StaffMember
from hub.times import now, rfc3339

FRAME_BYTES: Final = 2000  # of a part beside its residents


def local(facility: Facility) -> datetime:
    """Return this moment in the facility's zone."""
    return datetime.fromtimestamp(now(), UTC).astimezone(ZoneInfo(facility.zone))


def listed(session: Session, facility: Facility) -> list[told.Resident]:
    """Return who lives in a facility, as a shift is told it."""
    rows = residents.of(session, facility.id)
    known = history.load(session, [row.id for row in rows])
    return [_resident(row, known[row.id], local(facility)) for row in rows]


def _resident(row: Resident, known: History, today: datetime) -> told.Resident:
    return told.Resident(
        id=row.id,
        number=row.number,
        given=row.given,
        family=row.family,
        birth_date=row.birth_date,
        called=row.called,
        room=row.room,
        language=row.language,
        wristband=row.wristband or b"",
        photo=row.photo,
        photo_taken=row.photo_taken,
        code_status=row.code_status,
        code_status_note=row.code_status_note,
        allergies=tuple(row.allergies),
        diagnoses=tuple(row.diagnoses),
        medicines=tuple(row.medicines),
        conditions=tuple(row.conditions),
        lacks_capacity=row.lacks_capacity,
        representative=contact(row.representative),
        physician=contact(row.physician),
        baseline=history.baseline(known.readings, today),
        latest=history.latest(known.readings),
        schedule=schedule(row),
        done=history.done(known, today),
        last_seen=known.seen[-1].isoformat() if known.seen else "",
    )


def contact(kept: object) -> Contact | None:
    """Return a person to notify, as kept."""
    return None if kept is None else msgspec.convert(kept, Contact)


def schedule(row: Resident) -> tuple[Due, ...]:
    """Return what is due for a resident, as kept."""
    return msgspec.convert(row.schedule, tuple[Due, ...])


def parts(
    shift: UUID, ask: UUID, facility: Facility, member: StaffMember, everybody: list[told.Resident]
) -> list[bytes]:
    """Return the list encoded, a part each of at most `PART_BYTES`; one part where nobody lives."""
    groups: list[list[told.Resident]] = [[]]
    size = 0
    for resident in everybody:
        own = len(msgspec.msgpack.encode(resident))
        if groups[-1] and size + own > PART_BYTES - FRAME_BYTES:
            groups.append([])
            size = 0
        groups[-1].append(resident)
        size += own
    at = rfc3339(now())
    me = Me(member.id, member.name, tuple(member.roles))
    return [
        told.encode(
            ResidentsTold(
                shift=shift,
                ask=ask,
                part=number,
                parts=len(groups),
                at=at,
                facility=facility.name,
                zone=facility.zone,
                me=me,
                residents=tuple(group),
            )
        )
        for number, group in enumerate(groups)
    ]
