"""One visit's events in a memfd, so that a crashed session can go on where the patient was.

The launcher makes it and holds its descriptor; only a session opens it. It lives in memory alone and is
dropped at the wipe. Each record is a length, a CRC-32 and the bytes; a torn last record (the session died
while writing) is left out.
"""

import os
import struct
import zlib
from typing import Final

_HEAD: Final = struct.Struct("<II")
MAX_SIZE: Final = 16 << 20  # bytes


class JournalFull(Exception):
    """The visit left more events than a journal holds."""


class Journal:
    """Appends to and reads a journal's descriptor; the descriptor stays the caller's."""

    def __init__(self, fd: int) -> None:
        self._fd = fd
        self._end = 0

    def replay(self) -> list[bytes]:
        """Return the whole records, oldest first, and go on behind them."""
        records: list[bytes] = []
        size = os.fstat(self._fd).st_size
        at = 0
        while at + _HEAD.size <= size:
            length, crc = _HEAD.unpack(os.pread(self._fd, _HEAD.size, at))
            data = os.pread(self._fd, length, at + _HEAD.size)
            if len(data) < length or zlib.crc32(data) != crc:
                break
            records.append(data)
            at += _HEAD.size + length
        self._end = at
        return records

    def append(self, record: bytes) -> None:
        """Add a record; JournalFull when it does not fit."""
        if self._end + _HEAD.size + len(record) > MAX_SIZE:
            raise JournalFull
        data = _HEAD.pack(len(record), zlib.crc32(record)) + record
        os.pwrite(self._fd, data, self._end)
        self._end += len(data)

    def clear(self) -> None:
        """Forget everything; the pages go back to the kernel."""
        os.ftruncate(self._fd, 0)
        self._end = 0


def create() -> int:
    """Return the descriptor of a new, empty journal (the launcher's part)."""
    return os.memfd_create("carepost-journal", os.MFD_CLOEXEC)
