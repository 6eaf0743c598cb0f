"""One moment of the database, written to a file while the hub goes on: the whole copy is of one snapshot.

SQLite's pages by its backup interface: the reading transaction that is open on the connection keeps other
processes' commits out of the copy, which would else begin anew with each of them. PostgreSQL by pg_dump, in
the snapshot that this process exports, so that what we counted is what it writes.
"""

import contextlib
import os
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, func, select, table, text
from sqlalchemy.exc import DBAPIError

from hub.backup import programs
from hub.backup.manifest import POSTGRESQL, SQLITE, BackupError, Facts, Progress
from hub.db import Database, engines
from hub.models import Audit, Base, Meta, StoredEnvelope

PAGES: Final = 256  # of SQLite copied at once: a checkpoint may come in between


def write(db: Database, folder: Path, progress: Progress) -> tuple[str, Facts]:
    """Write the database's file into `folder`; return its name and what it said of itself, or BackupError."""
    try:
        with db.reader.connect() as connection:
            facts = ask(connection, Base.metadata.tables)
            if connection.dialect.name == "sqlite":
                _sqlite(connection, folder / SQLITE, progress)
                return SQLITE, facts
            snapshot = connection.execute(text("SELECT pg_export_snapshot()")).scalar_one()
            _postgresql(db, snapshot, folder / POSTGRESQL, progress)
            return POSTGRESQL, facts
    except DBAPIError as error:
        raise BackupError(f"The database cannot be read: {engines.reason(error)}") from error


def ask(connection: Connection, tables: Iterable[str]) -> Facts:
    """Return what a database says of itself, in the transaction that is open."""
    newest = connection.execute(select(Audit.seq, Audit.hash).order_by(Audit.seq.desc()).limit(1)).first()
    return Facts(
        epoch=connection.execute(select(Meta.value).where(Meta.name == "epoch")).scalar_one(),
        revision=connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one(),
        last_row=connection.execute(select(func.max(StoredEnvelope.row))).scalar() or 0,
        audit_rows=newest.seq if newest else 0,
        audit_hash=newest.hash.hex() if newest else "",
        counts={
            name: connection.execute(select(func.count()).select_from(table(name))).scalar_one()
            for name in sorted(tables)
        },
    )


def _sqlite(connection: Connection, target: Path, progress: Progress) -> None:
    source = connection.connection.driver_connection
    assert isinstance(source, sqlite3.Connection)
    os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    with contextlib.closing(sqlite3.connect(target, isolation_level=None)) as copy:
        try:
            source.backup(
                copy, pages=PAGES, progress=lambda _s, left, pages: progress("copy", pages - left, pages)
            )
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, whole
        except sqlite3.Error as error:
            raise BackupError(f"The database could not be copied: {error}") from error


def _postgresql(db: Database, snapshot: str, target: Path, progress: Progress) -> None:
    progress("copy", 0, 1)
    to, environment = programs.on(db.url)
    with os.fdopen(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        arguments = ["--format=custom", "--schema=public", f"--snapshot={snapshot}", "--no-password", *to]
        with programs.running("pg_dump", arguments, environment=environment, stdout=file):
            pass
    progress("copy", 1, 1)
