"""What a technician must know of a station, from how its queue stands: logged, and told to the hub once.

What came up while the hub was away is told when it is back, also when it has passed by then: that a station
sealed to an old key for a week matters even if the new keys came with the same connection.
"""

import logging
from collections.abc import Callable, Iterator
from typing import Final

from contract import wire
from contract.queue_state import QueueState

log = logging.getLogger(__name__)

KEYS: Final = "keys-expired"
MEMORY: Final = {"short": "memory-short", "full": "memory-full"}
DAMAGED: Final = "store-damaged"
UNREADABLE: Final = "unreadable"


def troubles_of(state: QueueState) -> Iterator[tuple[str, str]]:
    """Yield what is wrong: an id, and more about it for a technician."""
    if state.keys_expired_at:
        yield KEYS, f"the newest key to seal to was valid until {state.keys_expired_at}"
    if state.level in MEMORY:
        yield MEMORY[state.level], f"{state.kept >> 20} of {state.total >> 20} MiB can't be forgotten yet"
    if state.damage is not None:
        yield DAMAGED, f"set aside at start; carried over {state.damage.salvaged}, lost {state.damage.lost}"
    if state.damaged:
        yield UNREADABLE, f"{state.damaged} entries can't be read back"


class Troubles:
    """Remembers what is wrong, and what the hub has not been told of it."""

    def __init__(self, to_hub: Callable[[wire.ToHub], bool], now: Callable[[], str]) -> None:
        self._to_hub, self._now = to_hub, now
        self._open: frozenset[str] = frozenset()
        self._untold: dict[str, wire.StationTrouble] = {}

    def seen(self, state: QueueState) -> None:
        """Note how the queue stands; what is wrong anew is logged and told."""
        found = dict(troubles_of(state))
        for kind in found.keys() - self._open:
            log.warning("a technician is wanted: %s: %s", kind, found[kind])
            self._untold[kind] = wire.StationTrouble(kind=kind, since=self._now(), detail=found[kind])
        self._open = frozenset(found)
        self.tell()

    def met(self, kind: str, detail: str) -> None:
        """Note something that is no matter of the queue: logged and told."""
        log.warning("a technician is wanted: %s: %s", kind, detail)
        self._untold[kind] = wire.StationTrouble(kind=kind, since=self._now(), detail=detail)
        self.tell()

    def tell(self) -> None:
        """Tell the hub what it does not know yet, if it is there."""
        for kind, message in list(self._untold.items()):
            if self._to_hub(message):
                del self._untold[kind]
