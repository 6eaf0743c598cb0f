"""A hub made again out of a backup: verified first, whole or not at all, in a new epoch from the start.

The new epoch tells stations to offer again what they hold; without it they would go on believing that the
hub has what it had before. So it is written in the same step: in SQLite before the folder gets its name,
in PostgreSQL in the transaction that fills the tables. Nothing is deleted: what was there is set aside, the
old folder only when the new one is whole, so that a restore that is killed can be begun anew.
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

from sqlalchemy import URL, delete, inspect
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from hub.app import new_epoch, open_database
from hub.backup import folders, making, programs, records, sealed_keys
from hub.backup.manifest import POSTGRESQL, BackupError, Progress
from hub.backup.sealed_keys import KeyFile
from hub.config import Config
from hub.db import Database, address, engines, knows
from hub.files import sync
from hub.models import Login, SignInCode
from hub.serve import LOCK, only_one

_ASIDE: Final = "set-aside"
_PART: Final = ".restoring-"
# what `_begin` does, in the transaction that fills the tables, lest nobody comes to do it
_BEGIN: Final = """
UPDATE public.meta SET value = '{}' WHERE name = 'epoch';
DELETE FROM public.login;
DELETE FROM public.sign_in_code;
COMMIT;
"""


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
    """What was restored, and where that which was there before is now.

    `missing`: sealing keys that the hub had and that were not among the keys. `left`: files of the old folder
    that are in no backup (tokens of records that are forwarded to, secrets of a relay).
    """

    done: making.Done
    aside: tuple[str, ...]
    missing: tuple[str, ...]
    left: tuple[str, ...]


def restore(wanted: Wanted, progress: Progress) -> Restored:
    """Make a hub out of a backup; BackupError, with everything as it was, when it cannot be."""
    done = making.verify(wanted.backup, progress)
    if not knows(done.manifest.facts.revision):
        raise BackupError("This backup is of a later Carepost: install that one, then restore.")
    data = wanted.data
    occupied = data.is_dir() and any(path.name != LOCK for path in data.iterdir())
    if occupied and not wanted.replace:
        raise BackupError(f"{data} is not empty. With --replace it is set aside, and kept.")
    if data.is_mount():
        raise BackupError(f"{data} is where a disk is mounted, and cannot be set aside: name a folder in it.")
    keys = wanted.keys if wanted.keys is not None else sealed_keys.gather(data)
    aside = data.with_name(f"{data.name}.{_ASIDE}-{done.path.name}-{uuid4().hex[:6]}") if occupied else None
    with _nobody_serves(data), contextlib.ExitStack() as held, contextlib.ExitStack() as undone:
        url = _database(wanted, done)
        with _in_place_of(data, aside) as part:
            sealed_keys.place(keys, part)
            if making.hub_of(part) != done.manifest.hub:
                raise BackupError("These keys are another hub's than this backup.")
            schema = _room(url, held, replace=wanted.replace) if url.get_backend_name() != "sqlite" else ""
            _fill(done, part, url, schema, undone)
        undone.pop_all()
    sync(data.parent)
    missing = tuple(name for name in done.manifest.keys if name not in making.sealing_keys(data))
    moved = [f"schema {schema} of the database"] if schema else []
    left = _left(aside, data) if aside else ()
    return Restored(done, (*([str(aside)] if aside else []), *moved), missing, left)


def _left(aside: Path, data: Path) -> tuple[str, ...]:
    names = (path.relative_to(aside) for path in sorted(aside.rglob("*")) if path.is_file())
    return tuple(str(n) for n in names if not (data / n).exists() and not n.name.startswith(address.NAME))


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
def _in_place_of(data: Path, aside: Path | None) -> Iterator[Path]:
    """Yield a folder to fill; when all went well it takes the place of the old one, which is set aside."""
    part = data.with_name(f"{_PART}{data.name}")
    with only_one(part):
        try:
            for left in part.iterdir():  # by a restore that was interrupted
                if left.is_dir() and not left.is_symlink():
                    shutil.rmtree(left)
                elif left.name != LOCK:
                    left.unlink()
            yield part
            folders.sync_tree(part)
            _swap(part, data, aside)
        except BaseException:
            shutil.rmtree(part, ignore_errors=True)
            raise


def _swap(part: Path, data: Path, aside: Path | None) -> None:
    if aside is None:
        (data / LOCK).unlink(missing_ok=True)  # an empty folder is replaced
        part.rename(data)
        return
    data.rename(aside)
    try:
        part.rename(data)
    except BaseException:
        aside.rename(data)
        raise


def _fill(done: making.Done, part: Path, url: URL, schema: str, undone: contextlib.ExitStack) -> None:
    """Fill the new folder's database, in a new epoch.

    `schema`: where in PostgreSQL the old tables go; `undone` is told what to do should all fail after that.
    """
    if done.manifest.database == POSTGRESQL:
        _fill_postgresql(done, url, schema)
        undone.callback(_empty, url, schema)
        address.write(part, url)
    else:
        shutil.copyfile(done.path / done.manifest.database, part / address.NAME)
        (part / address.NAME).chmod(0o600)
    with contextlib.closing(open_database(Config(part))) as db:
        try:
            db.write_now(lambda session: _begin(session, done))
        except DBAPIError as error:
            raise BackupError(f"The copy cannot be written to: {engines.reason(error)}") from error


def _begin(session: Session, done: making.Done) -> None:
    new_epoch(session)
    session.execute(delete(Login))  # whoever signed in then signs in again, with what holds now
    session.execute(delete(SignInCode))
    records.restored(session, done.manifest, done.path.name, str(done.path.parent))


def _fill_postgresql(done: making.Done, url: URL, schema: str) -> None:
    prepare = f"ALTER SCHEMA public RENAME TO {schema}; CREATE SCHEMA public;\n" if schema else ""
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
            psql.stdin.write(_BEGIN.format(uuid4()).encode())
            psql.stdin.flush()


def _room(url: URL, held: contextlib.ExitStack, *, replace: bool) -> str:
    """Return the name of the schema where the old tables are to be, empty when there are none.

    No hub can serve the database until `held` is closed.
    """
    db = held.enter_context(contextlib.closing(Database(url)))
    try:
        with db.reader.connect() as connection:
            occupied = bool(inspect(connection).get_table_names(schema="public"))
        claimed = db.claim()
    except DBAPIError as error:
        words = f"The database {address.shown(url)} cannot be used: {engines.reason(error)}"
        raise BackupError(words) from error
    if not claimed:
        raise BackupError(f"A hub serves the database {address.shown(url)}. Stop it first.")
    if occupied and not replace:
        raise BackupError(f"The database {address.shown(url)} has tables. With --replace they are set aside.")
    return f"set_aside_{uuid4().hex[:12]}" if occupied else ""


def _empty(url: URL, schema: str) -> None:
    """Take back what was filled in, and put the old tables back where they were."""
    with contextlib.closing(Database(url)) as db, db.writer.begin() as connection:
        connection.exec_driver_sql("DROP SCHEMA public CASCADE")
        back = f"ALTER SCHEMA {schema} RENAME TO public" if schema else "CREATE SCHEMA public"
        connection.exec_driver_sql(back)
