"""The five-byte oximeter frame that Contec V5.0A and Berry BCI share.

Only the first byte has bit 7 set. There is no checksum: a frame is a first byte and the four that
follow it. B1 bits 0-3 signal, 4-6 status · B2 pleth · B3 bits 0-3 bar, 4-5 status, 6 pulse bit 7 ·
B4 pulse bits 0-6 · B5 SpO2.
"""

import re
from typing import Final

from peripherals.protocols.base import Frame, FrameKind

NO_PULSE: Final = 0xFF
NO_SPO2: Final = 0x7F
SPO2_MAX: Final = 100

_LIVE = rb"[\x80-\xff][\x00-\x7f]{4}"
_STORED = rb"[\xf0\xf1][\x80-\xff][\x00-\x7f]"
_LIVE_TAIL = rb"[\x80-\xff][\x00-\x7f]{0,3}"


class FiveByteDecoder:
    """Decodes the shared layout; what the status bits mean is the caller's table.

    `first` names B1 bits 4, 5, 6; `third` names B3 bits 4, 5. When one of `blanking` is set the
    device has no valid reading, whatever stands in the value bytes. With `stored`, three-byte records
    of the device's memory (F0|pulse bit 7, 80|pulse, SpO2) are decoded too: one is told from a live
    frame by what follows it, so it is returned only once the next byte or the end is there.
    """

    def __init__(
        self, first: tuple[str, str, str], third: tuple[str, str], blanking: frozenset[str], *, stored: bool
    ) -> None:
        self.dropped = 0
        self._rest = b""
        self._status = [_names(first + third, bits) for bits in range(32)]
        self._blank = [not blanking.isdisjoint(names) for names in self._status]
        live, memory, tail = _LIVE, _STORED + rb"(?=[\x80-\xff])", _LIVE_TAIL
        if not stored:
            self._pattern = self._last_pattern = re.compile(live)
            self._tail = re.compile(rb"(?:" + tail + rb")\Z")
            return
        self._pattern = re.compile(live + rb"|" + memory)
        self._last_pattern = re.compile(live + rb"|" + _STORED + rb"(?=[\x80-\xff]|\Z)")
        self._tail = re.compile(rb"(?:" + tail + rb"|[\xf0\xf1][\x80-\xff][\x00-\x7f]?)\Z")

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        buffer = self._rest + data
        frames, end = self._scan(self._pattern, buffer)
        tail = self._tail.search(buffer, end)
        keep = tail.start() if tail else len(buffer)
        self.dropped += keep - end
        self._rest = buffer[keep:]
        return frames

    def finish(self) -> list[Frame]:
        """Decode a stored record at the very end, count the rest as dropped."""
        frames, end = self._scan(self._last_pattern, self._rest)
        self.dropped += len(self._rest) - end
        self._rest = b""
        return frames

    def _scan(self, pattern: re.Pattern[bytes], buffer: bytes) -> tuple[list[Frame], int]:
        frames = []
        end = 0
        for match in pattern.finditer(buffer):
            self.dropped += match.start() - end
            end = match.end()
            raw = match[0]
            frames.append(self._live(raw) if len(raw) == 5 else _stored(raw))
        return frames, end

    def _live(self, raw: bytes) -> Frame:
        b1, pleth, b3, b4, spo2 = raw
        status = (b1 >> 4 & 7) | (b3 >> 1 & 0x18)
        values: dict[str, int | float] = {"signal": b1 & 15, "pleth": pleth, "bar": b3 & 15}
        if not self._blank[status]:
            _put_readings(values, spo2, (b3 & 0x40) << 1 | b4)
        return Frame(FrameKind.LIVE, raw, values, self._status[status])


def _names(names: tuple[str, ...], bits: int) -> tuple[str, ...]:
    return tuple(name for i, name in enumerate(names) if bits >> i & 1)


def _put_readings(values: dict[str, int | float], spo2: int, pulse: int) -> None:
    """Add what is a reading. Zero is what these devices send while they have none."""
    if 0 < pulse != NO_PULSE:
        values["pulse_rate"] = pulse
    if 0 < spo2 <= SPO2_MAX:
        values["spo2"] = spo2


def _stored(raw: bytes) -> Frame:
    values: dict[str, int | float] = {}
    _put_readings(values, raw[2], (raw[0] & 1) << 7 | raw[1] & 0x7F)
    return Frame(FrameKind.STORED, raw, values, ("from-memory",))


def encode_live(
    *, signal: int, pleth: int, bar: int, pulse: int | None, spo2: int | None, first: int = 0, third: int = 0
) -> bytes:
    """Build a frame. `first`: B1 bits 4-6 as a number 0-7; `third`: B3 bits 4-5 as 0-3; None: invalid."""
    rate = NO_PULSE if pulse is None else pulse
    return bytes(
        (
            0x80 | first << 4 | signal & 15,
            pleth & 0x7F,
            (rate & 0x80) >> 1 | third << 4 | bar & 15,
            rate & 0x7F,
            NO_SPO2 if spo2 is None else spo2 & 0x7F,
        )
    )
