"""What view models derive from: the visit's state and the little the visit does not know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from contract.profile import Profile
from contract.station import Pleth, Progress, QueueState
from kiosk.visit.model import Screen, State

VOLUME_STEPS: Final = 5
DAYS_IN_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True)
class Prefs:
    """How this person wants the screen; forgotten with the session. `volume`: 0..VOLUME_STEPS."""

    language: str = "en"
    large: bool = False
    contrast: bool = False
    volume: int = 4


@dataclass(frozen=True)
class Draft:
    """Touched or typed on this screen, and not said yet. `refused`: the field Next stumbled over, and why."""

    place: tuple[str, str] = ("", "")
    chosen: tuple[str, ...] = ()
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    refused: tuple[str, str] = ("", "")

    def text(self, name: str) -> str:
        """Return a field's text without blanks around it."""
        return self.fields.get(name, "").strip()


@dataclass(frozen=True)
class Live:
    """What moves too fast for the visit: the newest wave frame and progress."""

    pleth: Pleth | None = None
    progress: Progress | None = None


@dataclass(frozen=True)
class Inputs:
    """Everything a `derive` may look at. `now_ns` is of this boot, as `Instant.monotonic_ns`."""

    state: State
    profile: Profile
    prefs: Prefs = Prefs()
    draft: Draft = Draft()
    live: Live = Live()
    now_ns: int = 0
    now: float = 0.0  # Unix seconds by the station's clock
    queue: QueueState | None = None  # core's last word on what waits
    core_up: bool = True
    starting: bool = False  # core has not said Welcome yet

    @property
    def screen(self) -> Screen:
        """The screen shown."""
        return self.state.screen


def place_of(state: State) -> tuple[str, str]:
    """Return what a draft belongs to: it is dropped when this changes."""
    return str(state.screen), state.item
