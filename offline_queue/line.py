"""Who goes next: alerts strictly first, the other lanes by weight so that none starves.

Start-time fair queueing by bytes. A turn counts only once it was served, so that a batch offered again
after a failure is the same batch. Pure: no database, no clock.
"""

from collections import deque
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from contract.envelope import Lane

_SMALLEST_COST = 1024  # bytes: a request costs something however small it is


class Head(NamedTuple):
    """An entry at the front of its lane."""

    place: int
    size: int  # bytes on the wire


class Line:
    """Shares of the link among lanes, remembered from batch to batch."""

    def __init__(self, weights: Mapping[Lane, int]) -> None:
        self._weights = weights
        self._now = 0.0
        self._passes = dict.fromkeys(weights, 0.0)

    def choose(self, fronts: Mapping[Lane, Sequence[Head]], limit: int, max_bytes: int) -> list[Head]:
        """Return the next batch in order. One larger than `max_bytes` goes alone rather than never."""
        chosen: list[Head] = []
        room = max_bytes
        waiting = {lane: deque(heads) for lane, heads in fronts.items() if heads}
        now, passes = self._now, dict(self._passes)
        while waiting and len(chosen) < limit:
            lane = self._next(waiting, now, passes)
            head = waiting[lane].popleft()
            if chosen and head.size > room:
                break  # whoever's turn it is goes first next time; nobody smaller slips past
            chosen.append(head)
            room -= head.size
            now = self._serve(lane, head.size, now, passes)
            if not waiting[lane]:
                del waiting[lane]
        return chosen

    def served(self, lane: Lane, size: int) -> None:
        """Count a turn: the hub has it."""
        self._now = self._serve(lane, size, self._now, self._passes)

    def _next(self, waiting: Collection[Lane], now: float, passes: Mapping[Lane, float]) -> Lane:
        if len(waiting) == 1:
            return next(iter(waiting))
        if Lane.ALERT in waiting:
            return Lane.ALERT
        return min((lane for lane in Lane if lane in waiting), key=lambda lane: max(passes[lane], now))

    def _serve(self, lane: Lane, size: int, now: float, passes: dict[Lane, float]) -> float:
        if lane is Lane.ALERT:
            return now
        start = max(passes[lane], now)
        passes[lane] = start + max(size, _SMALLEST_COST) / self._weights[lane]
        return start
