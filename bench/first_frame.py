"""From a session's start to its first interactive frame, beside an empty QML window and a Chromium kiosk.

Session: from starting its command (walls and all, a core running, no device plugged in) until a frame has
been swapped and the welcome answers. Empty window: until its first frame. Both say by Qt's own log when a
frame was rendered. Chromium: from starting the browser, its profile warm, until the sign-in page's first
contentful paint, headless and without a GPU, as the session draws here.
"""

import contextlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

import httpx
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from bench.rows import Row, beside
from bench.table import say
from contract import journal
from demo.driver import Driver
from demo.provider import CHROMIUM
from demo.world import CHECKOUT, World, wait_for
from kiosk.processes import Paths, ScreenOptions, command

FRAME: Final = re.compile(rb"Frame rendered")
ENVIRONMENT: Final = {
    **os.environ,
    "QT_QPA_PLATFORM": "offscreen",
    "QT_LOGGING_RULES": "qt.scenegraph.time.renderloop=true",
}
PATIENCE_S: Final = 30.0
PAINTED: Final = """(() => {
  const entry = performance.getEntriesByName('first-contentful-paint')[0];
  if (!entry || !document.querySelector('input[type=password]')) return null;
  return performance.timeOrigin + entry.startTime;
})()"""


def run(runs: int) -> list[Row]:
    """Start each of the three `runs` times, in turn, after one unmeasured round that warms the caches."""
    ours: list[float] = []
    windows: list[float] = []
    kiosks: list[float] = []
    with _core() as (world, paths), _browser_profile() as profile:
        for number in range(runs + 1):
            say(f"first frame: run {number} of {runs}" if number else "first frame: warming up")
            seconds = (
                _session(world, paths),
                _empty_window(),
                _chromium(profile, world.console_url),
            )
            if number:
                for column, one in zip((ours, windows, kiosks), seconds, strict=True):
                    column.append(one * 1000)
    return [
        beside("first_frame", "ms", ours, "an empty QML window", windows, "<= 1.5"),
        beside("first_frame_kiosk", "ms", ours, "Chromium kiosk on the sign-in page", kiosks, "<= 1"),
    ]


@contextmanager
def _core() -> Iterator[tuple[World, Paths]]:
    """A hub, and an enrolled station of which guard and core run; the bench is its launcher."""
    world = World()
    paths = Paths(world.station_state, world.run)
    try:
        say("hub, enrolment, core")
        world.make_hub()
        world.module("compileall", "-q", "contract", "kiosk", "ui")  # as in an installed station
        paths.make_folders()
        for name, socket in (("guard", paths.guard_socket), ("core", paths.core_socket)):
            world.start(name, command(name, paths, ScreenOptions(), -1))
            wait_for(socket.exists, name)
        yield world, paths
    finally:
        world.close()


class _Frames:
    """Reads what a Qt process says; `first` is set once it has rendered a frame."""

    def __init__(self, said: IO[bytes]) -> None:
        self.first = threading.Event()
        self.at = 0.0
        self.words = b""
        self._said = said
        self._thread = threading.Thread(target=self._read)
        self._thread.start()

    def _read(self) -> None:
        for line in iter(self._said.readline, b""):
            if FRAME.search(line):
                if not self.first.is_set():
                    self.at = time.monotonic()
                    self.first.set()
            else:
                self.words += line
        self._said.close()

    def wait(self) -> float:
        """Return when the first frame came."""
        if not self.first.wait(PATIENCE_S):
            raise RuntimeError(f"no frame was drawn:\n{self.words.decode(errors='replace')[-2000:]}")
        return self.at

    def finish(self) -> None:
        self._thread.join()


@contextmanager
def _started(line: list[str], *descriptors: int) -> Iterator[tuple[float, _Frames]]:
    """Start a Qt process: the moment of its start, and its frames."""
    began = time.monotonic()
    process = subprocess.Popen(
        line,
        cwd=CHECKOUT,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        pass_fds=descriptors,
    )
    assert process.stderr
    frames = _Frames(process.stderr)
    try:
        yield began, frames
    finally:
        process.kill()
        process.wait()
        frames.finish()


def _session(world: World, paths: Paths) -> float:
    socket = world.driver_socket
    socket.unlink(missing_ok=True)
    driver, visit = Driver(socket), journal.create()
    try:
        line = command("session", paths, ScreenOptions(driver=socket, windowed=True), visit)
        with _started(line, visit) as (began, frames):
            driver.connect()
            driver.on("welcome")
            answered = time.monotonic()
            return max(frames.wait(), answered) - began
    finally:
        driver.close()
        os.close(visit)


def _empty_window() -> float:
    with _started([sys.executable, "-m", "bench.empty_window"]) as (began, frames):
        return frames.wait() - began


@contextmanager
def _browser_profile() -> Iterator[Path]:
    made = Path(tempfile.mkdtemp(prefix="carepost-bench-"))
    try:
        yield made
    finally:
        shutil.rmtree(made, ignore_errors=True)


def _chromium(profile: Path, console: str) -> float:
    port_file = profile / "DevToolsActivePort"
    port_file.unlink(missing_ok=True)
    began = time.time()
    process = subprocess.Popen(
        [
            *(CHROMIUM, "--headless=new", "--kiosk", "--no-sandbox", "--disable-gpu", "--no-first-run"),
            *("--window-size=1920,1080", "--disable-background-networking", "--disable-component-update"),
            *("--disable-sync", f"--user-data-dir={profile}", "--remote-debugging-port=0", console),
        ],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        wait_for(lambda: port_file.exists() and port_file.read_text().count("\n"), "Chromium", PATIENCE_S)
        return _painted(int(port_file.read_text().split()[0]), console) - began
    finally:
        process.terminate()
        process.wait()


def _painted(port: int, address: str) -> float:
    """Return when the page at `address` first showed its content: Unix seconds, by its own clock."""
    deadline = time.monotonic() + PATIENCE_S
    while time.monotonic() < deadline:
        # Asked anew each time: while it loads, the page takes the place of an empty one.
        for page in httpx.get(f"http://127.0.0.1:{port}/json/list", timeout=PATIENCE_S).json():
            if page["url"].startswith(address) and (painted := _evaluate(page["webSocketDebuggerUrl"])):
                return painted / 1000
        time.sleep(0.05)
    raise RuntimeError("Chromium did not paint the sign-in page")


def _evaluate(address: str) -> float | None:
    """Ask a page for PAINTED; None when it has not painted, or is gone."""
    with contextlib.suppress(WebSocketException, OSError), connect(address, open_timeout=PATIENCE_S) as page:
        page.send(json.dumps({"id": 1, "method": "Runtime.evaluate", "params": {"expression": PAINTED}}))
        value = json.loads(page.recv(PATIENCE_S)).get("result", {}).get("result", {}).get("value")
        return None if value is None else float(value)
    return None
