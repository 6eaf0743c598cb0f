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

from ui import i18n
from ui.program import application


@pytest.fixture(scope="session")
def qapp() -> Iterator[QGuiApplication]:
    """The session's own application, instead of pytest-qt's."""
    i18n.compile_all()
    yield application()
