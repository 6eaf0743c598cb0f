"""A facility's residents: added, changed, gone; their wristbands and photos."""

from datetime import date
from typing import Any, Final
from uuid import UUID, uuid4

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract import cards
from contract.residents import CODE_STATUSES, CONDITIONS, PHOTO_BYTES, Contact
from contract.rounds import Due, clock_time
from hub.errors import ProblemError, conflict, invalid, not_found
from hub.models import Facility, Resident
from hub.times import now

TEXT_CHARS: Final = 200
FORM_BYTES: Final = 30_000  # of one resident without the photo: one must fit a packet
EARLIEST: Final = date(1900, 1, 1)
JPEG: Final = b"\xff\xd8\xff"
TRACES: Final = (
    b"Exif\x00",
    b"http://ns.adobe.com/xap/",
    b"Photoshop 3.0\x00",
)  # what cameras and programs add
MOST: Final = 600  # residents of a facility, so that their list is no burden to a station


class ResidentForm(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """What is told of a resident; fields as in contract.residents.Resident."""

    number: str
    given: str
    family: str
    birth_date: str
    called: str = ""
    room: str = ""
    language: str = "en"
    code_status: str = "unknown"
    code_status_note: str = ""
    allergies: list[str] = []
    diagnoses: list[str] = []
    medicines: list[str] = []
    conditions: list[str] = []
    lacks_capacity: bool = False
    representative: Contact | None = None
    physician: Contact | None = None
    schedule: list[Due] = []


def check(form: ResidentForm) -> None:
    """Raise ProblemError in words for what can't be so."""
    texts = (form.number, form.given, form.family, form.called, form.room, form.language)
    notes = (form.code_status_note, *form.allergies, *form.diagnoses, *form.medicines)
    if any(len(text) > TEXT_CHARS for text in (*texts, *notes)):
        raise invalid(f"A text has at most {TEXT_CHARS} characters.")
    if not form.number.strip():
        raise invalid("A resident needs the facility's own number.")
    if not form.given.strip() or not form.family.strip():
        raise invalid("A resident needs a given name and a family name.")
    _birth_date(form.birth_date)
    if form.code_status not in CODE_STATUSES:
        raise invalid(f"The code status {form.code_status!r} is none of {', '.join(CODE_STATUSES)}.")
    if unknown := sorted(set(form.conditions) - set(CONDITIONS)):
        raise invalid(f"{unknown[0]!r} is none of {', '.join(CONDITIONS)}.")
    if form.lacks_capacity and form.representative is None:
        raise invalid("Who lacks capacity needs a representative.")
    _schedule(form.schedule)
    if len(msgspec.json.encode(form)) > FORM_BYTES:
        raise invalid("There is too much text for one resident.")


def _birth_date(text: str) -> None:
    try:
        born = date.fromisoformat(text)
    except ValueError as error:
        raise invalid(f"The birth date {text!r} is not written as 1938-05-17.") from error
    if len(text) != len("1938-05-17") or not EARLIEST <= born <= date.fromtimestamp(now()):
        raise invalid(f"The birth date {text!r} can't be.")


def _schedule(schedule: list[Due]) -> None:
    for due in schedule:
        try:
            for text in due.times:
                clock_time(text)
        except ValueError as error:
            raise invalid(f"{error}.") from error
        if not due.times or not all(0 <= day <= 6 for day in due.weekdays) or not 0 < due.late_min <= 1440:
            raise invalid(
                "What is due has times, week days from 0 (Monday) to 6, and up to a day to be late."
            )


def save(session: Session, facility: Facility, form: ResidentForm) -> tuple[Resident, bool]:
    """Add a resident, or change the one of this number; also say whether it is a new one."""
    check(form)
    query = select(Resident).where(
        Resident.facility_id == facility.id, Resident.number == form.number.strip()
    )
    row = session.scalar(query)
    new = row is None
    told: dict[str, Any] = msgspec.to_builtins(form)
    told |= {name: told[name].strip() for name in ("number", "given", "family", "called", "room")}
    if row is None:
        if len(of(session, facility.id)) >= MOST:
            raise invalid(f"A facility has at most {MOST} residents here.")
        row = Resident(id=uuid4(), facility_id=facility.id, created_at=now(), updated_at=now(), **told)
        session.add(row)
        session.flush()
    else:
        _same_person(row, form)
        for name, value in told.items():
            setattr(row, name, value)
        row.updated_at, row.left_at = now(), None
    return row, new


def _same_person(row: Resident, form: ResidentForm) -> None:
    """Raise ProblemError when a number was given to somebody else: they would have another one's readings.

    A name or a birth date that was written wrongly is put right one at a time.
    """
    if row.birth_date == form.birth_date:
        return
    before, after = ({text.strip().casefold() for text in (one.given, one.family)} for one in (row, form))
    if before != after:
        raise conflict(
            "another-person",
            f"The number {row.number} is {row.given} {row.family}'s, born {row.birth_date}: readings, photo "
            "and record are theirs. Give a new resident a number of their own. To mend a mistake, change "
            "the name first and the birth date after it.",
        )


def of(session: Session, facility: UUID) -> list[Resident]:
    """Return the residents who live there now, by room and name."""
    query = select(Resident).where(Resident.facility_id == facility, Resident.left_at.is_(None))
    return list(session.scalars(query.order_by(Resident.room, Resident.family, Resident.given)))


def find(session: Session, facility: UUID | None, resident: UUID) -> Resident:
    """Return a resident (of this facility, None: of any); ProblemError when there is none."""
    row = session.get(Resident, resident)
    if row is None or (facility is not None and row.facility_id != facility):
        raise not_found("resident")
    return row


def new_wristband(row: Resident) -> str:
    """Return a new wristband's token; the one before finds nobody any more."""
    token = cards.new_token(cards.WRISTBAND)
    row.wristband, row.updated_at = cards.hash_of(token), now()
    return token


def leave(row: Resident) -> None:
    """A resident lives there no more: not on the list, the wristband finds nobody."""
    row.left_at, row.wristband, row.updated_at = now(), None, now()


def set_photo(row: Resident, content: bytes, taken: str) -> None:
    """Keep a small photo and its date; ProblemError for what is none."""
    if not content.startswith(JPEG) or len(content) > PHOTO_BYTES:
        raise invalid(f"A photo is a JPEG of at most {PHOTO_BYTES // 1000} kB.")
    if any(trace in content for trace in TRACES):
        raise invalid("The photo has notes of its camera in it, perhaps the place. Save it without them.")
    try:
        if date.fromisoformat(taken) > date.fromtimestamp(now()):
            raise ProblemError(422, "invalid", "The photo's date is in the future.")
    except ValueError as error:
        raise invalid(f"The photo's date {taken!r} is not written as 2026-05-17.") from error
    row.photo, row.photo_taken, row.updated_at = content, taken, now()
