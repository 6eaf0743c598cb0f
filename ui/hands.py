"""Fingers and eyes on a window of ours: for the driver, the gallery and the tests.

Finds things by their objectName as QML shows them, touches them as a person would (through Qt's own event
delivery, scrolling with the arrow buttons where needed), presses keys, types on our own keyboard.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

ONE_TAP_MS: Final = 410  # a second tap sooner than 400 ms is the same shaky hand
SETTLE_MS: Final = 30
MOST_STEPS: Final = 16
ACTIONS: Final = {" ": "space", "\b": "back"}


class NotThere(Exception):
    """What was to be touched is not on the screen; the message says why."""


@dataclass(frozen=True)
class Seen:
    """A visible thing with a name: its words and where it is in the window, in px."""

    object: str
    text: str
    x: float
    y: float
    width: float
    height: float
    enabled: bool


class Hands:
    """One person before one window."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._touch = QTest.createTouchDevice()

    # ---- looking

    def items(self) -> Iterator[QQuickItem]:
        """Yield every item that is drawn, the window's own first."""
        waiting = [self._window.contentItem()]
        while waiting:
            item = waiting.pop(0)
            if item.isVisible() and item.opacity() > 0:
                yield item
                waiting.extend(item.childItems())

    def seen(self) -> list[Seen]:
        """Return every visible thing with a name."""
        return [described(item) for item in self.items() if item.objectName()]

    def shows(self, name: str) -> bool:
        """Is something of this name visible?"""
        return any(item.objectName() == name for item in self.items())

    def find(self, name: str) -> QQuickItem:
        """Return a visible item, an enabled one where several have the name. Raises NotThere."""
        found = [item for item in self.items() if item.objectName() == name]
        if not found:
            raise NotThere(f"nothing visible is called {name!r}")
        return next((item for item in found if item.isEnabled()), found[0])

    def text(self, name: str) -> str:
        """Return the words of a visible item. Raises NotThere."""
        return described(self.find(name)).text

    def lay_out(self) -> None:
        """Put everything in its place now, as the next frame would."""
        for item in reversed(list(self.items())):
            item.ensurePolished()

    # ---- touching

    def tap(self, name: str) -> None:
        """Touch the middle of an enabled item, after scrolling to it. Raises NotThere."""
        self.lay_out()  # a finger sees what is drawn: what has just appeared is not in its place yet
        item = self.find(name)
        if not item.isEnabled():
            raise NotThere(f"{name} is not enabled")
        self._bring_into_sight(item)
        self.tap_at(self._middle(item))

    def press(self, name: str) -> QPoint:
        """Put a finger down on an item and leave it there; returns where, for `release`."""
        point = self._middle(self.find(name))
        QTest.touchEvent(self._window, self._touch).press(0, point, self._window).commit()
        return point

    def release(self, point: QPoint) -> None:
        """Lift the finger."""
        QTest.touchEvent(self._window, self._touch).release(0, point, self._window).commit()

    def tap_at(self, point: QPoint) -> None:
        """Touch a place of the window (px). Raises NotThere when it lies outside."""
        if not self._window.contentItem().contains(QPointF(point)):
            raise NotThere(f"{point.x()}, {point.y()} lies outside the screen")
        QTest.touchEvent(self._window, self._touch).press(0, point, self._window).commit()
        self.release(point)

    def _middle(self, item: QQuickItem) -> QPoint:
        return item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()

    def _bring_into_sight(self, item: QQuickItem) -> None:
        """Scroll as a person would, with the arrow buttons, until the item is in its scroller's window."""
        for _ in range(MOST_STEPS):
            clip = clip_of(item)
            if clip is None or not clip.inherits("QQuickFlickable"):
                return
            top = item.mapToItem(clip, QPointF(0, 0)).y()
            if top >= -1 and top + item.height() <= clip.height() + 1:
                return
            self.tap_at(self._middle(self.find("scroll-up" if top < 0 else "scroll-down")))
            QTest.qWait(SETTLE_MS)

    # ---- keys

    def key(self, name: str, text: str = "", held: str = "No") -> None:
        """Press and release a key of a real keyboard by Qt's name ("Tab"). Raises NotThere.

        `held`: another that is held meanwhile, as Qt names it: "Alt", "Control", "Meta", "Shift".
        """
        key = getattr(Qt.Key, f"Key_{name}", None)
        if key is None:
            raise NotThere(f"no key is called {name!r}")
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, getattr(Qt.KeyboardModifier, f"{held}Modifier"), text)
            QGuiApplication.sendEvent(self._window, event)

    def type(self, text: str) -> None:
        """Touch the keys of our own keyboard, turning to another layout where needed. Raises NotThere."""
        last = ""
        for character in text:
            name = f"key-{ACTIONS.get(character, character.lower())}"
            self._turn_to(name)
            self._shift(name, character)
            if name == last:
                QTest.qWait(ONE_TAP_MS)
            self.tap(name)
            QTest.qWait(1)
            last = name

    def _shift(self, name: str, character: str) -> None:
        """Have the key show the letter as it is to be typed."""
        face = str(self.find(name).property("face"))
        if face.isalpha() and len(face) == 1 and face != character:
            self.tap("key-shift")
            QTest.qWait(1)

    def _turn_to(self, name: str) -> None:
        if self.shows(name):
            return
        other = "key-digits" if self.shows("key-digits") else "key-letters"
        self.tap(other)
        QTest.qWait(SETTLE_MS)


def clip_of(item: QQuickItem) -> QQuickItem | None:
    """Return the nearest ancestor that cuts off what lies outside it."""
    parent = item.parentItem()
    while parent is not None and not parent.clip():
        parent = parent.parentItem()
    return parent


def box(item: QQuickItem) -> QRectF:
    """Return where an item is in the window, in px."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


def described(item: QQuickItem) -> Seen:
    """Return a thing's name, words and place."""
    words = item.property("text") or item.property("label") or ""
    place = box(item)
    return Seen(
        item.objectName(), str(words), place.x(), place.y(), place.width(), place.height(), item.isEnabled()
    )
