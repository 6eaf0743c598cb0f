"""A real window of our real QML that shows scenes, one after the other."""

import math
import os
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow
from PySide6.QtSvg import QSvgRenderer
from shiboken6 import delete

from contract.control import SoundLevel
from contract.frames import RingReader, RingWriter
from contract.profile import Screen
from kiosk.visit.context import Context
from ui.app import App
from ui.gallery.scene import Played, Scene
from ui.hands import Hands
from ui.inputs import Prefs, place_of
from ui.items.video import VideoSource
from ui.program import shape, window_of
from ui.window import HERE, Languages

WAVE_HZ: Final = 60
WAVE_S: Final = 9
ROUNDS: Final = 2  # a layout within a layout
VIDEO: Final = (1280, 720)
PICTURES: Final = HERE / "qml" / "pictures"
SCREEN: Final = Screen()


class Stage:
    """One window. Animations are off, so that what is seen is what stays."""

    def __init__(self, qt: QGuiApplication, orientation: str) -> None:
        self._qt = qt
        self._context: Context | None = None
        self.app = App(lambda: self._context)
        self._engine = QQmlApplicationEngine()
        self.warnings: list[str] = []
        self._engine.warnings.connect(lambda found: self.warnings.extend(w.toString() for w in found))
        self.languages = Languages(qt, self._engine)
        self._rings: list[RingWriter] = []
        self._place = ("", "")
        self.window: QQuickWindow = window_of(
            self._engine, self.app, shape(SCREEN, orientation), SCREEN.px_per_mm
        )
        theme = self._engine.singletonInstance("Carepost", "Theme")
        if not isinstance(theme, QObject):
            raise RuntimeError("the screen's theme could not be loaded")
        self.theme = theme
        theme.setProperty("still", True)
        self.hands = Hands(self.window)
        self.window.show()

    def close(self) -> None:
        """Take the window down."""
        self._clear()
        self.languages.show("en")
        delete(self._engine)  # before the view models its bindings look at
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def show(self, scene: Scene, prefs: Prefs) -> None:
        """Show a scene on a fresh screen, the way a visit comes to it."""
        self.languages.show(prefs.language)
        self._clear()
        place = place_of(scene.visit.state)
        if place == self._place:  # the same screen again: leave it, so that nothing of the one before stays
            self._publish(Scene(Played(prefs.language)), prefs)
            self._process()
        self._place = place
        if scene.live.pleth is not None:
            self._draw_wave()
        self._publish(scene, prefs)
        self._process()
        if scene.video:
            self._play(self.app.remote_video, "waiting", QColor("#9FB4BF"))
            self._play(self.app.self_video, "touch", QColor("#C9B9A6"))
            self._play(self.app.exam_video, "cuff-on-arm", QColor("#C9B9A6"))
        self.settle()
        for name in scene.taps:
            self.hands.tap(name)
            self.settle()

    def settle(self) -> None:
        """Let bindings, loaders and layouts come to rest; no frame need be drawn for it."""
        for _ in range(ROUNDS):
            self._process()
            self.hands.lay_out()
        self._process()

    def _process(self) -> None:
        self._qt.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def picture(self) -> QImage:
        """Return what is shown."""
        return self.window.grabWindow()

    def _publish(self, scene: Scene, prefs: Prefs) -> None:
        self._context = scene.visit.context
        self.app.sound_levels.show(SoundLevel(microphone=6, speaker=3))
        self.app.publish(scene.inputs(prefs))

    def _draw_wave(self) -> None:
        for n in range(WAVE_HZ * WAVE_S):
            beat = (n / WAVE_HZ * 1.2) % 1
            level = 100 * math.exp(-(((beat - 0.2) / 0.09) ** 2)) + 45 * math.exp(
                -(((beat - 0.5) / 0.12) ** 2)
            )
            self.app.wave_item.push(1 + n * 1_000_000_000 // WAVE_HZ, min(127, int(level) + 8))

    def _play(self, source: VideoSource, drawing: str, ground: QColor) -> None:
        width, height = VIDEO
        image = QImage(width, height, QImage.Format.Format_RGB32)
        image.fill(ground)
        painter = QPainter(image)
        QSvgRenderer(str(PICTURES / f"{drawing}.svg")).render(painter, QRectF(200, 30, 880, 660))
        painter.end()
        ring = RingWriter(width, height)
        ring.write(bytes(image.constBits()), width, height, 1)
        self._rings.append(ring)
        source.attach(RingReader(os.dup(ring.fd), os.dup(ring.event)))

    def _clear(self) -> None:
        self.app.wave_item.clear()
        self.app.remote_video.detach()
        self.app.self_video.detach()
        self.app.exam_video.detach()
        for ring in self._rings:
            ring.close()
        self._rings.clear()


def save(image: QImage, path: Path) -> None:
    """Write a picture; OSError when that fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if not image.save(str(path)):
        raise OSError(f"{path} could not be written")
