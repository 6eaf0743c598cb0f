"""QML as bytecode, made ahead: `python -m ui.ahead` (scripts/setup). Git-ignored; a session only reads it.

Qt looks the bytecode up by a source's path, time and its own version, so that a stale one is never used: it
is compiled again in memory instead, and the session starts a little later.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
COMPILED: Final = HERE / ".compiled"
_WRITE: Final = "import ui.ahead; ui.ahead.write()"


def read_only() -> None:
    """Have Qt read what was made, and never write. Before Qt is loaded."""
    os.environ["QML_DISK_CACHE_PATH"] = str(COMPILED)
    os.environ["QML_DISK_CACHE"] = "qmlc-read"


def write() -> None:
    """Load every QML file of ours once, in a process whose Qt may write."""
    from PySide6.QtCore import QUrl
    from PySide6.QtQml import QQmlComponent, QQmlEngine, qmlRegisterType

    from ui.items.video import VideoItem
    from ui.window import application

    qt = application()
    qmlRegisterType(VideoItem, "CarepostItems", 1, 0, "VideoView")  # type: ignore[call-overload]
    engine = QQmlEngine()
    engine.addImportPath(str(HERE / "qml"))
    for path in sorted(HERE.rglob("*.qml")):
        component = QQmlComponent(engine, QUrl.fromLocalFile(str(path)))
        if component.isError():
            raise SystemExit(component.errorString())
    del qt


def make() -> int:
    """Write the bytecode; returns how many files there are now."""
    COMPILED.mkdir(exist_ok=True)
    for old in COMPILED.glob("*.qmlc"):
        old.unlink()
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QML_DISK_CACHE_PATH": str(COMPILED),
        "QML_DISK_CACHE": "qmlc-read,qmlc-write",
    }
    subprocess.run([sys.executable, "-c", _WRITE], check=True, cwd=HERE.parent, env=environment)
    return len(list(COMPILED.glob("*.qmlc")))


if __name__ == "__main__":
    print(f"compiled {make()} QML files")
