"""Puts a plan on this machine: shows first, keeps what was there, takes it away again.

What was there before a file or link of ours is kept in the record's folder under the same path, so that
`undo` leaves the machine as it was found. Installing again over an installation keeps the first record.
"""

import difflib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import msgspec

from provisioning.lockdown.plan import File, Plan

RECORD: Final = Path("var/lib/carepost-installed")
FORMER: Final = "former"


class Record(msgspec.Struct):
    """What an installation wrote: paths below the root; `replaced`: those that were there before."""

    wrote: list[str] = []
    replaced: list[str] = []


def changes(plan: Plan, root: Path) -> Iterator[str]:
    """Say what an installation would change, a line or a difference each."""
    for path, file in plan.files.items():
        target = root / path
        if not target.exists():
            yield f"new   /{path} ({file.mode:o}, {len(file.content)} bytes)"
        elif target.read_bytes() != file.content:
            yield f"other /{path}"
            yield from _difference(target.read_text(errors="replace"), file.content.decode(), path)
        elif target.stat().st_mode & 0o777 != file.mode:
            yield f"mode  /{path}: {file.mode:o}"
    for path, to in plan.links.items():
        if not _is_link(root / path, to):
            yield f"link  /{path} -> {to}"


def install(plan: Plan, root: Path) -> int:
    """Write what differs; returns how many files and links that were."""
    record = _record(root)
    wrote = 0
    for path, file in plan.files.items():
        target = root / path
        same = target.is_file() and not target.is_symlink() and target.read_bytes() == file.content
        if same and target.stat().st_mode & 0o777 == file.mode:
            continue
        _keep(root, path, record)
        _write(target, file)
        wrote += 1
    for path, to in plan.links.items():
        if _is_link(root / path, to):
            continue
        _keep(root, path, record)
        target = root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.symlink_to(to)
        wrote += 1
    _tell(root, record)
    return wrote


def undo(root: Path) -> int:
    """Take away what was installed and put back what was there; returns how many files and links."""
    record = _record(root)
    for path in reversed(record.wrote):
        (root / path).unlink(missing_ok=True)
        if path in record.replaced:
            shutil.copy2(root / RECORD / FORMER / path, root / path, follow_symlinks=False)
        else:
            _remove_empty(root, (root / path).parent)
    shutil.rmtree(root / RECORD, ignore_errors=True)
    return len(record.wrote)


def _keep(root: Path, path: str, record: Record) -> None:
    """Note a path before it is written for the first time; keep what was there."""
    if path in record.wrote:
        return
    target = root / path
    if target.exists() or target.is_symlink():
        former = root / RECORD / FORMER / path
        former.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(target, former, follow_symlinks=False)
        record.replaced.append(path)
    record.wrote.append(path)
    _tell(root, record)  # before the write: what is half done can be undone


def _write(target: Path, file: File) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    draft = target.with_name(f".{target.name}.new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, file.mode)
    with os.fdopen(descriptor, "wb") as out:
        os.fchmod(out.fileno(), file.mode)
        out.write(file.content)
    draft.replace(target)


def _record(root: Path) -> Record:
    try:
        return msgspec.json.decode((root / RECORD / "record.json").read_bytes(), type=Record)
    except FileNotFoundError:
        return Record()


def _tell(root: Path, record: Record) -> None:
    _write(root / RECORD / "record.json", File(msgspec.json.format(msgspec.json.encode(record)), 0o600))


def _is_link(path: Path, to: str) -> bool:
    return path.is_symlink() and str(path.readlink()) == to


def _remove_empty(root: Path, folder: Path) -> None:
    """Remove folders that are left empty; those that Debian made stay, they are not."""
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _difference(before: str, after: str, path: str) -> Iterator[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), "now", "then", lineterm="", n=1)
    yield from (f"      {line}" for line in lines)
