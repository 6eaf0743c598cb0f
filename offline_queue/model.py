"""The queue's vocabulary: limits, states, and what it tells about its entries."""

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


class State(StrEnum):
    """How an entry stands, as told to people."""

    SAVED = "saved"  # durable here, not yet at the hub
    SENT = "sent"  # the hub's signed receipt is here
    QUARANTINED = "quarantined"  # at the hub, but a person has to look before it can be filed
    DAMAGED = "damaged"  # the disk no longer gives back what was written


STATE_OF: Final = {
    Standing.WAITING: State.SAVED,
    Standing.STORED: State.SENT,
    Standing.BACKED_UP: State.SENT,
    Standing.FORGOTTEN: State.SENT,
    Standing.QUARANTINED: State.QUARANTINED,
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


def _weights() -> dict[Lane, int]:
    return {Lane.READING: 16, Lane.DOCUMENT: 4, Lane.MEDIA: 2, Lane.LOG: 1}


@dataclass(frozen=True)
class Limits:
    """Every limit of a store, named."""

    max_payload: int = LARGEST_BUCKET + 1024  # bytes of ciphertext in one put
    max_batch: int = 1024  # puts in one commit
    max_batch_bytes: int = 8 << 20  # bytes of ciphertext in one commit
    max_pending: int = 100_000  # puts waiting for the writer before new ones are turned away
    checkpoint_pages: int = 4000  # write-ahead log pages before they move into the database
    busy_s: float = 5.0  # wait for another process's lock
    sweep: int = 500  # entries forgotten in one transaction
    max_pages: int | None = None  # database size in pages of 4 KiB; None: as large as the disk
    weights: dict[Lane, int] = field(default_factory=_weights)  # share of a busy link, alerts aside
