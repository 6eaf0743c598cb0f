"""`python -m ui.gallery --out DIR`: every screen as a picture, both ways up, in several looks and languages.

Also writes `contact-<look>.jpg`, a small sheet of all pictures of one look.
"""

import argparse
import math
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtSvg import QSvgRenderer
from shiboken6 import delete

from contract.frames import RingReader, RingWriter
from contract.profile import Screen
from kiosk.visit.context import Context
from ui.app import App
from ui.gallery_scenes import SCENES, Scene
from ui.inputs import Prefs
from ui.program import HERE, Languages, application, shape, window_of

WAVE_HZ: Final = 60
SHEET_WIDTH: Final = 300  # px of one picture on a contact sheet
SHEET_COLUMNS: Final = {"landscape": 6, "portrait": 9}


class Look(NamedTuple):
    """One way to see every screen."""

    name: str
    orientation: str
    prefs: Prefs


LOOKS: Final = tuple(
    Look(f"{orientation}-{name}", orientation, prefs)
    for orientation in ("landscape", "portrait")
    for name, prefs in (
        ("en", Prefs(language="en")),
        ("es", Prefs(language="es")),
        ("es-large", Prefs(language="es", large=True)),
        ("en-contrast", Prefs(language="en", contrast=True)),
        ("en-large-contrast", Prefs(language="en", large=True, contrast=True)),
    )
)


class Stage:
    """A window that shows scenes, one after the other."""

    def __init__(self, qt: QGuiApplication, orientation: str, screen: Screen = Screen()) -> None:
        self._qt = qt
        self._context: Context | None = None
        self.app = App(lambda: self._context)
        self._engine = QQmlApplicationEngine()
        self.languages = Languages(qt, self._engine)
        self._rings: list[RingWriter] = []
        self.window: QQuickWindow = window_of(
            self._engine, self.app, shape(screen, orientation), screen.px_per_mm
        )
        self.window.show()

    def close(self) -> None:
        """Take the window down."""
        self._clear_videos()
        delete(self._engine)  # before the view models its bindings look at

    def show(self, scene: Scene, prefs: Prefs) -> None:
        """Show a scene."""
        self._context = scene.visit.context
        self.languages.show(prefs.language)
        self.app.wave_item.clear()
        self._clear_videos()
        inputs = scene.inputs(prefs)
        self.app.publish(inputs)
        self.settle()
        if scene.live.pleth is not None:
            self._draw_wave()
        if scene.video:
            self._play(self.app.remote_video, "waiting", QColor("#9FB4BF"))
            self._play(self.app.self_video, "touch", QColor("#C9B9A6"))
        self.settle()

    def settle(self, rounds: int = 4) -> None:
        """Let bindings, layouts and loaders come to rest."""
        for _ in range(rounds):
            self._qt.processEvents()

    def picture(self) -> QImage:
        """Return what is shown."""
        return self.window.grabWindow()

    def items(self) -> Iterator[QQuickItem]:
        """Return every visible item, parents first."""
        waiting = [self.window.contentItem()]
        while waiting:
            item = waiting.pop()
            if item.isVisible():
                yield item
                waiting.extend(item.childItems())

    def find(self, name: str) -> QQuickItem | None:
        """Return the visible item with this objectName."""
        return next((item for item in self.items() if item.objectName() == name), None)

    def _draw_wave(self) -> None:
        for n in range(WAVE_HZ * 9):
            beat = (n / WAVE_HZ * 1.2) % 1
            level = 100 * math.exp(-(((beat - 0.2) / 0.09) ** 2)) + 45 * math.exp(
                -(((beat - 0.5) / 0.12) ** 2)
            )
            self.app.wave_item.push(1 + n * 1_000_000_000 // WAVE_HZ, min(127, int(level) + 8))
        width, height = self.app.wave_item.size
        self.app.wave_item.resize(width, height)

    def _play(self, source: QObject, drawing: str, ground: QColor) -> None:
        image = QImage(1280, 720, QImage.Format.Format_RGB32)
        image.fill(ground)
        painter = QPainter(image)
        QSvgRenderer(str(HERE / "qml" / "pictures" / f"{drawing}.svg")).render(
            painter, QRectF(200, 30, 880, 660)
        )
        painter.end()
        ring = RingWriter(1280, 720)
        ring.write(bytes(image.constBits()), 1280, 720, 1)
        self._rings.append(ring)
        source.attach(RingReader(os.dup(ring.fd), os.dup(ring.event)))  # type: ignore[attr-defined]

    def _clear_videos(self) -> None:
        self.app.remote_video.detach()
        self.app.self_video.detach()
        for ring in self._rings:
            ring.close()
        self._rings.clear()


def press(stage: Stage, name: str) -> None:
    """Do what a button does, where a scene needs a panel open."""
    item = stage.find(name)
    if item is None:
        raise LookupError(f"no {name} on this screen")
    item.pressed.emit()  # type: ignore[attr-defined]
    stage.settle()


OPENS: Final = {"call_chat": "write"}


def sheet(pictures: list[tuple[str, QImage]], orientation: str) -> QImage:
    """Return small pictures with their names under them."""
    columns = SHEET_COLUMNS[orientation]
    width = SHEET_WIDTH if orientation == "landscape" else SHEET_WIDTH * 2 // 3
    small = [
        (name, image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation))
        for name, image in pictures
    ]
    height = small[0][1].height() + 22
    rows = -(-len(small) // columns)
    result = QImage(columns * (width + 8), rows * (height + 8), QImage.Format.Format_RGB32)
    result.fill(QColor("#D0D4DA"))
    painter = QPainter(result)
    painter.setFont(QFont("Atkinson Hyperlegible", 10))
    for n, (name, image) in enumerate(small):
        at = QPoint((n % columns) * (width + 8) + 4, (n // columns) * (height + 8) + 4)
        painter.drawImage(at, image)
        painter.drawText(at + QPoint(2, image.height() + 15), name)
    painter.end()
    return result


def draw(out: Path, looks: list[Look], names: list[str], tell: Callable[[str], object] = print) -> int:
    """Draw scenes in looks into a folder; returns how many pictures were written."""
    qt = application()
    count = 0
    for orientation in ("landscape", "portrait"):
        chosen = [look for look in looks if look.orientation == orientation]
        if not chosen:
            continue
        stage = Stage(qt, orientation)
        for look in chosen:
            folder = out / look.name
            folder.mkdir(parents=True, exist_ok=True)
            pictures: list[tuple[str, QImage]] = []
            for name in names:
                stage.show(SCENES[name](look.prefs.language), look.prefs)
                if name in OPENS:
                    press(stage, OPENS[name])
                image = stage.picture()
                image.save(str(folder / f"{name}.png"))
                pictures.append((name, image))
                count += 1
            sheet(pictures, orientation).save(str(out / f"contact-{look.name}.jpg"), quality=82)
            tell(f"{look.name}: {len(pictures)} pictures")
        stage.close()
    return count


def main(argv: list[str] | None = None) -> int:
    """Draw; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m ui.gallery", description=__doc__)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--look", action="append", choices=[look.name for look in LOOKS])
    parser.add_argument("--scene", action="append", choices=list(SCENES))
    options = parser.parse_args(argv)
    looks = [look for look in LOOKS if not options.look or look.name in options.look]
    draw(options.out, looks, options.scene or list(SCENES))
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QSG_RENDER_LOOP", "basic")
    sys.exit(main())
