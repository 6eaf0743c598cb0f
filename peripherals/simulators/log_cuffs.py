"""Simulated cuffs that measure on their own and show their memory: who uses them, and when. No I/O here.

A person starts the cuff as soon as the host looks into the memory; when the story's `takes_s` are over the
measurement is in it. The next one begins when the host has seen that one and, after a pause, looks again. A
cuff that cannot measure in its cable has a measurement that was made just before it was plugged in. With an
`error` in the story nothing is ever added: the cuff shows it on its own display only.
"""

from datetime import datetime, timedelta
from typing import NamedTuple

from peripherals.simulators.scenarios import Scenario

NEVER_SET = datetime(2000, 1, 1)
JUST_BEFORE_S = 1.0
PAUSE_S = 10.0


class Kept(NamedTuple):
    """A measurement in the memory, mm[Hg] and beats a minute, at the cuff's own time."""

    when: datetime
    systolic: int
    diastolic: int
    pulse: int
    flags: tuple[str, ...] = ()


class Logbook:
    """The memory of one user, and the person who adds to it. Times in seconds since it was switched on."""

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._story = scenario.cuff
        self._wall = wall
        self._turn = seed
        self._started: float | None = None
        self._unseen = False
        self._last = -PAUSE_S
        self.kept = [
            Kept(
                max(NEVER_SET, wall - timedelta(seconds=stored.age_s)),
                round(stored.values["systolic"]),
                round(stored.values["diastolic"]),
                round(stored.values.get("pulse_rate", 0)),
            )
            for stored in sorted(scenario.memory, key=lambda stored: -stored.age_s)
            if {"systolic", "diastolic"} <= stored.values.keys()
        ]

    def clock(self, t: float) -> datetime:
        """Return the cuff's own time."""
        return self._wall + timedelta(seconds=t)

    def set_clock(self, when: datetime, t: float) -> None:
        """Put it right: what was kept before keeps its time."""
        self._wall = when - timedelta(seconds=t)

    def looked(self, t: float) -> None:
        """The host looks: whoever waits for that starts to measure; what is ready by now is added."""
        self.settle(t)
        if self._started is None and not self._unseen and t - self._last >= PAUSE_S:
            self._started = t

    def seen(self) -> None:
        """The host has read the newest."""
        self._unseen = False

    def settle(self, t: float) -> None:
        """Add what is ready by now."""
        if self._started is not None and t - self._started >= self._story.takes_s:
            self.add(self._started + self._story.takes_s)
            self._started = None

    def add(self, t: float) -> None:
        """A measurement ends."""
        self._last = t
        if self._story.error is not None:
            return
        reading = self._story.readings[self._turn % len(self._story.readings)]
        self._turn += 1
        self._unseen = True
        told = {"irregular-pulse": self._story.irregular, "movement": self._story.movement}
        flags = tuple(flag for flag, true in told.items() if true)
        self.kept.append(Kept(self.clock(t), *reading.all, flags))

    def measuring_for(self, t: float) -> float:
        """Seconds since the person started it; 0 when idle."""
        return 0.0 if self._started is None else t - self._started
