"""Microlife BP A6 PC, BP3GX1 and sisters (USB 04B4:5500, a Cypress USB-to-serial chip that is a HID device).

Source: reverse-engineered; three public readers, one published description with answers of a real cuff. The
host says 12 16 18 and a command. An answer is 06, text, and the sum of the text's bytes as two hex digits;
its length follows from what it is. On the wire of the chip bytes go in 8-byte reports, F0 + n and n bytes,
any of them short; behind Linux's serial driver there are only the bytes. Memory: a heading of 32 digits (the
number of records in hex first), then 32 a record: YYMMDDhhmm, …, a 32-bit word in hex of pulse, diastolic and
systolic in ten bits each, and that word again.
"""

import re
from datetime import datetime
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.framing import MORE, NOT_HERE, StreamDecoder

REPORT: Final = 8
IN_REPORT: Final = REPORT - 1
HEAD: Final = 0xF0  # and a number: what each of the device's reports begins with
ACK: Final = 0x06
START: Final = bytes.fromhex("12 16 18")

MEMORY: Final = 0x22
NAME: Final = 0x24  # the patient's id, which is nobody's business here, and the firmware's version
CLOCK: Final = 0x26
SET_CLOCK: Final = 0x27
SLOTS: Final = 0x28  # the answer begins with the command

RECORD: Final = 32
HEADING: Final = 32
CENTURY: Final = b"20"
TEN: Final = 0x3FF

_SLOTS_LENGTH: Final = len(START) + 3  # command, two digits
_NAME_LENGTH: Final = 30
_CLOCK_LENGTH: Final = 84
_AROUND: Final = 3  # ACK and checksum
_KNOWN_BY: Final = 8  # digits that tell what an answer is
LONGEST: Final = 16384
"""Bytes of the longest answer believed, in reports that are not all full."""

_DIGITS: Final = re.compile(rb"[0-9A-Fa-f]*\Z")
_TEXT: Final = re.compile(rb"[0-9A-Fa-f,.\r\n]*\Z")


def command(code: int) -> bytes:
    """Build a command, without a report around it."""
    return START + bytes((code,))


def reports(data: bytes) -> list[bytes]:
    """Cut the host's bytes into reports, the last not filled up."""
    parts = (data[at : at + IN_REPORT] for at in range(0, len(data), IN_REPORT))
    return [bytes((len(part),)) + part for part in parts]


def encode_report(part: bytes, filler: bytes = bytes(IN_REPORT)) -> bytes:
    """Build one of the device's reports; `filler` is what was in the one before."""
    return bytes((HEAD + len(part),)) + part + filler[len(part) :]


def checksum(text: bytes) -> bytes:
    """Return the two digits behind a text."""
    return b"%02X" % (sum(text) % 256)


def encode_answer(text: bytes) -> bytes:
    """Build an answer, without reports around it."""
    return bytes((ACK,)) + text + checksum(text)


def encode_memory(records: list[bytes], user: bytes = b"") -> bytes:
    """Build the answer to MEMORY."""
    heading = b"%04X0001" % len(records) + user.hex().upper().encode().ljust(24, b"9")
    return encode_answer(heading + b"".join(records))


def encode_record(when: datetime | None, systolic: int, diastolic: int, pulse: int) -> bytes:
    """Build a record; without a time as a cuff does whose clock was never set."""
    time = when.strftime("%y%m%d%H%M") if when else "1500000000"
    word = f"{pulse << 20 | diastolic << 10 | systolic:08X}"
    return f"{time}000000{word}{word}".encode()


def encode_clock(when: datetime, *, century_first: bool = False) -> bytes:
    """Build month, day, year, hour, minute, second. Readers differ on the order of the year's halves."""
    year = (CENTURY, b"%02d" % (when.year % 100))
    halves = year if century_first else year[::-1]
    return b"%02d%02d" % (when.month, when.day) + b"".join(halves) + when.strftime("%H%M%S").encode()


def clock_of(text: bytes) -> tuple[datetime, bool] | None:
    """Read the answer to CLOCK: its time, and whether the century comes first; None when it was never set."""
    first, second = text[4:6], text[6:8]
    if CENTURY not in (first, second):
        return None
    century_first = second != CENTURY
    try:
        years = int(second if century_first else first)
        month, day, hour, minute, seconds = (int(text[at : at + 2]) for at in (0, 2, 8, 10, 12))
        return datetime(2000 + years, month, day, hour, minute, seconds), century_first
    except ValueError:
        return None


def version_of(text: bytes) -> str | None:
    """Read the version in the answer to NAME."""
    _, comma, version = text.partition(b",")
    return version.strip().decode("ascii", "replace") or None if comma else None


def decode_record(record: bytes, raw: bytes) -> Frame:
    """Decode a record of 32 digits; `raw` is the answer it came in."""
    word = int(record[16:24], 16)
    systolic, diastolic, pulse = word & TEN, word >> 10 & TEN, word >> 20 & TEN
    try:
        years, month, day, hour, minute = (int(record[at : at + 2]) for at in range(0, 10, 2))
        time = datetime(2000 + years, month, day, hour, minute).isoformat()
    except ValueError:  # never set: the year 15 and zeros
        time = None
    flags = () if time else ("clock-unsure",)
    if not 0 < diastolic < systolic:
        return Frame(FrameKind.REFUSED, raw, flags=flags, time=time, payload=record)
    values: dict[str, int | float] = {"systolic": systolic, "diastolic": diastolic}
    if pulse:
        values["pulse_rate"] = pulse
    return Frame(FrameKind.STORED, raw, values, flags, time, payload=record)


def records_of(memory: bytes) -> list[bytes]:
    """Cut the answer to MEMORY into its records."""
    return [memory[at : at + RECORD] for at in range(HEADING, len(memory), RECORD)]


def decoder() -> StreamDecoder:
    """Return a fresh decoder of reports or of the bytes in them: a REPLY each answer, then its records."""
    return StreamDecoder(_length_at, _parse, longest=LONGEST, nested=False)


def _length_at(buffer: bytes, at: int) -> int:
    if buffer[at] == ACK:
        length = _wanted(buffer[at : at + 1 + _KNOWN_BY])
        behind = buffer[at + 1 + _KNOWN_BY : at + max(length, 1)]
        return length if _TEXT.match(behind) else NOT_HERE
    if not IN_REPORT >= buffer[at] - HEAD >= 1 or buffer[at + 1 : at + 2] not in (b"", bytes((ACK,))):
        return NOT_HERE
    return _reports_length(buffer, at)


def _reports_length(buffer: bytes, at: int) -> int:
    """Gather reports until they hold an answer: none of them tells that it is the last."""
    place, gathered, wanted, begin = at, 0, MORE, b""
    while place + REPORT <= len(buffer):
        count = buffer[place] - HEAD
        if not 0 <= count <= IN_REPORT:
            return NOT_HERE
        part = buffer[place + 1 : place + 1 + count]
        place += REPORT
        gathered += count
        if wanted == MORE:
            begin += part
            wanted = _wanted(begin[: 1 + _KNOWN_BY])
        elif gathered - count > _KNOWN_BY and not _TEXT.match(part):
            return NOT_HERE
        if wanted == NOT_HERE:
            return NOT_HERE
        if 0 < wanted <= gathered:
            return place - at
    return MORE


def _wanted(begin: bytes) -> int:
    """Return how long an answer is that begins so, its ACK first."""
    text = begin[1:]
    if START.startswith(text[: len(START)]):
        return _AROUND + _SLOTS_LENGTH if len(text) >= len(START) else MORE
    if not _DIGITS.match(text):
        return NOT_HERE
    if len(text) < _KNOWN_BY:
        return MORE
    if text[0:2] == text[4:6] == b"00":  # fewer than 256 records; no month and no year is like that
        return _AROUND + HEADING + RECORD * int(text[0:4], 16)
    return _AROUND + (_CLOCK_LENGTH if text[0:2] <= b"12" else _NAME_LENGTH)


def _parse(raw: bytes) -> list[Frame] | None:
    answer = raw
    if raw[0] != ACK:
        parts = (raw[at : at + REPORT] for at in range(0, len(raw), REPORT))
        answer = b"".join(part[1 : 1 + part[0] - HEAD] for part in parts)
    text = answer[1:-2]
    if len(answer) != _wanted(answer[: 1 + _KNOWN_BY]) or checksum(text) != answer[-2:].upper():
        return None
    code = _code_of(text)
    if code == MEMORY and not _DIGITS.match(text):
        return None
    reply = Frame(FrameKind.REPLY, raw, code=code, payload=text)
    return [reply, *(decode_record(record, raw) for record in (records_of(text) if code == MEMORY else ()))]


def _code_of(text: bytes) -> int:
    lengths = {_SLOTS_LENGTH: SLOTS, _NAME_LENGTH: NAME, _CLOCK_LENGTH: CLOCK}
    return lengths.get(len(text), MEMORY)
