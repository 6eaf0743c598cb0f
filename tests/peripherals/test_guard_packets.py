"""The guard against what is not its protocol, and arming through orders that overlap. Real guard process."""

import asyncio
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import serial
from stations import FAST, PATIENCE_S, Station, cuff, heard, simulate, until

from contract.link import connect
from contract.measurement import Act
from peripherals.devices.rbp9804 import PRODUCT
from peripherals.events import Fault, MeasurementFailed, State
from peripherals.guard import PACKET_SIZE, SILENCE_S
from peripherals.guard_client import GuardClient

BP = Act.BLOOD_PRESSURE


class Guard:
    """A guard process that can be killed and started again."""

    def __init__(self, folder: Path) -> None:
        self.socket = folder / "guard.sock"
        self.start()

    def start(self) -> None:
        command = [sys.executable, "-m", "peripherals.guard", "--socket", str(self.socket)]
        self.process = subprocess.Popen(command)
        deadline = time.monotonic() + PATIENCE_S
        while True:
            try:
                connect(self.socket).close()
                return
            except OSError:
                assert time.monotonic() < deadline
                time.sleep(0.01)

    def kill(self) -> None:
        self.process.kill()
        self.process.wait()

    def holds(self, port: str) -> bool:
        """Has it a duplicate of this port?"""
        folder = Path(f"/proc/{self.process.pid}/fd")
        return any(fd.is_symlink() and str(fd.readlink()) == port for fd in folder.iterdir())

    def descriptors(self) -> int:
        return sum(1 for _ in Path(f"/proc/{self.process.pid}/fd").iterdir())


@pytest.fixture
def guard(tmp_path: Path) -> Iterator[Guard]:
    made = Guard(tmp_path)
    yield made
    made.kill()


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """A port of a kind: (the wire's other end, the port)."""
    read, write = os.pipe()
    os.set_blocking(read, False)
    yield read, write
    os.close(read)
    os.close(write)


def written(read: int) -> bytes:
    try:
        return os.read(read, 4096)
    except BlockingIOError:
        return b""


def ask(core: socket.socket, packet: bytes, *fds: int) -> bytes:
    socket.send_fds(core, [packet], list(fds))
    return core.recv(16)


@pytest.fixture
def core(guard: Guard) -> Iterator[socket.socket]:
    sock = connect(guard.socket)
    sock.settimeout(PATIENCE_S)
    yield sock
    sock.close()


GARBAGE = [b"X", b"h", b"Dx", b"HH", b"\x00\xff" * 50, b"A", b"a" * (PACKET_SIZE + 100)]


@pytest.mark.parametrize("packet", GARBAGE, ids=[g[:8].hex() for g in GARBAGE])
def test_what_is_not_a_packet_is_neither_answered_nor_obeyed(
    packet: bytes, guard: Guard, core: socket.socket, pipe: tuple[int, int]
) -> None:
    read, port = pipe
    assert ask(core, b"ASTOP", port) == b"A"
    core.send(packet)
    assert ask(core, b"D") == b"D"  # the first answer is to this, not to the garbage
    core.close()
    assert guard.process.poll() is None
    assert written(read) == b""


@pytest.mark.parametrize(
    ("packet", "with_port"),
    [(b"ASTOP", False), (b"A", True), (b"A" + b"S" * PACKET_SIZE, True)],
    ids=["no-port", "no-stop", "too-long"],
)
def test_an_arming_that_cannot_stop_anything_is_not_acknowledged(
    packet: bytes, with_port: bool, guard: Guard, core: socket.socket, pipe: tuple[int, int]
) -> None:
    assert ask(core, b"D") == b"D"
    before = guard.descriptors()
    socket.send_fds(core, [packet], [pipe[1]] if with_port else [])
    assert ask(core, b"D") == b"D"
    assert guard.descriptors() == before


async def test_garbage_is_no_heartbeat(guard: Guard, core: socket.socket, pipe: tuple[int, int]) -> None:
    read, port = pipe
    assert ask(core, b"ASTOP", port) == b"A"
    armed = time.monotonic()
    while not (said := written(read)):
        assert time.monotonic() - armed < PATIENCE_S
        core.send(b"X")
        await asyncio.sleep(0.02)
    assert said.startswith(b"STOP")
    assert time.monotonic() - armed > SILENCE_S


def test_a_new_core_ends_the_old_one_and_stops_its_cuff(
    guard: Guard, core: socket.socket, pipe: tuple[int, int]
) -> None:
    read, port = pipe
    assert ask(core, b"ASTOP", port) == b"A"
    second = connect(guard.socket)
    second.settimeout(PATIENCE_S)
    assert ask(second, b"D") == b"D"
    assert written(read) == b"STOP" * 3
    assert core.recv(16) == b""
    second.close()


def test_a_core_that_comes_again_while_its_end_is_still_unread_is_served(
    guard: Guard, core: socket.socket
) -> None:
    """A new connection and the end of the old one reach the guard together."""
    assert ask(core, b"D") == b"D"
    guard.process.send_signal(signal.SIGSTOP)
    second = connect(guard.socket)
    second.settimeout(PATIENCE_S)
    core.close()
    guard.process.send_signal(signal.SIGCONT)
    assert ask(second, b"D") == b"D"
    second.close()


def test_a_hundred_armings_hold_one_descriptor(
    guard: Guard, core: socket.socket, pipe: tuple[int, int]
) -> None:
    read, port = pipe
    assert ask(core, b"D") == b"D"
    before = guard.descriptors()
    for _ in range(100):
        assert ask(core, b"ASTOP", port) == b"A"
    assert guard.descriptors() == before + 1
    assert ask(core, b"D") == b"D"
    assert guard.descriptors() == before
    assert written(read) == b""


async def test_after_a_measurement_nothing_holds_the_port(guard: Guard, tmp_path: Path) -> None:
    with simulate("rbp9804", speed=3 * FAST) as device:
        async with Station(cuff(device.port), guard=GuardClient(guard.socket)) as station:
            await station.is_now(State.READY, "cuff")
            await station.outcome(station.measure(BP))
            await until(lambda: not guard.holds(device.port), "the guard to let go")
        serial.Serial(device.port, exclusive=True).close()


async def test_a_measurement_begun_right_after_stop_is_guarded_to_its_end(
    guard: Guard, tmp_path: Path
) -> None:
    """The disarming of the first must not disarm the second."""
    log = tmp_path / "wire.jsonl"
    client = GuardClient(guard.socket)
    with simulate("rbp9804", log=log, speed=FAST) as device:
        async with Station(cuff(device.port), guard=client) as station:
            await station.is_now(State.READY, "cuff")
            for turns in range(3):  # stopped before, while and after the guard is armed
                first = station.measure(BP)
                for _ in range(turns):
                    await asyncio.sleep(0)
                station.supervisor.stop(BP)
                assert isinstance(await station.outcome(first), MeasurementFailed)
            station.measure(BP)
            await until(lambda: device.device.pressure > 20, "the cuff to inflate")  # type: ignore[attr-defined]
            assert guard.holds(device.port)
            cut = time.monotonic_ns()
            client.close()  # as if core had died
            await until(lambda: heard(log, cut).count(PRODUCT.stop) >= 3, "the guard's stop")


async def test_a_guard_that_dies_and_comes_back_is_armed_again(guard: Guard, tmp_path: Path) -> None:
    log = tmp_path / "wire.jsonl"
    client = GuardClient(guard.socket)
    with simulate("rbp9804", log=log, speed=1) as device:
        async with Station(cuff(device.port), guard=client) as station:
            await station.is_now(State.READY, "cuff")
            id = station.measure(BP)
            await until(lambda: device.device.pressure > 0, "the cuff to inflate")  # type: ignore[attr-defined]
            guard.kill()
            guard.start()
            await until(lambda: guard.holds(device.port), "the port in the new guard")
            await until(lambda: client.armed, "the new guard to be armed")
            assert not station.outcomes(id)
            assert PRODUCT.stop not in heard(log).partition(PRODUCT.start)[2]
            cut = time.monotonic_ns()
            client.close()
            await until(lambda: PRODUCT.stop in heard(log, cut), "the new guard's stop")


async def test_a_guard_that_stays_away_ends_the_measurement(guard: Guard, tmp_path: Path) -> None:
    log = tmp_path / "wire.jsonl"
    with simulate("rbp9804", log=log, speed=1) as device:
        async with Station(cuff(device.port), guard=GuardClient(guard.socket)) as station:
            await station.is_now(State.READY, "cuff")
            id = station.measure(BP)
            await until(lambda: device.device.pressure > 0, "the cuff to inflate")  # type: ignore[attr-defined]
            guard.kill()
            failed = await station.outcome(id)
    assert isinstance(failed, MeasurementFailed)
    assert failed.fault is Fault.BUSY
    assert PRODUCT.stop in heard(log).partition(PRODUCT.start)[2]
