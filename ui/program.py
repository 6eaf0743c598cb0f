"""Composition root of the session's process: words, session, window, driver."""

import argparse
import logging
import os
import signal
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine, qmlRegisterType
from PySide6.QtQuick import QQuickWindow

from contract import systemd
from contract.journal import Journal, create
from contract.profile import Screen, open_profile
from contract.seal import open_key_set
from kiosk.processes import NO_CONTENT
from ui.alive import Alive
from ui.app import App
from ui.core_link import CoreLink, connector
from ui.items.video import VideoItem
from ui.manners import Manners
from ui.session import Session
from ui.voice.line import Line
from ui.voice.line import connector as connector_of
from ui.voice.speaker import Speaker
from ui.window import HERE, MAIN, Languages, application

__all__ = ["HERE", "Languages", "application", "run", "shape", "window_of"]


def window_of(
    engine: QQmlApplicationEngine, app: App, size: tuple[int, int], px_per_mm: float
) -> QQuickWindow:
    """Load the screen and return its window, of this size in px."""
    qmlRegisterType(VideoItem, "CarepostItems", 1, 0, "VideoView")  # type: ignore[call-overload]
    engine.addImportPath(str(HERE / "qml"))
    width, height = size
    engine.setInitialProperties({"app": app, "pxPerMm": px_per_mm, "width": width, "height": height})
    engine.load(QUrl.fromLocalFile(str(MAIN)))
    roots = engine.rootObjects()
    if not roots or not isinstance(roots[0], QQuickWindow):
        raise RuntimeError("the screen's QML could not be loaded")
    Manners(roots[0], app, px_per_mm)
    return roots[0]


def shape(screen: Screen, orientation: str) -> tuple[int, int]:
    """Return the window's size in px for an orientation."""
    long, short = max(screen.width_px, screen.height_px), min(screen.width_px, screen.height_px)
    return (long, short) if orientation == "landscape" else (short, long)


def run(options: argparse.Namespace, qt: QGuiApplication, engine: QQmlApplicationEngine) -> int:
    """Run the session until its visit is over."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    root = (options.trust / "root.pub").read_bytes()
    profile = open_profile((options.trust / "profile.signed").read_bytes(), root)
    keys = open_key_set((options.trust / "keys.signed").read_bytes(), root)
    pack = options.trust / "content.pack"  # only where an update brought one
    kept = pack.read_bytes() if pack.exists() else NO_CONTENT
    content = b"" if kept == NO_CONTENT else kept
    languages = Languages(qt, engine)
    journal = Journal(_kept_journal() if options.journal_fd is None else options.journal_fd)
    link, printing = CoreLink(connector(options.core)), options.print_socket
    session = Session(link, journal, root, profile, keys, printing=printing, content=content)
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
    if options.speech:
        give_voice(window, session, options.speech)
    session.start()
    Alive(window)
    return qt.exec()


def _kept_journal() -> int:
    """Return the journal that systemd kept of the session before, which died; else a new one that it keeps.

    A session that ends by itself leaves its unit inactive, and systemd lets go of the journal.
    """
    kept = systemd.kept("journal")
    if kept is None:
        kept = create()
        systemd.keep("journal", kept)
    return kept


def connect_reading(speaker: Speaker, session: Session) -> None:
    """Have the session know that a page is being read aloud, and when that ends."""
    speaker.readToEnd.connect(lambda: session.app.actions.prefer("reading"))
    speaker.heard.connect(session.app.actions.notice)


def give_voice(window: QQuickWindow, session: Session, speech: Path) -> Speaker:
    """Have the screen speak by the Speech Dispatcher at a socket; a station without one stays silent."""
    session.voice_there = speech.exists
    speaker = Speaker(window, Line(connector_of(str(speech)), window), session.inputs)
    session.published.connect(speaker.changed)
    session.repeatWanted.connect(speaker.repeat)
    connect_reading(speaker, session)
    session.publish()
    return speaker
