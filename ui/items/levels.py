"""How loud it is, for meters: told to QML directly, without deriving a screen for it."""

from PySide6.QtCore import Property, QObject, Signal

from contract.control import SoundLevel


class Levels(QObject):
    """`microphone` and `speaker`, 0..10."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = SoundLevel()

    def show(self, now: SoundLevel) -> None:
        """Show this from now on."""
        if now != self._now:
            self._now = now
            self.changed.emit()

    microphone = Property(int, lambda self: self._now.microphone, notify=changed)
    speaker = Property(int, lambda self: self._now.speaker, notify=changed)
