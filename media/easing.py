"""How large a picture may come, where a processor and not the line is the narrow place. Pure: has no clock.

A browser that takes longer than a frame's time to encode a picture, or a station that takes longer than a few
to get one decoded, loses pictures, and those shown are old. Chromium's own guard does not see all of that. So
the station asks for a smaller one: half of the pixels, then a quarter, then an eighth. Back after a while in
which both had time to spare; who must go down again soon after that waits twice as long for the next trial.
"""

from collections import deque
from typing import Final

HEIGHTS: Final = (0, 504, 360, 252)  # pixels; 0: as large as it gets
BUSY_ENCODING_MS: Final = 33.0  # a frame's time at 30 a second
BUSY_DECODING_MS: Final = 100.0  # three frames wait
IDLE_ENCODING_MS: Final = 12.0  # the next size takes about twice as long
IDLE_DECODING_MS: Final = 40.0
START_S: Final = 4.0  # everything begins at once there
BUSY_S: Final = 3.0
IDLE_S: Final = 10.0
SOON_S: Final = 20.0
LONGEST_IDLE_S: Final = 160.0


class Easing:
    """One call's, of the picture that comes: look at it twice a second."""

    def __init__(self) -> None:
        self._at = 0  # of HEIGHTS
        self._began: float | None = None
        self._busy_since: float | None = None
        self._idle_since: float | None = None
        self._climbed = float("-inf")
        self._wait = IDLE_S
        self._encoding: deque[tuple[int, float]] = deque(maxlen=2)

    @property
    def height(self) -> int:
        """Pixels that a picture's shorter side may have; 0: no limit."""
        return HEIGHTS[self._at]

    def encoded(self, pictures: int, seconds: float) -> None:
        """Take what the browser says: how many pictures it has encoded by now, in what time altogether."""
        if self._encoding and pictures < self._encoding[-1][0]:
            self._encoding.clear()  # another connection's
        if not self._encoding or pictures > self._encoding[-1][0]:
            self._encoding.append((pictures, seconds))

    def look(self, now: float, decoding_ms: float | None) -> int:
        """Judge; returns `height`. `decoding_ms`: from a picture's last packet until it can be shown.

        None: no picture comes. Then nobody encodes or decodes one, and there is nothing to judge.
        """
        if decoding_ms is None:
            self._busy_since = self._idle_since = None
            return self.height
        encoding_ms = self._encoding_ms()
        if self._began is None:
            self._began = now
        if now - self._began < START_S:
            return self.height
        busy = encoding_ms > BUSY_ENCODING_MS or decoding_ms > BUSY_DECODING_MS
        idle = encoding_ms < IDLE_ENCODING_MS and decoding_ms < IDLE_DECODING_MS
        self._busy_since = (now if self._busy_since is None else self._busy_since) if busy else None
        self._idle_since = (now if self._idle_since is None else self._idle_since) if idle else None
        if self._busy_since is not None and now - self._busy_since >= BUSY_S:
            self._down(now)
        elif self._idle_since is not None and now - self._idle_since >= self._wait:
            self._up(now)
        return self.height

    def _encoding_ms(self) -> float:
        if len(self._encoding) < 2:
            return 0.0
        (before, before_s), (after, after_s) = self._encoding
        return max(0.0, after_s - before_s) / (after - before) * 1000

    def _down(self, now: float) -> None:
        self._busy_since = None
        if self._at == len(HEIGHTS) - 1:
            return
        self._at += 1
        soon = now - self._climbed < SOON_S
        self._wait = min(2 * self._wait, LONGEST_IDLE_S) if soon else IDLE_S

    def _up(self, now: float) -> None:
        self._idle_since = None
        if self._at:
            self._at -= 1
            self._climbed = now
