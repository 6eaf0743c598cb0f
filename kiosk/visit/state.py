"""Everything that is known of a visit so far: `State`. It is frozen; `table.step` gives the next one."""

from uuid import UUID

import msgspec

from contract.documents import Guardian, Person, Said, ScorePart
from contract.instruments import DeviceState
from contract.measurement import Act, Measurement
from contract.talk import EarlierValue, Plan
from kiosk.clinical.questionnaire import Answer
from kiosk.visit.model import CUFF_HOLDS, MISSING, VISIT_ACTS, Place, Screen, Timer
from kiosk.visit.parts import (
    Asked,
    Call,
    Care,
    Cleaning,
    Closing,
    Cuff,
    Entering,
    Failure,
    Fired,
    HealthLink,
    Kept,
    Leaving,
    Listening,
    OpenAlarm,
    Paper,
    PersonPage,
    Printing,
    Problem,
    Proof,
    Record,
    ResumeCheck,
    Running,
    Shooting,
)


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
    technician: bool = False  # one is signed in (core says so): without a visit only

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
        heard = self.call.state == "connected" or alarm.raised.monotonic_ns < self.call.ended_ns
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
