"""Ways to a HID device: hidapi on a hidraw node, or a socket of packets to a simulated one. Blocking calls.

The hidapi wheel carries two modules: `hid` speaks to the device over libusb, past the kernel's driver, and
knows no `/dev/hidraw` paths; `hidraw` is the same interface on the kernel's hidraw nodes, which udev rules
name and hot-plug reports. `hidraw` is the one used. What its calls do when something is wrong, in the wheel's
version: `open_path` raises OSError without an errno; `read` raises OSError once the device is gone, and
returns [] when the time is up; `write` and `send_feature_report` return -1. One thread may read while another
writes (reads keep their error text apart).
"""

import errno
import fcntl
import os
import select
import socket
import stat
from pathlib import Path
from typing import Final, NamedTuple, Protocol

from peripherals.devices.product import HidLine, UsbId
from peripherals.events import Fault
from peripherals.protocols.conversation import Packet
from peripherals.transport import packets
from peripherals.transport.link import PortError

SOCKET_S: Final = 1.0  # longest wait for a socket to take something
BY_SERIAL: Final = "serial="


class Backend(Protocol):
    """The calls of hidapi's device that we use. The first byte written is the report's number, 0 for none."""

    def open_path(self, path: bytes) -> None:
        """Open; OSError when that is not possible."""
        ...

    def read(self, max_length: int, timeout_ms: int) -> list[int]:
        """Return the next report, [] when none comes in time; OSError when the device is gone."""
        ...

    def write(self, buff: bytes) -> int:
        """Send an output report; -1 when the device did not take it."""
        ...

    def send_feature_report(self, buff: bytes) -> int:
        """Send a feature report; -1 when the device did not take it."""
        ...

    def error(self) -> str:
        """Say what went wrong with the last open or write."""
        ...

    def close(self) -> None:
        """Let go; twice is fine."""
        ...


class HidrawDevice:
    """hidapi on a hidraw node, locked against other Carepost processes.

    The kernel lets any number of programs open a hidraw node, each of which sees every report: without a lock
    two stations could take each other's answers. The lock (flock) lives on a descriptor of our own, which is
    never read: the kernel then drops what would be queued for it. It also tells why a node cannot be opened.
    """

    def __init__(self, device: Backend | None = None) -> None:
        if device is None:
            import hidraw

            device = hidraw.device()
        self._device: Backend = device
        self._lock: int | None = None

    def open_path(self, path: bytes) -> None:
        """Lock and open."""
        self._lock = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_CLOEXEC)
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            self._device.open_path(path)
        except OSError:
            self.close()
            raise

    def read(self, max_length: int, timeout_ms: int) -> list[int]:
        """Return the next report."""
        return self._device.read(max_length, timeout_ms)

    def write(self, buff: bytes) -> int:
        """Send an output report."""
        return self._device.write(buff)

    def send_feature_report(self, buff: bytes) -> int:
        """Send a feature report."""
        return self._device.send_feature_report(buff)

    def error(self) -> str:
        """Say what went wrong."""
        return self._device.error()

    def close(self) -> None:
        """Close and unlock."""
        self._device.close()
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None


class SocketDevice:
    """A simulated device behind a unix socket (`packets.py`): reports on channel "", or on "feature"."""

    def __init__(self) -> None:
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._socket.settimeout(SOCKET_S)
        self._error = ""

    def open_path(self, path: bytes) -> None:
        """Connect."""
        try:
            self._socket.connect(path)
        except OSError:
            self.close()
            raise

    def read(self, max_length: int, timeout_ms: int) -> list[int]:
        """Return the next report; what comes on another channel is no report."""
        waiting = select.poll()
        waiting.register(self._socket, select.POLLIN)
        if not waiting.poll(timeout_ms):
            return []
        data = self._socket.recv(packets.SIZE)
        if not data:
            raise OSError("the simulated device hung up")
        packet = packets.unpack(data)
        return list(packet.data[:max_length]) if packet is not None and packet.channel == "" else []

    def write(self, buff: bytes) -> int:
        """Send an output report, without its number: a device without numbers never sees that byte."""
        return self._send(Packet(buff[1:]), len(buff))

    def send_feature_report(self, buff: bytes) -> int:
        """Send a feature report, number and all."""
        return self._send(Packet(buff, "feature"), len(buff))

    def error(self) -> str:
        """Say what went wrong with the last packet."""
        return self._error

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def _send(self, packet: Packet, length: int) -> int:
        try:
            self._socket.send(packets.pack(packet))
        except OSError as error:
            self._error = str(error)
            return -1
        return length


class Seen(NamedTuple):
    """A HID device that is plugged in: what discovery and a technician want to know. "" and -1: not told."""

    path: str
    vendor: int
    product: int
    serial: str
    manufacturer: str
    title: str
    interface: int
    usage_page: int


def seen() -> list[Seen]:
    """Return the HID devices plugged in now, one entry a hidraw node (hidapi lists a node once a usage)."""
    import hidraw

    nodes: dict[str, Seen] = {}
    for found in hidraw.enumerate():
        path = os.fsdecode(found["path"])
        nodes.setdefault(
            path,
            Seen(
                path,
                found["vendor_id"],
                found["product_id"],
                found["serial_number"],
                found["manufacturer_string"],
                found["product_string"],
                found["interface_number"],
                found["usage_page"],
            ),
        )
    return list(nodes.values())


def path_of(place: str, line: HidLine, devices: list[Seen]) -> str:
    """Return the path of the one device meant: `serial=…`, or "" for the only one of its kind; PortError."""
    kind = [
        device
        for device in devices
        if UsbId(device.vendor, device.product) in line.ids and line.interface in (None, device.interface)
    ]
    wanted = place.removeprefix(BY_SERIAL) if place.startswith(BY_SERIAL) else None
    fitting = kind if wanted is None else [device for device in kind if device.serial == wanted]
    if len(fitting) == 1:
        return fitting[0].path
    ids = ", ".join(f"{id.vendor:04x}:{id.product:04x}" for id in line.ids)
    what = f"device {ids}" if wanted is None else f"device {ids} with serial number {wanted}"
    if not fitting:
        raise PortError(Fault.NOT_CONNECTED, f"no {what} is plugged in")
    named = ", ".join(f"{device.path} (serial number {device.serial or 'none'})" for device in fitting)
    raise PortError(Fault.NOT_CONNECTED, f"more than one {what}: {named}; name one by its path")


def connect(place: str, line: HidLine) -> tuple[Backend, str]:
    """Open the device at a place (see `hid_port.open_line`); return it and its path. Blocks; PortError."""
    path = path_of(place, line, seen()) if place == "" or place.startswith(BY_SERIAL) else place
    device: Backend = SocketDevice() if _is_socket(path) else HidrawDevice()
    try:
        device.open_path(os.fsencode(path))
    except OSError as error:
        raise PortError(_fault_of(path, error), f"{path}: {error.strerror or device.error()}") from error
    return device, path


def _is_socket(path: str) -> bool:
    try:
        return stat.S_ISSOCK(Path(path).stat().st_mode)
    except OSError:
        return False


def _fault_of(path: str, error: OSError) -> Fault:
    if not Path(path).exists() or error.errno in (errno.ENODEV, errno.ENXIO, errno.ECONNREFUSED):
        return Fault.NOT_CONNECTED
    if isinstance(error, PermissionError):
        return Fault.PORT_DENIED
    # Locked by another process, or a simulator that does not take the line.
    if isinstance(error, BlockingIOError | TimeoutError) or error.errno == errno.EBUSY:
        return Fault.PORT_BUSY
    return Fault.PORT_ERROR
