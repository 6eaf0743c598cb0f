"""A hub made again out of a backup: verified first, whole or not at all, in a new epoch from the start.

The new epoch tells stations to offer again what they hold; without it they would go on believing that the
hub has what it had before. So it is written in the same step: in SQLite before the folder gets its name,
in PostgreSQL in the transaction that fills the tables. Nothing is deleted: what was there is set aside.
"""

import contextlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import URL, delete, func, inspect, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from hub.app import new_epoch, open_database
from hub.backup import folders, making, programs, records, sealed_keys
from hub.backup.manifest import POSTGRESQL, BackupError, Progress
from hub.backup.sealed_keys import KeyFile
from hub.config import Config
from hub.db import Database, address, engines
from hub.models import Login, SignInCode
from hub.serve import only_one

_ASIDE: Final = "set-aside"
_EPOCH: Final = "UPDATE public.meta SET value = '{}' WHERE name = 'epoch';"


@dataclass(frozen=True)
class Wanted:
    """What to restore, where to. `keys`: opened already; None: those of the hub that is replaced."""

    backup: Path
    data: Path
    keys: tuple[KeyFile, ...] | None
    database: str | None  # an address of PostgreSQL; None: as the data folder is set
    replace: bool


@dataclass(frozen=True)
class Restored:
    """What was restored, and where that which was there before is now."""

    done: making.Done
    aside: tuple[str, ...]


def restore(wanted: Wanted, progress: Progress) -> Restored:
    """Make a hub out of a backup; BackupError, with everything as it was, when it cannot be."""
    done = making.verify(wanted.backup, progress)
    data = wanted.data
    occupied = data.is_dir() and any(data.iterdir())
    if occupied and not wanted.replace:
        raise BackupError(f"{data} is not empty. With --replace it is set aside, and kept.")
    keys = wanted.keys if wanted.keys is not None else sealed_keys.gather(data)
    with _nobody_serves(data):
        url = _database(wanted, done)
        aside = data.with_name(f"{data.name}.{_ASIDE}-{done.path.name}-{uuid4().hex[:6]}")
        with _in_place_of(data, aside if occupied else None), folders.appearing(data) as part:
            sealed_keys.place(keys, part)
            if making.hub_of(part) != done.manifest.hub:
                raise BackupError("These keys are another hub's than this backup.")
            moved = _fill(done, part, url, replace=wanted.replace)
    return Restored(done, (*((str(aside),) if occupied else ()), *moved))


def _database(wanted: Wanted, done: making.Done) -> URL:
    """Return where the database goes; BackupError when that is another kind than the backup's."""
    url = address.postgresql(wanted.database) if wanted.database else address.find(wanted.data)
    if os.environ.get(address.VARIABLE) and url != address.find(wanted.data):
        raise BackupError(f"{address.VARIABLE} names another database than --database.")
    kind = "postgresql" if done.manifest.database == POSTGRESQL else "sqlite"
    if url.get_backend_name() != kind:
        raise BackupError(
            f"This backup is of a hub on {kind}, and {wanted.data} is to be on {url.get_backend_name()}. "
            "Say with --database postgresql://… where the tables go, or leave that setting out."
        )
    return url


@contextlib.contextmanager
def _nobody_serves(data: Path) -> Iterator[None]:
    if data.is_dir():
        with only_one(data):
            yield
    else:
        yield


@contextlib.contextmanager
def _in_place_of(data: Path, aside: Path | None) -> Iterator[None]:
    """Set the old folder aside while inside, for good when all goes well; an empty one goes."""
    if aside is not None:
        data.rename(aside)
    elif data.is_dir():
        (data / "serve.lock").unlink(missing_ok=True)
        data.rmdir()
    try:
        yield
    except BaseException:
        if aside is not None:
            aside.rename(data)
        raise


def _fill(done: making.Done, part: Path, url: URL, *, replace: bool) -> tuple[str, ...]:
    """Fill the new folder's database, in a new epoch; return where in PostgreSQL the old tables are now."""
    moved: tuple[str, ...] = ()
    if done.manifest.database == POSTGRESQL:
        moved = _fill_postgresql(done, url, replace=replace)
        address.write(part, url)
    else:
        shutil.copyfile(done.path / done.manifest.database, part / address.NAME)
        (part / address.NAME).chmod(0o600)
    with contextlib.closing(open_database(Config(part))) as db:
        db.write_now(lambda session: _begin(session, done))
    return moved


def _begin(session: Session, done: making.Done) -> None:
    new_epoch(session)
    session.execute(delete(Login))  # whoever signed in then signs in again, with what holds now
    session.execute(delete(SignInCode))
    records.restored(session, done.manifest, done.path.name, str(done.path.parent))


def _fill_postgresql(done: making.Done, url: URL, *, replace: bool) -> tuple[str, ...]:
    prepare, moved = _room(url, done, replace=replace)
    to, environment = programs.on(url)
    arguments = ["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--no-password", *to]
    dump = ["--schema=public", "--no-owner", "--no-privileges", "--file=-"]
    dump.append(str(done.path / done.manifest.database))
    with programs.running("psql", arguments, environment=environment, stdin=subprocess.PIPE) as psql:
        assert psql.stdin is not None
        with contextlib.suppress(BrokenPipeError):  # psql has stopped, and says why
            psql.stdin.write(f"BEGIN;\n{prepare}".encode())
            with programs.running("pg_restore", dump, stdout=subprocess.PIPE) as source:
                assert source.stdout is not None
                shutil.copyfileobj(source.stdout, psql.stdin)
            # our own COMMIT: were this process killed, psql would take the end of its input for the end
            psql.stdin.write(f"\n{_EPOCH.format(uuid4())}\nCOMMIT;\n".encode())
            psql.stdin.flush()
    return moved


def _room(url: URL, done: making.Done, *, replace: bool) -> tuple[str, tuple[str, ...]]:
    """Return the SQL that makes room for the tables, and the name of the schema where old ones then are."""
    with contextlib.closing(Database(url)) as db:
        try:
            with db.reader.connect() as connection:
                occupied = bool(inspect(connection).get_table_names(schema="public"))
                served = not connection.execute(select(func.pg_try_advisory_lock(engines.SERVING))).scalar()
        except DBAPIError as error:
            words = f"The database {address.shown(url)} cannot be used: {engines.reason(error)}"
            raise BackupError(words) from error
    if served:
        raise BackupError(f"A hub serves the database {address.shown(url)}. Stop it first.")
    if not occupied:
        return "", ()
    if not replace:
        raise BackupError(f"The database {address.shown(url)} has tables. With --replace they are set aside.")
    name = f"set_aside_{uuid4().hex[:12]}"
    return f"ALTER SCHEMA public RENAME TO {name}; CREATE SCHEMA public;\n", (
        f"schema {name} of the database",
    )
