"""A visit as data: which screen, and everything that is known so far.

`State` is frozen; `table.step` gives the next one. Times in fields ending `_ns` are `Instant.monotonic_ns`
of this boot; `seconds_left` turns a deadline into what a screen counts down. Nothing here has words:
screens, faults, reasons and codes are ids, their words are the user interface's.
"""

from enum import StrEnum
from typing import Final
from uuid import UUID

import msgspec

from contract.control import MediaState
from contract.documents import ChatLine, Document, Person, Plan
from contract.envelope import Lane
from contract.measurement import Act, Grade, Instant, Measurement, Reason
from contract.quality import schemes
from contract.station import DeviceState
from kiosk.clinical.questionnaire import Answer

CUFF_SIZES: Final = schemes().cuffs  # arm circumference in cm, both ends included
CUFF_HOLDS: Final = "cuff-holds"  # a fault id of the devices
VISIT_ACTS: Final = (Act.OXIMETRY, Act.BLOOD_PRESSURE)  # what the visit measures by itself, in this order
SKIP_REASONS: Final = (
    "do-not-want",
    "hurts",
    "cannot",  # for instance no finger or arm that can be used
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
    CONSENT = "consent"
    CONSENT_DECLINED = "consent_declined"
    WHO = "who"  # name or anonymous
    NAME = "name"
    BIRTH_DATE = "birth_date"  # an anonymous patient is asked for the age only (AgeGiven)
    QUESTION = "question"  # State.item of the visit's questionnaire
    EMERGENCY = "emergency"  # State.quiet: no red, no tone
    OXIMETER_PREPARE = "oximeter_prepare"
    OXIMETER = "oximeter"
    CUFF_QUESTION = "cuff_question"  # State.item of the cuff's questionnaire
    CUFF_ARM = "cuff_arm"
    CUFF_POSTURE = "cuff_posture"
    CUFF_REST = "cuff_rest"  # State.timer; Continued starts at once, without full rest
    CUFF_MEASURE = "cuff_measure"
    CUFF_BETWEEN = "cuff_between"  # State.timer
    MEASURE_PROBLEM = "measure_problem"  # State.problem
    RESULTS = "results"
    OFFER_CALL = "offer_call"
    WAITING = "waiting"
    CALL = "call"
    NOBODY = "nobody"
    CALLBACK = "callback"
    PLAN_WAITING = "plan_waiting"  # the call is over, the provider is still writing
    STORED = "stored"
    PLAN = "plan"
    GOODBYE = "goodbye"  # State.closing
    RESUME = "resume"  # State.resume; shows nothing of the visit
    OUT_OF_ORDER = "out_of_order"  # State.fault


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
    skipped: str = ""
    done: bool = False


class Cuff(msgspec.Struct, frozen=True):
    """How the cuff sits. `rested`: the rest time was kept."""

    arm: str
    size: str
    rested: bool = False


class Fired(msgspec.Struct, frozen=True):
    """A rule that fired. `action`: "E", "P" or "R"."""

    rule: str
    action: str
    why: str
    source: str
    quiet: bool = False


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
    ended_ns: int = 0  # when the last call ended
    microphone: bool = True
    camera_on: bool = True
    volume: float = 0.8
    provider: str = ""
    role: str = ""
    media_up: bool = True
    media: MediaState | None = None
    chat: tuple[ChatLine, ...] = ()

    @property
    def live(self) -> bool:
        """Is a provider on the line (or the line being made or mended)?"""
        return self.wanted and self.state in ("connecting", "connected", "lost")


class Asked(msgspec.Struct, frozen=True):
    """A provider's wish for a measurement. `refusal`: why it can't be done now, `remedy`: what would help
    (ids with words).
    """

    id: UUID
    act: Act
    refusal: str = ""
    remedy: str = ""


class Leaving(msgspec.Struct, frozen=True):
    """The overlay before leaving. `why`: "asked" or "idle"; at the end of the timer the visit closes."""

    why: str
    timer: Timer


class PersonPage(msgspec.Struct, frozen=True):
    """A person on site was called; `reached`: what was alerted, empty: not known yet."""

    asked: Instant
    reached: tuple[str, ...] = ()
    closed: bool = False


class Closing(msgspec.Struct, frozen=True):
    """The visit is closed. `state`: "saving", "saved", "late" (the screen says that it
    is not saved), "ended".
    """

    document: UUID
    how: str
    since_ns: int
    state: str = "saving"


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
    answers: dict[str, Answer] = {}
    cuff_answers: dict[str, Answer] = {}
    answers_sent: dict[str, Answer] | None = None
    cuff_answers_sent: dict[str, Answer] | None = None

    devices: tuple[DeviceState, ...] = ()
    acts: tuple[UUID, ...] = ()  # every act told to core
    running: Running | None = None
    oximetry: Record = Record()
    pressure: Record = Record()
    further: dict[Act, Record] = {}  # of the acts the visit has no screen for
    cuff: Cuff | None = None
    inflations_ns: tuple[int, ...] = ()
    timer: Timer | None = None
    problem: Problem | None = None
    measurements: tuple[Measurement, ...] = ()  # raw and derived, oldest first
    failed: tuple[Failure, ...] = ()  # attempts that gave nothing at all, in order

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
    in_person: bool = False  # chose to go somewhere; `stored` lists the places

    leaving: Leaving | None = None
    person: PersonPage | None = None
    closing: Closing | None = None
    resume: ResumeCheck | None = None
    fault: str = ""  # on `out_of_order`
    out_from: Place | None = None  # where to go on when it works again
    heard: tuple[UUID, ...] = ()  # live messages already taken

    @property
    def cuff_holds(self) -> bool:
        """Does a cuff keep its air though it was told to stop? The person must open it by hand."""
        return any(device.fault == CUFF_HOLDS for device in self.devices)

    @property
    def seen(self) -> bool:
        """Has a provider been on the line?"""
        return self.call.connected_once

    def was_seen(self, alarm: OpenAlarm) -> bool:
        """Has anybody seen this alarm: acknowledged it, or been on the line after it was raised?"""
        before_the_end = self.call.live or alarm.raised.monotonic_ns <= self.call.ended_ns
        return bool(alarm.acknowledged_by) or (self.seen and before_the_end)

    @property
    def emergencies(self) -> tuple[OpenAlarm, ...]:
        """E alarms that nobody acknowledged yet."""
        return tuple(a for a in self.alarms if a.level == "E" and not a.acknowledged_by)

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
        return tuple(act for act in VISIT_ACTS if not self.record(act).done)

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
        """Return the newest state of the device in a role, None when core named none."""
        return next((d for d in reversed(self.devices) if d.role == role), None)


def seconds_left(timer: Timer, now_ns: int) -> int:
    """Whole seconds to show, rounded up, never under 0."""
    return max(0, -(-(timer.until_ns - now_ns) // 1_000_000_000))


def reliable(measurement: Measurement) -> bool:
    """May it be called a reading?"""
    return measurement.quality.grade is not Grade.NOT_RELIABLE
