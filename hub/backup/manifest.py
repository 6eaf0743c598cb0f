"""What a backup holds. A folder without a manifest that can be read is no backup."""

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from hub.errors import ProblemError

NAME: Final = "manifest.json"
VERSION: Final = 1
SQLITE: Final = "hub.sqlite3"
POSTGRESQL: Final = "hub.pgdump"
_CHUNK: Final = 1 << 20

Progress = Callable[[str, int, int], None]  # what is done, how much of it, of how much


class BackupError(ProblemError):
    """A backup that cannot be made, or is not what it says; in words."""

    def __init__(self, message: str) -> None:
        super().__init__(422, "backup", message)


class Facts(msgspec.Struct, frozen=True):
    """What the database said of itself at the moment of the backup."""

    epoch: str
    revision: str  # of the schema
    last_row: int  # every envelope up to this row is in it; 0: none
    audit_rows: int
    audit_hash: str  # of the newest row, hex
    counts: dict[str, int]  # rows by table


class File(msgspec.Struct, frozen=True):
    """One file of a backup. `path` is relative to its folder; `size` in bytes."""

    path: str
    size: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True):
    """All of it. `hub` is the SHA-256 of the station CA's certificate: which hub this was.

    `keys` names the files of the sealing keys it had then (they are backed up apart, and may be older).
    """

    version: int
    hub: str
    made_at: str  # RFC 3339
    database: str  # the name of the database's file: SQLITE or POSTGRESQL
    facts: Facts
    files: tuple[File, ...]
    keys: tuple[str, ...] = ()


def describe(folder: Path, path: Path) -> File:
    """Return what a manifest says of a file."""
    return File(path.relative_to(folder).as_posix(), path.stat().st_size, sha256(path))


def sha256(path: Path) -> str:
    """Return a file's hash, read in pieces."""
    hashed = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_CHUNK):
            hashed.update(piece)
    return hashed.hexdigest()


def write(folder: Path, manifest: Manifest) -> None:
    """Write the manifest, last of all."""
    (folder / NAME).write_bytes(msgspec.json.format(msgspec.json.encode(manifest), indent=2) + b"\n")


def read(folder: Path) -> Manifest:
    """Read a backup's manifest; BackupError when there is none that is known here."""
    try:
        manifest = msgspec.json.decode((folder / NAME).read_bytes(), type=Manifest)
    except FileNotFoundError as error:
        raise BackupError(f"{folder} is not a backup: it has no {NAME}.") from error
    except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
        raise BackupError(f"The manifest of {folder} cannot be read: {error}") from error
    if manifest.version != VERSION or manifest.database not in {SQLITE, POSTGRESQL}:
        raise BackupError(f"The backup {folder} is of a kind this hub does not know.")
    return manifest


def check_files(folder: Path, manifest: Manifest, progress: Progress) -> None:
    """Compare every file with the manifest; BackupError for one missing, changed or too many."""
    named = {file.path for file in manifest.files}
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()} - {NAME}
    for what, names in (("misses", named - there), ("has, and should not,", there - named)):
        if names:
            raise BackupError(f"The backup {folder} {what} {sorted(names)[0]} ({len(names)} in all).")
    for number, file in enumerate(manifest.files, 1):
        path = folder / file.path
        if path.stat().st_size != file.size or sha256(path) != file.sha256:
            raise BackupError(f"{path} is not what was backed up: its hash is another.")
        progress("compare", number, len(manifest.files))
