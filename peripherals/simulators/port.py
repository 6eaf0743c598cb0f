"""A simulated device, plugged in: keeps its time, carries its bytes, does to it what its story says."""

import contextlib
import os
import select
import threading
import time
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from peripherals.capture import Capture
from peripherals.discovery import Seen
from peripherals.hotplug import seen_file
from peripherals.protocols.conversation import Packet
from peripherals.simulators.device import Make, SimulatedDevice
from peripherals.simulators.line import BadLine
from peripherals.simulators.plugs import Plug, SocketPlug, TerminalPlug
from peripherals.simulators.scenarios import Scenario, find
from peripherals.transport.opening import address_of

NOTHING = Packet(b"")


class Simulator:
    """Runs one device: in a thread (`with Simulator(…)`) or by `run()`.

    `make` is an entry of `simulators.SIMULATORS`; `scheme` the line it is on ("serial": a pseudo-terminal;
    "hid", "usb", "ble": a socket at `link`, which these need); `link` a stable path to wherever it is now;
    `speed` how many seconds of the device pass in one of ours. `appears`: what udev would say of it; kept in
    a file beside `link` while it is plugged in, for discovery (`hotplug.Folder`).
    """

    def __init__(
        self,
        make: Make,
        scenario: Scenario | str = "healthy",
        *,
        scheme: str = "serial",
        link: Path | None = None,
        log: Path | None = None,
        seed: int = 0,
        speed: float = 1.0,
        appears: Seen | None = None,
    ) -> None:
        if scheme != "serial" and link is None:
            raise ValueError(f"a simulated {scheme} device needs a path for its socket")
        self._make = make
        self._seed = seed
        self._speed = speed
        self._scheme = scheme
        self._link = link
        self._appears = appears
        self._log = Capture(log)
        self._lock = threading.RLock()
        self._wake_read, self._wake_write = os.pipe()
        self._asked: deque[Callable[[], None]] = deque()
        self._ending = False
        self._plug: Plug | None = None
        self._thread: threading.Thread | None = None
        self.port = ""
        self.set_scenario(scenario)
        self.replug()

    def set_scenario(self, scenario: Scenario | str) -> None:
        """Change the story; the device starts anew with it. ValueError when there is no such story."""
        with self._lock:
            self.scenario = find(scenario) if isinstance(scenario, str) else scenario
            self._happened: set[int] = set()
            self._switch_on()

    def replug(self) -> None:
        """Put the cable in: a new terminal, switched on anew. Nothing happens when it is in."""
        with self._lock:
            if self._plug is not None:
                return
            if self._scheme == "serial" or self._link is None:
                self._plug = TerminalPlug(self._link)
            else:
                self._plug = SocketPlug(self._scheme, self._link)
            self.port = self._plug.address
            self._appear()
            self._switch_on()
            self._log.write("port", NOTHING, f"opened {self.port}")
        self._wake()

    def unplug(self) -> None:
        """Pull the cable: the host's end hangs up and the link is gone."""
        with self._lock:
            if self._plug is None:
                return
            if self._link is not None:
                seen_file(self._link).unlink(missing_ok=True)
            self._plug.pull()
            self._plug = None
            self._log.write("port", NOTHING, "unplugged")
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
            with self._lock:
                watched = [self._wake_read] + (self._plug.filenos() if self._plug else [])
            try:
                ready, _, _ = select.select(watched, [], [], wait)
            except (OSError, ValueError):
                continue  # unplugged by another thread while waiting
            if self._wake_read in ready:
                os.read(self._wake_read, 4096)
                while self._asked:
                    self._asked.popleft()()
            with self._lock:
                if len(ready) > (self._wake_read in ready):
                    with contextlib.suppress(OSError):  # the host let go, or pulled while we read
                        self._hear()
                if time.monotonic() >= due:
                    self._speak()
                    due = max(due + self.device.period_s / self._speed, time.monotonic() - 1.0)

    def stop(self) -> None:
        """End `run()`."""
        self._ending = True
        self._wake()

    def close(self) -> None:
        """Stop the thread, pull the plug, remove the link."""
        self.stop()
        if self._thread is not None:
            self._thread.join()
        self.unplug()
        os.close(self._wake_read)
        os.close(self._wake_write)
        self._log.close()

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self.run, name="simulator", daemon=True)
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _switch_on(self) -> None:
        self._began = time.monotonic()
        wall = datetime.now()
        if self.scenario.clock_error_s is None:
            wall = datetime(2000, 1, 1)  # what devices show that were never set
        else:
            wall += timedelta(seconds=self.scenario.clock_error_s)
        self.device: SimulatedDevice = self._make(self.scenario, self._seed, wall)
        self._line = BadLine(self.scenario.line, self._seed)
        self._hangs_until = 0.0
        self._back_at: float | None = None

    def _appear(self) -> None:
        if self._appears is None or self._link is None:
            return
        address = address_of(self.port)
        seen = msgspec.structs.replace(self._appears, scheme=address.scheme, place=address.place)
        fresh = self._link.with_name(f".{self._link.name}.seen")
        fresh.write_bytes(msgspec.json.encode(seen))
        fresh.replace(seen_file(self._link))

    def _now(self) -> float:
        return (time.monotonic() - self._began) * self._speed

    def _hear(self) -> None:
        if self._plug is None:
            return
        for packet in self._plug.receive():
            self._log.write("host", packet)
            replies = self.device.host_sent(packet.data, self._now(), packet.channel)
            if not self.scenario.silent and self._now() >= self._hangs_until:
                for reply in replies:
                    self._send(reply)

    def _speak(self) -> None:
        now = self._now()
        if self._plug is None:
            if self._back_at is not None and now >= self._back_at:
                self.replug()
            return
        self._happen(now)
        said = self.device.tick(now)
        if self.scenario.silent or now < self._hangs_until:
            return
        for packet in said:
            self._line.put(packet, now)
        for packet in self._line.due(now):
            self._send(packet)

    def _happen(self, now: float) -> None:
        for number, happening in enumerate(self.scenario.happenings):
            if number in self._happened or self.device.measuring_for(now) < happening.at_s:
                continue
            self._happened.add(number)
            if happening.what == "unplug":
                self.unplug()
                self._back_at = None if happening.for_s is None else now + happening.for_s
            elif happening.what == "hang":
                self._hangs_until = float("inf") if happening.for_s is None else now + happening.for_s

    def _send(self, packet: Packet) -> None:
        if packet.data and self._plug is not None and self._plug.send(packet):
            self._log.write("device", packet)

    def _wake(self) -> None:
        os.write(self._wake_write, b"x")
