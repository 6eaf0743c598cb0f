"""Core and session: messages over the session's connection to core's socket (contract.link).

Core knows measurements, visit ids and triage levels; names and answers pass only as `Sealed`.
"""

from typing import Final
from uuid import UUID

from contract.agent import ContentJudged, LookNow, UpdateState
from contract.capture import (
    Aim,
    AimOver,
    CameraControls,
    Guidance,
    Looks,
    NotTaken,
    Play,
    Played,
    SetCamera,
    SoundShown,
    StopPlaying,
    StopTake,
    Take,
    Taken,
    Watch,
)
from contract.control import Headphones, MediaState, SoundLevel, SoundTested, TestSound
from contract.envelope import Lane
from contract.instruments import FromInstruments, ToInstruments
from contract.message import Message
from contract.network import WayTested
from contract.queue_state import QueueState
from contract.readiness import Readiness
from contract.seal import Sealed
from contract.staff import (
    AskHub,
    CartIs,
    HubAnswer,
    SignedIn,
    SignedOut,
    SignIn,
    SignInRefused,
    SignOut,
)
from contract.technician import FromTechnician, ToTechnician

PROTOCOL: Final[int] = 1


# ---- session to core --------------------------------------------------------------------------


class Hello(Message, tag="hello", frozen=True):
    """First message. `visit`: the one resumed from the journal, if any; `shift`: the sign-in, as in staff.

    Core answers a shift by SignedIn and all parts of its list, or by SignedOut.
    """

    protocol: int
    visit: UUID | None = None
    shift: UUID | None = None


class VisitStarted(Message, tag="visit-started", frozen=True):
    """Somebody began."""

    visit: UUID


class VisitEnded(Message, tag="visit-ended", frozen=True):
    """The visit is over; the session ends after this and the wipe follows.

    `next`: the session goes on with another resident (long-term care): no wipe and no cleaning step.
    """

    visit: UUID
    next: bool = False


class Put(Message, tag="put", frozen=True):
    """Queue a sealed document under an id chosen and journalled before; the same id again is a no-op."""

    id: UUID
    lane: Lane
    visit: UUID
    sealed: Sealed


class RequestCall(Message, tag="request-call", frozen=True):
    """`level`: "E", "P" or "N"."""

    visit: UUID
    level: str
    language: str
    needs: tuple[str, ...] = ()


class CancelCall(Message, tag="cancel-call", frozen=True):
    """No longer waiting, or hung up."""

    visit: UUID
    reason: str = ""


class OpenCamera(Message, tag="open-camera", frozen=True):
    """The patient agreed to the camera."""


class CallControls(Message, tag="call-controls", frozen=True):
    """Microphone and camera on, volume 0..1."""

    microphone: bool
    camera: bool
    volume: float


class SendLive(Message, tag="send-live", frozen=True):
    """A sealed live message to the hub; kept until it could be sent while the visit lasts.

    `keep` false: of this moment only (real-time text); dropped when the hub can't be reached.
    """

    visit: UUID
    sealed: Sealed
    keep: bool = True


class AckLive(Message, tag="ack-live", frozen=True):
    """The session has the hub's message `id`."""

    id: UUID


class RaiseAlarm(Message, tag="raise-alarm", frozen=True):
    """A red flag; core owns it from here (pages, tells the hub, outlives the session)."""

    alarm: UUID
    visit: UUID
    rule: str
    level: str
    quiet: bool


class AcknowledgeAlarm(Message, tag="acknowledge-alarm", frozen=True):
    """A person on site pressed "I am here" on the screen. `by`: a role.

    Or `care.WRONG_RESIDENT`: its readings are another resident's, and the rules looked at them as theirs.
    """

    alarm: UUID
    by: str


class PagePerson(Message, tag="page-person", frozen=True):
    """ "Get a person to help me". `quiet`: nothing may sound here, for the person's own sake."""

    visit: UUID | None = None
    quiet: bool = False


class PersonHere(Message, tag="person-here", frozen=True):
    """A person on site pressed "I am here": the open page is answered. `by`: a role."""

    by: str = "staff"


class CleaningOver(Message, tag="cleaning-over", frozen=True):
    """The cleaning step after this visit is over (`Welcome.clean_after`): core need not ask for it again."""

    visit: UUID


class TryNow(Message, tag="try-now", frozen=True):
    """A person wants what waits to be sent now, whatever back-off is under way."""


class TestNetwork(Message, tag="test-network", frozen=True):
    """Staff want to know which ways to hub and relay work here; one test runs at a time."""


class TestStation(Message, tag="test-station", frozen=True):
    """Staff want the station to test all of itself; `ReadinessIs` says what was found."""


class AdmitSpare(Message, tag="admit-spare", frozen=True):
    """Staff who are signed in put a spare of the same model in this device's place."""

    device: str


class ProfileJudged(Message, tag="profile-judged", frozen=True):
    """Can the profile offered be used? `problem`: why not, in words for a technician; empty: it can."""

    version: int
    problem: str = ""


FromSession = (
    Hello
    | VisitStarted
    | VisitEnded
    | Put
    | ToInstruments
    | RequestCall
    | CancelCall
    | OpenCamera
    | CallControls
    | SendLive
    | AckLive
    | RaiseAlarm
    | AcknowledgeAlarm
    | PagePerson
    | TryNow
    | Aim
    | AimOver
    | Take
    | StopTake
    | SetCamera
    | Play
    | StopPlaying
    | TestNetwork
    | TestStation
    | AdmitSpare
    | TestSound
    | PersonHere
    | ProfileJudged
    | CleaningOver
    | SignIn
    | SignOut
    | AskHub
    | ContentJudged
    | LookNow
    | Watch
    | FromTechnician
)

# ---- core to session --------------------------------------------------------------------------


class Welcome(Message, tag="welcome", frozen=True):
    """Core's first message. `profile` and `keys` are signed; the session verifies them itself."""

    protocol: int
    boot_id: str
    profile: bytes
    keys: bytes
    hub_online: bool
    clock: str  # "synced" or "unsure"
    clean_after: UUID | None = None  # the station was not wiped clean since this visit


class HubState(Message, tag="hub-state", frozen=True):
    """Can the hub be reached now? `since`: RFC 3339."""

    online: bool
    since: str


class ClockState(Message, tag="clock-state", frozen=True):
    """Whether the station's clock can be believed: "synced" or "unsure"; instants say so from here on.

    `hub_at`: what the hub's clock showed (Unix seconds) when `at_ns` had passed since boot; None: it has
    not been asked since core began.
    """

    clock: str
    hub_at: float | None = None
    at_ns: int = 0


class KeysChanged(Message, tag="keys-changed", frozen=True):
    """A newer signed key set."""

    keys: bytes


class CardRead(Message, tag="card-read", frozen=True):
    """A card, badge or wristband was scanned. The token passes through: core neither logs nor keeps it."""

    token: str

    def __repr__(self) -> str:
        """Say nothing of the token: messages are printed when something goes wrong."""
        return "CardRead()"


class PutDone(Message, tag="put-done", frozen=True):
    """How something that was put stands.

    `state`: saved (durable), sent (the hub's receipt is back), quarantined (the hub has it, a person there
    must look), refused (kept here: too large to get through), damaged (the disk no longer gives it back), or
    failed: not saved. `detail` says why it failed: "full" (no space), "unusable" (the store, just now: both
    are tried again) or "too-large".
    """

    id: UUID
    state: str
    detail: str = ""


class CallState(Message, tag="call-state", frozen=True):
    """`state`: none, requested, queued, nobody, unreachable, connecting, connected, lost, ended."""

    state: str
    position: int = 0
    estimate_s: int | None = None
    providers: int = 0
    reason: str = ""


class VideoRing(Message, tag="video-ring", frozen=True):
    """A frame ring's memfd and eventfd travel beside this. `which`: "remote", "self" or "exam"."""

    which: str


class MediaIs(Message, tag="media-is", frozen=True):
    """Media's state, passed on; `up` false: the process is being restarted."""

    up: bool
    state: MediaState | None = None


class LiveMessage(Message, tag="live-message", frozen=True):
    """A hub's signed and sealed message for this session."""

    id: UUID
    reply: bytes


class Alarm(Message, tag="alarm", frozen=True):
    """An open alarm and the truth about it. Times RFC 3339; empty: not yet."""

    alarm: UUID
    visit: UUID
    rule: str
    level: str
    quiet: bool
    raised_at: str
    hub_has_it: bool = False
    acknowledged_by: str = ""
    acknowledged_at: str = ""


class PersonPaged(Message, tag="person-paged", frozen=True):
    """How it stands with the page for a person.

    `reached`: what took it: "site-alarm" (the tones of this station), "site" (the site's own paging),
    "hub" (the hub has it). `hub_in_s`: when the hub is told if nobody comes; None: it is told, or need not
    be. `answered_by`: the role of who has answered (empty: nobody yet) at `answered_at`, RFC 3339.
    """

    reached: tuple[str, ...]
    hub_in_s: int | None = None
    answered_by: str = ""
    answered_at: str = ""


class NetworkTested(Message, tag="network-tested", frozen=True):
    """What a network test has found so far. `at`: when it began, RFC 3339. `failed`: it could not be made."""

    running: bool
    at: str
    results: tuple[WayTested, ...] = ()
    failed: bool = False


class ReadinessIs(Message, tag="readiness-is", frozen=True):
    """Can the station do its work? Told to a session that starts and when it changes."""

    readiness: Readiness


class SpareAnswered(Message, tag="spare-answered", frozen=True):
    """What came of `AdmitSpare`. `problem` of `SPARE_PROBLEMS`; empty: core looks for the spare now.

    `why`, `tries_left`, `wait_s`: as in `contract.staff.SignInRefused`, where badge and PIN were refused.
    """

    device: str
    problem: str = ""
    why: str = ""
    tries_left: int = 0
    wait_s: int = 0


SPARE_PROBLEMS: Final = (
    "sign-in",  # nobody is signed in
    "visit",  # somebody is in the middle of a visit
    "unknown",  # the profile has no such device
    "model",  # nobody knows any more which model it was
    "by-address",  # it is found by its address alone (Bluetooth): a technician must enter the new one
    "disk",  # it can't be noted
    "refused",  # badge and PIN do not vouch for it: `why` of contract.staff.REFUSALS
)


class OperatorSays(Message, tag="operator-says", frozen=True):
    """What the hub's operator wants on the screen between visits.

    `disabled`: why no visit begins here, in the operator's words; `notice`: words for whoever passes by.
    Empty: no.
    """

    disabled: str = ""
    notice: str = ""


class ProfileOffered(Message, tag="profile-offered", frozen=True):
    """A newer signed profile of the hub's: can its questions and numbers be used?"""

    profile: bytes


class ContentOffered(Message, tag="content-offered", frozen=True):
    """A content pack of an update; the descriptor beside it holds it. Can its questions and rules be used?"""

    version: str


ToSession = (
    Welcome
    | HubState
    | ClockState
    | KeysChanged
    | FromInstruments
    | CardRead
    | PutDone
    | QueueState
    | CallState
    | VideoRing
    | MediaIs
    | LiveMessage
    | Alarm
    | PersonPaged
    | Taken
    | NotTaken
    | Guidance
    | CameraControls
    | Played
    | SoundShown
    | NetworkTested
    | SoundTested
    | SoundLevel
    | Headphones
    | ProfileOffered
    | ReadinessIs
    | SpareAnswered
    | OperatorSays
    | SignedIn
    | SignInRefused
    | SignedOut
    | HubAnswer
    | CartIs
    | ContentOffered
    | UpdateState
    | Looks
    | ToTechnician
)
