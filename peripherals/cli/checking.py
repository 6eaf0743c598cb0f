"""`doctor`: why is my device not seen?"""

import argparse
import asyncio
import contextlib
import os
from pathlib import Path

import pyudev

from peripherals.cli.common import USAGE, add_device, finder, product_named
from peripherals.devices.product import Manner, Product, UsbId
from peripherals.discovery import Seen, candidates, choose
from peripherals.doctor import RULES, Facts, Finding, Heard, UsbSeen, Weight, examine, explain
from peripherals.events import DeviceConfig, Fault
from peripherals.probing import Candidate, find
from peripherals.registry import PRODUCTS
from peripherals.transport.link import PortError
from peripherals.transport.opening import Address, address_of

RULE_FOLDERS = (Path("/etc/udev/rules.d"), Path("/usr/lib/udev/rules.d"))
_SIGNS = {Weight.OK: "ok      ", Weight.NOTE: "note    ", Weight.PROBLEM: "PROBLEM "}


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    words = "why is my device not seen: cable, driver, permission, port held, wrong mode. Starts no cuff"
    command = commands.add_parser("doctor", help=words, description=words)
    add_device(command, required=False)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Examine the machine, and talk to the device if one is named; 1 when there is a problem."""
    wanted = product_named(options.device) if options.device else None
    if options.device and wanted is None:
        return USAGE
    present = finder(options).present()
    findings = examine(gather(present), wanted)
    if wanted is not None and not (
        options.port == "auto" and any(finding.weight is Weight.PROBLEM for finding in findings)
    ):
        findings.append(explain(asyncio.run(_talk(wanted, options.port, present)), wanted))
    findings = findings or [Finding(Weight.OK, "Nothing is wrong that can be seen from here.")]
    for finding in findings:
        print(_SIGNS[finding.weight] + finding.text)
        if finding.todo:
            print(f"         → {finding.todo}")
    return int(any(finding.weight is Weight.PROBLEM for finding in findings))


def gather(present: list[Seen]) -> Facts:
    """Look at this machine."""
    nodes = [seen.place for seen in present if seen.place.startswith("/dev/")]
    return Facts(
        present,
        _usb(),
        frozenset(node for node in nodes if not os.access(node, os.R_OK | os.W_OK)),
        _held(set(nodes)),
        any((folder / RULES).exists() for folder in RULE_FOLDERS),
        "ModemManager" in _programs().values(),
        any(Path("/sys/class/bluetooth").glob("hci*")),
    )


def _usb() -> list[UsbSeen]:
    found = []
    for device in pyudev.Context().list_devices(subsystem="usb", DEVTYPE="usb_device"):
        with contextlib.suppress(LookupError, ValueError, TypeError):
            vendor = int(device.attributes.get("idVendor"), 16)
            product = int(device.attributes.get("idProduct"), 16)
            name = (device.attributes.get("product") or b"").decode("utf-8", "replace")
            made = any(child.device_node for child in device.children if child.subsystem != "usb")
            found.append(UsbSeen(UsbId(vendor, product), name, made))
    return found


def _programs() -> dict[int, str]:
    result = {}
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            result[int(folder.name)] = (folder / "comm").read_text().strip()
    return result


def _held(nodes: set[str]) -> dict[str, str]:
    """Return the programs that have these nodes open, as far as we may look."""
    found: dict[str, str] = {}
    for pid, name in _programs().items():
        with contextlib.suppress(OSError):
            for fd in Path(f"/proc/{pid}/fd").iterdir():
                with contextlib.suppress(OSError):
                    target = str(fd.readlink())
                    if target in nodes:
                        found[target] = f"{name} (process {pid})"
    return found


async def _talk(wanted: Product, port: str, present: list[Seen]) -> Heard:
    """Talk to the device, and if it is not what it should be, listen whom it speaks like."""
    try:
        address = _where(wanted, port, present)
        them = candidates(wanted.role, wanted.name, address.scheme)
        if not them:
            return Heard(Fault.UNKNOWN_PRODUCT)
        await (await find(address.place, them)).opened.close()
    except PortError as error:
        if error.fault is not Fault.NOT_UNDERSTOOD:
            return Heard(error.fault)
        return Heard(error.fault, await _like(address, wanted))
    return Heard(None)


def _where(wanted: Product, port: str, present: list[Seen]) -> Address:
    if port != "auto":
        return address_of(port)
    return choose(DeviceConfig("doctor", wanted.role, "auto", wanted.name), present, [], None).address


async def _like(address: Address, wanted: Product) -> tuple[str, ...]:
    """Return the products it is understood as; cuffs that a host can start are not tried."""
    for product in PRODUCTS.values():
        if product is wanted or product.manner is Manner.INFLATE or product.silent:
            continue
        them: list[Candidate] = candidates(product.role, product.name, address.scheme)
        with contextlib.suppress(PortError):
            if them:
                await (await find(address.place, them)).opened.close()
                return (product.title,)
    return ()
