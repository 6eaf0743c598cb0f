"""How many entries, and how many bytes, stand how in each lane: kept in memory, exact after each commit.

Counting a long queue takes seconds; a screen asks every second. Pure but for `recount`.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from contract.envelope import Lane
from offline_queue.model import LANE_OF, POSITION_BITS, LaneStanding, Standing, lane_of

HELD: Final = tuple(standing for standing in Standing if standing is not Standing.FORGOTTEN)


class Move(NamedTuple):
    """So many entries, of so many bytes together, went from one standing to another; None: from nowhere."""

    lane: Lane
    entries: int
    size: int
    was: Standing | None
    to: Standing


class Tally:
    """Counts and bytes by lane and standing. What was forgotten has no bytes and is not counted."""

    def __init__(self) -> None:
        self._counts: dict[tuple[Lane, Standing], int] = defaultdict(int)
        self._sizes: dict[tuple[Lane, Standing], int] = defaultdict(int)

    def recount(self, db: sqlite3.Connection) -> None:
        """Count anew from the database."""
        self._counts.clear()
        self._sizes.clear()
        sql = f"""SELECT place >> {POSITION_BITS}, standing, count(*), sum(size) FROM entry
                  WHERE standing != ? GROUP BY 1, 2"""  # noqa: S608 - a number of ours
        for code, standing, count, size in db.execute(sql, (Standing.FORGOTTEN,)):
            self._counts[LANE_OF[code], Standing(standing)] = count
            self._sizes[LANE_OF[code], Standing(standing)] = size

    def apply(self, moves: Iterable[Move]) -> None:
        """Follow what a commit did."""
        for lane, entries, size, was, to in moves:
            if was is not None:
                self._counts[lane, was] -= entries
                self._sizes[lane, was] -= size
            if to is not Standing.FORGOTTEN:
                self._counts[lane, to] += entries
                self._sizes[lane, to] += size

    def count(self, lane: Lane, standing: Standing) -> int:
        """Return how many entries of a lane stand so."""
        return self._counts[lane, standing]

    def size(self, lane: Lane, standings: Iterable[Standing]) -> int:
        """Return how many bytes of a lane stand in one of these ways."""
        return sum(self._sizes[lane, standing] for standing in standings)


def standing_of(tally: Tally, lane: Lane, since: int | None) -> LaneStanding:
    """Return how a lane stands. `since`: when its first waiting entry was put."""
    return LaneStanding(
        waiting=tally.count(lane, Standing.WAITING),
        waiting_bytes=tally.size(lane, (Standing.WAITING,)),
        since=since,
        held=sum(tally.count(lane, standing) for standing in HELD),
        held_bytes=tally.size(lane, HELD),
        quarantined=tally.count(lane, Standing.QUARANTINED),
        refused=tally.count(lane, Standing.REFUSED),
        damaged=tally.count(lane, Standing.DAMAGED),
    )


def move(place: int, size: int, was: Standing, to: Standing) -> Move:
    """Return the move of one entry."""
    return Move(lane_of(place), 1, size, was, to)
