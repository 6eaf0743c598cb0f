"""The queue's vocabulary: limits, states, and what it tells about its entries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Final, NamedTuple
from uuid import UUID

from contract.envelope import Fate, Lane
from contract.seal import LARGEST_BUCKET, Sealed

DAY_S: Final = 86_400

# Written into databases: never renumber. A place is the lane's code << 48 | position in the lane.
LANE_CODE: Final = {Lane.ALERT: 1, Lane.READING: 2, Lane.DOCUMENT: 3, Lane.MEDIA: 4, Lane.LOG: 5}
LANE_OF: Final = {code: lane for lane, code in LANE_CODE.items()}
POSITION_BITS: Final = 48


def lane_range(lane: Lane) -> tuple[int, int]:
    """Return the lowest and highest place of a lane."""
    base = LANE_CODE[lane] << POSITION_BITS
    return base, base | ((1 << POSITION_BITS) - 1)


def lane_of(place: int) -> Lane:
    """Return the lane a place belongs to; KeyError when there is none."""
    return LANE_OF[place >> POSITION_BITS]


class Standing(IntEnum):
    """How an entry stands, as written into databases: never renumber."""

    WAITING = 0
    STORED = 1
    BACKED_UP = 2
    QUARANTINED = 3
    DAMAGED = 4
    FORGOTTEN = 5
    REFUSED = 6


STANDINGS: Final = tuple(Standing)  # by its number; calling the class costs as much as a row


class State(StrEnum):
    """How an entry stands, as told to people."""

    SAVED = "saved"  # durable here, not yet at the hub
    SENT = "sent"  # the hub's signed receipt is here
    QUARANTINED = "quarantined"  # at the hub, but a person has to look before it can be filed
    REFUSED = "refused"  # too large for whoever stands between us and the hub, even alone; kept here
    DAMAGED = "damaged"  # the disk no longer gives back what was written


STATE_OF: Final = {
    Standing.WAITING: State.SAVED,
    Standing.STORED: State.SENT,
    Standing.BACKED_UP: State.SENT,
    Standing.FORGOTTEN: State.SENT,
    Standing.QUARANTINED: State.QUARANTINED,
    Standing.REFUSED: State.REFUSED,
    Standing.DAMAGED: State.DAMAGED,
}
STANDING_OF: Final = {
    Fate.STORED: Standing.STORED,
    Fate.BACKED_UP: Standing.BACKED_UP,
    Fate.QUARANTINED: Standing.QUARANTINED,
}


class Put(NamedTuple):
    """One thing to be made durable. `stream` is 16 bytes."""

    lane: Lane
    payload: Sealed
    id: UUID
    stream: bytes


class Change(NamedTuple):
    """An entry's state changed."""

    id: UUID
    lane: Lane
    stream: bytes
    state: State


class Entry(NamedTuple):
    """One line of a listing. `time` is when it was put: Unix seconds (UTC), coarse."""

    id: UUID
    lane: Lane
    stream: bytes
    state: State
    time: int
    held: bool  # False once the payload was forgotten


class Damage(NamedTuple):
    """A database that could not be read and was set aside. `time` is Unix seconds (UTC)."""

    time: int
    problem: str
    kept_as: str  # file name in the store's directory
    salvaged: int  # payloads carried over
    lost: int  # entries known to be lost; those on pages nobody can read are not counted


class Level(StrEnum):
    """How full something is. The shares at which it changes are in `Limits`."""

    FINE = "fine"
    FILLING = "filling"  # from 70 %: somebody should know
    SHORT = "short"  # from 85 %: somebody should act
    FULL = "full"  # refused just now


class LaneSpace(NamedTuple):
    """A lane's part of the space, in bytes. `refused`: why it takes nothing just now; empty when it does."""

    kept: int  # what cannot be forgotten yet
    quota: int | None  # None: as much as there is
    level: Level
    refused: str = ""


class Space(NamedTuple):
    """How full the store is, in bytes. What is delivered and may be forgotten early counts as room."""

    kept: int  # in the database, and not to be forgotten yet
    total: int  # that and all there is room for: what the disk has free, within the database's own limit
    level: Level
    lanes: Mapping[Lane, LaneSpace]

    @property
    def refused(self) -> frozenset[Lane]:
        """The lanes that take nothing just now."""
        return frozenset(lane for lane, space in self.lanes.items() if space.refused)

    @property
    def levels(self) -> tuple[tuple[Level, str], ...]:
        """What subscribers are told of when it changes."""
        return ((self.level, ""), *((space.level, space.refused) for space in self.lanes.values()))


class Link(StrEnum):
    """How delivery goes, for the screen and the log."""

    IDLE = "idle"  # nothing waits
    SENDING = "sending"
    PACED = "paced"  # what waits is held back: the bandwidth cap, a metered or slow link, a call
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    BAD_RECEIPT = "bad-receipt"  # an answer that is not the hub's signed receipt, or names nothing we sent
    LOCAL = "local"  # our own store cannot be used just now
    STOPPED = "stopped"  # no delivery runs


class LinkState(NamedTuple):
    """How delivery goes, why (in words for the technical staff), and since when (Unix seconds, UTC)."""

    link: Link
    reason: str
    since: float


class LaneStanding(NamedTuple):
    """What stands how in one lane. `since`: when the first in line was put (Unix seconds, coarse)."""

    waiting: int
    waiting_bytes: int
    since: int | None
    held: int  # payloads kept here, delivered ones in their keep time too
    held_bytes: int
    quarantined: int
    refused: int
    damaged: int


class Overview(NamedTuple):
    """All that a person, a screen or a monitor wants to know of a queue, of one moment."""

    lanes: Mapping[Lane, LaneStanding]
    link: LinkState
    space: Space
    epoch: UUID | None  # of the hub; None before its first receipt
    last_receipt: int | None  # when the hub signed the last one taken: Unix seconds by its clock, coarse
    damage: Damage | None  # what was found broken when the store was opened

    @property
    def waiting(self) -> int:
        """Entries without the hub's receipt."""
        return sum(lane.waiting for lane in self.lanes.values())

    @property
    def since(self) -> int | None:
        """When the oldest waiting entry was put: Unix seconds, coarse; None when nothing waits."""
        return min((lane.since for lane in self.lanes.values() if lane.since is not None), default=None)

    @property
    def quarantined(self) -> int:
        """Entries that a person at the hub has to look at."""
        return sum(lane.quarantined for lane in self.lanes.values())

    @property
    def refused(self) -> int:
        """Entries too large to get through, even alone."""
        return sum(lane.refused for lane in self.lanes.values())

    @property
    def damaged(self) -> int:
        """Entries that the disk no longer gives back."""
        return sum(lane.damaged for lane in self.lanes.values())


MIB: Final = 1 << 20


def _weights() -> dict[Lane, int]:
    return {Lane.READING: 16, Lane.DOCUMENT: 4, Lane.MEDIA: 2, Lane.LOG: 1}


def _quotas() -> dict[Lane, int]:
    return {Lane.DOCUMENT: 1024 * MIB, Lane.MEDIA: 4096 * MIB, Lane.LOG: 64 * MIB}


def _reserves() -> dict[Lane, int]:
    return {Lane.READING: 8 * MIB, Lane.DOCUMENT: 32 * MIB, Lane.MEDIA: 256 * MIB, Lane.LOG: 256 * MIB}


@dataclass(frozen=True)
class Limits:
    """Every limit of a store, named."""

    max_payload: int = LARGEST_BUCKET + 1024  # bytes of ciphertext in one put
    max_batch: int = 1024  # puts in one commit
    max_batch_bytes: int = 8 * MIB  # bytes of ciphertext in one commit
    max_pending: int = 100_000  # puts waiting for the writer before new ones are turned away
    checkpoint_pages: int = 4000  # write-ahead log pages before they move into the database
    busy_s: float = 5.0  # wait for another process's lock
    sweep: int = 500  # entries forgotten in one transaction
    max_pages: int | None = None  # database size in pages of 4 KiB; None: as large as the disk
    weights: dict[Lane, int] = field(default_factory=_weights)  # share of a busy link, alerts aside
    # Bytes a lane may keep that cannot be forgotten yet. A lane that is not named (alerts and readings) may
    # use all there is: a number must never stand between a reading and free space.
    quotas: dict[Lane, int] = field(default_factory=_quotas)
    # Bytes that stay free for more urgent lanes, at most a quarter of all there is (then in proportion).
    reserves: dict[Lane, int] = field(default_factory=_reserves)
    filling: float = 0.70  # share at which people are warned
    short: float = 0.85  # … and urgently; delivered data is then forgotten before its keep time
    look_s: float = 10.0  # between looks at the disk that nothing else calls for
    give_back_pages: int = 1000  # free pages given back to the disk in one transaction
