"""The hub's own keys: root (Ed25519, signs key sets and profiles), sealing (X25519), signing (Ed25519).

Each is a PKCS8 PEM file of mode 0600 in DIR/keys, the first of a kind in `KIND.pem`, later ones in
`KIND-ID.pem`; `keys.json` says from when to when each is used. Losing a sealing key loses what stations still
hold for it; the folder belongs in the backup, apart from the database.

Rotation overlaps. New things are sealed to the new key at once, and every old private key is kept to open
what was sealed before, however late it comes. A new signing key is published first and used after the
overlap, when stations have heard of it; old ones stay in the set until they end. The root key is pinned by
every station when it enrols and cannot be rotated: a new one means to enrol them anew.
"""

import fcntl
import time
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
from hub.files import sync, write_private

DAY_S: Final = 86_400
MANIFEST: Final = "keys.json"
PrivateKey = Ed25519PrivateKey | X25519PrivateKey


def pem_of(key: PrivateKey) -> bytes:
    """Return a private key as PKCS8 PEM."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _load(path: Path, generate: Callable[[], PrivateKey]) -> object:
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        sync(path.parent.parent)
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


def _public(key: PrivateKey, not_before: int, days: int) -> PublicKey:
    raw = key.public_key().public_bytes_raw()
    return PublicKey(key_id(raw), raw, not_before, not_before + days * DAY_S)


def _id(key: PrivateKey) -> bytes:
    return key_id(key.public_key().public_bytes_raw())


def _there(folder: Path, kind: str) -> list[PrivateKey]:
    """Return every private key of a kind in the folder, also one put back from a backup."""
    found: list[PrivateKey] = []
    for path in (*folder.glob(f"{kind}.pem"), *sorted(folder.glob(f"{kind}-*.pem"))):
        key = load_pem_private_key(path.read_bytes(), None)
        if not isinstance(key, X25519PrivateKey if kind == "sealing" else Ed25519PrivateKey):
            raise TypeError(f"{path.name} is not a {kind} key")
        found.append(key)
    return found


@dataclass
class HubKeys:
    """All of them, and the key set stations get. `look_again` takes in what the command line changed."""

    root: Ed25519PrivateKey
    key_set: KeySet
    _folder: Path
    _sealing: dict[bytes, X25519PrivateKey]
    _signing: dict[bytes, Ed25519PrivateKey]
    _seen: object

    @classmethod
    def load(cls, data: Path, days: int) -> "HubKeys":
        """Read the keys of a data folder, making them when there are none; `days`: how long they are used.

        OSError when the root is lost: a new one would be a stranger to every station. A lost sealing key is
        not replaced either: what stations sealed to it is kept until the key is put back.
        """
        folder = data / "keys"
        if not (folder / MANIFEST).exists():
            root, first = ed25519(folder / "root.pem"), x25519(folder / "sealing.pem")
            signing = ed25519(folder / "signing.pem")
            issued = int((folder / "sealing.pem").stat().st_mtime)
            made = KeySet(1, issued, (_public(first, issued, days),), (_public(signing, issued, days),))
            write_private(folder / MANIFEST, msgspec.json.encode(made), replace=True)
        if not (folder / "root.pem").exists():
            raise OSError(f"{folder / 'root.pem'} is lost: put it back from the backup of the keys")
        root = ed25519(folder / "root.pem")
        keys = cls(root, KeySet(0, 0, (), ()), folder, {}, {}, None)
        keys.look_again()
        return keys

    def look_again(self) -> bool:
        """Read the folder again when something in it changed; say whether the key set did."""
        seen = sorted((p.name, p.stat().st_mtime_ns) for p in self._folder.iterdir() if p.suffix != ".new")
        if seen == self._seen:
            return False
        before = self.key_set.version
        self._sealing = {
            _id(k): k for k in _there(self._folder, "sealing") if isinstance(k, X25519PrivateKey)
        }
        self._signing = {
            _id(k): k for k in _there(self._folder, "signing") if isinstance(k, Ed25519PrivateKey)
        }
        self.key_set = msgspec.json.decode((self._folder / MANIFEST).read_bytes(), type=KeySet)
        self._seen = seen
        return self.key_set.version != before

    def sealing_key(self, identity: bytes) -> X25519PrivateKey | None:
        """Return the private key that something was sealed to, if this hub has it."""
        return self._sealing.get(identity)

    @property
    def signing(self) -> Ed25519PrivateKey:
        """The newest signing key that is in use by now."""
        moment = time.time()
        ours = [k for k in self.key_set.signing if k.id in self._signing]
        if not ours:
            raise OSError(f"no signing key of {MANIFEST} is in {self._folder}")
        return self._signing[([k for k in ours if k.not_before <= moment] or ours)[-1].id]

    def ending(self, within_days: float) -> list[str]:
        """Return, in words, which kind of key has no successor and ends within so many days."""
        found = []
        for kind, keys in (("sealing", self.key_set.sealing), ("signing", self.key_set.signing)):
            left = (keys[-1].not_after - time.time()) / DAY_S
            if left < within_days:
                when = f"ends in {left:.0f} days" if left >= 0 else f"ended {-left:.0f} days ago"
                found.append(f"The {kind} key {keys[-1].id.hex()} {when}. Run: python -m hub rotate-keys")
        return found

    def signed_key_set(self) -> bytes:
        """Return the key set, signed by the root key."""
        body = msgspec.msgpack.encode(self.key_set)
        return msgspec.msgpack.encode(sign(body, context=KEY_SET, private=self.root))

    def signed_profile(self, profile: Profile) -> bytes:
        """Return a profile, signed by the root key."""
        body = msgspec.msgpack.encode(profile)
        return msgspec.msgpack.encode(sign(body, context=PROFILE, private=self.root))


def rotate(data: Path, days: int, overlap_days: float) -> KeySet:
    """Make new keys of both kinds and the next key set; the new signing key is used after the overlap.

    The hub that runs notices, and tells its stations. Safe to run twice at once; FileNotFoundError when
    there is no hub.
    """
    folder = data / "keys"
    with (folder / "rotate.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        old = HubKeys.load(data, days).key_set
        moment = int(time.time())
        sealing, signing = X25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        for kind, key in (("sealing", sealing), ("signing", signing)):
            write_private(folder / f"{kind}-{_id(key).hex()}.pem", pem_of(key))
        new = KeySet(
            old.version + 1,
            max(moment, old.issued),
            (*_living(old.sealing, moment), _public(sealing, moment, days)),
            (*_living(old.signing, moment), _public(signing, moment + int(overlap_days * DAY_S), days)),
        )
        write_private(folder / MANIFEST, msgspec.json.encode(new), replace=True)
    return new


def _living(keys: tuple[PublicKey, ...], moment: int) -> list[PublicKey]:
    return [key for key in keys if key.not_after > moment]
