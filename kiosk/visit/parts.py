"""What a visit's state is made of: one small struct for each thing that may be going on in it.

Times in fields ending `_ns` are `Instant.monotonic_ns` of this boot. Nothing here has words: faults, reasons
and codes are ids, their words are the user interface's.
"""

from typing import Literal
from uuid import UUID

import msgspec

from contract.capture import Taken
from contract.control import MediaState
from contract.documents import Document, Person
from contract.envelope import Lane
from contract.measurement import Act, Instant, Reason, Value
from contract.talk import ChatLine, Present
from kiosk.visit.model import Place, Timer


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
