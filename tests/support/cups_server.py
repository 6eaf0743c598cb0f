"""A CUPS with the station's settings (provisioning/cups), and a printer that does what a test says."""

import contextlib
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

CHECKOUT: Final = Path(__file__).resolve().parent.parent.parent
SETTINGS: Final = CHECKOUT / "provisioning" / "cups"
QUEUE: Final = "desk"
START_S: Final = 30.0
BACKEND: Final = """#!/bin/sh
[ $# -eq 0 ] && exit 0
while [ "$(cat {folder}/mode)" = empty ]; do
  echo "STATE: +media-empty-error" >&2
  sleep 0.1
done
echo "STATE: -media-empty-error" >&2
[ "$(cat {folder}/mode)" = broken ] && exit 1
cat "${{6:--}}" > {folder}/paper/$1.new
mv {folder}/paper/$1.new {folder}/paper/$1.pdf
"""
PRINTERS: Final = """<Printer {queue}>
Info A test's printer
DeviceURI paper:/
State Idle
Accepting Yes
Shared No
ErrorPolicy stop-printer
</Printer>
"""


class Cups:
    """A running cupsd. `folder` must be short (a unix socket) and root's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.socket = folder / "run" / "cups.sock"
        self.spool = folder / "spool"
        self.paper = folder / "paper"
        for name in ("run", "spool", "spool/tmp", "paper", "bin/backend", "state", "cache", "etc"):
            (folder / name).mkdir(parents=True)
        folder.chmod(0o755)
        self.mode("ready")
        (folder / "bin" / "daemon").symlink_to("/usr/lib/cups/daemon")  # what CUPS starts programs by
        backend = folder / "bin" / "backend" / "paper"
        backend.write_text(BACKEND.format(folder=folder))
        backend.chmod(0o700)  # CUPS runs what only root may read as root
        (folder / "etc" / "printers.conf").write_text(PRINTERS.format(queue=QUEUE))
        self._configure()
        line = ["cupsd", "-f", "-c", str(folder / "cupsd.conf"), "-s", str(folder / "cups-files.conf")]
        with (folder / "said.log").open("wb") as log:
            self.process = subprocess.Popen(line, stdout=log, stderr=log, stdin=subprocess.DEVNULL)
        self._wait()

    def _configure(self) -> None:
        text = (SETTINGS / "cupsd.conf").read_text()
        assert "/run/cups/cups.sock" in text
        (self.folder / "cupsd.conf").write_text(text.replace("/run/cups/cups.sock", str(self.socket)))
        files = (SETTINGS / "cups-files.conf").read_text().replace("/run/carepost-spool", str(self.spool))
        more = {
            "ServerRoot": "etc",
            "ServerBin": "bin",
            "StateDir": "state",
            "CacheDir": "cache",
            "ErrorLog": "error_log",
        }
        files += "".join(f"{name} {self.folder / where}\n" for name, where in more.items())
        (self.folder / "cups-files.conf").write_text(f"{files}DataDir /usr/share/cups\n")

    def _wait(self) -> None:
        end = time.monotonic() + START_S
        environment = {**os.environ, "CUPS_SERVER": str(self.socket), "LC_ALL": "C"}
        while time.monotonic() < end:
            line = ["lpstat", "-p", QUEUE]
            done = subprocess.run(line, env=environment, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                return
            assert self.process.poll() is None, (self.folder / "said.log").read_text()
            time.sleep(0.05)
        raise AssertionError(f"CUPS did not come up: {done.stdout}{done.stderr}")

    def mode(self, what: str) -> None:
        """Have the printer work ("ready"), lack paper ("empty") or fail ("broken")."""
        (self.folder / "mode").write_text(what)

    def pages(self) -> list[bytes]:
        """Return what came out of the printer, oldest first."""
        return [path.read_bytes() for path in sorted(self.paper.glob("*.pdf"))]

    def spooled(self) -> list[Path]:
        """Return the files CUPS still has of jobs."""
        return [path for path in self.spool.rglob("*") if path.is_file() and path.name[0] in "cd"]

    def close(self) -> None:
        """End it."""
        self.mode("ready")
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


@contextlib.contextmanager
def cups_server(folder: Path) -> Iterator[Cups]:
    """Run CUPS in a folder that is not there yet."""
    folder.mkdir()
    server = Cups(folder)
    try:
        yield server
    finally:
        server.close()
