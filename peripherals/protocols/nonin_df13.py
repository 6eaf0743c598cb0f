"""Nonin data format 13: one packet for one spot check. Source: Nonin's OEM specification of the 9560.

`00 02 00 0D len16 | century YY MM DD hh mm ss fraction | status16 | pulse16 | reserved SpO2 … | sum 03`:
the sum is the low byte of the sum of the data, of which there are 14 bytes or, in later devices, more.
Status b9 SmartPoint (a measurement of high quality), b8 no measurement, b4 from memory, b0 low battery.
SmartPoint has no flag.

The document says that the date is BCD, but its example of setting it is binary, and so is the device's
answer to what time it is (F2, decoded here too): BCD is read where it is a date, binary otherwise, and the
flag is always `clock-unsure`.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.framing import MORE, NOT_HERE, StreamDecoder
from peripherals.protocols.nonin import (
    CLOCK_IS,
    CLOCK_LENGTH,
    ETX,
    NO_PULSE,
    NO_SPO2,
    STX,
    clock_time,
    readings,
)

HEADER: Final = b"\x00\x02\x00\x0d"
CLOCK_HEADER: Final = bytes((STX, CLOCK_IS, 6))
LEAST_DATA: Final = 14
MOST_DATA: Final = 64
CENTURY: Final = b"\x20\x14"  # 20 as BCD, as a plain number

SMART_POINT: Final = 0x0200
NO_MEASUREMENT: Final = 0x0100
FROM_MEMORY: Final = 0x0010
LOW_BATTERY: Final = 0x0001

_BEFORE: Final = 6  # header and length
_BEHIND: Final = 2  # sum and ETX


def decoder() -> StreamDecoder:
    """Return a fresh decoder of spot checks and of the answer to *what time is it*."""
    return StreamDecoder(_length_at, _parse, longest=_BEFORE + MOST_DATA + _BEHIND, nested=True)


def _length_at(buffer: bytes, at: int) -> int:
    head = buffer[at : at + _BEFORE]
    if head.startswith(CLOCK_HEADER):
        return CLOCK_LENGTH
    if not HEADER.startswith(head[:4]):
        return MORE if CLOCK_HEADER.startswith(head) else NOT_HERE
    if len(head) < _BEFORE:
        return MORE
    length = int.from_bytes(head[4:], "big")
    return _BEFORE + length + _BEHIND if LEAST_DATA <= length <= MOST_DATA else NOT_HERE


def _parse(raw: bytes) -> list[Frame] | None:
    if raw[-1] != ETX:
        return None
    if raw.startswith(CLOCK_HEADER):
        return [Frame(FrameKind.REPLY, raw, code=CLOCK_IS, payload=raw[3:9])]
    data = raw[_BEFORE:-_BEHIND]
    if sum(data) & 0xFF != raw[-2]:
        return None
    status = int.from_bytes(data[8:10], "big")
    told = (
        (status & FROM_MEMORY, "from-memory"),
        (status & LOW_BATTERY, "low-battery"),
        (True, "clock-unsure"),
    )
    values: dict[str, int | float] = {}
    if not status & NO_MEASUREMENT:
        values = readings(int.from_bytes(data[10:12], "big") & 0x1FF, data[13] & 0x7F)
    kind = FrameKind.STORED if status & FROM_MEMORY else FrameKind.RESULT
    return [Frame(kind, raw, values, tuple(name for true, name in told if true), _time(data[:7]))]


def _time(fields: bytes) -> str | None:
    """Read century, year, month, day, hour, minute, second; None when they are no date either way."""
    if fields[0] not in CENTURY:
        return None
    moment = None
    if all(byte >> 4 < 10 and byte & 15 < 10 for byte in fields):
        moment = clock_time(bytes((byte >> 4) * 10 + (byte & 15) for byte in fields[1:]))
    moment = moment or clock_time(fields[1:])
    return None if moment is None else moment.isoformat()


def encode(
    time: Sequence[int], pulse: int | None, spo2: int | None, *, status: int = 0, more: bytes = b""
) -> bytes:
    """Build a packet. `time`: the seven bytes as they are; None: missing; `more`: of a later device."""
    rate = NO_PULSE if pulse is None else pulse
    data = bytes((*time, 0)) + status.to_bytes(2, "big") + rate.to_bytes(2, "big")
    data += bytes((0, NO_SPO2 if spo2 is None else spo2)) + more
    return HEADER + len(data).to_bytes(2, "big") + data + bytes((sum(data) & 0xFF, ETX))


def bcd(moment: datetime) -> tuple[int, ...]:
    """Return the seven bytes of a time as the document has them."""
    parts = (*divmod(moment.year, 100), moment.month, moment.day, moment.hour, moment.minute, moment.second)
    return tuple(part // 10 << 4 | part % 10 for part in parts)
