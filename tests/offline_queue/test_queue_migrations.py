"""Databases of old schemas, kept as SQL in data/, open and keep what they hold."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from contract.envelope import Lane
from offline_queue import Put, QueueUnavailable, Reader
from offline_queue.migrations import MIGRATIONS, applied, migrate, pending
from offline_queue.model import STATE_OF, Standing

DATA = Path(__file__).parent / "data"
OLD = sorted(DATA.glob("*.sql"))


def test_every_schema_but_the_newest_has_an_old_database() -> None:
    assert {file.stem for file in OLD} == {name for name, _ in MIGRATIONS[:-1]}


@pytest.mark.parametrize("file", OLD, ids=lambda file: file.stem)
def test_old_data_is_kept_and_goes_on(station: Any, file: Path, new_put: Callable[..., Put]) -> None:
    station.directory.mkdir()
    with closing(sqlite3.connect(station.directory / "queue.db")) as db:
        db.executescript(file.read_text())
        before = db.execute("SELECT id, standing FROM entry ORDER BY place").fetchall()
        held = db.execute("SELECT sum(length(envelope) + length(proof)) FROM body").fetchone()[0]
        settled = db.execute("SELECT coalesce(max(settled), 0) FROM entry").fetchone()[0]
        heads = db.execute("SELECT seq, hash FROM entry ORDER BY place DESC LIMIT 1").fetchone()
    assert before
    with pytest.raises(QueueUnavailable, match="older version"):
        Reader(station.directory)
    store = station.open()
    assert store.damage is None
    reader = station.read()
    assert [e.id for e in reader.entries()] == [UUID(bytes=i) for i, _ in before]
    assert [e.state for e in reader.entries()] == [STATE_OF[Standing(standing)] for _, standing in before]
    assert sum(lane.held_bytes for lane in store.insight().lanes.values()) == held
    store.commit([new_put(Lane.READING)])
    rows = [row for row in reader.rows() if row.signed]
    reader.close()
    assert rows[-1].seq == heads[0] + 1
    with closing(sqlite3.connect(station.directory / "queue.db")) as db:
        assert applied(db) == {name for name, _ in MIGRATIONS}
        assert db.execute("SELECT age FROM about").fetchone() == (settled,)


def test_a_step_that_fails_leaves_no_trace(monkeypatch: Any) -> None:
    def broken(db: Any) -> None:
        db.execute("CREATE TABLE half (x)")
        raise ZeroDivisionError

    monkeypatch.setattr("offline_queue.migrations.MIGRATIONS", (*MIGRATIONS, ("2999-01-01-broken", broken)))
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as db:
        with pytest.raises(ZeroDivisionError):
            migrate(db)
        assert db.execute("SELECT 1 FROM sqlite_master WHERE name = 'half'").fetchone() is None
        assert pending(db) == ["2999-01-01-broken"]


def test_a_newer_database_is_refused_not_called_damaged(station: Any) -> None:
    station.open().close()
    with closing(sqlite3.connect(station.directory / "queue.db")) as db:
        db.execute("UPDATE _sqlite_migrations SET name = '2999-01-01-future' WHERE name LIKE '%damage'")
        db.commit()
    with pytest.raises(QueueUnavailable, match="newer version"):
        station.open()
    with pytest.raises(QueueUnavailable, match="newer version"):
        Reader(station.directory)
