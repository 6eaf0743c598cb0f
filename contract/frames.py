"""A ring of video frames in a memfd: one writer, any number of readers, no locks.

The writer owns the memory (memfd, sealed against resizing) and passes its descriptor; no named shared
memory exists, so nothing stays behind. Frames are BGRA, 4 bytes a pixel, rows without padding, as Qt's
Format_RGB32 and OpenCV's BGRA take them. Each slot has a sequence number that is odd while it is being
written (a seqlock): a reader that sees it change while copying reads again.

An eventfd beside the ring wakes the reader; it counts frames, so a slow reader sees only the newest.
"""

import fcntl
import mmap
import os
import struct
from typing import Final, NamedTuple

MAGIC: Final = b"CPRING01"
_HEADER: Final = struct.Struct("<8sIIIQ")  # magic, slots, slot bytes, reserved, newest slot's number
_SLOT: Final = struct.Struct("<QQIIQ")  # sequence, frame number, width, height, captured at (monotonic ns)
_HEADER_SIZE: Final = 64
_SLOT_HEADER: Final = 64
_NEWEST: Final = struct.Struct("<Q")
_NEWEST_AT: Final = 24
MAX_WIDTH: Final = 1920
MAX_HEIGHT: Final = 1080


class Frame(NamedTuple):
    """A picture: BGRA bytes, width and height in pixels, number from 1, capture time (monotonic ns)."""

    data: bytes
    width: int
    height: int
    number: int
    captured_ns: int


class RingWriter:
    """Owns a ring; `fd` and `event` are what a reader needs."""

    def __init__(self, width: int = 1280, height: int = 720, slots: int = 3) -> None:
        if not (0 < width <= MAX_WIDTH and 0 < height <= MAX_HEIGHT and slots > 1):
            raise ValueError(f"a ring of {slots} frames of {width} x {height} cannot be")
        self._slot_bytes = _SLOT_HEADER + width * height * 4
        self._slots = slots
        self._number = 0
        self.fd = os.memfd_create("carepost-frames", os.MFD_CLOEXEC | os.MFD_ALLOW_SEALING)
        size = _HEADER_SIZE + slots * self._slot_bytes
        os.ftruncate(self.fd, size)
        fcntl.fcntl(self.fd, fcntl.F_ADD_SEALS, fcntl.F_SEAL_SHRINK | fcntl.F_SEAL_GROW | fcntl.F_SEAL_SEAL)
        self._map = mmap.mmap(self.fd, size)
        _HEADER.pack_into(self._map, 0, MAGIC, slots, self._slot_bytes, 0, 0)
        self.event = os.eventfd(0, os.EFD_CLOEXEC | os.EFD_NONBLOCK)

    def write(self, data: "bytes | memoryview", width: int, height: int, captured_ns: int) -> None:
        """Publish a frame; ValueError when its size is not width * height * 4 or too large for the ring."""
        if len(data) != width * height * 4 or len(data) + _SLOT_HEADER > self._slot_bytes:
            raise ValueError(f"{len(data)} bytes are not a {width} x {height} frame of this ring")
        self._number += 1
        at = _HEADER_SIZE + (self._number % self._slots) * self._slot_bytes
        sequence = 2 * self._number
        _SLOT.pack_into(self._map, at, sequence - 1, self._number, width, height, captured_ns)
        start = at + _SLOT_HEADER
        self._map[start : start + len(data)] = bytes(data) if isinstance(data, memoryview) else data
        _NEWEST.pack_into(self._map, at, sequence)
        _NEWEST.pack_into(self._map, _NEWEST_AT, self._number)
        os.eventfd_write(self.event, 1)

    def close(self) -> None:
        """Give the memory back once the readers have closed theirs."""
        self._map.close()
        os.close(self.fd)
        os.close(self.event)


class RingReader:
    """Reads a ring whose descriptor came over a link; owns and closes both descriptors."""

    def __init__(self, fd: int, event: int) -> None:
        self.event = event
        self._fd = fd
        size = os.fstat(fd).st_size
        self._map = mmap.mmap(fd, size, prot=mmap.PROT_READ)
        magic, self._slots, self._slot_bytes, _, _ = _HEADER.unpack_from(self._map, 0)
        if magic != MAGIC or size < _HEADER_SIZE + self._slots * self._slot_bytes:
            self.close()
            raise ValueError("not a frame ring")

    def newest(self, after: int = 0) -> Frame | None:
        """Return the newest frame with a number above `after`, or None."""
        (number,) = _NEWEST.unpack_from(self._map, _NEWEST_AT)
        if number <= after:
            return None
        at = _HEADER_SIZE + (number % self._slots) * self._slot_bytes
        sequence, slot_number, width, height, captured = _SLOT.unpack_from(self._map, at)
        size = width * height * 4
        if sequence % 2 or size > self._slot_bytes - _SLOT_HEADER:
            return None
        data = self._map[at + _SLOT_HEADER : at + _SLOT_HEADER + size]
        if _NEWEST.unpack_from(self._map, at)[0] != sequence:
            return None  # overwritten while we copied; the next wake-up brings a newer one
        return Frame(data, width, height, slot_number, captured)

    def close(self) -> None:
        """Close the mapping and both descriptors."""
        self._map.close()
        os.close(self._fd)
        os.close(self.event)
