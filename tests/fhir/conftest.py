"""FHIR's tests: a real hub process, and a station enrolled at it."""

from collections.abc import Iterator

import pytest
from hub_process import HubProcess
from hub_station import StationClient


@pytest.fixture(scope="session")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[HubProcess]:
    with HubProcess(tmp_path_factory.mktemp("hub")) as process:
        yield process


@pytest.fixture(scope="module")
def station(hub: HubProcess) -> Iterator[StationClient]:
    with StationClient.enrolled(hub, "Elm Street Pharmacy") as client:
        yield client
