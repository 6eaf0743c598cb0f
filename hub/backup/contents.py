"""What a backup's database file holds, read back from the file alone: every page, or every row."""

import sqlite3
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from hub import audit
from hub.backup import copytext, programs, snapshot
from hub.backup.manifest import POSTGRESQL, BackupError, Facts
from hub.models import Audit


@dataclass(frozen=True)
class Contents:
    """What was found. `broken`: the first row of the audit that does not follow from the one before."""

    facts: Facts
    broken: int | None


def read(path: Path, tables: Iterable[str]) -> Contents:
    """Read a backup's database file whole, of the tables it had then; BackupError when it is damaged."""
    return _dump(path) if path.name == POSTGRESQL else _sqlite(path, tables)


def _sqlite(path: Path, tables: Iterable[str]) -> Contents:
    def opened() -> sqlite3.Connection:
        # immutable: no journal, no lock, not a byte written beside what is verified
        return sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True, check_same_thread=False)

    engine = create_engine("sqlite://", creator=opened, hide_parameters=True)
    try:
        with engine.connect() as connection:
            said = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
            if said == "ok":
                said = (
                    connection.exec_driver_sql("PRAGMA foreign_key_check").first()
                    and "a row without its owner"
                )
            else:
                said = f"damaged ({said.splitlines()[-1]})"
            if said:
                raise BackupError(f"The copied database is {said}.")
            with Session(connection) as session:
                return Contents(snapshot.ask(connection, tables), audit.verify(session))
    except DBAPIError as error:
        raise BackupError(f"The copied database cannot be read: {error.orig}") from error
    finally:
        engine.dispose()


def _dump(path: Path) -> Contents:
    # all of the data passes through here, so that what cannot be read back shows now
    arguments = ["--data-only", "--file=-", str(path)]
    with programs.running("pg_restore", arguments, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            found = _Read()
            for name, rows in copytext.tables(process.stdout):
                found.table(name, rows)
            return found.contents()
        except ValueError as error:
            raise BackupError(f"The dump cannot be read: {error}") from error


class _Read:
    """What has been read of a dump, a table after the other."""

    def __init__(self) -> None:
        self.counts: dict[str, int] = {}
        self.epoch = self.revision = ""
        self.last_row = 0
        self.audit_rows, self.audit_hash = 0, ""
        self.broken: int | None = None

    def table(self, name: str, rows: Iterator[copytext.Row]) -> None:
        """Take in one table's rows."""
        self.counts[name] = 0
        rows = self._counted(name, rows)
        if name == "meta":
            self.epoch = next((str(row["value"]) for row in rows if row["name"] == "epoch"), "")
        elif name == "alembic_version":
            self.revision = str(next(rows, {}).get("version_num"))
        elif name == "envelope":
            self.last_row = max((int(str(row["row"])) for row in rows), default=0)
        elif name == "audit":
            chain = audit.in_order(map(self._audit, rows))
            self.broken = audit.broken(chain)
            for _ in chain:  # also behind what is broken
                pass
        for _ in rows:
            pass

    def _counted(self, name: str, rows: Iterator[copytext.Row]) -> Iterator[copytext.Row]:
        for row in rows:
            self.counts[name] += 1
            yield row

    def _audit(self, row: copytext.Row) -> Audit:
        words = {key: str(row[key]) for key in ("actor", "action", "route", "target", "outcome", "address")}
        digest = copytext.octets(str(row["hash"]))
        read = Audit(seq=int(str(row["seq"])), at=float(str(row["at"])), hash=digest, **words)
        if read.seq >= self.audit_rows:
            self.audit_rows, self.audit_hash = read.seq, read.hash.hex()
        return read

    def contents(self) -> Contents:
        """Return all of it."""
        counts = {name: count for name, count in sorted(self.counts.items()) if name != "alembic_version"}
        facts = Facts(self.epoch, self.revision, self.last_row, self.audit_rows, self.audit_hash, counts)
        return Contents(facts, self.broken)
