"""The other end of a bench's ports: devices in a process of their own, and a station's devices in another.

    python -m bench.device_lines stream                  a Contec V5.0A; tells when each frame went out
    python -m bench.device_lines cuff                    an RBP-9804 in no time; tells when each result did
    python -m bench.device_lines simulate FOLDER NAME…   simulators, each at a link in the folder
    python -m bench.device_lines serve FOLDER NAME…      the supervisor on these links
    python -m bench.device_lines listen FOLDER NAME…     only reads these links: the peer

Each says one line when it is ready (the first two the path of their port), and ends with its input: then the
first two tell their times as a JSON list, in nanoseconds of CLOCK_MONOTONIC, which all processes share.
"""

import asyncio
import json
import os
import select
import subprocess
import sys
import time
import tty
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Final

from contract.measurement import Instant
from peripherals.events import DeviceConfig, DeviceStatus, Event, State
from peripherals.protocols import contec_v5, rbp9804
from peripherals.protocols.conversation import Packet
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.plugs import TerminalPlug
from peripherals.simulators.port import Simulator
from peripherals.supervisor import Supervisor

FRAME_S: Final = 1 / 60
HEIGHTS: Final = 128  # a frame's number, modulo these, is the height of its wave
RESULT_AFTER_S: Final = 0.03  # seconds after the start: the pressure has long been heard then


def instant() -> Instant:
    """Return this moment, for a bench."""
    return Instant("2026-11-24T10:00:00+01:00", time.monotonic_ns(), "bench")


def tell(words: str) -> None:
    """Say that it is ready."""
    print(words, flush=True)


def ended(wait_s: float, *others: int) -> tuple[bool, bool]:
    """Wait; return whether the input has ended, and whether one of the other descriptors can be read."""
    ready, _, _ = select.select([sys.stdin, *others], [], [], max(0.0, wait_s))
    return sys.stdin in ready, any(other in ready for other in others)


def stream() -> None:
    """Write a frame sixty times a second, noting when."""
    plug = TerminalPlug(None)
    tell(plug.address)
    times: list[int] = []
    due = time.monotonic()
    while not ended(due - time.monotonic())[0]:
        pleth = len(times) % HEIGHTS
        frame = contec_v5.encode_live(signal=6, pleth=pleth, bar=5, pulse=72, spo2=97)
        times.append(time.monotonic_ns())
        plug.send(Packet(frame))
        due += FRAME_S
    tell(json.dumps(times))


def cuff() -> None:
    """Answer each start with a pressure and, soon, a result, noting when the result went out."""
    plug = TerminalPlug(None)
    tell(plug.address)
    commands = rbp9804.FrameReader(rbp9804.HOST_HEADER)
    times: list[int] = []
    due: float | None = None
    while True:
        over, said = ended(1.0 if due is None else due - time.monotonic(), *plug.filenos())
        if over:
            break
        for packet in plug.receive() if said else ():
            for op in rbp9804.read_commands(commands, packet.data):
                plug.send(Packet(rbp9804.encode_reply(rbp9804.Op(op))))
                if op == rbp9804.Op.START:
                    plug.send(Packet(rbp9804.encode_pressure(60)))
                    due = time.monotonic() + RESULT_AFTER_S
        if due is not None and time.monotonic() >= due:
            due = None
            times.append(time.monotonic_ns())
            plug.send(Packet(rbp9804.encode_result(124, 79, 72)))
    tell(json.dumps(times))


def simulate(folder: Path, names: list[str]) -> None:
    """Run simulators at their real pace."""
    with ExitStack() as stack:
        for name in names:
            stack.enter_context(Simulator(SIMULATORS[name], "healthy", link=folder / name))
        tell("ready")
        sys.stdin.read()


async def serve(folder: Path, names: list[str]) -> None:
    """Serve them as a station does; ready once all of them are."""
    silent = set(names)
    spoken: asyncio.Event = asyncio.Event()

    def take(event: Event) -> None:
        if isinstance(event, DeviceStatus) and event.state in (State.READY, State.ATTENTION):
            silent.discard(event.device)
            if not silent:
                spoken.set()

    configs = [DeviceConfig(name, PRODUCTS[name].role, str(folder / name), name) for name in names]
    running = asyncio.create_task(Supervisor(configs, take, instant).run())
    await spoken.wait()
    tell("ready")
    await asyncio.to_thread(sys.stdin.read)
    running.cancel()
    await asyncio.wait({running})


async def listen(folder: Path, names: list[str]) -> None:
    """Read the same ports and do nothing with what comes."""
    loop = asyncio.get_running_loop()
    for name in names:
        port = open_raw(folder / name)
        loop.add_reader(port, os.read, port, 4096)
        os.write(port, PRODUCTS[name].start)
    tell("ready")
    await asyncio.to_thread(sys.stdin.read)


def open_raw(path: Path | str) -> int:
    """Open a pseudo-terminal without anything of ours."""
    port = os.open(path, os.O_RDWR | os.O_NOCTTY | os.O_NONBLOCK)
    tty.setraw(port)
    return port


@contextmanager
def line(*arguments: str | Path) -> Iterator["Line"]:
    """Start one of the above; it has ended when this is left."""
    command = [sys.executable, "-m", "bench.device_lines", *map(str, arguments)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        made = Line(process)
        yield made
        made.end()
    finally:
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                pipe.close()


class Line:
    """A running one. `said` is its first line."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self.pid = process.pid
        self._process = process
        assert process.stdout
        self.said = process.stdout.readline().strip()
        if not self.said:
            raise RuntimeError("the other end did not start")

    def end(self) -> list[int]:
        """End it; return the times it noted."""
        if self._process.stdin and not self._process.stdin.closed:
            self._process.stdin.close()
        assert self._process.stdout
        told = "" if self._process.stdout.closed else self._process.stdout.readline()
        times: list[int] = json.loads(told) if told else []
        return times


def main() -> None:
    """Be one of them."""
    what, *rest = sys.argv[1:]
    match what:
        case "stream":
            stream()
        case "cuff":
            cuff()
        case "simulate":
            simulate(Path(rest[0]), rest[1:])
        case "serve":
            asyncio.run(serve(Path(rest[0]), rest[1:]))
        case "listen":
            asyncio.run(listen(Path(rest[0]), rest[1:]))


if __name__ == "__main__":
    main()
