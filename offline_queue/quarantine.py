"""What the hub could not file, or nobody on the way takes: seen here, put back in line by a person."""

import contextlib
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from uuid import UUID

from offline_queue.database import FILE, connect, in_words
from offline_queue.model import Limits, Standing
from offline_queue.reader import Reader
from offline_queue.settling import put_back

STANDINGS: Final = (Standing.QUARANTINED, Standing.REFUSED)


def release(directory: Path, identities: Sequence[UUID] | None, limits: Limits | None = None) -> list[UUID]:
    """Put entries back in line, to be offered again; None: all of them. Return which.

    Works beside the process that holds the store: that one sees it at its next look. Raises QueueError.
    """
    limits = limits or Limits()
    Reader(directory, limits).close()  # is there one, and of our version?
    try:
        with contextlib.closing(connect(directory / FILE, limits)) as db:
            db.execute("BEGIN IMMEDIATE")
            settled = put_back(db, identities)
            db.execute("COMMIT")
    except sqlite3.Error as error:
        raise in_words(error, directory) from error
    return [change.id for change in settled.changes]
