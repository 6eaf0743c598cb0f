"""The durable store: SQLite, write-ahead log, every commit synced. Synchronous, for one thread at a time.

What is committed here is chained by lane and signed by the commit. `offline_queue.queue.Queue` is the
asyncio front with the writer thread; the command line uses this directly.
"""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, Self
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract.envelope import COARSE_S, FIRST, Fate, Lane, open_receipt
from offline_queue import ballast, settling
from offline_queue.chain import Head, Origin, build
from offline_queue.database import FILE, connect, give_back, hold, in_words, insert, is_damage
from offline_queue.errors import LaneFull, PayloadTooLarge, QueueFull, QueueUnavailable, StaleReceipt
from offline_queue.model import (
    DAY_S,
    Change,
    Damage,
    LaneStanding,
    Limits,
    Put,
    Space,
    Standing,
    lane_range,
)
from offline_queue.salvage import ensure_sound
from offline_queue.settling import Settled, coarse
from offline_queue.space import Room, size_of
from offline_queue.tally import Move, Tally, standing_of

_STREAM_BYTES: Final = 16
_MOST_SWEEPS: Final = 20  # portions forgotten early for one commit, so that it does not wait for long


class Insight(NamedTuple):
    """How a store stands, of one moment."""

    lanes: dict[Lane, LaneStanding]
    space: Space
    epoch: UUID | None
    last_receipt: int | None


def since_boot() -> float:
    """Return seconds since boot, sleep included."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


class Store:
    """One station's outbox on disk. Open it with `Store.open`; close it when done."""

    def __init__(
        self,
        directory: Path,
        *,
        station: UUID,
        signer: Ed25519PrivateKey,
        boot_id: UUID,
        keep_s: float,
        remember_s: float,
        forget_when: Fate,
        limits: Limits,
        wall: Callable[[], float],
        monotonic: Callable[[], float],
    ) -> None:
        self.directory = directory
        self.limits = limits
        self.damage: Damage | None = None  # what was found broken when this store was opened
        self._station, self._signer, self._boot_id = station, signer, boot_id
        self._keep_s, self._remember_s = keep_s, remember_s
        self._forgettable = [Standing.BACKED_UP]
        if forget_when is Fate.STORED:
            self._forgettable.append(Standing.STORED)
        self._wall, self._monotonic = wall, monotonic
        self._db: sqlite3.Connection | None = None
        self._heads: dict[Lane, Head] = {}
        self._tally = Tally()
        self._room = Room(limits, self._forgettable)
        self._version = 0  # SQLite's, of what others have written
        self._aged_from = (0.0, 0.0)  # the store's age when it was opened, and the monotonic time then
        self._broken = False
        self._lock: int | None = hold(directory)

    @classmethod
    def open(
        cls,
        path: Path,
        *,
        station: UUID,
        signer: Ed25519PrivateKey,
        boot_id: UUID,
        keep_s: float = 7 * DAY_S,
        remember_s: float = 90 * DAY_S,
        forget_when: Fate = Fate.STORED,
        limits: Limits | None = None,
        wall: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = since_boot,
    ) -> Self:
        """Open or make the store in directory `path`, held by this process alone.

        `signer` is the station's key. Payloads are forgotten `keep_s` after the hub reported `forget_when`
        (earlier only when space is short), their ids `remember_s` later; both are seconds for which the store
        was open, so that no clock that jumps can shorten them. A damaged database is set aside (`damage`).
        Raises QueueUnavailable, QueueFull.
        """
        try:
            path.mkdir(mode=0o700, parents=True, exist_ok=True)
            store = cls(
                path, station=station, signer=signer, boot_id=boot_id, keep_s=keep_s, remember_s=remember_s,
                forget_when=forget_when, limits=limits or Limits(), wall=wall, monotonic=monotonic,
            )  # fmt: skip
        except OSError as error:
            raise QueueUnavailable(f"the queue's directory cannot be used: {error.strerror}") from error
        try:
            store._connect_somehow()
        except BaseException:
            store.close()
            raise
        return store

    def close(self) -> None:
        """Close the database and let go of the lock."""
        self._disconnect()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def check(self, put: Put) -> None:
        """Raise ValueError or PayloadTooLarge for what can never be put."""
        if len(put.stream) != _STREAM_BYTES:
            raise ValueError(f"a stream is {_STREAM_BYTES} bytes, not {len(put.stream)}")
        size = len(put.payload.ciphertext)
        if size > self.limits.max_payload:
            raise PayloadTooLarge(f"{size} bytes in one put; at most {self.limits.max_payload}")

    @property
    def space(self) -> Space:
        """How full it was at the last look. May be asked from any thread."""
        return self._room.space

    def commit(self, puts: Sequence[Put]) -> list[Put]:
        """Make puts durable in one transaction under one signature; return those that were new.

        All or none. An id that is known already, also after delivery, is left as it is.
        Raises QueueFull (LaneFull when only this lane is refused), QueueUnavailable.
        """
        for refusal in self._refusals(puts).values():
            raise refusal
        return self._commit(puts)

    def commit_what_may(self, puts: Sequence[Put]) -> tuple[list[Put], dict[int, LaneFull]]:
        """As `commit`, without those whose lane takes nothing just now; they are returned by their index."""
        refused = self._refusals(puts)
        taken = [put for index, put in enumerate(puts) if index not in refused]
        return (self._commit(taken) if taken else []), refused

    def settle(self, encoded: bytes, public_of: Mapping[bytes, bytes]) -> list[Change]:
        """Apply a hub's receipt: what it names by id and hash is marked, nothing else is touched.

        `public_of`: raw Ed25519 key of the hub by key id. A new epoch puts all that is held back in line.
        Raises SealError (not a receipt of this hub), StaleReceipt, QueueFull, QueueUnavailable.
        """
        receipt = open_receipt(encoded, dict(public_of))
        with self._transaction() as (db, moves):
            settled = settling.apply_receipt(db, receipt, coarse(self._age()))
            moves.extend(settled.moves)
        return settled.changes

    def mark_damaged(self, identities: Sequence[UUID]) -> list[Change]:
        """Take entries out of the line whose payload the disk no longer gives back; they stay visible."""
        return self._change(lambda db: settling.take_out(db, identities, Standing.DAMAGED))

    def mark_refused(self, identities: Sequence[UUID]) -> list[Change]:
        """Take entries out of the line that are too large to get through even alone; they stay visible."""
        return self._change(lambda db: settling.take_out(db, identities, Standing.REFUSED))

    def release(self, identities: Sequence[UUID] | None = None) -> list[Change]:
        """Put what was quarantined or refused back in line, to be offered again; None: all of it."""
        return self._change(lambda db: settling.put_back(db, identities))

    def forget(self) -> int:
        """Forget one portion of what is due: payloads first, much later ids. Return how many rows went.

        Then give free pages back to the disk, a portion too.
        """
        age = self._age()
        now = int(age) - COARSE_S  # times are noted rounded down: an hour later, never early
        sweep = self.limits.sweep
        with self._transaction() as (db, moves):
            moves.extend(
                settling.forget_bodies(
                    db, self._forgettable, age=coarse(age), limit=sweep, before=int(now - self._keep_s)
                )
            )
            last = {lane: head.place for lane, head in self._heads.items()}
            gone = len(moves) + settling.forget_ids(db, last, int(now - self._remember_s), sweep)
            db.execute("UPDATE about SET age = ?", (coarse(age),))
        return gone

    def look(self) -> Space:
        """Look at the disk and at what others changed; forget early when space is short.

        Raises QueueUnavailable.
        """
        db = self._ready()
        try:
            if db.execute("PRAGMA data_version").fetchone()[0] != self._version:
                self._count(db)
            self._room.look(db, self.directory, self._tally, self.limits)
            if self._room.tight:
                self._forget_early(None)
            if self._room.failed and self._room.enough_to_try:
                self._try_writing(db)
            give_back(db, self.limits)
        except (sqlite3.Error, OSError) as error:
            raise self._failed(error) from error
        return self._room.space

    def _try_writing(self, db: sqlite3.Connection) -> None:
        """After a full disk: does it write again? Nobody may put while it is said to be full."""
        db.execute("UPDATE about SET age = ?", (coarse(self._age()),))
        if self._room.worked():
            self._room.look(db, self.directory, self._tally, self.limits)

    def insight(self) -> Insight:
        """Return how things stand, without counting. Raises QueueUnavailable."""
        db = self._ready()
        try:
            epoch = db.execute("SELECT epoch FROM epoch ORDER BY n DESC LIMIT 1").fetchone()
            receipt = db.execute("SELECT receipt_time FROM about").fetchone()[0]
            lanes = {lane: standing_of(self._tally, lane, self._since(db, lane)) for lane in Lane}
        except sqlite3.Error as error:
            raise self._failed(error) from error
        return Insight(lanes, self._room.space, UUID(bytes=epoch[0]) if epoch else None, receipt)

    def _since(self, db: sqlite3.Connection, lane: Lane) -> int | None:
        sql = "SELECT wall FROM entry WHERE standing = 0 AND place BETWEEN ? AND ? ORDER BY place LIMIT 1"
        first = db.execute(sql, lane_range(lane)).fetchone()
        return first[0] if first else None

    def _commit(self, puts: Sequence[Put]) -> list[Put]:
        db = self._ready()
        try:
            try:
                return self._write(db, puts)
            except sqlite3.IntegrityError:
                self._undo(db)
            fresh = self._unknown(db, puts)
            return self._write(db, fresh) if fresh else []
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _write(self, db: sqlite3.Connection, puts: Sequence[Put]) -> list[Put]:
        origin = Origin(
            self._station, self.store_id, coarse(self._wall()), coarse(self._monotonic()), self._boot_id
        )
        rows = build(puts, self._heads, origin, self._signer)
        db.execute("BEGIN IMMEDIATE")
        insert(db, "INSERT INTO entry (place, id, stream, seq, hash, wall, size)", rows.entries)
        insert(db, "INSERT INTO body (place, envelope, proof)", rows.bodies)
        db.execute("COMMIT")
        self._heads = rows.heads
        self._tally.apply(
            Move(lane, count, size, None, Standing.WAITING) for lane, (count, size) in rows.added.items()
        )
        if self._room.worked():
            self._room.look(db, self.directory, self._tally, self.limits)
        return list(puts)

    def _unknown(self, db: sqlite3.Connection, puts: Sequence[Put]) -> list[Put]:
        """Return the puts whose id is new, each id once. A damaged one makes way for its payload."""
        fresh: dict[UUID, Put] = {}
        for put in puts:
            row = db.execute("SELECT standing FROM entry WHERE id = ?", (put.id.bytes,)).fetchone()
            if row is not None and row[0] == Standing.DAMAGED:
                db.execute("UPDATE entry SET id = randomblob(16) WHERE id = ?", (put.id.bytes,))
                row = None
            if row is None:
                fresh.setdefault(put.id, put)
        return list(fresh.values())

    def _refusals(self, puts: Sequence[Put]) -> dict[int, LaneFull]:
        """Return which puts have no room, by index, after forgetting early what may be forgotten."""
        if self._room.ample(size_of(puts)):
            return {}
        db = self._ready()
        try:
            self._room.look(db, self.directory, self._tally, self.limits)
            refused = self._room.refusals(puts)
            for _ in range(_MOST_SWEEPS):
                if not refused:
                    break
                first = next(iter(refused))
                lane = puts[first].lane if refused[first].why == "quota" else None
                if not self._forget_early(lane):
                    break
                refused = self._room.refusals(puts)
            return {i: r for i, r in refused.items() if not self._knows(db, puts[i].id)}
        except (sqlite3.Error, OSError) as error:
            raise self._failed(error) from error

    def _knows(self, db: sqlite3.Connection, identity: UUID) -> bool:
        sql = "SELECT 1 FROM entry WHERE id = ? AND standing != ?"
        return db.execute(sql, (identity.bytes, Standing.DAMAGED)).fetchone() is not None

    def _forget_early(self, lane: Lane | None) -> bool:
        """Forget a portion of what the hub has, oldest first, before its keep time; False when none is left.

        Only by the receipt the profile demands. `lane`: only of this one.
        """
        age = coarse(self._age())
        with self._transaction() as (db, moves):
            moves.extend(
                settling.forget_bodies(db, self._forgettable, age=age, limit=self.limits.sweep, lane=lane)
            )
        self._room.look(db, self.directory, self._tally, self.limits)
        return bool(moves)

    def _change(self, change: Callable[[sqlite3.Connection], Settled]) -> list[Change]:
        with self._transaction() as (db, moves):
            settled = change(db)
            moves.extend(settled.moves)
        return settled.changes

    @contextlib.contextmanager
    def _transaction(self) -> Iterator[tuple[sqlite3.Connection, list[Move]]]:
        """A transaction; what it notes as moved is counted once it is durable. Raises QueueError."""
        db = self._ready()
        moves: list[Move] = []
        try:
            db.execute("BEGIN IMMEDIATE")
            yield db, moves
            db.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._failed(error) from error
        except StaleReceipt:
            self._undo(db)
            raise
        self._tally.apply(moves)
        if moves:
            self._room.changed()

    def _age(self) -> float:
        """Return for how many seconds this store has been open in its life, sleep included."""
        age, began = self._aged_from
        return age + max(0.0, self._monotonic() - began)

    def _ready(self) -> sqlite3.Connection:
        """Return the connection, made anew after a failure: what a failed sync left behind is not trusted."""
        if self._lock is None:
            raise QueueUnavailable("the queue is closed")
        if self._db is None:
            self._connect(check=self._broken)
        if self._db is None:
            raise QueueUnavailable("the queue cannot be opened")
        return self._db

    def _connect_somehow(self) -> None:
        """Connect; on a disk that others have filled, with the room that was kept back for this."""
        try:
            self._connect(check=True)
        except QueueFull:
            if not ballast.give_up(self.directory):
                raise
            self._connect(check=True)

    def _connect(self, *, check: bool) -> None:
        first = not self._heads
        if check:
            damage = ensure_sound(
                self.directory,
                public=self._signer.public_key().public_bytes_raw(),
                limits=self.limits,
                now=int(self._wall()),
            )
            self.damage = damage or self.damage
            self._broken = False
        try:
            self._db = db = connect(self.directory / FILE, self.limits)
            store, age = db.execute("SELECT store, age FROM about").fetchone()
            self.store_id = UUID(bytes=store)
            self._heads = {lane: self._last(db, lane) for lane in Lane}
            self._count(db)
            if first:
                self._aged_from = (age, self._monotonic())
                self._room.look(db, self.directory, self._tally, self.limits)
        except (sqlite3.Error, OSError) as error:
            raise self._failed(error) from error

    def _count(self, db: sqlite3.Connection) -> None:
        """Count anew: at the start, after a failure, and when another process has written."""
        self._version = db.execute("PRAGMA data_version").fetchone()[0]
        self._tally.recount(db)
        self._room.changed()

    def _last(self, db: sqlite3.Connection, lane: Lane) -> Head:
        low, high = lane_range(lane)
        row = db.execute(
            """SELECT place, seq, hash, store FROM entry WHERE place BETWEEN ? AND ?
               ORDER BY place DESC LIMIT 1""",
            (low, high),
        ).fetchone()
        if row is None:
            return Head(low, 0, FIRST)
        place, seq, last_hash, foreign = row
        return Head(place, seq, last_hash) if foreign is None else Head(place, 0, FIRST)

    def _undo(self, db: sqlite3.Connection) -> None:
        if db.in_transaction:
            db.execute("ROLLBACK")

    def _failed(self, error: sqlite3.Error | OSError) -> Exception:
        """Undo, let go of the connection, and say what happened in the queue's words."""
        self._broken = self._broken or (isinstance(error, sqlite3.Error) and is_damage(error))
        self._disconnect()
        said = in_words(error, self.directory)
        if isinstance(said, QueueFull):
            self._room.full()
        return said

    def _disconnect(self) -> None:
        """Close the database; an open transaction is rolled back by that."""
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._db.close()
            self._db = None
