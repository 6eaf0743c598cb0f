"""Connections to the queue's database, and SQLite's errors in the queue's words."""

import errno
import fcntl
import os
import sqlite3
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Final, TypeVar

from offline_queue.errors import QueueError, QueueFull, QueueUnavailable
from offline_queue.model import Limits

T = TypeVar("T")

FILE: Final = "queue.db"
LOCK: Final = "queue.lock"
SIDES: Final = ("-wal", "-shm", "-journal")

_SIZES: Final = (32, 8, 4, 2, 1)  # rows to a statement: few statements to prepare, few calls
_NEXT_TO_NOTHING: Final = 256 << 10  # bytes
_BROKEN: Final = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def connect(path: Path, limits: Limits) -> sqlite3.Connection:
    """Open for writing: write-ahead log, every commit synced. May be used from one thread at a time."""
    connection = sqlite3.connect(
        path, isolation_level=None, check_same_thread=False, timeout=limits.busy_s, cached_statements=64
    )
    try:
        connection.execute("PRAGMA auto_vacuum = INCREMENTAL")  # only a database that is made now heeds it
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA wal_autocheckpoint = {limits.checkpoint_pages:d}")
        if limits.max_pages is not None:
            connection.execute(f"PRAGMA max_page_count = {limits.max_pages:d}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path, limits: Limits) -> sqlite3.Connection:
    """Open for reading only; never writes a byte of the database."""
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro",
        uri=True,
        isolation_level=None,
        check_same_thread=False,
        timeout=limits.busy_s,
    )


def insert(db: sqlite3.Connection, into: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Insert rows many to a statement: each statement gives up the interpreter's lock, and waits for it."""
    marks = f"({', '.join('?' * len(rows[0]))})"
    for part in batched(rows):
        db.execute(f"{into} VALUES {', '.join([marks] * len(part))}", list(chain.from_iterable(part)))


def batched(things: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield portions for a statement each, of few sizes, so that few statements are prepared."""
    at = 0
    while at < len(things):
        size = next(size for size in _SIZES if size <= len(things) - at)
        yield things[at : at + size]
        at += size


def is_damage(error: sqlite3.Error) -> bool:
    """Return whether an error means that the file's content is broken, not that the disk is busy or full."""
    code = getattr(error, "sqlite_errorcode", 0)
    return code & 0xFF in _BROKEN or code == sqlite3.SQLITE_IOERR_READ


def in_words(error: sqlite3.Error | OSError, directory: Path | None = None) -> QueueError:
    """Return the queue's error for one of SQLite's or the system's. `directory`: the store's."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    failed = code == sqlite3.SQLITE_IOERR and directory is not None and _is_full(directory)
    no_space = isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT}
    if code == sqlite3.SQLITE_FULL or failed or no_space:
        return QueueFull("no space left to save in; nothing was half-written")
    return QueueUnavailable(f"the queue's database cannot be used just now: {error}")


def _is_full(directory: Path) -> bool:
    """Say whether the disk has next to nothing left: some writes of SQLite's fail then as I/O errors."""
    try:
        disk = os.statvfs(directory)
    except OSError:
        return False
    return disk.f_bavail * disk.f_frsize < _NEXT_TO_NOTHING


def give_back(db: sqlite3.Connection, limits: Limits) -> None:
    """Give a portion of the free pages back to the disk, once they are many: after a long outage."""
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    unused = db.execute("PRAGMA freelist_count").fetchone()[0]
    if unused > max(limits.give_back_pages, pages // 4):
        # A script, for it is stepped to its end; `execute` would stop after the first page.
        db.executescript(f"PRAGMA incremental_vacuum({limits.give_back_pages:d})")


def sync(path: Path) -> None:
    """Have one file, or the names in one directory, on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def hold(directory: Path) -> int:
    """Take the store's lock for this process and return its descriptor; the kernel frees it at any death."""
    descriptor = os.open(directory / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        os.close(descriptor)
        raise QueueUnavailable("another process has this queue open") from error
    return descriptor
