"""The peer of a session's start: the emptiest window Qt Quick makes from Python, of the station's size."""

import sys
from typing import Final

from PySide6.QtGui import QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine

QML: Final = b"import QtQuick\nWindow { visible: true; width: 1920; height: 1080 }\n"


def main() -> int:
    """Show it until the process is ended."""
    application = QGuiApplication(sys.argv)
    engine = QQmlApplicationEngine()
    engine.loadData(QML)
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
