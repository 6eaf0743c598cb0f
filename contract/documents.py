"""What is inside a sealed payload: told by a session to the hub, or by the hub to a session.

Core relays these unread. The schema name of a sealed payload is "carepost.document/1" (queue),
"carepost.live/1" (live messages and asks, both ways). Encoded as msgpack with the tag in field "type".
Times are RFC 3339 with offset.
"""

from typing import Any, Final
from uuid import UUID

import msgspec

from contract.blob import Manifest
from contract.care import CareDocument
from contract.measurement import DeviceIdentity, Instant, Measurement
from contract.rtt import Update
from contract.visit_document import VisitDocument

DOCUMENT_SCHEMA: Final = "carepost.document/1"
LIVE_SCHEMA: Final = "carepost.live/1"
TEXT_KINDS: Final = ("chat", "caption")
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


class _Live(msgspec.Struct, frozen=True, tag_field="type", kw_only=True):
    """Common to live messages; `id` makes a repeat harmless."""

    id: UUID
    visit: UUID
    at: str


class SessionKey(_Live, tag="session-key", frozen=True):
    """Session to hub: seal to this key from now on (also in VisitOpened, which may come later)."""

    session_key: bytes
    language: str


class ChatLine(_Live, tag="chat", frozen=True):
    """Text chat, both ways. `sender`: "patient" or the provider's display name.

    `kind`: one of `TEXT_KINDS`. `line`: the line of real-time text this is the end of. `corrects`: the
    ChatLine whose text this one replaces.
    """

    sender: str
    text: str
    kind: str = "chat"
    line: UUID | None = None
    corrects: UUID | None = None


class ProviderJoined(_Live, tag="provider-joined", frozen=True):
    """Hub to session: who has taken the call."""

    name: str
    role: str


TIMES_OF_DAY: Final = ("morning", "midday", "evening", "bedtime")


class Medicine(msgspec.Struct, frozen=True, kw_only=True):
    """A medicine as the patient is to take it. `amount` each time, in words ("1 tablet").

    `times`: some of `TIMES_OF_DAY`; none: only when needed. `days`: for so long, None: not said.
    `note`: the provider's own words ("with food").
    """

    name: str
    amount: str = ""
    times: tuple[str, ...] = ()
    days: int | None = None
    note: str = ""


class Refill(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a patient who asked for a medicine again; `why` is never empty when it is no.

    `pharmacy`: where it waits, when it is yes.
    """

    medicine: str
    approved: bool
    why: str = ""
    pharmacy: str = ""


class Plan(_Live, tag="plan", frozen=True):
    """Hub to session: what the provider wrote and signed.

    `disposition`: "self-care", "in-person" or "follow-up".
    """

    text: str
    disposition: str
    provider: str
    warning_signs: tuple[str, ...] = ()
    referral: str = ""  # where to go, for "in-person"
    follow_up: str = ""  # when, for "follow-up"
    referral_address: str = ""
    referral_phone: str = ""
    medicines: tuple[Medicine, ...] = ()
    refills: tuple[Refill, ...] = ()


class MeasureAsked(_Live, tag="measure-asked", frozen=True):
    """Hub to session: the provider asks for a measurement; the patient says yes on the screen."""

    act: str


class CaptureAsked(_Live, tag="capture-asked", frozen=True):
    """Hub to session: the provider asks for a picture, a clip or a sound (`contract.asks`).

    `note`: the provider's own words, in the patient's language where the provider writes it.
    """

    kind: str
    note: str = ""


class AskWithdrawn(_Live, tag="ask-withdrawn", frozen=True):
    """Hub to session: what was asked for under this id is no longer wanted."""

    ask: UUID


class AskAnswered(_Live, tag="ask-answered", frozen=True):
    """Session to hub: what became of a wish (the id of its MeasureAsked or CaptureAsked).

    `answer`: one of `contract.asks.ANSWERS`; `why`: an id with words, where there is a reason.
    """

    ask: UUID
    answer: str
    why: str = ""


class Typing(_Live, tag="typing", frozen=True):
    """What somebody is writing this moment, both ways; shown and forgotten, written down by nobody.

    `writer` tells writers apart ("patient", or the provider's account), `sender` is their name.
    """

    update: Update
    writer: str = "patient"
    sender: str = "patient"
    kind: str = "chat"


class TextDropped(_Live, tag="text-dropped", frozen=True):
    """Session to hub: the patient does not want what was written to be kept; it is erased."""


class Present(msgspec.Struct, frozen=True):
    """Somebody in a call, or who wants to be. `role`: provider or one of `GUEST_ROLES`."""

    person: UUID
    name: str
    role: str


GUEST_ROLES: Final = ("consultant", "interpreter", "family", "student", "captioner")
PICTURE_ROLES: Final = ("consultant",)  # may see the visit's pictures, if the patient says yes to that too


class People(_Live, tag="people", frozen=True):
    """Hub to session: everybody in the call but the patient, and who asks to come in. The newest counts."""

    present: tuple[Present, ...]
    asking: tuple[Present, ...] = ()


class JoinAnswered(_Live, tag="join-answered", frozen=True):
    """Session to hub: the patient's word on somebody who asks to come in. Nobody comes in without a yes."""

    person: UUID
    yes: bool


class PicturesAnswered(_Live, tag="pictures-answered", frozen=True):
    """Session to hub: may somebody who is let in see the visit's pictures and hear its sounds?"""

    person: UUID
    yes: bool


class SendAway(_Live, tag="send-away", frozen=True):
    """Session to hub: the patient wants somebody to leave, who then does. The provider leaves by the end."""

    person: UUID


class CodeWanted(_Live, tag="code-wanted", frozen=True):
    """Session to hub: send a code to this phone, in this language."""

    phone: str
    language: str


class CodeTyped(_Live, tag="code-typed", frozen=True):
    """Session to hub: the code as it was typed."""

    code: str


CODE_STATES: Final = ("sent", "unsent", "right", "wrong", "expired", "too-many")


class CodeState(_Live, tag="code-state", frozen=True):
    """Hub to session: how it stands with the phone's code, one of `CODE_STATES`.

    `ask`: the CodeWanted or CodeTyped it answers. `left`: tries that are left. Whether the phone is known is
    never said.
    """

    ask: UUID
    state: str
    left: int = 0


class IdentityClaimed(_Live, tag="identity-claimed", frozen=True):
    """Session to hub: who shows this card, or has typed the right code, says to be born then.

    Without `card` it is the phone whose code was right in this visit.
    """

    birth_date: str  # ISO date
    card: str = ""

    def __repr__(self) -> str:
        """Say nothing of the token."""
        return "IdentityClaimed()"


class EarlierValue(msgspec.Struct, frozen=True):
    """The last reliable value of a kind (`contract.measurement.Kind`), from an earlier visit. RFC 3339."""

    kind: str
    value: float
    unit: str
    at: str


class IdentityAnswer(_Live, tag="identity-answer", frozen=True):
    """Hub to session: who it is, or not. `why` when not: "no-match" or "too-many"."""

    ask: UUID
    person: Person | None = None
    why: str = ""
    earlier: tuple[EarlierValue, ...] = ()


class LinkReady(_Live, tag="link-ready", frozen=True):
    """Hub to session: the link taken away (`TakeAway`) can be opened from now on."""


Live = (
    SessionKey
    | ChatLine
    | ProviderJoined
    | Plan
    | MeasureAsked
    | CaptureAsked
    | AskWithdrawn
    | AskAnswered
    | Typing
    | TextDropped
    | People
    | JoinAnswered
    | SendAway
    | PicturesAnswered
    | CodeWanted
    | CodeTyped
    | CodeState
    | IdentityClaimed
    | IdentityAnswer
    | LinkReady
)

_encoder: Final = msgspec.msgpack.Encoder()
_documents: Final[msgspec.msgpack.Decoder[Document]] = msgspec.msgpack.Decoder(Document)
_lives: Final[msgspec.msgpack.Decoder[Live]] = msgspec.msgpack.Decoder(Live)


def encode(thing: "Document | Live") -> bytes:
    """Return the bytes to seal."""
    return _encoder.encode(thing)


def decode_document(plain: bytes) -> Document:
    """Decode a queued document; msgspec.DecodeError when it is none."""
    return _documents.decode(plain)


def decode_live(plain: bytes) -> Live:
    """Decode a live message; msgspec.DecodeError when it is none."""
    return _lives.decode(plain)
