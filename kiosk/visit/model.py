"""A visit as data: which screen, and everything that is known so far.

`State` is frozen; `table.step` gives the next one. Times in fields ending `_ns` are `Instant.monotonic_ns`
of this boot; `seconds_left` turns a deadline into what a screen counts down. Nothing here has words:
screens, faults, reasons and codes are ids, their words are the user interface's.
"""

from enum import StrEnum
from typing import Final, Literal
from uuid import UUID

import msgspec

from contract.capture import Taken
from contract.control import MediaState
from contract.documents import Document, Guardian, Person, Said, ScorePart
from contract.envelope import Lane
from contract.instruments import DeviceState
from contract.measurement import Act, Grade, Instant, Measurement, Reason, Value
from contract.quality import schemes
from contract.talk import ChatLine, EarlierValue, Plan, Present
from kiosk.clinical.questionnaire import Answer

CUFF_SIZES: Final = schemes().cuffs  # arm circumference in cm, both ends included
CUFF_HOLDS: Final = "cuff-holds"  # a fault id of the devices
MISSING: Final = ("absent", "fault")  # states of a device that can't measure
VISIT_ACTS: Final = (Act.OXIMETRY, Act.BLOOD_PRESSURE)  # what every visit measures, in this order
SKIP_REASONS: Final = (
    "do-not-want",
    "hurts",
    "cannot",  # for instance no finger or arm that can be used
    "cannot-stand",  # safely and alone, on a scale
    "no-cuff-fits",
    "arms-excluded",  # the cuff's questions leave neither arm
    "device-missing",
    "gave-up",  # after a failed attempt
    "unmeasurable",  # after the second failed attempt
    "not-measured-here",  # a provider asked for what the visit has no screen for
    "other",
)


class Screen(StrEnum):
    """One QML file each."""

    WELCOME = "welcome"
    STATION = "station"  # for who works here: what waits to be sent, and why; before a visit only
    SYMPTOMS = "symptoms"  # State.item: where (kiosk.visit.symptoms); before a visit only
    CONSENT = "consent"
    CONSENT_DECLINED = "consent_declined"
    WHO = "who"  # name or anonymous
    NAME = "name"
    BIRTH_DATE = "birth_date"  # an anonymous patient is asked for the age only (AgeGiven)
    CARD = "card"  # hold your card before the reader
    PHONE = "phone"
    CODE = "code"  # State.proof says how it stands with the code
    LOOKING = "looking"  # the hub is asked who it is; State.timer
    KNOWN = "known"  # is this you?
    GUARDIAN = "guardian"  # who is with this minor
    GUARDIAN_NAME = "guardian_name"
    CHANGE = "change"  # what is to be changed
    CARD_MADE = "card_made"  # a card for the next visit, as a QR code
    QUESTION = "question"  # State.item of the visit's questionnaire: a question, or a group asked together
    ABOUT = "about"  # State.item of what is asked about the patient in every visit
    EMERGENCY = "emergency"  # State.quiet: no red, no tone
    OXIMETER_PREPARE = "oximeter_prepare"
    OXIMETER = "oximeter"
    CUFF_QUESTION = "cuff_question"  # State.item of the cuff's questionnaire
    CUFF_ARM = "cuff_arm"
    CUFF_POSTURE = "cuff_posture"
    CUFF_REST = "cuff_rest"  # State.timer; Continued starts at once, without full rest
    CUFF_MEASURE = "cuff_measure"
    CUFF_BETWEEN = "cuff_between"  # State.timer
    DEVICE_PREPARE = "device_prepare"  # State.item is the act; every kind without screens of its own
    DEVICE_MEASURE = "device_measure"  # likewise
    SKIP_WHY = "skip_why"  # State.item is the act that is not wanted: why not?
    BY_HAND = "by_hand"  # State.entering: staff enter what no device gives
    MEASURE_PROBLEM = "measure_problem"  # State.problem
    RESULTS = "results"
    PHOTO = "photo"  # State.shooting: pictures or a film of the body, before or in the call
    SOUND = "sound"  # State.listening: a stethoscope's sound, from the results or in the call
    OFFER_CALL = "offer_call"
    WAITING = "waiting"
    CALL = "call"
    NOBODY = "nobody"
    CALLBACK = "callback"
    CALLBACK_WHEN = "callback_when"  # when it suits to be called
    KEEP_TEXT = "keep_text"  # the call is over: is what was written to be kept?
    PLAN_WAITING = "plan_waiting"  # the call is over, the provider is still writing
    STORED = "stored"
    PLAN = "plan"
    GOODBYE = "goodbye"  # State.closing
    RESUME = "resume"  # State.resume; shows nothing of the visit
    OUT_OF_ORDER = "out_of_order"  # State.fault
    TAKE_AWAY = "take_away"  # the link and the paper (State.health_link, State.printing)
    WHAT_WE_KEEP = "what_we_keep"  # what is kept of the visit, where, and whom to ask
    CLEANING = "cleaning"  # after the wipe, without a visit: State.cleaning
    SIGN_IN = (
        "sign_in"  # of staff: hold your badge before the reader (kiosk.rounds has these and what follows)
    )
    BADGE = "badge"  # its number is typed
    PIN = "pin"
    ROUND = "round"  # who is due; State.item: what is looked for
    FIND = "find"
    CHECK = "check"  # is it this resident? two identifiers
    BEDSIDE = "bedside"  # one resident: today's values beside the usual ones, and what can be done
    NOT_NOW = "not_now"  # why this resident is left out
    OBSERVE = "observe"  # what has changed
    OBSERVE_HOW = "observe_how"  # State.item: which of it
    SBAR = "sbar"
    ASSESS = "assess"  # the nurse's own words
    REQUEST = "request"  # what is asked of the provider
    NOTIFY = "notify"  # who was told of it
    TOLD = "told"  # State.item: who; how, and why
    TOLD_NAME = "told_name"
    AGREE = "agree"  # who agrees to call, case or picture
    AGREE_AS = "agree_as"  # by what right a representative does
    AGREE_NAME = "agree_name"
    SIGNED_OUT = "signed_out"


ASKING: Final = frozenset({Screen.QUESTION, Screen.ABOUT})  # the emergency may begin at an answer there

CHANGING: Final = (
    frozenset(  # where something said before is said anew, perhaps with a call going on behind it
        {
            *ASKING,
            Screen.CHANGE,
            Screen.WHO,
            Screen.NAME,
            Screen.BIRTH_DATE,
            Screen.CARD,
            Screen.PHONE,
            Screen.CODE,
            Screen.LOOKING,
            Screen.KNOWN,
            Screen.GUARDIAN,
            Screen.GUARDIAN_NAME,
        }
    )
)


class Place(msgspec.Struct, frozen=True):
    """A screen one can go back to; `item` for the questionnaires."""

    screen: Screen
    item: str = ""


class Timer(msgspec.Struct, frozen=True):
    """A countdown on the screen."""

    since_ns: int
    until_ns: int


class Running(msgspec.Struct, frozen=True):
    """An act of measuring core was told to do."""

    id: UUID
    act: Act
    attempt: int
    since_ns: int
    in_call: bool = False  # shown over the call


class Problem(msgspec.Struct, frozen=True):
    """Why an act gave no reading, for `measure_problem`.

    `fault`: an id with words, empty when the reading was only unreliable (then `reasons` say why); `remedy`:
    what to do about it, an id with words too.
    `final`: no further attempt; a person was called. Otherwise Continued tries once more.
    `untried`: nothing was attempted, so it does not count: the device is missing (the visit goes on by
    itself when it is back) or the station restarted.
    """

    act: Act
    fault: str = ""
    reasons: tuple[Reason, ...] = ()
    failures: int = 1
    final: bool = False
    untried: bool = False
    remedy: str = ""


class Failure(msgspec.Struct, frozen=True):
    """An attempt that gave no value at all."""

    act: Act
    at: Instant
    fault: str


class Record(msgspec.Struct, frozen=True):
    """How one act has gone so far."""

    attempts: int = 0  # acts core was told to do
    failures: int = 0  # without a reliable reading, stopped ones too
    readings: tuple[UUID, ...] = ()  # reliable raw readings, oldest first
    mean: UUID | None = None  # the derived measurement
    repeat: tuple[str, ...] = ()  # rule ids that ask for the measurement again
    repeats: int = 0
    again_ns: int = 0  # not measured again before then
    skipped: str = ""
    done: bool = False


class Cuff(msgspec.Struct, frozen=True):
    """How the cuff sits. `rested`: the rest time was kept."""

    arm: str
    size: str
    rested: bool = False


class Fired(msgspec.Struct, frozen=True):
    """A rule that fired. `action`: "E", "P" or "R"; `also`: what it asks for beside that."""

    rule: str
    action: str
    why: str
    source: str
    quiet: bool = False
    also: tuple[str, ...] = ()


class OpenAlarm(msgspec.Struct, frozen=True):
    """A red flag and the truth about it; empty strings: not yet."""

    id: UUID
    rule: str
    level: str  # "E" or "P"
    why: str
    quiet: bool
    raised: Instant
    hub_has_it: bool = False
    acknowledged_by: str = ""
    acknowledged_at: str = ""


class Paper(msgspec.Struct, frozen=True):
    """A document on its way. `state` as in `contract.station.PutDone`, or "put"; failed since `failed_ns`.

    `document` is kept until the hub has it, so that it can be put again under the same id. `why`: why it
    was not saved.
    """

    id: UUID
    lane: Lane
    kind: str  # the document's tag, for instance "measured"
    state: str = "put"
    document: Document | None = None
    measurement: UUID | None = None
    failed_ns: int = 0
    why: str = ""

    @property
    def durable(self) -> bool:
        """Is it safe without us?"""
        return self.state not in ("put", "failed")


class Call(msgspec.Struct, frozen=True):
    """The call, from asking for it on. `state` as in contract.station.CallState."""

    state: str = "none"
    wanted: bool = False
    level: str = "N"
    camera: bool = False  # agreed to be seen
    position: int = 0
    estimate_s: int | None = None
    providers: int = 0
    reason: str = ""
    waits: bool = False  # chose to wait although nobody is there
    wait: Timer | None = None  # the promised time
    connected_once: bool = False
    ended_ns: int = 0  # until when somebody was on the line
    microphone: bool = True
    camera_on: bool = True
    volume: float = 0.8
    provider: str = ""
    role: str = ""
    media_up: bool = True
    media: MediaState | None = None
    chat: tuple[ChatLine, ...] = ()
    people: tuple[Present, ...] = ()  # everybody on the line but the patient, once the hub has told
    asking: tuple[Present, ...] = ()  # who asks to come in
    showing: tuple[Present, ...] = ()  # let in, and the patient is asked whether they may see pictures too

    @property
    def live(self) -> bool:
        """Is a provider on the line (or the line being made or mended)?"""
        return self.wanted and self.state in ("connecting", "connected", "lost")


class Asked(msgspec.Struct, frozen=True):
    """A provider's wish: a measurement (`act`), or a picture, clip or sound (`kind`, as in contract.asks).

    `refusal`: why it can't be done now, `remedy`: what would help (ids with words). `note`: the provider's
    own words. `agreed`: the patient said yes and it is being done; the question is over.
    """

    id: UUID
    act: Act | None
    refusal: str = ""
    remedy: str = ""
    kind: str = ""
    note: str = ""
    agreed: bool = False


class Leaving(msgspec.Struct, frozen=True):
    """The overlay before leaving. `why`: "asked" or "idle"; at the end of the timer the visit closes."""

    why: str
    timer: Timer


class PersonPage(msgspec.Struct, frozen=True):
    """A person on site was called; `reached` as in `contract.station.PersonPaged`, empty: not known yet.

    `hub`: the countdown until the hub is told. `answered_by`: the role of who has answered, empty: nobody.
    """

    asked: Instant
    reached: tuple[str, ...] = ()
    closed: bool = False
    hub: Timer | None = None
    answered_by: str = ""
    answered_at: str = ""


class Closing(msgspec.Struct, frozen=True):
    """The visit is closed. `state`: "saving", "saved", "late" (the screen says that it
    is not saved), "ended".
    """

    document: UUID
    how: str
    since_ns: int
    state: str = "saving"


class Kept(msgspec.Struct, frozen=True):
    """A picture, clip or sound on its way. `state`: "saving", or as in `events.TakenStored`."""

    id: UUID
    kind: str  # as in contract.asks
    view: str
    grade: str
    state: str = "saving"

    @property
    def over(self) -> bool:
        """Is nothing more to be waited for?"""
        return self.state in ("saved", "failed", "lost")


class Listening(msgspec.Struct, frozen=True):
    """A stethoscope's sound being recorded (`kiosk.visit.listening`).

    `phase`: "kinds" (of what), "spots" (where), "ready", "recording" or "review". `saved`: places done.
    `take`: the recording's id, `taken` once it is there. `ask`: the wish it is for.
    """

    back: Place
    kind: str = ""
    phase: str = "kinds"
    spot: str = ""
    take: UUID | None = None
    taken: Taken | None = None
    since_ns: int = 0
    fault: str = ""
    saved: tuple[str, ...] = ()
    ask: UUID | None = None


class Shooting(msgspec.Struct, frozen=True):
    """Pictures or a film being taken (`kiosk.visit.photos`).

    `phase`: "kinds" (of what), "place" (where on the body), "aim", "taking", "look" (is it good?), "skip"
    (why not?) or "refused" (`fault` says why no picture is taken). `view`: how far in the set; `failures`:
    poor ones of this view. `by`: "patient" or "staff".
    """

    back: Place
    kind: str = ""
    phase: str = "kinds"
    place: str = ""
    view: int = 0
    by: str = "patient"
    take: UUID | None = None
    taken: Taken | None = None
    since_ns: int = 0
    failures: int = 0
    fault: str = ""
    saved: tuple[str, ...] = ()
    ask: UUID | None = None


class Entering(msgspec.Struct, frozen=True):
    """What staff enter by hand (`kiosk.visit.by_hand`).

    `phase`: "role", "name" (who enters it), "menu" (what), "site" (where on the body), "numbers" (typed),
    "codes" (chosen), "signs" (of pain), "ready", "counting" or "counted" (of breaths). `unusual`: numbers
    that are far from most people's; the same once more means that they are right. `ask`: the wish it is for.
    """

    back: Place
    phase: str = "role"
    role: str = ""
    name: str = ""
    act: Act | None = None
    site: str = ""
    unusual: tuple[Value, ...] = ()
    counting: Timer | None = None
    breaths: int = 0
    ask: UUID | None = None
    due: bool = False  # in a round: one of what is due; then on to the next

    @property
    def by(self) -> str:
        """Who it is, as they said."""
        return f"{self.role}, {self.name}"


class Proof(msgspec.Struct, frozen=True):
    """How somebody shows who they are: `kind` "card" or "phone", with the card's token or the number.

    `code`: how it stands with the phone's code: "sending", "checking", or one of `talk.CODE_STATES`;
    "left": a name is told instead.
    `ask`: the question the hub has not answered yet. `tries`: birth dates that did not match. `found`: who it
    is, by the hub; it counts once the patient has said yes.
    """

    kind: str
    secret: str
    code: str = ""
    left: int = 0
    ask: UUID | None = None
    asked_ns: int = 0
    born: str = ""
    tries: int = 0
    found: Person | None = None
    sure: bool = False

    def __repr__(self) -> str:
        """Say nothing of the token: states are printed when something goes wrong."""
        return f"Proof({self.kind})"


class HealthLink(msgspec.Struct, frozen=True):
    """The visit as a link to take home (contract.health_link). `ready`: the hub says that it opens.

    `document`: the `TakeAway` on its way. `expires_at`: RFC 3339.
    """

    link: bytes
    key: bytes
    passcode: str
    expires_at: str
    document: UUID
    ready: bool = False


class Printing(msgspec.Struct, frozen=True):
    """The page to take home at the printer. `numbers`: with the link's passcode on it.

    `state`: "sending", "printing", "waiting" (the printer wants somebody to see to it), "printed" or
    "failed"; `why` for the last but one and the last: an id with words.
    """

    id: UUID
    numbers: bool
    since_ns: int
    state: str = "sending"
    why: str = ""

    @property
    def under_way(self) -> bool:
        """May paper still come out?"""
        return self.state in ("sending", "printing", "waiting")


class Cleaning(msgspec.Struct, frozen=True):
    """The station is to be wiped clean after this visit. `lock`: touches do nothing until it is over.

    `asking`: somebody touched "need help now"; a second touch until then ends the lock.
    """

    after: UUID
    lock: Timer
    unlocked: bool = False
    asking: Timer | None = None


class Care(msgspec.Struct, frozen=True):
    """Long-term care: what the rules know of a resident beside this visit, and who is with them.

    `baseline`: the resident's own usual values by `Kind`, in the units of contract.codes.
    """

    role: str  # as in entries.ROLES
    name: str
    baseline: dict[str, float] = {}
    spo2_scale: Literal[1, 2] = 1
    oxygen: bool = False  # uses it, as the record says; what staff see now goes before


class ResumeCheck(msgspec.Struct, frozen=True):
    """Is it still the same person? `kind`: "birth-year", "first-letter", "age" or "confirm"."""

    kind: str
    back: Place
    tries: int = 0


class State(msgspec.Struct, frozen=True):
    """Everything about the visit. `screen` and the overlays say what is shown.

    Overlays, from the top: `cuff_holds`, `leaving`, `person` (not closed), `emergency_over` (an emergency
    during a call),
    `asked` (a provider's wish).
    """

    screen: Screen = Screen.WELCOME
    item: str = ""
    mistake: str = ""  # why the last entry was not taken (an id with words), beside the field
    back: tuple[Place, ...] = ()
    language: str = ""
    visit: UUID | None = None
    session_public: bytes = b""
    session_private: bytes = b""
    counter: int = 0  # ids given so far
    touched_ns: int = 0

    consented: bool = False
    person_is: Person | None = None  # who they say they are
    age_given: int | None = None
    told_who: Person | None = None  # who it was when the hub was told last: holds while that is being changed
    told_age: int | None = None
    proof: Proof | None = None
    earlier: tuple[EarlierValue, ...] = ()  # of earlier visits; only ever of who has proven who they are
    guardian: Guardian | None = None
    guardian_is: str = ""  # as in events.GuardianIs, empty: not asked
    attended: bool = False  # staff does it with the patient
    care: Care | None = None  # a resident in a round
    card: str = ""  # the token of the card made for the next visit
    changed_ns: int = 0  # when anything changed last
    answers: dict[str, Answer] = {}
    cuff_answers: dict[str, Answer] = {}
    about_answers: dict[str, Answer] = {}
    answers_sent: dict[str, Answer] | None = None
    cuff_answers_sent: dict[str, Answer] | None = None
    about_answers_sent: dict[str, Answer] | None = None

    devices: tuple[DeviceState, ...] = ()
    acts: tuple[UUID, ...] = ()  # every act told to core
    running: Running | None = None
    oximetry: Record = Record()
    pressure: Record = Record()
    further: dict[Act, Record] = {}  # of the other acts
    wanted: tuple[Act, ...] = VISIT_ACTS  # what this visit measures, in this order (kinds.want)
    staff_told: tuple[Act, ...] = ()  # devices that were missing when they were needed
    entering: Entering | None = None
    cuff: Cuff | None = None
    inflations_ns: tuple[int, ...] = ()
    timer: Timer | None = None
    problem: Problem | None = None
    measurements: tuple[Measurement, ...] = ()  # raw and derived, oldest first
    failed: tuple[Failure, ...] = ()  # attempts that gave nothing at all, in order
    scored: tuple[ScorePart, ...] = ()  # the parts of the newest NEWS2 that the hub was told

    fired: tuple[Fired, ...] = ()  # what the rules say now
    alarms: tuple[OpenAlarm, ...] = ()  # every one raised, never taken back
    emergency_from: Place | None = None
    offered: bool = False  # a provider was offered because of a P
    papers: tuple[Paper, ...] = ()
    session_key_live: UUID | None = None

    core_up: bool = True
    core_lost_ns: int = 0
    hub_online: bool = False
    call: Call = Call()
    asked: Asked | None = None
    plan: Plan | None = None
    plan_seen: bool = False
    phone: str = ""
    call_when: str = ""  # one of contract.documents.CALL_TIMES, once a call-back is asked for
    case_left: str = ""  # the wish of the newest CaseLeft
    in_person: bool = False  # chose to go somewhere; `stored` lists the places
    obstacle: str = ""  # why `nobody` is shown: one of contract.documents.NO_CALL
    no_call: str = ""  # the first obstacle of the visit, for the figures
    chose: str = ""  # what the patient chose last where no call came about, one of documents.CHOICES

    leaving: Leaving | None = None
    person: PersonPage | None = None
    closing: Closing | None = None
    resume: ResumeCheck | None = None
    fault: str = ""  # on `out_of_order`
    out_from: Place | None = None  # where to go on when it works again
    heard: tuple[UUID, ...] = ()  # live messages already taken
    keep_text: bool | None = None  # the patient wishes what was written to be kept; None: not asked
    text_sealed: tuple[Said, ...] = ()  # the newest transcript put
    kept: tuple[Kept, ...] = ()  # pictures, clips and sounds given to be saved, oldest first
    listening: Listening | None = None
    shooting: Shooting | None = None
    photos_offered: bool = False
    health_link: HealthLink | None = None
    printing: Printing | None = None
    take_away_from: Place | None = None  # where Back leads from `take_away`
    keep_from: Place | None = None  # where Back leads from `what_we_keep`
    cleaning: Cleaning | None = None
    cleaned: tuple[UUID, ...] = ()  # visits whose cleaning step is over

    @property
    def cuff_holds(self) -> bool:
        """Does a cuff keep its air though it was told to stop? The person must open it by hand."""
        return any(device.fault == CUFF_HOLDS for device in self.devices)

    @property
    def seen(self) -> bool:
        """Has a provider been on the line?"""
        return self.call.connected_once

    def was_seen(self, alarm: OpenAlarm) -> bool:
        """Has anybody seen this alarm: acknowledged it, or been on the line after it was raised?

        Nobody is on a line that is broken, or still being made.
        """
        heard = self.call.state == "connected" or alarm.raised.monotonic_ns <= self.call.ended_ns
        return bool(alarm.acknowledged_by) or (self.seen and heard)

    @property
    def emergencies(self) -> tuple[OpenAlarm, ...]:
        """E alarms that nobody acknowledged yet."""
        return tuple(a for a in self.alarms if a.level == "E" and not a.acknowledged_by)

    @property
    def again(self) -> frozenset[str]:
        """Rules that want something measured again."""
        return frozenset(f.rule for f in self.fired if "R" in (f.action, *f.also))

    @property
    def quiet(self) -> bool:
        """Show the emergency without red and tone: only quiet ones were raised."""
        raised = [a for a in self.alarms if a.level == "E"]
        return bool(raised) and all(a.quiet for a in raised)

    @property
    def hidden(self) -> bool:
        """Show nothing of the visit's data: the privacy check after a crash is still to come."""
        return self.resume is not None

    @property
    def to_measure(self) -> tuple[Act, ...]:
        """Acts not done yet (`waiting` and `nobody` offer them: Continued)."""
        return tuple(act for act in self.wanted if not self.record(act).done)

    @property
    def emergency_over(self) -> bool:
        """Show the emergency over the present screen (it never ends a live call)."""
        return bool(self.emergencies) and self.call.live and self.screen is not Screen.EMERGENCY

    @property
    def level(self) -> str:
        """The most urgent level so far: "E", "P" or "N"."""
        levels = {a.level for a in self.alarms}
        return next((level for level in ("E", "P") if level in levels), "N")

    def record(self, act: Act) -> Record:
        """Return how an act has gone."""
        if act in VISIT_ACTS:
            return self.oximetry if act is Act.OXIMETRY else self.pressure
        return self.further.get(act, Record())

    def device(self, role: str) -> DeviceState | None:
        """Return the state of the device in a role, one that is well where there are several; None: none."""
        found = [d for d in reversed(self.devices) if d.role == role]
        return next((d for d in found if d.state not in MISSING), found[0] if found else None)


def seconds_left(timer: Timer, now_ns: int) -> int:
    """Whole seconds to show, rounded up, never under 0."""
    return max(0, -(-(timer.until_ns - now_ns) // 1_000_000_000))


def reliable(measurement: Measurement) -> bool:
    """May it be called a reading?"""
    return measurement.quality.grade is not Grade.NOT_RELIABLE
