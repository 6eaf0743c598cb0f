"""SQLAlchemy over SQLite: WAL, FULL, foreign keys; one writing thread, several reading ones.

`Database.write` runs a function in one IMMEDIATE transaction, so that commits never fail half-way for a
lock; `Database.read` runs it in a snapshot. Both are called from the event loop and never block it.
The command line works on the same file while the server runs.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Final, TypeVar

import msgspec
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.orm import Session

T = TypeVar("T")

READERS: Final = 4
BUSY_MS: Final = 15_000  # how long a writer waits for another process


def _engine(path: Path, begin: str) -> Engine:
    engine = create_engine(
        f"sqlite:///{path}",
        hide_parameters=True,
        pool_size=READERS + 1,
        max_overflow=16,
        json_serializer=lambda content: msgspec.json.encode(content).decode(),
        json_deserializer=msgspec.json.decode,
    )

    def connected(dbapi: Any, _record: object) -> None:
        dbapi.isolation_level = None  # we say BEGIN ourselves (SQLAlchemy's recipe for pysqlite)
        for pragma in (
            "journal_mode=WAL",
            "synchronous=FULL",
            "foreign_keys=ON",
            f"busy_timeout={BUSY_MS}",
            "secure_delete=ON",
        ):
            dbapi.execute(f"PRAGMA {pragma}")

    def began(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", began)
    return engine


class Database:
    """The hub's one database."""

    def __init__(self, path: Path) -> None:
        self.writer = _engine(path, "BEGIN IMMEDIATE")
        self.reader = _engine(path, "BEGIN")
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

    def close(self) -> None:
        """Finish what runs and close every connection."""
        self._write_thread.shutdown()
        self._read_threads.shutdown()
        self.writer.dispose()
        self.reader.dispose()


def migrate(engine: Engine) -> None:
    """Bring the database to the newest form; each step and its record are one transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
