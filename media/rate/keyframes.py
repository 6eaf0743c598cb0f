"""Key frames when they are asked for, and not more often than is of use."""

import math
from typing import Final

APART_S: Final = 0.4


class KeyframeGate:
    """A key frame is dear: requests that come while one is on its way are answered by that one."""

    def __init__(self) -> None:
        self.asked = self.granted = 0
        self._wanted = False
        self._last = -math.inf

    def ask(self, now: float, rtt_s: float) -> None:
        """The other end wants one. Asked before the last one can have arrived, that one is the answer."""
        self.asked += 1
        if now - self._last >= rtt_s:
            self._wanted = True

    def due(self, now: float) -> bool:
        """Say (once) that the next picture is to be a key frame."""
        if not self._wanted or now - self._last < APART_S:
            return False
        self._wanted, self._last = False, now
        self.granted += 1
        return True

    def sent(self, now: float) -> None:
        """One went out by itself: another size, a first picture."""
        self._wanted, self._last = False, now
