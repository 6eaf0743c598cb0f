"""What leaves next, and when: sound at once, then repairs, then the picture, evenly; probes in bursts.

Without I/O: `push` what is to be sent, `take` what may leave now, `wait_s` says when to come again.
"""

from collections import deque
from enum import IntEnum
from typing import Final, NamedTuple

from media.rate.probe import MIN_PACKETS, Probe

BURST_S: Final = 0.005  # so much may leave early: timers are no finer
MAX_WAIT_S: Final = 0.5  # what waits longer leaves faster than the pace
PADDING: Final = 240  # bytes of a packet of nothing


class Kind(IntEnum):
    """What a packet is; the lower, the sooner it leaves."""

    SOUND = 0
    REPAIR = 1
    PICTURE = 2
    PADDING = 3


class Leaving(NamedTuple):
    """A packet to send now; empty `data` of kind PADDING: make one of PADDING bytes. `probe`: 0, none."""

    kind: Kind
    data: bytes
    probe: int


class Pacer:
    """`bps` is the pace."""

    def __init__(self, bps: float) -> None:
        self.bps = bps
        self.waiting = 0  # bytes
        self._queues: tuple[deque[bytes], ...] = (deque(), deque(), deque())
        self._free_at = 0.0  # when the pace lets the next one leave
        self._probe: Probe | None = None
        self._probed = self._probe_packets = 0

    @property
    def waiting_s(self) -> float:
        """How long what waits will take."""
        return 8 * self.waiting / self.bps if self.waiting else 0.0

    @property
    def probing(self) -> bool:
        """Is a burst being sent?"""
        return self._probe is not None

    def push(self, kind: Kind, data: bytes) -> None:
        """Queue a packet."""
        self._queues[kind].append(data)
        self.waiting += len(data)

    def start_probe(self, probe: Probe) -> None:
        """Send a burst from now on, of what waits and else of padding."""
        self._probe = probe
        self._probed = self._probe_packets = 0

    def drop_pictures(self) -> None:
        """Forget pictures and repairs that wait: a new key frame comes, or none shall be seen any more."""
        for kind in (Kind.REPAIR, Kind.PICTURE):
            self.waiting -= sum(map(len, self._queues[kind]))
            self._queues[kind].clear()

    def take(self, now: float) -> Leaving | None:
        """Return what leaves now, None when nothing may."""
        sound = self._queues[Kind.SOUND]
        if sound:
            data = sound.popleft()
            self.waiting -= len(data)
            self._charge(len(data), now)
            return Leaving(Kind.SOUND, data, self._count(len(data)))
        if self._free_at > now + BURST_S:
            return None
        for kind in (Kind.REPAIR, Kind.PICTURE):
            if self._queues[kind]:
                data = self._queues[kind].popleft()
                self.waiting -= len(data)
                self._charge(len(data), now)
                return Leaving(kind, data, self._count(len(data)))
        if self._probe is None:
            return None
        self._charge(PADDING, now)
        return Leaving(Kind.PADDING, b"", self._count(PADDING))

    def wait_s(self, now: float) -> float | None:
        """Return how long nothing can leave, None when nothing waits."""
        if not self.waiting and self._probe is None:
            return None
        if self._queues[Kind.SOUND]:
            return 0.0
        return max(0.0, self._free_at - now - BURST_S)

    def _charge(self, size: int, now: float) -> None:
        pace = self._probe.bps if self._probe else max(self.bps, 8 * self.waiting / MAX_WAIT_S)
        # What was not used is not saved up: after a pause no burst follows.
        self._free_at = max(self._free_at, now) + 8 * size / pace

    def _count(self, size: int) -> int:
        probe = self._probe
        if probe is None:
            return 0
        self._probed += size
        self._probe_packets += 1
        if self._probed >= probe.size and self._probe_packets > MIN_PACKETS:
            self._probe = None
        return probe.ident
