"""The other end of the session's driver socket. Each session that starts connects anew; the newest counts."""

import base64
import contextlib
import json
import socket
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

ANSWER_S: Final = 30.0
CONNECT_S: Final = 30.0
TOGETHER_S: Final = 0.45  # the screen takes a second tap within 400 ms for the same one


class DriverError(Exception):
    """The screen could not do what was asked, or did not come to where it should."""


class Driver:
    """Plays the screen: touches what has a name, reads what is shown."""

    def __init__(self, path: Path) -> None:
        self._listener = socket.socket(socket.AF_UNIX)
        self._listener.bind(str(path))
        self._listener.listen()
        self._connection: socket.socket | None = None
        self._stream: Any = None
        self._asked = 0
        self._tapped = 0.0

    def connect(self, seconds: float = CONNECT_S) -> None:
        """Take a session's connection; after a wipe or a crash, once the session before has gone."""
        self._wait_for_end(seconds)
        self.drop()
        self._listener.settimeout(seconds)
        try:
            self._connection, _ = self._listener.accept()
        except TimeoutError as error:
            raise DriverError(f"no session has come up within {seconds:.0f} s") from error
        self._connection.settimeout(ANSWER_S)
        self._stream = self._connection.makefile("rwb")

    def _wait_for_end(self, seconds: float) -> None:
        if self._connection is None:
            return
        self._connection.settimeout(seconds)
        with contextlib.suppress(ConnectionError):
            try:
                while self._connection.recv(1 << 16):
                    pass
            except TimeoutError as error:
                raise DriverError(f"the session before did not end within {seconds:.0f} s") from error

    def drop(self) -> None:
        """Let go of the present session."""
        for each in (self._stream, self._connection):
            if each is not None:
                with contextlib.suppress(OSError):
                    each.close()
        self._stream = self._connection = None

    def close(self) -> None:
        """Stop listening."""
        self.drop()
        self._listener.close()

    def ask(self, what: str, **more: object) -> dict[str, Any]:
        """Ask the session; its answer. DriverError when it cannot."""
        if self._stream is None:
            self.connect()
        assert self._stream is not None
        self._asked += 1
        try:
            self._stream.write(json.dumps({"id": self._asked, "do": what, **more}).encode() + b"\n")
            self._stream.flush()
            line = self._stream.readline()
        except OSError as error:
            raise DriverError(f"the session went away: {error}") from error
        if not line:
            raise DriverError("the session went away")
        answer: dict[str, Any] = json.loads(line)
        if not answer.get("ok"):
            raise DriverError(f"{what} {more}: {answer.get('error')}")
        return answer

    def state(self) -> dict[str, Any]:
        """What is shown now."""
        return self.ask("state")

    def tap(self, name: str) -> None:
        """Touch something, as a person would: not twice within half a second."""
        self._take_time()
        self.ask("tap", object=name)
        self._tapped = time.monotonic()

    def _take_time(self) -> None:
        time.sleep(max(0.0, self._tapped + TOGETHER_S - time.monotonic()))

    def type(self, text: str) -> None:
        """Type on the screen's own keyboard."""
        self._take_time()
        self.ask("type", text=text)
        self._tapped = time.monotonic()

    def until(
        self, condition: Callable[[dict[str, Any]], object], what: str, seconds: float = 60.0
    ) -> dict[str, Any]:
        """Wait until what is shown fulfils a condition; the state then. DriverError when it does not."""
        deadline = time.monotonic() + seconds
        while True:
            state = self.state()
            if condition(state):
                return state
            if time.monotonic() > deadline:
                raise DriverError(
                    f"{what} did not come within {seconds:.0f} s; the screen is {state['screen']} (overlay "
                    f"{state['overlay'] or 'none'}, call {state['call']}, notes {state['page']['notes']})"
                )
            time.sleep(0.1)

    def on(self, screen: str, seconds: float = 60.0) -> dict[str, Any]:
        """Wait for a screen."""
        return self.until(lambda state: state["screen"] == screen, f"the screen {screen}", seconds)

    def picture(self, target: Path) -> None:
        """Take a screenshot."""
        target.write_bytes(base64.b64decode(self.ask("screenshot")["png"]))

    def plan_pdf(self) -> bytes:
        """Fetch the page to take home."""
        return base64.b64decode(self.ask("plan_pdf")["pdf"])
