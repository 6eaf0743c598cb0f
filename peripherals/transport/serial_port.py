"""A serial port on an asyncio loop: exclusively locked, arrival times, unplug as an error of its own.

pyserial opens and sets the port; the loop reads it (`add_reader` wakes in about 10 µs). A pseudo-terminal
knows neither parity nor modem lines, so parity is left out there.
"""

import asyncio
import contextlib
import errno
import os
import termios
import time
from pathlib import Path
from typing import Final

import serial

from peripherals.devices.product import SerialLine
from peripherals.events import Fault
from peripherals.protocols.conversation import Packet
from peripherals.transport.link import OnLost, OnPacket, PortError

READ_SIZE: Final = 4096


async def open_line(place: str, line: SerialLine, on_packet: OnPacket, on_lost: OnLost) -> "SerialPort":
    """Open a serial port; PortError when it can't be."""
    return SerialPort(place, line, on_packet, on_lost)


class SerialPort:
    """An open port."""

    def __init__(
        self,
        path: str,
        settings: SerialLine,
        on_packet: OnPacket,
        on_lost: OnLost,
    ) -> None:
        self.path = path
        self._on_packet = on_packet
        self._on_lost = on_lost
        self._serial = _open(path, settings)
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(self.fileno(), self._readable)

    def fileno(self) -> int:
        """Return the descriptor, for the guard's duplicate."""
        return int(self._serial.fileno())

    @property
    def is_open(self) -> bool:
        """False after `close` or a loss."""
        return bool(self._serial.is_open)

    def write(self, packet: Packet) -> None:
        """Write a command at once; PortError when the port is gone or takes nothing."""
        data = packet.data
        try:
            written = os.write(self.fileno(), data)
        except BlockingIOError as error:
            raise PortError(Fault.PORT_ERROR, f"{self.path} takes nothing") from error
        except (OSError, serial.SerialException) as error:
            raise PortError(Fault.UNPLUGGED, f"{self.path}: {error}") from error
        if written != len(data):
            raise PortError(Fault.PORT_ERROR, f"{self.path} took {written} of {len(data)} bytes")

    async def close(self) -> None:
        """Close without telling `on_lost`."""
        self._close()

    def _close(self) -> None:
        if self.is_open:
            self._loop.remove_reader(self.fileno())
            with contextlib.suppress(OSError, serial.SerialException, termios.error):
                self._serial.close()

    def _readable(self) -> None:
        arrived = time.monotonic_ns()
        try:
            data = os.read(self.fileno(), READ_SIZE)
        except BlockingIOError:
            return
        except OSError as error:
            self._lost(str(error))
            return
        if data:
            self._on_packet(Packet(data), arrived)
        else:
            self._lost("end of file")

    def _lost(self, detail: str) -> None:
        self._close()
        self._on_lost(PortError(Fault.UNPLUGGED, f"{self.path}: {detail}"))


def _open(path: str, settings: SerialLine) -> serial.Serial:
    pseudo = str(Path(path).resolve()).startswith("/dev/pts/")
    try:
        return serial.Serial(
            path,
            baudrate=settings.baud,
            parity="N" if pseudo else settings.parity,
            timeout=0,
            write_timeout=0,
            exclusive=True,
        )
    except (serial.SerialException, OSError, termios.error, ValueError) as error:
        raise PortError(_fault_of(path, error), f"{path}: {error}") from error


def _fault_of(path: str, error: Exception) -> Fault:
    code = getattr(error, "errno", None)
    if not Path(path).exists() or code in (errno.ENOENT, errno.ENODEV, errno.ENXIO):
        return Fault.NOT_CONNECTED
    if code in (errno.EACCES, errno.EPERM):
        return Fault.PORT_DENIED
    if code in (errno.EAGAIN, errno.EBUSY) or "lock" in str(error):
        return Fault.PORT_BUSY
    return Fault.PORT_ERROR
