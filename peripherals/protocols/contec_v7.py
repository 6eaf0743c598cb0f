"""Contec V7.0 (CMS50D+ firmware 4.6, CMS50E, F, EW). Source: the vendor's protocol document.

A packet is a type (bit 7 clear), a high byte and a payload (bit 7 set in all): bit i of the high byte
is bit 7 of payload[i]. There is no checksum. The host starts the live mode (A1) and keeps it alive (AF);
`contec_v7_talk.py` says what is asked and when. Types 02 and 03 are not in the document: public readers
agree that they answer A8 (model) and A9 (vendor).

A stored segment is announced before it comes: its start (07 date, 12 time) and its length in bytes (08);
then one sample a second. The decoder counts along, so a sample carries its time where the start was heard
and the filling behind the last one is none.
"""

import re
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Final

from peripherals.protocols.base import Frame, FrameKind

KEEP_ALIVE_S: Final = 5.0
REPLY_TIMEOUT_S: Final = 1.0
COMMAND_LENGTH: Final = 9
ALL_SEGMENTS: Final = 0xFF  # of a user, in `Command.DELETE`

NO_PULSE: Final = 0xFF
NO_SPO2: Final = 0x7F
NO_PI: Final = 0xFFFF
SPO2_MAX: Final = 100
PROBE_ERROR_WAVE: Final = 0x40


class Uplink(IntEnum):
    """Packet types from the device."""

    LIVE = 0x01
    MODEL = 0x02
    VENDOR = 0x03
    ID = 0x04
    USER = 0x05
    START_DATE = 0x07
    LENGTH = 0x08
    STORED_PI = 0x09
    SEGMENTS = 0x0A
    RESULT = 0x0B  # payload: command, reason
    FREE = 0x0C
    DISCONNECT = 0x0D
    PI_ID = 0x0E
    STORED = 0x0F
    USERS = 0x10
    NOTICE = 0x11
    START_TIME = 0x12
    IDS = 0x15


class Command(IntEnum):
    """What the host may ask. Where a segment is meant: user, segment, both counted from 0."""

    START_LIVE = 0xA1
    STOP_LIVE = 0xA2
    SEGMENTS = 0xA3  # user
    LENGTH = 0xA4  # user, segment
    START_TIME = 0xA5  # user, segment
    STORAGE = 0xA6  # user, segment
    STOP_STORAGE = 0xA7
    MODEL = 0xA8
    VENDOR = 0xA9
    DEVICE_ID = 0xAA
    USER = 0xAB
    USERS = 0xAD
    DELETE = 0xAE  # user, segment
    KEEP_ALIVE = 0xAF
    HAS_STORAGE = 0xB0
    SET_TIME = 0xB1  # hour, minute, second
    SET_DATE = 0xB2  # century, year, month, day, weekday (Sunday 0)


class Reason(IntEnum):
    """Second payload byte of `Uplink.RESULT`."""

    DONE = 0x00
    SHUTDOWN = 0x01
    USER_CHANGE = 0x02
    RECORDING = 0x03
    DELETE_FAILED = 0x04
    UNSUPPORTED = 0x05
    UNKNOWN = 0xFF


LENGTHS: Final[dict[Uplink, int]] = {
    Uplink.LIVE: 9,
    Uplink.MODEL: 9,
    Uplink.VENDOR: 9,
    Uplink.ID: 9,
    Uplink.USER: 9,
    Uplink.START_DATE: 8,
    Uplink.LENGTH: 8,
    Uplink.STORED_PI: 6,
    Uplink.SEGMENTS: 4,
    Uplink.RESULT: 4,
    Uplink.FREE: 2,
    Uplink.DISCONNECT: 3,
    Uplink.PI_ID: 3,
    Uplink.STORED: 8,
    Uplink.USERS: 3,
    Uplink.NOTICE: 9,
    Uplink.START_TIME: 8,
    Uplink.IDS: 9,
}
"""Total length of each packet."""

_LONGEST: Final = max(LENGTHS.values())
_LIVE_KIND: Final = FrameKind.LIVE  # an enum member costs a look-up each time
_STATUS: Final = ("search-too-long", "low-spo2", "beep", "sensor-fault", "searching", "pi-invalid")
_FLAGS: Final = tuple(
    tuple(name for i, name in enumerate(_STATUS) if bits >> i & 1) for bits in range(1 << len(_STATUS))
)
_SEARCHING: Final = 0x10  # of the six bits of `_FLAGS`
_PI_INVALID: Final = 0x20


def _packets() -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    whole, part = [], []
    for kind, length in LENGTHS.items():
        head = re.escape(bytes((kind,)))
        whole.append(head + b"[\x80-\xff]{%d}" % (length - 1))
        part.append(head + b"[\x80-\xff]{0,%d}" % (length - 2))
    return re.compile(b"|".join(whole)), re.compile(b"(?:" + b"|".join(part) + rb")\Z")


_PACKET, _TAIL = _packets()


class _Segment:
    """The stored segment that is announced or coming: its start, what is left, the next sample's number."""

    def __init__(self, place: bytes = b"") -> None:
        self._place = place  # user, segment
        self._date: bytes | None = None
        self._time: bytes | None = None
        self._left: int | None = None  # bytes
        self._second = 0
        self._start: datetime | None = None

    def is_of(self, place: bytes) -> bool:
        """True while what is said of a segment belongs to this one: nothing of it has come yet."""
        return place == self._place and not self._second

    def announced(self, kind: int, p: bytes) -> None:
        """Take a packet that says something of it."""
        if kind == Uplink.START_DATE:
            self._date = p[2:6]
        elif kind == Uplink.START_TIME:
            self._time = p[2:5]
        else:
            self._left = int.from_bytes(p[2:6], "little")
        self._start = _moment(self._date, self._time)

    def sample(self, raw: bytes, record: bytes) -> Frame | None:
        """Return the next sample; None for what only fills the last packet."""
        if self._left is not None:
            if self._left <= 0:
                return None
            self._left -= len(record)
        time = None
        flags: tuple[str, ...] = ("from-memory",)
        if self._start is not None:
            time = (self._start + timedelta(seconds=self._second)).isoformat()
        elif self._date is not None:
            flags = ("from-memory", "clock-unsure")
        self._second += 1
        values: dict[str, int | float] = {}
        pulse, spo2 = record[1], record[0]
        if 0 < pulse != NO_PULSE:  # zero is what these devices store while they have none
            values["pulse_rate"] = pulse
        if 0 < spo2 <= SPO2_MAX:
            values["spo2"] = spo2
        perfusion = int.from_bytes(record[2:], "little") if len(record) == 4 else NO_PI
        if perfusion != NO_PI:
            values["perfusion_index"] = perfusion / 100
        return Frame(FrameKind.STORED, raw, values, flags, time)


def _moment(date: bytes | None, time: bytes | None) -> datetime | None:
    """Return a segment's start; None while a half is missing, and for no date (zeros: unsupported)."""
    if date is None or time is None:
        return None
    try:
        return datetime(date[0] * 100 + date[1], date[2], date[3], *time)
    except ValueError:
        return None


class ContecV7Decoder:
    """Decodes every packet type of the table; only live and stored ones carry values."""

    def __init__(self) -> None:
        self.dropped = 0
        self._rest = b""
        self._segment = _Segment()

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        buffer = self._rest + data
        tail = _TAIL.search(buffer, max(0, len(buffer) - _LONGEST))
        keep = tail.start() if tail else len(buffer)
        self._rest = buffer[keep:]
        frames: list[Frame] = []
        taken = 0
        for raw in _PACKET.findall(buffer):
            taken += len(raw)
            if raw[0] == 1:
                frames.append(_live(raw))
            else:
                frames += self._other(raw)
        self.dropped += keep - taken
        return frames

    def finish(self) -> list[Frame]:
        """Count what is left as dropped."""
        self.dropped += len(self._rest)
        self._rest = b""
        return []

    def _other(self, raw: bytes) -> list[Frame]:
        kind, p = raw[0], payload_of(raw)
        if kind in (Uplink.STORED, Uplink.STORED_PI):
            size = 2 if kind == Uplink.STORED else 4
            records = (p[at : at + size] for at in range(0, len(p), size))
            samples = [frame for record in records if (frame := self._segment.sample(raw, record))]
            if samples:
                return samples
        elif kind in (Uplink.START_DATE, Uplink.START_TIME, Uplink.LENGTH):
            if not self._segment.is_of(p[:2]):
                self._segment = _Segment(p[:2])
            self._segment.announced(kind, p)
        return [Frame(FrameKind.REPLY, raw, code=kind, payload=p)]


def decoder() -> ContecV7Decoder:
    """Return a fresh decoder."""
    return ContecV7Decoder()


def payload_of(raw: bytes) -> bytes:
    """Put the high bits back in place."""
    high = raw[1]
    return bytes(byte & 0x7F | (high >> i & 1) << 7 for i, byte in enumerate(raw[2:]))


def _live(raw: bytes) -> Frame:
    """Decode a live packet, high bits taken where they are needed: this runs sixty times a second."""
    _, high, p0, p1, p2, p3, p4, p5, p6 = raw
    values: dict[str, int | float] = {"signal": p0 & 15, "pleth": p1 & 0x7F, "bar": p2 & 15}
    pulse = p3 & 0x7F | (high & 0x08) << 4
    spo2 = p4 & 0x7F | (high & 0x10) << 3
    if 0 < pulse != NO_PULSE:
        values["pulse_rate"] = pulse
    if 0 < spo2 <= SPO2_MAX:
        values["spo2"] = spo2
    status = p0 >> 4 & 7 | (high & 0x03) << 3
    perfusion = p5 & 0x7F | (high & 0x20) << 2 | (p6 & 0x7F) << 8 | (high & 0x40) << 9
    if p2 & 0x10 or perfusion == NO_PI:
        status |= _PI_INVALID
    else:
        values["perfusion_index"] = perfusion / 100
    return Frame(_LIVE_KIND, raw, values, _FLAGS[status])


def encode(kind: int, payload: bytes) -> bytes:
    """Build a packet from 8-bit payload bytes (at most seven)."""
    high = 0x80
    for i, byte in enumerate(payload):
        high |= byte >> 7 << i
    return bytes((kind, high)) + bytes(byte | 0x80 for byte in payload)


def encode_live(
    *,
    signal: int,
    pleth: int,
    bar: int,
    pulse: int | None,
    spo2: int | None,
    perfusion: float | None,
    flags: tuple[str, ...] = (),
) -> bytes:
    """Build a live packet; None: invalid. `flags`: names as the decoder gives them."""
    status = sum(1 << i for i, name in enumerate(_STATUS[:4]) if name in flags)
    index = NO_PI if perfusion is None else round(perfusion * 100)
    payload = bytes(
        (
            status << 4 | signal & 15,
            (0x80 if "searching" in flags else 0) | pleth & 0x7F,
            (0x10 if perfusion is None else 0) | bar & 15,
            NO_PULSE if pulse is None else pulse,
            NO_SPO2 if spo2 is None else spo2,
            index & 0xFF,
            index >> 8,
        )
    )
    return encode(Uplink.LIVE, payload)


def command(code: Command, *parameters: int) -> bytes:
    """Build a host command: 9 bytes, unused parameters 80."""
    return encode(0x7D, bytes((code, *parameters)).ljust(COMMAND_LENGTH - 2, b"\0"))


_HOST = re.compile(rb"\x7d[\x80-\xff]{8}")
_HOST_TAIL = re.compile(rb"\x7d[\x80-\xff]{0,7}\Z")


def read_commands(buffer: bytes) -> tuple[list[bytes], bytes]:
    """The device's side: return the commands in a buffer (code and parameters, high bits in place) and the
    bytes to keep for the next call."""
    commands = []
    end = 0
    for match in _HOST.finditer(buffer):
        commands.append(payload_of(match[0]))
        end = match.end()
    tail = _HOST_TAIL.search(buffer, end)
    return commands, buffer[tail.start() :] if tail else b""
