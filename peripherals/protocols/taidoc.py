"""TaiDoc and FORA glucose meters (TD-42xx and their many brands). Source: reverse-engineered; public readers.

Eight bytes each way: `51 command d0 d1 d2 d3 end sum`; end is A3 from the host, A5 from the meter, sum the
low byte of the seven before. A record is asked for in two halves: its time (25) and its value (26); the
decoder gives them as one. Date: d0 d1 little-endian hold year - 2000 (7 bits), month (4), day (5); d2 minute
(b0-5), d3 hour (b0-4). Value: d0 d1 little-endian in mg/dL whatever the meter shows; above 600 it showed HI,
below 20 LO. d3 b6-7: 0 general, 1 before a meal, 2 after one, 3 control solution; b2-5 what was measured
(0 glucose). d2 is the ambient temperature or a strip code, by model: left out.

Uncertain: meters for strips with codes may have the code in d3 b0-5. Only the analytes that a document
names are therefore taken for something else than glucose.
"""

from collections.abc import Sequence
from datetime import datetime
from enum import IntEnum
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.framing import MORE, NOT_HERE, StreamDecoder

LENGTH: Final = 8
START: Final = 0x51
HOST: Final = 0xA3
METER: Final = 0xA5

LOWEST: Final = 20  # mg/dL
HIGHEST: Final = 600

_BLOOD_PRESSURE: Final = 0x80  # d2 of a record's time, on meters that also measure that
_CONTROL: Final = 3
_OTHER_ANALYTES: Final = frozenset({6, 7, 8, 9, 11, 12, 13})
"""Haematocrit, ketone, uric acid, cholesterol, haemoglobin, lactate, triglycerides."""

_EMPTY: Final = b"\xff\xff\xff\xff"  # a place in the memory never written to


class Command(IntEnum):
    """What the host asks, and the meter's answers to it."""

    CONNECT = 0x22
    CLOCK = 0x23
    MODEL = 0x24
    RECORD_TIME = 0x25
    RECORD_VALUE = 0x26
    SERIAL_LAST = 0x27  # the last four bytes of the serial number
    SERIAL_FIRST = 0x28
    COUNT = 0x2B
    SET_CLOCK = 0x33
    POWER_OFF = 0x50
    READY = 0x54  # the meter by itself: it is now in communication mode


class TaiDocDecoder:
    """Decodes the frames of both sides; of the meter's record halves it makes whole records.

    A time without a value is only a REPLY: the value may be on its way, or nobody asks for it.
    """

    def __init__(self) -> None:
        self._frames = StreamDecoder(_length_at, self._parse, longest=LENGTH, nested=False)
        self._half: bytes | None = None  # a record's time that waits for its value

    @property
    def dropped(self) -> int:
        """Bytes that belong to no frame."""
        return self._frames.dropped

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        return self._frames.feed(data)

    def finish(self) -> list[Frame]:
        """Nothing follows."""
        return self._frames.finish()

    def _parse(self, raw: bytes) -> Sequence[Frame] | None:
        if raw[6] not in (HOST, METER) or sum(raw[:7]) & 0xFF != raw[7]:
            return None
        code, payload = raw[1], raw[2:6]
        if raw[6] == METER and code == Command.RECORD_VALUE:
            half, self._half = self._half, None
            return [_record(raw, payload, half)]
        if raw[6] == METER and code == Command.RECORD_TIME:
            self._half = payload
        return [Frame(FrameKind.REPLY, raw, code=code, payload=payload)]


class RecordingDecoder:
    """Decodes recordings, which may hold times alone: one that ends the recording, or has the next one right
    behind it, is a record without a value. Where bytes were lost behind it they were its value, likely."""

    def __init__(self) -> None:
        self._decoder = TaiDocDecoder()
        self._last: Frame | None = None
        self._dropped = 0  # before the last frame

    @property
    def dropped(self) -> int:
        """Bytes that belong to no frame."""
        return self._decoder.dropped

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        result: list[Frame] = []
        for at in range(len(data)):  # one by one, so that it is known where bytes were lost
            for frame in self._decoder.feed(data[at : at + 1]):
                result += [*(self._time_alone() if _is_time(frame) else ()), frame]
                self._last, self._dropped = frame, self.dropped
        return result

    def finish(self) -> list[Frame]:
        """Nothing follows."""
        frames = self._decoder.finish()
        return [*frames, *self._time_alone()]

    def _time_alone(self) -> list[Frame]:
        last = self._last
        if last is None or not _is_time(last) or self.dropped != self._dropped:
            return []
        time = read_date(last.payload)
        if time is None or last.payload[2] & _BLOOD_PRESSURE:
            return []
        return [Frame(FrameKind.STORED, last.raw, time=time.isoformat(), code=Command.RECORD_TIME)]


def _is_time(frame: Frame) -> bool:
    return frame.code == Command.RECORD_TIME and frame.raw[6] == METER


def decoder() -> RecordingDecoder:
    """Return a fresh decoder of recordings."""
    return RecordingDecoder()


def _length_at(buffer: bytes, at: int) -> int:
    if buffer[at] != START:
        return NOT_HERE
    if at + 6 < len(buffer) and buffer[at + 6] not in (HOST, METER):
        return NOT_HERE
    return LENGTH if at + LENGTH <= len(buffer) else MORE


def _record(raw: bytes, payload: bytes, half: bytes | None) -> Frame:
    reply = Frame(FrameKind.REPLY, raw, code=Command.RECORD_VALUE)
    what = payload[3] >> 2 & 0x0F
    if payload == _EMPTY or what in _OTHER_ANALYTES or (half is not None and half[2] & _BLOOD_PRESSURE):
        return reply
    flags = []
    values: dict[str, int | float] = {}
    glucose = int.from_bytes(payload[:2], "little")
    if glucose > HIGHEST:
        flags.append("high")
    elif glucose < LOWEST:
        flags.append("low")
    else:
        values["glucose"] = glucose
    if payload[3] >> 6 == _CONTROL:
        flags.append("test")
    time = None if half is None else read_date(half)
    if half is not None and time is None:
        flags.append("clock-unsure")
    return Frame(
        FrameKind.STORED,
        raw,
        values,
        tuple(flags),
        time.isoformat() if time else None,
        Command.RECORD_VALUE,
    )


def read_date(payload: bytes) -> datetime | None:
    """Read the date of four data bytes; None when there is no such date."""
    day = int.from_bytes(payload[:2], "little")
    try:
        return datetime(2000 + (day >> 9), day >> 5 & 0x0F, day & 0x1F, payload[3] & 0x1F, payload[2] & 0x3F)
    except ValueError:
        return None


def write_date(time: datetime) -> bytes:
    """Build the four data bytes of a date of 2000 to 2127."""
    day = (time.year - 2000) << 9 | time.month << 5 | time.day
    return day.to_bytes(2, "little") + bytes((time.minute, time.hour))


def encode(code: int, payload: bytes = bytes(4), *, end: int = METER) -> bytes:
    """Build a frame of the meter, or with `end=HOST` of the host, from four data bytes."""
    body = bytes((START, code)) + payload + bytes((end,))
    return body + bytes((sum(body) & 0xFF,))


def command(code: Command, payload: bytes = bytes(4)) -> bytes:
    """Build a host command."""
    return encode(code, payload, end=HOST)


def record_command(code: Command, index: int) -> bytes:
    """Ask for the time or the value of a record, 0 the newest."""
    return command(code, index.to_bytes(2, "little") + b"\0\0")


def encode_value(glucose: int, *, kind: int = 0, ambient: int = 0) -> bytes:
    """Build the answer with a value. `kind`: 0 general, 1 before, 2 after a meal, 3 control solution."""
    return encode(Command.RECORD_VALUE, glucose.to_bytes(2, "little") + bytes((ambient, kind << 6)))
