"""A stick with a station's export: verified, stored as if it had been posted, twice as once."""

import subprocess
import sys
from pathlib import Path
from uuid import UUID

import msgspec
import pytest
from hub_process import ROOT, WAIT_S, Browser, HubProcess
from hub_station import StationClient, VisitAtStation, oximetry
from hub_store import held, put

from contract.documents import Measured
from contract.envelope import Fate
from contract.export import EXPORT, write_envelope, write_head
from hub.app import open_database
from hub.config import Config
from hub.fleet import enrol
from hub.fleet.ca import StationCa
from hub.intake.importing import Importer
from hub.keys import HubKeys
from hub.models import StoredEnvelope
from provisioning.enrol import enrol as enrol_station


@pytest.fixture
def filled(station: StationClient, tmp_path: Path) -> tuple[Path, list[VisitAtStation]]:
    """A queue with three readings that were never sent."""
    visits = [VisitAtStation(station) for _ in range(3)]
    told = [Measured(visit=v.id, at=v.at, measurement=oximetry(station.boot)) for v in visits]
    put(tmp_path / "queue", station, station.boot, *told)
    return tmp_path / "queue", visits


def exported(queue: Path, station: StationClient, target: Path, what: str = "export") -> Path:
    """Run the station's own command."""
    arguments = [str(target)] if what == "export" else ["--to", str(target)]
    key = station.state / "station-key.pem"
    command = [sys.executable, "-m", "offline_queue", "--store", str(queue), "--station-key", str(key)]
    done = subprocess.run(
        [*command, what, *arguments], cwd=ROOT, capture_output=True, text=True, timeout=WAIT_S
    )
    assert done.returncode == 0, done.stderr
    return target


def written(path: Path, station: StationClient, queue: Path, public: bytes | None = None) -> Path:
    """Write an export by the contract's own writer."""
    with path.open("wb") as file:
        write_head(file, bytes(16), public or station.key.public_key().public_bytes_raw())
        for signed in held(queue):
            write_envelope(file, signed)
    return path


def test_an_export_is_imported_once_however_often(
    hub: HubProcess, station: StationClient, filled: tuple[Path, list[VisitAtStation]], tmp_path: Path
) -> None:
    queue, visits = filled
    stick = exported(queue, station, tmp_path / "stick.carepost")
    sent = held(queue)[:1]
    station.post(sent)  # one had got through before the station broke

    first = hub.command("import", str(stick))
    again = hub.here("import", str(stick))

    assert first.returncode == again.returncode == 0, first.stderr
    assert "2 new, 1 known, 0 quarantined" in first.stdout
    assert "0 new, 3 known, 0 quarantined" in again.stdout
    station.settled()
    with Browser(hub, "ada") as browser:
        for visit in visits:
            assert len(browser.get(f"/api/visits/{visit.id}").json()["measurements"]) == 1
    # a station that is online after all hears that all of it is there
    assert {item.fate for item in station.post(held(queue)).items} == {Fate.STORED}


def test_the_files_of_drain_are_taken_as_well(
    hub: HubProcess, station: StationClient, filled: tuple[Path, list[VisitAtStation]], tmp_path: Path
) -> None:
    folder = exported(filled[0], station, tmp_path / "outgoing", "drain")
    files = sorted(map(str, folder.iterdir()))
    assert len(files) == 3
    done = hub.here("import", *files)
    assert done.returncode == 0, done.stderr
    assert done.stdout.count("1 new, 0 known, 0 quarantined") == 3
    station.settled()


def importer(hub: HubProcess, **options: bool) -> Importer:
    return Importer(hub.db, HubKeys.load(hub.data, 1), **options)


def nothing(_: int) -> None:
    """Nobody watches."""


def test_a_key_that_was_never_enrolled_and_a_file_that_is_none_are_refused(
    hub: HubProcess, station: StationClient, filled: tuple[Path, list[VisitAtStation]], tmp_path: Path
) -> None:
    foreign = written(tmp_path / "foreign", station, filled[0], public=bytes(32))
    done = hub.here("import", str(foreign))
    assert done.returncode == 1
    assert "no station was ever enrolled" in done.stderr
    for content in (b"", b"text", msgspec.msgpack.encode({"format": EXPORT})):
        (tmp_path / "none").write_bytes(content)
        with pytest.raises(ValueError, match="export"):
            importer(hub).take(tmp_path / "none", nothing)
    (tmp_path / "x.envelope").write_bytes(b"\x90")
    with pytest.raises(ValueError, match="envelope"):
        importer(hub).take(tmp_path / "x.envelope", nothing)
    assert hub.here("import", str(tmp_path / "not-there")).returncode == 1


def test_what_a_cut_stick_still_holds_is_stored(
    hub: HubProcess, station: StationClient, filled: tuple[Path, list[VisitAtStation]], tmp_path: Path
) -> None:
    whole = written(tmp_path / "whole", station, filled[0])
    cut = tmp_path / "cut"
    cut.write_bytes(whole.read_bytes()[:-10])
    ids = [msgspec.msgpack.decode(s.envelope, type=list)[1] for s in held(filled[0])]

    with pytest.raises(ValueError, match="cut"):
        importer(hub).take(cut, nothing)

    there = {row.id.bytes for row in hub.rows(StoredEnvelope)}
    assert [_bytes(i) in there for i in ids] == [True, True, False]
    assert importer(hub).take(whole, nothing).new == 1


def _bytes(identity: object) -> bytes:
    return msgspec.convert(identity, UUID).bytes


def test_an_envelope_changed_on_the_stick_is_quarantined(
    hub: HubProcess, station: StationClient, filled: tuple[Path, list[VisitAtStation]], tmp_path: Path
) -> None:
    first, *_ = held(filled[0])
    changed = bytearray(first.envelope)
    changed[-1] ^= 1
    stick = tmp_path / "stick"
    with stick.open("wb") as file:
        write_head(file, bytes(16), station.key.public_key().public_bytes_raw())
        write_envelope(file, msgspec.structs.replace(first, envelope=bytes(changed)))
    counts = importer(hub).take(stick, nothing)
    assert (counts.new, counts.known, counts.quarantined) == (0, 0, 1)


def test_the_stick_of_a_machine_that_was_replaced_still_counts(hub: HubProcess, tmp_path: Path) -> None:
    """The broken machine's station has a new machine with a new key; the old one's data is not lost."""
    with StationClient.enrolled(hub, "Replaced Street") as old:
        visit = VisitAtStation(old)
        put(tmp_path / "q", old, old.boot, visit.opened())
        stick = written(tmp_path / "stick", old, tmp_path / "q")
        ca = StationCa(hub.data)
        code = hub.db.write_now(lambda s: enrol.new_code(s, old.id, ca.der, 900, attended=False))
        enrol_station(hub.console, code, tmp_path / "new-machine")
        assert old.http.get("/station/v1/keys").status_code == 401

        assert importer(hub).take(stick, nothing).new == 1
        old.settled()
        hub.revoke(old.id)
        refused = hub.here("import", str(stick))
        assert refused.returncode == 1
        assert "--revoked-too" in refused.stderr
        assert importer(hub, revoked_too=True).take(stick, nothing).known == 1


@pytest.mark.faults
def test_a_hub_that_does_not_run_files_it_when_it_is_started(hub: HubProcess, tmp_path: Path) -> None:
    with HubProcess(tmp_path) as other, StationClient.enrolled(other, "Later Street") as station:
        put(tmp_path / "q", station, station.boot, VisitAtStation(station).opened())
        stick = written(tmp_path / "stick", station, tmp_path / "q")
        other.stop()
        db = open_database(Config(other.data))
        assert Importer(db, HubKeys.load(other.data, 1)).take(stick, nothing).new == 1
        db.close()
        other.start()
        station.settled()
        assert [row.state for row in other.rows(StoredEnvelope)] == ["filed"]
