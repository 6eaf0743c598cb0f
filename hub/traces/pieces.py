"""A clean file as pieces of the original: kept ranges, zeros in the place of what went, a few bytes of ours.

Pure. What is kept is named by offsets, so a clean file costs a short list and no copy.
"""

import base64
from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

MOST: Final = 4096  # pieces of one file: more is no picture but an attack on whoever stores the list


class UnreadableError(Exception):
    """The file is not what it says, or not in a form that is understood; words without its content."""


class Keep(NamedTuple):
    """Bytes `start` up to, not including, `end` of the original."""

    start: int
    end: int

    @property
    def size(self) -> int:
        """Bytes."""
        return self.end - self.start


class Zeros(NamedTuple):
    """So many zero bytes, where something was that has to keep its room."""

    size: int


class Put(NamedTuple):
    """Bytes of our own."""

    data: bytes

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self.data)


Piece = Keep | Zeros | Put


class Clean(NamedTuple):
    """A file without traces. `removed`: what went, each word once; `width` and `height` as shown, in pixels.

    `orientation`: EXIF's, 1 (as it is) to 8. Of a JPEG `process`, the SOF marker (0xC0: baseline),
    `components`, and whether its colours are `subsampled` (1, else 0).
    """

    pieces: tuple[Piece, ...]
    removed: tuple[str, ...]
    width: int = 0
    height: int = 0
    orientation: int = 1
    process: int = 0
    components: int = 0
    subsampled: int = 0

    @property
    def size(self) -> int:
        """Bytes of the clean file."""
        return sum(piece.size for piece in self.pieces)


class Builder:
    """Collects pieces from the front to the back of the original."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._removed: dict[str, None] = {}

    def keep(self, start: int, end: int) -> None:
        """Keep a range; one that follows on the last is joined to it."""
        last = self._pieces[-1] if self._pieces else None
        if isinstance(last, Keep) and last.end == start:
            self._pieces[-1] = Keep(last.start, end)
        elif end > start:
            self._add(Keep(start, end))

    def drop(self, word: str) -> None:
        """Leave out what comes next."""
        self._removed[word] = None

    def blank(self, size: int, word: str = "") -> None:
        """Put zeros in the place of what comes next; without a word nobody is told: it was room."""
        if word:
            self._removed[word] = None
        if size > 0:
            self._add(Zeros(size))

    def put(self, data: bytes) -> None:
        """Put bytes of our own."""
        self._add(Put(data))

    def _add(self, piece: Piece) -> None:
        if len(self._pieces) >= MOST:
            raise UnreadableError("it is in too many parts")
        self._pieces.append(piece)

    def done(self, **about: int) -> Clean:
        """Return the clean file."""
        return Clean(tuple(self._pieces), tuple(self._removed), **about)


def part(pieces: Sequence[Piece], first: int, end: int) -> Iterator[Piece]:
    """Yield the pieces of bytes `first` up to `end` of the clean file."""
    at = 0
    for piece in pieces:
        low, high = max(first, at) - at, min(end, at + piece.size) - at
        if low < high:
            match piece:
                case Keep(start, _):
                    yield Keep(start + low, start + high)
                case Zeros():
                    yield Zeros(high - low)
                case Put(data):
                    yield Put(data[low:high])
        at += piece.size
        if at >= end:
            return


def to_json(pieces: Sequence[Piece]) -> list[Any]:
    """Return pieces as they are kept in the database."""
    found: list[Any] = []
    for piece in pieces:
        match piece:
            case Keep(start, end):
                found.append([start, end])
            case Zeros(size):
                found.append(size)
            case Put(data):
                found.append(base64.b64encode(data).decode())
    return found


def from_json(kept: Sequence[Any]) -> list[Piece]:
    """Return what `to_json` made."""
    found: list[Piece] = []
    for one in kept:
        if isinstance(one, int):
            found.append(Zeros(one))
        elif isinstance(one, str):
            found.append(Put(base64.b64decode(one)))
        else:
            found.append(Keep(int(one[0]), int(one[1])))
    return found
