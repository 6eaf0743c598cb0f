"""The hub's identity key: it vouches, when somebody signs in, for the key their browser made.

It is apart from the key that signs what goes through the switch (live messages, receipts), so that a part of
the hub that only passes signals on has no use of it. The root key lets it vouch; a new one is made when it
ends soon or its file is gone, which costs nobody anything but a new sign-in.
"""

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract.seal import Signed
from contract.trust import ROOM, Claim, Vouched, Voucher, delegate, prove, vouch
from hub.keys import DAY_S, ed25519

FILE: Final = "identity.pem"
LIFE_S: Final = 400 * DAY_S  # of the root's word for it, given anew at each start


@dataclass(frozen=True)
class Identities:
    """Vouches for keys of persons, stations and the hub's own rooms."""

    root: bytes
    issuer: Signed
    _key: Ed25519PrivateKey

    @classmethod
    def load(cls, data: Path, root: Ed25519PrivateKey) -> "Identities":
        """Read the identity key of a data folder, made there when there is none."""
        key = ed25519(data / "keys" / FILE)
        issuer = delegate(key.public_key().public_bytes_raw(), int(time.time()) + LIFE_S, root=root)
        return cls(root.public_key().public_bytes_raw(), issuer, key)

    def vouch(self, subject: UUID, role: str, name: str, public: bytes, life_s: int) -> Voucher:
        """Say whose key this is, from now for `life_s` seconds."""
        expires = int(time.time()) + life_s
        person = Vouched(subject=subject, role=role, name=name, public=public, expires=expires)
        return vouch(person, identity=self._key, issuer=self.issuer)

    @property
    def hub(self) -> UUID:
        """The id that the hub's own rooms speak under: of its root key."""
        return UUID(bytes=hashlib.sha256(self.root).digest()[:16])

    def prove_room(self, claim: Claim, life_s: int) -> bytes:
        """Return the proof of a description that a room of the hub's own media server made."""
        public = self._key.public_key().public_bytes_raw()
        return prove(claim, self._key, self.vouch(self.hub, ROOM, "the hub's room", public, life_s))

    def told(self, voucher: Voucher) -> bytes:
        """Return a voucher as it is kept and told to a browser: JSON."""
        return msgspec.json.encode(voucher)
