"""Reading a file here and there, a window of it in memory at a time."""

from typing import Final, Protocol

from hub.traces.pieces import UnreadableError

WINDOW: Final = 64 << 10  # bytes looked through at a time


class Source(Protocol):
    """A file of known size. `read` returns fewer bytes only at its end."""

    @property
    def size(self) -> int:
        """Bytes."""

    def read(self, at: int, size: int) -> bytes:
        """Return bytes from an offset on."""


class Bytes:
    """A file in memory."""

    def __init__(self, content: bytes) -> None:
        self._content = content

    @property
    def size(self) -> int:
        """Bytes."""
        return len(self._content)

    def read(self, at: int, size: int) -> bytes:
        """Return bytes from an offset on."""
        return self._content[at : at + size]


def exactly(source: Source, at: int, size: int) -> bytes:
    """Return so many bytes; UnreadableError when the file ends before."""
    found = source.read(at, size)
    if len(found) < size:
        raise UnreadableError("it ends too early")
    return found


def number(source: Source, at: int, size: int) -> int:
    """Return a big-endian number."""
    return int.from_bytes(exactly(source, at, size))
