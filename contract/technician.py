"""A technician signs in on the station's own screen, and what the session and core say to each other then.

    core: a challenge, eight digits, on the screen (and as a QR code)
    online:  the hub's operator gives it to the hub, which signs an `Entry` and sends it: the station opens
    offline: somebody reads the challenge over the phone; the hub shows a code of eight digits, it is typed

The code is a MAC under a secret that the hub gave this station earlier, over mutual TLS: it says yes to this
challenge at this station, and to nothing else. A challenge is good once, for a quarter of an hour, and dies
with core. Wrong codes are counted on the disk (`kiosk.core.tries`). Nothing of a patient is in any of this.
"""

import hashlib
import hmac
import re
from typing import Final, NamedTuple
from urllib.parse import parse_qs, urlencode, urlsplit
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from contract.commissioning import Answer, Result
from contract.message import Message
from contract.seal import KeySet, SealError, Signed, verify

ENTRY: Final = "carepost/technician-entry/1"  # what the hub signs an Entry for
SECRET: Final = b"carepost/technician-secret/1"
CODE: Final = b"carepost/technician-code/1"
DIGITS: Final = 8
CHALLENGE_S: Final = 900
IDLE_S: Final = 600  # without a touch, then the technician is signed out
LONGEST_S: Final = 4 * 3600
LONGEST_NAME: Final = 60
_PREFIX: Final = "carepost:technician?"
_ASKED: Final = "technician"  # in the link's fragment: hub/console/src/lib/technician.ts
_DIGITS: Final = re.compile(r"[0-9]{8}")


def secret_of(root: bytes, station: UUID, machine: bytes) -> bytes:
    """Return a station's secret. `root`: the hub's own, never told; `machine`: the station's public key.

    Another machine in the station's place has another one: what the one before knew is worth nothing.
    """
    info = SECRET + station.bytes + machine
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=info).derive(root)


def code_for(secret: bytes, station: UUID, challenge: str) -> str:
    """Return the code that answers a challenge: eight digits, near enough even (2^64 modulo 10^8)."""
    mac = hmac.digest(secret, CODE + station.bytes + challenge.encode(), hashlib.sha256)
    return f"{int.from_bytes(mac[:8], 'big') % 10**DIGITS:0{DIGITS}}"


def digits(text: str) -> str:
    """Return eight digits as they were typed, without blanks and dashes; ValueError when it is none."""
    bare = re.sub(r"[\s-]", "", text)
    if _DIGITS.fullmatch(bare) is None:
        raise ValueError(f"it has {DIGITS} digits")
    return bare


def spaced(text: str) -> str:
    """Return digits in two groups, to be read aloud."""
    return f"{text[:4]} {text[4:]}" if text else ""


class Asked(NamedTuple):
    """What the QR code says: which station, which challenge."""

    station: UUID
    challenge: str


def qr_text(station: UUID, challenge: str, console: str = "") -> str:
    """Return what the QR code says: a link to the hub's console, where the station knows its address.

    What follows the "#" is told to no server; whoever opens it must be an operator, and still say yes.
    """
    if console:
        return f"{console.rstrip('/')}/#" + urlencode({_ASKED: str(station), "challenge": challenge})
    return _PREFIX + urlencode({"station": str(station), "challenge": challenge})


def read_qr(text: str) -> Asked:
    """Return what a QR code says; ValueError when it is none of these."""
    if text.startswith(_PREFIX):
        name, told = "station", parse_qs(text.removeprefix(_PREFIX))
    else:
        name, told = _ASKED, parse_qs(urlsplit(text).fragment)
    try:
        return Asked(UUID(told[name][0]), digits(told["challenge"][0]))
    except (KeyError, ValueError) as error:
        raise ValueError("not a technician's code") from error


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """The hub's yes to a challenge. `technician`: the name for the report; `by`: who said yes at the hub.

    `issued`: Unix seconds; a station whose clock is wrong does not look at it: the challenge is fresh.
    """

    station: UUID
    challenge: str
    technician: str
    by: str
    issued: float


def open_entry(encoded: bytes, *, station: UUID, keys: KeySet) -> Entry:
    """Verify and decode a signed entry; SealError when it is not the hub's, or for another station."""
    try:
        signed = msgspec.msgpack.decode(encoded, type=Signed)
        public = keys.signing_key(signed.key_id).public
        told = msgspec.msgpack.decode(verify(signed, context=ENTRY, public=public), type=Entry)
    except msgspec.DecodeError as error:
        raise SealError(f"not a technician's entry: {error}") from error
    if told.station != station:
        raise SealError("an entry for another station")
    return told


# ---- session to core --------------------------------------------------------------------------


class TechnicianWanted(Message, tag="technician-wanted", frozen=True):
    """A technician wants in: core makes a challenge, and says it by `TechnicianIs`."""


class TechnicianCode(Message, tag="technician-code", frozen=True):
    """The code that was read over the phone, as it was typed, and the name for the report."""

    code: str
    technician: str

    def __repr__(self) -> str:
        """Say nothing of the code: messages are printed when something goes wrong."""
        return "TechnicianCode()"


class TechnicianHere(Message, tag="technician-here", frozen=True):
    """A touch: the technician is still there."""


class TechnicianOut(Message, tag="technician-out", frozen=True):
    """Signed out, or no challenge is wanted any more."""


class CheckAnswered(Message, tag="check-answered", frozen=True):
    """What a person found. Figures that the station reads itself (`CheckReading`) can't be told."""

    subject: str
    answer: Answer


class CheckRead(Message, tag="check-read", frozen=True):
    """Read this device for its check; `stop`: no longer; `hold`: what it shows now is the figure."""

    subject: str
    stop: bool = False
    hold: bool = False


class ReportWanted(Message, tag="report-wanted", frozen=True):
    """All is checked: make the report."""


class SparesWanted(Message, tag="spares-wanted", frozen=True):
    """A device is broken: what could take its place? Answered by `SparesAre`."""


class SpareVouched(Message, tag="spare-vouched", frozen=True):
    """A spare takes this device's place; a badge and its PIN say who is answerable. Empty: the technician."""

    device: str
    badge: str = ""
    pin: str = ""

    def __repr__(self) -> str:
        """Say nothing of badge and PIN: messages are printed when something goes wrong."""
        return f"SpareVouched({self.device})"


FromTechnician = (
    TechnicianWanted
    | TechnicianCode
    | TechnicianHere
    | TechnicianOut
    | CheckAnswered
    | CheckRead
    | ReportWanted
    | SparesWanted
    | SpareVouched
)


# ---- core to session --------------------------------------------------------------------------


OUT, ASKED, IN = "out", "asked", "in"
REFUSALS: Final = (
    "wrong",  # the code is not this challenge's; `tries_left` more, then nobody is let in for a while
    "wait",  # too many wrong codes: not before `wait_s`. The code was not looked at
    "malformed",  # not eight digits, or no name; not counted
    "stale",  # the challenge is too old: there is a new one on the screen
    "no-secret",  # the hub never gave this station a secret: only the hub's own answer lets in
    "visit",  # a visit is on
    "disk",  # a try can't be counted: none is made
)
ENDS: Final = ("asked", "idle", "over", "session")  # why a technician is out again


class TechnicianIs(Message, tag="technician-is", frozen=True):
    """How it stands: told whenever something of it changes, and to a session that starts.

    `state`: "out"; "asked": the challenge is on the screen; "in". `why`: the last refusal or end, an id.
    `results`: of every check so far; `reading`: the device being read; `held`: the figure that was read of
    `subject`, in the check's unit; `fault`: why a reading gave none. `report`: "", "making", "made" or
    "failed", with `passed`, `fingerprint` (of the station's key that signed) and `dates` set anew.
    """

    state: str = OUT
    challenge: str = ""
    by_phone: bool = True  # a code can be typed: this station has its secret
    name: str = ""
    until: str = ""  # RFC 3339
    why: str = ""
    tries_left: int = 0
    wait_s: int = 0
    results: tuple[Result, ...] = ()
    reading: str = ""
    subject: str = ""
    held: float | None = None
    fault: str = ""
    report: str = ""
    passed: bool = False
    fingerprint: str = ""
    dates: dict[str, str] = msgspec.field(default_factory=dict)


class Seen(msgspec.Struct, frozen=True):
    """Something plugged in that the profile does not name: where, and what products it may be."""

    address: str
    products: tuple[str, ...]
    serial: str = ""


class SparesAre(Message, tag="spares-are", frozen=True):
    """What could take a device's place. `models`: which each device is, as the station remembers it; `seen`:
    plugged in now; `vouching`: a badge can vouch here.
    """

    models: dict[str, str] = msgspec.field(default_factory=dict)
    problems: dict[str, str] = msgspec.field(
        default_factory=dict
    )  # why no spare can take a device's place, as in contract.station
    seen: tuple[Seen, ...] = ()
    vouching: bool = False


ToTechnician = TechnicianIs | SparesAre


# ---- station and hub (contract.wire) ----------------------------------------------------------


class TechnicianNoted(Message, tag="technician-noted", frozen=True):
    """What a technician did at the station's screen: for the hub's audit, late when the hub was away.

    `kind`: technician-in, technician-out, technician-refused (a wrong code by phone), commissioned or
    spare-vouched. `at`: RFC 3339 by the station's clock. `content`: a signed commissioning report.
    """

    kind: str
    at: str
    detail: str = ""
    content: bytes = b""


class TechnicianSecret(Message, tag="technician-secret", frozen=True):
    """The hub to a station: the secret by which it knows a code that was read over the phone."""

    secret: bytes

    def __repr__(self) -> str:
        """Say nothing of it."""
        return "TechnicianSecret()"


class TechnicianEntry(Message, tag="technician-entry", frozen=True):
    """The hub to a station: its signed yes to a challenge (`Entry`)."""

    entry: bytes
