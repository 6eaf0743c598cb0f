"""A whole world a test, quick in its times: real processes, real bytes, a real database."""

from collections.abc import Iterator
from pathlib import Path

import crash_disk
import pytest
from faults_report import Rounds
from rig import Rig

from demo.world import Options


@pytest.fixture
def rounds(pytestconfig: pytest.Config) -> Rounds:
    return Rounds(pytestconfig)


@pytest.fixture(scope="session")
def crash_disk_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return crash_disk.build(tmp_path_factory.mktemp("library"))


@pytest.fixture
def options() -> Options:
    return Options(rest_s=1, between_s=1, cuff_speed=8.0, provider_wait_s=5)


@pytest.fixture
def rig(options: Options, tmp_path: Path) -> Iterator[Rig]:
    made = Rig(options, tmp_path)
    try:
        yield made
    finally:
        made.close()
