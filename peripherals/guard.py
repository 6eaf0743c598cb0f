"""The process that stops an inflating cuff when core dies or falls silent. `python -m peripherals.guard`.

Core connects to its socket and *arms* it with a duplicate of the cuff's port and the bytes of the cuff's
stop command, then sends a heartbeat. When the connection ends while armed, or the heartbeat stays out,
the guard writes stop and closes its duplicate, so that a core that starts again can have the port.
Packets: b"A" + stop bytes, with the descriptor (arm); b"H" (heartbeat); b"D" (disarm). Arm
and disarm are answered with their letter once done.
"""

import argparse
import contextlib
import os
import selectors
import signal
import socket
import sys
import time
from pathlib import Path
from typing import Final

from contract.link import accept, listen

SILENCE_S: Final = 0.75
REPEATS: Final = 3  # stop is safe to send twice, and one may be lost on a bad line
REPEAT_S: Final = 0.02


class Guard:
    """At most one core and one armed port."""

    def __init__(self, path: Path) -> None:
        self._listener = listen(path)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._listener, selectors.EVENT_READ)
        self._core: socket.socket | None = None
        self._port: int | None = None
        self._stop = b""
        self._heard = 0.0

    def run(self) -> None:
        """Serve until the process ends."""
        while True:
            for key, _ in self._selector.select(SILENCE_S / 5):
                if key.fileobj is self._listener:
                    self._accept()
                else:
                    self._receive()
            if self._port is not None and time.monotonic() - self._heard > SILENCE_S:
                self.stop()

    def stop(self) -> None:
        """Write stop to the armed port, if any, and let go of it."""
        if self._port is None:
            return
        for _ in range(REPEATS):
            with contextlib.suppress(OSError):
                os.write(self._port, self._stop)
            time.sleep(REPEAT_S)
        self._disarm()

    def _disarm(self) -> None:
        if self._port is not None:
            os.close(self._port)
            self._port = None

    def _accept(self) -> None:
        sock = accept(self._listener)
        if sock is None:
            return
        if self._core is not None:
            self._gone()
        self._core = sock
        self._selector.register(sock, selectors.EVENT_READ)

    def _receive(self) -> None:
        assert self._core is not None  # only a registered core wakes this
        try:
            data, fds, _, _ = socket.recv_fds(self._core, 256, 1)
        except OSError:
            data, fds = b"", []
        self._heard = time.monotonic()
        if data[:1] == b"A" and fds:
            self._disarm()
            self._port, self._stop = fds.pop(), data[1:]
        elif data[:1] == b"D":
            self._disarm()
        for fd in fds:
            os.close(fd)
        if not data:
            self._gone()
            return
        if data[:1] != b"H":
            with contextlib.suppress(OSError):
                self._core.send(data[:1])

    def _gone(self) -> None:
        self.stop()
        if self._core is not None:
            self._selector.unregister(self._core)
            self._core.close()
            self._core = None


def main(argv: list[str] | None = None) -> int:
    """Run the guard; a SIGTERM stops the cuff before the process ends."""
    parser = argparse.ArgumentParser(prog="python -m peripherals.guard", description=__doc__)
    parser.add_argument("--socket", type=Path, required=True, help="where core connects")
    guard = Guard(parser.parse_args(argv).socket)

    def end(*_: object) -> None:
        guard.stop()
        sys.exit(0)

    signal.signal(signal.SIGTERM, end)
    signal.signal(signal.SIGINT, end)
    guard.run()
    return 0


if __name__ == "__main__":
    sys.exit(main())
