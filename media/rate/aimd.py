"""The delay-based target: up slowly while no queue grows, down at once when one does.

Additive increase, multiplicative decrease as in libwebrtc's AimdRateControl. Bits a second, seconds.
"""

import math
from typing import Final

from media.rate.delay import Usage

BETA: Final = 0.85  # of what gets through, after a queue has grown, …
DRAIN_BETA: Final = 0.55  # … and while a long one stands: it has to empty
DRAIN_FROM_MS, DRAIN_FULLY_MS = 100.0, 400.0
GROWTH: Final = 1.08  # a second, while the link's limit is not known
PACKET_BITS: Final = 1200 * 8
MIN_INCREASE: Final = 4000.0  # bit/s a second, near the limit
HEADROOM: Final = 1.5  # never more above what gets through
_HEADROOM_BPS: Final = 10_000.0


class Capacity:
    """What the link was found to carry each time it was too much."""

    def __init__(self) -> None:
        self._kbit: float | None = None
        self._deviation = 0.4

    def found(self, bps: float, weight: float = 0.05) -> None:
        """Note a rate the link carried at its limit."""
        kbit = bps / 1000
        if self._kbit is None:
            self._kbit = kbit
        self._kbit += weight * (kbit - self._kbit)
        normal = max(self._kbit, 1.0)
        error = (self._kbit - kbit) ** 2 / normal
        self._deviation = max(0.4, min(0.95 * self._deviation + 0.05 * error, 2.5))

    def forget(self) -> None:
        """The link is another one now."""
        self._kbit = None

    @property
    def known(self) -> bool:
        """Was it found since it was forgotten?"""
        return self._kbit is not None

    def bounds(self) -> tuple[float, float]:
        """Return what it lies between, in bit/s."""
        if self._kbit is None:
            return 0.0, math.inf
        spread = 3 * math.sqrt(self._deviation * self._kbit)
        return 1000 * max(0.0, self._kbit - spread), 1000 * (self._kbit + spread)


class Aimd:
    """`bps` is the target; `limits` it stays within."""

    def __init__(self, start_bps: float, min_bps: float, max_bps: float) -> None:
        self.bps = start_bps
        self.min_bps, self.max_bps = min_bps, max_bps
        self.decreased_at = -math.inf
        self._capacity = Capacity()
        self._hold = True
        self._changed: float | None = None

    def update(
        self, usage: Usage, through_bps: float | None, now: float, rtt_s: float, queue_ms: float = 0.0
    ) -> bool:
        """Take a verdict and what gets through; return whether the target went down."""
        if usage is Usage.OVER:
            return self._decrease(through_bps, now, rtt_s, _beta(queue_ms))
        if usage is Usage.UNDER:
            self._hold = True  # the queue empties: wait until it has
            return False
        if self._hold:
            self._hold, self._changed = False, now
            return False
        self._increase(through_bps, now, rtt_s)
        return False

    def jump(self, bps: float, now: float) -> None:
        """Take a rate that was probed."""
        self.bps = self._within(bps)
        self._changed = now
        self._capacity.forget()

    def _decrease(self, through_bps: float | None, now: float, rtt_s: float, beta: float) -> bool:
        settled = now - self.decreased_at > max(0.2, rtt_s)  # give the last decrease its time to work
        far_off = through_bps is not None and through_bps < 0.5 * self.bps
        self._hold = True
        if not (settled or far_off):
            return False
        through = self.bps if through_bps is None else through_bps
        target = beta * through
        if target > self.bps:  # what gets through is from before the last decrease
            target = beta * self.bps
        low, high = self._capacity.bounds()
        if self._capacity.known and not low <= through <= high:
            self._capacity.forget()
        self._capacity.found(through)
        self.bps = self._within(min(self.bps, target))
        self.decreased_at = self._changed = now
        return True

    def _increase(self, through_bps: float | None, now: float, rtt_s: float) -> None:
        passed = 0.0 if self._changed is None else min(now - self._changed, 1.0)
        self._changed = now
        if through_bps is not None and through_bps > self._capacity.bounds()[1]:
            self._capacity.forget()
        if self._capacity.known:
            # One packet more in the time the link takes to answer.
            response = max(0.001, 2 * (rtt_s + 0.1))
            raised = self.bps + max(MIN_INCREASE, PACKET_BITS / response) * passed
        else:
            raised = self.bps * GROWTH**passed + 1000 * passed
        if through_bps is not None:
            raised = min(raised, max(self.bps, HEADROOM * through_bps + _HEADROOM_BPS))
        self.bps = self._within(raised)

    def _within(self, bps: float) -> float:
        return max(self.min_bps, min(bps, self.max_bps))


def _beta(queue_ms: float) -> float:
    part = (queue_ms - DRAIN_FROM_MS) / (DRAIN_FULLY_MS - DRAIN_FROM_MS)
    return BETA - (BETA - DRAIN_BETA) * max(0.0, min(part, 1.0))
