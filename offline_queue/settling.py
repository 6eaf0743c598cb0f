"""What receipts, people and time change in a store's rows: each a step inside a transaction of the store's.

Times here are the store's age in seconds (`migrations._sizes_and_age`): a wall clock may jump by decades.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from uuid import UUID

from contract.envelope import COARSE_S, Lane, Receipt
from offline_queue.errors import StaleReceipt
from offline_queue.model import STANDING_OF, STATE_OF, Change, Standing, State, lane_of, lane_range
from offline_queue.tally import Move, move

_EVER: Final = 1 << 62


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
    changes, moves = _enter_epoch(db, receipt)
    latest = {change.id: change for change in changes}
    for item in receipt.items:
        change, moved = _mark(db, item.id, item.hash, STANDING_OF[item.fate], age)
        moves += moved
        if change is not None:
            latest[change.id] = change
    db.execute("UPDATE about SET age = ?, receipt_time = ?", (age, coarse(receipt.time)))
    return Settled(list(latest.values()), moves)


def take_out(db: sqlite3.Connection, identities: Iterable[UUID], to: Standing) -> Settled:
    """Take entries out of the line that cannot be delivered; they stay visible."""
    settled = Settled([], [])
    for identity in identities:
        change, moved = _mark(db, identity, None, to, None)
        settled.moves.extend(moved)
        if change is not None:
            settled.changes.append(change)
    return settled


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
        settled.moves.append(move(place, size, was, Standing.WAITING))
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


def _mark(
    db: sqlite3.Connection, identity: UUID, proof: bytes | None, to: Standing, age: int | None
) -> tuple[Change | None, list[Move]]:
    row = db.execute(
        "SELECT place, stream, hash, standing, size FROM entry WHERE id = ?", (identity.bytes,)
    ).fetchone()
    if row is None or (proof is not None and proof != row[2]):
        return None, []
    place, stream, _, was, size = row
    done = {to, Standing.FORGOTTEN, Standing.DAMAGED}
    if was in done or (was == Standing.BACKED_UP and to == Standing.STORED):
        return None, []
    db.execute("UPDATE entry SET standing = ?, settled = ? WHERE place = ?", (to, age, place))
    moved = [move(place, size, was, to)]
    if STATE_OF[to] == STATE_OF[Standing(was)]:
        return None, moved  # stored became backed up: nobody outside sees a difference
    return Change(identity, lane_of(place), stream, STATE_OF[to]), moved


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
