"""How much room there is, and which lanes may still use it. What was not delivered is never evicted.

Two limits: a quota for each lane, and a reserve that less urgent lanes leave to more urgent ones, for others
may fill the disk too. Looking at the disk costs more than a put: between looks, what was written since
is counted instead, for as long as nothing comes near a limit.
"""

import os
import sqlite3
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from contract.envelope import Lane
from offline_queue import ballast
from offline_queue.database import FILE
from offline_queue.errors import LaneFull
from offline_queue.model import LaneSpace, Level, Limits, Put, Space, Standing
from offline_queue.tally import HELD, Tally

_OVERHEAD: Final = 1024  # bytes an entry takes beside its payload: proof, indices, room left on pages
_ENOUGH_TO_TRY: Final = 64 << 10  # bytes
_LARGEST_SHARE: Final = 0.25  # of all there is: what reserves may keep of a small disk


class Disk(NamedTuple):
    """What a look found, in bytes."""

    used: int  # by the database's content
    room: int  # for more of it


def look_at(db: sqlite3.Connection, directory: Path, limits: Limits) -> Disk:
    """Look at the database and its disk. Room is what both leave; raises sqlite3.Error, OSError."""
    page = db.execute("PRAGMA page_size").fetchone()[0]
    pages = db.execute("PRAGMA page_count").fetchone()[0]
    unused = db.execute("PRAGMA freelist_count").fetchone()[0]
    disk = os.statvfs(directory)
    to_come = max(0, pages * page - _size(directory / FILE))  # in the log, not yet in the database's file
    log = max(0, limits.checkpoint_pages * page - _size(directory / (FILE + "-wal")))
    grow = max(0, disk.f_bavail * disk.f_frsize - to_come - log)
    if limits.max_pages is not None:
        grow = min(grow, max(0, limits.max_pages - pages) * page)
    return Disk((pages - unused) * page, unused * page + grow)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


def level_of(kept: int, total: int, limits: Limits) -> Level:
    """Return how full something is."""
    if kept >= total * limits.short:
        return Level.SHORT
    return Level.FILLING if kept >= total * limits.filling else Level.FINE


def reserves_of(total: int, limits: Limits) -> dict[Lane, int]:
    """Return what each lane has to leave free, scaled down on a small disk."""
    largest = max(limits.reserves.values(), default=0)
    scale = min(1.0, total * _LARGEST_SHARE / largest) if largest else 0.0
    return {lane: int(limits.reserves.get(lane, 0) * scale) for lane in Lane}


class Room:
    """Decides who may still put. For one thread at a time."""

    def __init__(
        self,
        limits: Limits,
        forgettable: Sequence[Standing],
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits, self._monotonic = limits, monotonic
        self._forgettable = tuple(forgettable)
        self._kept = tuple(standing for standing in HELD if standing not in self._forgettable)
        self._disk = Disk(0, 0)
        self._held = dict.fromkeys(Lane, 0)
        self._reserves = dict.fromkeys(Lane, 0)
        self._ample = 0  # bytes that can be put before anything has to be looked at again
        self._next_look = float("-inf")
        self.failed = False  # a write found no space
        self.space = Space(0, 0, Level.FINE, {lane: LaneSpace(0, None, Level.FINE) for lane in Lane})

    def full(self) -> None:
        """A write found no space, whatever we thought there was."""
        self.failed = True
        self.changed()
        lanes = {
            lane: kept._replace(level=Level.FULL, refused="disk") for lane, kept in self.space.lanes.items()
        }
        self.space = self.space._replace(level=Level.FULL, lanes=lanes)

    def worked(self) -> bool:
        """A write succeeded; True when none did before, so that it is worth a look."""
        was, self.failed = self.failed, False
        return was

    def changed(self) -> None:
        """Something beside puts happened: look before the next one."""
        self._ample = 0

    def ample(self, size: int) -> bool:
        """Is there surely room for so many more bytes? Counts them as used."""
        self._ample -= size
        return self._ample > 0 and self._monotonic() < self._next_look

    @property
    def enough_to_try(self) -> bool:
        """After a full disk: is there so much again that a write may tell?"""
        return self._disk.room >= _ENOUGH_TO_TRY

    @property
    def tight(self) -> bool:
        """Is it time to forget what was delivered, before its keep time?"""
        used, room = self._disk
        return room < max(self._reserves.values()) or used >= (used + room) * self._limits.short

    def look(self, db: sqlite3.Connection, directory: Path, tally: Tally, limits: Limits) -> Space:
        """Look at everything anew. Raises sqlite3.Error, OSError."""
        self._limits = limits
        self._next_look = self._monotonic() + limits.look_s
        self._disk = look_at(db, directory, limits)
        ballast.lay(directory, self._disk.room)
        self._held = {lane: tally.size(lane, HELD) for lane in Lane}
        self._reserves = reserves_of(self._disk.used + self._disk.room, limits)
        self.space = self._assess(tally)
        self._ample = min(self._headroom(lane) for lane in Lane if lane is not Lane.ALERT) // 2
        if self.failed:
            self._ample = 0
        return self.space

    def refusal(self, lane: Lane, size: int, ahead: int, ahead_in_lane: int) -> LaneFull | None:
        """Return why a put of this lane must not be taken, after so many bytes before it; None: it may.

        An alert never is: it is tried, whatever we think of the disk.
        """
        if lane is Lane.ALERT:
            return None
        quota = self._limits.quotas.get(lane)
        if quota is not None and self._held[lane] + ahead_in_lane + size > quota:
            return LaneFull(lane.value, "quota")
        if self._disk.room - ahead - size < self._reserves[lane]:
            return LaneFull(lane.value, "reserve")
        return None

    def refusals(self, puts: Sequence[Put]) -> dict[int, LaneFull]:
        """Return which of these may not be taken, by their index. What is refused takes no room."""
        found: dict[int, LaneFull] = {}
        ahead = dict.fromkeys(Lane, 0)
        for index, put in enumerate(puts):
            size = len(put.payload.ciphertext) + _OVERHEAD
            refusal = self.refusal(put.lane, size, sum(ahead.values()), ahead[put.lane])
            if refusal is not None:
                found[index] = refusal
            else:
                ahead[put.lane] += size
        return found

    def _headroom(self, lane: Lane) -> int:
        room = self._disk.room - self._reserves[lane]
        quota = self._limits.quotas.get(lane)
        return room if quota is None else min(room, quota - self._held[lane])

    def _assess(self, tally: Tally) -> Space:
        limits = self._limits
        spare = sum(tally.size(lane, self._forgettable) for lane in Lane)
        kept, total = max(0, self._disk.used - spare), self._disk.used + self._disk.room
        whole = Level.FULL if self.failed else level_of(kept, total, limits)
        lanes = {}
        for lane in Lane:
            own, quota = tally.size(lane, self._kept), limits.quotas.get(lane)
            level = whole if quota is None else max(whole, level_of(own, quota, limits), key=_severity)
            refused = ""
            if self.failed:
                refused = "disk"
            elif quota is not None and own + _OVERHEAD > quota:
                refused = "quota"
            elif lane is not Lane.ALERT and self._disk.room + spare < self._reserves[lane] + _OVERHEAD:
                refused = "reserve"
            lanes[lane] = LaneSpace(own, quota, Level.FULL if refused else level, refused)
        return Space(kept, total, whole, lanes)


def _severity(level: Level) -> int:
    return list(Level).index(level)


def size_of(puts: Sequence[Put]) -> int:
    """Return the bytes some puts will take, estimated from above."""
    return sum(len(put.payload.ciphertext) for put in puts) + _OVERHEAD * len(puts)
