"""When something happened, though the station's clock may have been wrong. Pure: no database, no own clock.

A station tells its wall clock, and the monotonic clock of its boot, which nothing sets. An anchor is a
moment at which the hub knew what that monotonic clock showed; from the nearest one the time of anything
else in the boot follows, whatever the wall clock said before or after it was set. Without an anchor only
bounds are known: after what the same station told before, and before the hub had it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, NamedTuple

from contract.measurement import Instant
from hub.times import parse

AGREED_S: Final = 5.0  # a wall clock this near is called right, as at the station (kiosk.core.clock)
DRIFT: Final = 1e-4  # of a quartz, generously
NS: Final = 1e-9

AGREED: Final = "agreed"  # the wall clock is right, as an anchor says
TOLD: Final = "told"  # the station itself had compared its clock with the hub's
CORRECTED: Final = "corrected"  # worked out from an anchor
UNSURE: Final = "unsure"  # nothing vouches for it


class Anchor(NamedTuple):
    """At `hub_at` (Unix seconds, give or take `error_s`) the boot's monotonic clock showed `monotonic_ns`."""

    monotonic_ns: int
    hub_at: float
    error_s: float


class Bounds(NamedTuple):
    """Unix seconds between which it must have been."""

    low: float
    high: float


@dataclass(frozen=True)
class Told:
    """A moment put right. `at`: RFC 3339 in the station's offset; `why`: in words, empty when all is well."""

    at: str
    confidence: str
    why: str = ""

    @property
    def moment(self) -> float:
        """Unix seconds."""
        return parse(self.at).timestamp()

    @property
    def sure(self) -> bool:
        """Whether something vouches for it."""
        return self.confidence != UNSURE


def put_right(instant: Instant, anchors: Sequence[Anchor], bounds: Bounds) -> Told:
    """Return when an instant was. `anchors`: of its boot; ValueError when its wall time is not RFC 3339."""
    wall = parse(instant.wall)
    said = wall.timestamp()
    if anchors:
        return _anchored(instant.wall, wall, *estimate(instant.monotonic_ns, anchors))
    if instant.clock == "synced":
        return Told(instant.wall, TOLD)
    if bounds.low <= said <= bounds.high:
        return Told(instant.wall, UNSURE, "The station's clock was not checked: it had not reached the hub.")
    nearest = bounds.low if said < bounds.low else bounds.high
    low, high = (spoken(datetime.fromtimestamp(moment, wall.tzinfo)) for moment in bounds)
    why = f"The station's clock said {spoken(wall)}; it was between {low} and {high}."
    return Told(_at(wall, nearest), UNSURE, why)


def estimate(monotonic_ns: int, anchors: Sequence[Anchor]) -> tuple[float, float]:
    """Return Unix seconds at a reading of the monotonic clock, and how far off they may be (seconds).

    Anchors on both sides that disagree (the machine slept) widen the error by as much.
    """
    nearest = min(anchors, key=lambda a: abs(a.monotonic_ns - monotonic_ns))
    moment, error = _by(nearest, monotonic_ns)
    sides = (
        [a for a in anchors if a.monotonic_ns <= monotonic_ns],
        [a for a in anchors if a.monotonic_ns > monotonic_ns],
    )
    if all(sides):
        before = max(sides[0], key=lambda a: a.monotonic_ns)
        after = min(sides[1], key=lambda a: a.monotonic_ns)
        apart = abs(_by(before, monotonic_ns)[0] - _by(after, monotonic_ns)[0])
        error = max(error, apart)
    return moment, error


def _by(anchor: Anchor, monotonic_ns: int) -> tuple[float, float]:
    away = (monotonic_ns - anchor.monotonic_ns) * NS
    return anchor.hub_at + away, anchor.error_s + abs(away) * DRIFT


def _anchored(text: str, wall: datetime, moment: float, error: float) -> Told:
    off = wall.timestamp() - moment
    if abs(off) <= AGREED_S + error:
        return Told(text, AGREED)
    way = "fast" if off > 0 else "slow"
    why = (
        f"The station's clock was {duration(abs(off))} {way}; put right by its last contact with the hub, "
        f"to within {duration(max(error, 1.0))}."
    )
    return Told(_at(wall, moment), CORRECTED, why)


def _at(like: datetime, moment: float) -> str:
    """Write Unix seconds in the offset of `like`."""
    return datetime.fromtimestamp(moment, like.tzinfo).isoformat(timespec="milliseconds")


def spoken(moment: datetime) -> str:
    """Say a moment as people read it: "3 Mar 2026, 14:07", in its own offset."""
    return f"{moment.day} {moment:%b %Y, %H:%M}"


def duration(seconds: float) -> str:
    """Say a length of time in its largest whole unit."""
    for unit, length in (("years", 31_557_600.0), ("days", 86_400.0), ("hours", 3600.0), ("minutes", 60.0)):
        if seconds >= 2 * length:
            return f"{round(seconds / length)} {unit}"
    return f"{round(seconds)} seconds" if round(seconds) != 1 else "1 second"
