"""A USB healthcare device (PHDC) on an asyncio loop: transfers in and out, unplug as an error.

pyusb only blocks. So each open device has threads of its own: one finds and takes it and at last lets it go,
one reads each of its endpoints in (bulk, and interrupt where there is one), one writes, in order.
"""

import asyncio
import contextlib
import errno
import queue
import threading
import time
from collections.abc import Callable
from typing import Final

from usb.core import USBError, USBTimeoutError

from peripherals.devices.product import PhdcLine
from peripherals.events import Fault
from peripherals.protocols.conversation import Packet
from peripherals.protocols.ieee11073 import phdc
from peripherals.transport.link import OnLost, OnPacket, PortError
from peripherals.transport.usb_devices import Claimed, Seen, claim, seen

__all__ = ["Seen", "UsbPort", "open_line", "seen"]

READ_SIZE: Final = 65536  # bytes: more than the longest APDU
READ_MS: Final = 100  # a reader looks this often whether it is to end
WRITE_MS: Final = 1000
STALLS: Final = 8  # a halted endpoint is cleared so often in a row before it counts as broken
CLOSE_S: Final = 2.0


async def open_line(place: str, line: PhdcLine, on_packet: OnPacket, on_lost: OnLost) -> "UsbPort":
    """Open the healthcare device at a place (`usb_devices.claim`); PortError when that is not possible.

    The first packet holds its class descriptors, on channel `phdc.CHANNEL`; all others are transfers.
    """
    port = UsbPort(on_packet, on_lost)
    await port.open(lambda: claim(place, line))
    return port


class UsbPort:
    """An open device. One packet is one transfer; message preambles are taken off."""

    def __init__(self, on_packet: OnPacket, on_lost: OnLost) -> None:
        self._on_packet = on_packet
        self._on_lost = on_lost
        self._open = False
        self._loop = asyncio.get_running_loop()
        self._taken: asyncio.Future[bytes] = self._loop.create_future()
        self._ended = asyncio.Event()
        self._awaited = threading.Event()  # the opener has its answer: nothing is told before
        self._ending = threading.Event()
        self._outgoing: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()

    async def open(self, take: Callable[[], Claimed]) -> None:
        """Open it in its own thread; PortError when that is not possible."""
        threading.Thread(target=self._serve, args=(take,), name="usb", daemon=True).start()
        try:
            descriptors = await self._taken
        except asyncio.CancelledError:
            self._end()  # what is opened all the same is let go at once
            raise
        self._open = True
        self._loop.call_soon(self._arrived, Packet(descriptors, phdc.CHANNEL), time.monotonic_ns())
        self._loop.call_soon(self._awaited.set)

    @property
    def is_open(self) -> bool:
        """False after `close` or a loss."""
        return self._open

    def write(self, packet: Packet) -> None:
        """Hand a transfer over to be written in order; PortError when the line is gone."""
        if not self._open:
            raise PortError(Fault.UNPLUGGED, "the USB device is closed")
        if packet.channel:
            raise PortError(Fault.PORT_ERROR, f"a healthcare device has no channel {packet.channel!r}")
        self._outgoing.put(packet.data)

    async def close(self) -> None:
        """Let go without telling `on_lost`; what was handed over is written first."""
        self._open = False
        self._end()
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._ended.wait(), CLOSE_S)

    def _end(self) -> None:
        self._outgoing.put(None)
        self._ending.set()
        self._awaited.set()

    # In the loop's thread, called by the others.

    def _is_taken(self, descriptors: bytes) -> None:
        if not self._taken.done():
            self._taken.set_result(descriptors)

    def _is_not_taken(self, error: PortError) -> None:
        if not self._taken.done():
            self._taken.set_exception(error)

    def _arrived(self, packet: Packet, t_ns: int) -> None:
        if self._open:
            self._on_packet(packet, t_ns)

    def _lost(self, error: PortError) -> None:
        if self._open:
            self._open = False
            self._on_lost(error)

    # In the device's threads.

    def _serve(self, take: Callable[[], Claimed]) -> None:
        try:
            claimed = take()
        except PortError as error:
            self._tell(self._is_not_taken, error)
            return
        except Exception as error:  # a wait without an answer would never end
            self._tell(self._is_not_taken, PortError(Fault.PORT_ERROR, repr(error)))
            return
        self._tell(self._is_taken, claimed.descriptors)
        self._awaited.wait()
        readers = [
            threading.Thread(target=self._read_all, args=(claimed, address), name="usb-in", daemon=True)
            for address in claimed.ins
        ]
        for reader in readers:
            reader.start()
        self._write_all(claimed)
        for reader in readers:
            reader.join()
        claimed.release()
        self._tell(self._ended.set)

    def _read_all(self, claimed: Claimed, address: int) -> None:
        stalls = 0
        while not self._ending.is_set():
            try:
                data = bytes(claimed.device.read(address, READ_SIZE, timeout=READ_MS))
            except USBTimeoutError:
                continue
            except USBError as error:
                stalls += 1
                if error.errno != errno.EPIPE or stalls > STALLS or not _cleared(claimed, address):
                    self._fail(error)
                    return
                continue
            stalls = 0
            told = phdc.without_preamble(data)
            if told:
                self._tell(self._arrived, Packet(told), time.monotonic_ns())

    def _write_all(self, claimed: Claimed) -> None:
        """Write until it is to end; a transfer that fills its packets is ended by an empty one."""
        while (data := self._outgoing.get()) is not None:
            try:
                claimed.device.write(claimed.out, data, timeout=WRITE_MS)
                if len(data) % claimed.packet == 0:
                    claimed.device.write(claimed.out, b"", timeout=WRITE_MS)
            except USBError as error:
                self._fail(error)
                return

    def _fail(self, error: USBError) -> None:
        """Report the loss; a device that is gone says so in several ways."""
        gone = error.errno in (errno.ENODEV, errno.EIO, errno.ENOENT, errno.ESHUTDOWN, errno.EPROTO)
        fault = Fault.UNPLUGGED if gone else Fault.PORT_ERROR
        self._ending.set()
        self._outgoing.put(None)
        self._tell(self._lost, PortError(fault, f"USB device: {error}"))

    def _tell(self, what: Callable[..., object], *args: object) -> None:
        """Have something done in the loop's thread."""
        try:
            self._loop.call_soon_threadsafe(what, *args)
        except RuntimeError:  # the loop is closed: nobody is left to be told
            self._end()


def _cleared(claimed: Claimed, address: int) -> bool:
    """Take a halt off an endpoint."""
    try:
        claimed.device.clear_halt(address)
    except USBError:
        return False
    return True
