"""The peers of our queue, each as its users would use it, every commit synced (WAL, synchronous=FULL).

`plain sqlite3` is what a program writes that wants durability and nothing else. The others are in
requirements/bench.txt and live in an environment of their own (scripts/bench makes it), so this module needs
nothing but Python: `python -m bench.queues NAME FOLDER` measures one of them in a process of its own.
"""

import argparse
import json
import os
import sqlite3
import threading
import time
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final, Protocol

PLAIN: Final = "plain sqlite3 WAL FULL"
SIZE: Final = 1024  # bytes of a payload


class Peer(Protocol):
    """A durable queue of bytes in a folder that it makes; any thread may put."""

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

    def __init__(self, folder: Path) -> None:
        import persistqueue

        self._queue: Any = persistqueue.SQLiteAckQueue(str(folder), multithreading=True)

    def put(self, body: bytes) -> None:
        """Put; durable when it returns."""
        self._queue.put(body)

    def take(self) -> None:
        """Get and acknowledge."""
        self._queue.ack(self._queue.get())

    def close(self) -> None:
        """Close the database."""
        self._queue.close()


class LiteQueue:
    """litequeue, forced from NORMAL to FULL."""

    def __init__(self, folder: Path) -> None:
        import litequeue

        folder.mkdir()
        self._queue: Any = litequeue.LiteQueue(folder / "db")
        self._queue.conn.execute("PRAGMA synchronous = FULL")

    def put(self, body: bytes) -> None:
        """Put; durable when it returns."""
        self._queue.put(body)

    def take(self) -> None:
        """Lock the oldest message, then mark it as done."""
        self._queue.done(self._queue.pop().message_id)

    def close(self) -> None:
        """Close the database."""
        self._queue.conn.close()


class Huey:
    """huey's SqliteStorage with fsync=True; it deletes when it gives out, there is nothing to acknowledge."""

    def __init__(self, folder: Path) -> None:
        from huey.storage import SqliteStorage

        folder.mkdir()
        self._storage: Any = SqliteStorage("bench", str(folder / "db"), fsync=True, strict_fifo=True)

    def put(self, body: bytes) -> None:
        """Enqueue; durable when it returns."""
        self._storage.enqueue(body)

    def take(self) -> None:
        """Take the oldest out."""
        self._storage.dequeue()

    def close(self) -> None:
        """Close the database."""
        self._storage.close()


class DiskCache:
    """diskcache's Deque on a cache with sqlite_synchronous=2 (FULL); it deletes when it gives out."""

    def __init__(self, folder: Path) -> None:
        import diskcache

        cache = diskcache.Cache(str(folder), sqlite_synchronous=2, eviction_policy="none")
        self._deque: Any = diskcache.Deque.fromcache(cache)

    def put(self, body: bytes) -> None:
        """Append; durable when it returns."""
        self._deque.append(body)

    def take(self) -> None:
        """Pop the oldest."""
        self._deque.popleft()

    def close(self) -> None:
        """Close this thread's database."""
        self._deque.cache.close()


PEERS: Final[dict[str, Callable[[Path], Peer]]] = {
    PLAIN: Plain,
    "persist-queue SQLiteAckQueue": PersistQueue,
    "litequeue at FULL": LiteQueue,
    "huey SqliteStorage fsync": Huey,
    "diskcache Deque at FULL": DiskCache,
}


def puts_per_s(peer: Peer, bodies: Sequence[bytes], threads: int) -> float:
    """Put from so many threads at once; puts a second. What a put raises is raised here."""
    share = len(bodies) // threads
    failed: list[Exception] = []

    def work(number: int) -> None:
        try:
            for body in bodies[number * share : (number + 1) * share]:
                peer.put(body)
        except Exception as error:
            failed.append(error)

    workers = [threading.Thread(target=work, args=(number,)) for number in range(threads)]
    began = time.perf_counter()
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    seconds = time.perf_counter() - began
    if failed:
        raise failed[0]
    return share * threads / seconds


def takes_per_s(peer: Peer, count: int) -> float:
    """Take so many, one after the other; takes a second."""
    began = time.perf_counter()
    for _ in range(count):
        peer.take()
    return count / (time.perf_counter() - began)


def main(argv: list[str] | None = None) -> int:
    """Measure one peer; print one JSON object: puts a second, takes a second."""
    parser = argparse.ArgumentParser(prog="python -m bench.queues", description=__doc__)
    parser.add_argument("name", choices=list(PEERS))
    parser.add_argument("folder", type=Path, help="is made")
    parser.add_argument("--puts", type=int, required=True, help=f"how many, of {SIZE} random bytes each")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--takes", type=int, default=0)
    options = parser.parse_args(argv)
    peer = PEERS[options.name](options.folder)
    put = puts_per_s(peer, [os.urandom(SIZE) for _ in range(options.puts)], options.threads)
    drain = takes_per_s(peer, options.takes) if options.takes else None
    peer.close()
    print(json.dumps({"put": put, "drain": drain}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
