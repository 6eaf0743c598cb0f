"""Key files: NAME.key holds the private half, encrypted by a passphrase; NAME.pub what everybody may see."""

import json
import os
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    KeySerializationEncryption,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from securesystemslib.signer import CryptoSigner, Key, SSlibKey

SHOWN: Final = 16  # letters of a key's id that people compare


class ReleaseError(Exception):
    """What was asked for can't be done; the message says why and what to do."""


def make(name: str, folder: Path, passphrase: bytes | None) -> Key:
    """Make a key and write both its files; ReleaseError when there is one of the name."""
    signer = CryptoSigner.generate_ed25519()
    private = load_pem_private_key(signer.private_bytes, None)
    protection: KeySerializationEncryption = (
        BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
    )
    pem = private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, protection)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(folder / f"{name}.key", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(pem)
        with (folder / f"{name}.pub").open("x") as text:
            json.dump({"keyid": signer.public_key.keyid, **signer.public_key.to_dict()}, text, indent=1)
    except FileExistsError as error:
        raise ReleaseError(f"{error.filename} is there already. A key is never written over.") from error
    return signer.public_key


def public(path: Path) -> Key:
    """Read a NAME.pub; ReleaseError when it is none."""
    try:
        told = json.loads(path.read_text())
        return SSlibKey.from_dict(told.pop("keyid"), told)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReleaseError(f"{path} is no public key: {error}") from error


def signer(path: Path, passphrase: bytes | None) -> CryptoSigner:
    """Read a NAME.key; ReleaseError when it is none, or the passphrase is wrong."""
    try:
        private = load_pem_private_key(path.read_bytes(), passphrase)
    except (OSError, ValueError, TypeError) as error:
        raise ReleaseError(f"{path} can't be opened: {error}") from error
    if not isinstance(private, Ed25519PrivateKey):
        raise ReleaseError(f"{path} is a key of another kind")
    return CryptoSigner(private)


def is_encrypted(path: Path) -> bool:
    """Does a NAME.key want a passphrase?"""
    try:
        return b"BEGIN ENCRYPTED" in path.read_bytes()
    except OSError as error:
        raise ReleaseError(f"{path} can't be read: {error.strerror}") from error
