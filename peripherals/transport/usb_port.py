"""A USB healthcare device (PHDC) on an asyncio loop: transfers in and out, unplug as an error.

pyusb only blocks. So each open device has threads of its own: one finds and takes it and at last lets it go,
one reads each of its endpoints in (bulk, and interrupt where there is one), one writes, in order.
"""

import errno
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
from peripherals.transport.threaded import ThreadedLink
from peripherals.transport.usb_devices import Claimed, Seen, claim, seen

__all__ = ["Seen", "UsbPort", "open_line", "seen"]

READ_SIZE: Final = 65536  # bytes: more than the longest APDU
READ_MS: Final = 100  # a reader looks this often whether it is to end
WRITE_MS: Final = 1000
STALLS: Final = 8  # a halted endpoint is cleared so often in a row before it counts as broken


async def open_line(place: str, line: PhdcLine, on_packet: OnPacket, on_lost: OnLost) -> "UsbPort":
    """Open the healthcare device at a place (`usb_devices.claim`); PortError when that is not possible.

    The first packet holds its class descriptors, on channel `phdc.CHANNEL`; all others are transfers.
    """
    port = UsbPort(on_packet, on_lost)
    await port.open(lambda: claim(place, line))
    return port


class UsbPort(ThreadedLink[Claimed]):
    """An open device. One packet is one transfer; message preambles are taken off."""

    thread_name = "usb"
    close_s = 2.0

    async def open(self, take: Callable[[], Claimed]) -> None:
        """Open it in its own thread; PortError when that is not possible."""
        claimed = await self._start(take)
        self._loop.call_soon(self._arrived, Packet(claimed.descriptors, phdc.CHANNEL), time.monotonic_ns())
        self._loop.call_soon(self._awaited.set)

    def write(self, packet: Packet) -> None:
        """Hand a transfer over to be written in order; PortError when the line is gone."""
        if not self._open:
            raise PortError(Fault.UNPLUGGED, "the USB device is closed")
        if packet.channel:
            raise PortError(Fault.PORT_ERROR, f"a healthcare device has no channel {packet.channel!r}")
        self._outgoing.put(packet)

    # In the device's threads.

    def _serve(self, device: Claimed) -> None:
        self._awaited.wait()
        readers = [
            threading.Thread(target=self._read_all, args=(device, address), name="usb-in", daemon=True)
            for address in device.ins
        ]
        for reader in readers:
            reader.start()
        self._write_all(device)
        for reader in readers:
            reader.join()
        device.release()

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
                    self._fail(_loss(error))
                    return
                continue
            stalls = 0
            told = phdc.without_preamble(data)
            if told:
                self._tell(self._arrived, Packet(told), time.monotonic_ns())

    def _write_all(self, claimed: Claimed) -> None:
        """Write until it is to end; a transfer that fills its packets is ended by an empty one."""
        while (packet := self._outgoing.get()) is not None:
            data = packet.data
            try:
                claimed.device.write(claimed.out, data, timeout=WRITE_MS)
                if len(data) % claimed.packet == 0:
                    claimed.device.write(claimed.out, b"", timeout=WRITE_MS)
            except USBError as error:
                self._fail(_loss(error))
                return


def _loss(error: USBError) -> PortError:
    """Return the loss; a device that is gone says so in several ways."""
    gone = error.errno in (errno.ENODEV, errno.EIO, errno.ENOENT, errno.ESHUTDOWN, errno.EPROTO)
    return PortError(Fault.UNPLUGGED if gone else Fault.PORT_ERROR, f"USB device: {error}")


def _cleared(claimed: Claimed, address: int) -> bool:
    """Take a halt off an endpoint."""
    try:
        claimed.device.clear_halt(address)
    except USBError:
        return False
    return True
