"""The console's tests: the built console in a real Chromium, a hub to arrange, a station that calls."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "support"))

from console_hub import CODE, ConsoleHub, running
from console_station import Station
from console_visits import morning
from hub_process import HubProcess
from playwright.async_api import Browser, BrowserContext, Page, async_playwright, expect

SOON = 20_000  # ms: nothing here waits that long when all is well, also on a slow machine
CONSOLE = Path(__file__).resolve().parents[3] / "hub" / "console"
NODE = Path(sys.executable).parent
expect.set_options(timeout=SOON)
CHROMIUM = "/usr/bin/chromium"
FAKE_CAMERA = ["--use-fake-device-for-media-stream=fps=10", "--use-fake-ui-for-media-stream"]
SCREEN = {"width": 1440, "height": 900}


def npm(*words: str) -> None:
    """Run npm in the console's folder; CalledProcessError with its output when it fails."""
    path = f"{NODE}{os.pathsep}{os.environ['PATH']}"
    subprocess.run([NODE / "npm", *words], cwd=CONSOLE, check=True, env=os.environ | {"PATH": path})


@pytest.fixture(scope="session")
def dist() -> Path:
    """The built console, built now when a source is newer than it."""
    page = CONSOLE / "dist" / "index.html"
    sources = [*(CONSOLE / "src").rglob("*.*"), *CONSOLE.glob("*.*")]
    if not (CONSOLE / "node_modules" / "axe-core").exists():
        npm("ci")
    if not page.exists() or page.stat().st_mtime < max(source.stat().st_mtime for source in sources):
        npm("run", "build")
    return page.parent


@pytest.fixture
def real(dist: Path, tmp_path: Path) -> Iterator[HubProcess]:
    """A hub in a process of its own, for stations that speak to it."""
    with HubProcess(tmp_path) as process:
        yield process


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all tests, with a camera that shows a test picture."""
    async with async_playwright() as play:
        chromium = await play.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--mute-audio", *FAKE_CAMERA]
        )
        yield chromium
        await chromium.close()


@pytest_asyncio.fixture(loop_scope="session")
async def hub(dist: Path) -> AsyncIterator[ConsoleHub]:
    """A hub on a busy morning."""
    async with running(dist) as found:
        await found.arrange(morning())
        yield found


@pytest_asyncio.fixture(loop_scope="session")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    """A browser profile of its own."""
    found = await browser.new_context(viewport=SCREEN, reduced_motion="reduce", locale="en-GB")  # type: ignore[arg-type]
    found.set_default_timeout(SOON)
    yield found
    await found.close()


@pytest_asyncio.fixture(loop_scope="session")
async def page(context: BrowserContext) -> AsyncIterator[Page]:
    """An empty page; anything the console logs as an error fails the test, a refused script among it."""
    found = await context.new_page()
    errors: list[str] = []
    found.on("pageerror", lambda error: errors.append(str(error)))
    found.on("console", lambda said: errors.append(said.text) if "Content Security" in said.text else None)
    yield found
    assert errors == []


@pytest_asyncio.fixture(loop_scope="session")
async def desk(page: Page, hub: ConsoleHub) -> Page:
    """A provider signed in, nothing open."""
    await page.goto(f"{hub.address}/#code={CODE}")
    await page.get_by_test_id("row").first.wait_for()
    return page


@pytest_asyncio.fixture(loop_scope="session")
async def station(hub: ConsoleHub) -> AsyncIterator[Station]:
    """A station that offers as soon as a call is accepted."""
    found = Station(hub)
    hub.accepted = found.offer
    yield found
    await found.hang_up()
