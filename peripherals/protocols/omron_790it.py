"""Omron HEM-790IT, HEM-7080IT (USB HID 0590:0028). Source: reverse-engineered, checked against USB traces.

Bytes go in 8-byte reports `[n][n bytes]`, n 1 to 7; what is behind them in a report is left over from the one
before. A command is three letters, parameters, and the XOR of the parameters. An answer is `OK` alone, or
`OK 00 data XOR` (XOR of the data), or `NO`: not now; `OFF` CR LF after END. A measurement is the answer to
GME: YY MM DD hh mm ss unit, systolic BE16, diastolic, pulse, flags BE16; all binary.

A recording may hold the reports, or only the answers' bytes, or only the 14 bytes of records with their XOR.
"""

from datetime import datetime
from enum import IntEnum
from typing import Final

from peripherals.protocols.base import Frame, FrameKind, xor
from peripherals.protocols.framing import MORE, NOT_HERE, StreamDecoder

REPORT: Final = 8
IN_REPORT: Final = REPORT - 1
RECORD: Final = 14  # with its XOR
TIME_LENGTH: Final = 6
OK: Final = b"OK"
NO: Final = b"NO"
OFF: Final = b"OFF\r\n"
ANSWER: Final = OK + b"\0"
IRREGULAR: Final = 0x0001
MOVEMENT: Final = 0x0002
CENTURY: Final = 2000
INDEX_MOST: Final = 255  # a measurement is asked for by one byte

_YEAR_MAX: Final = 99
_TEXT: Final = 0x20  # month and day are below it, text is not


class Said(IntEnum):
    """`code` of an answer without a measurement."""

    OK = 0
    NO = 1
    OFF = 2
    DATA = 3


def command(name: bytes, *parameters: int) -> bytes:
    """Build a command of the kind that ends with an XOR."""
    body = bytes(parameters)
    return name + body + bytes((xor(body),))


VERSION: Final = command(b"VER", 0x30)  # "VER00": the parameter is the figure 0
CLOCK: Final = command(b"GCL", 0x30)
END: Final = b"END\xff\xff"


def count(bank: int) -> bytes:
    """Ask how many measurements a bank holds."""
    return command(b"GDC", 0, bank, 0, 0)


def measurement(bank: int, index: int) -> bytes:
    """Ask for one measurement; 0 is the newest."""
    return command(b"GME", 0, bank, 0, index)


def reports(data: bytes, *, filler: bytes = bytes(IN_REPORT)) -> list[bytes]:
    """Cut bytes into reports; `filler` is what a report was left with before."""
    result = []
    for at in range(0, len(data), IN_REPORT):
        part = data[at : at + IN_REPORT]
        filler = part + filler[len(part) :]
        result.append(bytes((len(part),)) + filler)
    return result


def encode_answer(data: bytes) -> bytes:
    """Build an answer's bytes, before they are cut into reports."""
    return ANSWER + data + bytes((xor(data),))


def encode_record(
    when: datetime, systolic: int, diastolic: int, pulse: int, flags: tuple[str, ...] = ()
) -> bytes:
    """Build a measurement, without its XOR."""
    bits = (IRREGULAR if "irregular-pulse" in flags else 0) | (MOVEMENT if "movement" in flags else 0)
    return (
        encode_time(when)
        + b"\0"
        + systolic.to_bytes(2, "big")
        + bytes((diastolic, pulse))
        + bits.to_bytes(2, "big")
    )


def encode_time(when: datetime) -> bytes:
    """Build a date and time."""
    return bytes((when.year - CENTURY, when.month, when.day, when.hour, when.minute, when.second))


def time_of(data: bytes) -> datetime | None:
    """Read a date and time; None when it is none."""
    if data[0] > _YEAR_MAX:
        return None
    try:
        return datetime(CENTURY + data[0], *data[1:6])
    except ValueError:
        return None


def decoder() -> StreamDecoder:
    """Return a fresh decoder for recordings of any kind.

    The first beginning wins: now and then some bytes inside a measurement's reports look like a record.
    """
    return StreamDecoder(_length_at, _parse, longest=3 * REPORT, nested=False)


def report_decoder() -> StreamDecoder:
    """Return a fresh decoder for a device: it speaks in reports only."""
    return StreamDecoder(_reports_at, _parse, longest=3 * REPORT, nested=True)


def _length_at(buffer: bytes, at: int) -> int:
    """A candidate begins as reports, as an answer's bytes, or as a record."""
    length = _reports_at(buffer, at)
    if length != NOT_HERE:
        return length
    if buffer[at] == ANSWER[0] and _begins(buffer, at, ANSWER):
        return len(ANSWER) + RECORD
    return RECORD if buffer[at] <= _YEAR_MAX else NOT_HERE


def _reports_at(buffer: bytes, at: int) -> int:
    head = buffer[at]
    if head == IN_REPORT and _begins(buffer, at + 1, ANSWER):
        return _reports_length(buffer, at)
    known = any(head == len(said) and _begins(buffer, at + 1, said) for said in (OK, NO, OFF))
    return REPORT if known else NOT_HERE


def _begins(buffer: bytes, at: int, what: bytes) -> bool:
    """Does it stand there, as far as there is anything?"""
    there = buffer[at : at + len(what)]
    return what.startswith(there) and (there == what or at + len(there) == len(buffer))


def _reports_length(buffer: bytes, at: int) -> int:
    """Two reports or three: the last but one is full, and an answer has at most 17 bytes.

    Of an answer with two full reports only its XOR tells whether it ends there: it is text then, for the
    one answer with 14 bytes of its own is.
    """
    payload, second = buffer[at + 1 : at + REPORT], at + REPORT
    if len(buffer) <= second:
        return MORE
    if not 1 <= buffer[second] <= IN_REPORT:
        return NOT_HERE
    if buffer[second] < IN_REPORT:
        return 2 * REPORT
    if len(buffer) < second + REPORT:
        return MORE
    payload += buffer[second + 1 : second + REPORT]
    is_text = payload[len(ANSWER) + 1] >= _TEXT
    return 2 * REPORT if is_text and not xor(payload[len(OK) :]) else 3 * REPORT


def _parse(raw: bytes) -> list[Frame] | None:
    if len(raw) == RECORD:
        return _bare(raw)
    if raw.startswith(ANSWER):
        return _answered(raw, raw) if raw[len(ANSWER) + 1] < _TEXT else None
    parts = [raw[at : at + REPORT] for at in range(0, len(raw), REPORT)]
    if not all(1 <= part[0] <= IN_REPORT for part in parts):
        return None
    said = b"".join(part[1 : 1 + part[0]] for part in parts)
    if said in (OK, NO, OFF):
        return [Frame(FrameKind.REPLY, raw, code=(OK, NO, OFF).index(said), payload=said)]
    return _answered(raw, said)


def _answered(raw: bytes, said: bytes) -> list[Frame] | None:
    data = said[len(ANSWER) :]
    if xor(data) != 0:
        return None
    if len(data) == RECORD and data[1] < _TEXT:  # text of that length is another answer
        return [_record(raw, data)]
    return [Frame(FrameKind.REPLY, raw, code=Said.DATA, payload=data[:-1])]


def _bare(raw: bytes) -> list[Frame] | None:
    """Return a record that only its XOR and its sense announce: its date must be one, its values possible."""
    if xor(raw) != 0 or time_of(raw) is None or raw[6] != 0 or raw[7] > 1 or 0 in (raw[8], raw[9]):
        return None
    return [_record(raw, raw)]


def _record(raw: bytes, data: bytes) -> Frame:
    systolic, diastolic, pulse = int.from_bytes(data[7:9], "big"), data[9], data[10]
    bits = int.from_bytes(data[11:13], "big")
    flags: tuple[str, ...] = ()
    if bits & IRREGULAR:
        flags += ("irregular-pulse",)
    if bits & MOVEMENT:
        flags += ("movement",)
    when = time_of(data)
    time = when.isoformat() if when else None
    if when is None:
        flags += ("clock-unsure",)
    if data[6] != 0 or not 0 < diastolic < systolic:  # a unit that nobody has seen, or no blood pressure
        return Frame(FrameKind.REFUSED, raw, flags=flags, time=time, payload=data)
    values: dict[str, int | float] = {"systolic": systolic, "diastolic": diastolic}
    if pulse:
        values["pulse_rate"] = pulse
    return Frame(FrameKind.STORED, raw, values, flags, time, payload=data)
