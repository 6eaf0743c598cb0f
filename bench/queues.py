"""The peers of our queue, each as its users would use it, every commit synced (WAL, synchronous=FULL).

`plain sqlite3` is what a program writes that wants durability and nothing else. persist-queue is the best
durable queue for Python we know; it is no dependency of ours, so it is used only where it is installed.
"""

import sqlite3
import threading
import time
import uuid
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Final, Protocol

PLAIN: Final = "plain sqlite3 WAL FULL"
PERSIST_QUEUE: Final = "persist-queue"


class Peer(Protocol):
    """A durable queue of bytes; any thread may put."""

    name: str

    def put(self, body: bytes) -> None:
        """Return when it is durable."""
        ...

    def take(self) -> None:
        """Get the oldest and acknowledge it, durably."""
        ...

    def close(self) -> None:
        """Close its files."""
        ...


class Plain:
    """One table, one connection under a lock, a commit for each change."""

    name = f"{PLAIN}, a commit each"

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._lock = threading.Lock()
        self._db = sqlite3.connect(folder / "db", isolation_level=None, check_same_thread=False)
        self._db.execute("PRAGMA journal_mode=WAL")
        self._db.execute("PRAGMA synchronous=FULL")
        self._db.execute("CREATE TABLE q (n INTEGER PRIMARY KEY, id BLOB UNIQUE, body BLOB)")

    def put(self, body: bytes) -> None:
        """Insert a row; durable when it returns."""
        with self._lock:
            self._db.execute("INSERT INTO q (id, body) VALUES (?, ?)", (uuid.uuid4().bytes, body))

    def take(self) -> None:
        """Read the oldest row, then delete it."""
        with self._lock:
            (number, _) = self._db.execute("SELECT n, body FROM q ORDER BY n LIMIT 1").fetchone()
            self._db.execute("DELETE FROM q WHERE n = ?", (number,))

    def close(self) -> None:
        """Close the database."""
        self._db.close()


class PersistQueue:
    """persist-queue's SQLiteAckQueue: WAL, and SQLite's default synchronous=FULL."""

    name = f"{PERSIST_QUEUE} SQLiteAckQueue"

    def __init__(self, folder: Path) -> None:
        import persistqueue  # type: ignore[import-not-found, unused-ignore]

        self._queue = persistqueue.SQLiteAckQueue(str(folder), multithreading=True)

    def put(self, body: bytes) -> None:
        """Put; durable when it returns."""
        self._queue.put(body)

    def take(self) -> None:
        """Get and acknowledge."""
        self._queue.ack(self._queue.get())

    def close(self) -> None:
        """Close the database."""
        self._queue.close()


def best_peer() -> type[PersistQueue] | type[Plain]:
    """Return persist-queue where it is installed, else plain sqlite3."""
    return PersistQueue if find_spec("persistqueue") else Plain


def puts_per_s(peer: Peer, bodies: list[bytes], threads: int) -> float:
    """Put from so many threads at once; puts a second."""
    share = len(bodies) // threads

    def work(number: int) -> None:
        for body in bodies[number * share : (number + 1) * share]:
            peer.put(body)

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    return share * threads / _seconds(lambda: _run(workers))


def takes_per_s(peer: Peer, count: int) -> float:
    """Take so many, one after the other; takes a second."""

    def work() -> None:
        for _ in range(count):
            peer.take()

    return count / _seconds(work)


def _run(workers: list[threading.Thread]) -> None:
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()


def _seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
