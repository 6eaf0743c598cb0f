"""The durable store: SQLite, write-ahead log, every commit synced. Synchronous, for one thread at a time.

What is committed here is chained by lane and signed by the commit. `offline_queue.queue.Queue` is the
asyncio front with the writer thread; the command line uses this directly.
"""

import contextlib
import os
import sqlite3
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, Self
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract.envelope import (
    BATCH,
    COARSE_S,
    FIRST,
    VERSION,
    Envelope,
    Fate,
    Lane,
    Receipt,
    digest,
    encode,
    merkle,
    open_receipt,
)
from contract.seal import sign
from offline_queue.database import FILE, connect, hold, in_words, insert, is_damage
from offline_queue.errors import PayloadTooLarge, QueueUnavailable, StaleReceipt
from offline_queue.model import (
    DAY_S,
    STANDING_OF,
    STATE_OF,
    Change,
    Damage,
    Limits,
    Put,
    Standing,
    State,
    lane_of,
    lane_range,
)
from offline_queue.reader import Proof
from offline_queue.salvage import ensure_sound

_STREAM_BYTES: Final = 16
_encode_proof = msgspec.msgpack.Encoder().encode


class _Head(NamedTuple):
    """The last entry of a lane."""

    place: int
    seq: int
    hash: bytes


def coarse(seconds: float) -> int:
    """Round down to the hour: times outside the seal tell little."""
    return int(seconds) // COARSE_S * COARSE_S


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
        self._heads: dict[Lane, _Head] = {}
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

        `signer` is the station's key. Payloads are forgotten `keep_s` after the hub reported `forget_when`,
        their ids `remember_s` later. A damaged database is set aside (see `damage`).
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
            store._connect(check=True)
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

    def commit(self, puts: Sequence[Put]) -> list[Put]:
        """Make puts durable in one transaction under one signature; return those that were new.

        All or none. An id that is known already, also after delivery, is left as it is.
        Raises QueueFull, QueueUnavailable.
        """
        db = self._ready()
        try:
            return self._write(db, puts)
        except sqlite3.IntegrityError:
            self._undo(db)
        except sqlite3.Error as error:
            raise self._failed(error) from error
        try:
            fresh = self._unknown(db, puts)
            return self._write(db, fresh) if fresh else []
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def settle(self, encoded: bytes, public_of: Mapping[bytes, bytes]) -> list[Change]:
        """Apply a hub's receipt: what it names by id and hash is marked, nothing else is touched.

        `public_of`: raw Ed25519 key of the hub by key id. A new epoch puts all that is held back in line.
        Raises SealError (not a receipt of this hub), StaleReceipt, QueueFull, QueueUnavailable.
        """
        receipt = open_receipt(encoded, dict(public_of))
        db = self._ready()
        try:
            db.execute("BEGIN IMMEDIATE")
            changes = self._enter_epoch(db, receipt)
            now = coarse(self._wall())
            for item in receipt.items:
                change = self._mark(db, item.id, item.hash, STANDING_OF[item.fate], now)
                if change is not None:
                    changes[change.id] = change
            db.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._failed(error) from error
        except StaleReceipt:
            self._undo(db)
            raise
        return list(changes.values())

    def mark_damaged(self, identities: Sequence[UUID]) -> list[Change]:
        """Take entries out of the line whose payload the disk no longer gives back; they stay visible."""
        db = self._ready()
        try:
            db.execute("BEGIN IMMEDIATE")
            marked = [self._mark(db, i, None, Standing.DAMAGED, None) for i in identities]
            db.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._failed(error) from error
        return [change for change in marked if change is not None]

    def forget(self) -> int:
        """Forget one portion of what is due: payloads first, much later ids. Return how many rows went."""
        db = self._ready()
        now = int(self._wall()) - COARSE_S  # times are noted rounded down: an hour later, never early
        try:
            db.execute("BEGIN IMMEDIATE")
            gone = self._forget_bodies(db, int(now - self._keep_s))
            gone += self._forget_ids(db, int(now - self._remember_s))
            db.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._failed(error) from error
        return gone

    def _write(self, db: sqlite3.Connection, puts: Sequence[Put]) -> list[Put]:
        wall, monotonic = coarse(self._wall()), coarse(self._monotonic())
        heads = dict(self._heads)
        entries, encoded = [], []
        for lane, payload, identity, stream in puts:
            head = heads[lane]
            envelope = encode(
                Envelope(
                    VERSION,
                    identity,
                    self._station,
                    self.store_id,
                    lane,
                    stream,
                    head.seq + 1,
                    head.hash,
                    payload.key_id,
                    payload.schema,
                    wall,
                    monotonic,
                    self._boot_id,
                    1 << (len(payload.ciphertext) - 1).bit_length(),
                    payload.ciphertext,
                )
            )
            heads[lane] = head = _Head(head.place + 1, head.seq + 1, digest(envelope))
            encoded.append(envelope)
            entries.append((head.place, identity.bytes, stream, head.seq, head.hash, wall))
        root, paths = merkle([entry[4] for entry in entries])
        signature = sign(root, context=BATCH, private=self._signer).signature
        bodies = [
            (entry[0], envelope, _encode_proof(Proof(index, path, signature)))
            for index, (entry, envelope, path) in enumerate(zip(entries, encoded, paths, strict=True))
        ]
        db.execute("BEGIN IMMEDIATE")
        insert(db, "INSERT INTO entry (place, id, stream, seq, hash, wall)", entries)
        insert(db, "INSERT INTO body (place, envelope, proof)", bodies)
        db.execute("COMMIT")
        self._heads = heads
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

    def _enter_epoch(self, db: sqlite3.Connection, receipt: Receipt) -> dict[UUID, Change]:
        """Note the hub's epoch; a new one puts what is still held back in line."""
        known = db.execute("SELECT n FROM epoch WHERE epoch = ?", (receipt.epoch.bytes,)).fetchone()
        last = db.execute("SELECT max(n) FROM epoch").fetchone()[0]
        if known is not None:
            if known[0] != last:
                raise StaleReceipt("receipt from before the hub was restored")
            return {}
        met = coarse(self._wall())
        db.execute("INSERT INTO epoch (epoch, met) VALUES (?, ?)", (receipt.epoch.bytes, met))
        if last is None:
            return {}
        held = "standing IN (1, 2, 3) AND place IN (SELECT place FROM body)"
        rows = db.execute(f"SELECT place, id, stream FROM entry WHERE {held}").fetchall()  # noqa: S608
        db.execute(f"UPDATE entry SET standing = 0, settled = NULL WHERE {held}")  # noqa: S608
        again = [Change(UUID(bytes=i), lane_of(place), stream, State.SAVED) for place, i, stream in rows]
        return {change.id: change for change in again}

    def _mark(
        self, db: sqlite3.Connection, identity: UUID, proof: bytes | None, to: Standing, now: int | None
    ) -> Change | None:
        row = db.execute(
            "SELECT place, stream, hash, standing FROM entry WHERE id = ?", (identity.bytes,)
        ).fetchone()
        if row is None or (proof is not None and proof != row[2]):
            return None
        place, stream, _, was = row
        done = {to, Standing.FORGOTTEN, Standing.DAMAGED}
        if was in done or (was == Standing.BACKED_UP and to == Standing.STORED):
            return None
        db.execute("UPDATE entry SET standing = ?, settled = ? WHERE place = ?", (to, now, place))
        if STATE_OF[to] == STATE_OF[Standing(was)]:
            return None  # stored became backed up: nobody outside sees a difference
        return Change(identity, lane_of(place), stream, STATE_OF[to])

    def _forget_bodies(self, db: sqlite3.Connection, before: int) -> int:
        due: list[tuple[int]] = []
        for standing in self._forgettable:
            due += db.execute(
                "SELECT place FROM entry WHERE standing = ? AND settled <= ? LIMIT ?",
                (standing, before, self.limits.sweep),
            ).fetchall()
        now = coarse(self._wall())
        db.executemany("DELETE FROM body WHERE place = ?", due)
        db.executemany(
            "UPDATE entry SET standing = 5, settled = ? WHERE place = ?", [(now, place) for (place,) in due]
        )
        return len(due)

    def _forget_ids(self, db: sqlite3.Connection, before: int) -> int:
        """Only from the front of a lane, so that a gap in the middle always means damage; never its last."""
        gone = 0
        for lane, head in self._heads.items():
            rows = db.execute(
                """SELECT place, standing, settled FROM entry WHERE place BETWEEN ? AND ?
                   ORDER BY place LIMIT ?""",
                (*lane_range(lane), self.limits.sweep),
            )
            up_to = 0
            for place, standing, settled in rows.fetchall():
                if standing != Standing.FORGOTTEN or settled > before or place == head.place:
                    break
                up_to, gone = place, gone + 1
            db.execute("DELETE FROM entry WHERE place BETWEEN ? AND ?", (lane_range(lane)[0], up_to))
        return gone

    def _ready(self) -> sqlite3.Connection:
        """Return the connection, made anew after a failure: what a failed sync left behind is not trusted."""
        if self._lock is None:
            raise QueueUnavailable("the queue is closed")
        if self._db is None:
            self._connect(check=self._broken)
        if self._db is None:
            raise QueueUnavailable("the queue cannot be opened")
        return self._db

    def _connect(self, *, check: bool) -> None:
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
            self.store_id = UUID(bytes=db.execute("SELECT store FROM about").fetchone()[0])
            self._heads = {lane: self._last(db, lane) for lane in Lane}
        except sqlite3.Error as error:
            raise self._failed(error) from error

    def _last(self, db: sqlite3.Connection, lane: Lane) -> _Head:
        low, high = lane_range(lane)
        row = db.execute(
            """SELECT place, seq, hash, store FROM entry WHERE place BETWEEN ? AND ?
               ORDER BY place DESC LIMIT 1""",
            (low, high),
        ).fetchone()
        if row is None:
            return _Head(low, 0, FIRST)
        place, seq, last_hash, foreign = row
        return _Head(place, seq, last_hash) if foreign is None else _Head(place, 0, FIRST)

    def _undo(self, db: sqlite3.Connection) -> None:
        if db.in_transaction:
            db.execute("ROLLBACK")

    def _failed(self, error: sqlite3.Error) -> Exception:
        """Undo, let go of the connection, and say what happened in the queue's words."""
        self._broken = self._broken or is_damage(error)
        self._disconnect()
        return in_words(error)

    def _disconnect(self) -> None:
        """Close the database; an open transaction is rolled back by that."""
        if self._db is not None:
            with contextlib.suppress(sqlite3.Error):
                self._db.close()
            self._db = None
