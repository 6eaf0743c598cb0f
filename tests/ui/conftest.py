"""Qt without a display, made the way the session makes it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "support"))
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QSG_RENDER_LOOP"] = "basic"

import pytest
from PySide6.QtGui import QGuiApplication
from screen_person import Person, Station

from ui import i18n
from ui.window import application


@pytest.fixture(scope="session")
def qapp() -> Iterator[QGuiApplication]:
    """The session's own application, instead of pytest-qt's."""
    i18n.compile_all()
    yield application()


@pytest.fixture
def offers() -> tuple[str, ...]:
    """The languages of the station; a module's own fixture of this name offers others."""
    return ("en", "es")


@pytest.fixture
def at_site(qapp: QGuiApplication, tmp_path: Path, offers: tuple[str, ...]) -> Iterator[Station]:
    """A station with its core, nobody before it."""
    station = Station(tmp_path / "station", languages=offers)
    yield station
    station.close()


@pytest.fixture
def person(qapp: QGuiApplication, at_site: Station) -> Iterator[Person]:
    """Somebody before the welcome screen."""
    found = Person(qapp, at_site).start()
    yield found
    found.die()
