"""The database's schema as dated migrations, applied by sqlite-utils and recorded in the database itself.

Never edit one that was released: add another. `tests/offline_queue/data` keeps databases of old schemas.
"""

import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from offline_queue.errors import QueueUnavailable

if TYPE_CHECKING:
    from sqlite_utils import Database

_SET: Final = "offline_queue"


def _line_and_chain(db: "Database") -> None:
    """Entries (small rows, never rewritten with their payload), bodies, and which store this is.

    A place is the lane's code << 48 | position; `store` is NULL but for entries salvaged from another.
    """
    for statement in (
        "CREATE TABLE about (one INTEGER PRIMARY KEY CHECK (one = 1), store BLOB NOT NULL)",
        """CREATE TABLE entry (
            place INTEGER PRIMARY KEY,
            id BLOB NOT NULL UNIQUE,
            stream BLOB NOT NULL,
            store BLOB,
            seq INTEGER NOT NULL,
            hash BLOB NOT NULL,
            wall INTEGER NOT NULL,
            standing INTEGER NOT NULL DEFAULT 0,
            settled INTEGER)""",
        "CREATE INDEX entry_waiting ON entry (place) WHERE standing = 0",
        "CREATE INDEX entry_settled ON entry (standing, settled) WHERE settled IS NOT NULL",
        "CREATE TABLE body (place INTEGER PRIMARY KEY, envelope BLOB NOT NULL, proof BLOB NOT NULL)",
    ):
        db.execute(statement)


def _epochs_and_damage(db: "Database") -> None:
    """Hub epochs in the order they were met (a restored hub begins a new one), and what broke here."""
    db.execute("CREATE TABLE epoch (n INTEGER PRIMARY KEY, epoch BLOB NOT NULL UNIQUE, met INTEGER NOT NULL)")
    db.execute(
        """CREATE TABLE damage (n INTEGER PRIMARY KEY, time INTEGER NOT NULL, problem TEXT NOT NULL,
           kept_as TEXT NOT NULL, salvaged INTEGER NOT NULL, lost INTEGER NOT NULL)"""
    )


def _sizes_and_age(db: "Database") -> None:
    """Sizes beside their entries, so that space is counted without reading payloads; a clock of our own.

    `age` counts the seconds this store has been open, in its life: what is kept for a time is kept by that,
    for the wall clock may be wrong by decades. It begins at the latest time noted so far: never too early.
    `receipt_time`: when the hub signed the last receipt.
    """
    db.execute("ALTER TABLE entry ADD COLUMN size INTEGER NOT NULL DEFAULT 0")
    db.execute(
        """UPDATE entry SET size = (SELECT length(envelope) + length(proof) FROM body
           WHERE body.place = entry.place) WHERE place IN (SELECT place FROM body)"""
    )
    db.execute("ALTER TABLE about ADD COLUMN age INTEGER NOT NULL DEFAULT 0")
    db.execute("UPDATE about SET age = coalesce((SELECT max(settled) FROM entry), 0)")
    db.execute("ALTER TABLE about ADD COLUMN receipt_time INTEGER")


MIGRATIONS: Final[tuple[tuple[str, Callable[["Database"], None]], ...]] = (
    ("2026-11-24-line-and-chain", _line_and_chain),
    ("2026-11-24-epochs-and-damage", _epochs_and_damage),
    ("2026-11-26-sizes-and-age", _sizes_and_age),
)


def applied(connection: sqlite3.Connection) -> set[str]:
    """Return the names of the migrations this database has had."""
    table = connection.execute("SELECT 1 FROM sqlite_master WHERE name = '_sqlite_migrations'").fetchone()
    if table is None:
        return set()
    rows = connection.execute("SELECT name FROM _sqlite_migrations WHERE migration_set = ?", (_SET,))
    return {name for (name,) in rows}


def pending(connection: sqlite3.Connection) -> list[str]:
    """Return the names still to apply; QueueUnavailable when a newer version wrote this database."""
    have = applied(connection)
    known = [name for name, _ in MIGRATIONS]
    if unknown := have.difference(known):
        raise QueueUnavailable(f"the queue was written by a newer version ({', '.join(sorted(unknown))})")
    return [name for name in known if name not in have]


def migrate(connection: sqlite3.Connection) -> None:
    """Bring a database up to date, each step in a transaction with its own record."""
    if not pending(connection):
        return
    from sqlite_utils import Database, Migrations  # 75 ms to import: only when there is something to do

    steps = Migrations(_SET)
    for name, apply in MIGRATIONS:
        steps(name=name)(apply)
    steps.apply(Database(connection))
