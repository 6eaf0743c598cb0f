"""A little room kept back, to open a store, and to save alerts, on a disk that others have filled.

SQLite needs some tens of KiB beside a database to open it at all. A station that cannot open its store can
neither say what is wrong nor save an alert: so a file of nothing is kept, and given up when it comes to that.
"""

import contextlib
import os
from pathlib import Path
from typing import Final

FILE: Final = "queue.ballast"
SIZE: Final = 512 << 10  # bytes: the log's index, a log, and some alerts
_PLENTY: Final = 16 << 20  # bytes that must be free for it to be laid (again)


def lay(directory: Path, room: int) -> None:
    """Keep the room back, when there is plenty (`room`: bytes free) and it is not kept yet."""
    path = directory / FILE
    if room < _PLENTY or path.exists():
        return
    with contextlib.suppress(OSError):  # without it we are as well off as anybody
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            os.posix_fallocate(descriptor, 0, SIZE)
        finally:
            os.close(descriptor)


def give_up(directory: Path) -> bool:
    """Give the room back to the disk; False when none was kept."""
    try:
        (directory / FILE).unlink()
    except OSError:
        return False
    return True
