"""Reading a store: what waits, how things stand. Works beside a running writer, from any process."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import msgspec

from contract.envelope import Lane, SignedEnvelope, digest
from offline_queue.database import FILE, batched, connect_to_read, in_words
from offline_queue.errors import QueueError, QueueUnavailable
from offline_queue.line import Head
from offline_queue.migrations import pending
from offline_queue.model import (
    STATE_OF,
    Damage,
    Entry,
    Limits,
    Standing,
    State,
    lane_of,
    lane_range,
)
from offline_queue.space import Disk, look_at
from offline_queue.tally import Tally


class Proof(msgspec.Struct, frozen=True, array_like=True):
    """What a signed envelope has beside its envelope, as kept in the database."""

    index: int
    path: tuple[bytes, ...]
    signature: bytes


class Body(NamedTuple):
    """A payload as it was read back; `sound` is False when the disk changed it."""

    id: UUID
    lane: Lane
    signed: SignedEnvelope
    sound: bool


class Row(NamedTuple):
    """Everything kept about one place; `signed` is None once forgotten or lost."""

    place: int
    id: UUID
    store: bytes | None
    seq: int
    hash: bytes
    standing: Standing
    signed: SignedEnvelope | None


def signed_envelope(envelope: bytes, proof: bytes) -> SignedEnvelope | None:
    """Put an envelope and its proof together; None when the proof is broken."""
    try:
        kept = msgspec.msgpack.decode(proof, type=Proof)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return SignedEnvelope(envelope, kept.index, kept.path, kept.signature)


class Reader:
    """Read-only view of a store's directory. One thread at a time. Raises QueueUnavailable."""

    def __init__(self, directory: Path, limits: Limits | None = None) -> None:
        limits = limits or Limits()
        path = directory / FILE
        if not path.is_file():
            raise QueueUnavailable(f"there is no queue in {directory}")
        try:
            self._db = connect_to_read(path, limits)
            try:
                if pending(self._db):
                    raise QueueUnavailable("the queue is of an older version; open it for writing once")
            except (sqlite3.Error, QueueError):
                self._db.close()
                raise
        except sqlite3.Error as error:
            raise in_words(error) from error

    def close(self) -> None:
        """Let go of the database."""
        self._db.close()

    def _all(self, sql: str, *parameters: object) -> list[tuple[Any, ...]]:
        try:
            return self._db.execute(sql, parameters).fetchall()
        except sqlite3.Error as error:
            raise in_words(error) from error

    def fronts(self, limit: int, lanes: Iterable[Lane] = Lane) -> dict[Lane, list[Head]]:
        """Return up to `limit` waiting entries of each of these lanes, oldest first."""
        sql = """SELECT place, size FROM entry
                 WHERE standing = 0 AND place BETWEEN ? AND ? ORDER BY place LIMIT ?"""
        return {
            lane: [Head(place, size) for place, size in self._all(sql, *lane_range(lane), limit)]
            for lane in lanes
        }

    def bodies(self, places: Sequence[int]) -> dict[int, Body]:
        """Return the payloads at some places, each checked against its hash; none where there is none."""
        return {place: body for some in batched(places) for place, body in self._some(some)}

    def _some(self, places: Sequence[int]) -> Iterator[tuple[int, Body]]:
        marks = ", ".join("?" * len(places))
        sql = f"""SELECT e.place, e.id, e.hash, b.envelope, b.proof FROM entry e
                  LEFT JOIN body b ON b.place = e.place WHERE e.place IN ({marks})"""  # noqa: S608
        for place, identity, kept_hash, envelope, proof in self._all(sql, *places):
            signed = signed_envelope(envelope, proof) if envelope and proof else None
            sound = signed is not None and digest(signed.envelope) == kept_hash
            nothing = SignedEnvelope(b"", 0, (), b"")
            yield place, Body(UUID(bytes=identity), lane_of(place), signed or nothing, sound)

    def state_of(self, identity: UUID) -> State | None:
        """Return how an entry stands, also after it was forgotten; None when the id is not known."""
        rows = self._all("SELECT standing FROM entry WHERE id = ?", identity.bytes)
        return STATE_OF[Standing(int(rows[0][0]))] if rows else None

    def waiting_streams(self) -> set[bytes]:
        """Return the streams that have something waiting."""
        return {stream for (stream,) in self._all("SELECT DISTINCT stream FROM entry WHERE standing = 0")}

    def entries(self, standing: Standing | None = None) -> Iterator[Entry]:
        """Yield every entry with a known id, by lane and then in order."""
        sql = """SELECT e.place, e.id, e.stream, e.wall, e.standing FROM entry e
                 WHERE ?1 IS NULL OR e.standing = ?1 ORDER BY e.place"""
        try:
            for place, identity, stream, wall, code in self._db.execute(sql, (standing,)):
                kept = Standing(code)
                yield Entry(
                    UUID(bytes=identity),
                    lane_of(place),
                    stream,
                    STATE_OF[kept],
                    wall,
                    kept != Standing.FORGOTTEN,
                )
        except sqlite3.Error as error:
            raise in_words(error) from error

    def rows(self) -> Iterator[Row]:
        """Yield everything kept, by lane and then in order, for checking and exporting."""
        sql = """SELECT e.place, e.id, e.store, e.seq, e.hash, e.standing, b.envelope, b.proof
                 FROM entry e LEFT JOIN body b ON b.place = e.place ORDER BY e.place"""
        try:
            for place, identity, store, seq, kept_hash, standing, envelope, proof in self._db.execute(sql):
                signed = signed_envelope(envelope, proof) if envelope is not None else None
                yield Row(place, UUID(bytes=identity), store, seq, kept_hash, Standing(standing), signed)
        except sqlite3.Error as error:
            raise in_words(error) from error

    def counts(self) -> dict[Lane, dict[State, int]]:
        """Return how many entries of each lane stand how; forgotten ones are left out."""
        sql = """SELECT standing, count(*) FROM entry WHERE place BETWEEN ? AND ? AND standing != 5
                 GROUP BY standing"""
        counts: dict[Lane, dict[State, int]] = {}
        for lane in Lane:
            counts[lane] = dict.fromkeys(State, 0)
            for standing, count in self._all(sql, *lane_range(lane)):
                counts[lane][STATE_OF[Standing(standing)]] += count
        return counts

    def waiting_since(self) -> int | None:
        """Return when the oldest waiting entry was put (Unix seconds, coarse); None when nothing waits."""
        first = (self.since(*lane_range(lane)) for lane in Lane)
        return min((wall for wall in first if wall is not None), default=None)

    def since(self, low: int, high: int) -> int | None:
        """Return when the first waiting entry between two places was put (Unix seconds, coarse)."""
        sql = "SELECT wall FROM entry WHERE standing = 0 AND place BETWEEN ? AND ? ORDER BY place LIMIT 1"
        rows = self._all(sql, low, high)
        return int(rows[0][0]) if rows else None

    def hub(self) -> tuple[UUID | None, int | None]:
        """Return the hub's latest epoch, and when it signed the last receipt (Unix seconds, coarse)."""
        epoch = self._all("SELECT epoch FROM epoch ORDER BY n DESC LIMIT 1")
        receipt = self._all("SELECT receipt_time FROM about")[0][0]
        return UUID(bytes=epoch[0][0]) if epoch else None, receipt

    def tally(self) -> Tally:
        """Count everything held."""
        tally = Tally()
        try:
            tally.recount(self._db)
        except sqlite3.Error as error:
            raise in_words(error) from error
        return tally

    def disk(self, directory: Path, limits: Limits) -> Disk:
        """Look at the space."""
        try:
            return look_at(self._db, directory, limits)
        except (sqlite3.Error, OSError) as error:
            raise in_words(error) from error

    def store_id(self) -> UUID:
        """Return which store this is."""
        return UUID(bytes=self._all("SELECT store FROM about")[0][0])

    def damage(self) -> list[Damage]:
        """Return what was damaged and set aside here, oldest first."""
        rows = self._all("SELECT time, problem, kept_as, salvaged, lost FROM damage ORDER BY n")
        return [Damage(*row) for row in rows]
