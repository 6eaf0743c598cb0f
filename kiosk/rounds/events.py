"""What staff do beside a visit's own events. `decode` reads both: it is one journal.

The PIN is in none of them: the session keeps it until core and hub have judged it.
"""

from typing import Final
from uuid import UUID

import msgspec

from contract.measurement import Act
from contract.residents import Resident
from kiosk.rounds.model import Shift
from kiosk.visit import events as visit
from kiosk.visit.event import VisitEvent


class SignInWanted(VisitEvent, tag="sign-in-wanted", frozen=True):
    """ "Sign in", on the staff's screen."""


class BadgeTyping(VisitEvent, tag="badge-typing", frozen=True):
    """ "Type the number", on `sign_in`."""


class BadgeGiven(VisitEvent, tag="badge-given", frozen=True):
    """A badge was scanned, or its number typed."""

    badge: str

    def __repr__(self) -> str:
        """Say nothing of the token."""
        return "BadgeGiven()"


class PinGiven(VisitEvent, tag="pin-given", frozen=True):
    """A PIN was typed; the session has it. The shift's id and keys are made by the session."""

    shift: UUID
    public: bytes
    private: bytes
    well_formed: bool = True


class ListCame(VisitEvent, tag="list-came", frozen=True):
    """The whole residents list is there. `name`: of who is signed in."""

    name: str


class ListRefused(VisitEvent, tag="list-refused", frozen=True):
    """The hub gives no list: one of `residents.SHIFT_REFUSALS`."""

    why: str


class FindWanted(VisitEvent, tag="find-wanted", frozen=True):
    """Look for a name."""


class Found(VisitEvent, tag="found", frozen=True):
    """What is looked for; empty: everybody is shown."""

    text: str


class ResidentPicked(VisitEvent, tag="resident-picked", frozen=True):
    """A wristband was scanned, or a name touched. `resident` without photo; `due` now."""

    resident: Resident
    how: str
    due: tuple[Act, ...] = ()
    photo: bool = False
    photo_old: bool = False


class BandUnknown(VisitEvent, tag="band-unknown", frozen=True):
    """Something was scanned that is nobody's wristband here."""


class ResidentConfirmed(VisitEvent, tag="resident-confirmed", frozen=True):
    """The identifiers were read back against the person. The visit's id and keys are made by the session."""

    identifiers: tuple[str, ...]
    visit: UUID
    public: bytes
    private: bytes


class WrongAfterwards(VisitEvent, tag="wrong-afterwards", frozen=True):
    """ "Wrong resident", from the list: whom the last readings were filed under, without photo."""

    resident: Resident


class RoundTouched(VisitEvent, tag="round-touched", frozen=True):
    """A button or a choice of the round's own screens."""

    what: str


class RoundChose(VisitEvent, tag="round-chose", frozen=True):
    """Several choices of a screen at once."""

    what: tuple[str, ...]


class RoundWrote(VisitEvent, tag="round-wrote", frozen=True):
    """A line of text."""

    text: str


class SbarKept(VisitEvent, tag="sbar-kept", frozen=True):
    """The handover as it was shown. `then`: "call", "case" or nothing more."""

    situation: str
    background: str
    request: str
    observation: str = ""
    then: str = ""


class UndoWanted(VisitEvent, tag="undo-wanted", frozen=True):
    """The readings were the former resident's after all. The visit's id and keys are made by the session."""

    visit: UUID
    public: bytes
    private: bytes


class Between(VisitEvent, tag="between", frozen=True):
    """A resident was left: all there is of the shift. It stands in the place of every event before it.

    The journal begins with it, so that nothing of the residents before stays in there.
    """

    shift: Shift

    def __repr__(self) -> str:
        """Say nothing of it."""
        return "Between()"


Own = (
    SignInWanted
    | BadgeTyping
    | BadgeGiven
    | PinGiven
    | ListCame
    | ListRefused
    | FindWanted
    | Found
    | ResidentPicked
    | BandUnknown
    | ResidentConfirmed
    | WrongAfterwards
    | RoundTouched
    | RoundChose
    | RoundWrote
    | SbarKept
    | UndoWanted
    | Between
)
Event = visit.Event | Own

_encoder: Final = msgspec.msgpack.Encoder()
_decoder: Final[msgspec.msgpack.Decoder[Event]] = msgspec.msgpack.Decoder(Event)


def encode(event: Event) -> bytes:
    """Return the bytes for the journal."""
    return _encoder.encode(event)


def decode(record: bytes) -> Event:
    """Read a journal's record; msgspec.DecodeError when it is none of ours."""
    return _decoder.decode(record)
