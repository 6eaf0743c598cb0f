"""A whole world a test, quick in its times: real processes, real bytes, a real database."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rig import Rig

from demo.world import Options


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
