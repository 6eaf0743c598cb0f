"""Composition root of the session's process: Qt, fonts, words, window, session, driver."""

import argparse
import logging
import os
import signal
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTranslator, QUrl, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, qmlRegisterType
from PySide6.QtQuick import QQuickWindow

from contract.journal import Journal
from contract.profile import Screen, open_profile
from contract.seal import open_key_set
from ui.app import App
from ui.core_link import CoreLink, connector
from ui.items.video import VideoItem
from ui.manners import Manners
from ui.session import Session

HERE: Final = Path(__file__).resolve().parent
SOURCE_LANGUAGE: Final = "en"


class Languages(QObject):
    """Installs the translator of a language and has QML say everything anew."""

    changed = Signal()

    def __init__(self, application: QGuiApplication, engine: QQmlApplicationEngine | None = None) -> None:
        super().__init__()
        self._application = application
        self.engine = engine
        self._installed: QTranslator | None = None

    def show(self, language: str) -> None:
        """Switch; a language without a file is shown in English."""
        if self._installed is not None:
            self._application.removeTranslator(self._installed)
            self._installed = None
        translator = QTranslator(self)
        if language != SOURCE_LANGUAGE and translator.load(str(HERE / "i18n" / f"carepost_{language}.qm")):
            self._application.installTranslator(translator)
            self._installed = translator
        if self.engine is not None:
            self.engine.retranslate()
        self.changed.emit()


def application() -> QGuiApplication:
    """Make the Qt application with our fonts."""
    qt = QGuiApplication(["carepost"])
    for font in sorted((HERE / "fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(font))
    qt.setFont(QFont("Atkinson Hyperlegible"))
    qmlRegisterType(VideoItem, "CarepostItems", 1, 0, "VideoView")  # type: ignore[call-overload]
    return qt


def window_of(
    engine: QQmlApplicationEngine, app: App, size: tuple[int, int], px_per_mm: float
) -> QQuickWindow:
    """Load the screen and return its window, of this size in px."""
    engine.addImportPath(str(HERE / "qml"))
    width, height = size
    engine.setInitialProperties({"app": app, "pxPerMm": px_per_mm, "width": width, "height": height})
    engine.load(QUrl.fromLocalFile(str(HERE / "qml" / "Main.qml")))
    roots = engine.rootObjects()
    if not roots or not isinstance(roots[0], QQuickWindow):
        raise RuntimeError("the screen's QML could not be loaded")
    Manners(roots[0], app, px_per_mm)
    return roots[0]


def shape(screen: Screen, orientation: str) -> tuple[int, int]:
    """Return the window's size in px for an orientation."""
    long, short = max(screen.width_px, screen.height_px), min(screen.width_px, screen.height_px)
    return (long, short) if orientation == "landscape" else (short, long)


def run(options: argparse.Namespace) -> int:
    """Run the session until its visit is over."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    root = (options.trust / "root.pub").read_bytes()
    profile = open_profile((options.trust / "profile.signed").read_bytes(), root)
    keys = open_key_set((options.trust / "keys.signed").read_bytes(), root)
    qt = application()
    engine = QQmlApplicationEngine()
    languages = Languages(qt, engine)
    session = Session(CoreLink(connector(options.core)), Journal(options.journal_fd), root, profile, keys)
    session.languageChanged.connect(languages.show)
    languages.changed.connect(session.publish)
    # The journal is dropped by the launcher; leaving at once leaves nothing to be torn down slowly.
    session.ended.connect(lambda: os._exit(0))
    signal.signal(signal.SIGTERM, lambda *_: os._exit(1))
    session.publish()
    size = shape(profile.screen, options.orientation)
    scale = max(size) / max(profile.screen.width_px, profile.screen.height_px)
    window = window_of(engine, session.app, size, profile.screen.px_per_mm * scale)
    if options.windowed:
        window.show()
    else:
        window.showFullScreen()
    if options.driver:
        from ui.driver import Driver

        driver = Driver(options.driver, window, session)
        driver.open()
    session.start()
    return qt.exec()
