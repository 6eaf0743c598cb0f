"""What the simulated devices do: one story for every kind of device, told in a YAML file.

The files of `stories/` are the built-in ones; anybody can write another (docs/devices/scenarios.md) and name
its path instead. Times are seconds of the device since it was switched on (streaming devices) or since its
measurement was started (a cuff that inflates).
"""

from functools import cache
from pathlib import Path
from typing import Final, Literal

import msgspec

Refusal = Literal["", "overload", "underload"]
OffScale = Literal["", "high", "low"]

STORIES: Final = Path(__file__).with_name("stories")


class _Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    pass


class Finger(_Told, frozen=True):
    """A stretch of the oximeter's cycle: "out", "searching", "too-long" or "in", for so long."""

    state: Literal["out", "searching", "too-long", "in"]
    for_s: float


class Oximeter(_Told, frozen=True):
    """What an oximeter sees. `wobble`: how far SpO2 and pulse jump about; `perfusion` in %.

    After `fingers` is through, its last stretch lasts; with `again` it starts over instead. `artefact_s`:
    of every ten seconds so many are spoilt by movement.
    """

    spo2: int = 97
    pulse: int = 72
    perfusion: float = 3.2
    signal: int = 6
    spo2_wobble: int = 0
    pulse_wobble: int = 0
    fingers: tuple[Finger, ...] = (Finger("out", 1), Finger("searching", 2), Finger("in", 1))
    again: bool = False
    artefact_s: float = 0.0


class Reading(_Told, frozen=True):
    """What one inflation finds, mm[Hg] and beats a minute."""

    systolic: int
    diastolic: int
    pulse: int

    @property
    def all(self) -> tuple[int, int, int]:
        """Systolic, diastolic, pulse."""
        return self.systolic, self.diastolic, self.pulse


class Cuff(_Told, frozen=True):
    """What a cuff does: the readings in turn, starting over after the last; `error` instead, at a time.

    `takes_s`: how long a cuff that the person starts takes from the switch to its result.
    """

    readings: tuple[Reading, ...] = (Reading(124, 79, 72), Reading(121, 77, 71), Reading(119, 77, 72))
    error: int | None = None
    error_at_s: float = 12.0
    leak_at: int | None = None  # mm[Hg] above which the pressure does not rise
    holds: int | None = None  # mm[Hg] that stay in it after stop: its valve is stuck
    takes_s: float = 8.0
    irregular: bool = False
    movement: bool = False


class Thermometer(_Told, frozen=True):
    """Body temperature in Cel, where, and how long until it stands; `error`: the device's own number."""

    temperature: float = 36.8
    site: str = "oral"
    takes_s: float = 5.0
    error: int | None = None


class Scale(_Told, frozen=True):
    """Who steps on: kg, cm; `still_after_s` the display stands; `refuses`: "overload" or "underload"."""

    weight: float = 72.5
    height: float | None = 171.0
    steps_on_s: float = 1.0
    still_after_s: float = 3.0
    refuses: Refusal = ""


class GlucoseMeter(_Told, frozen=True):
    """One drop of blood, mg/dL; `code`: "high" (HI) or "low" (LO) instead of a number."""

    glucose: float = 104.0
    code: OffScale = ""
    takes_s: float = 5.0
    error: int | None = None


class Heart(_Told, frozen=True):
    """Beats a minute; irregular intervals or not; whether the band touches the skin."""

    rate: int = 72
    irregular: bool = False
    contact: bool = True


class Card(_Told, frozen=True):
    """Something held before the scanner, at a time."""

    text: str
    at_s: float = 1.0


class Stored(_Told, frozen=True):
    """A record that is in the device's memory already: somebody else's. Values as `decode` names them."""

    age_s: float
    values: dict[str, float]


class Line(_Told, frozen=True):
    """What happens to the bytes on their way. Shares 0..1 of the frames; bursts hold frames back so long."""

    noise: float = 0.0  # a few stray bytes before the frame
    cut: float = 0.0  # the frame's end is missing
    changed: float = 0.0  # one byte is another
    burst_s: float = 0.0  # frames are kept back and come together
    delay_s: float = 0.0


class Happening(_Told, frozen=True):
    """Something from outside. `what`: "unplug" (comes back after `for_s` if that is given) or "hang"."""

    what: Literal["unplug", "hang"]
    at_s: float
    for_s: float | None = None


class Scenario(_Told, frozen=True):
    """One story. `clock_error_s`: the device's clock minus the true local time; `None`: never set."""

    says: str
    oximeter: Oximeter = Oximeter()
    cuff: Cuff = Cuff()
    thermometer: Thermometer = Thermometer()
    scale: Scale = Scale()
    glucose: GlucoseMeter = GlucoseMeter()
    heart: Heart = Heart()
    cards: tuple[Card, ...] = (Card("CP1-7Q2M9XKD"),)
    memory: tuple[Stored, ...] = ()
    clock_error_s: float | None = 0.0
    battery_low: bool = False
    line: Line = Line()
    happenings: tuple[Happening, ...] = ()
    silent: bool = False


def read(path: Path) -> Scenario:
    """Read a story; ValueError with the place and the reason when it is none."""
    try:
        return msgspec.yaml.decode(path.read_bytes(), type=Scenario)
    except (msgspec.MsgspecError, OSError) as error:
        raise ValueError(f"{path}: {error}") from error


@cache
def built_in() -> dict[str, Scenario]:
    """Return the stories that come along, by name."""
    return {path.stem: read(path) for path in sorted(STORIES.glob("*.yaml"))}


def find(name: str) -> Scenario:
    """Return a built-in story, or the one in a file; ValueError when there is neither."""
    if story := built_in().get(name):
        return story
    path = Path(name)
    if path.suffix not in (".yaml", ".yml"):
        raise ValueError(
            f"no story is called {name!r}; known: {', '.join(built_in())}, or the path of a YAML file"
        )
    return read(path)
