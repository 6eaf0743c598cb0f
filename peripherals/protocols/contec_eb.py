"""Contec "EB": the newer CMS50E and Beurer PO 80 on USB HID, CMS50D-BT on Bluetooth LE. Reverse-engineered.

Five public readers of real devices agree. The first byte of a record or command has bit 7 set, all others
have not, the last is the low 7 bits of the sum of the others. A report of 64 bytes holds some records and is
filled up with zeros; over Bluetooth the same records come as a stream.

- `EB 00 st wave bar sum`, 60 a second. st b6 beep · bar b0-3 bar; b4 or b5 no finger (b4 in the vendor's own
  phone library, b5 as recorded from a CMS50E), b6 without them the demonstration mode.
- `EB 01 st pulse SpO2 pi pi sum`, once a second. **st b1 is bit 7 of the pulse.** 7F and above, and zero, are
  none. The readers disagree about the scale of the two bytes of the perfusion index: it is left out. Some
  describe this record without them, in six bytes: both lengths are taken, by their sum.

A sum in 8 bits is taken too: that is how the record was first described.
"""

import re
from datetime import datetime
from typing import Final

from peripherals.protocols.base import Frame, FrameKind

REPORT: Final = 64
SERVICE: Final = "FF12"
WRITE: Final = "FF01"
NOTIFY: Final = "FF02"
NONE: Final = 0x7F
NO_PULSE: Final = 0xFF
SPO2_MAX: Final = 100
FINGER_OUT_WAVE: Final = 0x40

HELLO: Final = b"\x80\x00"
START_READINGS: Final = b"\x9b\x01\x1c"
START_WAVES: Final = b"\x9b\x00\x1b"
STOP: Final = b"\x9b\x7f\x1a"
KEEP_ALIVE: Final = b"\x9a\x1a"
ASK_MODEL: Final = b"\x81\x01"
NOT_UNDERSTOOD: Final = b"\xf0\x70"
SET_CLOCK_LENGTH: Final = 10

_LIVE_KIND: Final = FrameKind.LIVE  # an enum member costs a look-up each time
_START: Final = re.compile(rb"[\xeb\xf0\xf1\xf3]")
_LONG: Final = 8  # of a reading, with a perfusion index
_LENGTHS: Final[dict[bytes, tuple[int, ...]]] = {
    b"\xeb\x00": (6,),
    b"\xeb\x01": (_LONG, 6),
    b"\xeb\x7f": (3,),  # live mode ended
    b"\xf0\x70": (2,),  # not understood
    b"\xf3\x00": (3,),  # clock set
}
_MODEL_LENGTH: Final = 10  # F1, eight characters
_WAVE_FLAGS: Final = tuple(
    ("beep",) * (bits & 1) + (("finger-out",) if bits & 6 else ("demo",) * (bits >> 3)) for bits in range(16)
)


def sum7(data: bytes) -> int:
    """Return the check byte of a record or command."""
    return sum(data) & 0x7F


def with_sum(data: bytes) -> bytes:
    """Put the check byte behind."""
    return data + bytes((sum7(data),))


def encode_wave(
    pleth: int, bar: int, *, finger_out: bool = False, beep: bool = False, signal: int = 6
) -> bytes:
    """Build a record of the wave, as a CMS50E sends it."""
    if finger_out:
        return with_sum(bytes((0xEB, 0, 4, FINGER_OUT_WAVE, 0x60)))
    return with_sum(bytes((0xEB, 0, beep << 6 | signal & 15, pleth & 0x7F, bar & 15)))


def encode_reading(pulse: int | None, spo2: int | None) -> bytes:
    """Build a record of the readings; None: invalid. Without a perfusion index, as a CMS50E sends it."""
    rate = NO_PULSE if pulse is None else pulse
    status = 4 | rate >> 6 & 2
    return with_sum(bytes((0xEB, 1, status, rate & 0x7F, NONE if spo2 is None else spo2, NONE, 0)))


def set_clock(local: datetime) -> bytes:
    """Build the command that sets date and time."""
    return with_sum(
        bytes(
            (0x83, local.year % 100, local.month, local.day, local.hour, local.minute, local.second, 0, 0),
        )
    )


class ContecEbDecoder:
    """Finds records by their first bytes and their sum; the filling of reports counts as dropped."""

    def __init__(self) -> None:
        self.dropped = 0
        self._rest = b""

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        return self._cut(self._rest + data, last=False)

    def finish(self) -> list[Frame]:
        """Nothing follows: a record that could have been longer is what it is, the rest is dropped."""
        return self._cut(self._rest, last=True)

    def _cut(self, buffer: bytes, *, last: bool) -> list[Frame]:
        frames: list[Frame] = []
        at, size = 0, len(buffer)
        while at < size:
            raw = buffer[at : at + 6]
            if raw.startswith(b"\xeb\x00") and len(raw) == 6:  # what comes sixty times a second goes first
                _, _, status, wave, bar, check = raw
                total = 0xEB + status + wave + bar
                if check in (total & 0x7F, total & 0xFF):
                    flags = _WAVE_FLAGS[status >> 6 & 1 | bar >> 3 & 0x0E]
                    frames.append(Frame(_LIVE_KIND, raw, {"pleth": wave & 0x7F, "bar": bar & 15}, flags))
                    at += 6
                    continue
            elif raw[0] not in b"\xeb\xf0\xf1\xf3":
                found = _START.search(buffer, at)
                start = found.start() if found else size
                self.dropped += start - at
                at = start
                continue
            length = _length(buffer, at, last=last)
            if length is None:
                break
            if length:
                frames.append(_decode(buffer[at : at + length]))
                at += length
            else:
                self.dropped += 1
                at += 1
        self._rest = buffer[at:]
        return frames


def _length(buffer: bytes, at: int, *, last: bool) -> int | None:
    """Return the length of the record that begins here, 0: none does, None: more bytes are needed to say."""
    head = buffer[at : at + 2]
    if head[0] == 0xF1:
        lengths: tuple[int, ...] = (_MODEL_LENGTH,)
    elif len(head) < 2:
        return 0 if last else None
    else:
        lengths = _LENGTHS.get(head, ())
    for length in lengths:
        raw = buffer[at : at + length]
        total = sum(raw[:-1])
        if len(raw) < length:
            if not last:
                return None
        elif raw[-1] in (total & 0x7F, total & 0xFF) and not (length == _LONG and max(raw[5:7]) > 0x7F):
            return length  # where the perfusion index would be, a first byte is that of the next record
    return 0


def _decode(raw: bytes) -> Frame:
    if raw[:2] != b"\xeb\x01":
        return Frame(FrameKind.REPLY, raw, code=raw[0], payload=raw[1:-1])
    status, pulse, spo2 = raw[2:5]
    values: dict[str, int | float] = {}
    if pulse < NONE and (rate := pulse | status << 6 & 0x80):
        values["pulse_rate"] = rate
    if 0 < spo2 <= SPO2_MAX:
        values["spo2"] = spo2
    return Frame(FrameKind.LIVE, raw, values)


def decoder() -> ContecEbDecoder:
    """Return a fresh decoder."""
    return ContecEbDecoder()
