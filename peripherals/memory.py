"""A shared device's memory holds strangers' values: what of it may be taken, and when. Pure."""

from datetime import datetime, timedelta
from typing import Final
from uuid import uuid4

from contract.measurement import (
    Act,
    DeviceIdentity,
    Grade,
    Instant,
    Measurement,
    Quality,
    Reason,
)
from contract.quality import rules
from peripherals.protocols.base import Frame
from peripherals.protocols.conversation import Now
from peripherals.quality import judge, sample_of

YEARS: Final = range(1970, 2200)  # of a record that can be true
EARLIER_S: Final = 2.0  # clocks are read to the second
LATER_S: Final = 60.0


def own_time(time: str | None, clock_error_s: float | None) -> datetime | None:
    """Return a record's local time by the station's clock; None when it has none that can be compared."""
    if time is None:
        return None
    try:
        told = datetime.fromisoformat(time) - timedelta(seconds=clock_error_s or 0.0)
    except (ValueError, OverflowError):
        return None
    return told if told.year in YEARS else None


def is_new(time: str | None, clock_error_s: float | None, began: Now, now: Now) -> bool:
    """Was a record of the memory made since this measuring step began? Only a proof counts.

    The time of a device whose clock was not compared proves nothing: a clock ten minutes fast makes the
    reading of ten minutes ago look like one of now.
    """
    if clock_error_s is None:
        return False
    told = own_time(time, clock_error_s)
    if told is None:
        return False
    return began.local - timedelta(seconds=EARLIER_S) <= told <= now.local + timedelta(seconds=LATER_S)


def stored(
    frame: Frame, act: Act, device: DeviceIdentity, error_s: float | None, at: tuple[Now, Instant]
) -> Measurement | None:
    """Return a record of a personal device's memory at its own time; None when it is no reading.

    `at`: this moment, as devices and as measurements have it.
    """
    now, instant = at
    verdict = judge(sample_of(frame, now.ns), rules()[act])
    if verdict is None:
        return None
    told = own_time(frame.time, error_s)
    sure = told is not None and error_s is not None
    return Measurement(
        id=uuid4(),
        act=act,
        values=verdict.values,
        effective=instant if told is None else instant_of(told, now, instant),
        device=device,
        quality=verdict.quality if sure else _unsure(verdict.quality),
        site=frame.site,
        raw=frame.raw,
        flags=("from-memory", *(flag for flag in verdict.flags if flag != "from-memory")),
        clock_error_s=error_s,
    )


def _unsure(quality: Quality) -> Quality:
    grade = Grade.USABLE if quality.grade is Grade.GOOD else quality.grade
    return Quality(grade, (*quality.reasons, Reason.CLOCK_UNSURE))


def instant_of(local: datetime, now: Now, instant: Instant) -> Instant:
    """Return a moment of the station's local time as a Measurement carries it, reckoned from now."""
    ago = local - now.local
    wall = datetime.fromisoformat(instant.wall) + ago
    return Instant(
        wall.isoformat(timespec="seconds"),
        instant.monotonic_ns + round(ago.total_seconds() * 1e9),
        instant.boot_id,
        instant.clock,
    )
