"""A USB HID device on an asyncio loop: reports in, reports and feature reports out, unplug as an error.

hidapi only blocks. So each open device has two threads: one opens it, reads it and at last closes it, one
writes, in order, for a device may take a whole second over a report. Both end with the device.
"""

import asyncio
import contextlib
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from peripherals.devices.product import HidLine
from peripherals.events import Fault
from peripherals.protocols.conversation import Packet
from peripherals.transport.hid_backends import Backend, Seen, connect, seen
from peripherals.transport.link import OnLost, OnPacket, PortError

__all__ = ["HidPort", "Seen", "open_line", "seen"]

READ_SIZE: Final = 4096  # bytes: longer than any report
READ_MS: Final = 100  # a reader looks this often whether it is to end
FAILED_WRITE_S: Final = 0.3  # so long a failed write waits for the reader to find that the device is gone
CLOSE_S: Final = 1.0
REPORTS: Final = ""
FEATURES: Final = "feature"
NO_NUMBER: Final = b"\0"


async def open_line(place: str, line: HidLine, on_packet: OnPacket, on_lost: OnLost) -> "HidPort":
    """Open the HID device at a place; PortError when that is not possible.

    `place`: the path of its hidraw node or of a simulator's socket; `serial=…`; or "" for the only one of
    its kind.
    """
    port = HidPort(line, on_packet, on_lost)
    await port.open(lambda: connect(place, line))
    return port


class HidPort:
    """An open HID device. Packets without a channel are reports, those on "feature" feature reports.

    A report is given as the device's, without the number 0 that hidapi wants before one, and filled up with
    zeros; a feature report exactly as `hid_send_feature_report` wants it, number and all.
    """

    def __init__(self, line: HidLine, on_packet: OnPacket, on_lost: OnLost) -> None:
        self.path = ""
        self._line = line
        self._on_packet = on_packet
        self._on_lost = on_lost
        self._open = False
        self._loop = asyncio.get_running_loop()
        self._opened: asyncio.Future[str] = self._loop.create_future()
        self._ended = asyncio.Event()
        self._awaited = threading.Event()  # the opener has its answer: nothing is told before
        self._ending = threading.Event()
        self._outgoing: queue.SimpleQueue[Packet | None] = queue.SimpleQueue()

    async def open(self, connect: Callable[[], tuple[Backend, str]]) -> None:
        """Open it in its own thread; PortError when that is not possible."""
        threading.Thread(target=self._serve, args=(connect,), name="hid", daemon=True).start()
        try:
            self.path = await self._opened
        except asyncio.CancelledError:
            self._end()  # what is opened all the same is closed at once
            raise
        self._open = True
        self._awaited.set()

    @property
    def is_open(self) -> bool:
        """False after `close` or a loss."""
        return self._open

    def write(self, packet: Packet) -> None:
        """Hand a report over to be written in order; PortError when the line is gone or it does not fit."""
        if not self._open:
            raise PortError(Fault.UNPLUGGED, f"{self.path} is closed")
        if packet.channel not in (REPORTS, FEATURES):
            raise PortError(Fault.PORT_ERROR, f"{self.path} has no channel {packet.channel!r}")
        if packet.channel == REPORTS and len(packet.data) > self._line.report:
            raise PortError(
                Fault.PORT_ERROR, f"{self.path}: {len(packet.data)} bytes in {self._line.report}-byte reports"
            )
        self._outgoing.put(packet)

    async def close(self) -> None:
        """Let go without telling `on_lost`; what was handed over is written first, within a second."""
        self._open = False
        self._end()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._ended.wait(), CLOSE_S)

    def _end(self) -> None:
        self._outgoing.put(None)
        self._ending.set()
        self._awaited.set()

    # In the loop's thread, called by the others.

    def _is_opened(self, path: str) -> None:
        if not self._opened.done():
            self._opened.set_result(path)

    def _is_not_opened(self, error: PortError) -> None:
        if not self._opened.done():
            self._opened.set_exception(error)

    def _arrived(self, packet: Packet, t_ns: int) -> None:
        if self._open:
            self._on_packet(packet, t_ns)

    def _lost(self, error: PortError) -> None:
        if self._open:
            self._open = False
            self._on_lost(error)

    # In the device's threads.

    def _serve(self, connect: Callable[[], tuple[Backend, str]]) -> None:
        try:
            backend, path = connect()
        except PortError as error:
            self._tell(self._is_not_opened, error)
            return
        except Exception as error:  # a wait without an answer would never end
            self._tell(self._is_not_opened, PortError(Fault.PORT_ERROR, repr(error)))
            return
        writer = threading.Thread(target=self._write_all, args=(backend, path), name="hid-out", daemon=True)
        writer.start()
        self._tell(self._is_opened, path)
        self._awaited.wait()
        self._read_all(backend, path)
        self._outgoing.put(None)
        writer.join()
        backend.close()
        self._tell(self._ended.set)

    def _read_all(self, backend: Backend, path: str) -> None:
        while not self._ending.is_set():
            try:
                report = backend.read(READ_SIZE, READ_MS)
            except OSError as error:
                self._fail(PortError(Fault.UNPLUGGED, f"{path}: {error}"))
                return
            if report:
                self._tell(self._arrived, Packet(bytes(report)), time.monotonic_ns())

    def _write_all(self, backend: Backend, path: str) -> None:
        while (packet := self._outgoing.get()) is not None:
            if packet.channel == FEATURES:
                written = backend.send_feature_report(packet.data)
            else:
                written = backend.write(NO_NUMBER + packet.data.ljust(self._line.report, b"\0"))
            if written < 0:
                self._failed_write(f"{path} did not take a report: {backend.error()}", path)
                return

    def _failed_write(self, detail: str, path: str) -> None:
        """Report a write that failed, unless the reader finds in the meantime that the device is gone."""
        if not self._ending.wait(FAILED_WRITE_S):
            fault = Fault.PORT_ERROR if Path(path).exists() else Fault.UNPLUGGED
            self._fail(PortError(fault, detail))

    def _fail(self, error: PortError) -> None:
        self._ending.set()
        self._tell(self._lost, error)

    def _tell(self, what: Callable[..., object], *args: object) -> None:
        """Have something done in the loop's thread."""
        try:
            self._loop.call_soon_threadsafe(what, *args)
        except RuntimeError:  # the loop is closed: nobody is left to be told
            self._end()
