"""Welch Allyn SureTemp Plus OEM module, 9600 8N1, polled. Source: the vendor's implementation manual.

A packet is `03 02 10`, command (2 bytes, high first), type (01 command, 02 answer, 03 refused), size of the
data (2 bytes, low first), data, checksum: all bytes sum to 0 modulo 256. The temperature record (941C) is new
every 173 ms; it has 19 data bytes, in another edition of the module 33 that begin in the same way and agree
from the method on. Temperatures are floats in kelvin, and stay so: the float is given to the fourth decimal,
which is its own resolution near body temperature.

The record holds two temperatures. `temperature` is the final one, and only in a state that says it is final:
before that it is 0 (none), and what the probe feels in the air is no body temperature. In monitor mode there
is never a final one: there it is the probe's, marked `ongoing` and `unstable`, for it settles in minutes.
"""

import math
import struct
from enum import IntEnum
from typing import Final

import msgspec

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Conversation, Learnt, Now
from peripherals.protocols.framing import MORE, NOT_HERE, StreamDecoder

PREAMBLE: Final = b"\x03\x02\x10"
MAX_DATA: Final = 256
"""Most data bytes believed of a packet; the longest known answer has 33."""

POLL_EVERY_S: Final = 0.175
ASK_SERIAL_EVERY_S: Final = 5.0
ASK_SERIAL_TIMES: Final = 3

_HEADER: Final = 8  # preamble, command, type, size
_RECORD_SIZES: Final = (19, 33)


class Command(IntEnum):
    """Commands used here."""

    SERIAL_NUMBER = 0x2900
    TEMPERATURE = 0x941C


class Type(IntEnum):
    """What a packet is."""

    COMMAND = 1
    ANSWER = 2
    REFUSED = 3


class State(IntEnum):
    """Where the thermometer stands. *Position*: the probe does not lie well against the tissue."""

    IDLE = 0
    NOT_READY = 1
    READY = 2
    PREDICT = 3
    PREDICT_DISPLAY = 4
    PREDICT_POSITION = 5
    FINAL = 6
    FINAL_POSITION = 7
    OVER = 8
    OVER_POSITION = 9
    UNDER = 10
    UNDER_POSITION = 11
    MONITOR = 12
    END = 13
    ERROR = 20


FINAL: Final = frozenset(range(State.FINAL, State.UNDER_POSITION + 1))
"""States in which a measurement is over."""

OUT_OF_RANGE: Final = FINAL - {State.FINAL, State.FINAL_POSITION}
"""It is over without a temperature: hotter or colder than the thermometer measures. No error number."""

_FLAGS: Final[dict[int, tuple[str, ...]]] = {
    State.PREDICT: ("ongoing",),
    State.PREDICT_DISPLAY: ("ongoing",),
    State.PREDICT_POSITION: ("ongoing", "bad-position"),
    State.FINAL_POSITION: ("bad-position",),
    State.OVER: ("high",),
    State.OVER_POSITION: ("high", "bad-position"),
    State.UNDER: ("low",),
    State.UNDER_POSITION: ("low", "bad-position"),
    State.MONITOR: ("ongoing", "unstable"),
}

SITES: Final[dict[int, str]] = {0: "oral", 1: "rectal", 2: "axillary", 4: "axillary"}
"""By algorithm; 2 is for children's armpits, 4 for adults'."""

_MEASURING: Final = frozenset({State.PREDICT, State.PREDICT_DISPLAY, State.PREDICT_POSITION, State.MONITOR})

CALIBRATION_KEY: Final = 3
NO_PROBE: Final = 3


class Record(msgspec.Struct, frozen=True):
    """The temperature record. Temperatures in kelvin, 0: none."""

    final: float
    probe: float
    sample: int
    method: int
    algorithm: int
    state: int
    error: int
    active: bool
    probe_type: int


def read_record(data: bytes) -> Record:
    """Read the data of an answer to `TEMPERATURE`: 19 bytes, or 33."""
    final, probe = struct.unpack_from("<ff", data)
    long = len(data) == _RECORD_SIZES[1]
    sample = int.from_bytes(data[10:12] if long else data[8:12], "little")
    method, algorithm, state, error, active, kind = struct.unpack_from("<BBBHBB", data, 12)
    return Record(final, probe, sample, method, algorithm, state, error, bool(active), kind)


def decoder() -> StreamDecoder:
    """Return a fresh decoder."""
    return StreamDecoder(_length_at, _parse, longest=_HEADER + MAX_DATA + 1, nested=True)


def _length_at(buffer: bytes, at: int) -> int:
    head = buffer[at : at + _HEADER]
    if not PREAMBLE.startswith(head[:3]) or (len(head) > 5 and not Type.COMMAND <= head[5] <= Type.REFUSED):
        return NOT_HERE
    if len(head) < _HEADER:
        return MORE
    size = int.from_bytes(head[6:8], "little")
    return _HEADER + size + 1 if size <= MAX_DATA else NOT_HERE


def _parse(raw: bytes) -> list[Frame] | None:
    if sum(raw) & 0xFF:
        return None
    code, data = int.from_bytes(raw[3:5], "big"), raw[_HEADER:-1]
    if code == Command.TEMPERATURE and raw[5] == Type.ANSWER and len(data) in _RECORD_SIZES:
        return [_record_frame(raw, data)]
    return [Frame(FrameKind.REPLY, raw, code=code, payload=data)]


def _record_frame(raw: bytes, data: bytes) -> Frame:
    record = read_record(data)
    flags = _FLAGS.get(record.state, ())
    if record.algorithm == CALIBRATION_KEY:
        flags = (*flags, "test")
    if record.probe_type == NO_PROBE:
        flags = (*flags, "probe-unplugged")
    if record.state == State.ERROR or record.error:
        flags = (*flags, f"error-{record.error}")
        return Frame(FrameKind.ERROR, raw, flags=flags, code=record.error, payload=data)
    values = _temperature(record)
    if record.state in OUT_OF_RANGE:
        kind = FrameKind.ERROR
    else:
        kind = FrameKind.RESULT if values and record.state in FINAL else FrameKind.LIVE
    return Frame(
        kind,
        raw,
        values,
        flags,
        payload=data,
        units={"temperature": "K"} if values else {},
        site=SITES.get(record.algorithm),
    )


def _temperature(record: Record) -> dict[str, int | float]:
    """Return what may be called a temperature; see the module."""
    if record.algorithm == CALIBRATION_KEY:
        return {}
    if record.state in (State.FINAL, State.FINAL_POSITION):
        kelvin = record.final
    elif record.state == State.MONITOR:
        kelvin = record.probe
    else:
        return {}
    return {"temperature": round(kelvin, 4)} if math.isfinite(kelvin) and kelvin > 0 else {}


def encode(command: int, kind: Type, data: bytes = b"") -> bytes:
    """Build a packet."""
    body = PREAMBLE + command.to_bytes(2, "big") + bytes((kind,)) + len(data).to_bytes(2, "little") + data
    return body + bytes((-sum(body) & 0xFF,))


def encode_record(record: Record) -> bytes:
    """Build an answer with the temperature record of 19 bytes."""
    data = struct.pack("<ffI", record.final, record.probe, record.sample) + struct.pack(
        "<BBBHBB",
        record.method,
        record.algorithm,
        record.state,
        record.error,
        record.active,
        record.probe_type,
    )
    return encode(Command.TEMPERATURE, Type.ANSWER, data)


POLL: Final = encode(Command.TEMPERATURE, Type.COMMAND)
ASK_SERIAL: Final = encode(Command.SERIAL_NUMBER, Type.COMMAND, b"\0")


class SureTempTalk(Conversation):
    """Polls the temperature record, and asks for the serial number.

    The module keeps its final state, number and all, until the probe is put back. So one that was there
    already when it was last heard, or when the line was opened, is the last person's and goes no further:
    what counts is the step from another state to it.
    """

    patience_s = 1.5

    def __init__(self) -> None:
        super().__init__(decoder())
        self._polled_ns: int | None = None
        self._serial_ns: int | None = None
        self._serial_asked = 0
        self._fresh = False

    def opened(self, now: Now) -> None:
        """Ask for the first record."""
        self._poll(now)

    def tick(self, now: Now) -> list[Frame]:
        """Poll again, answered or not."""
        if self._polled_ns is None or now.since_s(self._polled_ns) >= POLL_EVERY_S:
            self._poll(now)
        return []

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Decode; keep to itself what is not this person's, and that nothing happens."""
        return [frame for frame in super().heard(data, channel, now) if self._is_news(frame)]

    def _poll(self, now: Now) -> None:
        self.say(POLL)
        self._polled_ns = now.ns
        waited = self._serial_ns is None or now.since_s(self._serial_ns) >= ASK_SERIAL_EVERY_S
        if self.learnt.serial is None and self._serial_asked < ASK_SERIAL_TIMES and waited:
            self.say(ASK_SERIAL)
            self._serial_ns = now.ns
            self._serial_asked += 1

    def _is_news(self, frame: Frame) -> bool:
        self.understood = True
        if frame.kind is FrameKind.REPLY:
            if frame.code == Command.SERIAL_NUMBER and frame.raw[5] == Type.ANSWER:
                self.learnt = Learnt(serial=_text(frame.payload))
            return False
        state = read_record(frame.payload).state
        if state not in FINAL:
            self._fresh = True
            return frame.kind is FrameKind.ERROR or state in _MEASURING
        fresh, self._fresh = self._fresh, False
        return fresh


def _text(data: bytes) -> str | None:
    text = data.partition(b"\0")[0]
    return text.decode() if text and all(0x20 < byte < 0x7F for byte in text) else None
