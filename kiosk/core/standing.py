"""How the queue stands, told to the session: what waits, since when, why; for the staff's screen.

Counts, times and ids only: core has no names. Told when it changes, at most once a second.
"""

import asyncio
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from typing import Final, NamedTuple

import msgspec

from contract.envelope import Lane
from contract.queue_state import FoundDamage, LaneWaits, QueueState
from contract.seal import KeySet
from kiosk.core.clock import text_of
from kiosk.core.why import of_link
from offline_queue import Overview, QueueError

LEAST_S: Final = 1.0  # between two messages to the session
LOOK_S: Final = 30.0  # between looks at what nobody tells of: a key's age, somebody else filling the disk


class Around(NamedTuple):
    """What the screen says beside the queue's own. Times are RFC 3339, empty: never."""

    trouble: str  # what the connection to the hub met last, empty while it is up
    tried_at: str
    unsaved: tuple[Lane, ...]  # of each thing the disk has not taken yet
    keys: KeySet
    clock: str
    now: float


def expired_at(keys: KeySet, now: float) -> str:
    """Return since when the key that things are sealed to is too old; empty: it is not."""
    key = keys.sealing_key(now)
    if now < key.not_after:
        return ""
    return datetime.fromtimestamp(key.not_after, UTC).isoformat()


def queue_state(overview: Overview, around: Around) -> QueueState:
    """Return the queue's standing as the session is told it."""
    lanes = tuple(
        LaneWaits(
            lane, stands.waiting, "" if stands.since is None else text_of(stands.since), stands.waiting_bytes
        )
        for lane, stands in overview.lanes.items()
        if stands.waiting
    )
    damage = overview.damage
    return QueueState(
        lanes=lanes,
        link=str(overview.link.link),
        why=of_link(overview.link.link, around.trouble),
        tried_at=around.tried_at,
        sent_at="" if overview.last_receipt is None else text_of(overview.last_receipt),
        level=str(overview.space.level),
        kept=overview.space.kept,
        total=overview.space.total,
        no_room=tuple(sorted(overview.space.refused.union(around.unsaved))),
        unsaved=len(around.unsaved),
        quarantined=overview.quarantined,
        refused=overview.refused,
        damaged=overview.damaged,
        damage=None if damage is None else FoundDamage(damage.salvaged, damage.lost),
        keys_expired_at=expired_at(around.keys, around.now),
        clock=around.clock,
    )


class Standing:
    """Tells the session how the queue stands. `touch` it when that may have changed; `run` is a task."""

    def __init__(
        self,
        look: Callable[[], Awaitable[Overview]],
        around: Callable[[], Around],
        told: Callable[[QueueState], object],
    ) -> None:
        self._look, self._around, self._told = look, around, told
        self._touched = asyncio.Event()
        self.last: QueueState | None = None

    def touch(self) -> None:
        """Something may have changed."""
        self._touched.set()

    async def run(self) -> None:
        """Look and tell until cancelled."""
        while True:
            await self._once()
            await asyncio.sleep(LEAST_S)
            try:
                async with asyncio.timeout(LOOK_S):
                    await self._touched.wait()
            except TimeoutError:
                continue

    async def _once(self) -> None:
        self._touched.clear()
        try:
            state = queue_state(await self._look(), self._around())
        except QueueError:
            if self.last is None:
                return
            state = _unusable(self.last, self._around())
        if state != self.last:
            self.last = state
            self._told(state)


def _unusable(last: QueueState, around: Around) -> QueueState:
    """The store can't be asked just now: what was known, with that."""
    return msgspec.structs.replace(
        last, link="local", why="store", unsaved=len(around.unsaved), tried_at=around.tried_at
    )
