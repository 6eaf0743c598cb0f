"""The running session over AT-SPI: a visit that a screen reader reads and presses."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSocketNotifier
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from screen_core import ScreenCore
from screen_person import QUICK
from screen_reader import CHECKED, ENABLED, FOCUSABLE, FOCUSED, Node, ScreenReader
from station_state import StationState

from contract import station
from contract.journal import create
from contract.link import listen

pytestmark = pytest.mark.e2e
CHECKOUT = Path(__file__).resolve().parents[2]
PATIENCE_MS = 20_000
LOOK_MS = 20
MOST_STEPS = 60
WORDS = "label"  # Qt says of every text that it can have the focus; Tab never comes to one
ROLES = {"push button", "radio button", "check box", "text"}
SIMPLE = ("None of these", "Blood pressure check", "I don't know")  # answers that lead on quickly


class CoreAtSocket(ScreenCore):
    """Core's end where another process can reach it."""

    def __init__(self, state: StationState, path: Path) -> None:
        super().__init__(state)
        self._door = listen(path)
        self._bell = QSocketNotifier(self._door.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._let_in)

    def _let_in(self, *_: object) -> None:
        ours, _ = self._door.accept()
        ours.setblocking(False)
        self.take(ours)

    def close(self) -> None:
        """Nobody is let in any more."""
        self._bell.setEnabled(False)
        self.hang_up()
        self._door.close()


class Blind:
    """Somebody whose screen reader is all there is. `looked`: the headings of screens that were gone over."""

    def __init__(self, reader: ScreenReader) -> None:
        self.reader = reader
        self.looked: list[str] = []

    def shown(self) -> list[Node]:
        """Return what can be read now; core answers meanwhile."""
        QTest.qWait(LOOK_MS)
        return self.reader.shown()

    def wait(self, find: Callable[[list[Node]], Node | None], what: str) -> Node:
        """Wait until something can be read."""
        shown: list[Node] = []
        until = time.monotonic() + PATIENCE_MS / 1000
        while time.monotonic() < until:
            shown = self.shown()
            if found := find(shown):
                return found
        raise AssertionError(f"{what} never came; there is {[(node.role, node.name) for node in shown]}")

    def on(self, words: str) -> None:
        """Wait for these words, then go over the screen: names and roles, and the way of the focus."""
        self.wait(lambda shown: next((n for n in shown if words in n.name and n.role == WORDS), None), words)
        self.look(words)

    def press(self, name: str) -> None:
        """Press what has this name, as soon as it can be."""

        def there(shown: list[Node]) -> Node | None:
            found = (n for n in shown if n.name == name and n.role != WORDS and n.has(ENABLED))
            return next(found, None)

        self.reader.press(self.wait(there, name))

    def look(self, heading: str) -> None:
        """All that can have the focus has a name and a role; Tab comes to all of it, in the tree's order.

        What a long list has scrolled away is not in the tree until the focus brings it into sight.
        """
        self.looked.append(heading)
        there: dict[str, str] = {}
        came: list[Node] = []
        while len(came) < MOST_STEPS:
            here, shown = self.step(came[-1] if came else None)
            assert not [n for n in shown if not n.name.strip() or n.role not in ROLES], heading
            wanted = [n for n in shown if n.has(ENABLED) and len(n.name) > 1 and n.name not in KEYS]
            there |= {n.path: n.name for n in wanted}
            places = {n.path: place for place, n in enumerate(wanted)}
            if came and came[-1].path in places and here.path in places:
                ahead = places[here.path] - places[came[-1].path]
                assert ahead == 1 or ahead < 0, f"{heading}: from {came[-1].name} to {here.name}"
            if came and here.path == came[0].path:
                break
            came.append(here)
        left_out = set(there) - {n.path for n in came}
        assert not left_out, f"{heading}: Tab never comes to {[there[path] for path in left_out]}"

    def step(self, before: Node | None) -> tuple[Node, list[Node]]:
        """Press Tab; return what has the focus then, and all that can have it."""
        self.reader.key("Tab")
        until = time.monotonic() + PATIENCE_MS / 1000
        while time.monotonic() < until:
            shown = [node for node in self.shown() if node.has(FOCUSABLE) and node.role != WORDS]
            here = next((node for node in shown if node.has(FOCUSED)), None)
            if here is not None and (before is None or here.path != before.path):
                return here, shown
        raise AssertionError(f"Tab leads nowhere from {before}")


KEYS = {  # of our keyboard, where arrows lead; of a long list, which goes along with the focus
    *("Delete", "Capital letters", "Digits and signs", "Letters", "space"),
    *("Move up", "Move down: there is more"),
}


@pytest.fixture
def site(
    qapp: QGuiApplication, tmp_path: Path
) -> Iterator[tuple[CoreAtSocket, Blind, "subprocess.Popen[bytes]"]]:
    reader = ScreenReader(tmp_path / "bus")
    state = StationState(tmp_path / "station", timing=QUICK)
    core = CoreAtSocket(state, tmp_path / "core.sock")
    journal = create()
    session = subprocess.Popen(
        [
            *(sys.executable, "-m", "ui", "--core", str(tmp_path / "core.sock")),
            *("--trust", str(state.folder), "--journal-fd", str(journal)),
        ],
        cwd=CHECKOUT,
        env={**reader.environment, "QT_QUICK_BACKEND": "software"},
        pass_fds=(journal,),
    )
    try:
        reader.give_keys_to("Carepost")
        yield core, Blind(reader), session
    finally:
        session.kill()
        session.wait()
        core.close()
        os.close(journal)
        reader.close()


def test_a_visit_by_a_screen_reader(site: tuple[CoreAtSocket, Blind, "subprocess.Popen[bytes]"]) -> None:
    core, blind, session = site
    blind.on("Test Pharmacy")
    blind.press("English: Touch here to begin")
    blind.on("Before we start")
    blind.press("I agree")
    blind.on("Who are you?")
    blind.press("Stay without a name")
    blind.on("How old are you?")
    blind.press("I'd rather not say")
    answer_simply(blind, until="Put one finger into the clip.")
    blind.on("Put one finger into the clip.")
    blind.press("Start")
    blind.on("Keep your hand still on the table.")
    core.oximetry(97, 72)
    answer_simply(blind, until="Which arm, and which cuff fits?")
    blind.on("Which arm, and which cuff fits?")
    blind.press("Left arm")
    blind.press("Skip this measurement")
    blind.on("Why do you want to skip this?")
    blind.press("I don't want it")
    blind.on("Your results")
    blind.press("Leave: end your visit")
    blind.on("Do you want to leave?")
    blind.press("Leave and erase")
    for _ in range(PATIENCE_MS // LOOK_MS):
        QTest.qWait(LOOK_MS)
        if session.poll() is not None:
            break
    assert session.returncode == 0
    assert core.all(station.VisitEnded)
    assert len(blind.looked) > 12


def answer_simply(blind: Blind, until: str) -> None:
    """Answer what is asked by the answer that leads on, going over each screen, until these words come."""
    while True:

        def next_one(shown: list[Node]) -> Node | None:
            if any(until in node.name for node in shown):
                return shown[0]
            new = [n for n in shown if n.name in SIMPLE and n.role != WORDS and not n.has(CHECKED)]
            return new[0] if new and heading(shown) not in blind.looked else None

        found = blind.wait(next_one, "a question")
        if found.name not in SIMPLE:
            return
        blind.look(heading(blind.shown()))
        blind.press(found.name)


def heading(shown: list[Node]) -> str:
    """Return the words that stand first on the screen after where one is in the visit."""
    words = [n.name for n in shown if n.role == WORDS and not n.name.startswith("Step ")]
    return words[0] if words else ""
