"""What staff note in a resident's visit: checked, kept, written as FHIR. The newest of an id counts."""

from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.care import (
    AUTHORITIES,
    CAPACITY_BASES,
    CHANGES,
    MISSED,
    SINCES,
    TELLING_WAYS,
    TELLING_WHYS,
    TOLD,
    TRENDS,
    TRIES,
    CodeStatusShown,
    ConditionChange,
    Notified,
    ResidentConsent,
    ResidentMissed,
    Sbar,
    WrongResident,
)
from contract.residents import CODE_STATUSES
from hub.errors import FilingError
from hub.facility import binding, closing, doubting
from hub.fhir import care
from hub.fhir.store import get, put
from hub.fhir.terms import derived
from hub.models import CareNote, StaffMember, Visit
from hub.times import parse
from hub.visits import record

if TYPE_CHECKING:
    from hub.intake.filing import Source

TEXT_CHARS: Final = 4000
Note = ResidentMissed | ConditionChange | Sbar | Notified | ResidentConsent | CodeStatusShown | WrongResident


def file(session: Session, row: Visit, document: Note, source: "Source") -> list[str]:
    """Write a note down; FilingError when it says what can't be. Return the resources."""
    _check_texts(document)
    at = source.at.at
    match document:
        case ResidentMissed():
            _known(document.why, MISSED)
            by = binding.member(session, row, document.by)
            if _newest(session, row, derived(row.id, "missed"), document, source, by):
                row.missed = document.why
                record.refresh(session, row)
            return [put(session, care.missed(row.id, at, document.why, document.note, binding.named(by)))]
        case ConditionChange():
            return _changes(session, row, document, source)
        case Sbar():
            return _sbar(session, row, document, source)
        case Notified():
            return _notified(session, row, document, source)
        case ResidentConsent():
            return _consent(session, row, document, source)
        case WrongResident():
            by = binding.member(session, row, document.by)
            if not _newest(session, row, doubting.note_id(row.id), document, source, by):
                return []
            record.refresh(session, row)
            flags = closing.follow(session, row.id, taken_back=not doubting.is_wrong(session, row.id))
            return [f"Encounter/{row.id}", *doubting.mark(session, row.id), *flags]
        case CodeStatusShown():
            _known(document.status, CODE_STATUSES)
            _newest(session, row, derived(document.alarm, "code-status"), document, source)
            return [put(session, care.code_status(document.alarm, row.id, at, document.status))]


def of_visit(session: Session, visit: UUID) -> list[CareNote]:
    """Return a visit's notes in the order they were made."""
    rows = session.scalars(select(CareNote).where(CareNote.visit_id == visit))
    return sorted(rows, key=lambda note: (parse(note.at), note.seq))


def _check_texts(document: Note) -> None:
    told = msgspec.to_builtins(document)
    texts = [text for text in told.values() if isinstance(text, str)]
    texts += [each["note"] for each in told.get("changes", [])]
    if any(len(text) > TEXT_CHARS for text in texts):
        raise FilingError(f"a note of more than {TEXT_CHARS} characters")


def _known(word: str, known: tuple[str, ...]) -> None:
    if word not in known:
        raise FilingError("a note with a word that is not known here")


def _newest(  # noqa: PLR0917 - rows of a table
    session: Session,
    row: Visit,
    identity: UUID,
    document: Note,
    source: "Source",
    by: StaffMember | None = None,
) -> bool:
    """Keep the note unless a later one of its id came before it; say whether it counts."""
    found = session.get(CareNote, identity)
    if found is not None and found.visit_id != row.id:
        raise FilingError("a note's id that another visit has used")
    if found is not None and found.seq > source.seq:
        return False
    body: dict[str, Any] = msgspec.to_builtins(document)
    for name in ("visit", "type"):
        body.pop(name, None)
    body["at"] = source.at.at
    if by is not None:
        body["by_name"] = binding.named(by)
    kind = str(type(document).__struct_config__.tag)
    if found is None:
        session.add(
            CareNote(id=identity, visit_id=row.id, kind=kind, seq=source.seq, at=source.at.at, body=body)
        )
    else:
        found.seq, found.at, found.body = source.seq, source.at.at, body
    return True


def _changes(session: Session, row: Visit, document: ConditionChange, source: "Source") -> list[str]:
    by = binding.member(session, row, document.by)
    for each in document.changes:
        _known(each.what, CHANGES)
        _known(each.trend, TRENDS)
        _known(each.since, SINCES)
    seen = [each.what for each in document.changes]
    if len(set(seen)) < len(seen):
        raise FilingError("a change that is told twice")
    if not _newest(session, row, derived(row.id, "condition-change"), document, source, by):
        return []
    at, name = source.at.at, binding.named(by)
    made = [care.changed(row.id, at, each, name) for each in document.changes]
    made = made or [care.as_usual(row.id, at, name)]
    now = {one["id"] for one in made}
    for what in (*CHANGES, care.NO_CHANGE):  # of an earlier word of this visit
        before = get(session, "Observation", str(care.change_id(row.id, what)))
        if before is not None and before["id"] not in now:
            made.append(care.withdrawn(before))
    return [put(session, one) for one in made]


def _sbar(session: Session, row: Visit, document: Sbar, source: "Source") -> list[str]:
    observed = None if document.observed_by is None else binding.member(session, row, document.observed_by)
    assessed = None if document.assessed_by is None else binding.member(session, row, document.assessed_by)
    if document.assessment.strip() and (assessed is None or "nurse" not in assessed.roles):
        raise FilingError("an assessment by somebody who is no nurse")
    if document.observation.strip() and observed is None:
        raise FilingError("an observation by nobody")
    if not _newest(session, row, document.id, document, source):
        return []
    note = session.get_one(CareNote, document.id)
    names = [binding.named(one) if one else "" for one in (observed, assessed)]
    note.body = note.body | {"observed_by_name": names[0], "assessed_by_name": names[1]}
    record.refresh(session, row)  # a provider is asked: the visit is no routine
    return [put(session, care.sbar(row.id, source.at.at, document, names[0], names[1]))]


def _notified(session: Session, row: Visit, document: Notified, source: "Source") -> list[str]:
    by = binding.member(session, row, document.by)
    for word, known in ((document.who, TOLD), (document.how, TELLING_WAYS), (document.why, TELLING_WHYS)):
        _known(word, known)
    try:
        parse(document.when)
    except ValueError as error:
        raise FilingError("when somebody was told is not RFC 3339 with offset") from error
    if document.how not in TRIES and not document.person.strip():
        raise FilingError("somebody was told, but nobody is named")
    if (
        document.when == document.at.wall
    ):  # said as it happened: put right as all else where the clock was wrong
        document = msgspec.structs.replace(document, when=source.at.at)
    if not _newest(session, row, document.id, document, source, by):
        return []
    return [put(session, care.notified(row.id, document, binding.named(by)))]


def _consent(session: Session, row: Visit, document: ResidentConsent, source: "Source") -> list[str]:
    by = binding.member(session, row, document.by)
    _known(document.basis, CAPACITY_BASES)
    _known(document.who, ("resident", "representative"))
    _known(document.authority, ("", *AUTHORITIES))
    representative = document.who == "representative"
    if (document.basis in {"assessed-unable", "on-record"}) != representative:
        raise FilingError("a consent whose giver does not go with its basis of capacity")
    if representative and not (document.name.strip() and document.authority):
        raise FilingError("a representative without name or authority")
    _newest(session, row, source.envelope, document, source, by)
    at = source.at.at
    if document.what == "visit" and document.given:
        row.consent_version, row.consent_at = document.version, at
    row.present = list(document.present) or row.present
    return [put(session, care.consent(source.envelope, row.id, at, document, binding.named(by)))]
