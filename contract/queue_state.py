"""Core to session: how the queue stands."""

from typing import Final

import msgspec

from contract.envelope import Lane
from contract.message import Message


class LaneWaits(msgspec.Struct, frozen=True):
    """What waits in one lane. `since`: when the oldest was put, RFC 3339, to the hour; `size` in bytes."""

    lane: Lane
    waiting: int
    since: str
    size: int


class FoundDamage(msgspec.Struct, frozen=True):
    """A damaged database was set aside when core started. `lost`: known to be lost, there may be more."""

    salvaged: int
    lost: int


class QueueState(Message, tag="queue-state", frozen=True):
    """What waits to be sent, since when and why: for staff, and for whoever offers to take a picture.

    Sent to a session that starts and when something changes. Times are RFC 3339, empty: never.

    `link`: idle (nothing waits), sending, paced (held back for what is more urgent), unreachable, refused,
    bad-receipt, local (our own store) or stopped. `why`: an id with words (`WHYS`), empty while it goes well.
    `level` of fullness: fine, filling (from 70 %), short (from 85 %), full.
    `no_room`: lanes that take nothing now, or refused something. `unsaved`: things given to core that the
    disk has not taken yet.
    `quarantined`: at the hub, where a person must look; `refused`: too large to get through, kept here;
    `damaged`: the disk no longer gives them back.
    """

    lanes: tuple[LaneWaits, ...] = ()
    link: str = "idle"
    why: str = ""
    tried_at: str = ""
    sent_at: str = ""  # the last valid receipt
    level: str = "fine"
    kept: int = 0  # bytes that can't be forgotten yet
    total: int = 0  # bytes, with all that there is room for
    no_room: tuple[Lane, ...] = ()
    unsaved: int = 0
    quarantined: int = 0
    refused: int = 0
    damaged: int = 0
    damage: FoundDamage | None = None
    keys_expired_at: str = ""  # the newest key things are sealed to is too old since
    clock: str = "unsure"

    @property
    def waiting(self) -> int:
        """Everything without the hub's receipt."""
        return sum(lane.waiting for lane in self.lanes)


WHYS: Final = (
    "no-network",  # no way out of this house, or no name can be looked up
    "no-answer",  # the hub's machine does not answer
    "clock-wrong",  # the hub's certificate is not valid by our clock
    "not-trusted",  # whoever answers is not our hub
    "not-known",  # the hub does not know this station (any more)
    "busy",  # the hub says: later
    "turned-away",  # the hub says no
    "bad-receipt",  # an answer that is not the hub's signed receipt
    "store",  # our own store can't be read just now
)
