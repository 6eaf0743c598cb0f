"""The socket to Speech Dispatcher: connects when there is something to say, never waits, comes back."""

import logging
import socket
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QSocketNotifier, Signal

from ui.voice.ssip import Dialogue, NotSsip, Utterance

log = logging.getLogger("ui")
READ: Final = 65_536

Connect = Callable[[], socket.socket]


class Line(QObject):
    """Says things by a Speech Dispatcher. What it can't say is dropped: the screen shows it all the same."""

    finished = Signal()  # what was followed was said to its end

    def __init__(self, connect: Connect, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._connect = connect
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._dialogue = Dialogue()

    @property
    def busy(self) -> bool:
        """Is something not handed over yet?"""
        return self._socket is not None and not self._dialogue.done

    def open(self) -> bool:
        """Connect if need be; tells whether there is a voice."""
        if self._socket is not None:
            return True
        try:
            self._socket = self._connect()
        except OSError as error:
            log.info("no voice: %s", error)
            return False
        self._socket.setblocking(False)
        self._dialogue = Dialogue()
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        return True

    def close(self) -> None:
        """Hang up."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def say(self, *utterances: Utterance) -> None:
        """Say these after what is being said."""
        if utterances and self.open():
            for utterance in utterances:
                self._dialogue.say(utterance)
            self._send()

    def follow(self) -> None:
        """Tell when what is said from now on was said to its end."""
        if self.open():
            self._dialogue.follow()

    def stop(self) -> None:
        """Be silent at once."""
        if self._socket is not None:
            self._dialogue.stop()
            self._send()

    def _send(self) -> None:
        if self._socket is None or not (data := self._dialogue.out()):
            return
        try:
            if self._socket.send(data) < len(data):
                raise BlockingIOError("its end is full")
        except OSError as error:
            self._lost(error)

    def _read(self) -> None:
        if self._socket is None:
            return
        try:
            data = self._socket.recv(READ)
            if not data:
                raise ConnectionResetError("it hung up")
            self._dialogue.feed(data)
        except BlockingIOError:
            return
        except (OSError, NotSsip) as error:
            self._lost(error)
            return
        self._send()
        if self._socket is not None and self._dialogue.silent:
            self.finished.emit()

    def _lost(self, error: Exception) -> None:
        log.warning("the voice is gone: %s", error)
        self.close()


def connector(path: str) -> Connect:
    """Return what connects to a Speech Dispatcher's unix socket."""

    def connect() -> socket.socket:
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            made.connect(path)
        except OSError:
            made.close()
            raise
        return made

    return connect
