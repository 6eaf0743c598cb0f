"""An open line of any kind, whoever listens to it; and the table of transports."""

import asyncio
import logging
import time
from collections.abc import Callable
from importlib import import_module
from typing import Final, NamedTuple

from peripherals.devices.product import SCHEMES, BleLine, EvdevLine, HidLine, Line, PhdcLine, SerialLine
from peripherals.events import Fault
from peripherals.protocols.conversation import Packet
from peripherals.transport.link import Link, OnLost, OnPacket, PortError

log = logging.getLogger(__name__)

TRANSPORTS: Final[dict[type, str]] = {
    SerialLine: "peripherals.transport.serial_port",
    HidLine: "peripherals.transport.hid_port",
    BleLine: "peripherals.transport.ble_port",
    PhdcLine: "peripherals.transport.usb_port",
    EvdevLine: "peripherals.transport.evdev_port",
}
"""One module a kind of line, with `async def open_line(place, line, on_packet, on_lost) -> Link`."""


class Address(NamedTuple):
    """Where a device is: a scheme of `SCHEMES`, and the place its transport understands."""

    scheme: str
    place: str

    def __str__(self) -> str:
        return f"{self.scheme}:{self.place}"


def address_of(port: str) -> Address:
    """Read `SCHEME:PLACE`; anything without a known scheme is a serial port's path."""
    scheme, colon, place = port.partition(":")
    return Address(scheme, place) if colon and scheme in SCHEMES.values() else Address("serial", port)


class OpenLine:
    """A line that is open until it is lost or closed; its listener can be changed."""

    def __init__(self) -> None:
        self.link: Link
        self.listener: Callable[[Packet, int], None] = lambda packet, t_ns: None
        self.heard_ns = 0
        self._opened_ns = time.monotonic_ns()
        self._lost: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    @classmethod
    async def open(cls, place: str, line: Line) -> "OpenLine":
        """Open a line; PortError when it can't be."""
        result = cls()
        result.link = await _open(place, line, result._packet, result._line_lost)
        return result

    @property
    def is_open(self) -> bool:
        """False once it is lost or closed."""
        return self.link.is_open

    def write(self, packets: list[Packet]) -> None:
        """Write; PortError when the line takes nothing any more: then it is lost."""
        try:
            for packet in packets:
                self.link.write(packet)
        except PortError as error:
            self._line_lost(error)
            raise

    def silent_s(self) -> float:
        """Return the seconds since anything arrived, or since it was opened."""
        return (time.monotonic_ns() - (self.heard_ns or self._opened_ns)) / 1e9

    async def lost_within(self, seconds: float) -> None:
        """Wait; PortError at once when the line is lost meanwhile."""
        done, _ = await asyncio.wait({self._lost}, timeout=seconds)
        if done:
            self._lost.result()

    async def close(self) -> None:
        """Let go."""
        if not self._lost.done():
            self._lost.cancel()
        await self.link.close()

    def _packet(self, packet: Packet, t_ns: int) -> None:
        self.heard_ns = t_ns
        try:
            self.listener(packet, t_ns)
        except Exception as error:  # a mistake of ours must not leave an act hanging: begin anew
            log.exception("what a device sent could not be handled")
            self._line_lost(PortError(Fault.PORT_ERROR, f"{type(error).__name__} while listening"))

    def _line_lost(self, error: PortError) -> None:
        if not self._lost.done():
            self._lost.set_exception(error)
            self._lost.exception()  # asked for later, or the owner is closing anyway


async def _open(place: str, line: Line, on_packet: OnPacket, on_lost: OnLost) -> Link:
    """Call the transport, imported only where one of its devices is used."""
    transport = import_module(TRANSPORTS[type(line)])
    link: Link = await transport.open_line(place, line, on_packet, on_lost)
    return link
