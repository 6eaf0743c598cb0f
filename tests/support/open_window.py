"""The negative control of the breakouts: a window that lets everybody out. `python open_window.py`

Whatever is tried on it, it answers as a careless desktop program would: a title bar, a second window for
every key with a modifier or of its own (print, menu, help), for a right click, a long press, a drag. A tester
that sees nothing of this would see nothing of a real way out.
"""

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QRasterWindow,
)

GROUND = "#204060"
OTHER = "#F0C000"
OWN = {
    Qt.Key.Key_Print, Qt.Key.Key_Menu, Qt.Key.Key_F1, Qt.Key.Key_F11, Qt.Key.Key_F12,
    Qt.Key.Key_Super_L, Qt.Key.Key_Meta, Qt.Key.Key_Shift,
}  # fmt: skip
WITH = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
LONG_MS = 600


class Open(QRasterWindow):
    def __init__(self, colour: str = GROUND) -> None:
        super().__init__()
        self.colour = colour
        self.others: list[Open] = []
        self.holding = QTimer(self)
        self.holding.setSingleShot(True)
        self.holding.timeout.connect(self.escape)

    def escape(self) -> None:
        other = Open(OTHER)
        other.setFlag(Qt.WindowType.FramelessWindowHint)
        other.showFullScreen()
        self.others.append(other)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in OWN or event.modifiers() & WITH:
            self.escape()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.holding.start(LONG_MS)
        if event.button() is not Qt.MouseButton.LeftButton:
            self.escape()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() and event.position().x() > 300:
            self.escape()  # something was dragged

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.holding.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), self.height(), QColor(self.colour))
        painter.end()


if __name__ == "__main__":
    qt = QGuiApplication(sys.argv)
    window = Open()
    if "--frame" not in sys.argv:
        window.setFlag(Qt.WindowType.FramelessWindowHint)
    window.showMaximized() if "--frame" in sys.argv else window.showFullScreen()
    sys.exit(qt.exec())
