"""What the way from a room to us carries, from what comes of it. Pure: has no clock.

In a room nobody measures that way: the media server passes on what the others send, whatever is lost. So we
look at the loss ourselves and tell the others what to send. Down at once, to what came; up again by a quarter
at a time, once nothing was lost for a while.
"""

from typing import Final

LOSS: Final = 0.08  # of packets, before repair: more than repairs make good …
LOST_S: Final = 1.5  # … for so long
EVERY_S: Final = 3.0  # what was lowered is given time to be seen
DOWN: Final = 0.8  # of what came
CLEAN: Final = 0.02
CLEAN_S: Final = 6.0
UP: Final = 1.25
LEAST_KBIT: Final = 20.0
FREE_KBIT: Final = 4000.0  # a limit above that is none


class Downlink:
    """`kbit`: what all pictures together may take, None: as much as they like."""

    def __init__(self) -> None:
        self.kbit: float | None = None
        self._lost_since: float | None = None
        self._clean_since: float | None = None
        self._changed_at = float("-inf")

    def look(self, now: float, kbit: float, loss: float) -> float | None:
        """Take in what came in the last half second, kbit/s, and the share lost before repair.

        Returns the limit, kbit/s.
        """
        lossy, clean = loss >= LOSS, loss < CLEAN
        self._lost_since = (now if self._lost_since is None else self._lost_since) if lossy else None
        self._clean_since = (now if self._clean_since is None else self._clean_since) if clean else None
        if self._for(self._lost_since, now, LOST_S) and now - self._changed_at >= EVERY_S:
            self._set(now, max(LEAST_KBIT, DOWN * min(kbit, self.kbit or kbit)))
        elif self.kbit is not None and self._for(self._clean_since, now, CLEAN_S):
            higher = UP * self.kbit
            self._set(now, higher if higher < FREE_KBIT else None)
        return self.kbit

    @staticmethod
    def _for(since: float | None, now: float, seconds: float) -> bool:
        return since is not None and now - since >= seconds

    def _set(self, now: float, kbit: float | None) -> None:
        self.kbit, self._changed_at = kbit, now
        self._clean_since = None
