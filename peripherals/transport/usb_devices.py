"""USB healthcare devices by pyusb: which are there, how one is found and taken. Blocking calls.

libusb reads and writes past the kernel, on the device's node in /dev/bus/usb, which udev rules open to us.
"""

import contextlib
import errno
from typing import Any, Final, NamedTuple

import usb.core
import usb.util

from peripherals.devices.product import PhdcLine
from peripherals.events import Fault
from peripherals.protocols.ieee11073 import phdc
from peripherals.transport.link import PortError

BY_SERIAL: Final = "serial="
CONTROL_MS: Final = 1000

_FAULTS: Final = {
    errno.EACCES: Fault.PORT_DENIED,
    errno.EPERM: Fault.PORT_DENIED,
    errno.EBUSY: Fault.PORT_BUSY,
    errno.ENODEV: Fault.NOT_CONNECTED,
    errno.ENOENT: Fault.NOT_CONNECTED,
    errno.ECONNREFUSED: Fault.NOT_CONNECTED,  # a simulator's socket that nobody serves any more
}


class Seen(NamedTuple):
    """A USB device that is plugged in. `serial` and `product` are empty where we may not open it.

    `place` is its bus and the ports on the way to it ("1-2.3"), `interfaces` the classes of its interfaces.
    """

    vendor: int
    product_id: int
    serial: str
    product: str
    place: str
    interfaces: tuple[int, ...]


class Claimed(NamedTuple):
    """An interface that is ours. `descriptors` are its class descriptors; `ins` the endpoints to read."""

    device: Any
    interface: int
    descriptors: bytes
    ins: tuple[int, ...]
    out: int
    packet: int  # bytes in a packet out
    had_driver: bool

    def release(self) -> None:
        """Let go; the kernel's driver, if one was sent away, may come back."""
        with contextlib.suppress(usb.core.USBError, NotImplementedError):
            usb.util.release_interface(self.device, self.interface)
            if self.had_driver:
                self.device.attach_kernel_driver(self.interface)
        usb.util.dispose_resources(self.device)


def seen() -> list[Seen]:
    """Return the healthcare devices that are plugged in."""
    return [_seen(device) for device in _healthcare(PhdcLine())]


def claim(place: str, line: PhdcLine) -> Claimed:
    """Find a device and take its healthcare interface; PortError when that is not possible.

    `place`: bus and ports ("1-2.3"), `serial=…`, a simulator's socket, or "" for the only one of its kind.
    """
    try:
        device = _find(place, line)
        try:
            return _claim(device)
        except BaseException:
            usb.util.dispose_resources(device)
            raise
    except usb.core.NoBackendError as error:
        raise PortError(Fault.PORT_ERROR, "libusb 1.0 is not installed") from error
    except NotImplementedError as error:
        raise PortError(Fault.PORT_ERROR, f"usb:{place}: {error}") from error
    except OSError as error:
        raise PortError(fault_of(error), f"usb:{place}: {error}") from error


def fault_of(error: OSError) -> Fault:
    """Return what an error of pyusb or of a socket means to a person."""
    return _FAULTS.get(error.errno or 0, Fault.PORT_ERROR)


def _find(place: str, line: PhdcLine) -> Any:
    if place.startswith("/"):
        from peripherals.transport.usb_simulated import SimulatedBackend

        return usb.core.find(backend=SimulatedBackend(place))
    there = _healthcare(line)
    if place.startswith(BY_SERIAL):
        wanted = place.removeprefix(BY_SERIAL)
        fitting = [device for device in there if _text(device, device.iSerialNumber) == wanted]
        unread = [device for device in there if _text(device, device.iSerialNumber) is None]
        if not fitting and unread:
            raise PortError(Fault.PORT_DENIED, f"{_place(unread[0])} may not be opened to read its serial")
    else:
        fitting = [device for device in there if (place == _place(device) if place else _is_of(device, line))]
    if not fitting:
        raise PortError(Fault.NOT_CONNECTED, f"no healthcare device at usb:{place}")
    if len(fitting) > 1:
        found = ", ".join(_place(device) for device in fitting)
        raise PortError(Fault.TWO_ALIKE, f"several healthcare devices are plugged in: {found}")
    return fitting[0]


def _healthcare(line: PhdcLine) -> list[Any]:
    """Return the devices with an interface of the class, of the ids of a line if it names some."""
    ids = {(id.vendor, id.product) for id in line.ids}
    found = usb.core.find(find_all=True, custom_match=lambda device: phdc.INTERFACE_CLASS in _classes(device))
    return [device for device in found if not ids or (device.idVendor, device.idProduct) in ids]


def _is_of(device: Any, line: PhdcLine) -> bool:
    """True unless a device says that it is of other kinds than a line wants."""
    described = b"".join(
        bytes(interface.extra_descriptors or ())
        for configuration in device
        for interface in configuration
        if interface.bInterfaceClass == phdc.INTERFACE_CLASS
    )
    told = phdc.read_descriptors(described).specialisations
    return not told or not line.specialisation or line.specialisation in told


def _classes(device: Any) -> tuple[int, ...]:
    try:
        return tuple(interface.bInterfaceClass for configuration in device for interface in configuration)
    except OSError:  # it is being unplugged
        return ()


def _seen(device: Any) -> Seen:
    return Seen(
        device.idVendor,
        device.idProduct,
        _text(device, device.iSerialNumber) or "",
        _text(device, device.iProduct) or "",
        _place(device),
        _classes(device),
    )


def _place(device: Any) -> str:
    """Name a device as the kernel does: its bus and the ports on the way to it."""
    ports = ".".join(str(port) for port in device.port_numbers or ())
    return f"{device.bus}-{ports}"


def _text(device: Any, index: int) -> str | None:
    """Return one of a device's strings; None when it cannot be read."""
    if not index:
        return ""
    try:
        return str(usb.util.get_string(device, index))
    except (OSError, ValueError):  # ValueError: pyusb may not even read the languages
        return None


def _claim(device: Any) -> Claimed:
    try:
        configuration = device.get_active_configuration()
    except usb.core.USBError as error:
        if error.errno is not None:
            raise
        device.set_configuration()  # nobody has chosen one yet
        configuration = device.get_active_configuration()
    interface = usb.util.find_descriptor(configuration, bInterfaceClass=phdc.INTERFACE_CLASS)
    if interface is None:
        raise PortError(Fault.NOT_UNDERSTOOD, "it has no healthcare interface")
    number = interface.bInterfaceNumber
    had_driver = _send_driver_away(device, number)
    usb.util.claim_interface(device, number)
    described = bytes(interface.extra_descriptors or ())
    if phdc.read_descriptors(described).has_preamble:
        # A host before us may have switched preambles on; they are of no use here.
        with contextlib.suppress(usb.core.USBError):
            device.ctrl_transfer(
                0x21, phdc.CLEAR_FEATURE, phdc.PREAMBLE_FEATURE, number, None, timeout=CONTROL_MS
            )
    ins = [end for end in interface if end.bEndpointAddress & 0x80 and end.bmAttributes & 3 in (2, 3)]
    outs = [end for end in interface if not end.bEndpointAddress & 0x80 and end.bmAttributes & 3 == 2]
    if not ins or not outs:
        raise PortError(Fault.NOT_UNDERSTOOD, "its healthcare interface lacks an endpoint")
    return Claimed(
        device,
        number,
        described,
        tuple(end.bEndpointAddress for end in ins),
        outs[0].bEndpointAddress,
        outs[0].wMaxPacketSize,
        had_driver,
    )


def _send_driver_away(device: Any, number: int) -> bool:
    """Have the kernel's driver let go of an interface, if one holds it."""
    try:
        if not device.is_kernel_driver_active(number):
            return False
    except NotImplementedError:  # not on this operating system
        return False
    device.detach_kernel_driver(number)
    return True
