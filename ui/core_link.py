"""The session's end of core's socket, on Qt's loop. This is the one place that tries again."""

import select
import socket
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QObject, QSocketNotifier, QTimer, Signal

from contract.link import Link, LinkClosed, connect
from contract.station import FromSession, ToSession

RETRY_MS: Final = 300
FINISH_S: Final = 1.0

Connect = Callable[[], socket.socket]
CoreSocket = Link[Any, Any]


def connector(path: Path) -> Connect:
    """Return what connects to core at this path."""
    return lambda: connect(path)


class CoreLink(QObject):
    """Connects, reconnects for ever, hands messages on in order. `send` while core is away is dropped.

    What must not be lost is sent again by the session on `connected` (puts, acknowledgements).
    """

    connected = Signal()
    lost = Signal()
    received = Signal(object, object)  # message, descriptors (the receiver closes them)

    def __init__(self, reach: Connect, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._reach = reach
        self._link: CoreSocket | None = None
        self._reading: QSocketNotifier | None = None
        self._writing: QSocketNotifier | None = None
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.open)

    @property
    def up(self) -> bool:
        """Is there a connection now?"""
        return self._link is not None

    def open(self) -> None:
        """Connect, or try again in a moment."""
        if self._link is not None:
            return
        try:
            sock = self._reach()
        except OSError:
            self._retry.start()
            return
        self._link = Link(sock, ToSession)
        self._reading = QSocketNotifier(sock.fileno(), QSocketNotifier.Type.Read, self)
        self._reading.activated.connect(self._readable)
        self._writing = QSocketNotifier(sock.fileno(), QSocketNotifier.Type.Write, self)
        self._writing.setEnabled(False)
        self._writing.activated.connect(self._writable)
        self.connected.emit()

    def close(self) -> None:
        """Disconnect and stay away."""
        self._retry.stop()
        self._drop()

    def send(self, message: FromSession) -> bool:
        """Send; False when core is away."""
        if self._link is None:
            return False
        try:
            self._link.send(message)
        except LinkClosed:
            self._gone()
            return False
        self._watch_writing()
        return True

    def finish(self) -> None:
        """Write out what waits before the process ends, for at most FINISH_S a packet."""
        try:
            while self._link is not None and self._link.wants_write:
                if not select.select([], [self._link.fileno()], [], FINISH_S)[1]:
                    return
                self._link.flush()
        except LinkClosed:
            return

    def _watch_writing(self) -> None:
        if self._writing is not None and self._link is not None:
            self._writing.setEnabled(self._link.wants_write)

    def _readable(self, *_: object) -> None:
        if self._link is None:
            return
        try:
            messages = self._link.receive()
        except LinkClosed:
            self._gone()
            return
        for message, fds in messages:
            self.received.emit(message, fds)

    def _writable(self, *_: object) -> None:
        if self._link is None:
            return
        try:
            self._link.flush()
        except LinkClosed:
            self._gone()
            return
        self._watch_writing()

    def _gone(self) -> None:
        self._drop()
        self.lost.emit()
        self._retry.start()

    def _drop(self) -> None:
        for notifier in (self._reading, self._writing):
            if notifier is not None:
                notifier.setEnabled(False)
                notifier.deleteLater()
        self._reading = self._writing = None
        if self._link is not None:
            self._link.close()
            self._link = None
