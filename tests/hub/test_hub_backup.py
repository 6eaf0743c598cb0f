"""A hub backed up while it serves, lost, and made again: nothing that stations still hold is missing."""

import errno
import json
import os
import shutil
import signal
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
from sqlalchemy.orm import Session

from contract import wire
from contract.documents import Document, Identified, Measured, Person, VisitClosed
from contract.envelope import Fate, SignedEnvelope
from hub import audit
from hub.__main__ import main
from hub.app import open_database
from hub.backup import folders, making, manifest, restoring, sealed_keys
from hub.backup.manifest import BackupError
from hub.backup.restoring import Wanted, restore
from hub.config import Config
from hub.db import Database, address
from hub.files import write_private
from hub.fleet.ca import StationCa
from hub.keys import HubKeys, rotate
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
    """And the next backup, when rows have come after it."""
    with closing(open_database(Config(small))) as db:
        db.write_now(lambda s: setattr(s.get_one(Audit, 1), "outcome", "changed"))
    assert backup(small, tmp_path / "to").broken == 1
    assert backup(small, tmp_path / "to").broken == 1


@pytest.mark.skipif(not POSTGRESQL, reason="SQLite's rows stand in the order of their numbers")
def test_rows_of_the_audit_need_not_stand_in_order(small: Path, tmp_path: Path) -> None:
    """The room of a row whose commit failed is given to a later one."""
    with closing(open_database(Config(small))) as db:

        def failing(session: Session) -> None:
            for _ in range(3):
                audit.note(session, audit.Entry("user:ada", "look"))
            raise KeyError

        with pytest.raises(KeyError):
            db.write_now(failing)
        for _ in range(3):
            db.write_now(lambda s: audit.note(s, audit.Entry("user:ada", "look")))
        with db.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM audit")
        db.write_now(lambda s: audit.note(s, audit.Entry("user:ada", "look")))
        with db.reader.connect() as connection:
            stand = list(connection.exec_driver_sql("SELECT seq FROM audit").scalars())
    assert stand != sorted(stand)
    assert backup(small, tmp_path / "to").broken is None


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


def at(monkeypatch: pytest.MonkeyPatch, moment: float) -> None:
    """Have the clock of backups show another time."""
    monkeypatch.setattr(making, "now", lambda: moment)


def test_a_clock_that_was_wrong_does_not_have_the_newest_removed(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    to, made = tmp_path / "to", []
    for moment in (2e9, 2e9 + 1, 1.7e9, 1.7e9 + 1):  # the clock is put right between the second and the third
        at(monkeypatch, moment)
        made.append(backup(small, to, keep=2).path)
        assert made[-1].is_dir()
    assert sorted(to.glob("carepost-*")) == sorted(made[-2:])


def test_a_backup_of_before_a_restore_is_not_removed_for_newer_ones(small: Path, tmp_path: Path) -> None:
    """It may hold what was lost by going back, and stations were told that it is in a backup."""
    to = tmp_path / "to"
    first, last = backup(small, to).path, backup(small, to).path
    restore(Wanted(first, small, None, None, replace=True), quiet)
    after = [backup(small, to, keep=1).path for _ in range(2)]
    assert sorted(to.glob("carepost-*")) == sorted([first, last, after[-1]])


def test_a_restore_that_is_killed_leaves_a_hub_and_is_begun_anew(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, keys = backup(small, tmp_path / "to"), sealed_keys.gather(small)
    again = Wanted(done.path, small, None, None, replace=True)
    child = os.fork()
    if child == 0:
        with monkeypatch.context() as killed:  # when all is there but the name
            killed.setattr(folders, "sync_tree", lambda _: os.kill(os.getpid(), signal.SIGKILL))
            try:
                restore(again, quiet)
            finally:
                os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    assert sealed_keys.gather(small) == keys
    with closing(open_database(Config(small))) as db:
        assert db.read_now(audit.verify) is None
    restored = restore(again, quiet)
    assert sealed_keys.gather(small) == keys
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".")] == []
    assert Path(restored.aside[0]).is_dir()


def test_what_is_there_stays_until_the_new_is_whole_and_after_a_failure(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done = backup(small, tmp_path / "to")
    with closing(open_database(Config(small))) as db:
        db.write_now(lambda s: s.add(Meta(name="after", value="the backup")))
    before = sealed_keys.gather(small)

    def full(_: object) -> None:
        assert sealed_keys.gather(small) == before  # a restore killed here leaves a hub
        raise OSError("No space left on device")

    monkeypatch.setattr(folders, "sync_tree", full)
    with pytest.raises(OSError, match="No space"):
        restore(Wanted(done.path, small, None, None, replace=True), quiet)
    assert sealed_keys.gather(small) == before
    with closing(open_database(Config(small))) as db:
        assert db.read_now(lambda s: s.get_one(Meta, "after").value) == "the backup"
    assert [p.name for p in tmp_path.iterdir() if "aside" in p.name or "restoring" in p.name] == []


@pytest.mark.skipif(not POSTGRESQL, reason="a SQLite file is held by the lock of its folder")
def test_no_hub_serves_a_database_that_is_being_filled(
    small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    done, claims = backup(small, tmp_path / "to"), []
    fill = restoring._fill_postgresql

    def watched(*told: Any) -> None:
        with closing(Database(address.find(small))) as db:
            claims.append(db.claim())
        fill(*told)

    monkeypatch.setattr(restoring, "_fill_postgresql", watched)
    restore(Wanted(done.path, small, None, None, replace=True), quiet)
    with closing(Database(address.find(small))) as db:
        claims.append(db.claim())
    assert claims == [False, True]


def test_a_backup_of_a_later_carepost_is_refused_before_anything(small: Path, tmp_path: Path) -> None:
    with closing(open_database(Config(small))) as db, db.writer.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '20991231_01'")
    with closing(Database(address.find(small))) as db:
        done = making.make(db, small, tmp_path / "to", None, quiet)
    keys = sealed_keys.gather(small)
    with pytest.raises(BackupError, match="later Carepost"):
        restore(Wanted(done.path, tmp_path / "again", keys, None, replace=False), quiet)


def test_keys_made_after_the_keys_were_backed_up_are_missed(
    small: Path, tmp_path: Path, postgresql: Callable[[], str]
) -> None:
    keys = sealed_keys.gather(small)
    rotate(small, 10, 1)
    done = backup(small, tmp_path / "to")
    [new] = {file.path for file in sealed_keys.gather(small) if "sealing-" in file.path}
    database = postgresql() if POSTGRESQL else None
    restored = restore(Wanted(done.path, tmp_path / "again", keys, database, replace=False), quiet)
    assert [f"keys/{name}" for name in restored.missing] == [new]


def test_the_audits_chain_holds_whatever_order_its_rows_are_read_in() -> None:
    rows = [Audit(seq=seq) for seq in (1, 3, 2, 6, 4, 5, 7)]
    assert [row.seq for row in audit.in_order(rows)] == [1, 2, 3, 4, 5, 6, 7]
    assert [row.seq for row in audit.in_order(rows, most=1)] == [1, 2, 3, 4, 5, 6, 7]
    lacking = [Audit(seq=seq) for seq in (2, 3, 4, 5, 1)]  # not all is kept for one that does not come
    assert [row.seq for row in audit.in_order(lacking, most=2)] == [2, 3, 4, 5, 1]


def test_a_stick_that_knows_one_name_a_file_takes_the_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refused)  # as vfat and exfat do
    path = tmp_path / "KEYS.sealed"
    write_private(path, b"sealed")
    assert path.read_bytes() == b"sealed"
    with pytest.raises(FileExistsError):
        write_private(path, b"other")
    assert path.read_bytes() == b"sealed"
    assert [p.name for p in tmp_path.iterdir() if p.name.endswith(".new")] == []


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

    (small / "forward").mkdir()
    (small / "forward" / "there.secret").write_text("t0ken")
    restored = restore(Wanted(done.path, small, None, None, replace=True), quiet)

    assert restored.left == ("forward/there.secret",)
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
    assert [p.name for p in tmp_path.iterdir() if "aside" in p.name or "restoring" in p.name] == []
