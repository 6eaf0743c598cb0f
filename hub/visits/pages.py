"""Pages for a person: a station asked, nobody on site came, and somebody here looks after it."""

from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract import wire
from hub.accounts.logins import User
from hub.accounts.reach import Stations
from hub.errors import FilingError, conflict, invalid, not_found
from hub.fhir.terms import derived
from hub.models import Page, Station, Visit
from hub.times import maybe, now, parse, rfc3339

NOTE_CHARS: Final = 2000


class PageView(msgspec.Struct):
    """An open page on the console. `visit`: where one had begun."""

    id: UUID
    station: str
    address: str
    phone: str
    visit: UUID | None
    asked_at: str
    quiet: bool
    answered_by: str | None
    answered_at: str | None


def came(session: Session, station: UUID, message: wire.StaffPaged) -> Page:
    """Note a page; the same again is once. FilingError when it is another station's, or its time is none."""
    try:
        parse(message.at)
    except ValueError as error:
        raise FilingError("a page's time is not RFC 3339 with offset") from error
    page = message.page or derived(station, f"page/{message.at}")
    row = session.get(Page, page)
    if row is None:
        row = Page(
            id=page,
            station_id=station,
            visit_id=message.visit,
            asked_at=message.at,
            received_at=now(),
            quiet=message.quiet,
            note="",
        )
        session.add(row)
    elif row.station_id != station:
        raise FilingError("the page belongs to another station")
    return row


def over(session: Session, station: UUID, message: wire.PageOver) -> None:
    """A person came on site. FilingError when the page is not known here."""
    row = session.get(Page, message.page)
    if row is None or row.station_id != station:
        raise FilingError("a page is over that is not known here")
    if row.settled_at is None:
        row.settled_at, row.settled_by = now(), f"{message.by} (on site)"


def opened(session: Session, stations: Stations = None) -> list[PageView]:
    """Return the open pages of these stations, the oldest first."""
    query = select(Page, Station).join(Station, Station.id == Page.station_id)
    if stations is not None:
        query = query.where(Page.station_id.in_(stations))
    return [
        PageView(
            page.id,
            station.name,
            station.address,
            station.phone,
            page.visit_id if page.visit_id and session.get(Visit, page.visit_id) else None,
            page.asked_at,
            page.quiet,
            page.answered_by,
            maybe(page.answered_at),
        )
        for page, station in session.execute(
            query.where(Page.settled_at.is_(None)).order_by(Page.received_at)
        )
    ]


def answered_of(session: Session, station: UUID) -> list[wire.PageReceived | wire.PageAnswered]:
    """Return what a station that comes back is to know of its open pages."""
    rows = session.scalars(select(Page).where(Page.station_id == station, Page.settled_at.is_(None)))
    told: list[wire.PageReceived | wire.PageAnswered] = []
    for row in rows:
        told.append(wire.PageReceived(page=row.id))
        if row.answered_at is not None:
            told.append(answer_of(row))
    return told


def answer_of(row: Page) -> wire.PageAnswered:
    """Return what a station is told of who looks after its page: a role, never a promise."""
    return wire.PageAnswered(page=row.id, by=row.answered_role or "", at=rfc3339(row.answered_at or now()))


def _known(session: Session, page: UUID) -> Page:
    row = session.get(Page, page)
    if row is None:
        raise not_found("page")
    return row


def answer(session: Session, page: UUID, user: User) -> Page:
    """Look after it. A second one changes nothing. ProblemError 404, 409."""
    row = _known(session, page)
    if row.settled_at is not None:
        raise conflict("over", "This is over: a person came, or somebody has noted what became of it.")
    if row.answered_at is None:
        row.answered_at, row.answered_by, row.answered_role = now(), user.display, user.role
    return row


def settle(session: Session, page: UUID, user: User, note: str) -> Page:
    """Note what became of it. ProblemError 404, 409, 422."""
    row = answer(session, page, user)
    if not note.strip() or len(note) > NOTE_CHARS:
        raise invalid(f"Say in a note of at most {NOTE_CHARS} characters what became of it.")
    row.settled_at, row.settled_by, row.note = now(), user.display, note.strip()
    return row
