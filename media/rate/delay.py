"""Does what we send pile up on the way? The delay-based half of Google congestion control.

After libwebrtc's trendline estimator (and draft-ietf-rmcat-gcc-02): packets sent within 5 ms are one group;
how much longer one group took than the one before adds up to a delay; the slope of its line over the last
groups, against a threshold that adapts to the link's own jitter, says whether a queue grows.
Times come in seconds; inside they are milliseconds, as in the papers.
"""

from collections import deque
from enum import Enum
from typing import Final

from media.rate.sent import Arrived

GROUP_MS: Final = 5.0
BURST_MS: Final = 100.0  # a group is never longer
RESET_MS: Final = 3000.0  # between groups: something else than a queue (sleep, a new route)
WINDOW: Final = 20  # groups on the line
SMOOTHING: Final = 0.9
GAIN: Final = 4.0
MAX_DELTAS: Final = 60
THRESHOLD_MS: Final = 12.5
MIN_THRESHOLD_MS, MAX_THRESHOLD_MS = 6.0, 600.0
K_UP, K_DOWN = 0.0087, 0.039
MAX_ADAPT_MS: Final = 15.0
OVERUSE_MS: Final = 10.0  # this long above the threshold before it is called so
BASE_S: Final = 5.0  # the shortest time of way of so long is the way without a queue


class Usage(Enum):
    """What the link's queue does."""

    NORMAL = "normal"
    OVER = "over"  # it grows
    UNDER = "under"  # it empties


class _Group:
    __slots__ = ("arrived", "began", "first_sent", "last_sent")

    def __init__(self, sent: float, arrived: float) -> None:
        self.first_sent = self.last_sent = sent
        self.began = self.arrived = arrived


class Groups:
    """Packets into groups; gives the differences between each group and the one before."""

    def __init__(self) -> None:
        self._current: _Group | None = None
        self._previous: _Group | None = None

    def add(self, sent: float, arrived: float) -> tuple[float, float] | None:
        """Take a packet (ms); at the first of a group return the (sent, arrived) steps of the two before."""
        current = self._current
        if current is None:
            self._current = _Group(sent, arrived)
            return None
        if sent < current.first_sent:
            return None  # reordered: it says nothing
        if self._same(current, sent, arrived):
            current.last_sent = max(current.last_sent, sent)
            current.arrived = max(current.arrived, arrived)
            return None
        previous = self._previous
        self._previous, self._current = current, _Group(sent, arrived)
        if previous is None:
            return None
        steps = (current.last_sent - previous.last_sent, current.arrived - previous.arrived)
        if abs(steps[1]) > RESET_MS or abs(steps[1] - steps[0]) > RESET_MS:
            self._previous = None
            return None
        return steps if steps[1] >= 0 else None

    @staticmethod
    def _same(group: _Group, sent: float, arrived: float) -> bool:
        if sent - group.first_sent <= GROUP_MS:
            return True
        # What waited behind something on the way (Wi-Fi does that) and came in one burst is one group.
        between = arrived - group.arrived
        return between <= GROUP_MS and between < sent - group.last_sent and arrived - group.began < BURST_MS


class Trend:
    """The slope of the delay and the verdict on it."""

    def __init__(self) -> None:
        self.usage = Usage.NORMAL
        self._points: deque[tuple[float, float]] = deque(maxlen=WINDOW)
        self._delay = self._smoothed = 0.0
        self._deltas = 0
        self._first: float | None = None
        self._slope = self._previous_slope = 0.0
        self._threshold = THRESHOLD_MS
        self._over_ms: float | None = None
        self._overs = 0
        self._updated: float | None = None

    def update(self, sent_step: float, arrived_step: float, arrived: float) -> None:
        """Take the steps of a group (ms) and when it arrived (ms)."""
        self._deltas = min(self._deltas + 1, MAX_DELTAS)
        self._first = arrived if self._first is None else self._first
        self._delay += arrived_step - sent_step
        self._smoothed = SMOOTHING * self._smoothed + (1 - SMOOTHING) * self._delay
        self._points.append((arrived - self._first, self._smoothed))
        if len(self._points) == WINDOW:
            self._slope = _slope(self._points, self._slope)
        self._detect(self._deltas * self._slope * GAIN, sent_step, arrived)

    def _detect(self, trend: float, sent_step: float, now: float) -> None:
        if self._deltas < 2:
            return
        if trend > self._threshold:
            self._over_ms = sent_step / 2 if self._over_ms is None else self._over_ms + sent_step
            self._overs += 1
            if self._over_ms > OVERUSE_MS and self._overs > 1 and self._slope >= self._previous_slope:
                self._over_ms, self._overs = 0.0, 0
                self.usage = Usage.OVER
        else:
            self._over_ms, self._overs = None, 0
            self.usage = Usage.UNDER if trend < -self._threshold else Usage.NORMAL
        self._previous_slope = self._slope
        self._adapt(abs(trend), now)

    def _adapt(self, trend: float, now: float) -> None:
        passed = 0.0 if self._updated is None else min(now - self._updated, 100.0)
        self._updated = now
        if trend > self._threshold + MAX_ADAPT_MS:
            return  # a peak, not the link's usual jitter
        k = K_DOWN if trend < self._threshold else K_UP
        self._threshold += k * (trend - self._threshold) * passed
        self._threshold = max(MIN_THRESHOLD_MS, min(self._threshold, MAX_THRESHOLD_MS))


def _slope(points: deque[tuple[float, float]], otherwise: float) -> float:
    """Return the least squares slope, ms a ms."""
    count = len(points)
    mean_x = sum(x for x, _ in points) / count
    mean_y = sum(y for _, y in points) / count
    below = sum((x - mean_x) ** 2 for x, _ in points)
    return sum((x - mean_x) * (y - mean_y) for x, y in points) / below if below else otherwise


class Queue:
    """How much later than at its best a packet arrives now: what waits on the way."""

    def __init__(self) -> None:
        self.ms = 0.0
        self._best: deque[tuple[float, float]] = deque()  # rising minima of (when, time of way)

    def add(self, sent: float, arrived: float) -> None:
        """Take a packet's times (seconds, each of its own clock)."""
        way = arrived - sent
        while self._best and self._best[-1][1] >= way:
            self._best.pop()
        self._best.append((sent, way))
        while self._best[0][0] < sent - BASE_S:
            self._best.popleft()
        self.ms += 0.1 * (1000 * (way - self._best[0][1]) - self.ms)


class DelayDetector:
    """The whole: feed it arrivals, read `usage` and `queue_ms`."""

    def __init__(self) -> None:
        self._groups = Groups()
        self._trend = Trend()
        self._queue = Queue()
        self._heard: float | None = None

    @property
    def usage(self) -> Usage:
        """What the queue does."""
        return self._trend.usage

    @property
    def queue_ms(self) -> float:
        """What waits on the way, in ms, smoothed."""
        return self._queue.ms

    def add(self, arrived: list[Arrived], now: float) -> Usage:
        """Take a feedback's arrivals; return the worst verdict of them."""
        if self._heard is not None and now - self._heard > 2.0:
            self._groups, self._trend = Groups(), Trend()  # after a silence the past says nothing
        self._heard = now
        over = False
        for packet in arrived:
            self._queue.add(packet.sent, packet.arrived)
            steps = self._groups.add(packet.sent * 1000, packet.arrived * 1000)
            if steps:
                self._trend.update(*steps, packet.arrived * 1000)
                over = over or self._trend.usage is Usage.OVER
        return Usage.OVER if over else self._trend.usage
