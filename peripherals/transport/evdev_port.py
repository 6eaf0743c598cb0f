"""A scanner that types, on an asyncio loop: grabbed, so that nobody else hears what it types.

The kernel hands the keys of every keyboard to whoever has the screen. EVIOCGRAB makes them ours alone; a
device that cannot be grabbed is not used, for a card's number would be typed into a form. Until it is grabbed
it is a keyboard like others: the udev rules tell the desktop to leave it alone. The packets are whole key
events as `protocols/key_events.py` has them. A place that is a socket is a simulated device.
"""

import asyncio
import contextlib
import errno
import socket
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, Protocol

from peripherals.devices.product import EvdevLine
from peripherals.events import Fault
from peripherals.protocols.conversation import Packet
from peripherals.protocols.key_events import EVENT
from peripherals.transport import packets
from peripherals.transport.link import OnLost, OnPacket, PortError

BATCHES: Final = 1000
"""Reads at most to get rid of what was typed before the grab."""


class KeyEvent(Protocol):
    """An event of python-evdev."""

    @property
    def sec(self) -> int:
        """Seconds of its time."""
        ...

    @property
    def usec(self) -> int:
        """Microseconds of its time."""
        ...

    @property
    def type(self) -> int:
        """Its kind, EV_KEY and others."""
        ...

    @property
    def code(self) -> int:
        """Which key."""
        ...

    @property
    def value(self) -> int:
        """Up, down or held."""
        ...


class InputDevice(Protocol):
    """The calls of python-evdev's device that we use."""

    def fileno(self) -> int:
        """Return the descriptor, which does not block."""
        ...

    def grab(self) -> None:
        """Have it alone; OSError when somebody else has."""
        ...

    def read(self) -> Iterable[KeyEvent]:
        """Return what waits; BlockingIOError when nothing does, OSError when it is gone."""
        ...

    def close(self) -> None:
        """Let go, which ends the grab."""
        ...


Opens = Callable[[str], InputDevice]


class Source(Protocol):
    """What a port reads from."""

    def fileno(self) -> int:
        """Return the descriptor to wait for."""
        ...

    def read(self) -> bytes:
        """Return whole events, perhaps none; BlockingIOError, or OSError when it is gone."""
        ...

    def close(self) -> None:
        """Let go."""
        ...


async def open_line(
    place: str, line: EvdevLine, on_packet: OnPacket, on_lost: OnLost, opens: Opens | None = None
) -> "EvdevPort":
    """Grab the input device at a place; PortError when that is not possible.

    `opens` stands in for python-evdev's `InputDevice`.
    """
    try:
        source = _source(place, opens or _input_device)
    except OSError as error:
        raise PortError(_fault_of(error), f"{place}: {error}") from error
    return EvdevPort(place, source, on_packet, on_lost)


class EvdevPort:
    """An open, grabbed device."""

    def __init__(self, place: str, source: Source, on_packet: OnPacket, on_lost: OnLost) -> None:
        self.path = place
        self._source: Source | None = source
        self._on_packet = on_packet
        self._on_lost = on_lost
        self._loop = asyncio.get_running_loop()
        self._loop.add_reader(source.fileno(), self._readable)

    @property
    def is_open(self) -> bool:
        """False after `close` or a loss."""
        return self._source is not None

    def write(self, packet: Packet) -> None:
        """Refuse: a keyboard takes nothing."""
        raise PortError(Fault.PORT_ERROR, f"{self.path} takes nothing")

    async def close(self) -> None:
        """Let go without telling `on_lost`."""
        self._close()

    def _close(self) -> None:
        source, self._source = self._source, None
        if source is not None:
            self._loop.remove_reader(source.fileno())
            with contextlib.suppress(OSError):
                source.close()

    def _readable(self) -> None:
        arrived = time.monotonic_ns()
        if self._source is None:
            return
        try:
            data = self._source.read()
        except BlockingIOError:
            return
        except OSError as error:
            self._close()
            self._on_lost(PortError(Fault.UNPLUGGED, f"{self.path}: {error}"))
            return
        if data:
            self._on_packet(Packet(data), arrived)


class _Keys:
    """A device of the kernel, grabbed; what was typed before is thrown away: others heard it too."""

    def __init__(self, place: str, opens: Opens) -> None:
        self._device = opens(place)
        try:
            self._device.grab()
            for _ in range(BATCHES):
                list(self._device.read())
        except BlockingIOError:
            pass
        except OSError:
            self.close()
            raise

    def fileno(self) -> int:
        return self._device.fileno()

    def read(self) -> bytes:
        return b"".join(
            EVENT.pack(event.sec, event.usec, event.type, event.code, event.value)
            for event in self._device.read()
        )

    def close(self) -> None:
        self._device.close()


class _Simulated:
    """A simulated device behind a unix socket (`packets.py`)."""

    def __init__(self, place: str) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket.setblocking(False)
        try:
            self._socket.connect(place)
        except OSError:
            self.close()
            raise

    def fileno(self) -> int:
        return self._socket.fileno()

    def read(self) -> bytes:
        data = self._socket.recv(packets.SIZE)
        if not data:
            raise OSError("the simulated device hung up")
        packet = packets.unpack(data)
        return packet.data if packet is not None else b""

    def close(self) -> None:
        self._socket.close()


def _source(place: str, opens: Opens) -> Source:
    return _Simulated(place) if Path(place).is_socket() else _Keys(place, opens)


def _input_device(place: str) -> InputDevice:
    import evdev

    device: InputDevice = evdev.InputDevice(place)
    return device


def _fault_of(error: OSError) -> Fault:
    if error.errno in (errno.ENOENT, errno.ENODEV, errno.ENXIO, errno.ECONNREFUSED):
        return Fault.NOT_CONNECTED
    if error.errno in (errno.EACCES, errno.EPERM):
        return Fault.PORT_DENIED
    if error.errno in (errno.EBUSY, errno.EAGAIN):
        return Fault.PORT_BUSY
    return Fault.PORT_ERROR
