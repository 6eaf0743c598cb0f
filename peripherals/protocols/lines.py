"""Formats whose frame is a line of text: found by one regular expression, told whole by its end."""

import re
from collections.abc import Callable

from peripherals.protocols.base import Frame
from peripherals.protocols.seven_bits import LOW_SEVEN, is_sound

ParseLine = Callable[[bytes, re.Match[bytes]], Frame]
"""(the bytes on the wire, the match in their text) → the frame."""


class LineDecoder:
    """Decodes lines that match a pattern; what stands between them is skipped and counted.

    The pattern must not match across the bytes of `ends`, but for those at its own end, so that a broken line
    never swallows the one behind it. `longest` bounds what is kept of a line that has no end yet, in bytes.
    With `seven_bits`, bit 7 may be parity.
    """

    def __init__(
        self,
        pattern: re.Pattern[bytes],
        parse: ParseLine,
        *,
        ends: bytes,
        longest: int,
        seven_bits: bool = False,
    ) -> None:
        self.dropped = 0
        self._pattern = pattern
        self._parse = parse
        self._ends = ends
        self._longest = longest
        self._seven_bits = seven_bits
        self._rest = b""

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        buffer = self._rest + data
        text = buffer.translate(LOW_SEVEN) if self._seven_bits else buffer
        frames: list[Frame] = []
        end = 0
        for match in self._pattern.finditer(text):
            raw = buffer[match.start() : match.end()]
            if self._seven_bits and not is_sound(raw):
                continue
            self.dropped += match.start() - end
            end = match.end()
            frames.append(self._parse(raw, match))
        line = 1 + max(text.rfind(byte) for byte in self._ends)
        keep = max(end, line, len(buffer) - self._longest)
        self.dropped += keep - end
        self._rest = buffer[keep:]
        return frames

    def finish(self) -> list[Frame]:
        """Count what is left as dropped."""
        self.dropped += len(self._rest)
        self._rest = b""
        return []
