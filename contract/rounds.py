"""Who is due for what in a round: pure, the same at the hub (who was missed) and on the station.

A `Due` is told in the facility's wall-clock time. An occurrence counts as done when its act was done from
`EARLY` before it on, and before the next one's; it is missed when `late_min` have passed without.
"""

from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Final

import msgspec

from contract.measurement import Act

EARLY: Final = timedelta(hours=1)
DAYS_BACK: Final = 1  # yesterday's occurrences still count: a night shift asks over midnight


class Due(msgspec.Struct, frozen=True):
    """When an act is to be done: each day at `times` ("08:00"), on some `weekdays` (0: Monday) or on all."""

    act: Act
    times: tuple[str, ...]
    weekdays: tuple[int, ...] = ()
    late_min: int = 120


class Done(msgspec.Struct, frozen=True):
    """An act that was done, or tried and set aside for a reason (`skipped`). RFC 3339."""

    act: Act
    at: str
    skipped: str = ""


class Turn(msgspec.Struct, frozen=True):
    """One occurrence. `state`: "done", "skipped", "due" (now), "missed" (late) or "later" (today)."""

    act: Act
    at: datetime
    state: str


def clock_time(text: str) -> time:
    """Return "HH:MM" as a time of day; ValueError when it is none."""
    hours, colon, minutes = text.partition(":")
    if not colon or len(text) != len("HH:MM") or not (text[:2] + text[3:]).isdecimal():
        raise ValueError(f"{text!r} is no time of day (HH:MM)")
    return time(int(hours), int(minutes))


def turns(schedule: Iterable[Due], done: Iterable[Done], now: datetime) -> tuple[Turn, ...]:
    """Return what was and is due from yesterday to the end of today, oldest first.

    `now` carries the facility's zone.
    """
    acts = [(each.act, datetime.fromisoformat(each.at), each.skipped) for each in done]
    found: list[Turn] = []
    for due in schedule:
        moments = _moments(due, now)
        for index, at in enumerate(moments):
            until = moments[index + 1] - EARLY if index + 1 < len(moments) else None
            of_it = [
                skipped
                for act, when, skipped in acts
                if act is due.act and at - EARLY <= when and (until is None or when < until)
            ]
            found.append(Turn(due.act, at, _state(at, timedelta(minutes=due.late_min), of_it, now)))
    return tuple(sorted(found, key=lambda turn: (turn.at, turn.act)))


def _moments(due: Due, now: datetime) -> list[datetime]:
    days = [now.date() + timedelta(days=offset) for offset in range(-DAYS_BACK, 1)]
    return sorted(
        datetime.combine(day, clock_time(text), now.tzinfo)
        for day in days
        if not due.weekdays or day.weekday() in due.weekdays
        for text in due.times
    )


def _state(at: datetime, late: timedelta, of_it: list[str], now: datetime) -> str:
    if of_it:
        return "done" if "" in of_it else "skipped"
    if now < at - EARLY:
        return "later"
    return "due" if now <= at + late else "missed"
