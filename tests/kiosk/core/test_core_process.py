"""Core as the launcher starts it, with no hub to be reached: what a session hears of its queue."""

import select
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import pytest
from station_state import StationState

from contract import queue_state, station
from contract.envelope import Lane
from contract.link import Link, connect
from contract.seal import open_key_set, seal
from kiosk.processes import Paths

M = TypeVar("M")
PATIENCE_S = 60.0


class Running:
    """The process, and a session's end of its socket."""

    def __init__(self, folder: Path) -> None:
        self.state = StationState(folder / "state")
        paths = Paths(folder / "state", folder / "run")
        paths.make_folders()
        command = [sys.executable, "-m", "kiosk.core", "--state", str(paths.state), "--run", str(paths.run)]
        self.process = subprocess.Popen(command)
        self.link: Link[Any, Any] = Link(self._connect(paths.core_socket), station.ToSession)
        self._heard: list[Any] = []

    def _connect(self, path: Path) -> Any:
        end = time.monotonic() + PATIENCE_S
        while True:
            try:
                return connect(path)
            except OSError:
                assert time.monotonic() < end, "core never listened"
                assert self.process.poll() is None, "core ended"
                time.sleep(0.02)

    def until(self, kind: type[M], fits: Callable[[M], bool] = lambda _: True) -> M:
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            while self._heard:
                message = self._heard.pop(0)
                if isinstance(message, kind) and fits(message):
                    return message
            select.select([self.link], [], [], 1.0)
            self._heard += [message for message, _ in self.link.receive()]
        raise AssertionError(f"no such {kind.__name__}")

    def put(self) -> station.Put:
        root = (self.state.folder / "root.pub").read_bytes()
        key = open_key_set((self.state.folder / "keys.signed").read_bytes(), root).sealing_key()
        sealed = seal(b"a reading", station=self.state.station, key=key, schema="test/1")
        message = station.Put(id=uuid4(), lane=Lane.READING, visit=uuid4(), sealed=sealed)
        self.link.send(message)
        return message

    def close(self) -> None:
        self.link.close()
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()


@pytest.fixture
def core(tmp_path: Path) -> Iterator[Running]:
    running = Running(tmp_path)
    yield running
    running.close()


def test_a_session_hears_what_waits_and_why_while_core_goes_on_trying(core: Running) -> None:
    core.link.send(station.Hello(protocol=station.PROTOCOL))
    assert core.until(station.Welcome).clock == "unsure"
    put = core.put()
    core.until(station.PutDone, lambda m: m.id == put.id and m.state == "saved")
    waits = core.until(
        queue_state.QueueState, lambda m: m.waiting == 1 and m.why == "no-answer" and m.tried_at != ""
    )
    assert [lane.lane for lane in waits.lanes] == [Lane.READING]
    assert (waits.clock, waits.unsaved, waits.keys_expired_at) == ("unsure", 0, "")
    assert waits.total > waits.kept > 0
    core.link.send(station.TryNow())
    core.until(queue_state.QueueState, lambda m: m.tried_at > waits.tried_at)
    core.process.send_signal(signal.SIGTERM)
    assert core.process.wait(PATIENCE_S) == 0
