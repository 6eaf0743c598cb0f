"""Nonin data format 8: four bytes once a second. Source: Nonin's OEM specification of the 9560.

B1 b7 set, b5 out of track, b4 low perfusion, b3 marginal perfusion, b2 artefact, b1-0 pulse bits 8-7 · B2
pulse bits 6-0 · B3 SpO2 · B4 b5 SmartPoint, b3 sensor alarm, b0 low battery; b7 clear in B2 to B4. No
checksum.

**For ten seconds after the finger is gone the last values are repeated, with the alarm bit**: then they are
none. Marginal perfusion and SmartPoint have no flag of their own.
"""

import re
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.nonin import NO_PULSE, NO_SPO2, readings

OUT_OF_TRACK: Final = 0x20  # of B1
LOW_PERFUSION: Final = 0x10
MARGINAL_PERFUSION: Final = 0x08
ARTEFACT: Final = 0x04
SMART_POINT: Final = 0x20  # of B4
ALARM: Final = 0x08
LOW_BATTERY: Final = 0x01

_FRAME: Final = re.compile(rb"[\x80-\xff][\x00-\x7f]{3}")
_TAIL: Final = re.compile(rb"[\x80-\xff][\x00-\x7f]{0,2}\Z")
_LONGEST_TAIL: Final = 3


class NoninDf8Decoder:
    """A frame is a first byte and the three that follow it."""

    def __init__(self) -> None:
        self.dropped = 0
        self._rest = b""

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        buffer = self._rest + data
        tail = _TAIL.search(buffer, max(0, len(buffer) - _LONGEST_TAIL))
        keep = tail.start() if tail else len(buffer)
        self._rest = buffer[keep:]
        frames = [_decode(raw) for raw in _FRAME.findall(buffer)]
        self.dropped += keep - 4 * len(frames)
        return frames

    def finish(self) -> list[Frame]:
        """Count what is left as dropped."""
        self.dropped += len(self._rest)
        self._rest = b""
        return []


def decoder() -> NoninDf8Decoder:
    """Return a fresh decoder."""
    return NoninDf8Decoder()


def _decode(raw: bytes) -> Frame:
    first, low, spo2, last = raw
    told = (
        (last & ALARM, "sensor-fault"),
        (first & (OUT_OF_TRACK | ARTEFACT), "artefact"),
        (first & LOW_PERFUSION, "low-perfusion"),
        (last & LOW_BATTERY, "low-battery"),
    )
    values = {} if last & ALARM else readings((first & 3) << 7 | low, spo2)
    return Frame(FrameKind.LIVE, raw, values, tuple(name for true, name in told if true))


def encode(pulse: int | None, spo2: int | None, *, first: int = 0, last: int = 0) -> bytes:
    """Build a frame; None: missing. `first`, `last`: bits of B1 and B4."""
    rate = NO_PULSE if pulse is None else pulse
    return bytes(
        (0x80 | first & 0x7C | rate >> 7, rate & 0x7F, NO_SPO2 if spo2 is None else spo2, last & 0x7F)
    )
