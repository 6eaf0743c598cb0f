"""A person before the whole session: the real window, view models, visit and sealing; the test's core behind.

`Touch`, `Keys`: the two ways to do the same things.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol
from unittest.mock import patch

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest
from screen_core import ScreenCore
from shiboken6 import delete
from station_state import StationState

import ui.session
from contract import station
from contract.journal import Journal, create
from contract.profile import Help, Timing, open_profile
from contract.seal import open_key_set
from kiosk.clinical.questions import Item
from kiosk.visit import call_events as c
from kiosk.visit import events as e
from kiosk.visit.asking import form_of, harmless
from kiosk.visit.model import ASKING, Screen
from ui.core_link import CoreLink
from ui.drafts import NONE_OF_THESE
from ui.hands import Hands, NotThere, Seen
from ui.intents import NO, YES, item_of, typed
from ui.program import shape, window_of
from ui.session import Session
from ui.window import Languages

PATIENCE_MS = 15_000
LOOK_MS = 4
TICK_MS = 100  # a session's own clock ticks once a second; here nobody wants to wait for it
QUICK = Timing(rest_s=1, between_s=1, shortened=True)


class Station:
    """What outlives a session: the folder, core, and the visit's journal."""

    def __init__(self, folder: Path, *, hub: bool = True, timing: Timing = QUICK, **profile: object) -> None:
        places = ("City Clinic, 40 Main Street",)
        self.state = StationState(folder, timing=timing, help=Help(in_person_places=places), **profile)
        self.core = ScreenCore(self.state, hub=hub)
        self.journal = create()

    def close(self) -> None:
        """Switch off."""
        self.core.hang_up()
        os.close(self.journal)


class Person:
    """One session and its screen. `ended`: the session asked to be replaced."""

    def __init__(self, qt: QGuiApplication, site: Station, orientation: str = "landscape") -> None:
        self._qt = qt
        self.core = site.core
        folder = site.state.folder
        root = (folder / "root.pub").read_bytes()
        profile = open_profile((folder / "profile.signed").read_bytes(), root)
        keys = open_key_set((folder / "keys.signed").read_bytes(), root)
        self._engine = QQmlApplicationEngine()
        self.warnings: list[str] = []
        self._engine.warnings.connect(lambda found: self.warnings.extend(w.toString() for w in found))
        self._languages = Languages(qt, self._engine)
        self._link = CoreLink(self.core.reach)
        with patch.object(ui.session, "TICK_MS", TICK_MS):
            self.session = Session(self._link, Journal(site.journal), root, profile, keys)
        self.session.languageChanged.connect(self._languages.show)
        self._languages.changed.connect(self.session.publish)
        self.ended = self.gone = False
        self.session.ended.connect(self._end)
        self.session.publish()
        size = shape(profile.screen, orientation)
        self.window = window_of(self._engine, self.session.app, size, profile.screen.px_per_mm)
        self.hands = Hands(self.window)
        theme, taps = (self._engine.singletonInstance("Carepost", name) for name in ("Theme", "Taps"))
        assert isinstance(theme, QObject) and isinstance(taps, QObject)
        self.theme, self._taps = theme, taps
        theme.setProperty("still", True)
        self.window.show()

    def start(self) -> "Person":
        """Replay the journal, connect to core."""
        self.session.start()
        self.wait(lambda: self.session.inputs().core_up, "core's welcome")
        return self

    def _end(self) -> None:
        self.ended = True

    def die(self) -> None:
        """The session is gone (killed, or replaced after the wipe)."""
        self.session.ended.disconnect()
        self._link.close()
        self.session._ticker.stop()
        self.session._alive.stop()
        self.session._holder.close()
        self._languages.show("en")
        self.gone = True
        delete(self._engine)
        delete(self.session)
        self.settle()

    # ---- looking

    def settle(self) -> None:
        """Let everything come to rest."""
        for _ in range(2):
            self._qt.processEvents()
            if not self.gone:
                self.hands.lay_out()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def wait(self, so: Callable[[], bool], what: str) -> None:
        """Wait until something is so; fails after some patience, saying what was waited for."""
        for _ in range(PATIENCE_MS // LOOK_MS):
            if so():
                return
            QTest.qWait(LOOK_MS)
        raise AssertionError(f"waited in vain for {what}; on the screen: {self.screen} {self.texts()}")

    @property
    def screen(self) -> Screen:
        """Which screen is shown."""
        return self.session.state.screen

    def on(self, screen: Screen) -> None:
        """Wait for a screen, and for what is on it."""
        self.wait(lambda: self.screen is screen, f"the screen {screen}")
        self.settle()

    def texts(self) -> list[str]:
        """Return every text that is drawn."""
        items = [item for item in self.hands.items() if item.inherits("QQuickText")]
        return [str(item.property("text")) for item in items if item.property("text")]

    def reads(self, part: str) -> bool:
        """Is this part of a text on the screen?"""
        return any(part in text for text in self.texts())

    def seen(self, name: str) -> Seen:
        """Return what is visible under a name."""
        return next(seen for seen in self.hands.seen() if seen.object == name)

    # ---- doing

    def calm(self) -> None:
        """Some time has passed since the last touch (the real 400 ms have tests of their own)."""
        self._taps.setProperty("last", 0.0)
        self._taps.setProperty("lastKeyAt", 0.0)

    def ready(self, name: str) -> None:
        """Wait until something is there and can be touched."""

        def there() -> bool:
            try:
                return self.hands.find(name).isEnabled()
            except NotThere:
                return False

        self.wait(there, f"{name} to be touched")
        self.settle()

    def tap(self, name: str) -> None:
        """Touch something, as soon as it is there."""
        self.ready(name)
        self.calm()
        self.hands.tap(name)
        self.settle()

    def focused(self) -> QQuickItem | None:
        """Return what has the keyboard's focus."""
        return self.window.activeFocusItem()

    def key(self, name: str, text: str = "") -> None:
        """Press a key of a real keyboard."""
        self.calm()
        self.hands.key(name, text)
        self.settle()

    def feed(self, kind: Callable[..., e.Event], **fields: Any) -> None:
        """Get on quickly where the way there is not what is tested."""
        self.session.feed(kind(at=self.session.instant(), **fields))
        self.settle()


class Way(Protocol):
    """How a person does things."""

    def press(self, name: str) -> None:
        """Push a button, choose an answer."""

    def write(self, field: str, text: str) -> None:
        """Fill in a field."""


class Touch:
    """With a finger, on our own keyboard."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def press(self, name: str) -> None:
        """Touch it."""
        self.person.tap(name)

    def write(self, field: str, text: str) -> None:
        """Touch the field, then the keys."""
        self.person.tap(f"{field}-input")
        for character in text:
            self.person.calm()
            self.person.hands.type(character)
        self.person.settle()


class Keys:
    """With a keyboard alone: Tab to it, then Enter."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def press(self, name: str) -> None:
        """Go there and press Enter."""
        self.person.ready(name)
        self.go_to(name)
        self.person.key("Return")

    def write(self, field: str, text: str) -> None:
        """Go to the field and type."""
        self.go_to(f"{field}-input")
        for character in text:
            self.person.key("Space" if character == " " else character.upper(), character)

    def go_to(self, name: str) -> None:
        """Tab until it has the focus, which must be seen on the way."""
        for _ in range(60):
            item = self.person.focused()
            if item is not None and item.objectName() == name:
                return
            self.person.key("Tab")
        raise AssertionError(f"Tab never comes to {name}")


def answer(way: Way, person: Person) -> None:
    """Answer the question on the screen harmlessly; most answers are said by one touch."""
    item = item_of(person.session.state)
    assert item is not None
    for name in choices(person, item):
        way.press(f"answer-{name}")
    if typed(item):
        way.write("answer", "0" if item.type == "integer" else "cough")
    elif item.type == "integer":
        way.press("answer-0")
    if item_of(person.session.state) == item:
        way.press("next")


def choices(person: Person, item: Item) -> list[str]:
    """Return the harmless choices by their names on the screen."""
    given = harmless(form_of(person.session.context, person.screen), item.link_id)
    if isinstance(given, bool):
        return [YES if given else NO]
    if isinstance(given, tuple):
        return list(given) or [NONE_OF_THESE]
    return [str(given)] if item.type == "choice" else []


def answer_to(person: Person, screen: Screen, until: str = "", **given: object) -> None:
    """Answer harmlessly but for `given` up to a question (or to the end), without touching each.

    To the end of why one is here means: what is asked about oneself as well.
    """
    person.on(screen)
    screens = ASKING if screen in ASKING and not until else {screen}
    while person.screen in screens and person.session.state.item != until:
        asked = form_of(person.session.context, person.screen).item(person.session.state.item)
        for item in [part for part in asked.items if part.link_id.replace("-", "_") in given] or [asked]:
            harmless_one = harmless(form_of(person.session.context, person.screen), item.link_id)
            answer = given.get(item.link_id.replace("-", "_"), harmless_one)
            person.feed(e.Answered, item=item.link_id, answer=answer)


def to_questions(person: Person) -> None:
    """Begin, consent, stay without a name, be 70."""
    person.tap("language-en")
    person.feed(e.ConsentAnswered, given=True)
    person.feed(e.WhoChosen, anonymous=True)
    person.feed(e.AgeGiven, years=70)
    person.on(Screen.QUESTION)


def to_oximeter(person: Person) -> None:
    """Put the finger in."""
    to_questions(person)
    answer_to(person, Screen.QUESTION)
    person.feed(e.Continued)
    person.on(Screen.OXIMETER)


def to_cuff(person: Person) -> None:
    """Let the cuff squeeze."""
    to_questions(person)
    answer_to(person, Screen.QUESTION)
    person.feed(e.Skipped, reason="do-not-want")
    answer_to(person, Screen.CUFF_QUESTION)
    person.feed(e.CuffChosen, arm="left", size="adult")
    person.feed(e.Continued)
    person.feed(e.Continued)
    person.on(Screen.CUFF_MEASURE)


def to_call(person: Person) -> None:
    """Be on the line with a provider, nothing measured."""
    to_questions(person)
    answer_to(person, Screen.QUESTION)
    person.feed(e.Skipped, reason="do-not-want")
    person.feed(e.Skipped, reason="do-not-want")
    person.feed(e.Continued)
    person.feed(c.CallWanted, camera=True)
    person.wait(lambda: bool(person.core.all(station.RequestCall)), "the call")
    person.core.connect_call()
    person.on(Screen.CALL)
