"""What happened in a visit, written down: rows and FHIR resources in the caller's transaction.

Each function may be called again with the same thing, and a visit's first word may be any of them: the
visit is made when it is first heard of.
"""

import hashlib
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from contract.documents import Person, VisitClosed
from hub.errors import FilingError
from hub.facility import doubting
from hub.fhir import build
from hub.fhir.params import LONGEST, fold
from hub.fhir.store import put
from hub.fhir.terms import patient_id
from hub.models import Account, Alarm, Call, CareNote, Plan, Station, Visit
from hub.times import now, rfc3339
from hub.usage import noting
from hub.visits import duties, texts
from hub.visits.state import Facts, state, worse


def visit_of(
    session: Session, visit: UUID, station: UUID, boot: str | None, *, anywhere: bool = False
) -> Visit:
    """Return the visit, made now when it is new; FilingError when it is another station's.

    `anywhere`: a person has said that it is right so.
    """
    row = session.get(Visit, visit)
    if row is None:
        row = Visit(
            id=visit, station_id=station, boot_id=boot, started_at=rfc3339(now()), present=[], identities=[]
        )
        session.add(row)
        session.flush()
        put(session, build.station_device(session.get_one(Station, station)))
        refresh(session, row)
        noting.started(session, row)
    elif row.station_id != station:
        if anywhere:
            return row
        raise FilingError("the visit belongs to another station", "visit")
    if row.boot_id is None:
        row.boot_id = boot
    return row


def active_call(session: Session, visit: UUID) -> Call | None:
    """Return the call that goes on, if one does."""
    return session.scalar(select(Call).where(Call.visit_id == visit, Call.ended_at.is_(None)))


def plan_of(session: Session, visit: UUID) -> Plan | None:
    """Return the plan, draft or signed."""
    return session.get(Plan, visit)


def refresh(session: Session, row: Visit) -> None:
    """Derive the visit's state anew and write its Encounter and Patient."""
    session.flush()
    known = session.connection().execute(_KNOWN, {"visit": row.id}).one()
    new = news(row, known.signed_at) is not None
    row.state = state(
        Facts(
            in_call=known.calls > 0,
            waiting=row.waiting_since is not None,
            callback=row.callback_phone is not None,
            seen=row.seen,
            signed=known.signed_at is not None and not new,
            settled=row.settled_at is not None and not new,
            alarmed=known.alarms > 0,
            level=row.level,
            closed=row.closed_how,
            routine=_routine(session, row),
        )
    )
    row.open = row.state != "done"
    duties.follow(session, row)
    made = build.encounter(row, session.get_one(Station, row.station_id), known.provider)
    if row.resident_id is not None and doubting.is_wrong(session, row.id):
        made["status"] = "entered-in-error"
    put(session, made)
    put(session, build.patient(row, [str(patient_id(v)) for v in same_person(session, row)]))


def _routine(session: Session, row: Visit) -> bool:
    """Say whether a resident's visit asked nobody for anything: no call, no case, no handover."""
    if row.resident_id is None or row.case_why or row.seen:
        return False
    handed = select(CareNote.id).where(CareNote.visit_id == row.id, CareNote.kind == "sbar").limit(1)
    return session.scalar(handed) is None


def news(row: Visit, signed_at: float | None) -> float | None:
    """Return since when there is something clinical that came after signing or settling, or None."""
    over = [moment for moment in (row.settled_at, signed_at) if moment is not None]
    return row.news_at if row.news_at is not None and over and row.news_at > max(over) else None


def _known() -> Select[tuple[int, int, float | None, str | None]]:
    """Ask for all that a visit's state depends on beside its own row."""
    visit = bindparam("visit", type_=Uuid())
    calls = select(func.count()).where(Call.visit_id == visit, Call.ended_at.is_(None))
    alarms = select(func.count()).where(Alarm.visit_id == visit, Alarm.acknowledged_at.is_(None))
    signed = select(Plan.signed_at).where(Plan.visit_id == visit)
    newest = select(Account.display).join(Call, Call.account_id == Account.id).where(Call.visit_id == visit)
    provider = newest.order_by(Call.started_at.desc()).limit(1)
    return select(
        calls.scalar_subquery().label("calls"),
        alarms.scalar_subquery().label("alarms"),
        signed.scalar_subquery().label("signed_at"),
        provider.scalar_subquery().label("provider"),
    )


_KNOWN = _known()


def same_person(session: Session, row: Visit, limit: int = 20) -> list[UUID]:
    """Return other visits of the person, newest first; none for anonymous ones.

    Proven to be the same (`Visit.person_id`), or only of the same name and birth date.
    """
    same = [column == value for column, value in _of_person(row) if value is not None]
    if not same:
        return []
    others = (
        select(Visit.id).where(or_(*same), Visit.id != row.id).order_by(Visit.started_at.desc()).limit(limit)
    )
    return list(session.scalars(others))


def _of_person(row: Visit) -> tuple[tuple[InstrumentedAttribute[Any], object], ...]:
    return (Visit.match_key, row.match_key), (Visit.person_id, row.person_id)


def match_key(person: Person) -> str | None:
    """Return what says "the same name and birth date", None when not all of it was told."""
    if person.anonymous or not person.birth_date or not (person.given or person.family):
        return None
    key = "|".join((*(" ".join(fold(n).split()) for n in (person.given, person.family)), person.birth_date))
    return key if len(key) <= LONGEST else hashlib.sha256(key.encode()).hexdigest()  # it is indexed


class Telling(NamedTuple):
    """When something was told, its number in the station's order, and the envelope it came in."""

    at: str
    seq: int
    envelope: UUID


def identify(session: Session, row: Visit, person: Person, telling: Telling) -> None:
    """Note who it is. The last one told counts, in the station's order; a change stays visible."""
    told = {
        "given": person.given.strip(),
        "family": person.family.strip(),
        "birth_date": person.birth_date,
        "anonymous": person.anonymous,
        "at": telling.at,
        "seq": telling.seq,
        "envelope": str(telling.envelope),
    }
    others = [each for each in row.identities if each["envelope"] != told["envelope"]]
    row.identities = _changes(sorted([*others, told], key=lambda each: int(each["seq"])))
    last = row.identities[-1]
    row.given, row.family = last["given"], last["family"]
    row.birth_date, row.anonymous = last["birth_date"], last["anonymous"]
    row.match_key = match_key(Person(row.given, row.family, row.birth_date, row.anonymous))
    refresh(session, row)


def _changes(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return who it was said to be, the same person told again only once; each until when it counted."""
    found: list[dict[str, Any]] = []
    for each in told:
        if found and _person(found[-1]) == _person(each):
            found[-1] = each
        else:
            if found:
                found[-1] = found[-1] | {"until": each["at"]}
            found.append(each)
    return found


def _person(told: dict[str, Any]) -> tuple[object, ...]:
    return fold(told["given"]), fold(told["family"]), told["birth_date"], told["anonymous"]


def bind_key(row: Visit, key: bytes) -> None:
    """Bind a session's key to its visit; FilingError when another one is bound already."""
    if len(key) != 32:
        raise FilingError("the session's key is not an X25519 key")
    if row.session_key is not None and row.session_key != key:
        raise FilingError("another session key is bound to this visit already")
    row.session_key = key


def raise_alarm(  # noqa: PLR0917 - rows of a table
    session: Session, row: Visit, alarm: UUID, rule: str, level: str, quiet: bool, at: str, why: str = ""
) -> Alarm:
    """Note a red flag, told in the clear or in a document, whichever comes first."""
    found = session.get(Alarm, alarm)
    if found is None:
        found = Alarm(id=alarm, visit_id=row.id, rule=rule, level=level, why=why, quiet=quiet, raised_at=at)
        session.add(found)
        row.news_at = now()  # it may be over, its plan signed: what is told in the clear counts as well
    elif found.visit_id != row.id:
        raise FilingError("the alarm belongs to another visit")
    elif why:
        found.why, found.raised_at = why, at
    row.level = worse(row.level, level)
    put(session, build.flag(found))
    refresh(session, row)
    return found


def close(session: Session, row: Visit, how: str, at: str, told: VisitClosed | None = None) -> None:
    """Note how a visit ended; the station's own word (`told`) replaces "interrupted"."""
    if row.closed_how is not None and row.closed_how not in {"interrupted", how}:
        return
    row.closed_how, row.closed_at = how, at
    noting.closed(session, row, told)
    row.waiting_since = None
    row.interrupt_at = None
    texts.closed(session, row)
    refresh(session, row)
