"""A resident's readings of the last days: own baseline, newest values, what was done. Pure but for `load`.

Baseline [P, clinical.md §6]: the median of the 14 days before today, when there are at least 4 readings.
Today's own readings are not in it: it stands beside them. A mean stands for the readings it was made of.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from statistics import median
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.measurement import Act, Grade, Measurement, Value
from contract.residents import Baseline
from contract.rounds import Done
from contract.talk import EarlierValue
from contract.units import UnitError
from hub.facility import doubting
from hub.fhir.observations import as_filed
from hub.models import Reading, Refiled, Skipped, Visit
from hub.times import now, parse, rfc3339

DAYS: Final = 14
LEAST: Final = 4
DONE_DAYS: Final = 2  # as far back as rounds look


class Past(NamedTuple):
    """A reading and when it was made."""

    at: datetime
    measurement: Measurement


class Tried(NamedTuple):
    """An act that was set aside, and when the visit began in which it was."""

    at: datetime
    act: str
    reason: str


class History(NamedTuple):
    """What is known of one resident, oldest first. `seen`: when visits began in which something was done."""

    readings: list[Past]
    skipped: list[Tried]
    seen: list[datetime]


def load(session: Session, residents: Iterable[UUID], day: datetime | None = None) -> dict[UUID, History]:
    """Return the last days of residents (before a day); not what turned out to be another resident's."""
    found = {resident: History([], [], []) for resident in residents}
    since = (now() if day is None else min(now(), day.timestamp())) - (DAYS + 2) * 86_400
    wrong = select(Refiled.former)
    ours = Visit.resident_id.in_(list(found))
    mine = ours & Visit.id.not_in(doubting.wrong_ones(session, select(Visit.id).where(ours)))
    query = select(Visit.resident_id, Reading.at, Reading.body).join(Visit, Visit.id == Reading.visit_id)
    query = query.where(mine, Reading.received_at >= since, Reading.id.not_in(wrong))
    for resident, at, body in session.execute(query):
        assert resident is not None
        found[resident].readings.append(Past(parse(at), msgspec.convert(body, Measurement)))
    lately = (mine, Visit.started_at >= rfc3339(since)[:10])  # to the day: offsets differ
    left = select(Visit.resident_id, Visit.started_at, Skipped.act, Skipped.reason)
    for resident, at, act, reason in session.execute(
        left.join(Skipped, Skipped.visit_id == Visit.id).where(*lately)
    ):
        assert resident is not None
        found[resident].skipped.append(Tried(parse(at), act, reason))
    seen = select(Visit.resident_id, Visit.started_at).where(*lately, Visit.missed == "")
    for resident, at in session.execute(seen):
        assert resident is not None
        found[resident].seen.append(parse(at))
    for history in found.values():
        history.readings.sort(key=lambda past: past.at)
        history.seen.sort()
    return found


def reliable(readings: Iterable[Past]) -> list[Past]:
    """Return the readings that count: good enough, and each mean in place of its parts."""
    good = [past for past in readings if past.measurement.quality.grade is not Grade.NOT_RELIABLE]
    parts = {part for past in good for part in past.measurement.derived_from}
    return [past for past in good if past.measurement.id not in parts]


def _values(readings: Iterable[Past]) -> list[tuple[datetime, Value]]:
    found = []
    for past in reliable(readings):
        for value in past.measurement.values:
            try:
                found.append((past.at, as_filed(value)))
            except UnitError:  # filed before units were checked
                continue
    return found


def baseline(readings: Iterable[Past], today: datetime) -> tuple[Baseline, ...]:
    """Return the own usual values; `today` carries the facility's zone."""
    midnight = today.replace(hour=0, minute=0, second=0, microsecond=0)
    before = midnight - timedelta(days=DAYS)
    kinds: dict[str, list[Value]] = {}
    for at, value in _values(readings):
        if before <= at < midnight:
            kinds.setdefault(value.kind.value, []).append(value)
    return tuple(
        Baseline(kind, round(median(v.value for v in values), 2), values[0].unit, len(values))
        for kind, values in sorted(kinds.items())
        if len(values) >= LEAST
    )


def latest(readings: Iterable[Past]) -> tuple[EarlierValue, ...]:
    """Return the newest reliable value of each kind."""
    newest = {
        value.kind.value: EarlierValue(value.kind.value, value.value, value.unit, at.isoformat())
        for at, value in _values(readings)
    }
    return tuple(newest[kind] for kind in sorted(newest))


def done(history: History, today: datetime) -> tuple[Done, ...]:
    """Return the acts of the last days: done, or set aside and why."""
    since = today - timedelta(days=DONE_DAYS)
    made = [Done(p.measurement.act, p.at.isoformat()) for p in reliable(history.readings) if p.at >= since]
    aside = [
        Done(Act(each.act), each.at.isoformat(), each.reason)
        for each in history.skipped
        if each.at >= since and each.act in tuple(Act)
    ]
    return tuple(made + aside)
