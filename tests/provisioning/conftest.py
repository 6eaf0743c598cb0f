import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent))

from lying_hub import LyingHub


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LyingHub]:
    with LyingHub(tmp_path_factory.mktemp("hub")) as hub:
        yield hub


@pytest.fixture
def hub(running: LyingHub) -> LyingHub:
    running.change = lambda answer: answer
    running.cacerts = None
    running.asked.clear()
    return running
