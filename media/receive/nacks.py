"""Which lost packets to ask for again, and when: RFC 4585's negative acknowledgements with retries.

Numbers are full ones (`media.rate.packets.Unwrapper`), times seconds.
"""

import math
from typing import Final

RETRIES: Final = 10
MIN_APART_S: Final = 0.02  # between two requests for the same packet
KEPT: Final = 1000  # numbers behind the newest; what is older is given up
MAX_GAP: Final = 500  # missing at once: that is no loss to repair but an outage, and a key frame is needed


class Nacks:
    """Tell it of arrivals, ask it what to request."""

    def __init__(self) -> None:
        self._newest: int | None = None
        self._missing: dict[int, tuple[float, int]] = {}  # (asked last, how often)

    def __len__(self) -> int:
        """How many are missing."""
        return len(self._missing)

    def came(self, number: int) -> bool:
        """Note an arrival; return whether so much is missing at once that asking is of no use."""
        newest = self._newest
        if newest is None or number > newest:
            gap = 0 if newest is None else number - newest - 1
            self._newest = number
            if gap > MAX_GAP:
                self._missing.clear()
                return True
            for lost in range(number - gap, number):
                self._missing[lost] = (-math.inf, 0)
            for old in [one for one in self._missing if one < number - KEPT]:
                del self._missing[old]
        else:
            self._missing.pop(number, None)
        return False

    def due(self, now: float, rtt_s: float) -> list[int]:
        """Return what to ask for now; a retry comes no sooner than an answer could have."""
        apart = max(MIN_APART_S, 1.1 * rtt_s)
        asked: list[int] = []
        for number, (last, times) in list(self._missing.items()):
            if times >= RETRIES:
                del self._missing[number]
            elif now - last >= apart:
                self._missing[number] = (now, times + 1)
                asked.append(number)
        return asked

    def forget(self, before: int) -> None:
        """Nothing before this number is needed any more."""
        for number in [one for one in self._missing if one < before]:
            del self._missing[number]
