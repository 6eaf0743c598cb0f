"""The residents of a facility, as a session holds them for one shift, and how it asks the hub for them.

    session: ResidentsWanted, sealed to the hub ─► staff.AskHub ─► wire.ShiftOut ─► hub
    hub: ResidentsTold in parts, or ShiftRefused, sealed to the shift's key ─► wire.ShiftIn ─► staff.HubAnswer

Schema of both ways: `SHIFT_SCHEMA`. Core relays them unread. A part is at most `PART_BYTES` long, so that it
fits a packet. Dates are ISO dates, times RFC 3339 with offset.
"""

from typing import Final
from uuid import UUID

import msgspec

from contract.rounds import Done, Due
from contract.talk import EarlierValue

SHIFT_SCHEMA: Final = "carepost.shift/1"
PART_BYTES: Final = 60_000  # of the encoded part, so that a packet of 128 KiB holds it sealed and padded
PHOTO_BYTES: Final = 20_000  # a small JPEG
PHOTO_OLD_DAYS: Final = 365  # a photo older than this is warned of

CODE_STATUSES: Final = (
    "full",  # full treatment
    "dnr",  # no resuscitation
    "dni",  # no intubation
    "dnr-dni",
    "comfort",  # comfort care only
    "other",  # as `code_status_note` says
    "unknown",  # never shown as "full"
)


CONDITIONS: Final = (  # what the rules must know of a person beside age and readings
    "scale2",  # a clinician has recorded NEWS2's oxygen scale 2
    "oxygen",  # uses oxygen
)


class Contact(msgspec.Struct, frozen=True):
    """A person to notify. `relation`: of a representative, in words ("daughter")."""

    name: str
    phone: str = ""
    relation: str = ""


class Baseline(msgspec.Struct, frozen=True):
    """The resident's usual value of a kind: the median of the 14 days before today, of at least 4 readings.

    `readings` of them went into it. None is sent for a kind with fewer: nothing is known then.
    """

    kind: str  # contract.measurement.Kind; units as in contract.codes
    value: float
    unit: str
    readings: int


class Resident(msgspec.Struct, frozen=True, kw_only=True):
    """One resident. `room` says where to go and is never an identifier.

    `wristband`: `cards.hash_of` the token worn now; empty: none was given. `photo`: JPEG of at most
    `PHOTO_BYTES`, empty: none; `photo_taken`: its date, warned of when older than `PHOTO_OLD_DAYS`.
    `conditions`: of `CONDITIONS`. `latest`: the newest reliable value of each kind. `done`: acts of the last
    two days. `last_seen`: when somebody was with the resident last in a round.
    """

    id: UUID
    number: str  # the facility's own
    given: str
    family: str
    birth_date: str
    called: str = ""  # the name the resident goes by
    room: str = ""
    language: str = "en"
    wristband: bytes = b""
    photo: bytes = b""
    photo_taken: str = ""
    code_status: str = "unknown"
    code_status_note: str = ""
    allergies: tuple[str, ...] = ()
    diagnoses: tuple[str, ...] = ()
    medicines: tuple[str, ...] = ()
    conditions: tuple[str, ...] = ()
    lacks_capacity: bool = False  # the representative decides, as the record says
    representative: Contact | None = None
    physician: Contact | None = None
    baseline: tuple[Baseline, ...] = ()
    latest: tuple[EarlierValue, ...] = ()
    schedule: tuple[Due, ...] = ()
    done: tuple[Done, ...] = ()
    last_seen: str = ""

    def __repr__(self) -> str:
        """Say nothing of the person."""
        return "Resident()"


class Me(msgspec.Struct, frozen=True):
    """The staff member who is signed in, for the screen and for what is entered by hand."""

    staff: UUID
    name: str
    roles: tuple[str, ...]


class _Shift(msgspec.Struct, frozen=True, tag_field="type", kw_only=True):
    shift: UUID


class ResidentsWanted(_Shift, tag="residents-wanted", frozen=True):
    """Session to hub: the residents of this station's facility, please.

    `id` is also `AskHub.ask`. The first one of a shift carries badge and PIN and binds `session_key` (raw
    X25519) to the shift: the hub answers to that key alone, later ones need neither. Send a later one after
    each resident or every 15 minutes; a list that is on the screen stays usable without it.
    """

    id: UUID
    session_key: bytes
    badge: str = ""
    pin: str = ""

    def __repr__(self) -> str:
        """Say nothing of badge and PIN."""
        return "ResidentsWanted()"


class ResidentsTold(_Shift, tag="residents-told", frozen=True):
    """Hub to session: one part of the list; all parts of an `ask` together are the whole list.

    `at`: when it was made. `zone`: the facility's time zone (IANA), the one `Due.times` are told in.
    """

    ask: UUID
    part: int
    parts: int
    at: str
    facility: str
    zone: str
    me: Me
    residents: tuple[Resident, ...]


SHIFT_REFUSALS: Final = (
    "wrong",  # badge and PIN do not fit at the hub (the station's list is older)
    "revoked",  # not of the staff any more
    "over",  # the shift has been too long; sign in anew
    "no-facility",  # this station belongs to none
    "too-many",  # later, please
)


class ShiftRefused(_Shift, tag="shift-refused", frozen=True):
    """Hub to session: no list. `why`: one of `SHIFT_REFUSALS`."""

    ask: UUID
    why: str


ShiftAsk = ResidentsWanted
ShiftAnswer = ResidentsTold | ShiftRefused

_encoder: Final = msgspec.msgpack.Encoder()
_asks: Final[msgspec.msgpack.Decoder[ShiftAsk]] = msgspec.msgpack.Decoder(ShiftAsk)
_answers: Final[msgspec.msgpack.Decoder[ShiftAnswer]] = msgspec.msgpack.Decoder(ShiftAnswer)


def encode(thing: "ShiftAsk | ShiftAnswer") -> bytes:
    """Return the bytes to seal."""
    return _encoder.encode(thing)


def decode_ask(plain: bytes) -> ShiftAsk:
    """Decode at the hub; msgspec.DecodeError when it is none."""
    return _asks.decode(plain)


def decode_answer(plain: bytes) -> ShiftAnswer:
    """Decode in the session; msgspec.DecodeError when it is none."""
    return _answers.decode(plain)
