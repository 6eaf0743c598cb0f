"""Maibobo RBP-9804 cuff, 9600 8N1. Source: reverse-engineered; two public readers agree.

Host `CC 80 03 len 01 op data… XOR`, device `AA 80 03 len 01 op data… XOR`: len counts from 01 to
before the XOR, which is over everything after the two header bytes. Offsets in the device's frames,
0-based: live pressure BE16 at 6; result systolic BE16 at 13, diastolic at 15, pulse at 17. Bytes 7-12
of a result look like a date and time in a published frame, but only one reader says so: left out.
"""

from enum import IntEnum
from typing import Final

from peripherals.protocols.base import Frame, FrameKind, xor

HOST_HEADER: Final = b"\xcc\x80"
DEVICE_HEADER: Final = b"\xaa\x80"
MAX_LENGTH: Final = 32
"""Longest `len` believed; the longest known is 15."""

_OVERHEAD: Final = 5  # header, 03, len, XOR


class Op(IntEnum):
    """Operations; 1 to 3 are also the host's commands."""

    CONNECT = 1
    START = 2
    STOP = 3
    PRESSURE = 5
    RESULT = 6
    ERROR = 7


class ErrorCode(IntEnum):
    """Error numbers that the public readers explain."""

    OVERPRESSURE = 0x01
    LEAK_OR_SIGNAL = 0x02
    LEAK_OR_SIGNAL_2 = 0x05
    SENSOR = 0x06
    DEFLATION = 0x09
    LEAK = 0x0F
    MOTOR = 0x10


_SHORTEST: Final[dict[int, int]] = {Op.PRESSURE: 4, Op.RESULT: 15, Op.ERROR: 3}


def command(op: Op) -> bytes:
    """Build a host command: connect, start or stop."""
    return _frame(HOST_HEADER, op, b"\0")


def encode_reply(op: Op) -> bytes:
    """Build the device's answer to a command."""
    return _frame(DEVICE_HEADER, op, b"\0")


def encode_pressure(pressure: int) -> bytes:
    """Build a live pressure frame, mm[Hg]."""
    return _frame(DEVICE_HEADER, Op.PRESSURE, pressure.to_bytes(2, "big"))


def encode_result(systolic: int, diastolic: int, pulse: int) -> bytes:
    """Build a result frame; the seven bytes nobody has explained twice are zero."""
    values = b"".join(value.to_bytes(2, "big") for value in (systolic, diastolic, pulse))
    return _frame(DEVICE_HEADER, Op.RESULT, bytes(7) + values)


def encode_error(code: int) -> bytes:
    """Build an error frame."""
    return _frame(DEVICE_HEADER, Op.ERROR, bytes((code,)))


def _frame(header: bytes, op: Op, data: bytes) -> bytes:
    body = bytes((3, len(data) + 2, 1, op)) + data
    return header + body + bytes((xor(body),))


class FrameReader:
    """Cuts a stream into frames whose header, length and XOR are right; skips and counts the rest.

    Where two candidates overlap the one that ends first is the frame: a broken beginning whose length
    reaches over the frames behind it must not hold them back, for the cuff says a result only once.
    """

    def __init__(self, header: bytes) -> None:
        self.dropped = 0
        self._start = header + b"\x03"
        self._rest = b""

    def feed(self, data: bytes) -> list[bytes]:
        """Take the next bytes, return the whole frames."""
        buffer = self._rest + data
        frames = []
        at = 0
        while found := self._next_frame(buffer, at):
            start, end = found
            self.dropped += start - at
            frames.append(buffer[start:end])
            at = end
        keep = self._hope(buffer, at)
        self.dropped += keep - at
        self._rest = buffer[keep:]
        return frames

    def finish(self) -> None:
        """Nothing follows: what is left belongs to no frame."""
        self.dropped += len(self._rest)
        self._rest = b""

    def _next_frame(self, buffer: bytes, at: int) -> tuple[int, int] | None:
        """Return where the frame that ends first begins and ends."""
        best: tuple[int, int] | None = None
        limit = len(buffer)
        start = buffer.find(self._start, at)
        while 0 <= start < limit:
            end = _end_of(buffer, start)
            if end is not None and end <= limit and xor(buffer[start + 2 : end]) == 0:
                best, limit = (start, end), end - 1
            start = buffer.find(self._start, start + 1, limit)
        return best

    def _hope(self, buffer: bytes, at: int) -> int:
        """Return the first place whose frame may still be completed, the end if there is none."""
        start = buffer.find(self._start, at)
        while start >= 0:
            end = _end_of(buffer, start)
            if end is not None and end > len(buffer):
                return start
            start = buffer.find(self._start, start + 1)
        for length in (2, 1):
            if len(buffer) - at >= length and buffer.endswith(self._start[:length]):
                return len(buffer) - length
        return len(buffer)


def _end_of(buffer: bytes, start: int) -> int | None:
    """Return where the frame that begins with a header here must end; None: there is none."""
    length, device = buffer[start + 3 : start + 4], buffer[start + 4 : start + 5]
    if (length and not 2 < length[0] <= MAX_LENGTH) or device not in (b"", b"\x01"):
        return None
    return start + _OVERHEAD + (length[0] if length else MAX_LENGTH)


class Rbp9804Decoder:
    """Decodes the cuff's frames."""

    def __init__(self) -> None:
        self._reader = FrameReader(DEVICE_HEADER)
        self._refused = 0

    @property
    def dropped(self) -> int:
        """Bytes so far that belong to no frame, or to one of no known operation."""
        return self._reader.dropped + self._refused

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        return self._decode(self._reader.feed(data))

    def finish(self) -> list[Frame]:
        """Count what is left as dropped."""
        self._reader.finish()
        return []

    def _decode(self, raws: list[bytes]) -> list[Frame]:
        frames = []
        for raw in raws:
            frame = _decode(raw)
            if frame is None:
                self._refused += len(raw)
            else:
                frames.append(frame)
        return frames


def decoder() -> Rbp9804Decoder:
    """Return a fresh decoder."""
    return Rbp9804Decoder()


def read_commands(reader: FrameReader, data: bytes) -> list[int]:
    """The device's side: return the operations the host asked for; `reader` is of `HOST_HEADER`."""
    return [raw[5] for raw in reader.feed(data)]


def _decode(raw: bytes) -> Frame | None:
    op = raw[5]
    if raw[3] < _SHORTEST.get(op, 3):
        return None
    if op == Op.PRESSURE:
        return Frame(FrameKind.PRESSURE, raw, {"cuff_pressure": _be16(raw, 6)})
    if op == Op.RESULT:
        return _result(raw)
    if op == Op.ERROR:
        return Frame(FrameKind.ERROR, raw, flags=(f"error-{raw[6]}",), code=raw[6])
    if op in (Op.CONNECT, Op.START, Op.STOP):
        return Frame(FrameKind.REPLY, raw, code=op, payload=raw[6:-1])
    return None


def _result(raw: bytes) -> Frame:
    systolic, diastolic, pulse = _be16(raw, 13), _be16(raw, 15), _be16(raw, 17)
    if diastolic >= systolic:
        return Frame(FrameKind.REFUSED, raw)
    values: dict[str, int | float] = {"systolic": systolic, "diastolic": diastolic}
    if pulse:
        values["pulse_rate"] = pulse
    return Frame(FrameKind.RESULT, raw, values)


def _be16(raw: bytes, at: int) -> int:
    return int.from_bytes(raw[at : at + 2], "big")
