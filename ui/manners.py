"""Manners at the window, before any item sees an event.

While the cuff squeezes every key is STOP, whatever has the focus. Else the keypad's keys of their own (the
raised round one, louder, quieter) mean the same everywhere. A palm, or a touch that begins at the very edge
of the glass, is not a finger. Whatever is touched says that somebody is there.
"""

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QEventPoint, QKeyEvent, QTouchEvent
from PySide6.QtQuick import QQuickWindow

from ui.app import App
from ui.voice import keypad

PALM_MM: Final = 25.0  # wider than any fingertip
EDGE_MM: Final = 2.0  # hands that hold the frame
TOUCHES: Final = frozenset({QEvent.Type.TouchBegin, QEvent.Type.MouseButtonPress})


class Manners(QObject):
    """Watches a window; goes with it."""

    def __init__(self, window: QQuickWindow, app: App, px_per_mm: float) -> None:
        super().__init__(window)
        self._window = window
        self._app = app
        self._px_per_mm = px_per_mm
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at an event of the window's; True: nobody else gets it."""
        kind = event.type()
        if kind in TOUCHES:
            self._window.setProperty("keysUsed", False)
            self._app.actions.notice()
        if kind is QEvent.Type.TouchBegin and isinstance(event, QTouchEvent):
            event.accept()  # else Qt makes a mouse click of what we refuse
            return all(self._no_finger(point) for point in event.points())
        if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._window.setProperty("keysUsed", True)
            self._app.actions.notice()
            return self._stopped(event) or self._own_key(event)
        return False

    def _own_key(self, event: QKeyEvent) -> bool:
        """Do what a key of the keypad means wherever one is; True: it was one."""
        act, key = self._app.actions, event.key()
        if key in keypad.HELP:
            if not event.isAutoRepeat():
                act.help()
        elif key in keypad.LOUDER:
            act.volume(1)
        elif key in keypad.QUIETER:
            act.volume(-1)
        elif key in keypad.HEADPHONES_IN or key in keypad.HEADPHONES_OUT:
            act.headphones(key in keypad.HEADPHONES_IN)
        else:
            return False
        return True

    def _stopped(self, event: QKeyEvent) -> bool:
        if not self._app.views["shell"].props.inflating:
            return False
        if not event.isAutoRepeat():
            self._app.actions.stop()
        return True

    def _no_finger(self, point: QEventPoint) -> bool:
        """Is it a palm, or a hand at the edge?"""
        diameters, at = point.ellipseDiameters(), point.position()
        if max(diameters.width(), diameters.height()) > PALM_MM * self._px_per_mm:
            return True
        edge = EDGE_MM * self._px_per_mm
        width, height = self._window.width(), self._window.height()
        return not (edge <= at.x() < width - edge and edge <= at.y() < height - edge)
