"""Core's part of knowing who is on the line: signs what media offers, believes no answer without a proof.

Media holds no key. Nothing of an answer reaches it before the proof was looked at, so no picture can be shown
and no word heard of somebody nobody vouches for.
"""

from collections.abc import Callable
from typing import Final, Protocol
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract import trust, wire

PROVIDER: Final = "provider"


class Known(Protocol):
    """What is known of this station (`kiosk.core.identity`)."""

    key: Ed25519PrivateKey
    root: bytes

    @property
    def station(self) -> UUID:
        """The station's id."""


class CallTrust:
    """The proofs of one call after the other; `now` gives Unix seconds of the hub's clock."""

    def __init__(self, known: Known, now: Callable[[], float]) -> None:
        self._known = known
        self._now = now
        self._run = trust.new_nonce()
        self._judge = trust.Judge()
        self._nonce = ""  # of the newest offer
        self._believed = b""

    def begin(self) -> None:
        """A new call."""
        self._judge, self._nonce, self._believed = trust.Judge(), "", b""

    def offer(self, call: UUID, generation: int, sdp: str) -> bytes:
        """Return the proof of an offer of ours; TrustError when the description has no fingerprint."""
        self._nonce, self._believed = trust.new_nonce(), b""
        issued = int(self._now())
        claim = trust.Claim(
            call=call,
            run=self._run,
            generation=generation,
            role=trust.STATION,
            subject=self._known.station,
            fingerprints=trust.fingerprints(sdp),
            nonce=self._nonce,
            issued=issued,
            expires=issued + trust.LIFE_S,
        )
        return trust.prove(claim, self._known.key)

    def answer(self, message: wire.Signal, role: str = PROVIDER) -> trust.Vouched | None:
        """Say who answered; None: this very answer was taken before. TrustError when it is not sure who."""
        if self._believed and message.signed == self._believed:
            return None
        expected = trust.Expected(
            call=message.call,
            roles=(role,),
            run=self._run,
            generation=message.generation,
            answers=self._nonce,
        )
        who = self._believe(message, expected)
        self._believed = message.signed
        return who

    def feeds(self, message: wire.Signal) -> None:
        """Believe a room's offer of what the others send; TrustError when it is not the hub's own room's."""
        self._believe(message, trust.Expected(call=message.call, roles=(trust.ROOM,)))

    def _believe(self, message: wire.Signal, expected: trust.Expected) -> trust.Vouched:
        root, now = self._known.root, self._now()
        return self._judge.believe(message.signed, message.sdp, expected, root=root, now=now)
