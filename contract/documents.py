"""What is inside a sealed payload: told by a session to the hub, or by the hub to a session.

Core relays these unread. The schema name of a sealed payload is "carepost.document/1" (queue),
"carepost.live/1" (live messages and asks, both ways). Encoded as msgpack with the tag in field "type".
Times are RFC 3339 with offset.
"""

from typing import Any, Final
from uuid import UUID

import msgspec

from contract.blob import Manifest
from contract.measurement import DeviceIdentity, Instant, Measurement

DOCUMENT_SCHEMA: Final = "carepost.document/1"
LIVE_SCHEMA: Final = "carepost.live/1"


class _Document(msgspec.Struct, frozen=True, tag_field="type", kw_only=True):
    """Common to all: which visit, and when it was said."""

    visit: UUID
    at: Instant


class Person(msgspec.Struct, frozen=True):
    """Who the patient says they are. An anonymous one has neither name nor birth date."""

    given: str = ""
    family: str = ""
    birth_date: str | None = None  # ISO date
    anonymous: bool = False


class VisitOpened(_Document, tag="visit-opened", frozen=True):
    """The first document of a visit. `session_key`: raw X25519 key the hub seals its replies to."""

    language: str
    session_key: bytes


class ConsentGiven(_Document, tag="consent", frozen=True):
    """Agreed to the words of this version, shown in this language."""

    version: str
    language: str
    given: bool


class Identified(_Document, tag="identified", frozen=True):
    """Who it is; a later one replaces an earlier."""

    person: Person


class Answers(_Document, tag="answers", frozen=True):
    """A FHIR R4 QuestionnaireResponse (JSON object) and what it means to the rules.

    `present`: who is in the room, for instance "alone", "family", "staff", "interpreter".
    """

    response: dict[str, Any]
    symptoms: tuple[str, ...]
    present: tuple[str, ...]
    reason: str  # the main reason in plain words, in the patient's language


class Measured(_Document, tag="measured", frozen=True):
    """A reading with its quality, also one that was not good enough."""

    measurement: Measurement


class Captured(msgspec.Struct, frozen=True, kw_only=True):
    """What a photo, sound or DICOM object is.

    `title`: what it shows, in plain words. `media_type`: RFC 6838, lower case. `site`: body site as in
    Measurement. `device`: what captured it, where that is known.
    """

    media_type: str
    title: str
    taken: Instant
    device: DeviceIdentity | None = None
    site: str | None = None


class Attached(_Document, tag="attached", frozen=True):
    """A large thing whose chunks are queued by themselves; put after the last of them."""

    blob: Manifest
    about: Captured


class MeasureSkipped(_Document, tag="measure-skipped", frozen=True):
    """A measurement that was asked for and not made, and why (a code of the visit)."""

    act: str
    reason: str


class AlarmRaised(_Document, tag="alarm", frozen=True):
    """A red flag. `rule` as in clinical.md, `level` "E" or "P"."""

    alarm: UUID
    rule: str
    level: str
    why: str
    quiet: bool = False


class CallbackWanted(_Document, tag="callback", frozen=True):
    """Nobody could be reached; the patient asks to be called."""

    phone: str
    when: str = ""


class VisitClosed(_Document, tag="visit-closed", frozen=True):
    """How the visit ended: "finished", "left", "timed-out", "left-before-seen"."""

    how: str
    plan_seen: bool = False


Document = (
    VisitOpened
    | ConsentGiven
    | Identified
    | Answers
    | Measured
    | Attached
    | MeasureSkipped
    | AlarmRaised
    | CallbackWanted
    | VisitClosed
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
    """Text chat, both ways. `sender`: "patient" or the provider's display name."""

    sender: str
    text: str


class ProviderJoined(_Live, tag="provider-joined", frozen=True):
    """Hub to session: who has taken the call."""

    name: str
    role: str


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


class MeasureAsked(_Live, tag="measure-asked", frozen=True):
    """Hub to session: the provider asks for a measurement; the patient says yes on the screen."""

    act: str


Live = SessionKey | ChatLine | ProviderJoined | Plan | MeasureAsked

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
