"""A backup's folder appears whole, on the disk, or not at all; the oldest go when there are enough."""

import contextlib
import fcntl
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from hub.backup import manifest
from hub.backup.manifest import BackupError, Manifest
from hub.files import sync

PREFIX: Final = "carepost-"
_PART: Final = ".part-"
_GONE: Final = ".gone-"


@contextlib.contextmanager
def place(to: Path) -> Iterator[Path]:
    """Hold a folder of backups alone while inside; what an interrupted backup left there is removed."""
    to.mkdir(mode=0o700, parents=True, exist_ok=True)
    with (to / ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BackupError(f"Another backup is being written to {to}.") from error
        for left in (*to.glob(f"{_PART}{PREFIX}*"), *to.glob(f"{_GONE}{PREFIX}*")):
            shutil.rmtree(left)
        yield to


@contextlib.contextmanager
def appearing(target: Path) -> Iterator[Path]:
    """Yield a folder to fill; it takes the name `target`, synced, when all went well, else it is removed."""
    part = target.with_name(f"{_PART}{target.name}")
    part.mkdir(mode=0o700)
    try:
        yield part
        sync_tree(part)
        part.rename(target)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    sync(target.parent)


def new_name(to: Path, moment: datetime) -> Path:
    """Return the name of a backup of this moment that is not taken."""
    stem = PREFIX + moment.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
    return next(
        path for n in range(1, 1000) if not (path := to / (stem if n == 1 else f"{stem}-{n}")).exists()
    )


def held_by(newest: Path, made: Manifest) -> list[Path]:
    """Return the backups beside this one that it holds all of, oldest first.

    Told by what is in them: a clock that was wrong puts names out of order, and what was made before a
    restore (in another epoch) may hold what was lost by it.
    """
    found = []
    for path in newest.parent.glob(f"{PREFIX}*"):
        with contextlib.suppress(BackupError):
            other = manifest.read(path)
            ours = other.hub == made.hub and other.facts.epoch == made.facts.epoch
            less = other.facts.audit_rows <= made.facts.audit_rows
            if path != newest and ours and less and other.facts.last_row <= made.facts.last_row:
                found.append((other.facts.audit_rows, path))
    return [path for _, path in sorted(found)]


def keep_newest(newest: Path, made: Manifest, count: int) -> list[Path]:
    """Remove all but this and the newest of those that it holds all of, `count` in all; return what went."""
    held = held_by(newest, made)
    gone = held[: max(0, len(held) - (count - 1))]
    for path in gone:
        doomed = path.with_name(f"{_GONE}{path.name}")
        path.rename(doomed)  # half a backup must not look like one
        shutil.rmtree(doomed)
    return gone


def sync_tree(folder: Path) -> None:
    """Have every file and folder below, and the folder, on the disk."""
    for path in folder.rglob("*"):
        sync(path)
    sync(folder)
