"""Cutting what a line delivers into frames: one class for streams, one for lines that deliver messages.

For formats that a regular expression can cut (fixed bytes, no checksum) that is simpler and faster: see
`five_byte.py`. These two are for formats with a length, a checksum, or optional fields.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from peripherals.protocols.base import Frame

MORE: Final = 0
NOT_HERE: Final = -1

LengthAt = Callable[[bytes, int], int]
"""(buffer, place) → the length of the frame that begins there if one does (it may reach beyond the buffer),
MORE when the buffer ends too soon to say, NOT_HERE when none can begin there."""

Parse = Callable[[bytes], Sequence[Frame] | None]
"""The bytes of one candidate → its frames (none for a message without meaning), or None: it is no frame."""


class StreamDecoder:
    """Finds frames in a stream; what is none is skipped and counted.

    `longest` bounds what is kept, in bytes. With `nested`, for formats with a checksum: where two candidates
    overlap the one that ends first is the frame, so that a broken beginning whose length reaches over the
    frames behind it neither holds them back nor swallows them. Without it the first beginning wins. `begins`
    matches wherever a frame may begin, also at the very end where the rest of its mark may follow: for long
    frames, so that not every byte is asked.
    """

    def __init__(
        self,
        length_at: LengthAt,
        parse: Parse,
        *,
        longest: int,
        nested: bool,
        begins: re.Pattern[bytes] | None = None,
    ) -> None:
        self.dropped = 0
        self._length_at = length_at
        self._parse = parse
        self._longest = longest
        self._nested = nested
        self._begins = begins
        self._rest = b""

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        return self._cut(self._rest + data, last=False)

    def finish(self) -> list[Frame]:
        """Nothing follows: look behind beginnings that waited for more, count what is left as dropped."""
        frames = self._cut(self._rest, last=True)
        self.dropped += len(self._rest)
        self._rest = b""
        return frames

    def _cut(self, buffer: bytes, *, last: bool) -> list[Frame]:
        result: list[Frame] = []
        at = 0
        while found := self._next(buffer, at, last):
            start, end, frames = found
            if start < 0:  # a beginning that waits for more
                break
            self.dropped += start - at
            result.extend(frames)
            at = end
        keep = at if last else self._hope(buffer, at)
        self.dropped += keep - at
        self._rest = buffer[keep:]
        return result

    def _next(self, buffer: bytes, at: int, last: bool) -> tuple[int, int, Sequence[Frame]] | None:
        """Return the next frame's begin, end and contents; begin -1: wait for more bytes first."""
        best: tuple[int, int, Sequence[Frame]] | None = None
        limit = len(buffer)
        for start in self._places(buffer, at):
            if start >= limit:
                break
            length = self._length_at(buffer, start)
            if length > self._longest:
                length = NOT_HERE
            end = start + length
            if length > 0 and end <= limit:
                frames = self._parse(buffer[start:end])
                if frames is not None:
                    best = (start, end, frames)
                    if not self._nested:
                        return best
                    limit = end - 1
            elif not self._nested and not last and (length == MORE or end > len(buffer)):
                return (-1, -1, ())
        return best

    def _hope(self, buffer: bytes, at: int) -> int:
        """Return the first place whose frame may still be completed, the end if there is none."""
        for start in self._places(buffer, max(at, len(buffer) - self._longest)):
            length = self._length_at(buffer, start)
            if length == MORE or (0 < length <= self._longest and start + length > len(buffer)):
                return start
        return len(buffer)

    def _places(self, buffer: bytes, at: int) -> Iterable[int]:
        """Return the places from here on where a frame may begin."""
        if self._begins is None:
            return range(at, len(buffer))
        return (match.start() for match in self._begins.finditer(buffer, at))


class MessageDecoder:
    """Decodes messages that the line delivers whole (a Bluetooth value): exactly, from their first byte.

    A recording may hold several in a row: `feed` takes messages as long as they follow each other without
    a gap. What is behind the last one is counted and never searched: a message with something before it
    is not that message.
    """

    def __init__(self, length_at: LengthAt, parse: Parse) -> None:
        self.dropped = 0
        self._length_at = length_at
        self._parse = parse

    def feed(self, data: bytes) -> list[Frame]:
        """Take whole messages, return their frames."""
        result: list[Frame] = []
        at = 0
        while at < len(data):
            length = self._length_at(data, at)
            frames = self._parse(data[at : at + length]) if 0 < length <= len(data) - at else None
            if frames is None:
                break
            result.extend(frames)
            at += length
        self.dropped += len(data) - at
        return result

    def finish(self) -> list[Frame]:
        """Nothing waits."""
        return []
