"""USBGuard's rules from a profile: its devices, what else it names, hubs; anything else is refused. Pure.

A rule names everything a device may be (`match-all`: no interface but these), so that one which is also a
keyboard is refused whole. What is refused is listed first: the first rule that matches counts.
"""

from collections.abc import Iterator
from typing import Final

from contract.lockdown_words import socket_of, usb_problems
from contract.profile import DeviceConfig, Profile
from peripherals.devices.product import EvdevLine, HidLine, PhdcLine, Product, UsbId
from peripherals.events import Role
from peripherals.registry import products_for
from provisioning.lockdown import LockdownError, refuse

HUBS: Final = (
    "allow with-interface equals { 09:00:00 }",
    "allow with-interface equals { 09:00:01 }",
    "allow with-interface equals { 09:00:01 09:00:02 }",
)
BLUETOOTH: Final = "allow with-interface match-all { e0:01:01 }"
TOUCH: Final = "allow with-interface match-all { 03:00:00 }"
BRIDGE: Final = ("ff:*:*", "02:02:*", "0a:00:00")  # a serial line: its maker's own class, or CDC ACM
HEALTHCARE: Final = ("0f:*:*",)
HID: Final = ("03:00:00",)  # no boot keyboard
SCANNER: Final = ("03:00:00", "03:01:01")  # types what it reads; core grabs it


def rules(profile: Profile) -> str:
    """Return USBGuard's rules; LockdownError when the profile has something that can be no rule."""
    refuse(usb_problems(profile))
    lines = [
        "# From the station's signed profile; made anew at each start. Change the profile, not this.",
        *HUBS,
    ]
    own = [_rule(device.id, device.interfaces, device.serial, device.port) for device in profile.lockdown.usb]
    if not any("03:" in line for line in own):
        lines.append(
            "# The profile names no touch screen: whatever points or touches and is no boot keyboard."
        )
        own.append(TOUCH)
    lines += own
    for device in profile.devices:
        lines += _measuring(device)
    return "\n".join([*dict.fromkeys(lines), "reject", ""])


def lets_sticks_in(profile: Profile) -> bool:
    """Does the profile name a USB stick (for updates)?"""
    return any(
        interface.startswith("08:") for device in profile.lockdown.usb for interface in device.interfaces
    )


def without_profile() -> str:
    """Return the rules of a station without a profile that holds: hubs, and what points or touches."""
    return "\n".join(("# No profile.", *HUBS, TOUCH, "reject", ""))


def _measuring(device: DeviceConfig) -> Iterator[str]:
    try:
        products = products_for(Role(device.role), device.driver)
    except ValueError as error:
        raise LockdownError(f"device {device.id}: {error}") from error
    place = socket_of(device.port)
    for product in products:
        for id, interfaces in _ids(product):
            yield _rule(f"{id.vendor:04x}:{id.product:04x}", interfaces, "", place)
        if any(isinstance(line, PhdcLine) for line in product.lines):
            yield f"allow {_via(place)}with-interface match-all {{ {' '.join(HEALTHCARE)} }}"
    if device.port.startswith("ble:") or (device.port == "auto" and any(_wireless(p) for p in products)):
        yield BLUETOOTH


def _ids(product: Product) -> Iterator[tuple[UsbId, tuple[str, ...]]]:
    """Return a product's USB ids, each with the interfaces that such a thing may have."""
    hid = {id for line in product.lines if isinstance(line, HidLine) for id in line.ids}
    for id in product.bridges:
        yield id, (*BRIDGE, *HID) if id in hid else BRIDGE
    for line in product.lines:
        match line:
            case HidLine(ids=ids):
                yield from ((id, HID) for id in ids if id not in product.bridges)
            case PhdcLine(ids=ids):
                yield from ((id, HEALTHCARE) for id in ids)
            case EvdevLine(ids=ids):
                yield from ((id, SCANNER) for id in ids)


def _wireless(product: Product) -> bool:
    return not product.usb and any(type(line).__name__ == "BleLine" for line in product.lines)


def _rule(id: str, interfaces: tuple[str, ...], serial: str, port: str) -> str:
    named = f'serial "{serial}" ' if serial else ""
    return f"allow id {id} {named}{_via(port)}with-interface match-all {{ {' '.join(interfaces)} }}"


def _via(port: str) -> str:
    return f'via-port "{port}" ' if port else ""
