"""One direction of a network link as a model in virtual time: what happens to each packet, and when.

The kernels of test machines have no netem, so this does its work. Pure: the same seed and the same packets
give the same link. In the order in which they befall a packet: random loss; loss in bursts (Gilbert and
Elliott: a good and a bad state, changed with a fixed probability a packet); a bottleneck of some rate with a
queue in front that drops what does not fit; delay and jitter; being held back so that later ones overtake it;
doubling.
"""

import random
from typing import Final

import msgspec

HEADERS: Final = 28  # bytes of IPv4 and UDP around each packet: they pass the bottleneck too


class Way(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What one direction does. Shares are 0 to 1, times ms; the default does nothing to a packet.

    `burst_start`, `burst_end`: how likely a packet begins and ends a bad state, in which `burst_loss` of the
    packets are lost; a burst takes 1 / `burst_end` packets on average. `rate_kbit`: kbit/s, 0 for no limit.
    `queue_ms`: what waits longer before the bottleneck is dropped. `jitter_ms`: each packet comes up to so
    much later, evenly spread, order kept. `reorder`: this share comes another `reorder_ms` later, order not
    kept.
    """

    loss: float = 0.0
    burst_start: float = 0.0
    burst_end: float = 1.0
    burst_loss: float = 1.0
    delay_ms: float = 0.0
    jitter_ms: float = 0.0
    rate_kbit: float = 0.0
    queue_ms: float = 200.0
    reorder: float = 0.0
    reorder_ms: float = 25.0
    duplicate: float = 0.0


class Counts(msgspec.Struct):
    """What a direction has done: packets, and bytes without headers. Each offered packet is in one of the
    next three."""

    offered: int = 0
    delivered: int = 0
    lost: int = 0  # by chance
    overflowed: int = 0  # no room before the bottleneck
    doubled: int = 0
    held_back: int = 0
    bytes_offered: int = 0
    bytes_delivered: int = 0


class Pipe:
    """One direction at work. `way` may be changed at any time: it holds for what comes from then on."""

    def __init__(self, way: Way, seed: int) -> None:
        self.way = way
        self.counts = Counts()
        self._random = random.Random(seed)
        self._bad = False
        self._busy_until = 0.0  # the bottleneck, s
        self._last = 0.0  # arrival of the latest packet whose order is kept, s

    def offer(self, now: float, size: int) -> tuple[float, ...]:
        """Take a packet of `size` bytes at the moment `now` (s, never falling); when it arrives: not at all,
        once, or twice."""
        counts, way = self.counts, self.way
        counts.offered += 1
        counts.bytes_offered += size
        if self._is_lost():
            counts.lost += 1
            return ()
        passed = self._pass(now, size)
        if passed is None:
            counts.overflowed += 1
            return ()
        arrival = passed + (way.delay_ms + self._random.random() * way.jitter_ms) / 1000
        arrival = max(arrival, self._last)
        if self._happens(way.reorder):
            counts.held_back += 1
            arrival += way.reorder_ms / 1000
        else:
            self._last = arrival
        counts.delivered += 1
        counts.bytes_delivered += size
        if self._happens(way.duplicate):
            counts.doubled += 1
            return (arrival, arrival)
        return (arrival,)

    def _is_lost(self) -> bool:
        way = self.way
        if self._happens(way.burst_end if self._bad else way.burst_start):
            self._bad = not self._bad
        return self._happens(way.loss) or (self._bad and self._happens(way.burst_loss))

    def _pass(self, now: float, size: int) -> float | None:
        """Return when the packet is through the bottleneck; None when there is no room."""
        way = self.way
        if not way.rate_kbit:
            return now
        if (self._busy_until - now) * 1000 > way.queue_ms:
            return None
        self._busy_until = max(now, self._busy_until) + (size + HEADERS) * 8 / (way.rate_kbit * 1000)
        return self._busy_until

    def _happens(self, share: float) -> bool:
        # No number is drawn for what cannot happen: one setting's dice do not move another's.
        return share > 0 and self._random.random() < share
