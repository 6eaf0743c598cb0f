"""What is inside a sealed payload of the queue: a visit's documents, told by a session to the hub.

Core relays these unread. The schema name of a sealed payload is "carepost.document/1". Encoded as msgpack
with the tag in field "type". Times are RFC 3339 with offset. What passes in the moment is `contract.talk`.
"""

from typing import Any, Final
from uuid import UUID

import msgspec

from contract.blob import Manifest
from contract.care import CareDocument
from contract.measurement import DeviceIdentity, Instant, Measurement
from contract.visit_document import VisitDocument

DOCUMENT_SCHEMA: Final = "carepost.document/1"
CALL_WINDOWS: Final = {
    "morning": (8, 12),
    "afternoon": (12, 17),
    "evening": (17, 20),
}  # o'clock at the station
CALL_TIMES: Final = ("soon", *CALL_WINDOWS)  # when a call-back suits
NO_CALL: Final = (  # what stood in the way of a call
    "declined",  # the patient did not want one now
    "nobody",  # no provider is on call
    "promised-time-over",
    "no-connection",
    "dropped",  # the call broke off
    "stopped-waiting",
)


class Person(msgspec.Struct, frozen=True):
    """Who the patient says they are. An anonymous one has neither name nor birth date."""

    given: str = ""
    family: str = ""
    birth_date: str | None = None  # ISO date
    anonymous: bool = False


class VisitOpened(VisitDocument, tag="visit-opened", frozen=True):
    """The first document of a visit. `session_key`: raw X25519 key the hub seals its replies to."""

    language: str
    session_key: bytes


class ConsentGiven(VisitDocument, tag="consent", frozen=True):
    """Agreed to the words of this version, shown in this language.

    `what`: "visit", or what was asked for by itself: "photo" or "clip". `by`: who agreed in a minor's place.
    """

    version: str
    language: str
    given: bool
    what: str = "visit"
    by: str = ""


class Guardian(msgspec.Struct, frozen=True):
    """The adult who speaks for a minor. `relation`: "parent", "guardian" or "other"."""

    name: str
    relation: str


class Identified(VisitDocument, tag="identified", frozen=True):
    """Who it is; a later one replaces an earlier.

    `how`: "told", or proven by birth date and "card" or "phone". `card`: the token of the card shown, also
    where the hub could not be asked. `new_card`: the token of a card made in this visit for the next one.
    `attended`: "staff" when somebody of the site does it with the patient.
    """

    person: Person
    how: str = "told"
    card: str = ""
    new_card: str = ""
    guardian: Guardian | None = None
    attended: str = ""

    def __repr__(self) -> str:
        """Say nothing of the tokens: documents are printed when something goes wrong."""
        return "Identified()"


class Told(msgspec.Struct, frozen=True):
    """Something the patient told of themselves, unconfirmed.

    `kind`: "condition", "medicine", "allergy", "surgery" or "pharmacy". `code`: of the questionnaire's
    answer, empty for what was typed; `text`: in English, or as typed.
    """

    kind: str
    code: str
    text: str


class Answers(VisitDocument, tag="answers", frozen=True):
    """A FHIR R4 QuestionnaireResponse (JSON object) and what it means to the rules.

    `present`: who is in the room, for instance "alone", "family", "staff", "interpreter".
    """

    response: dict[str, Any]
    symptoms: tuple[str, ...]
    present: tuple[str, ...]
    reason: str  # the main reason in plain words, in the patient's language
    told: tuple[Told, ...] = ()
    facts: dict[str, bool | None] = {}  # noqa: RUF012 - msgspec copies it. By code ("pregnant", "oxygen", …); None: the patient does not know


class Measured(VisitDocument, tag="measured", frozen=True):
    """A reading with its quality, also one that was not good enough."""

    measurement: Measurement


class Captured(msgspec.Struct, frozen=True, kw_only=True):
    """What a photo, clip, sound or DICOM object is.

    `title`: what it shows, in plain words. `media_type`: RFC 6838, lower case. `site`: body site as in
    Measurement. `device`: what captured it, where that is known.
    `kind`: as in `contract.asks`, for instance "photo:skin"; empty: none of those. `view`: which of its
    region's views ("close", "left", …), or where a sound was taken. `laterality`: "left", "right" or empty.
    `mm_per_px`: scale in the plane of what is shown, from the Carepost card; with it `mm_per_px_error`, one
    standard deviation. `grade`: "good" or "poor" as the gate said, `reasons` why (ids).
    `ask`: the wish this answers, if any. `gains`: as in `contract.capture.Thing`, white balance by the card.
    """

    media_type: str
    title: str
    taken: Instant
    device: DeviceIdentity | None = None
    site: str | None = None
    kind: str = ""
    view: str = ""
    laterality: str = ""
    width_px: int = 0
    height_px: int = 0
    duration_s: float = 0.0
    rate_hz: float = 0.0  # samples of a sound, frames of a clip
    mm_per_px: float | None = None
    mm_per_px_error: float | None = None
    colour_de: float | None = None  # mean colour difference (CIEDE2000) left after correction by the card
    grade: str = ""
    reasons: tuple[str, ...] = ()
    ask: UUID | None = None
    by: str = ""  # who took it: "patient" or "staff"
    gains: tuple[float, float, float] | None = None


class Attached(VisitDocument, tag="attached", frozen=True):
    """A large thing whose chunks are queued by themselves; put after the last of them."""

    blob: Manifest
    about: Captured


class MeasureSkipped(VisitDocument, tag="measure-skipped", frozen=True):
    """A measurement that was asked for and not made, and why (a code of the visit)."""

    act: str
    reason: str


class ScorePart(msgspec.Struct, frozen=True):
    """One parameter of a score: its points, and what they are of (None: an answer).

    `act`, `kind`: of that measurement, and which of its values; `kind` empty: what was observed.
    """

    name: str
    points: int
    measurement: UUID | None = None
    act: str = ""
    kind: str = ""


class Scored(VisitDocument, tag="scored", frozen=True):
    """A score out of what is known now; a later one of the same name stands beside it.

    `score`: "news2" (Royal College of Physicians, 2017). `scale`: of the oxygen saturation, 1 or 2.
    """

    score: str
    total: int
    parts: tuple[ScorePart, ...]
    scale: int = 1


class AlarmRaised(VisitDocument, tag="alarm", frozen=True):
    """A red flag. `rule` as in clinical.md, `level` "E" or "P"."""

    alarm: UUID
    rule: str
    level: str
    why: str
    quiet: bool = False


class CallbackWanted(VisitDocument, tag="callback", frozen=True):
    """Nobody could be reached; the patient asks to be called.

    `when`: one of `CALL_TIMES`, or free words. `promised_s`: within so many seconds of the hub's having it a
    provider calls, as the patient was told ("soon"; else in the part of the day that was asked for).
    """

    phone: str
    when: str = ""
    promised_s: int = 0


class CaseLeft(VisitDocument, tag="case", frozen=True):
    """The patient leaves the whole case to be looked at later.

    `why`: what stood in the way of a call, one of `NO_CALL`. `wish`: "review", "in-person" (goes somewhere
    meanwhile), or "specialist" (of long-term care: pictures for one to look at). `promised_s`: within so many
    seconds of the hub's having it a provider looks at it, as the patient was told.
    """

    why: str
    wish: str = "review"
    promised_s: int = 0


class Said(msgspec.Struct, frozen=True):
    """One line of a transcript. `sender`: "patient" or a name; `kind` as in ChatLine. RFC 3339."""

    at: str
    sender: str
    kind: str
    text: str


class Transcript(VisitDocument, tag="transcript", frozen=True):
    """What was written and captioned, kept as the patient wishes; a later one replaces it, being longer."""

    lines: tuple[Said, ...]


class VisitClosed(VisitDocument, tag="visit-closed", frozen=True):
    """How the visit ended: "finished", "left", "timed-out", "left-before-seen".

    For the figures of how well stations serve: `step`, the part of the visit it ended in (one of `STEPS`);
    `no_call`, what stood in the way of a call first (one of `NO_CALL`), and `chose`, what the patient chose
    then; empty: nothing did.
    """

    how: str
    plan_seen: bool = False
    step: str = ""
    no_call: str = ""
    chose: str = ""


STEPS: Final = ("consent", "about-you", "questions", "measuring", "results", "waiting", "call", "after")
CHOICES: Final = ("wait", "call-back", "store", "in-person", "person")  # where no call came about


class TakeAway(VisitDocument, tag="take-away", frozen=True):
    """The patient takes the visit home as a SMART Health Link (`contract.health_link`), made by the session.

    `link`: the secret part of its address, `key`: what its content is encrypted with, each of
    `health_link.SECRET_BYTES`; the passcode is asked for beside them. `expires_at`: RFC 3339.
    """

    link: bytes
    key: bytes
    passcode: str
    expires_at: str


CLEANINGS: Final = ("cleaned", "no-wipes", "unanswered")


class Cleaned(VisitDocument, tag="cleaned", frozen=True):
    """Whether the station was wiped clean after this visit: one of `CLEANINGS`, as somebody said there."""

    how: str


Document = (
    VisitOpened
    | ConsentGiven
    | Identified
    | Answers
    | Measured
    | Attached
    | MeasureSkipped
    | Scored
    | AlarmRaised
    | CallbackWanted
    | VisitClosed
    | Transcript
    | CaseLeft
    | TakeAway
    | Cleaned
    | CareDocument
)


_encoder: Final = msgspec.msgpack.Encoder()
_decoder: Final[msgspec.msgpack.Decoder[Document]] = msgspec.msgpack.Decoder(Document)


def encode(document: Document) -> bytes:
    """Return the bytes to seal."""
    return _encoder.encode(document)


def decode(plain: bytes) -> Document:
    """Decode a document; msgspec.DecodeError when it is none."""
    return _decoder.decode(plain)
