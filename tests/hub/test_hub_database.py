"""The database's form, and the visit's record: what a migration makes, what two documents leave."""

import random
import sqlite3
import string
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from hub_database import POSTGRESQL
from hub_process import ROOT, WAIT_S, Browser, HubProcess, eventually
from hub_station import OXIMETER, StationClient, VisitAtStation, answers, oximetry
from postgres import Cluster
from sqlalchemy import String, inspect, select
from sqlalchemy.orm import Session

from contract.documents import Answers, Identified, Measured, Person
from hub import audit
from hub.__main__ import main
from hub.app import open_database
from hub.config import Config
from hub.db import Database, address, migrate
from hub.fhir import store
from hub.fhir.store import put
from hub.models import Base, Failure, Meta, StoredEnvelope

OLD = Path(__file__).parent / "data" / "hub-20261124_02.sql"


@pytest.fixture(params=["set", "postgresql"])
def db(request: pytest.FixtureRequest, tmp_path: Path, postgresql: Callable[[], str]) -> Iterator[Database]:
    """A new database, of the kind these tests run on and (a quick look each day) on PostgreSQL."""
    if request.param == "postgresql":
        if POSTGRESQL:
            pytest.skip("the others run on it as well")
        tmp_path /= "on-postgresql"
        address.remember(tmp_path, postgresql())
    opened = open_database(Config(data=tmp_path))
    yield opened
    opened.close()


def form(db: Database) -> list[object]:
    """Return what differs between the database and the models: columns, indexes and their conditions."""
    with db.writer.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        differences: list[object] = list(compare_metadata(context, Base.metadata))
        there = inspect(connection)
        for table in Base.metadata.tables.values():
            found = {str(index["name"]): index for index in there.get_indexes(table.name)}
            for index in table.indexes:
                wanted = index.dialect_options[connection.dialect.name]["where"] is not None
                has = found[str(index.name)].get("dialect_options", {})
                if wanted != (f"{connection.dialect.name}_where" in has):
                    differences.append(f"{index.name} is partial in one of them only")
                if (index.dialect_options["sqlite"]["where"] is None) == wanted:
                    differences.append(f"{index.name} is partial on one kind of database only")
            if connection.dialect.name == "postgresql":
                differences += [
                    f"{table.name}.{column['name']} is not compared by code point"
                    for column in there.get_columns(table.name)
                    if isinstance(column["type"], String) and column["type"].collation != "C"
                ]
    return differences


def test_a_fresh_database_is_what_the_models_say(db: Database) -> None:
    assert form(db) == []
    migrate(db.writer)  # again changes nothing
    assert form(db) == []


def test_a_commit_is_on_the_disk(db: Database) -> None:
    with db.writer.connect() as connection:
        if connection.dialect.name == "postgresql":
            assert connection.exec_driver_sql("SHOW synchronous_commit").scalar_one() == "on"
            return
        assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
        for pragma, value in (("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1)):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_names_fit_postgresql() -> None:
    tables = Base.metadata.tables.values()
    names = [name for t in tables for name in (t.name, *t.c.keys(), *(str(i.name) for i in t.indexes))]
    assert len(names) > 100
    assert max(map(len, names)) < 64


def test_an_old_database_is_brought_up_to_date(tmp_path: Path) -> None:
    """SQLite only: no PostgreSQL was ever in an older form than the first one it came with."""
    data = tmp_path / "old"
    data.mkdir()
    with closing(sqlite3.connect(data / address.NAME)) as old:
        old.executescript(OLD.read_text())
    with closing(open_database(Config(data=data))) as db:
        assert form(db) == []
        envelopes = db.read_now(lambda s: list(s.scalars(select(StoredEnvelope))))
        assert [(e.row, e.state) for e in envelopes] == [
            (1, "filed"),
            (2, "filed"),
            (3, "filed"),
            (4, "filed"),
        ]
        found = db.read_now(
            lambda s: store.search(s, "Patient", [("name", "rosa"), ("birthdate", "1961-04-05")], 10, 0)
        )
        assert found.total == 1
        assert db.read_now(audit.verify) is None


def test_what_others_write_is_seen_in_the_order_of_its_numbers(db: Database, tmp_path: Path) -> None:
    """A number is never seen before a smaller one: the filer reads by number and must not pass one over."""
    seen: list[list[int]] = []
    began, done = threading.Event(), threading.Event()

    def slow(session: Session) -> None:
        session.add(Failure(key="first", at=1.0))
        session.flush()
        began.set()
        done.wait(0.2)  # the other has every chance to overtake

    def other() -> None:
        began.wait()
        db.write_now(lambda s: s.add(Failure(key="second", at=2.0)))
        done.set()

    def look() -> None:
        while not done.is_set():
            seen.append(db.read_now(lambda s: list(s.scalars(select(Failure.id).order_by(Failure.id)))))

    threads = [threading.Thread(target=work) for work in (lambda: db.write_now(slow), other, look)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows = db.read_now(lambda s: [(f.id, f.key) for f in s.scalars(select(Failure).order_by(Failure.id))])
    assert [key for _, key in rows] == ["first", "second"]
    numbers = [number for number, _ in rows]
    assert all(ids == numbers[: len(ids)] for ids in seen)


def test_a_nul_is_replaced_wherever_it_stands(db: Database) -> None:
    def write(session: Session) -> None:
        session.add(Meta(name="nul\0", value="a\0b\\u0000"))
        put(
            session,
            {
                "resourceType": "Patient",
                "id": "p",
                "name": [{"text": "\0Rosa", "family": "back\\u0000slash\0"}],
            },
        )
        audit.note(session, audit.Entry("user:x\0", "look"))

    db.write_now(write)
    assert db.read_now(lambda s: s.get_one(Meta, "nul\0").value) == "a\ufffdb\\u0000"
    found = db.read_now(lambda s: store.search(s, "Patient", [("name", "\0rosa")], 10, 0))
    assert found.resources[0]["name"] == [{"text": "\ufffdRosa", "family": "back\\u0000slash\ufffd"}]
    assert db.read_now(audit.verify) is None


def test_texts_longer_than_an_index_takes(db: Database) -> None:
    long = "".join(random.Random(5).choices(string.ascii_letters, k=50_000))  # nothing to compress

    def write(session: Session) -> None:
        put(session, {"resourceType": "Patient", "id": "p", "name": [{"family": long}]})

    db.write_now(write)

    def found(family: str) -> int:
        return db.read_now(lambda s: store.search(s, "Patient", [("family", family)], 1, 0)).total

    assert [found(long), found(long[:300]), found(long[1:])] == [1, 1, 0]


def test_the_order_of_texts_is_the_same_on_both(db: Database) -> None:
    names = ["Zoe", "adam", "Ädam", "_x", "zoe", "Adam", "1"]
    db.write_now(lambda s: s.add_all([Meta(name=n, value="order") for n in names]))
    query = select(Meta.name).where(Meta.value == "order").order_by(Meta.name)
    assert db.read_now(lambda s: list(s.scalars(query))) == sorted(names)


def test_a_database_that_is_not_there_is_told_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = f"postgresql://nobody@/none?host={tmp_path}"
    assert main(["init", "--data", str(tmp_path / "lost"), "--database", lost]) == 1
    assert "cannot be used" in capsys.readouterr().err


def test_a_password_does_not_stand_on_a_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "secret"
    assert main(["init", "--data", str(data), "--database", "postgresql://hub:secret@localhost/hub"]) == 1
    said = capsys.readouterr().err
    assert ".pgpass" in said
    assert "secret@" not in said
    assert not data.exists()


def test_a_hub_keeps_the_database_it_has(hub: HubProcess, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", "--data", str(hub.data), "--database", "postgresql://hub@localhost/another"]) == 1
    assert "has a database already" in capsys.readouterr().err


@pytest.mark.faults
def test_one_hub_serves_a_postgresql_database(tmp_path: Path, postgresql: Callable[[], str]) -> None:
    url = postgresql()
    first, second = tmp_path / "first", tmp_path / "second"
    for data in (first, second):
        address.remember(data, url)
    with HubProcess(first):
        command = [sys.executable, "-m", "hub", "serve", "--data", str(second)]
        command += ["--console-port", "0", "--station-port", "0"]
        refused = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=WAIT_S * 3)
        assert refused.returncode == 1
        assert "another data folder" in refused.stderr
        assert main(["user", "list", "--data", str(second)]) == 0  # commands may


def test_every_questionnaire_of_a_visit_is_kept(hub: HubProcess, station: StationClient) -> None:
    visit = VisitAtStation(station)

    def told(name: str, text: str) -> Answers:
        return Answers(
            visit=visit.id,
            at=visit.at,
            response=answers(name, text),
            symptoms=(),
            present=("alone",),
            reason="Cough" if name == "intake" else "",
        )

    station.deliver(
        visit.opened(), told("intake", "first"), told("screening", "never"), told("intake", "changed")
    )
    eventually(lambda: all(e.state != "stored" for e in hub.rows(StoredEnvelope)), "filing")
    with Browser(hub, "ada") as browser:
        detail = browser.get(f"/api/visits/{visit.id}").json()
        assert detail["reason"] == "Cough"
        assert {a["question"]: a["answer"] for a in detail["answers"]} == {
            "Question of intake?": "changed",
            "Question of screening?": "never",
        }
        assert len(browser.found("QuestionnaireResponse", encounter=str(visit.id))) == 3
        kept = browser.found("QuestionnaireResponse", questionnaire="urn:carepost:questionnaire:screening")
        assert len(kept) == 1


def test_a_document_with_nul_in_its_texts_is_filed(hub: HubProcess, station: StationClient) -> None:
    """A card's scanner and a meter that pad with it: neither a lost reading nor a line that stands still."""
    visit = VisitAtStation(station)
    padded = msgspec.structs.replace(OXIMETER, serial="A1\0\0")
    measured = msgspec.structs.replace(oximetry(station.boot), device=padded)
    station.deliver(
        visit.opened(),
        Identified(visit=visit.id, at=visit.at, person=Person("Rosa\0", "Nulwick", "1961-04-05")),
        Measured(visit=visit.id, at=visit.at, measurement=measured),
    )
    eventually(lambda: all(e.state == "filed" for e in hub.rows(StoredEnvelope)[-3:]), "filing")
    with Browser(hub, "ada") as browser:
        [patient] = browser.found("Patient", family="nulwick")
        assert patient["name"][0]["given"] == ["Rosa\ufffd"]
        assert len(browser.found("Observation", encounter=str(visit.id))) == 2
        assert browser.get("/fhir/R4/Patient", family="nul\0wick").json()["total"] == 0


@pytest.mark.faults
def test_a_hub_goes_on_when_postgresql_was_started_anew(tmp_path: Path) -> None:
    with Cluster() as cluster:
        data = tmp_path / "again"
        address.remember(data, cluster.database())
        with HubProcess(data) as hub, StationClient.enrolled(hub, "Restart Street") as station:
            for _ in range(3):
                station.deliver(VisitAtStation(station).opened())
                cluster.restart()
            station.deliver(VisitAtStation(station).opened())
            eventually(lambda: [e.state for e in hub.rows(StoredEnvelope)] == ["filed"] * 4, "filing")


def test_a_second_hub_on_the_same_folder_says_so(hub: HubProcess) -> None:
    refused = hub.command("serve", "--console-port", "0", "--station-port", "0")
    assert refused.returncode == 1
    assert "already" in refused.stderr
    assert "Traceback" not in refused.stderr
