"""Where a station's private key is, and what protects it when the machine is switched off and taken.

A file that only its owner can read, or a credential that systemd opens for the unit that needs it
(`LoadCredentialEncrypted=station-key:…`): then it is in memory only, in the unit's own folder.
"""

import os
from pathlib import Path
from typing import Final

CREDENTIAL: Final = "station-key"
FILE: Final = "station-key.pem"  # in the state folder
SEALED: Final = "station-key.cred"  # in the state folder, for systemd to open
HOW: Final = "key-protection"  # in the state folder: one of the words below
PLAIN: Final = "file"
HOST: Final = "host"  # sealed by a key that lies on the same disk
TPM: Final = "tpm2"  # sealed by this machine's TPM
WAYS: Final = (PLAIN, HOST, TPM)
DISK: Final = "disk"
HANDED: Final = "credential"  # the disk's key is handed to the machine at its start, by what it runs in
LOCKS: Final = frozenset({TPM, DISK})  # what holds against who takes the machine
LOCKED: Final = Path("/run/carepost/disk-lock")  # what opens the data partition: "tpm2", "credential", "none"
ELSEWHERE: Final = frozenset({TPM, HANDED})  # keys that do not lie on the disk they open
BEGINS: Final = b"-----BEGIN"


def key_path(state: Path) -> Path:
    """Return where the key can be read now; the file's place when there is none at all."""
    opened = os.environ.get("CREDENTIALS_DIRECTORY")
    if opened and _is_key(path := Path(opened) / CREDENTIAL):
        return path
    return state / FILE


def _is_key(path: Path) -> bool:
    """Did systemd open a key? A unit of a station whose key is a plain file is given a word instead."""
    try:
        with path.open("rb") as file:
            return file.read(len(BEGINS)) == BEGINS
    except OSError:
        return False


def enrolled(state: Path) -> bool:
    """Is there a key, in whatever form?"""
    return (state / FILE).exists() or (state / SEALED).exists()


def protection(state: Path) -> str:
    """Say what seals the key: "file" (nothing), "host" (nothing against who takes the disk) or "tpm2"."""
    try:
        told = (state / HOW).read_text().strip()
    except OSError:
        return PLAIN
    return told if told in WAYS and (state / SEALED).exists() else PLAIN


def at_rest(state: Path) -> str:
    """Say what keeps a taken machine from being read: "disk", or what seals the key (`protection`).

    "disk": the disk itself is locked by something that is not on it; the image says so at start (`LOCKED`).
    """
    try:
        locked = LOCKED.read_text().strip() in ELSEWHERE
    except OSError:
        locked = False
    return DISK if locked else protection(state)
