"""Media's tests: helpers of tests/support by their plain names, a provider's browser, a media process."""

import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))

from media_browser import Provider, provider_browser
from media_core import MediaCore

from contract.profile import MediaConfig

TEST_CONFIG = MediaConfig(camera="synthetic", microphone="tone", speaker="none")


@pytest.fixture
async def core(tmp_path: Path) -> AsyncIterator[MediaCore]:
    """A media process with the test picture and the tone."""
    async with MediaCore(tmp_path, TEST_CONFIG) as found:
        yield found


@pytest.fixture
async def provider() -> AsyncIterator[Provider]:
    """A real Chromium on a provider's page."""
    async with provider_browser() as found:
        yield found
