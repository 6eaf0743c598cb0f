"""Agent and core as processes of their own, from a stick's update to the next start and its health."""

import os
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from machine import Machine
from releases import Releases, image
from station_state import StationState

from contract import control, station
from contract.agent import UpdateState
from contract.link import Link, connect
from contract.profile import UpdatesConfig
from kiosk.processes import Paths

PATIENCE_S = 60.0

pytestmark = pytest.mark.e2e


class Around:
    """Core's process, the agent's, and this test in place of session and media."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.state = StationState(folder / "state", updates=UpdatesConfig(hours="00:00-00:00"))
        self.paths = Paths(folder / "state", folder / "run")
        for socket in (self.paths.core_socket, self.paths.media_socket, self.paths.agent_socket):
            socket.parent.mkdir(parents=True, exist_ok=True)
        self.releases = Releases(folder / "releases")
        self.machine = Machine(folder / "machine")
        image(folder / "1.0", "1.0", b"first" * 500)
        self.machine.deliver(folder / "1.0")
        (folder / "state" / "update-root.json").write_bytes(self.releases.root)
        self.processes = [self.start("kiosk.core", "--state", self.paths.state, "--run", self.paths.run)]
        self.session: Link[Any, Any] = Link(self.reach(self.paths.core_socket), station.ToSession)
        self.session.send(station.Hello(protocol=station.PROTOCOL))
        self.media: Link[Any, Any] = Link(self.reach(self.paths.media_socket), control.ToMedia)
        self.media.send(control.MediaHello(pid=os.getpid()))
        self.last: UpdateState | None = None

    def start(self, module: str, *more: object) -> "subprocess.Popen[bytes]":
        return subprocess.Popen([sys.executable, "-m", module, *map(str, more)])

    def agent(self) -> "subprocess.Popen[bytes]":
        process = self.start(
            "provisioning",
            *("agent", "--state", self.paths.state, "--run", self.paths.run, "--first", "0.1", "--look", "1"),
            *("--machine", self.folder / "machine", "--sticks", self.folder / "media"),
            *("--restart", f"touch {self.folder / 'restarted'}"),
        )
        self.processes.append(process)
        return process

    def reach(self, path: Path) -> Any:
        end = time.monotonic() + PATIENCE_S
        while True:
            try:
                return connect(path)
            except OSError:
                assert time.monotonic() < end, f"nobody listens at {path}"
                time.sleep(0.02)

    def until(self, **fields: object) -> UpdateState:
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if self.last and all(getattr(self.last, name) == value for name, value in fields.items()):
                return self.last
            select.select([self.session], [], [], 0.5)
            for message, _ in self.session.receive():
                self.last = message if isinstance(message, UpdateState) else self.last
        raise AssertionError(f"never {fields}; last {self.last}")

    def close(self) -> None:
        self.session.close()
        self.media.close()
        for process in reversed(self.processes):
            process.terminate()
        for process in self.processes:
            process.wait(20)


@pytest.fixture
def around(tmp_path: Path) -> Iterator[Around]:
    made = Around(tmp_path)
    yield made
    made.close()


def health(around: Around, *more: str) -> int:
    line = [sys.executable, "-m", "provisioning", "health", "--run", str(around.paths.run), *more]
    return subprocess.run(line, check=False).returncode


def test_from_a_stick_to_a_version_that_is_well(around: Around) -> None:
    assert health(around) == 1
    around.releases.release("1.1")
    agent = around.agent()
    around.until(state="failed", why="no-answer")  # the hub is not there
    shutil.copytree(around.releases.folder, around.folder / "media" / "stick" / "carepost-updates")
    around.until(state="restarting", offered="1.1")
    end = time.monotonic() + PATIENCE_S
    while not (around.folder / "restarted").exists():
        assert time.monotonic() < end
        time.sleep(0.05)
    agent.terminate()
    agent.wait(20)
    assert around.machine.start() == "1.1"
    around.agent()
    around.until(state="trying", version="1.1")
    assert health(around, "--wait", "60") == 0
    around.machine.bless()
    around.until(state="idle", version="1.1")
