"""Mettler Toledo's continuous output, spoken by many makers' scales. Source: the vendor's manual.

`02 SWA SWB SWC weight×6 tare×6 0D [CK]`: three status bytes whose bit 5 is set, weight and tare as shown
without point, blanks for leading zeros, and, where that is switched on, a check byte: two's complement of the
low seven bits of the sum. SWA bits 0-2 say where the point is, 3-4 the increment (1, 2 or 5).
SWB bit 0 net, 1 negative, 2 out of range, 3 motion, 4 kg (else lb), 6 no zero yet since power up. SWC bits
0-2 another unit, 3 print key, 4 finer display.

Most such scales leave the factory with 7 data bits and even parity: on our line of 8 bits that is a parity
bit in bit 7 of each byte, which is accepted as long as it is right in all of them.

Whether a check byte is there must be found out, and without one a digit that flipped is a wrong weight. So: a
frame is taken once what follows it is its check byte, or the beginning of the next frame; after a good check
byte each frame must have one, until two follow each other directly.
"""

import re
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.seven_bits import LOW_SEVEN, is_sound

STX: Final = 0x02
LENGTH: Final = 17
"""Bytes without the check byte."""

NET: Final = 1 << 0
NEGATIVE: Final = 1 << 1
OUT_OF_RANGE: Final = 1 << 2
MOTION: Final = 1 << 3
KILOGRAM: Final = 1 << 4
NO_ZERO: Final = 1 << 6

_ALWAYS: Final = 0x20

_EXPONENTS: Final = (2, 1, 0, -1, -2, -3, -4, -5)
"""By SWA bits 0-2: XXXX00, XXXXX0, XXXXXX, XXXXX.X …"""

_UNITS: Final = {1: "g", 3: "[oz_av]"}
"""By SWC bits 0-2; 0 is SWB's kg or lb. Others (tonnes, troy ounces …) are no units for a person."""

_FRAME = re.compile(rb"\x02[\x20-\x3f][\x20-\x3f\x60-\x7f]{2}[ 0-9]{12}\r")
_TAIL = re.compile(
    rb"\x02(?:[\x20-\x3f](?:[\x20-\x3f\x60-\x7f](?:[\x20-\x3f\x60-\x7f]"
    rb"(?:[ 0-9]{0,11}|[ 0-9]{12}\r?))?)?)?\Z"
)


class ToledoDecoder:
    """Decodes frames with and without a check byte, with and without parity."""

    def __init__(self) -> None:
        self.dropped = 0
        self._rest = b""
        self._checked: bool | None = None

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        return self._cut(self._rest + data, last=False)

    def finish(self) -> list[Frame]:
        """Nothing follows: a frame that waited for its check byte has none."""
        frames = self._cut(self._rest, last=True)
        self.dropped += len(self._rest)
        self._rest = b""
        return frames

    def _cut(self, buffer: bytes, *, last: bool) -> list[Frame]:
        text = buffer.translate(LOW_SEVEN)
        frames: list[Frame] = []
        at = start = 0
        while match := _FRAME.search(text, start):
            start = match.start()
            raw = buffer[start : match.end()]
            length = self._length(text, start, last) if is_sound(raw) else 0
            if length is None:
                break  # what follows decides
            if length == 0:
                start += 1
                continue
            self.dropped += start - at
            at = start + length
            frames.append(_decode(buffer[start:at], text[start:at]))
            start = at
        waits = match or _TAIL.search(text, max(at, len(text) - LENGTH))
        keep = waits.start() if waits else len(buffer)
        self.dropped += keep - at
        self._rest = buffer[keep:]
        return frames

    def _length(self, text: bytes, start: int, last: bool) -> int | None:
        """Return how long the frame here is, 0 when it is none, None when that needs more bytes."""
        after = text[start + LENGTH : start + LENGTH + 2]
        if not after:
            if not last:
                return None
            return 0 if self._checked else LENGTH
        good = after[0] == check_of(text[start : start + LENGTH])
        if after[0] == STX and good and self._checked is None:
            # Its check byte, or the next frame's beginning, which happens to be the same.
            if len(after) == 1 and not last:
                return None
            good = after[1:] in (b"", b"\x02")
        if good and not (self._checked is False and after[0] == STX):
            self._checked = True
            return LENGTH + 1
        if after[0] == STX:
            # Directly the next frame: none has a check byte; or this one's was lost, then the next will tell.
            self._checked = None if self._checked else False
        return LENGTH if self._checked is False else 0


def check_of(frame: bytes) -> int:
    """Return the check byte of a frame of 17 bytes."""
    return -sum(byte & 0x7F for byte in frame) & 0x7F


def decoder() -> ToledoDecoder:
    """Return a fresh decoder."""
    return ToledoDecoder()


def _decode(raw: bytes, text: bytes) -> Frame:
    place, status, more = text[1], text[2], text[3]
    flags: tuple[str, ...] = ("unstable",) if status & (MOTION | NO_ZERO) else ()
    if status & OUT_OF_RANGE:
        flags = (*flags, "underload" if status & NEGATIVE else "overload")
    unit = _UNITS.get(more & 7) if more & 7 else ("kg" if status & KILOGRAM else "[lb_av]")
    digits = text[4:10].strip()
    if unit is None or not digits.isdigit() or status & (OUT_OF_RANGE | NO_ZERO):
        return Frame(FrameKind.LIVE, raw, flags=flags)
    weight = _scaled(-int(digits) if status & NEGATIVE else int(digits), _EXPONENTS[place & 7])
    return Frame(FrameKind.LIVE, raw, {"weight": weight}, flags, units={"weight": unit})


def _scaled(number: int, exponent: int) -> int | float:
    return int(number * 10**exponent) if exponent >= 0 else number / 10**-exponent


def encode(
    weight: float, *, decimals: int = 1, status: int = KILOGRAM, more: int = 0, check: bool = True
) -> bytes:
    """Build a frame. 0 to 5 decimals; `status`: bits of SWB, to which the sign is added; `more`: of SWC."""
    number = round(abs(weight) * 10**decimals)
    status |= NEGATIVE if weight < 0 else 0
    head = bytes((STX, _ALWAYS | 1 << 3 | decimals + 2, _ALWAYS | status, _ALWAYS | more))
    frame = head + b"%06d" % number + b"000000\r"
    return frame + bytes((check_of(frame),)) if check else frame
