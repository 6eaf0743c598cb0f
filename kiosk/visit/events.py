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

from contract.measurement import Instant, Value
from contract.station import ToSession
from contract.talk import Live
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


class SymptomsWanted(_Event, tag="symptoms-wanted", frozen=True):
    """ "Look up a symptom", in this language, on the welcome screen."""

    language: str


class SymptomTouched(_Event, tag="symptom-touched", frozen=True):
    """While looking up: "body", "part:P", "ask:S" (a symptom), "yes" or "no" (a sign that can't wait)."""

    what: str


class NetworkTestWanted(_Event, tag="network-test-wanted", frozen=True):
    """Staff want to know which ways to hub and relay work here."""


class StationTestWanted(_Event, tag="station-test-wanted", frozen=True):
    """ "Test the whole station", on the staff's screen."""


class SoundTestWanted(_Event, tag="sound-test-wanted", frozen=True):
    """ "Test the sound", on the staff's screen."""


class LookWanted(_Event, tag="look-wanted", frozen=True):
    """ "Look for updates", on the staff's screen."""


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


class ProofChosen(_Event, tag="proof-chosen", frozen=True):
    """Wants to show who it is by "card" or "phone"."""

    by: str


class CodeGiven(_Event, tag="code-given", frozen=True):
    """The code that came to the phone, as typed."""

    code: str


class CodeAgainWanted(_Event, tag="code-again-wanted", frozen=True):
    """No code came: send another."""


class StaffAttends(_Event, tag="staff-attends", frozen=True):
    """ "I work here and help this patient"; said again it is taken back."""


class GuardianIs(_Event, tag="guardian-is", frozen=True):
    """Who is with a minor: "parent", "guardian", "other", or "nobody"."""

    relation: str


class GuardianNamed(_Event, tag="guardian-named", frozen=True):
    """The name of the adult, who agrees in the minor's place."""

    name: str


class CardWanted(_Event, tag="card-wanted", frozen=True):
    """Wants a card for the next visit."""


class ChangeWanted(_Event, tag="change-wanted", frozen=True):
    """Wants to change "who", "why" or "about"; without any of them: which?"""

    what: str = ""


class EmergencyWanted(_Event, tag="emergency-wanted", frozen=True):
    """ "This is an emergency": from wherever a person was called."""


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


class SkipWanted(_Event, tag="skip-wanted", frozen=True):
    """ "Skip this measurement": the next screen asks why (`Skipped`)."""


class MoreWanted(_Event, tag="more-wanted", frozen=True):
    """On `results`: measure this act too."""

    act: str


class HandWanted(_Event, tag="hand-wanted", frozen=True):
    """ "For staff: enter by hand", on `results` and `measure_problem`."""


class HandTouched(_Event, tag="hand-touched", frozen=True):
    """On `by_hand`: a role, an act, a site or a code (`contract.measurement.OBSERVED`), "breath", "again"."""

    what: str


class HandNamed(_Event, tag="hand-named", frozen=True):
    """On `by_hand`: the name or initials of who enters it."""

    name: str


class HandGiven(_Event, tag="hand-given", frozen=True):
    """On `by_hand`: numbers with their units, or the codes that were seen (none: an empty tuple)."""

    values: tuple[Value, ...] = ()
    codes: tuple[str, ...] = ()


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
    """What to do when nobody answers: one of `contract.documents.CHOICES`."""

    choice: str


class PhoneGiven(_Event, tag="phone-given", frozen=True):
    """Where to call back."""

    phone: str


class CallTimeChosen(_Event, tag="call-time-chosen", frozen=True):
    """When it suits to be called back: one of `contract.documents.CALL_TIMES`."""

    when: str


class NumberWanted(_Event, tag="number-wanted", frozen=True):
    """Leaving after a red flag that nobody saw: leave a number first."""


class ControlsSet(_Event, tag="controls-set", frozen=True):
    """Microphone and camera on; volume 0..1."""

    microphone: bool
    camera: bool
    volume: float


class ChatWritten(_Event, tag="chat-written", frozen=True):
    """A line of text for the provider. `line`: of real-time text, which this is the end of."""

    text: str
    line: UUID | None = None


class TextKept(_Event, tag="text-kept", frozen=True):
    """Yes or no to keeping what was written in the call with the visit."""

    keep: bool


class HungUp(_Event, tag="hung-up", frozen=True):
    """The patient ends the call, or stops waiting."""


class MeasureAgreed(_Event, tag="measure-agreed", frozen=True):
    """Yes or no to what the provider asked for (`State.asked`): a measurement, picture, clip or sound."""

    yes: bool


class GuestAnswered(_Event, tag="guest-answered", frozen=True):
    """Yes or no to somebody who asks to come into the call (`Call.asking`)."""

    person: UUID
    yes: bool


class GuestPicturesAnswered(_Event, tag="guest-pictures-answered", frozen=True):
    """May somebody who was let in see the visit's pictures and hear its sounds (`Call.showing`)?"""

    person: UUID
    yes: bool


class GuestSentAway(_Event, tag="guest-sent-away", frozen=True):
    """Somebody in the call (`Call.people`) shall leave it."""

    person: UUID


class PhotoWanted(_Event, tag="photo-wanted", frozen=True):
    """Wants to show something with a picture (on `results`)."""


class PhotoTouched(_Event, tag="photo-touched", frozen=True):
    """On `photo`: a kind, a place, "again", "skip", a reason for skipping, "staff", "patient" or "none".

    Where none is taken: "guardian" (one is here), "elsewhere" (another place) or "none".

    "no-room" (also on `call`): a picture was wanted, and the station has no room for one now.
    """

    what: str


class SoundWanted(_Event, tag="sound-wanted", frozen=True):
    """Staff wants to record the sound of a heart or of lungs (on `results`)."""


class SoundTouched(_Event, tag="sound-touched", frozen=True):
    """On `sound`: a kind, a place, "again", "play", "play-bell", "play-diaphragm" or "quiet"."""

    what: str


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


class TakeAwayWanted(_Event, tag="take-away-wanted", frozen=True):
    """Wants the visit to take home. The secrets of its link are made by the session.

    They are the link's own from the first time on; later ones are not taken.
    """

    link: bytes
    key: bytes
    passcode: str


class PaperWanted(_Event, tag="paper-wanted", frozen=True):
    """Wants it on paper, on `take_away`; `numbers`: with the link's passcode."""

    numbers: bool = False


class KeepingAsked(_Event, tag="keeping-asked", frozen=True):
    """ "What did you keep?", where a visit ends."""


class CleaningTouched(_Event, tag="cleaning-touched", frozen=True):
    """On `cleaning`: "cleaned", "no-wipes", or "unlock" and then "unlock-yes": help is needed now."""

    what: str


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


class TakenStored(_Event, tag="taken-stored", frozen=True):
    """How it stands with a picture, clip or sound that is being kept.

    `state`: "saved" (all of it durable), "waiting" (core can't save just now and goes on trying), "failed"
    or "lost" (the session that held it died).
    """

    id: UUID
    state: str


class PaperTold(_Event, tag="paper-told", frozen=True):
    """How it stands with what is printed: `state` and `why` as in `model.Printing`."""

    id: UUID
    state: str
    why: str = ""


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
    | SymptomsWanted
    | SymptomTouched
    | NetworkTestWanted
    | SoundTestWanted
    | LookWanted
    | StationTestWanted
    | Continued
    | WentBack
    | Touched
    | LanguageChosen
    | ConsentAnswered
    | WhoChosen
    | ProofChosen
    | CodeGiven
    | CodeAgainWanted
    | StaffAttends
    | GuardianIs
    | GuardianNamed
    | CardWanted
    | ChangeWanted
    | EmergencyWanted
    | NameGiven
    | BirthDateGiven
    | AgeGiven
    | Answered
    | Skipped
    | SkipWanted
    | MoreWanted
    | HandWanted
    | HandTouched
    | HandNamed
    | HandGiven
    | CuffChosen
    | StopPressed
    | CallWanted
    | CallDeclined
    | NobodyChosen
    | PhoneGiven
    | CallTimeChosen
    | NumberWanted
    | ControlsSet
    | ChatWritten
    | TextKept
    | HungUp
    | MeasureAgreed
    | GuestAnswered
    | GuestPicturesAnswered
    | GuestSentAway
    | PhotoWanted
    | PhotoTouched
    | SoundWanted
    | SoundTouched
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
    | TakenStored
    | CoreLost
    | Broke
    | FromCore
    | FromHub
    | TakeAwayWanted
    | PaperWanted
    | KeepingAsked
    | CleaningTouched
    | PaperTold
)

_encoder: Final = msgspec.msgpack.Encoder()
_decoder: Final[msgspec.msgpack.Decoder[Event]] = msgspec.msgpack.Decoder(Event)


def encode(event: Event) -> bytes:
    """Return the bytes for the journal."""
    return _encoder.encode(event)


def decode(record: bytes) -> Event:
    """Read a journal's record; msgspec.DecodeError when it is none of ours."""
    return _decoder.decode(record)
