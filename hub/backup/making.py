"""A backup: one snapshot of the database, and a manifest; read back before it counts.

Large things are in the database as well, by the chunk, so that this is the whole record.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from hub.backup import contents, folders, manifest, records, sealed_keys, snapshot
from hub.backup.manifest import BackupError, Manifest, Progress
from hub.db import Database, engines
from hub.times import now, rfc3339


@dataclass(frozen=True)
class Done:
    """A backup that was made and verified, and what its verification found of the audit's chain."""

    path: Path
    manifest: Manifest
    broken: int | None


def hub_of(data: Path) -> str:
    """Return which hub a data folder is of: the hash of its CA's certificate."""
    try:
        return hashlib.sha256((data / "ca.crt").read_bytes()).hexdigest()
    except FileNotFoundError as error:
        raise BackupError(f"There is no hub in {data}: it has no ca.crt.") from error


def sealing_keys(data: Path) -> tuple[str, ...]:
    """Return the names of the keys that open what stations sealed to this hub."""
    return tuple(sorted(path.name for path in (data / sealed_keys.KEYS).glob("sealing*.pem")))


def make(db: Database, data: Path, to: Path, keep: int | None, progress: Progress) -> Done:
    """Back a hub up into a new folder in `to`, verify it, note it in the database; BackupError when it fails.

    `keep`: how many of this hub's backups stay there, this one included; None: all.
    """
    hub = hub_of(data)
    with folders.place(to):
        moment = now()
        target = folders.new_name(to, datetime.fromtimestamp(moment, UTC))
        with folders.appearing(target) as part:
            name, facts = snapshot.write(db, part, progress)
            files = (manifest.describe(part, part / name),)
            made = Manifest(manifest.VERSION, hub, rfc3339(moment), name, facts, files, sealing_keys(data))
            manifest.write(part, made)
            broken = _verified(part, made, progress)
        try:
            db.write_now(lambda s: records.note(s, made, target.name, str(to)))
        except DBAPIError as error:
            words = f"{target} is whole, but could not be noted in the database: {engines.reason(error)}"
            raise BackupError(words) from error
        if keep is not None:
            folders.keep_newest(target, made, keep)
    return Done(target, made, broken)


def verify(folder: Path, progress: Progress) -> Done:
    """Read a backup whole; BackupError when it is not what its manifest says, or cannot be read."""
    made = manifest.read(folder)
    return Done(folder, made, _verified(folder, made, progress))


def _verified(folder: Path, made: Manifest, progress: Progress) -> int | None:
    manifest.check_files(folder, made, progress)
    progress("read", 0, 1)
    found = contents.read(folder / made.database, made.facts.counts)
    progress("read", 1, 1)
    if found.facts != made.facts:
        named = [n for n in made.facts.__struct_fields__ if getattr(made.facts, n) != getattr(found.facts, n)]
        raise BackupError(f"The copy in {folder} differs from the database ({', '.join(named)}).")
    return found.broken


def bar(write: Callable[[str], object]) -> Progress:
    """Return what shows progress as a bar on one line of a terminal."""

    def show(what: str, done: int, whole: int) -> None:
        part = done / whole if whole else 1.0
        write(f"\r{what:8} [{'#' * round(part * 30):30}] {part:4.0%}{chr(10) if part >= 1 else ''}")

    return show
