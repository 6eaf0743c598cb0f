"""A backend of pyusb for one simulated device behind a unix socket; to the code above it is like any other.

Its descriptors are the simulator's; bulk transfers and control requests are packets of the socket
(`packets.py`, `usb_channels.py`).
"""

import errno
import socket
import threading
import time
from array import array
from collections import deque
from typing import Any, Final, NamedTuple

import usb.backend
from usb.core import USBError, USBTimeoutError

from peripherals.protocols.conversation import Packet
from peripherals.transport import packets
from peripherals.transport.usb_channels import CONTROL, DESCRIPTORS, DONE

ANSWER_MS: Final = 2000
GET_CONFIGURATION: Final = (0x80, 8)
SET_CONFIGURATION: Final = (0x00, 9)

_DEVICE, _CONFIGURATION, _INTERFACE, _ENDPOINT = 1, 2, 4, 5

_FIELDS: Final[dict[int, tuple[tuple[str, int], ...]]] = {
    _DEVICE: (
        ("bcdUSB", 2),
        ("bDeviceClass", 1),
        ("bDeviceSubClass", 1),
        ("bDeviceProtocol", 1),
        ("bMaxPacketSize0", 1),
        ("idVendor", 2),
        ("idProduct", 2),
        ("bcdDevice", 2),
        ("iManufacturer", 1),
        ("iProduct", 1),
        ("iSerialNumber", 1),
        ("bNumConfigurations", 1),
    ),
    _CONFIGURATION: (
        ("wTotalLength", 2),
        ("bNumInterfaces", 1),
        ("bConfigurationValue", 1),
        ("iConfiguration", 1),
        ("bmAttributes", 1),
        ("bMaxPower", 1),
    ),
    _INTERFACE: (
        ("bInterfaceNumber", 1),
        ("bAlternateSetting", 1),
        ("bNumEndpoints", 1),
        ("bInterfaceClass", 1),
        ("bInterfaceSubClass", 1),
        ("bInterfaceProtocol", 1),
        ("iInterface", 1),
    ),
    _ENDPOINT: (("bEndpointAddress", 1), ("bmAttributes", 1), ("wMaxPacketSize", 2), ("bInterval", 1)),
}
"""Names and sizes of the fields behind length and type, as the USB standard and pyusb call them."""


class Descriptor:
    """A descriptor as pyusb wants it: its fields as attributes, what follows it in `extra_descriptors`."""

    def __init__(self, kind: int, data: bytes) -> None:
        self.bLength = len(data)
        self.bDescriptorType = kind
        self.extra_descriptors: array[int] = array("B")
        self.inside: list[Descriptor] = []
        at = 2
        for name, size in _FIELDS[kind]:
            setattr(self, name, int.from_bytes(data[at : at + size], "little"))
            at += size
        self.bRefresh = self.bSynchAddress = 0  # of audio endpoints; pyusb asks for them


def read_descriptors(data: bytes) -> tuple[Descriptor, Descriptor]:
    """Read a device descriptor and the one configuration behind it; USBError when they are broken."""
    found: list[Descriptor] = []
    parents: dict[int, Descriptor] = {}
    at = 0
    while at + 2 <= len(data):
        length, kind = data[at], data[at + 1]
        body = data[at : at + length]
        if length < 2 or len(body) < length:
            break
        if kind in _FIELDS:
            descriptor = Descriptor(kind, body)
            found.append(descriptor)
            if kind in (_INTERFACE, _ENDPOINT) and (parent := parents.get(kind)):
                parent.inside.append(descriptor)
            if kind == _CONFIGURATION:
                parents[_INTERFACE] = descriptor
            elif kind == _INTERFACE:
                parents[_ENDPOINT] = descriptor
        elif found:
            found[-1].extra_descriptors.extend(body)
        at += length
    kinds = [descriptor.bDescriptorType for descriptor in found[:2]]
    if kinds != [_DEVICE, _CONFIGURATION]:
        raise USBError("the simulated device has no descriptors", error_code=None, errno=errno.EIO)
    found[0].__dict__.update(bus=1, address=1, port_number=1, port_numbers=(1,), speed=None)
    return found[0], found[1]


class _Setup(NamedTuple):
    """A setup packet."""

    kind: int
    request: int
    value: int = 0
    about: int = 0
    length: int = 0

    def write(self) -> bytes:
        numbers = (self.value, self.about, self.length)
        return bytes((self.kind, self.request)) + b"".join(n.to_bytes(2, "little") for n in numbers)


class SimulatedBackend(usb.backend.IBackend):  # type: ignore[misc]
    """One simulated device; OSError when nobody is at the socket."""

    def __init__(self, path: str) -> None:
        super().__init__()
        self._waiting: dict[str, deque[bytes]] = {}
        self._lock = threading.Lock()
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            self._socket.connect(path)
            self._send(b"", DESCRIPTORS)
            self._device, self._configuration = read_descriptors(self._receive(DESCRIPTORS, ANSWER_MS))
        except BaseException:
            self._socket.close()
            raise

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    # What pyusb calls. Devices, handles and interface numbers of the only device need no looking at.

    def enumerate_devices(self) -> list[Descriptor]:
        """Return the device."""
        return [self._device]

    def get_parent(self, dev: Any) -> None:
        """It is on no hub."""

    def get_device_descriptor(self, dev: Any) -> Descriptor:
        """Return the device's descriptor."""
        return self._device

    def get_configuration_descriptor(self, dev: Any, config: int) -> Descriptor:
        """Return its only configuration's."""
        if config:
            raise IndexError("there is one configuration")
        return self._configuration

    def get_interface_descriptor(self, dev: Any, intf: int, alt: int, config: int) -> Descriptor:
        """Return an interface's; IndexError when there is none."""
        settings = [
            one
            for one in self._configuration.inside
            if (one.__dict__["bInterfaceNumber"], one.__dict__["bAlternateSetting"]) == (intf, alt)
        ]
        return settings[0]

    def get_endpoint_descriptor(self, dev: Any, ep: int, intf: int, alt: int, config: int) -> Descriptor:
        """Return an endpoint's, by its place; IndexError when there is none."""
        return self.get_interface_descriptor(dev, intf, alt, config).inside[ep]

    def open_device(self, dev: Any) -> "SimulatedBackend":
        """It is open as long as the socket is."""
        return self

    def close_device(self, dev_handle: Any) -> None:
        """Hang up."""
        self.close()

    def set_configuration(self, dev_handle: Any, config_value: int) -> None:
        """Choose a configuration."""
        self._control(_Setup(*SET_CONFIGURATION, config_value))

    def get_configuration(self, dev_handle: Any) -> int:
        """Return the configuration chosen; 0: none."""
        return self._control(_Setup(*GET_CONFIGURATION, length=1))[0]

    def claim_interface(self, dev_handle: Any, intf: int) -> None:
        """Nobody else can have it."""

    def release_interface(self, dev_handle: Any, intf: int) -> None:
        """Nothing is to be done."""

    def is_kernel_driver_active(self, dev_handle: Any, intf: int) -> bool:
        """No kernel knows of it."""
        return False

    def clear_halt(self, dev_handle: Any, ep: int) -> None:
        """Nothing is halted."""

    def bulk_write(self, dev_handle: Any, ep: int, intf: int, data: "array[int]", timeout: int) -> int:
        """Send a transfer; an empty one, which only ends another, needs no sending."""
        if len(data):
            self._send(data.tobytes(), "")
        return len(data)

    def bulk_read(self, dev_handle: Any, ep: int, intf: int, buff: "array[int]", timeout: int) -> int:
        """Receive a transfer; USBTimeoutError when none comes in time."""
        data = self._receive("", timeout)[: len(buff)]
        buff[: len(data)] = array("B", data)
        return len(data)

    def ctrl_transfer(  # noqa: PLR0917 - pyusb's own
        self,
        dev_handle: Any,
        bmRequestType: int,
        bRequest: int,
        wValue: int,
        wIndex: int,
        data: "array[int]",
        timeout: int,
    ) -> int:
        """Make a control request; USBError (EPIPE) when it is stalled."""
        setup = _Setup(bmRequestType, bRequest, wValue, wIndex, len(data))
        if not bmRequestType & 0x80:
            self._control(setup, data.tobytes())
            return len(data)
        answer = self._control(setup)[: len(data)]
        data[: len(answer)] = array("B", answer)
        return len(answer)

    def _control(self, setup: _Setup, data: bytes = b"") -> bytes:
        self._send(setup.write() + data, CONTROL)
        answer = self._receive(CONTROL, ANSWER_MS)
        if answer[:1] != bytes((DONE,)):
            raise USBError("stalled", error_code=None, errno=errno.EPIPE)
        return answer[1:]

    def _send(self, data: bytes, channel: str) -> None:
        try:
            self._socket.send(packets.pack(Packet(data, channel)))
        except OSError as error:
            raise USBError("no such device", error_code=None, errno=errno.ENODEV) from error

    def _receive(self, channel: str, timeout_ms: int) -> bytes:
        """Return the next packet of a channel; what comes on another one waits for who reads that."""
        deadline = time.monotonic() + timeout_ms / 1000
        with self._lock:
            while not (waiting := self._waiting.setdefault(channel, deque())):
                self._socket.settimeout(max(0.001, deadline - time.monotonic()))
                try:
                    data = self._socket.recv(packets.SIZE)
                except TimeoutError as error:
                    raise USBTimeoutError("timed out", error_code=None, errno=errno.ETIMEDOUT) from error
                except OSError:
                    data = b""
                if not data:
                    raise USBError("no such device", error_code=None, errno=errno.ENODEV)
                packet = packets.unpack(data)
                if packet is not None:
                    self._waiting.setdefault(packet.channel, deque()).append(packet.data)
            return waiting.popleft()
