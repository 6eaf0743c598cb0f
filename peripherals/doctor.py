"""Why is my device not seen? Pure: what is known of the machine in, findings and what to do out."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from peripherals.devices.product import BleLine, Product, UsbId
from peripherals.discovery import Seen, recognised
from peripherals.events import Fault
from peripherals.registry import PRODUCTS

GROUP: Final = "carepost"
RULES: Final = "60-carepost.rules"


class Weight(StrEnum):
    """How much a finding matters."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


class Finding(NamedTuple):
    """What was found, and what to do (empty: nothing)."""

    weight: Weight
    text: str
    todo: str = ""


class UsbSeen(NamedTuple):
    """A device on the USB bus. `made`: whether the kernel made something of it (a port, a HID device)."""

    id: UsbId
    name: str
    made: bool


class Facts(NamedTuple):
    """What is known of this machine. `denied`: nodes that we may not open; `held`: nodes and who has them."""

    present: Sequence[Seen] = ()
    usb: Sequence[UsbSeen] = ()
    denied: frozenset[str] = frozenset()
    held: Mapping[str, str] = {}
    rules_installed: bool = True
    modem_manager: bool = False
    bluetooth: bool = True


class Heard(NamedTuple):
    """What came of talking to the device: a fault or None; the products it speaks like instead."""

    fault: Fault | None
    like: tuple[str, ...] = ()


def examine(facts: Facts, wanted: Product | None = None) -> list[Finding]:
    """Return everything worth saying of the machine, in the order in which to cure it."""
    return [*_bus(facts, wanted), *_nodes(facts, wanted), *_machine(facts, wanted)]


def explain(heard: Heard, wanted: Product) -> Finding:
    """Return what talking to the device says."""
    match heard.fault:
        case None:
            return Finding(Weight.OK, f"{wanted.title} answers and is understood.")
        case Fault.NO_DATA:
            text = "The line is open, but nothing comes."
            todo = "Switch the device on; many send only while they measure, or only in their PC mode."
        case Fault.NOT_UNDERSTOOD if heard.like:
            text = f"It does not speak like {wanted.title}, but like {', '.join(heard.like)}."
            todo = "Name that driver in the profile, or set the device to the other mode."
        case Fault.NOT_UNDERSTOOD:
            text = f"Something comes, but it is not what {wanted.title} sends."
            todo = "Wrong mode, wrong cable, or unknown to us: python -m peripherals record, and tell us."
        case _:
            text = f"The line could not be opened: {heard.fault}."
            todo = "See above."
    return Finding(Weight.PROBLEM, text, todo)


def _bus(facts: Facts, wanted: Product | None) -> list[Finding]:
    """Is it on the bus at all, and did the kernel find a driver?"""
    known = {id for product in PRODUCTS.values() for id in product.usb}
    found = [
        Finding(
            Weight.PROBLEM,
            f"{usb.name or 'A device'} ({_ids(usb.id)}) is plugged in, but the kernel has no driver for it.",
            "Load its driver (cp210x, pl2303, ftdi_sio, usbhid) and look at dmesg.",
        )
        for usb in facts.usb
        if usb.id in known and not usb.made
    ]
    if wanted is None or not wanted.usb or found:
        return found
    if not any(wanted in recognised(seen) for seen in facts.present):
        looked = ", ".join(_ids(id) for id in wanted.usb)
        text = f"{wanted.title} is not plugged in (looked for USB {looked})."
        todo = "Check the cable at both ends, try another socket, switch the device on."
        found.append(Finding(Weight.PROBLEM, text, todo))
    return found


def _nodes(facts: Facts, wanted: Product | None) -> list[Finding]:
    """May we open it, and does nobody else have it?"""
    found = []
    for seen in facts.present:
        products = recognised(seen)
        if not products or (wanted is not None and wanted not in products):
            continue
        name = f"{seen.place} ({products[0].title}{' or others' if len(products) > 1 else ''})"
        if seen.place in facts.denied:
            todo = f"Install {RULES} and join the group {GROUP}; then plug it in again."
            found.append(Finding(Weight.PROBLEM, f"{name} may not be opened by you.", todo))
        elif seen.place in facts.held:
            text = f"{name} is held by {facts.held[seen.place]}."
            found.append(
                Finding(Weight.PROBLEM, text, "If that is the station itself, all is well; else end it.")
            )
        else:
            found.append(Finding(Weight.OK, f"{name} is there and may be opened."))
    return found


def _machine(facts: Facts, wanted: Product | None) -> list[Finding]:
    """What on this machine gets in the way."""
    found = []
    if not facts.rules_installed:
        todo = f"Copy peripherals/udev/{RULES} to /etc/udev/rules.d/, then udevadm control --reload."
        found.append(Finding(Weight.NOTE, "The udev rules for Carepost's devices are not installed.", todo))
    if facts.modem_manager:
        text = "ModemManager runs: it writes to new serial ports, which a cuff may be on."
        found.append(Finding(Weight.PROBLEM, text, f"Install {RULES}, which keeps it away, or remove it."))
    needs = wanted is not None and any(isinstance(line, BleLine) for line in wanted.lines)
    if needs and not facts.bluetooth:
        text = "This machine has no Bluetooth adapter that is switched on."
        found.append(Finding(Weight.PROBLEM, text, "Plug one in; rfkill list says whether it is blocked."))
    return found


def _ids(id: UsbId) -> str:
    return f"{id.vendor:04x}:{id.product:04x}"
