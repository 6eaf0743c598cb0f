"""Which database the hub's tests run on: SQLite, or PostgreSQL with CAREPOST_TEST_DATABASE=postgresql."""

import atexit
import os
from functools import cache
from pathlib import Path

from postgres import Cluster

from hub.db import address

POSTGRESQL = os.environ.get("CAREPOST_TEST_DATABASE", "sqlite") == "postgresql"


@cache
def cluster() -> Cluster:
    """Return the server of these tests, started when the first one wants it and stopped at the end."""
    running = Cluster()
    atexit.register(running.__exit__, None, None, None)
    return running.__enter__()


def prepared(data: Path) -> Path:
    """Return a hub's data folder, set for a database of its own where the tests run on PostgreSQL."""
    if POSTGRESQL and not (data / address.SETTINGS).exists():
        address.remember(data, cluster().database())
    return data
