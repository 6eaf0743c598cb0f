"""Files that must be whole, private and on the disk before anybody relies on them."""

import errno
import os
from pathlib import Path


def write_private(path: Path, content: bytes, *, replace: bool = False) -> None:
    """Write a file only its owner can read; it has its name only once it is whole and durable.

    FileExistsError when it is there, unless it may be replaced.
    """
    draft = path.with_name(f"{path.name}.new")
    draft.unlink(missing_ok=True)
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            draft.replace(path)
        else:
            _name(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    sync(path.parent)


def _name(draft: Path, path: Path) -> None:
    """Give a file its name; FileExistsError when that is taken."""
    try:
        path.hardlink_to(draft)
    except OSError as error:
        if error.errno not in {errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK}:
            raise
        if path.exists():  # a stick's file system knows one name a file
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path)) from error
        draft.rename(path)


def sync(path: Path) -> None:
    """Have one file, or the names in one folder, on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
