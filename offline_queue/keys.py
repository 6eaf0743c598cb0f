"""Keys and identity for the command line: given as files, or throw-away ones made and kept in the store.

Throw-away keys are for trying things out: whoever has the directory can open what is in it.
"""

import os
from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID, uuid4

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
    load_pem_public_key,
)

from contract.seal import PublicKey, key_id

THROW_AWAY: Final = "throw-away-keys"
_FOREVER: Final = 1 << 40
_BOOT_ID: Final = Path("/proc/sys/kernel/random/boot_id")


class Identity(NamedTuple):
    """Who puts, and to whom it is sealed."""

    station: UUID
    signer: Ed25519PrivateKey
    hub: PublicKey


def boot_id() -> UUID:
    """Return this boot's id as the kernel has it."""
    return UUID(_BOOT_ID.read_text().strip())


def identity(
    store: Path, station: UUID | None = None, station_key: Path | None = None, hub_key: Path | None = None
) -> Identity:
    """Return the identity given, with throw-away parts for the rest; ValueError for a wrong file."""
    kept = store / THROW_AWAY
    signer = _signer(station_key) if station_key else _throw_away_signer(kept / "station-signing.pem")
    raw = (_hub(hub_key) if hub_key else _throw_away_hub(kept / "hub-sealing.pem")).public_bytes_raw()
    return Identity(
        station or _station(kept / "station-id"), signer, PublicKey(key_id(raw), raw, 0, _FOREVER)
    )


def station_public(store: Path, given: Path | None = None) -> bytes:
    """Return the raw Ed25519 key that a store's envelopes are signed with; ValueError when there is none."""
    path = given or store / THROW_AWAY / "station-signing.pem"
    if not path.is_file():
        raise ValueError(f"no key at {path}; give the station's with --station-key")
    content = path.read_bytes()
    if b"PRIVATE" in content:
        return _signer(path).public_key().public_bytes_raw()
    loaded = load_pem_public_key(content)
    if not isinstance(loaded, Ed25519PublicKey):
        raise ValueError(f"{path} is not an Ed25519 key")
    return loaded.public_bytes_raw()


def _signer(path: Path) -> Ed25519PrivateKey:
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, Ed25519PrivateKey):
        raise ValueError(f"{path} is not an Ed25519 private key")
    return key


def _throw_away_signer(path: Path) -> Ed25519PrivateKey:
    if not path.exists():
        _keep(path, _pem(Ed25519PrivateKey.generate()))
    return _signer(path)


def _throw_away_hub(path: Path) -> X25519PublicKey:
    if not path.exists():
        _keep(path, _pem(X25519PrivateKey.generate()))
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, X25519PrivateKey):
        raise ValueError(f"{path} is not an X25519 private key")
    return key.public_key()


def _hub(path: Path) -> X25519PublicKey:
    key = load_pem_public_key(path.read_bytes())
    if not isinstance(key, X25519PublicKey):
        raise ValueError(f"{path} is not an X25519 public key")
    return key


def _pem(key: Ed25519PrivateKey | X25519PrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _station(path: Path) -> UUID:
    if not path.exists():
        _keep(path, str(uuid4()).encode())
    return UUID(path.read_text().strip())


def _keep(path: Path, content: bytes) -> None:
    """Write a private file, whole or not at all."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.rename(path)
