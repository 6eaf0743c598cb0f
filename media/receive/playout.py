"""When a picture is shown: at once on a line that brings them evenly, else late enough to come evenly.

On a long line a repair takes a round trip: shown as they come, pictures stand still and then rush. So they
are held back by as much as nearly all of them come late by, and no more than is bearable. Pure; in seconds
of any growing clock.
"""

from collections import deque
from typing import Final

WINDOW_S: Final = 8.0  # over which lateness is looked at
NEARLY_ALL: Final = 0.95
UNEVEN_S: Final = 0.1  # what is less late than this is not noticed: nothing is held back
MOST_S: Final = 0.25  # who talks notices more than this
SLOWER_S: Final = 0.015  # a picture: the delay grows so fast that it is not seen, …
FASTER_S: Final = 0.003  # … and shrinks slower


class Playout:
    """Tell it of each decoded picture; it says when to show it."""

    def __init__(self) -> None:
        self._late: deque[tuple[float, float]] = deque()  # (when it came, how long after its moment)
        self._hold = 0.0
        self._last = 0.0

    @property
    def hold_s(self) -> float:
        """By how much pictures are held back now, at most."""
        return self._hold

    def due(self, moment: float, now: float) -> float:
        """Return when to show a picture taken at `moment` (the sender's clock) that is here now."""
        self._late.append((now, now - moment))
        while self._late[0][0] < now - WINDOW_S:
            self._late.popleft()
        late = sorted(one for _, one in self._late)
        uneven = late[int(NEARLY_ALL * (len(late) - 1))] - late[0]
        wanted = min(uneven, MOST_S) if uneven > UNEVEN_S else 0.0
        self._hold += max(-FASTER_S, min(wanted - self._hold, SLOWER_S))
        self._last = max(now, self._last, moment + late[0] + self._hold) if self._hold else now
        return self._last
