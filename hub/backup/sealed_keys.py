"""The hub's keys in one file, sealed by a passphrase; they are kept apart from the database's backups.

Whoever has both can read what stations send; whoever has only the database's backup cannot speak for the
hub. A file is MAGIC, salt, nonce, and the ChaCha20-Poly1305 of the key files under scrypt of the passphrase
(128 MiB, about half a second a guess).
"""

import os
from pathlib import Path
from typing import Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from hub.backup.manifest import BackupError
from hub.errors import invalid
from hub.files import write_private

MAGIC: Final = b"carepost-hub-keys/1\n"
SHORTEST: Final = 12  # characters of a passphrase
KEYS: Final = "keys"
CA: Final = "ca.crt"
_SALT: Final = 16
_NONCE: Final = 12


class KeyFile(msgspec.Struct, frozen=True):
    """A file of the data folder; a key's age is its file's (`modified`, Unix seconds)."""

    path: str
    modified: float
    content: bytes


def gather(data: Path) -> tuple[KeyFile, ...]:
    """Return a data folder's keys and its CA's certificate; BackupError when there are none."""
    paths = [p for p in sorted((data / KEYS).rglob("*")) if p.is_file()]
    if not paths or not (data / CA).is_file():
        raise BackupError(f"There are no keys in {data}.")
    return tuple(
        KeyFile(p.relative_to(data).as_posix(), p.stat().st_mtime, p.read_bytes())
        for p in (*paths, data / CA)
    )


def place(files: tuple[KeyFile, ...], data: Path) -> None:
    """Write keys into a data folder that has none; BackupError when a name leads out of it."""
    for file in files:
        path = data / file.path
        if ".." in path.parts or Path(file.path).is_absolute():
            raise BackupError("A name in the file of keys is none.")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_private(path, file.content)
        os.utime(path, (file.modified, file.modified))


def write(path: Path, files: tuple[KeyFile, ...], passphrase: str) -> None:
    """Seal keys into a new file; FileExistsError when it is there, ProblemError for a weak passphrase."""
    if len(passphrase) < SHORTEST:
        raise invalid(f"A passphrase has {SHORTEST} characters or more: better four or five words.")
    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    sealed = ChaCha20Poly1305(_key(passphrase, salt)).encrypt(nonce, msgspec.msgpack.encode(files), MAGIC)
    write_private(path, MAGIC + salt + nonce + sealed)


def read(path: Path, passphrase: str) -> tuple[KeyFile, ...]:
    """Open a file of keys; BackupError when it is none, or the passphrase is another."""
    content = path.read_bytes()
    if not content.startswith(MAGIC):
        raise BackupError(f"{path} is not a file of a hub's keys.")
    body = content.removeprefix(MAGIC)
    salt, nonce, sealed = body[:_SALT], body[_SALT : _SALT + _NONCE], body[_SALT + _NONCE :]
    try:
        plain = ChaCha20Poly1305(_key(passphrase, salt)).decrypt(nonce, sealed, MAGIC)
    except (InvalidTag, ValueError) as error:
        raise BackupError("The passphrase does not open this file, or the file is damaged.") from error
    return msgspec.msgpack.decode(plain, type=tuple[KeyFile, ...])


def _key(passphrase: str, salt: bytes) -> bytes:
    return Scrypt(salt=salt, length=32, n=1 << 17, r=8, p=1).derive(passphrase.encode())
