"""A spare in a device's place: of the same model, until the next profile."""

from pathlib import Path
from uuid import UUID, uuid4

import msgspec
import pytest

from contract.profile import DeviceConfig, Profile
from kiosk.core.spares import Spares

BY, AT = uuid4(), "2026-11-26T06:00:00+00:00"
CUFF = DeviceConfig("cuff", "cuff", "rbp9804", "auto", serial="A1")
CLIP = DeviceConfig("clip", "oximeter", "auto", "/dev/ttyUSB0")
STRAP = DeviceConfig("strap", "heart-monitor", "auto", "ble:00:11:22:33:44:55")
PROFILE = Profile(3, UUID(int=1), "n", "a", "p", "https://hub", devices=(CUFF, CLIP, STRAP))


def test_a_spare_is_found_by_its_model_alone_and_outlives_core(tmp_path: Path) -> None:
    Spares(tmp_path, PROFILE).admit("cuff", BY, AT)
    spares = Spares(tmp_path, PROFILE)
    cuff, clip, _ = spares.applied().devices
    assert (cuff.driver, cuff.port, cuff.serial) == ("rbp9804", "auto", "")
    assert clip == CLIP
    assert "cuff" in spares.words() and str(BY) in spares.words()


def test_the_next_profile_ends_it(tmp_path: Path) -> None:
    Spares(tmp_path, PROFILE).admit("cuff", BY, AT)
    newer = msgspec.structs.replace(PROFILE, version=4)
    assert Spares(tmp_path, newer).applied() == newer


def test_the_model_is_the_one_that_worked_there(tmp_path: Path) -> None:
    spares = Spares(tmp_path, PROFILE)
    assert spares.problem("clip") == "model"
    with pytest.raises(ValueError):
        spares.admit("clip", BY, AT)
    (tmp_path / "devices.json").write_bytes(
        msgspec.json.encode({"clip": {"product": "contec-v7", "serial": ""}})
    )
    spares.admit("clip", BY, AT)
    assert spares.applied().devices[1].driver == "contec-v7"


@pytest.mark.parametrize(("device", "problem"), [("x", "unknown"), ("strap", "by-address"), ("cuff", "")])
def test_which_can_have_one(tmp_path: Path, device: str, problem: str) -> None:
    assert Spares(tmp_path, PROFILE).problem(device) == problem


def test_a_file_that_is_none_admits_none(tmp_path: Path) -> None:
    for torn in (b"{", b'{"profile": 1, "spares": {"\xff": 1}}'):
        (tmp_path / "spares.json").write_bytes(torn)
        assert Spares(tmp_path, PROFILE).admitted == {}
