"""The keys of a call's two ends and the hub's that vouches for both: for tests that play one of them."""

import time
from base64 import b64decode
from uuid import UUID, uuid4

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract import trust


def raw(key: Ed25519PrivateKey) -> bytes:
    """Return a key's raw public half."""
    return key.public_key().public_bytes_raw()


class CallKeys:
    """A hub's root and identity key, and a station's own key."""

    def __init__(self) -> None:
        self._root, self._identity = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        self.key, self.station = Ed25519PrivateKey.generate(), uuid4()
        self.root = raw(self._root)
        self._issuer = trust.delegate(raw(self._identity), int(time.time()) + 3600, root=self._root)

    def vouch(self, subject: UUID, role: str, name: str, public: bytes) -> str:
        """Return the hub's word for a key, as it is told to a browser."""
        expires = int(time.time()) + 3600
        person = trust.Vouched(subject=subject, role=role, name=name, public=public, expires=expires)
        voucher = trust.vouch(person, identity=self._identity, issuer=self._issuer)
        return msgspec.json.encode(voucher).decode()

    def vouch_base64(self, subject: UUID, role: str, name: str, public: str) -> str:
        """`vouch`, for a key as a browser sends it."""
        return self.vouch(subject, role, name, b64decode(public))

    def of_station(self) -> str:
        """Return the hub's word for the station's key."""
        return self.vouch(self.station, trust.STATION, "Elm Street", raw(self.key))

    def offer(self, call: str, generation: int, sdp: str, *, issued: int | None = None) -> str:
        """Return the proof of a station's offer."""
        moment = int(time.time()) if issued is None else issued
        claim = trust.Claim(
            call=UUID(call),
            run="a run of the core",
            generation=generation,
            role=trust.STATION,
            subject=self.station,
            fingerprints=trust.fingerprints(sdp),
            nonce=trust.new_nonce(),
            issued=moment,
            expires=moment + trust.LIFE_S,
        )
        return trust.prove(claim, self.key).decode()

    def believe(self, answer: str, sdp: str, offer: str) -> trust.Vouched:
        """Judge a browser's answer as the station does; TrustError when it is not to be believed."""
        claim = msgspec.json.decode(msgspec.json.decode(offer, type=trust.Proof).claim.body, type=trust.Claim)
        expected = trust.Expected(
            call=claim.call,
            roles=("provider",),
            run=claim.run,
            generation=claim.generation,
            answers=claim.nonce,
        )
        return trust.Judge().believe(answer.encode(), sdp, expected, root=self.root, now=time.time())
