"""A Speech Dispatcher for tests, in the test's own process: takes SSIP as the real one does."""

import socket
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QSocketNotifier

OK = {
    "SET": b"299 OK",
    "CANCEL": b"210 OK STOPPED",
    "CHAR": b"225 OK MESSAGE QUEUED",
    "SOUND_ICON": b"225 OK",
}


@dataclass(frozen=True)
class Spoken:
    """Words it was given, in which language, how loud (-100..100); a letter, a tone, or a stop."""

    text: str
    language: str = ""
    volume: int = 100
    kind: str = "words"


@dataclass
class SpeechHouse(QObject):
    """`said`: everything in order, oldest first. `up`: takes connections."""

    said: list[Spoken] = field(default_factory=list)
    up: bool = True

    def __post_init__(self) -> None:
        super().__init__()
        self._socket: socket.socket | None = None
        self._notifier: QSocketNotifier | None = None
        self._buffer = b""
        self._words: list[str] | None = None
        self._set = {"LANGUAGE": "", "VOLUME": "100"}

    def reach(self) -> socket.socket:
        """What the session connects with."""
        if not self.up:
            raise ConnectionRefusedError("no Speech Dispatcher here")
        self.hang_up()
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_STREAM)
        self._notifier = QSocketNotifier(self._socket.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)
        return theirs

    def hang_up(self) -> None:
        """Die."""
        if self._notifier is not None:
            self._notifier.setEnabled(False)
            self._notifier.deleteLater()
            self._notifier = None
        if self._socket is not None:
            self._socket.close()
            self._socket = None
        self._buffer, self._words = b"", None

    def end(self) -> None:
        """Have said all it was given, and tell whoever wanted to know."""
        self._answer(b"702-7\r\n702-1\r\n702 END")

    def since(self, mark: int) -> list[Spoken]:
        """Return what was said after a moment (`len(said)` then), what was cut short left out."""
        heard = self.said[mark:]
        last = max((n for n, one in enumerate(heard) if one.kind == "stop"), default=-1)
        return heard[last + 1 :]

    def _read(self) -> None:
        if self._socket is None:
            return
        data = self._socket.recv(65_536)
        if not data:
            self.hang_up()
            return
        self._buffer += data
        *lines, self._buffer = self._buffer.split(b"\r\n")
        for line in lines:
            self._take(line.decode())

    def _take(self, line: str) -> None:
        if self._words is not None:
            if line == ".":
                self._note("\n".join(self._words), "words")
                self._words = None
                self._answer(b"225-7\r\n225 OK MESSAGE QUEUED")
                self._answer(b"701-7\r\n701-1\r\n701 BEGIN")
            else:
                self._words.append(line.removeprefix("."))
            return
        verb, _, rest = line.partition(" ")
        if verb == "SPEAK":
            self._words = []
            self._answer(b"230 OK RECEIVING DATA")
            return
        if verb == "SET":
            _, name, value = rest.split(" ", 2)
            self._set[name] = value
        elif verb == "CANCEL":
            self._note("", "stop")
        elif verb in ("CHAR", "SOUND_ICON"):
            self._note(rest, verb.lower())
        self._answer(OK[verb])

    def _note(self, text: str, kind: str) -> None:
        self.said.append(Spoken(text, self._set["LANGUAGE"], int(self._set["VOLUME"]), kind))

    def _answer(self, reply: bytes) -> None:
        if self._socket is not None:
            self._socket.sendall(reply + b"\r\n")
