"""SQLAlchemy over SQLite or PostgreSQL; one writing thread, several reading ones.

- `address` where the database is; `engines` what differs between the two; `columns` types that do not.

`Database.write` runs a function in one writing transaction at a time, so that commits never fail half-way
for a lock; `Database.read` runs it in a snapshot. Both are called from the event loop and never block it.
The command line works on the same database while the server runs.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final, TypeVar

from sqlalchemy import URL, Connection, Engine
from sqlalchemy.orm import Session

from hub.db import engines
from hub.db.engines import READERS

T = TypeVar("T")
_MIGRATIONS: Final = Path(__file__).parent.parent / "migrations"


class Database:
    """The hub's one database."""

    def __init__(self, url: URL) -> None:
        self.url = url
        self.writer = engines.make(url, writes=True)
        self.reader = engines.make(url, writes=False)
        self._claim: Connection | None = None
        self._write_thread = ThreadPoolExecutor(1, thread_name_prefix="db-write")
        self._read_threads = ThreadPoolExecutor(READERS, thread_name_prefix="db-read")

    def write_now(self, work: Callable[[Session], T]) -> T:
        """Run `work` in one transaction in this thread; it is durable when this returns."""
        with Session(self.writer, expire_on_commit=False) as session, session.begin():
            return work(session)

    def read_now(self, work: Callable[[Session], T]) -> T:
        """Run `work` on a snapshot in this thread; what it changes is not kept."""
        with Session(self.reader, expire_on_commit=False, autoflush=False) as session:
            return work(session)

    async def write(self, work: Callable[[Session], T]) -> T:
        """`write_now` in the writing thread."""
        return await asyncio.get_running_loop().run_in_executor(self._write_thread, self.write_now, work)

    async def read(self, work: Callable[[Session], T]) -> T:
        """`read_now` in a reading thread."""
        return await asyncio.get_running_loop().run_in_executor(self._read_threads, self.read_now, work)

    async def aside(self, work: Callable[[], T]) -> T:
        """Run slow work without the database (a password's hash, many signatures) in a reading thread."""
        return await asyncio.get_running_loop().run_in_executor(self._read_threads, work)

    def claim(self) -> bool:
        """Make this process the one that serves the database; False when another one does.

        SQLite's file is held by the lock of its data folder; two data folders may name one PostgreSQL.
        """
        if self.url.get_backend_name() == "sqlite":
            return True
        self._claim = self.reader.connect().execution_options(isolation_level="AUTOCOMMIT")
        return engines.claimed(self._claim)

    def close(self) -> None:
        """Finish what runs and close every connection."""
        if self._claim is not None:
            self._claim.close()
        self._write_thread.shutdown()
        self._read_threads.shutdown()
        self.writer.dispose()
        self.reader.dispose()


def knows(revision: str) -> bool:
    """Say whether a form of the database is one of ours, not one of a later Carepost's."""
    from alembic.script import ScriptDirectory

    return any(step.revision == revision for step in ScriptDirectory(str(_MIGRATIONS)).walk_revisions())


def migrate(engine: Engine) -> None:
    """Bring the database to the newest form; all steps and their record are one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
