"""The hub's keys change with overlap: nothing sealed before is lost, no receipt is signed by a stranger."""

import errno
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hub_process import HubProcess, eventually
from hub_station import StationClient, VisitAtStation

from contract import wire
from contract.envelope import Fate
from contract.seal import open_key_set
from hub.intake import quarantine
from hub.keys import DAY_S, HubKeys, rotate
from hub.models import StoredEnvelope


@pytest.fixture
def rotating(tmp_path: Path) -> Iterator[HubProcess]:
    with HubProcess(tmp_path) as hub:
        yield hub


# ---- the keys themselves ------------------------------------------------------------------------


def test_a_rotation_adds_keys_and_uses_the_new_signing_key_after_the_overlap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = HubKeys.load(tmp_path, 365)
    first, signer = keys.key_set, keys.signing
    set_ = rotate(tmp_path, 365, 7)

    assert (set_.version, set_.sealing[0], set_.signing[0]) == (2, first.sealing[0], first.signing[0])
    assert set_.issued >= first.issued
    assert keys.look_again()
    assert not keys.look_again()
    assert keys.key_set == set_
    assert keys.key_set.sealing_key() == set_.sealing[1]
    assert keys.sealing_key(first.sealing[0].id) is not None
    assert keys.sealing_key(set_.sealing[1].id) is not None
    assert keys.signing.private_bytes_raw() == signer.private_bytes_raw()
    later = time.time() + 7 * DAY_S + 1
    monkeypatch.setattr(time, "time", lambda: later)
    assert keys.signing.public_key().public_bytes_raw() == set_.signing[1].public
    # after the end of the first keys the set does without them; what was sealed to them is opened still
    monkeypatch.setattr(time, "time", lambda: first.sealing[0].not_after + 1.0)
    third = rotate(tmp_path, 365, 0)
    assert first.sealing[0] not in third.sealing
    assert HubKeys.load(tmp_path, 365).sealing_key(first.sealing[0].id) is not None


def test_times_of_keys_survive_a_copy_of_the_folder(tmp_path: Path) -> None:
    """A backup put back has other file times; the set that stations hold stays what it was."""
    before = HubKeys.load(tmp_path, 365).key_set
    for path in (tmp_path / "keys").iterdir():
        path.touch()
    assert HubKeys.load(tmp_path, 10).key_set == before


def test_keys_that_end_soon_are_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = HubKeys.load(tmp_path, 100)
    assert keys.ending(60) == []
    soon = time.time() + 50 * DAY_S
    monkeypatch.setattr(time, "time", lambda: soon)
    sealing, signing = keys.ending(60)
    assert "sealing key" in sealing and "ends in 50 days" in sealing and "rotate-keys" in sealing
    assert "signing key" in signing
    rotate(tmp_path, 100, 7)
    keys.look_again()
    assert keys.ending(60) == []


# ---- through the hub ----------------------------------------------------------------------------


def test_stations_hear_of_new_keys_and_what_was_sealed_before_is_filed(rotating: HubProcess) -> None:
    with StationClient.enrolled(rotating, "Rotating Street") as station:
        visit = VisitAtStation(station)
        offline = station.batch(visit.opened())  # sealed to the old key, still waiting
        root = (station.state / "root.pub").read_bytes()
        with station.socket() as socket:
            socket.until(wire.HubHello)

            done = rotating.command("rotate-keys")

            assert done.returncode == 0, done.stderr
            assert "Key set version 2." in done.stdout
            pushed = open_key_set(socket.until(wire.KeysChanged).keys, root)
        assert pushed.version == 2
        with station.socket() as socket:  # one that was away hears of them in its hello
            assert open_key_set(socket.until(wire.HubHello).keys, root) == pushed
        assert open_key_set(station.http.get("/station/v1/keys").content, root) == pushed
        # the receipt is by a key that also a station with the old set knows
        assert station.post(offline).items[0].fate is Fate.STORED
        old = station.keys
        station.keys = pushed
        assert station.keys.sealing_key() != old.sealing_key()
        station.deliver(VisitAtStation(station).opened())
        station.settled()
        assert {row.state for row in rotating.rows(StoredEnvelope)} == {"filed"}

        rotating.kill()
        rotating.start()
        station.reconnect()
        assert open_key_set(station.http.get("/station/v1/keys").content, root) == pushed


@pytest.mark.faults
def test_a_signing_key_used_at_once_is_known_to_whoever_has_the_new_set(rotating: HubProcess) -> None:
    with StationClient.enrolled(rotating, "At Once Street") as station:
        assert rotating.here("rotate-keys", "--overlap-days", "0").returncode == 0
        root = (station.state / "root.pub").read_bytes()

        def newer() -> bool:
            station.keys = open_key_set(station.http.get("/station/v1/keys").content, root)
            return station.keys.version == 2

        eventually(newer, "the new set")
        assert station.deliver(VisitAtStation(station).opened()).items[0].fate is Fate.STORED


def test_what_is_sealed_to_a_lost_key_waits_until_it_is_back(rotating: HubProcess) -> None:
    with StationClient.enrolled(rotating, "Lost Key Street") as station:
        assert rotating.here("rotate-keys").returncode == 0
        keys = HubKeys.load(rotating.data, 1).key_set
        rotating.kill()
        [pem] = (rotating.data / "keys").glob("sealing-*.pem")
        backup = pem.read_bytes()
        pem.unlink()
        rotating.start()
        station.reconnect()
        station.keys = keys
        station.deliver(VisitAtStation(station).opened())
        station.settled()
        [held] = rotating.db.read_now(quarantine.listed)
        assert held["code"] == "key"
        assert keys.sealing[-1].id.hex() in str(held["reason"])
        status = rotating.here("status")
        assert status.returncode == 1
        assert "1 in quarantine: key" in status.stdout

        pem.write_bytes(backup)

        def filed() -> bool:
            """The hub takes the key in within a second; until then a release finds it missing still."""
            rotating.here("quarantine", "--release", str(held["id"]))
            station.settled()
            return [row.state for row in rotating.rows(StoredEnvelope)] == ["filed"]

        eventually(filed, "the envelope whose key is back")
        assert rotating.db.read_now(quarantine.listed) == []
        assert rotating.here("status").returncode == 0


def test_a_key_that_could_not_be_written_whole_does_not_stop_the_hub(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = HubKeys.load(tmp_path, 365)

    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patched:
        patched.setattr("hub.files.os.fsync", full)
        with pytest.raises(OSError, match="no space left"):
            rotate(tmp_path, 365, 7)
    assert HubKeys.load(tmp_path, 365).key_set == before.key_set
    assert rotate(tmp_path, 365, 7).version == before.key_set.version + 1


def test_lost_keys_are_not_replaced_by_new_ones(tmp_path: Path) -> None:
    HubKeys.load(tmp_path, 365)
    for name in ("sealing.pem", "root.pem"):
        (tmp_path / "keys" / name).unlink()
    with pytest.raises(OSError, match="put it back from the backup"):
        HubKeys.load(tmp_path, 365)
    assert (
        not list((tmp_path / "keys").glob("*ing.pem.new"))
        and not (tmp_path / "keys" / "sealing.pem").exists()
    )
