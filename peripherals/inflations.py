"""What a cuff may do, and how often. Pure.

The repeats and the mean of blood pressure are the visit's (`kiosk.visit.esh`): they need the patient.
"""

from collections import deque
from typing import Final

import msgspec

NS: Final = 1_000_000_000


class CuffLimits(msgspec.Struct, frozen=True):
    """mm[Hg] and seconds. Sources: clinical.md §1; the device's own limits stand beside these."""

    highest_pressure: int = 299  # in the cuff; above it we stop whatever the device thinks
    silence_s: float = 4.0  # without a word from the cuff while it measures
    longest_s: float = 150.0  # for one measurement
    inflations: int = 4
    inflations_within_s: float = 600.0
    held_pressure: int = 30  # still in the cuff …
    held_s: float = 8.0  # … so long after stop: the person must open it


class Inflations:
    """Counts a cuff's inflations: no more than so many in so long."""

    def __init__(self, limits: CuffLimits) -> None:
        self._limits = limits
        self._times: deque[int] = deque(maxlen=limits.inflations)

    def may(self, now_ns: int) -> bool:
        """May the cuff inflate now (monotonic ns)?"""
        within = self._limits.inflations_within_s * NS
        return len(self._times) < self._limits.inflations or now_ns - self._times[0] >= within

    def began(self, now_ns: int) -> None:
        """It inflates."""
        self._times.append(now_ns)


class HeldPressure:
    """Watches whether a cuff lets its air out once it was told to stop."""

    def __init__(self, limits: CuffLimits) -> None:
        self._limits = limits
        self._since: int | None = None
        self.told = False

    def stopped(self, now_ns: int) -> None:
        """Stop was written, or the result came: from here on the pressure must fall."""
        if self._since is None:
            self._since = now_ns

    def inflating(self) -> None:
        """A new measurement: pressure is wanted."""
        self._since, self.told = None, False

    def pressure(self, mm_hg: int, now_ns: int) -> bool:
        """Take the pressure in the cuff; True, once, when it has been held for too long."""
        if mm_hg < self._limits.held_pressure:
            self._since, self.told = None, False
        elif self._since is not None and now_ns - self._since > self._limits.held_s * NS and not self.told:
            self.told = True
            return True
        return False
