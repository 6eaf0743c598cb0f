"""Staff of a facility sign in at a station by badge and PIN.

    hub ── wire.StaffTold: signed StaffList ──► core (kept on its disk until it expires)
    session ── SignIn ──► core ── SignedIn | SignInRefused ──► session … SignOut ──► core ── SignedOut ──►

Core knows badges by their hash, staff by an opaque id and roles; nobody's name. The session gets its staff
member's name with the residents list (`contract.residents`).
"""

import re
from typing import Final
from uuid import UUID

import msgspec

from contract.message import Message
from contract.seal import KeySet, Sealed, SealError, Signed, verify

STAFF: Final = "carepost/staff/1"  # what the hub signs a StaffList for
ROLES: Final = ("aide", "nurse", "technician")
PIN_DIGITS: Final = (4, 8)
TRIES: Final = 5  # wrong PINs in a row, then the badge waits
WAIT_S: Final = 300  # … so long, twice as long each time after that
LONGEST_WAIT_S: Final = 3600
_PIN: Final = re.compile(r"[0-9]{4,8}")


def is_pin(text: str) -> bool:
    """Can this be a PIN at all? Digits 0 to 9, `PIN_DIGITS` of them."""
    return _PIN.fullmatch(text) is not None


def guessable(pin: str) -> bool:
    """Is it one that people try first: one digit only, or digits in a row?"""
    rows = ("01234567890", "09876543210")
    return len(set(pin)) == 1 or any(pin in row for row in rows)


def secret(badge: str, pin: str) -> bytes:
    """Return what a verifier is the argon2id hash of: a stolen list is of no use without the badge."""
    return f"{badge}:{pin}".encode()


class Verifier(msgspec.Struct, frozen=True, kw_only=True):
    """One badge. `badge`: `cards.hash_of` its token; `argon2`: encoded argon2id hash of `secret`."""

    badge: bytes
    argon2: str
    staff: UUID
    roles: tuple[str, ...]


class StaffList(msgspec.Struct, frozen=True, kw_only=True):
    """Everybody who may sign in at this station. Times are Unix seconds (UTC).

    A newer `issued` replaces an older list whole; who is not in it any more can't sign in, and is signed out.
    """

    station: UUID
    issued: float
    expires: float
    verifiers: tuple[Verifier, ...] = ()


def open_staff_list(encoded: bytes, *, station: UUID, keys: KeySet) -> StaffList:
    """Verify and decode a signed list; SealError when it is not the hub's, or for another station."""
    try:
        signed = msgspec.msgpack.decode(encoded, type=Signed)
        public = keys.signing_key(signed.key_id).public
        told = msgspec.msgpack.decode(verify(signed, context=STAFF, public=public), type=StaffList)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SealError(f"not a staff list: {error}") from error
    if told.station != station:
        raise SealError("a staff list for another station")
    return told


class SignIn(Message, tag="sign-in", frozen=True):
    """Session to core: a badge was scanned and a PIN typed.

    `shift`: chosen and journalled by the session before; it names the time from sign-in to sign-out.
    Repeating it with the shift that is signed in already answers SignedIn again, unjudged.
    """

    shift: UUID
    badge: str
    pin: str

    def __repr__(self) -> str:
        """Say nothing of badge and PIN: messages are printed when something goes wrong."""
        return "SignIn()"


class SignedIn(Message, tag="signed-in", frozen=True):
    """Core to session: also to a session that comes back with its shift (`Hello.shift`).

    `until`: when core ends the shift by itself, RFC 3339.
    """

    shift: UUID
    staff: UUID
    roles: tuple[str, ...]
    until: str


REFUSALS: Final = (
    "wrong",  # the PIN is not this badge's; `tries_left` more, then the badge waits
    "unknown-badge",  # this station's list has no such badge
    "wait",  # too many wrong PINs: not before `wait_s`. The PIN was not looked at
    "no-list",  # this station has never had a list, or was given an empty one: it needs the hub once
    "expired",  # its list is too old: it needs the hub
    "not-offline",  # the hub is away, and who takes this machine could read its list: profile.staff
    "malformed",  # no badge, or no PIN of 4 to 8 digits; not counted
    "busy",  # another sign-in is being judged
)


class SignInRefused(Message, tag="sign-in-refused", frozen=True):
    """Core to session: `why` is one of `REFUSALS`."""

    shift: UUID
    why: str
    tries_left: int = 0
    wait_s: int = 0


class SignOut(Message, tag="sign-out", frozen=True):
    """Session to core: the shift is over; core drops the residents list. `why`: "asked" or "idle"."""

    shift: UUID
    why: str = "asked"


SIGN_OUTS: Final = (
    "asked",
    "idle",
    "over",  # `until` has come
    "revoked",  # not in the newest list any more, or with other roles
    "unknown",  # core has no such shift (`Hello.shift`): a fresh sign-in is needed
)


class SignedOut(Message, tag="signed-out", frozen=True):
    """Core to session: nobody is signed in any more; `why` is one of `SIGN_OUTS`.

    The session closes the resident's visit it is in (nothing measured is lost) and ends: the wipe follows.
    """

    shift: UUID
    why: str


class AskHub(Message, tag="ask-hub", frozen=True):
    """Session to core: a sealed `contract.residents.ShiftAsk`; the newest is kept until the hub is there."""

    shift: UUID
    ask: UUID
    sealed: Sealed


class HubAnswer(Message, tag="hub-answer", frozen=True):
    """Core to session: one part of the hub's answer, to open with `seal.open_reply`.

    Core keeps all parts of the newest whole answer until the shift ends and gives them to a session that
    comes back. `part` counts from 0; parts come in any order. Only the newest `ask` counts.
    """

    shift: UUID
    ask: UUID
    part: int
    parts: int
    reply: bytes


class CartIs(Message, tag="cart-is", frozen=True):
    """Core to session: how the cart itself stands; when something of it changes.

    `battery_percent`: None: it has no battery. `way`: "wired", "wireless", "other" or "none".
    `signal_percent`: None: not known, or not wireless. `moving`: the way is another one, or was lost, within
    the last 30 s.
    """

    battery_percent: int | None = None
    charging: bool = False
    way: str = "none"
    signal_percent: int | None = None
    moving: bool = False
