"""A hub in a process of its own with stations enrolled at it, as an operator sets it up.

On SQLite, or on a PostgreSQL server of its own whose processor time counts as the hub's.
"""

import contextlib
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import httpx

from bench.contest import ROOT
from bench.processes import cpu_with_children_s
from hub.app import open_database
from hub.config import Config
from hub.db import Database

WAIT_S: Final = 600.0


class HubRig:
    """`python -m hub serve` on one data folder, and the same database opened beside it.

    `server`: the pid of the database's server and the address of a database there; None: SQLite.
    """

    def __init__(self, data: Path, server: tuple[int, str] | None) -> None:
        self.data = data
        self._server = [] if server is None else [server[0]]
        _command("init", data, *(() if server is None else ("--database", server[1])))
        self.log = data / "hub.log"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "hub", "serve", "--data", str(data)),
                    *("--console-port", "0", "--station-port", "0"),
                ],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=log,
            )
        assert self.process.stdout is not None
        told = json.loads(self.process.stdout.readline() or "{}")
        if not told:
            self.close()
            raise RuntimeError(f"the hub did not start: {self.log.read_text()[-2000:]}")
        self.console, self.stations = told["console"], told["stations"]
        self.db: Database = open_database(Config(data))

    def close(self) -> None:
        """End the hub."""
        if hasattr(self, "db"):
            self.db.close()
        self.process.terminate()
        self.process.wait()
        if self.process.stdout is not None:
            self.process.stdout.close()

    def cpu_s(self) -> float:
        """Return the processor time used so far by the hub, and by its database's server."""
        return cpu_with_children_s([self.process.pid, *self._server])

    def provider(self) -> httpx.Client:
        """Make a provider and return a signed-in browser's connection."""
        who = ("bench", "--display", "Dr. Bench", "--role", "provider", "--password-stdin")
        _python("hub", "user", "add", "--data", str(self.data), *who, text="a long bench passphrase\n")
        code = _command("sign-in-code", self.data, "bench").split()[-1]
        client = httpx.Client(base_url=self.console, trust_env=False, timeout=WAIT_S)
        client.post("/api/sign-in", json={"code": code}).raise_for_status()
        return client

    def enrol(self, name: str, state: Path) -> None:
        """Enrol a station; `state` is its folder."""
        place = ("--name", name, "--address", "12 Elm Street, Springfield", "--phone", "+1 555 0100")
        code = _command("station-code", self.data, *place, "--unattended").split()[-1]
        _python("provisioning", "enrol", "--hub", self.console, "--code", code, "--state", str(state))


def _command(name: str, data: Path, *arguments: str) -> str:
    return _python("hub", name, "--data", str(data), *arguments)


def _python(*arguments: str, text: str = "") -> str:
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=ROOT, input=text, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(f"python -m {' '.join(arguments[:2])} failed: {done.stdout}{done.stderr}")
    return done.stdout


def wait_until(condition: Callable[[], bool], what: str, every_s: float = 0.2) -> None:
    """Wait until it is so; RuntimeError when it does not become so."""
    end = time.monotonic() + WAIT_S
    while not condition():
        if time.monotonic() > end:
            raise RuntimeError(f"{what} did not come")
        time.sleep(every_s)


@contextmanager
def hub(data: Path, *, postgresql: bool = False) -> Iterator[HubRig]:
    """Start a hub and end it."""
    with contextlib.ExitStack() as stack:
        server = None
        if postgresql:
            sys.path.append(str(ROOT / "tests/support"))  # the tests' throw-away server serves here too
            from postgres import Cluster

            cluster = stack.enter_context(Cluster())
            pid = (cluster.folder / "data/postmaster.pid").read_text().split()[0]
            server = int(pid), cluster.database()
        yield stack.enter_context(contextlib.closing(HubRig(data, server)))
