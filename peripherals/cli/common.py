"""What several commands share."""

import argparse
import sys
import time
from pathlib import Path

from contract.measurement import Instant, since_boot_ns
from peripherals.devices.product import Product
from peripherals.hotplug import Finder, Folder, Udev
from peripherals.registry import PRODUCTS

USAGE = 2


def product_named(name: str) -> Product | None:
    """Return a product, or say which there are."""
    product = PRODUCTS.get(name)
    if product is None:
        print(f"no device is called {name!r}; known: {', '.join(PRODUCTS)}", file=sys.stderr)
    return product


def finder(options: argparse.Namespace) -> Finder:
    """Return where to look for devices: the machine, or a folder of simulated ones."""
    folder: Path | None = options.simulated
    return Folder(folder) if folder else Udev()


def add_simulated(command: argparse.ArgumentParser) -> None:
    """Add the option that looks at simulated devices."""
    command.add_argument(
        "--simulated", type=Path, metavar="DIR", help="look at the simulated devices whose --link is in DIR"
    )


def instant() -> Instant:
    """Return this moment, of a clock nobody vouches for."""
    return Instant(time.strftime("%Y-%m-%dT%H:%M:%S%z"), since_boot_ns(), "", "unsure")


def add_device(command: argparse.ArgumentParser, *, required: bool) -> None:
    """Add the options that say which device, and where."""
    command.add_argument("--device", required=required, help="name, see 'devices'")
    command.add_argument(
        "--port",
        default="auto",
        help="/dev/ttyUSB0, hid:PLACE, usb:PLACE, ble:ADDRESS …; default: look for it",
    )
    add_simulated(command)
