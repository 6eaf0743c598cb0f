"""Beurer BM55, BM58 (USB HID 0C45:7406, 8-byte reports). Source: reverse-engineered, public readers agree.

A command is a byte, perhaps a number, and F4s; an answer comes for each. A record: systolic - 25, diastolic -
25, pulse, month, day, hour, minute, year - 2000; the top bit of the month is *movement* (resting indicator),
of the day user B, of the year arrhythmia. There is no checksum: a record is told by possible values.
"""

from datetime import datetime
from enum import IntEnum
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.framing import StreamDecoder

REPORT: Final = 8
FILL: Final = 0xF4
HERE: Final = 0x55  # the answer to GREET
NONE: Final = 0xA9  # the answer to a record that there is not
OFFSET: Final = 25  # mm[Hg] less than the pressure
CENTURY: Final = 2000
NUMBER_MOST: Final = 255  # a record is asked for by one byte
TOP: Final = 0x80

_LOWEST: Final = 40  # mm[Hg] systolic; the cuff measures from 50
_SLOWEST: Final = 20  # /min
_SHAPE: Final = ((3, 12), (4, 31), (5, 23), (6, 59), (7, 99))
"""Bytes of a record, without their top bits, that cannot be larger."""


class Command(IntEnum):
    """What the host may say."""

    GREET = 0xAA
    COUNT = 0xA2
    RECORD = 0xA3
    NAME = 0xA4  # A4 to A7: a piece of its name each
    END = 0xF7  # it hears nothing any more until it is plugged in again


NAME_PIECES: Final = 4


def command(code: int, *parameters: int) -> bytes:
    """Build a report of the host."""
    return bytes((code, *parameters)).ljust(REPORT, bytes((FILL,)))


def encode_record(
    when: datetime, values: tuple[int, int, int], flags: tuple[str, ...] = (), user: int = 1
) -> bytes:
    """Build a record of systolic, diastolic, pulse; user 1 is A, 2 is B."""
    systolic, diastolic, pulse = values
    return bytes(
        (
            systolic - OFFSET,
            diastolic - OFFSET,
            pulse,
            when.month | (TOP if "movement" in flags else 0),
            when.day | (TOP if user == 2 else 0),
            when.hour,
            when.minute,
            when.year - CENTURY | (TOP if "irregular-pulse" in flags else 0),
        )
    )


def is_user_b(record: bytes) -> bool:
    """Is a record user B's?"""
    return bool(record[4] & TOP)


def decode_record(raw: bytes) -> Frame | None:
    """Decode one record; None when the bytes are none."""
    if len(raw) != REPORT or raw[0] + OFFSET < _LOWEST or raw[2] < _SLOWEST or raw[5] & TOP or raw[6] & TOP:
        return None
    b = bytes(byte & ~TOP for byte in raw)
    if any(b[at] > most for at, most in _SHAPE) or 0 in (b[3], b[4]):
        return None
    marks = {"movement": raw[3] & TOP, "irregular-pulse": raw[7] & TOP}
    flags = tuple(flag for flag, told in marks.items() if told)
    try:
        time = datetime(CENTURY + b[7], b[3], b[4], b[5], b[6]).isoformat()
    except ValueError:  # the 30th of February
        time, flags = None, (*flags, "clock-unsure")
    systolic, diastolic = raw[0] + OFFSET, raw[1] + OFFSET
    if diastolic >= systolic:
        return Frame(FrameKind.REFUSED, raw, flags=flags, time=time, payload=raw)
    values: dict[str, int | float] = {"systolic": systolic, "diastolic": diastolic, "pulse_rate": raw[2]}
    return Frame(FrameKind.STORED, raw, values, flags, time, payload=raw)


def decoder() -> StreamDecoder:
    """Return a fresh decoder."""
    return StreamDecoder(lambda buffer, at: REPORT, _parse, longest=REPORT, nested=True)


def _parse(raw: bytes) -> list[Frame] | None:
    if raw[1:] == command(0)[1:]:
        return [Frame(FrameKind.REPLY, raw, code=raw[0], payload=raw[:1])]
    record = decode_record(raw)
    return [record] if record else None
