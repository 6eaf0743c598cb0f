"""What session and hub say to each other while a visit lasts: sealed, and kept only where a document says so.

Core relays it unread. The schema name of such a payload is "carepost.live/1" (both ways). Encoded as msgpack
with the tag in field "type". Times are RFC 3339 with offset. What stays is in `contract.documents`.
"""

from typing import Final
from uuid import UUID

import msgspec

from contract.documents import Person
from contract.rtt import Update

LIVE_SCHEMA: Final = "carepost.live/1"
TEXT_KINDS: Final = ("chat", "caption")


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
_decoder: Final[msgspec.msgpack.Decoder[Live]] = msgspec.msgpack.Decoder(Live)


def encode(live: Live) -> bytes:
    """Return the bytes to seal."""
    return _encoder.encode(live)


def decode(plain: bytes) -> Live:
    """Decode a live message; msgspec.DecodeError when it is none."""
    return _decoder.decode(plain)
