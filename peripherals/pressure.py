"""What may be believed of a cuff's result, and how often a cuff may inflate. Pure.

The repeats and the mean of blood pressure are the visit's (`kiosk.visit.esh`): they need the patient.
"""

from collections import deque
from typing import Final

import msgspec

from contract.measurement import Grade, Kind, Quality, Reason, Value

NS: Final = 1_000_000_000


class PressureLimits(msgspec.Struct, frozen=True):
    """mm[Hg] and beats a minute, lowest and highest; seconds."""

    systolic_reject: tuple[int, int] = (40, 300)
    systolic_ask_again: tuple[int, int] = (80, 220)
    diastolic_reject: tuple[int, int] = (20, 200)
    diastolic_ask_again: tuple[int, int] = (40, 130)
    pulse_reject: tuple[int, int] = (20, 300)
    pulse_ask_again: tuple[int, int] = (40, 150)
    highest_pressure: int = 299  # in the cuff; above it we stop whatever the device thinks
    silence_s: float = 4.0  # without a word from the cuff while it measures
    longest_s: float = 150.0  # for one measurement
    inflations: int = 4
    inflations_within_s: float = 600.0


def values_of(systolic: int, diastolic: int, pulse: int | None) -> tuple[Value, ...]:
    """Return a result's values with their units."""
    pair = (Value(Kind.SYSTOLIC, systolic, "mm[Hg]"), Value(Kind.DIASTOLIC, diastolic, "mm[Hg]"))
    return pair if pulse is None else (*pair, Value(Kind.PULSE_RATE, pulse, "/min"))


def judge(
    systolic: int, diastolic: int, pulse: int | None, *, rested: bool, limits: PressureLimits
) -> Quality:
    """Grade one result. A cuff that gave a pair with diastolic ≥ systolic never gets here."""
    given = [
        (systolic, limits.systolic_reject, limits.systolic_ask_again),
        (diastolic, limits.diastolic_reject, limits.diastolic_ask_again),
    ]
    if pulse is not None:
        given.append((pulse, limits.pulse_reject, limits.pulse_ask_again))
    if any(not low <= value <= high for value, (low, high), _ in given):
        return Quality(Grade.NOT_RELIABLE, (Reason.OUT_OF_RANGE,))
    reasons = [] if rested else [Reason.NOT_RESTED]
    if any(not low <= value <= high for value, _, (low, high) in given):
        reasons.append(Reason.ASK_AGAIN)
    return Quality(Grade.USABLE if reasons else Grade.GOOD, tuple(reasons))


class Inflations:
    """Counts a cuff's inflations: no more than so many in so long."""

    def __init__(self, limits: PressureLimits) -> None:
        self._limits = limits
        self._times: deque[int] = deque(maxlen=limits.inflations)

    def may(self, now_ns: int) -> bool:
        """May the cuff inflate now (monotonic ns)?"""
        within = self._limits.inflations_within_s * NS
        return len(self._times) < self._limits.inflations or now_ns - self._times[0] >= within

    def began(self, now_ns: int) -> None:
        """It inflates."""
        self._times.append(now_ns)
