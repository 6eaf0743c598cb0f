"""What the link may be used for just now: a bandwidth cap, a metered or slow link, a call that must go well.

Alerts always go, and what they take is counted. On a metered or slow link, or in a call, alerts and readings
go first, documents then, media and logs only in the gaps and in small requests: one request is under way at a
time, so an alert waits at most for that one. Pure: moments are given, in seconds of a clock that never jumps.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from contract.envelope import Lane

_EVERYTHING: Final = (frozenset(Lane),)
_BY_URGENCY: Final = (
    frozenset({Lane.ALERT, Lane.READING}),
    frozenset({Lane.DOCUMENT}),
    frozenset({Lane.MEDIA, Lane.LOG}),
)
_ALERTS: Final = (frozenset({Lane.ALERT}),)
BACKGROUND: Final = _BY_URGENCY[-1]
_WEIGHT: Final = 0.3  # of the latest request in the measured rate
_TELLS_A_RATE: Final = 8 << 10  # bytes; a smaller request tells the way's delay, not its rate


@dataclass(frozen=True)
class LinkLimits:
    """How much of the link delivery may take. Rates are bytes a second."""

    metered: bool = False
    cap_bytes_s: float | None = None  # all delivery together, averaged over seconds; None: no cap
    call_share: float = 0.10  # in a call, of the link's measured rate, for all but alerts
    call_media_bytes_s: float = 8_000  # in a call, for media and logs at most
    slow_bytes_s: float = 32_000  # a link measured to be slower is treated as a metered one
    assumed_bytes_s: float = 125_000  # before anything was measured
    request_s: float = 2.0  # what a request may take where an alert should not wait for it
    smallest_request: int = 16 << 10  # bytes: smaller ones only waste the link
    burst_s: float = 2.0  # of a rate may be used at once after a pause


class Conditions(NamedTuple):
    """What the caller knows of the link at this moment."""

    metered: bool = False
    in_call: bool = False


class Turn(NamedTuple):
    """What may be sent next: the first of `tiers` in which something waits, `max_bytes` of it.

    `wait_s`: what waits and is not in `tiers` may go after this; `why` it may not now, empty when all may.
    """

    tiers: tuple[frozenset[Lane], ...]
    max_bytes: int
    wait_s: float = 0.0
    why: str = ""

    @property
    def held(self) -> frozenset[Lane]:
        """The lanes that have to wait."""
        return frozenset(Lane).difference(*self.tiers)


class _Bucket:
    """Tokens of one rate. What was sent may leave it in debt; nothing goes until that is paid."""

    def __init__(self) -> None:
        self._tokens = 0.0
        self._at: float | None = None

    def wait(self, now: float, rate: float, burst: float) -> float:
        """Return the seconds until it is out of debt."""
        if self._at is None:
            self._tokens = burst
        else:
            self._tokens = min(burst, self._tokens + max(0.0, now - self._at) * rate)
        self._at = now
        return 0.0 if self._tokens > -1.0 else -self._tokens / rate  # no waiting for a part of a byte

    def charge(self, size: int) -> None:
        self._tokens -= size


class LinkBudget:
    """Decides each turn, from what was measured and what it is told."""

    def __init__(self, limits: LinkLimits | None = None) -> None:
        self.limits = limits or LinkLimits()
        self.rate: float | None = None  # bytes a second, as measured; None before that
        self._all, self._call, self._media = _Bucket(), _Bucket(), _Bucket()

    def turn(self, conditions: Conditions, now: float, most: int) -> Turn:
        """Return what may go now, in a request of `most` bytes at most."""
        limits = self.limits
        slow = self.rate is not None and self.rate < limits.slow_bytes_s
        careful = limits.metered or conditions.metered or conditions.in_call or slow
        tiers = _BY_URGENCY if careful else _EVERYTHING
        size = min(most, self._request(conditions.in_call)) if careful else most
        if limits.cap_bytes_s is not None:
            size = min(size, max(limits.smallest_request, int(limits.cap_bytes_s * limits.request_s)))
        for bucket, rate, allowed, why in self._rates(conditions.in_call):
            if wait := bucket.wait(now, rate, rate * limits.burst_s):
                return Turn(allowed, size, wait, why)
        return Turn(tiers, size)

    def small(self, lanes: frozenset[Lane], most: int) -> int:
        """Return the bytes of a request for these lanes: media goes by the smallest, in the gaps."""
        return min(most, self.limits.smallest_request) if lanes == BACKGROUND else most

    def sent(self, sizes: Mapping[Lane, int], seconds: float) -> None:
        """Note a request that got through (or took all its time to fail): its bytes by lane, and how long."""
        total = sum(sizes.values())
        self._all.charge(total)
        self._call.charge(total - sizes.get(Lane.ALERT, 0))
        self._media.charge(sum(sizes.get(lane, 0) for lane in BACKGROUND))
        if total >= _TELLS_A_RATE and seconds > 0:
            rate = total / seconds
            self.rate = rate if self.rate is None else self.rate + _WEIGHT * (rate - self.rate)

    def _request(self, in_call: bool) -> int:
        rate = self.rate or self.limits.assumed_bytes_s
        share = self.limits.call_share if in_call else 1.0
        return max(self.limits.smallest_request, int(rate * share * self.limits.request_s))

    def _rates(self, in_call: bool) -> list[tuple[_Bucket, float, tuple[frozenset[Lane], ...], str]]:
        """Return the rates that hold now, each with what may still go when it is used up."""
        limits = self.limits
        rates: list[tuple[_Bucket, float, tuple[frozenset[Lane], ...], str]] = []
        if limits.cap_bytes_s is not None:
            rates.append((self._all, limits.cap_bytes_s, _ALERTS, "the bandwidth cap"))
        if in_call:
            share = limits.call_share * (self.rate or limits.assumed_bytes_s)
            rates.append((self._call, share, _ALERTS, "a call"))
            rates.append((self._media, limits.call_media_bytes_s, _BY_URGENCY[:-1], "a call"))
        return rates
