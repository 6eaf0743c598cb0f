"""How large and how often pictures are sent: what bitrate, encoder and processor allow.

Size goes first, then the frame rate. Down at once when the bitrate cannot carry the size; or after a while
when the encoder has to coarsen too much, or takes too long. Up when there is plenty, with growing patience
after each time it was too much.
"""

import math
from collections import deque
from typing import Final, NamedTuple

from media.rate.link import Limits

STEPS: Final = (1.0, 3 / 4, 1 / 2, 3 / 8, 1 / 4)  # of the camera's size
KBIT_PER_PIXEL: Final = 600 / (1280 * 720) ** 0.75  # what a picture of a talking head needs at 30 fps, …
EXPONENT: Final = 0.75  # … which grows slower than its area: 600 at 720p, 215 at 360p, 75 at 180p
UP: Final = 1.3  # of what the next size needs
UP_AFTER_S: Final = 1.5
QUICK_S: Final = 4.0  # after the start sizes go up without waiting
COARSE: Final = 100  # mean quantiser index of 127 above which a smaller picture looks better
FINE: Final = 70  # … and below which a larger one may be tried
SLOW: Final = 0.75  # of the time between two pictures, spent encoding
WATCH_S: Final = 2.0
PATIENCE_S: Final = 8.0  # after a step down for the encoder's sake; doubled each time
MAX_PATIENCE_S: Final = 120.0
RATES: Final = ((120.0, 1.0), (60.0, 0.5), (0.0, 1 / 3))  # kbit/s, of the camera's pictures


class Shape(NamedTuple):
    """What goes to the encoder."""

    width: int
    height: int
    fps: float


class Shaper:
    """Tell it of each encoded picture; ask it for the shape of the next."""

    def __init__(self, fps: float) -> None:
        self._fps = fps
        self._step: int | None = None
        self._began = self._since = -math.inf
        self._watched: deque[tuple[float, int, float]] = deque()
        self._patience = PATIENCE_S
        self._not_before = -math.inf

    def encoded(self, now: float, quantiser: int, took_s: float) -> None:
        """Note a picture: its quantiser index (0..127) and how long its encoding took."""
        self._watched.append((now, quantiser, took_s))
        while self._watched[0][0] < now - WATCH_S:
            self._watched.popleft()

    def shape(self, camera: tuple[int, int], kbit: float, limits: Limits, now: float) -> Shape:
        """Return the shape for a camera picture of this size at this bitrate within these limits."""
        if self._step is None:
            self._began = self._since = now
            self._step = self._affordable(camera, kbit)
        self._move(camera, kbit, now)
        rate = next(part for least, part in RATES if kbit >= least)
        width, height = _scaled(camera, STEPS[self._step], limits)
        return Shape(width, height, min(self._fps * rate, limits.fps))

    def _move(self, camera: tuple[int, int], kbit: float, now: float) -> None:
        assert self._step is not None
        affordable = self._affordable(camera, kbit / 0.8)
        if affordable > self._step:
            self._to(affordable, now)
        elif self._step < len(STEPS) - 1 and self._overworked(now):
            self._not_before = now + self._patience
            self._patience = min(2 * self._patience, MAX_PATIENCE_S)
            self._to(self._step + 1, now)
        elif self._step > 0 and self._may_rise(camera, kbit, now):
            quick = now - self._began < QUICK_S
            self._to(self._affordable(camera, kbit / UP) if quick else self._step - 1, now)

    def _to(self, step: int, now: float) -> None:
        if step != self._step:
            self._step, self._since = step, now
            self._watched.clear()

    def _affordable(self, camera: tuple[int, int], kbit: float) -> int:
        """Return the largest step this bitrate carries."""
        for step, factor in enumerate(STEPS):
            if kbit >= needed_kbit(camera[0] * camera[1] * factor * factor):
                return step
        return len(STEPS) - 1

    def _may_rise(self, camera: tuple[int, int], kbit: float, now: float) -> bool:
        assert self._step is not None
        if self._affordable(camera, kbit / UP) >= self._step or now < self._not_before:
            return False
        if now - self._began < QUICK_S:
            return True
        return now - self._since > UP_AFTER_S and self._mean(1) < FINE and self._spare()

    def _overworked(self, now: float) -> bool:
        if now - self._since < WATCH_S or len(self._watched) < 10:
            return False
        return self._mean(1) > COARSE or self._mean(2) > SLOW / self._fps

    def _spare(self) -> bool:
        return self._mean(2) < 0.6 * SLOW / self._fps

    def _mean(self, part: int) -> float:
        return sum(one[part] for one in self._watched) / len(self._watched) if self._watched else 0.0


def needed_kbit(pixels: float) -> float:
    """Return what pictures of so many pixels need."""
    return float(KBIT_PER_PIXEL * pixels**EXPONENT)


def _scaled(camera: tuple[int, int], factor: float, limits: Limits) -> tuple[int, int]:
    width, height = camera
    factor = min(factor, limits.width / width, limits.height / height)
    return max(16, round(width * factor) // 2 * 2), max(16, round(height * factor) // 2 * 2)
