"""Everything that can happen to a visit.

Each event carries the moment it happened, because the machine has no clock of its own. Events are what
the journal holds (`encode`, `decode`): replaying them gives the same state again. What a person touches
has an event each (about a call: `kiosk.visit.call_events`); what core says arrives as `FromCore`, what the
hub says (already opened) as `FromHub`.

Messages that move fast or are the station's own (Pleth, Progress, VideoRing, KeysChanged, ClockState,
QueueState) are not events of a visit: the session shows them without asking. Fed anyway, they change nothing.
"""

from typing import Final
from uuid import UUID

import msgspec

from contract.measurement import Value
from contract.station import ToSession
from contract.talk import Live
from kiosk.clinical.questionnaire import Answer
from kiosk.visit.call_events import CallEvent
from kiosk.visit.event import VisitEvent

# ---- a person touches -------------------------------------------------------------------------


class Begun(VisitEvent, tag="begun", frozen=True):
    """A language was touched on the welcome screen. The ids and keys are made by the session.

    `session_private` is the raw X25519 key the hub's replies are opened with; it is here so that a
    resumed session has it again.
    """

    language: str
    visit: UUID
    session_public: bytes
    session_private: bytes


class StationWanted(VisitEvent, tag="station-wanted", frozen=True):
    """ "I work here", on the welcome screen: how is the station doing?"""


class SymptomsWanted(VisitEvent, tag="symptoms-wanted", frozen=True):
    """ "Look up a symptom", in this language, on the welcome screen."""

    language: str


class SymptomTouched(VisitEvent, tag="symptom-touched", frozen=True):
    """While looking up: "body", "part:P", "ask:S" (a symptom), "yes" or "no" (a sign that can't wait)."""

    what: str


class NetworkTestWanted(VisitEvent, tag="network-test-wanted", frozen=True):
    """Staff want to know which ways to hub and relay work here."""


class StationTestWanted(VisitEvent, tag="station-test-wanted", frozen=True):
    """ "Test the whole station", on the staff's screen."""


class TechnicianTouched(VisitEvent, tag="technician-touched", frozen=True):
    """By who works here: "sign-in", "code" (it is typed), "sign-out", "check:SUBJECT", "report", "spare",
    "spare:DEVICE".
    """

    what: str


class SoundTestWanted(VisitEvent, tag="sound-test-wanted", frozen=True):
    """ "Test the sound", on the staff's screen."""


class LookWanted(VisitEvent, tag="look-wanted", frozen=True):
    """ "Look for updates", on the staff's screen."""


class Continued(VisitEvent, tag="continued", frozen=True):
    """The primary button, bottom right: go on, start, try once more."""


class WentBack(VisitEvent, tag="went-back", frozen=True):
    """Back, bottom left. On `emergency`: "I touched that by mistake"."""


class Touched(VisitEvent, tag="touched", frozen=True):
    """Any touch, key or pointer movement (at most one a second): somebody is there."""


class LanguageChosen(VisitEvent, tag="language-chosen", frozen=True):
    """The language was changed in the middle of the visit."""

    language: str


class ConsentAnswered(VisitEvent, tag="consent-answered", frozen=True):
    """Agreed or not to the words of the profile's consent version."""

    given: bool


class WhoChosen(VisitEvent, tag="who-chosen", frozen=True):
    """Wants to give a name, or to stay anonymous."""

    anonymous: bool


class ProofChosen(VisitEvent, tag="proof-chosen", frozen=True):
    """Wants to show who it is by "card" or "phone"."""

    by: str


class CodeGiven(VisitEvent, tag="code-given", frozen=True):
    """The code that came to the phone, as typed."""

    code: str


class CodeAgainWanted(VisitEvent, tag="code-again-wanted", frozen=True):
    """No code came: send another."""


class StaffAttends(VisitEvent, tag="staff-attends", frozen=True):
    """ "I work here and help this patient"; said again it is taken back."""


class GuardianIs(VisitEvent, tag="guardian-is", frozen=True):
    """Who is with a minor: "parent", "guardian", "other", or "nobody"."""

    relation: str


class GuardianNamed(VisitEvent, tag="guardian-named", frozen=True):
    """The name of the adult, who agrees in the minor's place."""

    name: str


class CardWanted(VisitEvent, tag="card-wanted", frozen=True):
    """Wants a card for the next visit."""


class ChangeWanted(VisitEvent, tag="change-wanted", frozen=True):
    """Wants to change "who", "why" or "about"; without any of them: which?"""

    what: str = ""


class EmergencyWanted(VisitEvent, tag="emergency-wanted", frozen=True):
    """ "This is an emergency": from wherever a person was called."""


class NameGiven(VisitEvent, tag="name-given", frozen=True):
    """As typed."""

    given: str
    family: str


class BirthDateGiven(VisitEvent, tag="birth-date-given", frozen=True):
    """An ISO date; one in the future or over 130 years ago is not taken (`State.mistake`)."""

    birth_date: str


class AgeGiven(VisitEvent, tag="age-given", frozen=True):
    """An anonymous patient's age, asked on the same screen instead of the birth date."""

    years: int


class Answered(VisitEvent, tag="answered", frozen=True):
    """The answer to a questionnaire's item (`State.item`) on `question` or `cuff_question`.

    An empty tuple: none of these, or "I'd rather not say" where the item is not required.
    """

    item: str
    answer: Answer


class Skipped(VisitEvent, tag="skipped", frozen=True):
    """ "I can't" or "I don't want to": `reason` is one of model.SKIP_REASONS."""

    reason: str


class SkipWanted(VisitEvent, tag="skip-wanted", frozen=True):
    """ "Skip this measurement": the next screen asks why (`Skipped`)."""


class MoreWanted(VisitEvent, tag="more-wanted", frozen=True):
    """On `results`: measure this act too."""

    act: str


class HandWanted(VisitEvent, tag="hand-wanted", frozen=True):
    """ "For staff: enter by hand", on `results` and `measure_problem`."""


class HandTouched(VisitEvent, tag="hand-touched", frozen=True):
    """On `by_hand`: a role, an act, a site or a code (`contract.measurement.OBSERVED`), "breath", "again"."""

    what: str


class HandNamed(VisitEvent, tag="hand-named", frozen=True):
    """On `by_hand`: the name or initials of who enters it."""

    name: str


class HandGiven(VisitEvent, tag="hand-given", frozen=True):
    """On `by_hand`: numbers with their units, or the codes that were seen (none: an empty tuple)."""

    values: tuple[Value, ...] = ()
    codes: tuple[str, ...] = ()


class CuffChosen(VisitEvent, tag="cuff-chosen", frozen=True):
    """Arm ("left", "right") and cuff size (one of model.CUFF_SIZES; "none": no cuff fits)."""

    arm: str
    size: str


class StopPressed(VisitEvent, tag="stop-pressed", frozen=True):
    """The large STOP."""


class PhotoWanted(VisitEvent, tag="photo-wanted", frozen=True):
    """Wants to show something with a picture (on `results`)."""


class PhotoTouched(VisitEvent, tag="photo-touched", frozen=True):
    """On `photo`: a kind, a place, "again", "skip", a reason for skipping, "staff", "patient" or "none".

    Where none is taken: "guardian" (one is here), "elsewhere" (another place) or "none".

    "no-room" (also on `call`): a picture was wanted, and the station has no room for one now.
    """

    what: str


class SoundWanted(VisitEvent, tag="sound-wanted", frozen=True):
    """Staff wants to record the sound of a heart or of lungs (on `results`)."""


class SoundTouched(VisitEvent, tag="sound-touched", frozen=True):
    """On `sound`: a kind, a place, "again", "play", "play-bell", "play-diaphragm" or "quiet"."""

    what: str


class PersonWanted(VisitEvent, tag="person-wanted", frozen=True):
    """ "Get a person to help me": on every screen."""


class PageClosed(VisitEvent, tag="page-closed", frozen=True):
    """The "person is called" overlay was put away."""


class StaffHere(VisitEvent, tag="staff-here", frozen=True):
    """A person on site pressed "I am here". `by`: a role."""

    by: str = "staff"


class LeaveWanted(VisitEvent, tag="leave-wanted", frozen=True):
    """Finish, from anywhere: asks once more (`State.leaving`)."""


class LeaveConfirmed(VisitEvent, tag="leave-confirmed", frozen=True):
    """Yes, leave and wipe."""


class StillHere(VisitEvent, tag="still-here", frozen=True):
    """Stay: closes the leaving overlay."""


class Finished(VisitEvent, tag="finished", frozen=True):
    """Done, on `plan`, `stored` or `goodbye`: no second question."""


class TakeAwayWanted(VisitEvent, tag="take-away-wanted", frozen=True):
    """Wants the visit to take home. The secrets of its link are made by the session.

    They are the link's own from the first time on; later ones are not taken.
    """

    link: bytes
    key: bytes
    passcode: str


class PaperWanted(VisitEvent, tag="paper-wanted", frozen=True):
    """Wants it on paper, on `take_away`; `numbers`: with the link's passcode."""

    numbers: bool = False


class KeepingAsked(VisitEvent, tag="keeping-asked", frozen=True):
    """ "What did you keep?", where a visit ends."""


class CleaningTouched(VisitEvent, tag="cleaning-touched", frozen=True):
    """On `cleaning`: "cleaned", "no-wipes", or "unlock" and then "unlock-yes": help is needed now."""

    what: str


class ResumeAnswered(VisitEvent, tag="resume-answered", frozen=True):
    """The privacy check's answer (`parts.ResumeCheck.kind` says what was asked)."""

    answer: str


class StartedOver(VisitEvent, tag="started-over", frozen=True):
    """ "Start over" on the resume screen: closes the old visit and wipes."""


# ---- the session notices ----------------------------------------------------------------------


class Ticked(VisitEvent, tag="ticked", frozen=True):
    """Time passes: once a second."""


class Resumed(VisitEvent, tag="resumed", frozen=True):
    """A new session has replayed the journal and goes on. Feed it after the replay and journal it."""


class TakenStored(VisitEvent, tag="taken-stored", frozen=True):
    """How it stands with a picture, clip or sound that is being kept.

    `state`: "saved" (all of it durable), "waiting" (core can't save just now and goes on trying), "failed"
    or "lost" (the session that held it died).
    """

    id: UUID
    state: str


class PaperTold(VisitEvent, tag="paper-told", frozen=True):
    """How it stands with what is printed: `state` and `why` as in `parts.Printing`."""

    id: UUID
    state: str
    why: str = ""


class CoreLost(VisitEvent, tag="core-lost", frozen=True):
    """The connection to core broke; `FromCore(Welcome)` says that it is back."""


class Broke(VisitEvent, tag="broke", frozen=True):
    """The session can't go on (journal full, files missing). `fault`: an id with words."""

    fault: str


class FromCore(VisitEvent, tag="from-core", frozen=True):
    """A message of core's, as it came. `Welcome` stands for "core is (back) up"."""

    message: ToSession


class FromHub(VisitEvent, tag="from-hub", frozen=True):
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
    | TechnicianTouched
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
    | CallEvent
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
