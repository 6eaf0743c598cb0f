"""The hub's tests: one real hub process for all of them, and a station a module enrolled at it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from hub_database import cluster, prepared
from hub_process import HubProcess
from hub_room import Room
from hub_station import StationClient


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    with HubProcess(tmp_path_factory.mktemp("hub")) as process:
        yield process


@pytest.fixture
def postgresql() -> Callable[[], str]:
    """What makes an empty PostgreSQL database and returns its address."""
    return lambda: cluster().database()


@pytest.fixture
def tmp_path(tmp_path: Path) -> Path:
    """A folder that a hub may be made in, on the database that these tests run on."""
    return prepared(tmp_path)


@pytest.fixture(scope="module")
def station(hub: HubProcess) -> Iterator[StationClient]:
    with StationClient.enrolled(hub, "Elm Street Pharmacy") as client:
        yield client


@pytest.fixture
def room(hub: HubProcess, station: StationClient) -> Iterator[Room]:
    with Room(hub, station) as made:
        yield made
