"""The guard stops an inflating cuff when core is killed or stuck. Real processes, real pseudo-terminal.

The times compared are the monotonic stamps of the simulator's log (one clock for all processes).
"""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from peripherals.capture import read_log
from peripherals.devices.rbp9804 import PRODUCT
from peripherals.guard_client import GuardAway, GuardClient
from peripherals.simulators import SIMULATORS
from peripherals.simulators.port import Simulator

CORE = Path(__file__).with_name("guard_core.py")
PROMISED_NS = 1_000_000_000  # stop on the wire after a death
PATIENCE_S = 20.0


def _until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)


class Bench:
    """A guard, a cuff, and cores that come and go."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "guard.sock"
        self.log = folder / "wire.jsonl"
        self.cuff = Simulator(SIMULATORS["rbp9804"], log=self.log)
        self.guard = subprocess.Popen(
            [sys.executable, "-m", "peripherals.guard", "--socket", str(self.socket)]
        )
        self._cores: list[subprocess.Popen[str]] = []
        _until(self.socket.exists)

    def core(self, *how: str) -> subprocess.Popen[str]:
        """Start a core and wait until its cuff inflates."""
        command = [sys.executable, str(CORE), str(self.socket), self.cuff.port, *how]
        core = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        self._cores.append(core)
        assert core.stdout is not None
        assert core.stdout.readline() == "inflating\n"
        return core

    def starts(self) -> int:
        return sum(PRODUCT.start in line.data for line in read_log(self.log) if line.dir == "host")

    def stops_after(self, t_ns: int) -> list[int]:
        """When the stop command came, as ns after a moment."""
        lines = read_log(self.log)
        return [x.t_ns - t_ns for x in lines if x.dir == "host" and PRODUCT.stop in x.data and x.t_ns > t_ns]

    def close(self) -> None:
        for core in self._cores:
            core.kill()
            core.wait()
            if core.stdout:
                core.stdout.close()
        self.guard.kill()
        self.guard.wait()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    with made.cuff:
        yield made
        made.close()


def test_core_killed_while_the_cuff_inflates(bench: Bench) -> None:
    core = bench.core()
    killed = time.monotonic_ns()
    core.kill()
    _until(lambda: bool(bench.stops_after(killed)))
    assert bench.stops_after(killed)[0] < PROMISED_NS


def test_core_stuck_while_the_cuff_inflates(bench: Bench) -> None:
    bench.core("hang")
    stuck = time.monotonic_ns()
    _until(lambda: bool(bench.stops_after(stuck)))


def test_core_suspended_while_the_cuff_inflates(bench: Bench) -> None:
    core = bench.core()
    suspended = time.monotonic_ns()
    core.send_signal(signal.SIGSTOP)
    _until(lambda: bool(bench.stops_after(suspended)))
    assert bench.stops_after(suspended)[0] < PROMISED_NS


def test_guard_told_to_end_while_the_cuff_inflates_stops_it_first(bench: Bench) -> None:
    bench.core()
    told = time.monotonic_ns()
    bench.guard.send_signal(signal.SIGTERM)
    _until(lambda: bool(bench.stops_after(told)))
    assert bench.guard.wait(PATIENCE_S) == 0


def test_a_new_core_gets_the_port_the_dead_one_had(bench: Bench) -> None:
    bench.core().kill()
    bench.core()  # opens the port exclusively: it could not while the guard held its duplicate
    assert bench.starts() == 2


def test_guard_killed_while_the_cuff_inflates_stops_the_cuff(bench: Bench) -> None:
    """Core cannot have it armed again (no launcher here), so it stops."""
    bench.core()
    killed = time.monotonic_ns()
    bench.guard.kill()
    _until(lambda: bool(bench.stops_after(killed)))


async def test_a_disarmed_guard_writes_nothing_and_holds_nothing(bench: Bench) -> None:
    client = GuardClient(bench.socket)
    read, write = os.pipe()
    await client.arm(write, b"STOP")
    assert client.armed
    await client.disarm()
    assert not client.armed
    client.close()
    os.close(write)
    assert os.read(read, 100) == b""  # end of file: no duplicate is left, and nothing was written
    os.close(read)


async def test_an_armed_guard_that_is_let_go_writes_stop_again_and_again(bench: Bench) -> None:
    client = GuardClient(bench.socket)
    read, write = os.pipe()
    await client.arm(write, b"STOP")
    client.close()
    os.close(write)
    said = await asyncio.to_thread(_read_all, read)
    assert said == b"STOP" * 3


async def test_heartbeats_keep_the_guard_quiet(bench: Bench) -> None:
    client = GuardClient(bench.socket)
    read, write = os.pipe()
    os.set_blocking(read, False)
    await client.arm(write, b"STOP")
    await asyncio.sleep(1.2)  # longer than the guard bears silence
    with pytest.raises(BlockingIOError):
        os.read(read, 100)
    await client.disarm()
    client.close()
    os.close(read)
    os.close(write)


async def test_without_a_guard_nothing_is_armed(tmp_path: Path) -> None:
    client = GuardClient(tmp_path / "nobody")
    read, write = os.pipe()
    with pytest.raises(GuardAway):
        await client.arm(write, b"STOP")
    assert not client.armed
    os.close(read)
    os.close(write)


def _read_all(fd: int) -> bytes:
    with os.fdopen(fd, "rb") as stream:
        return stream.read()
