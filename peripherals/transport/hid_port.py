"""A USB HID device on an asyncio loop: reports in, reports and feature reports out, unplug as an error.

hidapi only blocks. So each open device has two threads: one opens it, reads it and at last closes it, one
writes, in order, for a device may take a whole second over a report. Both end with the device.
"""

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
from peripherals.transport.threaded import ThreadedLink

__all__ = ["HidPort", "Seen", "open_line", "seen"]

READ_SIZE: Final = 4096  # bytes: longer than any report
READ_MS: Final = 100  # a reader looks this often whether it is to end
FAILED_WRITE_S: Final = 0.3  # so long a failed write waits for the reader to find that the device is gone
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


class HidPort(ThreadedLink[tuple[Backend, str]]):
    """An open HID device. Packets without a channel are reports, those on "feature" feature reports.

    A report is given as the device's, without the number 0 that hidapi wants before one, and filled up with
    zeros; a feature report exactly as `hid_send_feature_report` wants it, number and all.
    """

    thread_name = "hid"

    def __init__(self, line: HidLine, on_packet: OnPacket, on_lost: OnLost) -> None:
        super().__init__(on_packet, on_lost)
        self.path = ""
        self._line = line

    async def open(self, connect: Callable[[], tuple[Backend, str]]) -> None:
        """Open it in its own thread; PortError when that is not possible."""
        _, self.path = await self._start(connect)
        self._awaited.set()

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

    # In the device's threads.

    def _serve(self, device: tuple[Backend, str]) -> None:
        backend, path = device
        writer = threading.Thread(target=self._write_all, args=device, name="hid-out", daemon=True)
        writer.start()
        self._awaited.wait()
        self._read_all(backend, path)
        self._outgoing.put(None)
        writer.join()
        backend.close()

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
