"""Ways out of the screen that hands can try (docs/security/breakouts.md): a real station under cage.

What is on the glass after each attempt must be what the session itself drew, to the pixel: a menu, a second
window, a title bar, another terminal would show. Positive control: a key and a touch that the session must
show. Negative control: each attempt is also made on a window that lets everybody out, and must be caught.
"""

import os
import subprocess
import sys
import tempfile
import time
from base64 import b64decode
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from kiosk_screen import SIZE, KioskScreen, kiosk_screen, missing
from PySide6.QtGui import QImage
from rig import Rig

from demo.world import Options, wait_for

pytestmark = [
    pytest.mark.e2e,
    pytest.mark.skipif(
        bool(missing()), reason=f"Debian's cage, xvfb, xdotool, imagemagick: {missing()} missing"
    ),
]
CHECKOUT = Path(__file__).resolve().parents[2]
OPEN_WINDOW = CHECKOUT / "tests" / "support" / "open_window.py"
WIDTH, HEIGHT = SIZE
MIDDLE = (WIDTH // 2, HEIGHT // 2)
QUIET = (WIDTH - 60, HEIGHT - 200)  # on the welcome screen nothing is there to be touched
APART = 24  # levels of a colour: software rendering rounds
FOREIGN = 0.002  # of the pixels

Attempt = Callable[[KioskScreen], object]
ATTEMPTS: dict[str, Attempt] = {
    "1 terminals, as far as a client sees them": lambda s: s.keys("ctrl+alt+F2", "ctrl+alt+F7", "alt+F3"),
    "5 ctrl+alt+backspace": lambda s: s.keys("ctrl+alt+BackSpace", "ctrl+alt+BackSpace"),
    "6 close and window keys": lambda s: s.keys("alt+F4", "ctrl+q", "ctrl+w", "alt+space", "F11", "ctrl+n"),
    "7 super, alt+tab, run": lambda s: s.keys("super", "alt+Tab", "alt+shift+Tab", "alt+F2", "super+r"),
    "8 menus": lambda s: s.keys("Menu", "shift+F10").click(*QUIET, button=3).click(*QUIET, hold_s=1.0),
    "9 a browser's keys": lambda s: s.keys("ctrl+o", "ctrl+s", "ctrl+p", "F1", "F12", "ctrl+shift+i"),
    "10 print screen": lambda s: s.keys("Print", "alt+Print", "ctrl+Print"),
    "11 sticky keys": lambda s: s.keys(*["shift"] * 6),
    "12 unicode and compose": lambda s: s.keys("ctrl+shift+u", "4", "1", "Multi_key", "e"),
    "13 paste and drag": lambda s: (
        s.click(*QUIET, button=2).keys("ctrl+v", "shift+Insert").drag(QUIET, (WIDTH - 60, HEIGHT - 300))
    ),
    "20 swipes from the edges": lambda s: [
        s.drag(start, QUIET) for start in ((0, 300), (640, 0), (640, HEIGHT - 1), (WIDTH - 1, 300))
    ],
    "21 corners": lambda s: [s.click(x, y) for x in (1, WIDTH - 2) for y in (1, HEIGHT - 2)],
}


def image(pixels: bytes) -> QImage:
    return QImage(pixels, WIDTH, HEIGHT, WIDTH * 3, QImage.Format.Format_RGB888).copy()


def light(screen: KioskScreen) -> int:
    """Return how light a corner of the glass is, 0 to 255."""
    return image(screen.picture()).pixelColor(20, 20).lightness()


def foreign(seen: QImage, meant: QImage) -> float:
    """Return the share of the glass that is not what was meant; every second pixel is looked at."""
    if meant.size() != seen.size():
        return 1.0
    one = seen.convertToFormat(QImage.Format.Format_RGB888)
    two = meant.convertToFormat(QImage.Format.Format_RGB888)
    a, b = bytes(one.constBits()), bytes(two.constBits())
    stride, step = one.bytesPerLine(), 6
    other = total = 0
    for y in range(0, HEIGHT, 2):
        row_a, row_b = a[y * stride : y * stride + WIDTH * 3], b[y * stride : y * stride + WIDTH * 3]
        total += WIDTH // 2
        if row_a != row_b:
            other += sum(
                abs(row_a[x + c] - row_b[x + c]) > APART for x in range(0, WIDTH * 3, step) for c in (1,)
            )
    return other / total


class Station:
    """The real station on the glass, its wipes and crashes seen from outside."""

    def __init__(self, screen: KioskScreen, rig: Rig) -> None:
        self.screen, self.rig = screen, rig

    def home(self) -> None:
        """Go back to the welcome screen: a button that had the focus may have been pressed, as it should.

        Looking up a symptom ends as a visit does, with a fresh session.
        """
        state = self.rig.driver.state()
        assert not state["visit"]
        if state["screen"] != "welcome":
            self.screen.keys("Escape")
            self.rig.driver.connect(60)
            self.rig.driver.on("welcome")

    def meant(self) -> QImage:
        """Return what the session itself draws."""
        found = QImage()
        found.loadFromData(b64decode(self.rig.driver.ask("screenshot")["png"]), "PNG")
        return found

    def outside(self) -> list[str]:
        """Return what shows that somebody got out."""
        found = []
        share = foreign(image(self.screen.still()), self.meant())
        if share > FOREIGN:
            found.append(f"{share:.1%} of the glass is not the session's")
        if self.screen.cage.poll() is not None:
            found.append("the compositor has ended")
        return found


@pytest.fixture(scope="module")
def screen() -> Iterator[KioskScreen]:
    flag = Path(tempfile.gettempdir()) / "carepost-no-such-flag"
    with kiosk_screen([sys.executable, "-m", "ui.standby", "--flag", str(flag)]) as found:
        yield found


@pytest.fixture(scope="module")
def station(screen: KioskScreen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Station]:
    before = dict(os.environ)
    os.environ.update(screen.environment)
    try:
        rig = Rig(Options(offscreen=False, windowed=False, idle_s=3600), tmp_path_factory.mktemp("breakouts"))
    finally:
        os.environ.clear()
        os.environ.update(before)
    try:
        yield Station(screen, rig)
    finally:
        rig.close()


def test_what_the_hands_do_arrives(station: Station) -> None:
    """The positive control, first: a key and a touch that the session must show."""
    station.rig.driver.on("welcome")
    assert station.outside() == []
    before = station.screen.still()
    station.screen.keys("Tab")
    wait_for(lambda: station.screen.picture() != before, "the focus that Tab shows", 5)
    station.screen.keys("Escape")


@pytest.mark.parametrize("name", ATTEMPTS)
def test_nobody_gets_out(station: Station, name: str) -> None:
    pids = station.rig.world.station_pids()
    ATTEMPTS[name](station.screen)
    station.screen.still()  # what opens is on the glass by then
    assert station.outside() == []
    assert station.rig.world.station_pids() == pids
    station.home()


def test_a_touch_goes_where_it_is_meant(station: Station) -> None:
    """The positive control once more, after all of it: the station still does what it is there for."""
    x, y = MIDDLE
    station.screen.click(x, y)
    station.rig.driver.until(lambda s: s["screen"] != "welcome", "the next screen", 10)


def test_a_wipe_never_shows_black(station: Station) -> None:
    """The session goes and comes: behind it is always the picture that says so."""
    station.rig.world.kill_station_process("session")
    darkest = 255
    deadline = time.monotonic() + 3
    while time.monotonic() < deadline:
        darkest = min(darkest, light(station.screen))
    assert darkest > 200
    station.rig.driver.connect(30)


@pytest.mark.parametrize("name", ATTEMPTS)
def test_each_attempt_is_caught_where_the_way_out_is_open(name: str) -> None:
    """The negative control: on a window that lets everybody out, each attempt leaves something to be seen."""
    child = [sys.executable, str(OPEN_WINDOW), *(["--frame"] if name.startswith("21") else [])]
    with kiosk_screen(child, cage=()) as screen:
        meant = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
        meant.fill("#204060")
        if name.startswith("21"):
            wait_for(
                lambda: image(screen.picture()).pixelColor(*MIDDLE).name() == "#204060", "the open window"
            )
            assert foreign(image(screen.still()), meant) > FOREIGN  # its title bar
            return
        wait_for(lambda: foreign(image(screen.picture()), meant) == 0, "the open window")
        ATTEMPTS[name](screen)
        wait_for(
            lambda: foreign(image(screen.picture()), meant) > FOREIGN,
            f"something to be seen of {name}",
            5,
        )


def test_the_screen_behind_says_out_of_service(tmp_path: Path) -> None:
    folder = Path(tempfile.mkdtemp(prefix="flag-", dir="/tmp"))
    folder.chmod(0o755)
    flag = folder / "out-of-service"
    try:
        with kiosk_screen([sys.executable, "-m", "ui.standby", "--flag", str(flag)]) as screen:
            wait_for(lambda: light(screen) > 200, "the picture")
            before = screen.still()
            flag.touch()
            wait_for(lambda: screen.picture() != before, "another picture", 5)
            flag.unlink()
            wait_for(lambda: screen.still() == before, "the picture before", 5)
    finally:
        subprocess.run(["rm", "-r", str(folder)], check=True)
