"""Everything that can happen to a visit.

Each event carries the moment it happened, because the machine has no clock of its own. Events are what
the journal holds (`encode`, `decode`): replaying them gives the same state again. What a person touches
has an event each; what core says arrives as `FromCore`, what the hub says (already opened) as `FromHub`.

Messages that move fast or are the station's own (Pleth, Progress, VideoRing, KeysChanged, ClockState,
QueueState) are not events of a visit: the session shows them without asking. Fed anyway, they change nothing.
"""

from typing import Final
from uuid import UUID

import msgspec

from contract.documents import Live
from contract.measurement import Instant
from contract.station import ToSession
from kiosk.clinical.questionnaire import Answer


class _Event(msgspec.Struct, frozen=True, tag_field="event", kw_only=True):
    """Common to all: when it happened."""

    at: Instant


# ---- a person touches -------------------------------------------------------------------------


class Begun(_Event, tag="begun", frozen=True):
    """A language was touched on the welcome screen. The ids and keys are made by the session.

    `session_private` is the raw X25519 key the hub's replies are opened with; it is here so that a
    resumed session has it again.
    """

    language: str
    visit: UUID
    session_public: bytes
    session_private: bytes


class StationWanted(_Event, tag="station-wanted", frozen=True):
    """ "I work here", on the welcome screen: how is the station doing?"""


class Continued(_Event, tag="continued", frozen=True):
    """The primary button, bottom right: go on, start, try once more."""


class WentBack(_Event, tag="went-back", frozen=True):
    """Back, bottom left. On `emergency`: "I touched that by mistake"."""


class Touched(_Event, tag="touched", frozen=True):
    """Any touch, key or pointer movement (at most one a second): somebody is there."""


class LanguageChosen(_Event, tag="language-chosen", frozen=True):
    """The language was changed in the middle of the visit."""

    language: str


class ConsentAnswered(_Event, tag="consent-answered", frozen=True):
    """Agreed or not to the words of the profile's consent version."""

    given: bool


class WhoChosen(_Event, tag="who-chosen", frozen=True):
    """Wants to give a name, or to stay anonymous."""

    anonymous: bool


class NameGiven(_Event, tag="name-given", frozen=True):
    """As typed."""

    given: str
    family: str


class BirthDateGiven(_Event, tag="birth-date-given", frozen=True):
    """An ISO date; one in the future or over 130 years ago is not taken (`State.mistake`)."""

    birth_date: str


class AgeGiven(_Event, tag="age-given", frozen=True):
    """An anonymous patient's age, asked on the same screen instead of the birth date."""

    years: int


class Answered(_Event, tag="answered", frozen=True):
    """The answer to a questionnaire's item (`State.item`) on `question` or `cuff_question`.

    An empty tuple: none of these, or "I'd rather not say" where the item is not required.
    """

    item: str
    answer: Answer


class Skipped(_Event, tag="skipped", frozen=True):
    """ "I can't" or "I don't want to": `reason` is one of model.SKIP_REASONS."""

    reason: str


class CuffChosen(_Event, tag="cuff-chosen", frozen=True):
    """Arm ("left", "right") and cuff size (one of model.CUFF_SIZES; "none": no cuff fits)."""

    arm: str
    size: str


class StopPressed(_Event, tag="stop-pressed", frozen=True):
    """The large STOP."""


class CallWanted(_Event, tag="call-wanted", frozen=True):
    """Talk to a provider; `camera`: the patient agrees to be seen (else sound and text only)."""

    camera: bool


class CallDeclined(_Event, tag="call-declined", frozen=True):
    """Not now: leave the case to be looked at later."""


class NobodyChosen(_Event, tag="nobody-chosen", frozen=True):
    """What to do when nobody answers: "wait", "call-back", "store" or "in-person"."""

    choice: str


class PhoneGiven(_Event, tag="phone-given", frozen=True):
    """Where to call back, and when it suits (free words, may be empty)."""

    phone: str
    when: str = ""


class ControlsSet(_Event, tag="controls-set", frozen=True):
    """Microphone and camera on; volume 0..1."""

    microphone: bool
    camera: bool
    volume: float


class ChatWritten(_Event, tag="chat-written", frozen=True):
    """A line of text for the provider."""

    text: str


class HungUp(_Event, tag="hung-up", frozen=True):
    """The patient ends the call, or stops waiting."""


class MeasureAgreed(_Event, tag="measure-agreed", frozen=True):
    """Yes or no to the measurement the provider asked for (`State.asked`)."""

    yes: bool


class PersonWanted(_Event, tag="person-wanted", frozen=True):
    """ "Get a person to help me": on every screen."""


class PageClosed(_Event, tag="page-closed", frozen=True):
    """The "person is called" overlay was put away."""


class StaffHere(_Event, tag="staff-here", frozen=True):
    """A person on site pressed "I am here". `by`: a role."""

    by: str = "staff"


class LeaveWanted(_Event, tag="leave-wanted", frozen=True):
    """Finish, from anywhere: asks once more (`State.leaving`)."""


class LeaveConfirmed(_Event, tag="leave-confirmed", frozen=True):
    """Yes, leave and wipe."""


class StillHere(_Event, tag="still-here", frozen=True):
    """Stay: closes the leaving overlay."""


class Finished(_Event, tag="finished", frozen=True):
    """Done, on `plan`, `stored` or `goodbye`: no second question."""


class ResumeAnswered(_Event, tag="resume-answered", frozen=True):
    """The privacy check's answer (`model.ResumeCheck.kind` says what was asked)."""

    answer: str


class StartedOver(_Event, tag="started-over", frozen=True):
    """ "Start over" on the resume screen: closes the old visit and wipes."""


# ---- the session notices ----------------------------------------------------------------------


class Ticked(_Event, tag="ticked", frozen=True):
    """Time passes: once a second."""


class Resumed(_Event, tag="resumed", frozen=True):
    """A new session has replayed the journal and goes on. Feed it after the replay and journal it."""


class CoreLost(_Event, tag="core-lost", frozen=True):
    """The connection to core broke; `FromCore(Welcome)` says that it is back."""


class Broke(_Event, tag="broke", frozen=True):
    """The session can't go on (journal full, files missing). `fault`: an id with words."""

    fault: str


class FromCore(_Event, tag="from-core", frozen=True):
    """A message of core's, as it came. `Welcome` stands for "core is (back) up"."""

    message: ToSession


class FromHub(_Event, tag="from-hub", frozen=True):
    """A verified and opened live message; `id` is the LiveMessage's, to be acknowledged."""

    id: UUID
    live: Live


Event = (
    Begun
    | StationWanted
    | Continued
    | WentBack
    | Touched
    | LanguageChosen
    | ConsentAnswered
    | WhoChosen
    | NameGiven
    | BirthDateGiven
    | AgeGiven
    | Answered
    | Skipped
    | CuffChosen
    | StopPressed
    | CallWanted
    | CallDeclined
    | NobodyChosen
    | PhoneGiven
    | ControlsSet
    | ChatWritten
    | HungUp
    | MeasureAgreed
    | PersonWanted
    | PageClosed
    | StaffHere
    | LeaveWanted
    | LeaveConfirmed
    | StillHere
    | Finished
    | ResumeAnswered
    | StartedOver
    | Ticked
    | Resumed
    | CoreLost
    | Broke
    | FromCore
    | FromHub
)

_encoder: Final = msgspec.msgpack.Encoder()
_decoder: Final[msgspec.msgpack.Decoder[Event]] = msgspec.msgpack.Decoder(Event)


def encode(event: Event) -> bytes:
    """Return the bytes for the journal."""
    return _encoder.encode(event)


def decode(record: bytes) -> Event:
    """Read a journal's record; msgspec.DecodeError when it is none of ours."""
    return _decoder.decode(record)
