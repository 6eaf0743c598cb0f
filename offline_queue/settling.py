"""What receipts, people and time change in a store's rows: each a step inside a transaction of the store's.

Times here are the store's age in seconds (`migrations._sizes_and_age`): a wall clock may jump by decades.
"""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from contract.envelope import COARSE_S, Lane, Receipt
from offline_queue.database import batched
from offline_queue.errors import StaleReceipt
from offline_queue.model import STANDING_OF, STANDINGS, STATE_OF, Change, Standing, State, lane_of, lane_range
from offline_queue.tally import Move, move

_EVER: Final = 1 << 62


class _Mark(NamedTuple):
    """How an entry shall stand. `hash`: what its envelope must have; None: whatever it has."""

    id: UUID
    hash: bytes | None
    to: Standing


class Settled(NamedTuple):
    """What a transaction changed: for listeners, and for the tally."""

    changes: list[Change]
    moves: list[Move]


def coarse(seconds: float) -> int:
    """Round down to the hour: times outside the seal tell little."""
    return int(seconds) // COARSE_S * COARSE_S


def apply_receipt(db: sqlite3.Connection, receipt: Receipt, age: int) -> Settled:
    """Mark what a verified receipt names by id and hash; a new epoch first puts all that is held in line.

    Raises StaleReceipt (nothing is to be kept of this transaction then), sqlite3.Error.
    """
    again = _enter_epoch(db, receipt)
    named = [_Mark(item.id, item.hash, STANDING_OF[item.fate]) for item in receipt.items]
    marked = _mark(db, named, age)
    latest = {change.id: change for change in (*again.changes, *marked.changes)}
    db.execute("UPDATE about SET age = ?, receipt_time = ?", (age, coarse(receipt.time)))
    return Settled(list(latest.values()), again.moves + marked.moves)


def take_out(db: sqlite3.Connection, identities: Iterable[UUID], to: Standing) -> Settled:
    """Take entries out of the line that cannot be delivered; they stay visible."""
    return _mark(db, [_Mark(identity, None, to) for identity in identities], None)


def put_back(db: sqlite3.Connection, identities: Sequence[UUID] | None) -> Settled:
    """Put what a person released back in line, to be offered again; None: all. Others are left alone."""
    sql = """SELECT place, id, stream, size, standing FROM entry
             WHERE standing IN (?, ?) AND place IN (SELECT place FROM body)"""
    rows = db.execute(sql, (Standing.QUARANTINED, Standing.REFUSED)).fetchall()
    wanted = None if identities is None else {identity.bytes for identity in identities}
    return _in_line(db, [row for row in rows if wanted is None or row[1] in wanted])


def _in_line(db: sqlite3.Connection, rows: Iterable[tuple[int, bytes, bytes, int, int]]) -> Settled:
    settled = Settled([], [])
    for place, identity, stream, size, was in rows:
        db.execute("UPDATE entry SET standing = 0, settled = NULL WHERE place = ?", (place,))
        settled.moves.append(move(place, size, STANDINGS[was], Standing.WAITING))
        settled.changes.append(Change(UUID(bytes=identity), lane_of(place), stream, State.SAVED))
    return settled


def _enter_epoch(db: sqlite3.Connection, receipt: Receipt) -> Settled:
    """Note the hub's epoch; a new one puts what is still held back in line."""
    known = db.execute("SELECT n FROM epoch WHERE epoch = ?", (receipt.epoch.bytes,)).fetchone()
    last = db.execute("SELECT max(n) FROM epoch").fetchone()[0]
    if known is not None:
        if known[0] != last:
            raise StaleReceipt("receipt from before the hub was restored")
        return Settled([], [])
    met = coarse(receipt.time)
    db.execute("INSERT INTO epoch (epoch, met) VALUES (?, ?)", (receipt.epoch.bytes, met))
    if last is None:
        return Settled([], [])
    sql = """SELECT place, id, stream, size, standing FROM entry
             WHERE standing IN (1, 2, 3, 6) AND place IN (SELECT place FROM body)"""
    return _in_line(db, db.execute(sql).fetchall())


def _mark(db: sqlite3.Connection, named: Iterable[_Mark], age: int | None) -> Settled:
    """Mark entries, in the order they are named. What is not known, or is something else, is left alone."""
    wanted: dict[bytes, list[_Mark]] = {}
    for mark in named:
        wanted.setdefault(mark.id.bytes, []).append(mark)
    settled = Settled([], [])
    updates: list[tuple[Standing, int | None, int]] = []
    for place, identity, stream, kept_hash, code, size in _entries(db, list(wanted)):
        was = before = STANDINGS[code]
        marks = wanted[identity]
        for _, proof, to in marks:
            if proof in {None, kept_hash} and _may_become(was, to):
                was = to
        if was is before:
            continue
        updates.append((was, age, place))
        settled.moves.append(move(place, size, before, was))
        if STATE_OF[was] != STATE_OF[before]:  # stored became backed up: nobody outside sees a difference
            settled.changes.append(Change(marks[0].id, lane_of(place), stream, STATE_OF[was]))
    db.executemany("UPDATE entry SET standing = ?, settled = ? WHERE place = ?", updates)
    return settled


def _may_become(was: Standing, to: Standing) -> bool:
    return was not in {to, Standing.FORGOTTEN, Standing.DAMAGED} and (was, to) != (
        Standing.BACKED_UP,
        Standing.STORED,
    )


def _entries(
    db: sqlite3.Connection, ids: Sequence[bytes]
) -> Iterator[tuple[int, bytes, bytes, bytes, int, int]]:
    """Yield what is known of entries, many to a statement."""
    for some in batched(ids):
        marks = ", ".join("?" * len(some))
        sql = f"SELECT place, id, stream, hash, standing, size FROM entry WHERE id IN ({marks})"  # noqa: S608
        yield from db.execute(sql, some).fetchall()


def forget_bodies(
    db: sqlite3.Connection,
    standings: Iterable[Standing],
    *,
    age: int,
    limit: int,
    before: int = _EVER,
    lane: Lane | None = None,
) -> list[Move]:
    """Forget payloads that were delivered before some age of the store's, oldest first. Ids stay known.

    `standings`: the receipts that allow it. `lane`: only of this one. At most `limit`.
    """
    low, high = (0, _EVER) if lane is None else lane_range(lane)
    moves: list[Move] = []
    for standing in standings:
        due = db.execute(
            """SELECT place, size FROM entry WHERE standing = ? AND settled <= ?
               AND place BETWEEN ? AND ? ORDER BY settled LIMIT ?""",
            (standing, before, low, high, limit - len(moves)),
        ).fetchall()
        db.executemany("DELETE FROM body WHERE place = ?", [(place,) for place, _ in due])
        db.executemany(
            "UPDATE entry SET standing = 5, settled = ?, size = 0 WHERE place = ?",
            [(age, place) for place, _ in due],
        )
        moves += [move(place, size, standing, Standing.FORGOTTEN) for place, size in due]
    return moves


def forget_ids(db: sqlite3.Connection, last: dict[Lane, int], before: int, limit: int) -> int:
    """Forget ids, from the front of a lane only, so that a gap in the middle always means damage.

    `last`: the place each lane ends at; that one stays, the next names its hash. Returns how many went.
    """
    gone = 0
    for lane, end in last.items():
        rows = db.execute(
            """SELECT place, standing, settled FROM entry WHERE place BETWEEN ? AND ?
               ORDER BY place LIMIT ?""",
            (*lane_range(lane), limit),
        )
        up_to = 0
        for place, standing, settled in rows.fetchall():
            if standing != Standing.FORGOTTEN or settled > before or place == end:
                break
            up_to, gone = place, gone + 1
        db.execute("DELETE FROM entry WHERE place BETWEEN ? AND ?", (lane_range(lane)[0], up_to))
    return gone
