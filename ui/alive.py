"""Says to systemd that the screen shows frames: what does not is ended and started again."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtQuick import QQuickWindow

from contract import systemd


class Alive(QObject):
    """Asks a window for a frame now and then, and says "alive" when it was shown; goes with the window.

    A window that nobody can see (no screen plugged in) gets no frames: then the loop that noticed it must do.
    """

    def __init__(self, window: QQuickWindow) -> None:
        super().__init__(window)
        self._window = window
        self._asked = False
        self._ready = False
        every_s = systemd.alive_every_s()
        if not every_s:
            return
        window.frameSwapped.connect(self._shown)
        timer = QTimer(self)
        timer.timeout.connect(self._ask)
        timer.start(round(every_s * 1000))
        self._ask()

    def _ask(self) -> None:
        if self._window.isExposed():
            self._asked = True
            self._window.update()
        elif self._ready:
            systemd.alive()

    def _shown(self) -> None:
        if not self._ready:
            self._ready = True
            systemd.ready()
        if self._asked:
            self._asked = False
            systemd.alive()
