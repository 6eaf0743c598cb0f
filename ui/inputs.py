"""What view models derive from: the visit's state and the little the visit does not know."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final
from uuid import UUID

from contract.agent import UpdateState
from contract.capture import CameraControls, Guidance, Looks, Played
from contract.control import SoundTested
from contract.envelope import Lane
from contract.instruments import Pleth, Progress
from contract.profile import Profile
from contract.queue_state import QueueState
from contract.readiness import Readiness
from contract.staff import CartIs
from contract.station import NetworkTested, OperatorSays, SpareAnswered
from contract.technician import SparesAre, TechnicianIs
from kiosk.clinical.news2 import News2
from kiosk.rounds.clock import RoundClock
from kiosk.rounds.model import Duty
from kiosk.visit.context import Context
from kiosk.visit.model import Screen
from kiosk.visit.state import State
from ui.letters import Line
from ui.roster import Roster

VOLUME_STEPS: Final = 5
TEXT_SCALES: Final = (1.0, 1.5, 2.0)  # of the letters, by Prefs.size
NOBODY: Final = Duty()
DAYS_IN_MONTH: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


@dataclass(frozen=True)
class Prefs:
    """How this person wants the screen; forgotten with the session. `volume`: 0..VOLUME_STEPS.

    `size`: of the letters, into TEXT_SCALES. `still`: nothing moves that need not. `voice`: the screen
    speaks; `private`: into headphones that were plugged in for it. `hidden`: the screen is dark while it
    speaks. `reading`: this one page is read aloud to who wants no voice otherwise.
    """

    language: str = "en"
    size: int = 0
    contrast: bool = False
    volume: int = 4
    still: bool = False
    voice: bool = False
    private: bool = False
    hidden: bool = False
    reading: bool = False

    @property
    def large(self) -> bool:
        """Are the letters larger than usual?"""
        return self.size > 0


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
    """What moves too fast for the visit: wave, progress, guidance, and what others are writing now."""

    pleth: Pleth | None = None
    progress: Progress | None = None
    guidance: Guidance | None = None
    played: Played | None = None
    camera: CameraControls | None = None  # what the camera aimed with can do
    graph: tuple[UUID | None, str] = (None, "")  # a sound's spectrogram as a data URL
    letters: tuple[Line, ...] = ()


SURE: Final = RoundClock(synced=True)


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
    clock: RoundClock = SURE  # what is known of the hub's
    queue: QueueState | None = None  # core's last word on what waits
    network: NetworkTested | None = None  # what a network test found
    sound: SoundTested | None = None  # what a sound test found
    update: UpdateState | None = None  # the agent's last word on updates
    readiness: Readiness | None = None  # what the station's test of itself found
    operator: OperatorSays | None = None  # what the hub's operator wants on the screen
    technician: TechnicianIs | None = None  # who is signed in, and what the checks found
    looks: Looks | None = None  # what the camera gives, while a technician looks
    spares: SparesAre | None = None  # what could take a broken device's place
    spare: SpareAnswered | None = None  # what came of the last wish for one
    voice_there: bool = False  # the station can speak
    news2: News2 | None = None  # while staff enter by hand
    core_up: bool = True
    starting: bool = False  # core has not said Welcome yet
    duty: Duty = NOBODY  # who is signed in, and their round
    roster: Roster | None = None  # the residents; None: not there (yet)
    cart: CartIs | None = None  # how the cart stands; None: it is none, or not known
    context: Context | None = None  # with the questions asked here; None: those that come with the program

    @property
    def media_room(self) -> bool:
        """Does the station take pictures, clips and sounds now?"""
        return self.queue is None or Lane.MEDIA not in self.queue.no_room

    @property
    def screen(self) -> Screen:
        """The screen shown."""
        return self.state.screen


def place_of(state: State) -> tuple[str, str]:
    """Return what a draft belongs to: it is dropped when this changes."""
    return str(state.screen), state.item
