"""Keepers of the station's private key: a file, or a credential sealed by systemd, best by a TPM.

Sealed, the key is nowhere on the disk in the clear; systemd opens it for core's unit
(`LoadCredentialEncrypted=station-key:STATE/station-key.cred`).
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final, Protocol

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from contract import keyfile
from provisioning.errors import ProvisioningError

TOOL: Final = "systemd-creds"
PATIENCE_S: Final = 60.0  # a TPM takes its time


class KeyKeeper(Protocol):
    """Keeps one private key for a state folder."""

    def check(self) -> None:
        """ProvisioningError when this machine can't keep a key so; asked before a code is used up."""

    def keep(self, state: Path, key: Ed25519PrivateKey) -> None:
        """Keep it durably, whole or not at all; ProvisioningError or OSError when that fails."""

    def load(self, state: Path) -> Ed25519PrivateKey:
        """Return it; ProvisioningError when it can't be read here."""


def write(path: Path, content: bytes) -> None:
    """Write a file only its owner can read, whole or not at all."""
    draft = path.with_name(f".{path.name}.new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)


def pem(key: Ed25519PrivateKey) -> bytes:
    """Return a key as PKCS8 PEM."""
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def read(content: bytes) -> Ed25519PrivateKey:
    """Return the key in a PEM; ProvisioningError when it is none of ours."""
    try:
        key = load_pem_private_key(content, None)
    except (ValueError, TypeError) as error:
        raise ProvisioningError(f"The station's key cannot be read: {error}.") from error
    if not isinstance(key, Ed25519PrivateKey):
        raise ProvisioningError("The station's key is not an Ed25519 key.")
    return key


class FileKeys:
    """A file of mode 0600: who takes the disk can read it, unless the disk itself is locked."""

    def check(self) -> None:
        """A file can be kept everywhere."""

    def keep(self, state: Path, key: Ed25519PrivateKey) -> None:
        """Write the file."""
        write(state / keyfile.FILE, pem(key))

    def load(self, state: Path) -> Ed25519PrivateKey:
        """Read the file, or what systemd opened for us."""
        try:
            return read(keyfile.key_path(state).read_bytes())
        except OSError as error:
            raise ProvisioningError(f"The station's key cannot be read: {error}.") from error


class CredentialKeys:
    """A credential of systemd's. `way`: "tpm2" (this machine alone opens it) or "host" (its disk does)."""

    def __init__(self, way: str) -> None:
        if way not in {keyfile.HOST, keyfile.TPM}:
            raise ValueError(f"{way} seals nothing")
        self.way = way

    def check(self) -> None:
        """Is systemd's tool there, and the TPM if it is wanted?"""
        if shutil.which(TOOL) is None:
            raise ProvisioningError("This machine has no systemd-creds: keep the key in a file.")
        if self.way == keyfile.TPM and not has_tpm():
            raise ProvisioningError("This machine has no TPM that systemd can use.")

    def keep(self, state: Path, key: Ed25519PrivateKey) -> None:
        """Seal it and write the sealed form; nothing else of it touches the disk."""
        sealed = _run("encrypt", f"--name={keyfile.CREDENTIAL}", f"--with-key={self.way}", given=pem(key))
        write(state / keyfile.HOW, self.way.encode())
        write(state / keyfile.SEALED, sealed)

    def load(self, state: Path) -> Ed25519PrivateKey:
        """Open it; needs root."""
        try:
            sealed = (state / keyfile.SEALED).read_bytes()
        except OSError as error:
            raise ProvisioningError(f"The station's key cannot be read: {error}.") from error
        return read(_run("decrypt", f"--name={keyfile.CREDENTIAL}", given=sealed))


def _run(verb: str, *options: str, given: bytes) -> bytes:
    try:
        done = subprocess.run(
            [TOOL, verb, *options, "-", "-"],
            input=given,
            capture_output=True,
            timeout=PATIENCE_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise ProvisioningError(f"systemd-creds does not work here ({type(error).__name__}).") from error
    if done.returncode:
        raise ProvisioningError(f"systemd-creds refuses: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def has_tpm() -> bool:
    """Does systemd find a TPM that it can seal to?"""
    try:
        done = subprocess.run(
            [TOOL, "has-tpm2", "--quiet"], capture_output=True, timeout=PATIENCE_S, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def keeper(way: str) -> KeyKeeper:
    """Return the keeper of a way ("file", "host", "tpm2", or "auto": the TPM, else a file)."""
    if way == "auto":
        way = keyfile.TPM if has_tpm() else keyfile.PLAIN
    return FileKeys() if way == keyfile.PLAIN else CredentialKeys(way)


def keeper_of(state: Path) -> KeyKeeper:
    """Return the keeper of a folder's key as it is now."""
    opened = keyfile.key_path(state).exists()
    return FileKeys() if opened else CredentialKeys(keyfile.protection(state).replace("file", "host"))
