"""A simulated device on a pseudo-terminal, with a log of every byte in both directions.

The log has one JSON object a line: `{"t_ns": monotonic, "dir": "host" | "device" | "port", "hex"}`;
"host" is what the host sent, "device" what the device sent, "port" tells `opened PATH` and `unplugged`
in `note`. Bytes that nobody reads are lost, as on a real line, and are not in the log.
"""

import os
import random
import select
import threading
import time
import tty
from collections import deque
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol, Self

import msgspec

from peripherals.simulators.scenarios import SCENARIOS, Scenario

NOISE_EVERY = 10  # frames, on average, between two bursts
NOISE_MAX = 3  # bytes: too few to look like a frame
READ_SIZE = 4096


class SimulatedDevice(Protocol):
    """What a device does. Times are seconds of the device since it was switched on."""

    period_s: float

    def host_sent(self, data: bytes, t: float) -> list[bytes]:
        """Take the host's bytes, return answers at once."""
        ...

    def tick(self, t: float) -> list[bytes]:
        """Return what it says at this moment; called every `period_s`."""
        ...

    def measuring_for(self, t: float) -> float:
        """Return the seconds since the story began."""
        ...


class LogLine(msgspec.Struct, frozen=True, omit_defaults=True):
    """One line of the log; see the module."""

    t_ns: int
    dir: str
    hex: str
    note: str = ""

    @property
    def data(self) -> bytes:
        """The bytes."""
        return bytes.fromhex(self.hex)


def read_log(path: Path) -> list[LogLine]:
    """Read a log back; a last line still being written is left out."""
    lines = path.read_bytes().split(b"\n")[:-1]
    return [msgspec.json.decode(line, type=LogLine) for line in lines]


class Simulator:
    """Runs one device on a pseudo-terminal: in a thread (`with Simulator(…)`) or by `run()`.

    `make` is an entry of `simulators.SIMULATORS`; `link` a stable path to wherever the terminal is now;
    `speed` how many seconds of the device pass in one of ours.
    """

    def __init__(
        self,
        make: Callable[[Scenario, int], SimulatedDevice],
        scenario: Scenario | str = "healthy",
        *,
        link: Path | None = None,
        log: Path | None = None,
        seed: int = 0,
        speed: float = 1.0,
    ) -> None:
        self._make = make
        self._seed = seed
        self._speed = speed
        self._link = link
        self._log: IO[bytes] | None = log.open("wb", buffering=0) if log else None
        self._lock = threading.RLock()
        self._wake_read, self._wake_write = os.pipe()
        self._asked: deque[Callable[[], None]] = deque()
        self._ending = False
        self._master = self._slave = -1
        self._thread: threading.Thread | None = None
        self._began = time.monotonic()
        self.port = ""
        self.set_scenario(scenario)
        self.replug()

    def set_scenario(self, scenario: Scenario | str) -> None:
        """Change the story; the device starts anew with it."""
        with self._lock:
            self.scenario = SCENARIOS[scenario] if isinstance(scenario, str) else scenario
            self.device = self._make(self.scenario, self._seed)
            self._noise = random.Random(self._seed)
            self._unplugged_once = False
            self._began = time.monotonic()

    def replug(self) -> None:
        """Put the cable in: a new terminal, switched on anew. Nothing happens when it is in."""
        with self._lock:
            if self._master >= 0:
                return
            self._master, self._slave = os.openpty()
            tty.setraw(self._slave)  # a cooked terminal would echo the device's bytes back as the host's
            os.set_blocking(self._master, False)
            self.port = os.ttyname(self._slave)
            self.device = self._make(self.scenario, self._seed)
            self._began = time.monotonic()
            self._point_link()
            self._write_log("port", b"", f"opened {self.port}")
        self._wake()

    def unplug(self) -> None:
        """Pull the cable: the host's end hangs up and the link is gone."""
        with self._lock:
            if self._master < 0:
                return
            if self._link is not None:
                self._link.unlink(missing_ok=True)
            os.close(self._master)
            os.close(self._slave)
            self._master = self._slave = -1
            self._write_log("port", b"", "unplugged")
        self._wake()

    def soon(self, what: Callable[[], None]) -> None:
        """Have `run()` do something between two frames: what a signal handler may do."""
        self._asked.append(what)
        self._wake()

    def run(self) -> None:
        """Serve until `stop()`."""
        due = time.monotonic()
        while not self._ending:
            wait = max(0.0, due - time.monotonic())
            watched = [self._wake_read] + ([self._master] if self._master >= 0 else [])
            try:
                ready, _, _ = select.select(watched, [], [], wait)
            except (OSError, ValueError):
                continue  # unplugged by another thread while waiting
            if self._wake_read in ready:
                os.read(self._wake_read, READ_SIZE)
            while self._asked:
                self._asked.popleft()()
            with self._lock:
                self._hear()
                if time.monotonic() >= due:
                    due += self.device.period_s / self._speed
                    self._speak()
                    due = max(due, time.monotonic() - 1)  # after a long pause don't catch up for ever

    def stop(self) -> None:
        """Make `run()` return."""
        self._ending = True
        self._wake()

    def close(self) -> None:
        """Stop the thread, close the terminal, remove the link."""
        self.stop()
        if self._thread is not None:
            self._thread.join()
        self.unplug()
        os.close(self._wake_read)
        os.close(self._wake_write)
        if self._log is not None:
            self._log.close()

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self.run, name="simulator", daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _now(self) -> float:
        return (time.monotonic() - self._began) * self._speed

    def _hear(self) -> None:
        if self._master < 0:
            return
        try:
            data = os.read(self._master, READ_SIZE)
        except BlockingIOError:
            return
        self._write_log("host", data)
        replies = self.device.host_sent(data, self._now())
        if not self.scenario.silent:
            for reply in replies:
                self._send(reply)

    def _speak(self) -> None:
        if self._master < 0:
            return
        now = self._now()
        if self._must_unplug(now):
            self._unplugged_once = True
            self.unplug()
            return
        for frame in self.device.tick(now):
            if not self.scenario.silent:
                self._send(self._spoil(frame))

    def _must_unplug(self, now: float) -> bool:
        at = self.scenario.unplug_at_s
        return at is not None and not self._unplugged_once and self.device.measuring_for(now) >= at

    def _spoil(self, frame: bytes) -> bytes:
        """In the noisy scenario: now and then a burst before the frame, or the frame without its end."""
        if not self.scenario.noise or self._noise.randrange(NOISE_EVERY):
            return frame
        if self._noise.random() < 0.3:
            return frame[: self._noise.randrange(1, len(frame))]
        return self._noise.randbytes(self._noise.randint(1, NOISE_MAX)) + frame

    def _send(self, data: bytes) -> None:
        try:
            sent = os.write(self._master, data)
        except BlockingIOError:
            return
        self._write_log("device", data[:sent])

    def _write_log(self, direction: str, data: bytes, note: str = "") -> None:
        if self._log is not None:
            line = LogLine(time.monotonic_ns(), direction, data.hex(), note)
            self._log.write(msgspec.json.encode(line) + b"\n")

    def _point_link(self) -> None:
        if self._link is None:
            return
        fresh = self._link.with_name(f".{self._link.name}.{os.getpid()}")
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(self.port)
        fresh.replace(self._link)

    def _wake(self) -> None:
        os.write(self._wake_write, b"x")
