"""The figures of some days, station by station and all together: counts and waiting times, nobody's data."""

from collections import Counter
from datetime import date
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from hub.models import Duty, Page, Station, Usage, Visit
from hub.times import now, rfc3339

UNFINISHED: Final = ("left", "timed-out", "left-before-seen", "interrupted")
NOT_WANTED: Final = ("declined",)  # of what stood in the way of a call: the patient's own choice


class Spread(msgspec.Struct):
    """Of waiting times, in seconds: how many, the middle one, and the one that nine in ten stay under."""

    count: int
    median_s: float
    p90_s: float


class Figures(msgspec.Struct):
    """`steps`: the part of the visit in which those ended who did not finish. `wait`: until a provider came.

    `nobody`: visits in which nobody could be talked to when somebody was wanted, by why (`no_call`). `open`,
    `overdue`: duties now, whatever the days. `pages`: for a person, that reached the hub; `page_wait` until
    somebody here answered.
    """

    started: int = 0
    going_on: int = 0
    finished: int = 0
    ended: dict[str, int] = {}
    steps: dict[str, int] = {}
    asked: int = 0
    answered: int = 0
    wait: Spread | None = None
    nobody: int = 0
    no_call: dict[str, int] = {}
    chose: dict[str, int] = {}
    open: int = 0
    overdue: int = 0
    pages: int = 0
    page_wait: Spread | None = None


class StationFigures(msgspec.Struct):
    """One station's."""

    id: UUID
    name: str
    address: str
    seen_at: str | None
    figures: Figures


class Report(msgspec.Struct):
    """Of days, both ends included (ISO dates, by each station's own clock)."""

    first: str
    last: str
    all: Figures
    stations: list[StationFigures]


class Row(NamedTuple):
    """A group of visits with all the same."""

    station: UUID
    how: str
    step: str
    no_call: str
    chose: str
    visits: int


def spread(seconds: list[float]) -> Spread | None:
    """Return the middle and the ninth tenth of waiting times; None of none (nearest rank)."""
    if not seconds:
        return None
    ordered = sorted(seconds)

    def rank(share: float) -> float:
        return ordered[max(0, -(-round(share * 100) * len(ordered) // 100) - 1)]

    return Spread(len(ordered), round(rank(0.5), 1), round(rank(0.9), 1))


def figures(rows: list[Row], waits: list[float], asked: int) -> Figures:
    """Return what groups of visits come to; `waits` of those a provider came to. Pure."""
    ended: Counter[str] = Counter()
    steps: Counter[str] = Counter()
    no_call: Counter[str] = Counter()
    chose: Counter[str] = Counter()
    for row in rows:
        if row.how:
            ended[row.how] += row.visits
        if row.how in UNFINISHED and row.step:
            steps[row.step] += row.visits
        if row.no_call:
            no_call[row.no_call] += row.visits
        if row.chose:
            chose[row.chose] += row.visits
    started = sum(row.visits for row in rows)
    return Figures(
        started=started,
        going_on=started - ended.total(),
        finished=ended["finished"],
        ended=dict(ended),
        steps=dict(steps),
        asked=asked,
        answered=len(waits),
        wait=spread(waits),
        nobody=sum(count for why, count in no_call.items() if why not in NOT_WANTED),
        no_call=dict(no_call),
        chose=dict(chose),
    )


def report(session: Session, first: date, last: date) -> Report:
    """Return the figures of some days."""
    rows = _rows(session, first, last)
    waits, asked = _waits(session, first, last)
    duties, pages = _duties(session), _pages(session, first, last)
    stations = list(session.scalars(select(Station).order_by(Station.name)))

    def of(ids: list[UUID]) -> Figures:
        made = figures(
            [row for row in rows if row.station in ids],
            [wait for each in ids for wait in waits.get(each, [])],
            sum(asked.get(each, 0) for each in ids),
        )
        made.open = sum(duties.get(each, (0, 0))[0] for each in ids)
        made.overdue = sum(duties.get(each, (0, 0))[1] for each in ids)
        answers = [wait for each in ids for wait in pages.get(each, [])]
        made.pages = len(answers)
        made.page_wait = spread([wait for wait in answers if wait is not None])
        return made

    return Report(
        first=first.isoformat(),
        last=last.isoformat(),
        all=of([station.id for station in stations]),
        stations=[
            StationFigures(
                station.id,
                station.name,
                station.address,
                None if station.seen_at is None else rfc3339(station.seen_at),
                of([station.id]),
            )
            for station in stations
        ],
    )


def _within(
    day: ColumnElement[str] | InstrumentedAttribute[str], first: date, last: date
) -> tuple[ColumnElement[bool], ...]:
    # Not BETWEEN: PostgreSQL takes no collation behind its first end.
    return day >= first.isoformat(), day <= last.isoformat()


def _rows(session: Session, first: date, last: date) -> list[Row]:
    keys = (Usage.station_id, Usage.how, Usage.step, Usage.no_call, Usage.chose)
    query = select(*keys, func.count()).where(*_within(Usage.day, first, last))
    return [Row(*row) for row in session.execute(query.group_by(*keys))]


def _waits(session: Session, first: date, last: date) -> tuple[dict[UUID, list[float]], dict[UUID, int]]:
    query = select(Usage.station_id, Usage.asked_at, Usage.answered_at)
    query = query.where(*_within(Usage.day, first, last), Usage.asked_at.is_not(None))
    waits: dict[UUID, list[float]] = {}
    asked: Counter[UUID] = Counter()
    for station, asked_at, answered_at in session.execute(query):
        asked[station] += 1
        if asked_at is not None and answered_at is not None:
            waits.setdefault(station, []).append(max(0.0, answered_at - asked_at))
    return waits, asked


def _duties(session: Session) -> dict[UUID, tuple[int, int]]:
    """Return how many duties are open, and overdue, by station."""
    query = select(Visit.station_id, Duty.due_at).join(Visit, Visit.id == Duty.visit_id)
    found: dict[UUID, tuple[int, int]] = {}
    moment = now()
    for station, due_at in session.execute(query.where(Duty.done_at.is_(None))):
        count, late = found.get(station, (0, 0))
        found[station] = (count + 1, late + (due_at < moment))
    return found


def _pages(session: Session, first: date, last: date) -> dict[UUID, list[float | None]]:
    """Return for each page how long until it was answered here; None: it was not."""
    query = select(Page.station_id, Page.received_at, Page.answered_at)
    query = query.where(*_within(func.substr(Page.asked_at, 1, 10), first, last))
    found: dict[UUID, list[float | None]] = {}
    for station, received, answered in session.execute(query):
        wait = None if answered is None else float(answered - received)
        found.setdefault(station, []).append(wait)
    return found
