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
_LONGEST_TAIL: Final = 4
_LIVE_KIND: Final = FrameKind.LIVE  # an enum member costs a look-up each time


class FiveByteDecoder:
    """Decodes the shared layout; what the status bits mean is the caller's table.

    `first` names B1 bits 4, 5, 6; `third` names B3 bits 4, 5; an empty name is no flag. When one of the bits
    `blanking` is set (0-2 those of B1, 3-4 those of B3) the device has no valid reading, whatever stands in
    the value bytes. With `stored`, three-byte records
    of the device's memory (F0|pulse bit 7, 80|pulse, SpO2) are decoded too: one is told from a live
    frame by what follows it, so it is returned only once the next byte or the end is there.
    """

    def __init__(
        self, first: tuple[str, str, str], third: tuple[str, str], blanking: int, *, stored: bool
    ) -> None:
        self.dropped = 0
        self._rest = b""
        self._status = [_names(first + third, bits) for bits in range(32)]
        self._valid = [not bits & blanking for bits in range(32)]
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
        buffer = self._rest + data if self._rest else data
        keep = len(buffer)
        self._rest = b""
        if not buffer[-_LONGEST_TAIL:].isascii():  # else the last frame is whole, as it mostly is
            tail = self._tail.search(buffer, max(0, keep - _LONGEST_TAIL))
            if tail:
                keep = tail.start()
                self._rest = buffer[keep:]
        return self._decode(self._pattern.findall(buffer), keep)

    def finish(self) -> list[Frame]:
        """Decode a stored record at the very end, count the rest as dropped."""
        raws = self._last_pattern.findall(self._rest)
        size = len(self._rest)
        self._rest = b""
        return self._decode(raws, size)

    def _decode(self, raws: list[bytes], size: int) -> list[Frame]:
        """Decode what was cut out of `size` bytes; no call a frame, this runs a hundred times a second."""
        status_names, valid = self._status, self._valid
        frames: list[Frame] = []
        taken = 0
        for raw in raws:
            taken += len(raw)
            if len(raw) != 5:
                frames.append(_stored(raw))
                continue
            b1, pleth, b3, b4, spo2 = raw
            status = b1 >> 4 & 7 | b3 >> 1 & 0x18
            values: dict[str, int | float] = {"signal": b1 & 15, "pleth": pleth, "bar": b3 & 15}
            if valid[status]:
                pulse = (b3 & 0x40) << 1 | b4
                if 0 < pulse != NO_PULSE:
                    values["pulse_rate"] = pulse
                if 0 < spo2 <= SPO2_MAX:
                    values["spo2"] = spo2
            frames.append(Frame(_LIVE_KIND, raw, values, status_names[status]))
        self.dropped += size - taken
        return frames


def _names(names: tuple[str, ...], bits: int) -> tuple[str, ...]:
    return tuple(name for i, name in enumerate(names) if bits >> i & 1 and name)


def _stored(raw: bytes) -> Frame:
    values: dict[str, int | float] = {}
    pulse, spo2 = (raw[0] & 1) << 7 | raw[1] & 0x7F, raw[2]
    if 0 < pulse != NO_PULSE:  # zero is what these devices send while they have none
        values["pulse_rate"] = pulse
    if 0 < spo2 <= SPO2_MAX:
        values["spo2"] = spo2
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
