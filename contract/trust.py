"""Who is at the other end of a call: signatures over the DTLS fingerprint, and who vouches for their keys.

DTLS-SRTP is as good as the knowledge whose certificate was met. Each description (SDP) of a call therefore
travels with a `Proof`: a claim, signed with the key of the one who made the description, that these
fingerprints are theirs in this call; and, where the reader does not know that key, two signatures of the
hub's that vouch for it: root key -> identity key -> the person's (or the station's) key. Every station pins
the root when it enrols, every browser when it first signs in. Bodies are JSON, so that a browser reads them.

What the parts of a claim are for: `call` and `role` against use elsewhere, `run` and `generation` against an
older description of this call, `nonce` against the same twice, `answers` (an offer's nonce) ties an answer to
one offer whatever clocks say, `expires` against what was kept for long. Times are Unix seconds of the hub's
clock as each end knows it. docs/adr/0008 has the reasons and the limits.
"""

import re
import secrets
from collections import deque
from typing import Final
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract.seal import SealError, Signed, sign, verify

CLAIM: Final = "carepost/call-claim/1"
PERSON: Final = "carepost/call-person/1"
ISSUER: Final = "carepost/call-issuer/1"
STATION: Final = "station"  # the role of a station
ROOM: Final = "room"  # the role of the hub's own media server (rooms of three and more)
LIFE_S: Final = 120  # of a claim
EARLY_S: Final = 30  # a claim may seem to be made so much later than now: clocks differ
REMEMBERED: Final = 512  # nonces; more than a call can have within LIFE_S

_FINGERPRINT: Final = re.compile(
    r"^a=fingerprint:\s*([\w-]+)\s+((?:[0-9A-F]{2}:)+[0-9A-F]{2})\s*$", re.I | re.M
)
_HASHES: Final = frozenset({"sha-256", "sha-384", "sha-512"})


class TrustError(Exception):
    """A description that can't be believed. `code` is one of `REFUSALS`."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(detail or code)
        self.code = code


REFUSALS: Final = (
    "unsigned",  # no proof with it, or none that can be read
    "forged",  # a signature does not hold
    "not-vouched",  # the hub's root does not vouch for the key, or no longer
    "fingerprint",  # signed for another certificate: the description was changed on its way
    "other-call",  # signed for another call, by another role or for another offer
    "old",  # of an older generation
    "replayed",  # seen before
    "expired",
)


class Claim(msgspec.Struct, frozen=True, kw_only=True):
    """ "In this call these are my certificates." `subject`: an account's, a station's or the hub's id."""

    call: UUID
    run: str  # of the station's core; a new one counts generations from 1 again
    generation: int
    role: str
    subject: UUID
    fingerprints: tuple[str, ...]
    nonce: str
    issued: int
    expires: int
    answers: str = ""  # the nonce of the offer this answers


class Vouched(msgspec.Struct, frozen=True, kw_only=True):
    """ "This raw Ed25519 key belongs to this person (station, room) until then." Said by the identity key."""

    subject: UUID
    role: str
    name: str
    public: bytes
    expires: int


class Issuer(msgspec.Struct, frozen=True, kw_only=True):
    """ "This identity key may vouch until then." Said by the root key."""

    public: bytes
    expires: int


class Voucher(msgspec.Struct, frozen=True):
    """Why to believe that a key is somebody's: bodies are a `Vouched` and an `Issuer`."""

    person: Signed
    issuer: Signed


class Proof(msgspec.Struct, frozen=True):
    """What travels with a description, as JSON; `voucher` where the reader may not know the key."""

    claim: Signed
    voucher: Voucher | None = None


class Expected(msgspec.Struct, frozen=True, kw_only=True):
    """What a reader knows by itself: which call, whom it may come from, and which offer is answered.

    Without `run` it is somebody else's offer: then generations have to rise within each run.
    """

    call: UUID
    roles: tuple[str, ...]
    run: str = ""
    generation: int = 0
    answers: str = ""


def fingerprints(sdp: str) -> tuple[str, ...]:
    """Return a description's distinct fingerprints, "sha-256 AB:…", in order; TrustError when none is."""
    found = {(name.lower(), value.upper()) for name, value in _FINGERPRINT.findall(sdp)}
    if not found or any(name not in _HASHES for name, _ in found):
        raise TrustError("fingerprint", "no fingerprint, or one of a weak hash")
    if len(re.findall(r"^a=fingerprint:", sdp, re.I | re.M)) != len(_FINGERPRINT.findall(sdp)):
        raise TrustError("fingerprint", "a fingerprint that can't be read")
    return tuple(f"{name} {value}" for name, value in sorted(found))


def new_nonce() -> str:
    """Return 128 random bits."""
    return secrets.token_hex(16)


def prove(claim: Claim, private: Ed25519PrivateKey, voucher: Voucher | None = None) -> bytes:
    """Return what travels with a description."""
    signed = sign(msgspec.json.encode(claim), context=CLAIM, private=private)
    return msgspec.json.encode(Proof(signed, voucher))


def vouch(person: Vouched, *, identity: Ed25519PrivateKey, issuer: Signed) -> Voucher:
    """Sign that a key is somebody's; `issuer` is the root's word for `identity` (`delegate`)."""
    return Voucher(sign(msgspec.json.encode(person), context=PERSON, private=identity), issuer)


def delegate(identity_public: bytes, expires: int, *, root: Ed25519PrivateKey) -> Signed:
    """Let an identity key vouch for others."""
    body = msgspec.json.encode(Issuer(public=identity_public, expires=expires))
    return sign(body, context=ISSUER, private=root)


def open_voucher(voucher: Voucher, *, root: bytes, now: float) -> Vouched:
    """Follow the signatures down from the root; TrustError when one does not hold or has run out."""
    try:
        issuer = msgspec.json.decode(verify(voucher.issuer, context=ISSUER, public=root), type=Issuer)
        person = msgspec.json.decode(
            verify(voucher.person, context=PERSON, public=issuer.public), type=Vouched
        )
    except (SealError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise TrustError("not-vouched", str(error)) from error
    if min(issuer.expires, person.expires) <= now:
        raise TrustError("not-vouched", "nobody vouches for this key any more")
    return person


class Judge:
    """Remembers the nonces of one call's claims; refuses what is not from where it says."""

    def __init__(self) -> None:
        self._seen: deque[str] = deque(maxlen=REMEMBERED)
        self._newest: dict[str, int] = {}  # generation by run

    def believe(self, proof: bytes, sdp: str, expected: Expected, *, root: bytes, now: float) -> Vouched:
        """Return who made a description; TrustError with the reason when that is not sure."""
        try:
            told = msgspec.json.decode(proof, type=Proof)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise TrustError("unsigned", "no proof with it") from error
        if told.voucher is None:
            raise TrustError("not-vouched", "nobody vouches for this key")
        person = open_voucher(told.voucher, root=root, now=now)
        try:
            claim = msgspec.json.decode(verify(told.claim, context=CLAIM, public=person.public), type=Claim)
        except (SealError, msgspec.DecodeError, UnicodeDecodeError) as error:
            raise TrustError("forged", str(error)) from error
        self._check(claim, person, sdp, expected, now)
        self._seen.append(claim.nonce)
        self._newest[claim.run] = claim.generation
        return person

    def _check(self, claim: Claim, person: Vouched, sdp: str, expected: Expected, now: float) -> None:
        if (claim.subject, claim.role) != (person.subject, person.role):
            raise TrustError("forged", "signed with somebody else's key")
        if claim.call != expected.call or claim.role not in expected.roles:
            raise TrustError("other-call")
        if claim.fingerprints != fingerprints(sdp):
            raise TrustError("fingerprint", "signed for another certificate")
        if claim.nonce in self._seen:
            raise TrustError("replayed")
        mine = claim.run == expected.run and claim.generation == expected.generation
        risen = not expected.run and claim.generation > self._newest.get(claim.run, 0)
        if not (mine or risen):
            raise TrustError("old")
        if claim.answers != expected.answers:
            raise TrustError("other-call", "it answers another offer")
        if not claim.issued - EARLY_S <= now < claim.expires or claim.expires - claim.issued > LIFE_S:
            raise TrustError("expired")
