"""A Janus of Debian's package, on free ports of this machine, with the hub's own configuration."""

import contextlib
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

from hub.rooms.config import janus_files

PLUGINS = "/usr/lib/x86_64-linux-gnu/janus"
SECRET, ADMIN_KEY = "a secret of the tests", "an admin key of the tests"
PATIENCE_S = 20.0


def free_port() -> int:
    """Return a port nobody listens on just now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


class JanusServer:
    """Started and ready inside `janus()`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.url = f"ws://127.0.0.1:{self.port}"
        folder.mkdir(parents=True, exist_ok=True)
        self.secrets = folder / "janus.secret"
        self.secrets.write_text(f"{SECRET}\n{ADMIN_KEY}\n")
        for name, content in janus_files(SECRET, ADMIN_KEY, port=self.port).items():
            (folder / name).write_text(content)
        self.log = folder / "janus.log"
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it and wait until it listens."""
        command = ["janus", "-F", str(self.folder), "-C", str(self.folder / "janus.jcfg")]
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log)
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end and self._process.poll() is None:
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", self.port), 1):
                return
            time.sleep(0.05)
        raise AssertionError(f"Janus did not start:\n{self.log.read_text()}")

    def stop(self) -> None:
        """Kill it, as a crash does."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process = None


@contextlib.contextmanager
def janus(folder: Path) -> Iterator[JanusServer]:
    """Run a Janus while inside."""
    server = JanusServer(folder)
    server.start()
    try:
        yield server
    finally:
        server.stop()
