"""The process that stops an inflating cuff when core dies or falls silent. `python -m peripherals.guard`.

Core connects to its socket and *arms* it with a duplicate of the cuff's port and the bytes of the cuff's
stop command, then sends a heartbeat. When the connection ends while armed, or the heartbeat stays out,
the guard writes stop and closes its duplicate, so that a core that starts again can have the port.
Packets: b"A" + stop bytes, with the descriptor (arm); b"H" (heartbeat); b"D" (disarm). Arm
and disarm are answered with their letter once done. Anything else is not answered and is no heartbeat.
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

from contract import systemd
from contract.link import accept, listen

SILENCE_S: Final = 0.75
PACKET_SIZE: Final = 256  # the stop command of any cuff is far shorter
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
        systemd.ready()
        every, told = systemd.alive_every_s(), time.monotonic()
        while True:
            for key, _ in self._selector.select(SILENCE_S / 5):
                if key.fileobj is self._listener:
                    self._accept()
                elif key.fileobj is self._core:  # not one that a new connection has just replaced
                    self._receive(self._core)
            if self._port is not None and time.monotonic() - self._heard > SILENCE_S:
                self.stop()
            if every and time.monotonic() - told > every:
                systemd.alive()
                told = time.monotonic()

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
        port, self._port = self._port, None
        if port is not None:
            os.close(port)

    def _accept(self) -> None:
        sock = accept(self._listener)
        if sock is None:
            return
        if self._core is not None:
            self._gone()
        self._core = sock
        self._selector.register(sock, selectors.EVENT_READ)

    def _receive(self, core: socket.socket) -> None:
        try:
            data, fds, flags, _ = socket.recv_fds(core, PACKET_SIZE, 1)
        except BlockingIOError:
            return
        except OSError:
            data, fds, flags = b"", [], 0
        if not data:
            self._gone()
        elif not flags & socket.MSG_TRUNC:
            self._obey(core, data, fds)
        for fd in fds:
            os.close(fd)

    def _obey(self, core: socket.socket, data: bytes, fds: list[int]) -> None:
        """Do what a whole packet asks; a descriptor that is kept is taken out of `fds`."""
        letter, stop = data[:1], data[1:]
        if letter == b"A" and stop and fds:
            self._disarm()
            self._port, self._stop = fds.pop(), stop
        elif data == b"D":
            self._disarm()
        elif data != b"H":
            return
        self._heard = time.monotonic()
        if letter != b"H":
            with contextlib.suppress(OSError):
                core.send(letter)

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
