"""Bytecode made ahead holds every QML file, and a session only reads it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from ui import ahead

LOAD = """
import sys
from pathlib import Path
from ui import ahead
ahead.COMPILED = Path(sys.argv[1])
ahead.read_only()
ahead.write()
"""


def load(compiled: Path) -> None:
    """Load all QML as a session does: by its own settings, whatever the surroundings say."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QML_DISK_CACHE": "qmlc-write"}
    subprocess.run([sys.executable, "-c", LOAD, compiled], check=True, cwd=ahead.HERE.parent, env=environment)


def test_every_file_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "COMPILED", tmp_path / "made")
    assert ahead.make() == len(list(ahead.HERE.rglob("*.qml")))


def test_a_session_writes_none(tmp_path: Path) -> None:
    load(tmp_path)
    assert list(tmp_path.iterdir()) == []
