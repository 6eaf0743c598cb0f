"""The six links of the bench: what each does, and how long a call over it is watched."""

import sys
from typing import Final, NamedTuple

from bench.contest import ROOT

sys.path.append(str(ROOT / "tests/support"))  # the tests' link emulator serves here too
from link_emulator import Link
from link_model import Way

__all__ = ["BURST", "CLEAN", "COURSES", "Course", "Link", "Phase", "Way", "chosen"]

_HOME: Final = Way(delay_ms=20)  # each way, as between two ends of a city
_WIFI: Final = Way(delay_ms=8, jitter_ms=6, rate_kbit=20_000, burst_start=0.002, burst_end=0.4)
_MOBILE: Final = Way(delay_ms=45, jitter_ms=20, rate_kbit=2_500, queue_ms=300, loss=0.003)


class Phase(NamedTuple):
    """Both directions for so many seconds."""

    seconds: float
    way: Way


class Course(NamedTuple):
    """A link's name, what the reader is told, and its phases; the first holds from before the call."""

    name: str
    words: str
    phases: tuple[Phase, ...]

    @property
    def seconds(self) -> float:
        """How long a call over it is watched."""
        return sum(phase.seconds for phase in self.phases)


COURSES: Final = (
    Course("clean", "nothing but the relay", (Phase(8, Way()),)),
    Course("loss3", "3 % loss, 40 ms there and back", (Phase(8, Way(loss=0.03, delay_ms=20)),)),
    Course(
        "poor",
        "10 % loss, 200 ms there and back, 1 Mbit/s",
        (Phase(10, Way(loss=0.1, delay_ms=100, rate_kbit=1000, queue_ms=250)),),
    ),
    Course(
        "burst",
        "25 % loss for 8 s, then none; 40 ms there and back",
        (Phase(3, _HOME), Phase(8, Way(loss=0.25, delay_ms=20)), Phase(5, _HOME)),
    ),
    Course(
        "narrow",
        "300 kbit/s, 40 ms there and back",
        (Phase(10, Way(delay_ms=20, rate_kbit=300, queue_ms=300)),),
    ),
    Course("step", "Wi-Fi, then 4G of 2.5 Mbit/s", (Phase(4, _WIFI), Phase(7, _MOBILE))),
)
BURST: Final = "burst"
CLEAN: Final = "clean"


def chosen(names: str) -> tuple[Course, ...]:
    """Return the courses of a list of names with commas; empty: all. ValueError in plain words."""
    known = {course.name: course for course in COURSES}
    wanted = [name for name in names.split(",") if name]
    if unknown := [name for name in wanted if name not in known]:
        raise ValueError(f"no link is called {', '.join(unknown)}; there are: {', '.join(known)}")
    return tuple(known[name] for name in wanted) or COURSES
