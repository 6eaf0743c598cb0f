"""Contec V7.0 (CMS50D+ firmware 4.6, CMS50E, F, EW). Source: the vendor's protocol document.

A packet is a type (bit 7 clear), a high byte and a payload (bit 7 set in all): bit i of the high byte
is bit 7 of payload[i]. The host starts the live mode (A1) and keeps it alive (AF every 5 s).
"""

import re
from enum import IntEnum
from typing import Final

from peripherals.protocols.base import Frame, FrameKind

KEEP_ALIVE_S: Final = 5.0
REPLY_TIMEOUT_S: Final = 1.0
COMMAND_LENGTH: Final = 9

NO_PULSE: Final = 0xFF
NO_SPO2: Final = 0x7F
NO_PI: Final = 0xFFFF
SPO2_MAX: Final = 100
PROBE_ERROR_WAVE: Final = 0x40


class Uplink(IntEnum):
    """Packet types from the device."""

    LIVE = 0x01
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
    """What the host may ask; only the live mode is used here."""

    START_LIVE = 0xA1
    STOP_LIVE = 0xA2
    MODEL = 0xA8
    VENDOR = 0xA9
    DEVICE_ID = 0xAA
    KEEP_ALIVE = 0xAF


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

_FLAGS: Final = tuple(
    tuple(
        name for i, name in enumerate(("search-too-long", "low-spo2", "beep", "sensor-fault")) if b >> i & 1
    )
    for b in range(16)
)


def _packets() -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    whole, part = [], []
    for kind, length in LENGTHS.items():
        head = re.escape(bytes((kind,)))
        whole.append(head + b"[\x80-\xff]{%d}" % (length - 1))
        part.append(head + b"[\x80-\xff]{0,%d}" % (length - 2))
    return re.compile(b"|".join(whole)), re.compile(b"(?:" + b"|".join(part) + rb")\Z")


_PACKET, _TAIL = _packets()


class ContecV7Decoder:
    """Decodes every packet type of the table; only live and stored ones carry values."""

    def __init__(self) -> None:
        self.dropped = 0
        self._rest = b""

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        buffer = self._rest + data
        frames: list[Frame] = []
        end = 0
        for match in _PACKET.finditer(buffer):
            self.dropped += match.start() - end
            end = match.end()
            frames.extend(_decode(match[0]))
        tail = _TAIL.search(buffer, end)
        keep = tail.start() if tail else len(buffer)
        self.dropped += keep - end
        self._rest = buffer[keep:]
        return frames

    def finish(self) -> list[Frame]:
        """Count what is left as dropped."""
        self.dropped += len(self._rest)
        self._rest = b""
        return []


def decoder() -> ContecV7Decoder:
    """Return a fresh decoder."""
    return ContecV7Decoder()


def _decode(raw: bytes) -> list[Frame]:
    high = raw[1]
    payload = bytes(byte & 0x7F | (high >> i & 1) << 7 for i, byte in enumerate(raw[2:]))
    kind = raw[0]
    if kind == Uplink.LIVE:
        return [_live(raw, payload)]
    if kind == Uplink.STORED_PI:
        return [_stored(raw, payload[0], payload[1], int.from_bytes(payload[2:4], "little"))]
    if kind == Uplink.STORED:
        return [_stored(raw, payload[i], payload[i + 1], NO_PI) for i in (0, 2, 4)]
    return [Frame(FrameKind.REPLY, raw, code=kind, payload=payload)]


def _live(raw: bytes, p: bytes) -> Frame:
    values: dict[str, int | float] = {"signal": p[0] & 15, "pleth": p[1] & 0x7F, "bar": p[2] & 15}
    _put_readings(values, p[4], p[3])
    flags = _FLAGS[p[0] >> 4]
    if p[1] & 0x80:
        flags = (*flags, "searching")
    perfusion = p[5] | p[6] << 8
    if p[2] & 0x10 or perfusion == NO_PI:
        flags = (*flags, "pi-invalid")
    else:
        values["perfusion_index"] = perfusion / 100
    return Frame(FrameKind.LIVE, raw, values, flags)


def _stored(raw: bytes, spo2: int, pulse: int, perfusion: int) -> Frame:
    values: dict[str, int | float] = {}
    _put_readings(values, spo2, pulse)
    if perfusion != NO_PI:
        values["perfusion_index"] = perfusion / 100
    return Frame(FrameKind.STORED, raw, values, ("from-memory",))


def _put_readings(values: dict[str, int | float], spo2: int, pulse: int) -> None:
    """Add what is a reading. Zero is what these devices send while they have none."""
    if 0 < pulse != NO_PULSE:
        values["pulse_rate"] = pulse
    if 0 < spo2 <= SPO2_MAX:
        values["spo2"] = spo2


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
    status = sum(1 << i for i, name in enumerate(_FLAGS[15]) if name in flags)
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


def read_commands(buffer: bytes) -> tuple[list[int], bytes]:
    """The device's side: return the commands in a buffer and the bytes to keep for the next call."""
    codes = []
    end = 0
    for match in _HOST.finditer(buffer):
        codes.append(match[0][2] & 0x7F | (match[0][1] & 1) << 7)
        end = match.end()
    tail = _HOST_TAIL.search(buffer, end)
    return codes, buffer[tail.start() :] if tail else b""
