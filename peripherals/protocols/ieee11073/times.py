"""Times of the device's clock as ISO local time without offset, and back."""

from datetime import datetime, timedelta
from typing import Final, NamedTuple

ABSOLUTE_SIZE: Final = 8
BASE_OFFSET_SIZE: Final = 8
EPOCH: Final = datetime(1900, 1, 1)
YEARS: Final = range(1970, 2100)
"""Years believed; clocks that were never set show others."""

TICKS_PER_S: Final = 8000
"""Relative time counts eighths of a millisecond."""


class Stamp(NamedTuple):
    """A time as told. `iso` None: what stands there is no time. `sure` False: it may not be this one."""

    iso: str | None
    sure: bool = True


NOT_A_TIME: Final = Stamp(None, sure=False)


def absolute(data: bytes) -> Stamp:
    """Read an AbsoluteTime: century, year, month, day, hour, minute, second, 1/100 s, in BCD.

    Some agents write binary; where only that gives a date it is taken, but not trusted. Fractions are
    left out.
    """
    if len(data) != ABSOLUTE_SIZE:
        return NOT_A_TIME
    if all(byte >> 4 < 10 and byte & 15 < 10 for byte in data[:7]):
        iso = _iso([byte // 16 * 10 + byte % 16 for byte in data[:7]])
        if iso is not None:
            return Stamp(iso)
    return Stamp(_iso(list(data[:7])), sure=False)


def base_offset(data: bytes) -> Stamp:
    """Read a BaseOffsetTime: seconds since 1900, 1/65536 s, and minutes from there to local time."""
    if len(data) != BASE_OFFSET_SIZE:
        return NOT_A_TIME
    seconds = int.from_bytes(data[:4], "big")
    minutes = int.from_bytes(data[6:8], "big", signed=True)
    moment = EPOCH + timedelta(seconds=seconds, minutes=minutes)
    return Stamp(moment.isoformat()) if moment.year in YEARS else NOT_A_TIME


def write_absolute(moment: datetime) -> bytes:
    """Write an AbsoluteTime."""
    fields = (
        moment.year // 100,
        moment.year % 100,
        moment.month,
        moment.day,
        moment.hour,
        moment.minute,
        moment.second,
        moment.microsecond // 10_000,
    )
    return bytes(field // 10 << 4 | field % 10 for field in fields)


def later(iso: str, ticks: int) -> str:
    """Return a time so many ticks later, to the second."""
    return (datetime.fromisoformat(iso) + timedelta(seconds=ticks / TICKS_PER_S)).isoformat(
        timespec="seconds"
    )


def _iso(fields: list[int]) -> str | None:
    century, year, month, day, hour, minute, second = fields
    try:
        moment = datetime(century * 100 + year, month, day, hour, minute, second)
    except ValueError:
        return None
    return moment.isoformat() if moment.year in YEARS else None
