"""Contec 08A cuff (USB HID 0483:5750, 64-byte reports, the rest of each zeros). Source: reverse-engineered.

A record has 14 bytes, bit 7 set in all. Bytes 0 and 8 hold the top bits of those behind them: bit i of byte 0
belongs to byte 1 + i, bit i of byte 8 to byte 9 + i (public code takes byte 2 as it is: wrong under 128).
1-2 systolic BE16, 3 diastolic, 4 pulse, 5 mean, 6 year, 7 month, 9 day, 10 hour, 11 minute, 12 second, 13
user. There is no checksum: a record is told by its shape and by a possible date and time.
"""

from datetime import datetime
from enum import IntEnum
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.framing import MORE, NOT_HERE, StreamDecoder

REPORT: Final = 64
RECORD: Final = 14
CUFF: Final = 0x41  # what this kind of device calls itself, in commands and answers
USERS: Final = (1, 2, 3)
CENTURY: Final = 2000

HELLO: Final = bytes.fromhex("40 8F FF FE FD FC")
HANDSHAKE: Final = bytes.fromhex("42 8F FF FE FD FC")

_SHAPE: Final = ((1, 1), (6, 99), (7, 12), (9, 31), (10, 23), (11, 59), (12, 59))
"""Bytes of a record that cannot be larger."""


class Head(IntEnum):
    """First bytes of answers; each is shorter than 0x80, as nothing else of theirs is."""

    RECORDS = 0x46  # CUFF, top bits, number of records BE16, … user
    SHOOK = 0x48  # CUFF, ?, protocol version, ?, ?
    CONFIRM = 0x4A  # command answered, 1: done


LENGTHS: Final[dict[int, int]] = {Head.RECORDS: RECORD, Head.SHOOK: 6, Head.CONFIRM: 3}


def request(user: int) -> bytes:
    """Ask for the records of a user, 1 to 3."""
    return bytes((0x43, CUFF, 1, 3 + user, 2))


def pack(seven: bytes) -> bytes:
    """Put the top bits of up to seven bytes before them."""
    top = sum(byte >> 7 << i for i, byte in enumerate(seven))
    return bytes(byte | 0x80 for byte in (top, *seven))


def unpack(packed: bytes) -> bytes:
    """Give up to seven bytes back their top bits."""
    return bytes(byte & 0x7F | (packed[0] >> i & 1) << 7 for i, byte in enumerate(packed[1:]))


def encode_record(when: datetime, values: tuple[int, int, int, int], user: int = 1) -> bytes:
    """Build a record of systolic, diastolic, pulse, mean."""
    systolic, *rest = values
    first = bytes((systolic >> 8, systolic & 0xFF, *rest, when.year - CENTURY, when.month))
    return pack(first) + pack(bytes((when.day, when.hour, when.minute, when.second, 0x10 | user)))


def encode_heading(count: int, user: int) -> bytes:
    """Build what comes before the records."""
    numbers = pack(count.to_bytes(2, "big") + bytes(5))
    return bytes((Head.RECORDS, CUFF)) + numbers + pack(bytes((0, 0, user)))


def count_of(heading: bytes) -> int:
    """Return how many records a heading announces."""
    return int.from_bytes(unpack(heading[2:5]), "big")


def decode_record(raw: bytes) -> Frame | None:
    """Decode one record; None when the bytes are none."""
    if len(raw) != RECORD or min(raw) < 0x80:
        return None
    b = b"\0" + unpack(raw[:8]) + b"\0" + unpack(raw[8:])
    if any(b[at] > most for at, most in _SHAPE) or 0 in (b[7], b[9]):
        return None
    try:
        time = datetime(CENTURY + b[6], b[7], b[9], b[10], b[11], b[12]).isoformat()
    except ValueError:  # the 30th of February
        time = None
    flags = () if time else ("clock-unsure",)
    systolic, diastolic, pulse, mean = b[1] << 8 | b[2], *b[3:6]
    if not 0 < diastolic < systolic:
        return Frame(FrameKind.REFUSED, raw, flags=flags, time=time, payload=raw)
    values: dict[str, int | float] = {"systolic": systolic, "diastolic": diastolic}
    if pulse:
        values["pulse_rate"] = pulse
    if mean:
        values["mean_arterial"] = mean
    return Frame(FrameKind.STORED, raw, values, flags, time, payload=raw)


def decoder() -> StreamDecoder:
    """Return a fresh decoder of reports, or of only what is in them; a report's zeros count as dropped."""
    return StreamDecoder(_length_at, _parse, longest=RECORD, nested=True)


def _length_at(buffer: bytes, at: int) -> int:
    head = buffer[at]
    if head >= 0x80:
        return RECORD
    if head not in LENGTHS:
        return NOT_HERE
    second = buffer[at + 1 : at + 2]
    if not second:
        return MORE
    fits = second[0] == CUFF if head != Head.CONFIRM else second[0] < 0x80
    return LENGTHS[head] if fits else NOT_HERE


def _parse(raw: bytes) -> list[Frame] | None:
    if raw[0] >= 0x80:
        record = decode_record(raw)
        return [record] if record else None
    if raw[0] == Head.RECORDS and min(raw[2:]) < 0x80:
        return None
    return [Frame(FrameKind.REPLY, raw, code=raw[0], payload=raw)]
