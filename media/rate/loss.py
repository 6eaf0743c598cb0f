"""The loss-based target: what is lost for good is either too much sent or a bad link; both want less.

Up to HIGH nothing happens, above it the target falls with the loss, as in GCC. Two things differ, from
measurements: a link that loses a fixed part of everything (bad Wi-Fi) loses no less at a lower rate. So what
is lost while no queue grows is learned as the link's own (`inherent`), and only what is above it counts; and
the target does not fall for ever, but to a floor. When the loss is over, it does not creep up but asks for a
probe (`recovered`). Where next to nothing is sent (text only), few packets over a longer time count, and what
was lost long ago no longer does: it says nothing of the link as it is now. Bits a second, seconds, fractions.
"""

import math
from collections import deque
from typing import Final

LOW: Final = 0.02
HIGH: Final = 0.10
ABOVE: Final = 0.05  # the link's own: so much more is too much
MAX_INHERENT: Final = 0.15  # repairs keep up with no more
LEARNING_S: Final = 3.0
WINDOW_S: Final = 1.0
MIN_PACKETS: Final = 20
LONGEST_WINDOW_S: Final = 10.0  # for so many packets
PAUSE_S: Final = 0.3  # … and a round trip, between two decreases
FLOOR: Final = 0.25  # of the rate before the loss, at least, while no queue grows …
FLOOR_SLOPE: Final = 3.0  # … and so much more the less is lost: at 10 % the floor is 0.7
CLEAN_S: Final = 0.4  # so long without loss, …
CLEAN_PACKETS: Final = 40  # … and so many packets: it is over
QUIET_S, QUIET_PACKETS = 4.0, 4  # where little is sent
REMEMBERED_S: Final = 20.0  # a loss that returns within this is the same one
GROWTH: Final = 1.08  # a second


class LossControl:
    """`bps` is the target; infinite while there is no loss to speak of."""

    def __init__(self, min_bps: float) -> None:
        self.bps = math.inf
        self.fraction = 0.0
        self._min = min_bps
        self._inherent = 0.0
        self._told: deque[tuple[float, int, int]] = deque()
        self._before = 0.0  # the rate when the loss began
        self._decreased = -math.inf
        self._lossy = -math.inf  # when it last lost
        self._clean = 0  # packets since
        self._recovered = -math.inf
        self._updated: float | None = None

    @property
    def usual(self) -> bool:
        """Is no more lost than this link always loses?"""
        return self.fraction < max(LOW, min(self._inherent, MAX_INHERENT) + LOW)

    def add(self, missing: int, total: int, now: float) -> None:
        """Take what a feedback (or a receiver report) tells."""
        if total or missing:
            self._told.append((now, missing, total))
        of = sum(told[2] for told in self._told)
        while self._told and self._told[0][0] < now - WINDOW_S and of - self._told[0][2] >= MIN_PACKETS:
            of -= self._told.popleft()[2]
        self.pass_to(now)
        if of >= MIN_PACKETS:
            self.fraction = max(0.0, min(sum(told[1] for told in self._told) / of, 1.0))
        self._clean += total - missing
        if missing > 0 and missing > LOW * total:
            self._lossy, self._clean = now, 0

    def pass_to(self, now: float) -> None:
        """Time passes: after long enough without a word nothing is known of the link's loss."""
        while self._told and self._told[0][0] < now - LONGEST_WINDOW_S:
            self._told.popleft()
        if not self._told:
            self.fraction = 0.0

    def update(self, target_bps: float, queue_grows: bool, now: float, rtt_s: float) -> None:
        """Adapt the target; `target_bps` is what is sent at now."""
        passed = 0.0 if self._updated is None else min(now - self._updated, 1.0)
        self._updated = now
        if not queue_grows:
            self._inherent += (self.fraction - self._inherent) * min(1.0, passed / LEARNING_S)
        if self.fraction > max(HIGH, min(self._inherent, MAX_INHERENT) + ABOVE):
            self._decrease(target_bps, queue_grows, now, rtt_s)
        elif self.usual and not queue_grows and not math.isinf(self.bps):
            self.bps *= GROWTH**passed

    def recovered(self, now: float) -> float | None:
        """Say once that the loss is over, and the rate before it."""
        since_s = now - max(self._lossy, self._decreased)
        clean = self._clean >= CLEAN_PACKETS and since_s >= CLEAN_S
        quiet = self._clean >= QUIET_PACKETS and since_s >= QUIET_S
        if math.isinf(self.bps) or not (clean or quiet):
            return None
        self._recovered = now
        self._told.clear()
        self.fraction = 0.0
        self.bps = math.inf
        return self._before

    def _decrease(self, target_bps: float, queue_grows: bool, now: float, rtt_s: float) -> None:
        if now - self._decreased < PAUSE_S + rtt_s:
            return
        if math.isinf(self.bps):
            again = now - self._recovered < REMEMBERED_S
            self._before = max(target_bps, self._before) if again else target_bps
        part = max(FLOOR, 1 - FLOOR_SLOPE * self.fraction)
        floor = self._min if queue_grows else max(self._min, part * self._before)
        lowered = min(self.bps, target_bps) * (1 - 0.5 * self.fraction)
        self.bps = min(self.bps, max(floor, lowered))
        self._decreased = now
