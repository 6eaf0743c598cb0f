"""A hub backed up while it serves, lost, and made again: nothing that stations still hold is missing."""

import json
import shutil
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hub_database import POSTGRESQL, prepared
from hub_process import Browser, HubProcess, eventually, kinds
from hub_station import StationClient, VisitAtStation, oximetry

from contract import wire
from contract.documents import Document, Identified, Measured, Person, VisitClosed
from contract.envelope import Fate, SignedEnvelope
from hub import audit
from hub.__main__ import main
from hub.app import open_database
from hub.backup import folders, making, manifest, sealed_keys
from hub.backup.manifest import BackupError
from hub.backup.restoring import Wanted, restore
from hub.config import Config
from hub.fleet.ca import StationCa
from hub.keys import HubKeys
from hub.models import Audit, Backup, ChainGap, Login, Meta, StoredEnvelope

PASSPHRASE = "four words or even five"


def quiet(_what: str, _done: int, _whole: int) -> None:
    """No progress."""


def a_visit(visit: VisitAtStation) -> list[Document]:
    told: dict[str, Any] = {"visit": visit.id, "at": visit.at}
    return [
        visit.opened(),
        Identified(**told, person=Person("Rosa", "Quilliam", "1961-04-05")),
        Measured(**told, measurement=oximetry(visit.station.boot)),
        VisitClosed(**told, how="finished"),
    ]


@pytest.fixture
def passphrase(tmp_path: Path) -> Path:
    path = tmp_path / "passphrase"
    path.write_text(PASSPHRASE + "\n")
    return path


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A hub that does not serve, with something in its database; its data folder."""
    data = prepared_folder(tmp_path / "small")
    with closing(open_database(Config(data))) as db:
        db.write_now(lambda s: audit.note(s, audit.Entry("user:ada", "look\tat\\this\n", target="ü")))
        db.write_now(lambda s: audit.note(s, audit.Entry("user:ada", "look")))
    StationCa(data)
    HubKeys.load(data, 1)
    return data


def prepared_folder(data: Path) -> Path:
    data.mkdir()
    return prepared(data)


def backup(data: Path, to: Path, keep: int | None = None) -> making.Done:
    with closing(open_database(Config(data))) as db:
        return making.make(db, data, to, keep, quiet)


def test_a_lost_hub_is_made_again_and_stations_bring_the_rest(
    tmp_path: Path, passphrase: Path, postgresql: Callable[[], str]
) -> None:
    data, to, keys = tmp_path / "hub", tmp_path / "backups", tmp_path / "keys.sealed"
    state = tmp_path / "station"
    with HubProcess(prepared_folder(data)) as hub:
        with StationClient.enrolled(hub, "Elm Street Pharmacy") as client:
            shutil.copytree(client.state, state)
        with StationClient(hub, state) as station:
            before = station.batch(*a_visit(VisitAtStation(station)))
            station.post(before)
            made = hub.command("backup", "--to", str(to))
            assert made.returncode == 0, made.stderr
            sealed = ["--to", str(keys), "--passphrase-file", str(passphrase)]
            assert main(["backup-keys", "--data", str(data), *sealed]) == 0
            visit = VisitAtStation(station)
            after = station.batch(*a_visit(visit))
            lost = station.batch(*a_visit(VisitAtStation(station)))
            epoch = station.post(after).epoch
            station.post(lost[:2])  # and the rest of it never came before the disk broke
        hub.kill()
    shutil.rmtree(data)
    [copy] = to.glob("carepost-*")

    arguments = ["restore", "--from", str(copy), "--keys", str(keys), "--passphrase-file", str(passphrase)]
    arguments += ["--database", postgresql()] if POSTGRESQL else []
    assert main([*arguments, "--data", str(data)]) == 0

    with HubProcess(data) as hub, StationClient(hub, state) as station:
        with station.socket() as socket:
            assert socket.until(wire.HubHello).epoch != epoch  # so the station offers again what it holds
        held: list[SignedEnvelope] = [*before, *after, *lost]
        receipt = station.post(held)
        assert [item.fate for item in receipt.items] == [Fate.BACKED_UP] * 4 + [Fate.STORED] * 8
        eventually(lambda: all(e.state != "stored" for e in hub.rows(StoredEnvelope)), "filing")
        rows = hub.rows(StoredEnvelope)
        assert [row.signed for row in sorted(rows, key=lambda r: r.row)] == [
            wire.encode([one])[1:] for one in held
        ]
        assert {row.state for row in rows} == {"filed"}
        assert [g for g in hub.rows(ChainGap) if g.closed_at is None] == []
        assert hub.rows(Login) == []
        with Browser(hub, "ada") as browser:
            found = [e["resource"] for e in browser.fhir(f"Encounter/{visit.id}/$everything")["entry"]]
            assert kinds(found) == {
                "Encounter": 1, "Patient": 1, "Observation": 2, "Device": 2, "Provenance": 4,
            }  # fmt: skip
            assert len(browser.found("Encounter")) == 3
        assert hub.db.read_now(audit.verify) is None
        assert [row.action for row in hub.rows(Audit) if row.action == "restore"] == ["restore"]
        assert [row.name for row in hub.rows(Backup)] == [copy.name]


def test_a_backup_while_others_write_is_of_one_moment(small: Path, tmp_path: Path) -> None:
    stop, counted = threading.Event(), []

    def busy() -> None:
        with closing(open_database(Config(small))) as db:
            while not stop.is_set():
                db.write_now(lambda s: audit.note(s, audit.Entry("user:ada", "x" * 2000)))
                counted.append(1)

    writer = threading.Thread(target=busy)
    writer.start()
    try:
        eventually(lambda: len(counted) > 20, "writing")
        before = len(counted)
        done = backup(small, tmp_path / "to")
        eventually(lambda: len(counted) > before, "more writing")
    finally:
        stop.set()
        writer.join()
    assert done.broken is None
    assert done.manifest.facts.audit_rows >= before
    assert making.verify(done.path, quiet).manifest == done.manifest


def test_what_is_not_as_it_was_written_is_seen(small: Path, tmp_path: Path) -> None:
    done = backup(small, tmp_path / "to")
    database = done.path / done.manifest.database
    good = database.read_bytes()
    for place in (100, len(good) // 2, len(good) - 1):
        database.write_bytes(good[:place] + bytes([good[place] ^ 1]) + good[place + 1 :])
        with pytest.raises(BackupError, match="hash is another"):
            making.verify(done.path, quiet)
    database.write_bytes(good)
    (done.path / "more").touch()
    with pytest.raises(BackupError, match="should not"):
        making.verify(done.path, quiet)
    (done.path / "more").unlink()
    making.verify(done.path, quiet)
    database.unlink()
    with pytest.raises(BackupError, match="misses"):
        making.verify(done.path, quiet)
    (done.path / manifest.NAME).unlink()
    with pytest.raises(BackupError, match="not a backup"):
        making.verify(done.path, quiet)


def test_a_database_other_than_the_manifest_says_is_seen(small: Path, tmp_path: Path) -> None:
    """With hashes that fit: a copy that lacks a row, as one made of a database in use might."""
    done = backup(small, tmp_path / "to")
    with closing(open_database(Config(small))) as db:
        db.write_now(lambda s: audit.note(s, audit.Entry("user:ada", "one more")))
    other = backup(small, tmp_path / "to")
    shutil.copyfile(other.path / other.manifest.database, done.path / done.manifest.database)
    told = json.loads((done.path / manifest.NAME).read_bytes())
    told["files"] = json.loads((other.path / manifest.NAME).read_bytes())["files"]
    (done.path / manifest.NAME).write_text(json.dumps(told))
    with pytest.raises(BackupError, match="audit_rows"):
        making.verify(done.path, quiet)


def test_a_broken_chain_of_the_audit_shows_and_is_backed_up_all_the_same(small: Path, tmp_path: Path) -> None:
    with closing(open_database(Config(small))) as db:
        db.write_now(lambda s: setattr(s.get_one(Audit, 1), "outcome", "changed"))
    assert backup(small, tmp_path / "to").broken == 1


@pytest.mark.skipif(POSTGRESQL, reason="a SQLite file")
def test_a_damaged_database_is_not_taken_for_a_backup(small: Path, tmp_path: Path) -> None:
    path = small / "hub.sqlite3"
    with closing(sqlite3.connect(path)) as db:
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        [root] = db.execute("SELECT rootpage FROM sqlite_master WHERE name = 'ix_visit_match_key'").fetchone()
        [size] = db.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
    with pytest.raises(BackupError, match=r"damaged|malformed"):
        backup(small, tmp_path / "to")
    assert [p.name for p in (tmp_path / "to").iterdir()] == [".lock"]


def test_the_newest_stay_and_halves_go(small: Path, tmp_path: Path) -> None:
    to = tmp_path / "to"
    (to / ".part-carepost-x").mkdir(parents=True)
    (to / "carepost-of-somebody-else").mkdir()
    made = [backup(small, to, keep=2).path.name for _ in range(4)]
    assert sorted(p.name for p in to.iterdir()) == [".lock", *made[-2:], "carepost-of-somebody-else"]
    with folders.place(to), pytest.raises(BackupError, match="Another backup"):
        backup(small, to)


def test_a_restored_hub_has_its_keys_as_they_were(
    small: Path, tmp_path: Path, postgresql: Callable[[], str]
) -> None:
    done = backup(small, tmp_path / "to")
    keys, target = sealed_keys.gather(small), tmp_path / "again"
    target.mkdir()  # empty is as good as not there
    database = postgresql() if POSTGRESQL else None
    restore(Wanted(done.path, target, keys, database, replace=False), quiet)
    assert sealed_keys.gather(target) == keys  # their age as well
    assert all((target / file.path).stat().st_mode & 0o777 == 0o600 for file in keys)


def test_what_is_there_is_set_aside_not_deleted(
    small: Path, tmp_path: Path, passphrase: Path, hub: HubProcess
) -> None:
    done = backup(small, tmp_path / "to")
    with closing(open_database(Config(small))) as db:
        db.write_now(lambda s: s.add(Meta(name="after", value="the backup")))
        epoch = db.read_now(lambda s: s.get_one(Meta, "epoch").value)
    with pytest.raises(BackupError, match="--replace"):
        restore(Wanted(done.path, small, None, None, replace=False), quiet)

    restored = restore(Wanted(done.path, small, None, None, replace=True), quiet)

    with closing(open_database(Config(small))) as db:
        assert db.read_now(lambda s: s.get(Meta, "after")) is None
        assert db.read_now(lambda s: s.get_one(Meta, "epoch").value) != epoch
    aside = Path(restored.aside[0])
    assert aside.parent == small.parent
    if POSTGRESQL:
        name = restored.aside[1].split()[1]
        with closing(open_database(Config(small))) as db, db.reader.connect() as connection:
            query = f"SELECT value FROM {name}.meta WHERE name = 'after'"
            assert connection.exec_driver_sql(query).scalar_one() == "the backup"
        backup(small, tmp_path / "to")  # what was set aside is not in the next backup, and not in its way
    else:
        with closing(open_database(Config(aside))) as db:
            assert db.read_now(lambda s: s.get_one(Meta, "after").value) == "the backup"


def test_a_hub_that_serves_is_not_replaced(
    hub: HubProcess, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = backup(hub.data, tmp_path / "to").path
    assert main(["restore", "--data", str(hub.data), "--from", str(copy), "--replace"]) == 1
    said = capsys.readouterr().err
    assert "serves" in said
    assert "Stop it first" in said
    assert hub.process.poll() is None


def test_keys_are_sealed_by_a_passphrase(small: Path, tmp_path: Path) -> None:
    path, files = tmp_path / "keys", sealed_keys.gather(small)
    assert {f.path for f in files} > {"ca.crt", "keys/ca.pem", "keys/root.pem", "keys/sealing.pem"}
    with pytest.raises(Exception, match="12 characters"):
        sealed_keys.write(path, files, "too short")
    sealed_keys.write(path, files, PASSPHRASE)
    sealed = path.read_bytes()
    assert path.stat().st_mode & 0o777 == 0o600
    assert b"PRIVATE" not in sealed
    assert sealed_keys.read(path, PASSPHRASE) == files
    with pytest.raises(BackupError, match="passphrase"):
        sealed_keys.read(path, PASSPHRASE + "x")
    path.write_bytes(sealed[:-1] + bytes([sealed[-1] ^ 1]))
    with pytest.raises(BackupError, match="damaged"):
        sealed_keys.read(path, PASSPHRASE)
    path.write_bytes(b"x" + sealed)
    with pytest.raises(BackupError, match="not a file"):
        sealed_keys.read(path, PASSPHRASE)


def test_another_hubs_keys_do_not_fit(small: Path, tmp_path: Path, postgresql: Callable[[], str]) -> None:
    done = backup(small, tmp_path / "to")
    other = tmp_path / "other"
    other.mkdir()
    StationCa(other)
    database = postgresql() if POSTGRESQL else None
    target, keys = tmp_path / "again", sealed_keys.gather(other)
    with pytest.raises(BackupError, match="another hub's"):
        restore(Wanted(done.path, target, keys, database, replace=False), quiet)
    assert not target.exists()
    before = sealed_keys.gather(small)
    with pytest.raises(BackupError, match="another hub's"):
        restore(Wanted(done.path, small, keys, None, replace=True), quiet)
    assert sealed_keys.gather(small) == before  # put back where it was
    with closing(open_database(Config(small))) as db:
        assert db.read_now(audit.verify) is None
    assert [p.name for p in tmp_path.iterdir() if "aside" in p.name or "part" in p.name] == []
