"""What is plugged in, and when that changes: udev on a station, a folder of simulated devices elsewhere."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Final, Protocol

import msgspec
import pyudev

from peripherals.discovery import HEALTH_CLASS, Seen
from peripherals.protocols.ieee11073 import phdc

SUBSYSTEMS: Final = ("tty", "hidraw", "usb", "input")
LOOK_S: Final = 0.2
SEEN: Final = ".seen.json"


def seen_file(link: Path) -> Path:
    """Return the file beside a simulated device's link that says what udev would say of it."""
    return link.with_name(link.name + SEEN)


class Finder(Protocol):
    """Where discovery looks."""

    def present(self) -> list[Seen]:
        """Return everything that could be a device."""
        ...

    def changes(self) -> AsyncIterator[None]:
        """Yield when something was plugged in or out."""
        ...


class Udev:
    """The machine's own devices."""

    def __init__(self) -> None:
        self._context = pyudev.Context()

    def present(self) -> list[Seen]:
        """Return serial ports on USB, HID devices, healthcare devices, keyboards."""
        found = []
        for subsystem in SUBSYSTEMS:
            for device in self._context.list_devices(subsystem=subsystem):
                with contextlib.suppress(pyudev.DeviceNotFoundError, AttributeError, ValueError):
                    seen = _seen(subsystem, device)
                    if seen is not None:
                        found.append(seen)
        return found

    async def changes(self) -> AsyncIterator[None]:
        """Yield for every burst of the kernel's own messages."""
        monitor = pyudev.Monitor.from_netlink(self._context)
        for subsystem in SUBSYSTEMS:
            monitor.filter_by(subsystem)
        monitor.start()
        changed = asyncio.Event()
        loop = asyncio.get_running_loop()
        loop.add_reader(monitor.fileno(), changed.set)
        try:
            while True:
                await changed.wait()
                await asyncio.sleep(LOOK_S)  # a plug is many messages
                while monitor.poll(timeout=0) is not None:
                    pass
                changed.clear()
                yield
        finally:
            loop.remove_reader(monitor.fileno())


def _seen(subsystem: str, device: pyudev.Device) -> Seen | None:
    """Return what a device of the kernel is to us; None: nothing that could be of use."""
    usb = device if subsystem == "usb" else device.find_parent("usb", "usb_device")
    if usb is None or (subsystem == "usb" and device.device_type != "usb_device"):
        return None
    scheme = {"tty": "serial", "hidraw": "hid", "usb": "usb", "input": "evdev"}[subsystem]
    interfaces = tuple(_interfaces(usb)) if scheme == "usb" else ()
    if scheme == "usb" and HEALTH_CLASS not in interfaces and interfaces:
        return None  # it is seen as what its interfaces are
    place = usb.sys_name if scheme == "usb" else device.device_node
    if place is None or (scheme == "evdev" and not device.sys_name.startswith("event")):
        return None
    return Seen(
        scheme,
        place,
        _hex(usb.attributes.get("idVendor")),
        _hex(usb.attributes.get("idProduct")),
        _text(usb.attributes.get("serial")),
        usb.sys_name,
        _text(usb.attributes.get("product")),
        interfaces,
        _specialisations(usb) if HEALTH_CLASS in interfaces else (),
    )


def _specialisations(usb: pyudev.Device) -> tuple[int, ...]:
    """Return what a healthcare device says it is; the kernel keeps its descriptors as they came."""
    told = phdc.class_descriptors(usb.attributes.get("descriptors") or b"")
    return phdc.read_descriptors(told).specialisations


def _interfaces(usb: pyudev.Device) -> list[str]:
    classes = (child.attributes.get("bInterfaceClass") for child in usb.children)
    return sorted({_text(one) for one in classes if one})


def _hex(value: bytes | None) -> int | None:
    try:
        return int(value, 16) if value else None
    except ValueError:
        return None


def _text(value: bytes | None) -> str:
    return value.decode("utf-8", "replace").strip() if value else ""


class Folder:
    """Simulated devices: each has a file beside its link that says what udev would."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def present(self) -> list[Seen]:
        """Return the devices whose plug is in."""
        found = []
        for path in sorted(self._folder.glob(f"*{SEEN}")):
            with contextlib.suppress(OSError, msgspec.MsgspecError):  # just pulled, or being written
                found.append(msgspec.json.decode(path.read_bytes(), type=Seen))
        return found

    async def changes(self) -> AsyncIterator[None]:
        """Yield when the files change."""
        before = self.present()
        while True:
            await asyncio.sleep(LOOK_S)
            now = self.present()
            if now != before:
                before = now
                yield
