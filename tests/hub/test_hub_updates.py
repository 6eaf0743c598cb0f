"""Releases given out by a real hub to an enrolled station's agent, over mutual TLS; and to nobody else."""

import contextlib
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from hub_process import HubProcess
from hub_station import StationClient
from releases import Releases

from provisioning.updates.client import Trust
from provisioning.updates.errors import UpdateError
from provisioning.updates.process import Sources, profile_of
from provisioning.updates.sources import Source

ROOT_IMAGE = "station/1.1/root.img.xz"


@pytest.fixture
def releases(hub: HubProcess, tmp_path: Path) -> Releases:
    made = Releases(tmp_path)
    made.release("1.1", root=random.Random(1).randbytes(200_000))
    target = hub.data / "updates"
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(made.folder, target)
    return made


@pytest.fixture
def source(station: StationClient, tmp_path: Path) -> Iterator[Source]:
    """The hub as the station's agent reaches it."""
    sources = Sources(station.state, tmp_path / "none")
    [found] = sources.now(profile_of(station.state))
    yield found
    sources.close()


def test_a_station_takes_a_release_and_goes_on_where_a_line_broke(
    source: Source, releases: Releases, tmp_path: Path
) -> None:
    trust = Trust(tmp_path / "updates", releases.root)
    trusted = trust.look(source)
    info = trusted.target(ROOT_IMAGE)
    whole = (releases.folder / "targets" / info.get_prefixed_paths()[0]).read_bytes()
    part = trust.inbox / f"{info.hashes['sha256']}.part"
    part.write_bytes(whole[:500])
    told: list[int] = []
    assert trusted.fetch(ROOT_IMAGE, lambda done, _: told.append(done)).read_bytes() == whole
    assert told[0] > 500 and told[-1] == len(whole)
    told.clear()
    part.write_bytes(b"x" * 500)  # another beginning: the whole is not what was signed for
    (trust.inbox / info.hashes["sha256"]).unlink()
    with pytest.raises(UpdateError) as refused:
        trusted.fetch(ROOT_IMAGE)
    assert refused.value.why == "altered"
    assert trusted.fetch(ROOT_IMAGE).read_bytes() == whole


def test_nobody_else_and_nothing_else(hub: HubProcess, station: StationClient, releases: Releases) -> None:
    assert station.http.get("/station/v1/updates/metadata/1.root.json").status_code == 200
    (hub.data / "updates" / "metadata" / "9.root.json").symlink_to(hub.data / "serve.lock")
    for path in (
        *("metadata/9.root.json", "metadata/..%2f..%2fserve.lock", "staged/root.json", "metadata", ""),
        *("metadata/2.root.json", "metadata/1.root.json.new"),
    ):
        assert station.http.get(f"/station/v1/updates/{path}").status_code in (404, 405), path
    stranger = httpx.Client(base_url=hub.stations, verify=False, trust_env=False)
    with (
        stranger,
        contextlib.suppress(httpx.TransportError),
    ):  # the listener lets nobody in without a certificate
        assert stranger.get("/station/v1/updates/metadata/1.root.json").status_code == 401


def test_a_hub_without_releases_has_none(
    hub: HubProcess, source: Source, releases: Releases, tmp_path: Path
) -> None:
    shutil.rmtree(hub.data / "updates")
    with pytest.raises(UpdateError) as refused:
        Trust(tmp_path / "updates", releases.root).look(source)
    assert refused.value.why == "turned-away"
