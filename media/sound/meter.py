"""The level meter: how loud it is, in tenths that a person can follow; said only when it is another one."""

import math
from typing import Final

from contract.control import SoundLevel

METER_S: Final = 0.2  # between two looks
SOFTEST_DB: Final = -60.0  # of full scale, RMS: no part of the meter is lit …
LOUDEST_DB: Final = -12.0  # … and here all of it is: a voice close by
TENTHS: Final = 10


def tenths(level: float) -> int:
    """Return a level (RMS, 0..1 of full scale) as 0 to 10, even in decibels as ears are."""
    decibels = 20 * math.log10(max(level, 1e-6))
    share = (decibels - SOFTEST_DB) / (LOUDEST_DB - SOFTEST_DB)
    return round(TENTHS * min(1.0, max(0.0, share)))


class Meter:
    """What was said last, so that nothing is said twice."""

    def __init__(self) -> None:
        self._said = SoundLevel()

    def look(self, microphone: float, speaker: float) -> SoundLevel | None:
        """Take both levels (0..1); return what is to be said, None when it is what was said before."""
        now = SoundLevel(microphone=tenths(microphone), speaker=tenths(speaker))
        if now == self._said:
            return None
        self._said = now
        return now
