"""MDER, the encoding of 11073-20601: big-endian numbers, octet strings and lists with their sizes in front.

Every count and length is checked against what is there before it is used; nothing is read beyond it.
"""

from collections.abc import Iterable


class MalformedError(ValueError):
    """What stands there does not fit the encoding. Never leaves this package."""


class Reader:
    """Reads from the front; MalformedError when less is there than is asked for."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = 0

    @property
    def left(self) -> int:
        """Bytes not read yet."""
        return len(self._data) - self._at

    def take(self, size: int) -> bytes:
        """Return the next bytes."""
        if size > self.left:
            raise MalformedError(f"{size} bytes wanted, {self.left} are left")
        self._at += size
        return self._data[self._at - size : self._at]

    def u8(self) -> int:
        """Return an unsigned byte."""
        return self.take(1)[0]

    def u16(self) -> int:
        """Return an unsigned 16-bit number."""
        return int.from_bytes(self.take(2), "big")

    def u32(self) -> int:
        """Return an unsigned 32-bit number."""
        return int.from_bytes(self.take(4), "big")

    def octets(self) -> bytes:
        """Return an octet string (or ANY): a length and as many bytes."""
        return self.take(self.u16())

    def items(self, smallest: int) -> "tuple[int, Reader]":
        """Return a list's count and a reader of its elements, each of which has `smallest` bytes or more."""
        count = self.u16()
        body = Reader(self.octets())
        if count * smallest > body.left:
            raise MalformedError(f"{count} elements of {smallest} bytes do not fit into {body.left}")
        return count, body

    def finish(self) -> None:
        """Make sure that nothing is left."""
        if self.left:
            raise MalformedError(f"{self.left} bytes too many")


def u8(number: int) -> bytes:
    """Write an unsigned byte."""
    return number.to_bytes(1, "big")


def u16(*numbers: int) -> bytes:
    """Write unsigned 16-bit numbers."""
    return b"".join(number.to_bytes(2, "big") for number in numbers)


def u32(*numbers: int) -> bytes:
    """Write unsigned 32-bit numbers."""
    return b"".join(number.to_bytes(4, "big") for number in numbers)


def octets(data: bytes) -> bytes:
    """Write an octet string (or ANY) with its length."""
    return u16(len(data)) + data


def items(elements: Iterable[bytes]) -> bytes:
    """Write a list: its count, its length, its elements."""
    written = list(elements)
    return u16(len(written)) + octets(b"".join(written))
