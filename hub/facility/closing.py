"""Red flags of a visit whose readings are another resident's: closed with that reason, and open again.

Closed only once the readings are filed elsewhere: the station looks at them there by the right resident's
rules, and raises anew what still holds. Until then somebody is in danger and nobody knows who: it stays open.
"""

from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import Session

from contract.care import WRONG_RESIDENT
from hub.facility import binding, doubting
from hub.fhir import build
from hub.fhir.store import put
from hub.models import Alarm, Reading, Refiled, StaffMember, Visit
from hub.times import now
from hub.visits import record


def moved_away(session: Session, visit: UUID) -> bool:
    """Were a visit's readings filed anew elsewhere: of one in doubt any, of another one all of them?"""
    gone = exists().where(Refiled.former_visit == visit)
    if not session.scalar(select(gone)):
        return False
    kept = select(Reading.id).where(Reading.visit_id == visit, Reading.id.not_in(select(Refiled.former)))
    return doubting.is_wrong(session, visit) or session.scalar(kept.limit(1)) is None


def follow(session: Session, visit: UUID, *, taken_back: bool = False) -> list[str]:
    """Close a visit's open red flags when its readings are elsewhere; return their Flags.

    `taken_back`: staff say that they were this resident's: what was closed so is open again.
    """
    if moved_away(session, visit):
        return _close(session, visit)
    return _open(session, visit) if taken_back else []


def _close(session: Session, visit: UUID) -> list[str]:
    by = session.scalar(select(Refiled.by).where(Refiled.former_visit == visit).limit(1))
    member = None if by is None else session.get(StaffMember, by)
    words = f"Wrong resident ({binding.named(member)})" if member else "Wrong resident"
    alarms = list(session.scalars(_alarms(visit).where(Alarm.acknowledged_at.is_(None))))
    for alarm in alarms:
        alarm.acknowledged_by, alarm.acknowledged_role = words, WRONG_RESIDENT
        alarm.acknowledged_at = now()
    return _written(session, visit, alarms)


def _open(session: Session, visit: UUID) -> list[str]:
    alarms = list(session.scalars(_alarms(visit).where(Alarm.acknowledged_role == WRONG_RESIDENT)))
    for alarm in alarms:
        alarm.acknowledged_by = alarm.acknowledged_role = alarm.acknowledged_at = None
    return _written(session, visit, alarms)


def _written(session: Session, visit: UUID, alarms: list[Alarm]) -> list[str]:
    if alarms:
        record.refresh(session, session.get_one(Visit, visit))
    return [put(session, build.flag(alarm)) for alarm in alarms]


def _alarms(visit: UUID) -> Select[Alarm]:
    return select(Alarm).where(Alarm.visit_id == visit)
