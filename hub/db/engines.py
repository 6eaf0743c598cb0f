"""What differs between SQLite and PostgreSQL: how a connection is set up, and how a transaction begins.

On both, writing transactions come one after the other, also those of other processes (the command line):
SQLite has BEGIN IMMEDIATE, PostgreSQL an advisory lock that the transaction holds to its end. So numbers of
rows are seen in the order they were given, without holes that fill up later, and who reads the newest
row of the audit may write the next. Reading transactions see one snapshot. A commit is on the disk when
it returns.
"""

from typing import Any, Final

import msgspec
from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from hub.db.columns import to_json

READERS: Final = 4
BUSY_MS: Final = 15_000  # how long a writer waits for another process
CLAIM_MS: Final = 2_000  # how long a hub that starts waits for one that stops
CONNECT_S: Final = 10
WRITING: Final = 0x6361726570  # the key of the advisory lock of whoever writes …
SERVING: Final = WRITING + 1  # … and of the one hub that serves
_POOL: Final[dict[str, Any]] = {
    "hide_parameters": True,
    "pool_size": READERS + 1,
    "max_overflow": 16,
    "json_serializer": to_json,
    "json_deserializer": msgspec.json.decode,
}


def make(url: URL, *, writes: bool) -> Engine:
    """Return an engine for writing transactions, or for reading ones."""
    return (
        _sqlite(url, writes=writes) if url.get_backend_name() == "sqlite" else _postgresql(url, writes=writes)
    )


def _sqlite(url: URL, *, writes: bool) -> Engine:
    engine = create_engine(url, **_POOL)

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
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    event.listen(engine, "connect", connected)
    event.listen(engine, "begin", began)
    return engine


def _postgresql(url: URL, *, writes: bool) -> Engine:
    if "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": str(CONNECT_S)})
    engine = create_engine(
        url,
        **_POOL,
        pool_pre_ping=True,  # the server may have been started anew
        isolation_level="READ COMMITTED" if writes else "REPEATABLE READ",
    )

    def connected(dbapi: Any, _record: object) -> None:
        with dbapi.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {BUSY_MS}")
            cursor.execute("SET TimeZone = 'UTC'")
            # a receipt promises a disk; who set more than that (standby servers) keeps it
            cursor.execute(
                "SELECT set_config('synchronous_commit', 'on', false)"
                " WHERE current_setting('synchronous_commit') IN ('off', 'local')"
            )
        dbapi.commit()

    def began(connection: Connection) -> None:
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITING})")

    event.listen(engine, "connect", connected)
    if writes:
        event.listen(engine, "begin", began)
    return engine


def claimed(connection: Connection) -> bool:
    """Take the lock of the one hub that serves, on PostgreSQL, for as long as the connection lives."""
    # one that was killed is gone as soon as the server notices
    connection.exec_driver_sql(f"SET lock_timeout = {CLAIM_MS}")
    try:
        connection.exec_driver_sql(f"SELECT pg_advisory_lock({SERVING})")
    except OperationalError:
        return False
    return True


def may_pass(error: BaseException) -> bool:
    """Say whether the database could not do it *now* (full, locked, gone), so that it may work later.

    A content that is beyond the database's limits (SQLSTATE class 54) will never fit.
    """
    if not isinstance(error, OperationalError | InterfaceError):
        return False
    return not str(getattr(error.orig, "sqlstate", None) or "").startswith("54")


def reason(error: DBAPIError) -> str:
    """Return the first line of what the database's client says, for an operator."""
    return str(error.orig).strip().partition("\n")[0]
