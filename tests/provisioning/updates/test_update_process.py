"""Where a station looks for updates: a stick, then the hub by our certificate, wherever the key is."""

from pathlib import Path

import pytest
from station_state import StationState

from contract import keyfile
from provisioning.updates.process import Sources, profile_of
from provisioning.updates.sources import FolderSource, HttpSource


@pytest.fixture
def state(tmp_path: Path) -> Path:
    return StationState(tmp_path / "state").folder


def sources(state: Path, sticks: Path) -> list[type]:
    made = Sources(state, sticks)
    try:
        return [type(one) for one in made.now(profile_of(state))]
    finally:
        made.close()


def test_the_hub_is_asked_with_a_key_that_systemd_opened(
    state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sealed key is in no file of the station's folder: it is in the unit's own, while that runs."""
    opened = tmp_path / "credentials"
    opened.mkdir()
    (state / keyfile.FILE).rename(opened / keyfile.CREDENTIAL)
    with pytest.raises(OSError):
        sources(state, tmp_path / "none")
    monkeypatch.setenv("CREDENTIALS_DIRECTORY", str(opened))
    assert sources(state, tmp_path / "none") == [HttpSource]


def test_a_stick_is_looked_at_though_the_hub_can_not_be_asked(state: Path, tmp_path: Path) -> None:
    (tmp_path / "media" / "stick" / "carepost-updates").mkdir(parents=True)
    assert sources(state, tmp_path / "media") == [FolderSource, HttpSource]
    (state / keyfile.FILE).unlink()
    assert sources(state, tmp_path / "media") == [FolderSource]
