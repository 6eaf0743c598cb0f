"""A database that cannot be trusted is set aside, what can be read is carried over, and work goes on.

Row by row: every entry that still reads and proves itself (by its hash or the station's signature) goes into
a fresh store under the id it had. The set-aside file is kept for a technician. An interruption at any step
leaves either the old file in place or the new one complete.
"""

import contextlib
import logging
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple
from uuid import UUID, uuid4

import msgspec

from contract.envelope import Envelope, Lane, SignedEnvelope, digest, open_envelope
from contract.seal import SealError
from offline_queue.database import FILE, SIDES, connect, connect_to_read, in_words, is_damage, sync
from offline_queue.migrations import migrate
from offline_queue.model import Damage, Limits, Standing, lane_range
from offline_queue.reader import signed_envelope

_NEW: Final = "queue-new.db"
_MAGIC: Final = b"SQLite format 3\0"
_PATIENCE: Final = 20_000  # unreadable places in a row before the rest of a lane is given up
_log = logging.getLogger(__name__)


class _Entry(NamedTuple):
    id: bytes
    stream: bytes
    store: bytes | None
    seq: int
    hash: bytes
    wall: int
    standing: int
    settled: int | None


def ensure_sound(directory: Path, *, public: bytes, limits: Limits, now: int) -> Damage | None:
    """Leave a sound database in `directory`, making or replacing it as needed; say what was damaged.

    Raises QueueError when the disk does not let us (full, not writable).
    """
    path, new = directory / FILE, directory / _NEW
    try:
        if not path.exists() and new.exists() and _problem(new, limits) is None:
            _adopt(new, path, now)  # a replacement was interrupted between its two renames
        _remove(new)
        if not path.exists():
            _build(new, limits, None, None)
            _adopt(new, path, now)
            return None
        problem = _problem(path, limits)
        return None if problem is None else _replace(directory, problem, public, limits, now)
    except sqlite3.Error as error:
        raise in_words(error, directory) from error


def _problem(path: Path, limits: Limits) -> str | None:
    """Return what is wrong with the content of a database, or None."""
    with path.open("rb") as file:
        if file.read(len(_MAGIC)) != _MAGIC:
            return "it does not begin as a database does"
    try:
        with contextlib.closing(connect(path, limits)) as db:
            verdict = db.execute("PRAGMA quick_check(1)").fetchone()[0]
            if verdict != "ok":
                return str(verdict).splitlines()[0][:200]
            if db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'about'").fetchone() == (0,):
                return "empty: it has lost its tables"
            migrate(db)
            return None if db.execute("SELECT store FROM about").fetchone() else "it has lost its identity"
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
        return str(error)


def _replace(directory: Path, problem: str, public: bytes, limits: Limits, now: int) -> Damage:
    path, new = directory / FILE, directory / _NEW
    stamp = datetime.fromtimestamp(now, UTC).strftime("%Y%m%dT%H%M%SZ")
    kept_as = f"queue-damaged-{stamp}.db"
    number = 1
    while (directory / kept_as).exists():
        number += 1
        kept_as = f"queue-damaged-{stamp}-{number}.db"
    damage = _build(new, limits, path, Damage(now, problem, kept_as, 0, 0), public)
    assert damage is not None
    path.rename(directory / kept_as)
    for side in SIDES:
        with contextlib.suppress(FileNotFoundError):
            (directory / (FILE + side)).rename(directory / (kept_as + side))
    _adopt(new, path, now)
    _log.error(
        "queue database damaged (%s): kept as %s, %d payloads salvaged, %d known lost",
        problem, kept_as, damage.salvaged, damage.lost,
    )  # fmt: skip
    return damage


def _set_aside_sides(directory: Path, now: int) -> None:
    """Move a log without its database out of the way: it must not be played into a new one."""
    for side in SIDES:
        with contextlib.suppress(FileNotFoundError):
            (directory / (FILE + side)).rename(directory / f"queue-orphan-{now}.db{side}")


def _remove(path: Path) -> None:
    for side in ("", *SIDES):
        (path.parent / (path.name + side)).unlink(missing_ok=True)


def _adopt(new: Path, path: Path, now: int) -> None:
    _set_aside_sides(path.parent, now)
    sync(path.parent)  # an old log beside the new database would be played into it
    sync(new)
    new.rename(path)
    sync(path.parent)
    sync(path.parent.parent)


def _build(
    new: Path, limits: Limits, old: Path | None, damage: Damage | None, public: bytes = b""
) -> Damage | None:
    """Make a complete store beside the old one, with what can be carried over."""
    with contextlib.closing(connect(new, limits)) as db:
        migrate(db)
        db.execute("BEGIN IMMEDIATE")
        db.execute("INSERT INTO about (one, store) VALUES (1, ?)", (uuid4().bytes,))
        if old is not None and damage is not None:
            salvaged, lost = _carry_over(old, db, public, limits)
            damage = damage._replace(salvaged=salvaged, lost=lost)
            db.execute(
                "INSERT INTO damage (time, problem, kept_as, salvaged, lost) VALUES (?, ?, ?, ?, ?)", damage
            )
        # Its age goes on from the latest it noted: what is kept for a time is kept no shorter.
        db.execute("UPDATE about SET age = coalesce((SELECT max(settled) FROM entry), 0)")
        db.execute("COMMIT")
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    new.chmod(0o600)
    return damage


def _carry_over(old: Path, db: sqlite3.Connection, public: bytes, limits: Limits) -> tuple[int, int]:
    salvaged = lost = 0
    try:
        with contextlib.closing(connect_to_read(old, limits)) as source:
            source.execute("SELECT count(*) FROM sqlite_master").fetchone()  # or there is nothing to find
            former = _former_store(source)
            for epoch in _rows(
                source, "SELECT n, epoch, met FROM epoch WHERE n BETWEEN ? AND ? ORDER BY n", 0, 1 << 30
            ):
                db.execute("INSERT OR IGNORE INTO epoch (n, epoch, met) VALUES (?, ?, ?)", epoch)
            for lane in Lane:
                saved, gone = _carry_lane(source, db, lane, former, public)
                salvaged, lost = salvaged + saved, lost + gone
    except sqlite3.Error as error:
        if not is_damage(error):
            raise
    return salvaged, lost


def _former_store(source: sqlite3.Connection) -> bytes:
    try:
        row = source.execute("SELECT store FROM about").fetchone()
    except sqlite3.Error:
        row = None
    return row[0] if row and isinstance(row[0], bytes) else bytes(16)  # damage may leave anything


def _rows(source: sqlite3.Connection, sql: str, low: int, high: int) -> Iterator[tuple[Any, ...]]:
    """Yield the rows whose first column is in the range, stepping over those that cannot be read.

    Strictly upwards: in a damaged tree a page may be met again, and a scan of it would never end.
    """
    failures = 0
    while low <= high and failures < _PATIENCE:
        try:
            for row in source.execute(sql, (low, high)):
                if not low <= row[0] <= high:
                    low, failures = low + 1, failures + 1
                    break
                yield row
                low, failures = row[0] + 1, 0
            else:
                return
        except sqlite3.Error as error:
            if not is_damage(error):
                return  # no such table: nothing to step over
            low, failures = low + 1, failures + 1


def _carry_lane(
    source: sqlite3.Connection, db: sqlite3.Connection, lane: Lane, former: bytes, public: bytes
) -> tuple[int, int]:
    low, high = lane_range(lane)
    sql = """SELECT place, id, stream, store, seq, hash, wall, standing, settled
             FROM entry NOT INDEXED WHERE place BETWEEN ? AND ? ORDER BY place"""
    entries = {row[0]: _Entry(*row[1:]) for row in _rows(source, sql, low, high)}
    salvaged = lost = 0
    position = low
    sql = "SELECT place, envelope, proof FROM body WHERE place BETWEEN ? AND ? ORDER BY place"
    for place, envelope, proof in _rows(source, sql, low, high):
        entry = entries.get(place)
        proven = _proven(envelope, proof, entry, public)
        if proven is None:
            continue
        entries.pop(place, None)
        if _insert(
            db, position + 1, entry or _from_envelope(proven, digest(envelope)), former, (envelope, proof)
        ):
            position, salvaged = position + 1, salvaged + 1
    for _, entry in sorted(entries.items()):
        gone = entry.standing != Standing.FORGOTTEN
        kept = entry._replace(standing=Standing.DAMAGED, settled=None) if gone else entry
        if _insert(db, position + 1, kept, former, None):
            position, lost = position + 1, lost + gone
    return salvaged, lost


def _proven(envelope: object, proof: object, entry: _Entry | None, public: bytes) -> Envelope | None:
    """Return the envelope when its hash is the one noted, or the station's signature holds."""
    if not isinstance(envelope, bytes) or not isinstance(proof, bytes):
        return None
    signed: SignedEnvelope | None = signed_envelope(envelope, proof)
    if signed is None:
        return None
    try:
        if entry is not None and digest(envelope) == entry.hash:
            return msgspec.msgpack.decode(envelope, type=Envelope)
        return open_envelope(signed, public)
    except (SealError, msgspec.DecodeError, UnicodeDecodeError):
        return None


def _from_envelope(envelope: Envelope, hashed: bytes) -> _Entry:
    """Rebuild a lost row. It waits again: the hub takes what it lacks and ignores what it has."""
    return _Entry(
        envelope.id.bytes, envelope.stream, envelope.store.bytes, envelope.seq, hashed,
        envelope.wall, Standing.WAITING, None,
    )  # fmt: skip


def _insert(
    db: sqlite3.Connection, place: int, entry: _Entry, former: bytes, body: tuple[bytes, bytes] | None
) -> bool:
    """Write one salvaged entry; False when its row makes no sense or its id is there already."""
    entry = entry._replace(store=entry.store or former)
    try:
        UUID(bytes=entry.id)
        Standing(entry.standing)
        db.execute(
            """INSERT INTO entry (place, id, stream, store, seq, hash, wall, standing, settled, size)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (place, *entry, sum(map(len, body)) if body else 0),
        )
    except (sqlite3.IntegrityError, ValueError, TypeError):
        return False
    if body is not None:
        db.execute("INSERT INTO body (place, envelope, proof) VALUES (?, ?, ?)", (place, *body))
    return True
