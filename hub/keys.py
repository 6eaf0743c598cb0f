"""The hub's own keys: root (Ed25519, signs key sets and profiles), sealing (X25519), signing (Ed25519).

Each is a PKCS8 PEM file of mode 0600 in DIR/keys. Losing the sealing key loses what stations still hold;
it belongs in the backup, apart from the database.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from contract.profile import PROFILE, Profile
from contract.seal import KEY_SET, KeySet, PublicKey, key_id, sign

DAY_S: Final = 86_400
PrivateKey = Ed25519PrivateKey | X25519PrivateKey


def write_private(path: Path, content: bytes) -> None:
    """Write a new file only its owner can read, durably; FileExistsError when it is there."""
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def pem_of(key: PrivateKey) -> bytes:
    """Return a private key as PKCS8 PEM."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _load(path: Path, generate: Callable[[], PrivateKey]) -> object:
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(path, pem_of(generate()))
    return load_pem_private_key(path.read_bytes(), None)


def ed25519(path: Path) -> Ed25519PrivateKey:
    """Return the signing key in `path`, made there when there is none; TypeError when it is another kind."""
    key = _load(path, Ed25519PrivateKey.generate)
    if not isinstance(key, Ed25519PrivateKey):
        raise TypeError(f"{path.name} is not an Ed25519 key")
    return key


def x25519(path: Path) -> X25519PrivateKey:
    """Return the sealing key in `path`, made there when there is none; TypeError when it is another kind."""
    key = _load(path, X25519PrivateKey.generate)
    if not isinstance(key, X25519PrivateKey):
        raise TypeError(f"{path.name} is not an X25519 key")
    return key


def _public(key: PrivateKey, issued: int, days: int) -> PublicKey:
    raw = key.public_key().public_bytes_raw()
    return PublicKey(key_id(raw), raw, issued, issued + days * DAY_S)


@dataclass(frozen=True)
class HubKeys:
    """All of them, and the key set stations get."""

    root: Ed25519PrivateKey
    sealing: X25519PrivateKey
    signing: Ed25519PrivateKey
    key_set: KeySet

    @classmethod
    def load(cls, data: Path, days: int) -> "HubKeys":
        """Read the keys of a data folder, making what is missing."""
        folder = data / "keys"
        root = ed25519(folder / "root.pem")
        sealing = x25519(folder / "sealing.pem")
        signing = ed25519(folder / "signing.pem")
        issued = int((folder / "sealing.pem").stat().st_mtime)
        keys = KeySet(1, issued, (_public(sealing, issued, days),), (_public(signing, issued, days),))
        return cls(root, sealing, signing, keys)

    def signed_key_set(self) -> bytes:
        """Return the key set, signed by the root key."""
        body = msgspec.msgpack.encode(self.key_set)
        return msgspec.msgpack.encode(sign(body, context=KEY_SET, private=self.root))

    def signed_profile(self, profile: Profile) -> bytes:
        """Return a profile, signed by the root key."""
        body = msgspec.msgpack.encode(profile)
        return msgspec.msgpack.encode(sign(body, context=PROFILE, private=self.root))
