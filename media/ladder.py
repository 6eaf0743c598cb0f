"""What is given up when the line gets weak, step by step, and how it is taken back. Pure: has no clock.

In this order: frame size, frame rate, the moving picture (a still of both is sent now and then instead), all
pictures, sound. The first two the engine does by itself (`media.rate`): here they only get their name, once
they have lasted. The others are decided here, from what the line is measured to carry.

Down takes a while, so that a short burst of loss costs nobody the picture, and longer where nothing but an
estimate speaks for it: those are wrong at times (low for a while after a shock, though all of it arrives in
time). Sound is never given up on an estimate alone. Up is quicker. But who comes back
down soon after a climb climbs less readily each time: on a line that wavers about a limit the call stands
still. Where nothing measures the line while little is sent (a browser's own estimate does not grow then), a
climb is tried now and then.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Step(StrEnum):
    """What is sent, the best first; the ids have words at both ends."""

    FULL = "full"
    SMALLER = "smaller"
    SLOWER = "slower"
    STILL = "still"  # no moving picture: a still now and then
    SOUND = "sound"  # no picture at all
    TEXT = "text"  # no sound either


@dataclass(frozen=True)
class Seen:
    """What is known at a moment.

    `kbit`: what the line carries, media and repairs together; None: not known. `width`, `height` in pixels
    and `fps` of the picture that goes out now, 0 without one. `loss` 0..1, before repair. `late_ms`: by how
    much later than at its best what is sent arrives.
    """

    kbit: float | None = None
    width: int = 0
    height: int = 0
    fps: float = 0.0
    loss: float = 0.0
    late_ms: float = 0.0


@dataclass(frozen=True)
class Rung:
    """A step that is decided here: entered under `down` kbit/s for `patience_s`, left above `up`.

    `alone_s` is the patience where nothing but the estimate speaks for it; None: never then.
    """

    step: Step
    down: float
    up: float
    patience_s: float
    alone_s: float | None


# VP8's smallest moving picture of any use takes 80 kbit/s beside 40 for sound; Opus can be understood at 12
# (with its headers 28), which is what a line must carry for sound to make sense.
RUNGS: Final = (
    Rung(Step.STILL, 100.0, 150.0, 8.0, 30.0),
    Rung(Step.SOUND, 50.0, 75.0, 8.0, 30.0),
    Rung(Step.TEXT, 20.0, 32.0, 8.0, None),
)
DEAF_LOSS: Final = 0.6  # at this loss nobody understands a word, whatever the line carries
HURT_LOSS, HURT_LATE_MS = 0.03, 300.0  # from here on it shows that the line carries less than is sent …
HURT_S: Final = 5.0  # … and for so long that counts
NAMED_S: Final = 3.0  # a smaller or slower picture is named after so long
SMALL: Final = 0.45  # of the largest picture's pixels: from there on it is called smaller …
SLOW: Final = 0.6  # … and of the highest rate, slower
CLEAR: Final = 1.2  # and no longer, when it is above that by so much
CLIMB_S: Final = 2.0  # the line must carry the better step for so long before it is taken
SOON_S: Final = 30.0  # who falls back within this time after a climb waits twice as long for the next
LONGEST_CLIMB_S: Final = 60.0
TRIAL_S: Final = 15.0  # where nothing measures while little is sent, a climb is tried after so long …
RARE_TRIAL_S: Final = 60.0  # … and where something does, but may be wrong


class Ladder:
    """One direction of a call. `trial_s`: a climb is tried after so long; None: what is measured counts."""

    def __init__(self, *, trial_s: float | None = None) -> None:
        self._trial_s = trial_s
        self._rung = 0  # of RUNGS, counted from 1; 0: a moving picture
        self._low_since: list[float | None] = [None] * len(RUNGS)
        self._high_since: float | None = None
        self._hurt_at = float("-inf")
        self._climb_s = CLIMB_S
        self._climbed_at: float | None = None
        self._rung_at = 0.0
        self._pixels = 0
        self._fps = 0.0
        self._named = Step.FULL
        self._naming: tuple[Step, float] = (Step.FULL, 0.0)

    @property
    def step(self) -> Step:
        """The step that is stood on."""
        return RUNGS[self._rung - 1].step if self._rung else self._named

    def look(self, now: float, seen: Seen) -> Step:
        """Take in what is known now (twice a second or so); return the step to stand on."""
        self._fall(now, seen)
        self._climb(now, seen)
        if self._rung:
            self._named, self._naming = Step.SLOWER, (Step.SLOWER, now)  # what a picture begins with again
        else:
            self._name(now, seen)
        return self.step

    def _fall(self, now: float, seen: Seen) -> None:
        """Go down to the lowest rung whose limit the line has been under for long enough."""
        lowest = 0
        if seen.loss >= HURT_LOSS or seen.late_ms >= HURT_LATE_MS:
            self._hurt_at = now
        hurt = now - self._hurt_at <= HURT_S
        for index, rung in enumerate(RUNGS):
            deaf = rung.step is Step.TEXT and seen.loss >= DEAF_LOSS
            low = deaf or (seen.kbit is not None and seen.kbit < rung.down)
            since = self._low_since[index]
            self._low_since[index] = (now if since is None else since) if low else None
            patience_s = rung.patience_s if hurt else rung.alone_s
            if since is not None and low and patience_s is not None and now - since >= patience_s:
                lowest = index + 1
        if lowest <= self._rung:
            return
        if self._climbed_at is not None and now - self._climbed_at < SOON_S:
            self._climb_s = min(LONGEST_CLIMB_S, 2 * self._climb_s)
        self._climbed_at = None
        self._stand(lowest, now)

    def _climb(self, now: float, seen: Seen) -> None:
        """Go up to what the line has carried for long enough, or try one rung where nobody knows."""
        if self._climbed_at is not None and now - self._climbed_at >= SOON_S:
            self._climbed_at, self._climb_s = None, CLIMB_S
        if not self._rung or seen.loss >= DEAF_LOSS:
            self._high_since = None
            return
        if seen.kbit is not None and seen.kbit >= RUNGS[self._rung - 1].up:
            self._high_since = now if self._high_since is None else self._high_since
            if now - self._high_since >= self._climb_s:
                better = next(i for i in range(self._rung) if all(seen.kbit >= r.up for r in RUNGS[i:]))
                self._stand(better, now)
                self._climbed_at = now
            return
        self._high_since = None
        trial_s = self._trial_s
        if trial_s is not None and now - self._rung_at >= trial_s * self._climb_s / CLIMB_S:
            self._stand(self._rung - 1, now)
            self._climbed_at = now

    def _stand(self, rung: int, now: float) -> None:
        self._rung, self._rung_at, self._high_since = rung, now, None
        self._low_since = [None] * len(RUNGS)

    def _name(self, now: float, seen: Seen) -> None:
        """Find the name of a picture that moves, and change it only when it has lasted."""
        pixels = seen.width * seen.height
        if not pixels:
            return  # switched off, or none yet
        self._pixels, self._fps = max(self._pixels, pixels), max(self._fps, seen.fps)
        clear = CLEAR if self._named is not Step.FULL else 1.0
        name = Step.FULL
        if pixels < SMALL * clear * self._pixels:
            name = Step.SMALLER
        if seen.fps < SLOW * (CLEAR if self._named is Step.SLOWER else 1.0) * self._fps:
            name = Step.SLOWER
        if name is not self._naming[0]:
            self._naming = (name, now)
        elif name is not self._named and now - self._naming[1] >= NAMED_S:
            self._named = name
