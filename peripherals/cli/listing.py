"""`devices`: what is plugged in here, and what this station can read."""

import argparse
import json

from peripherals.cli.common import add_simulated, finder
from peripherals.devices.product import SCHEMES, Product, SerialLine
from peripherals.discovery import Seen, recognised
from peripherals.registry import PRODUCTS


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    words = "list what is plugged in, and the devices this station can read"
    command = commands.add_parser("devices", help=words, description=words)
    command.add_argument("--json", action="store_true", help="as JSON, for programs")
    command.add_argument(
        "--bluetooth", type=float, metavar="SECONDS", help="listen for Bluetooth devices too"
    )
    add_simulated(command)
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List them."""
    present = finder(options).present()
    if options.json:
        print(json.dumps({"present": [_told(seen) for seen in present], "known": list(PRODUCTS)}, indent=1))
        return 0
    print("Plugged in here:")
    for seen in present:
        names = "; ".join(product.title for product in recognised(seen))
        print(f"  {seen.description}\n      {'perhaps: ' + names if names else 'nothing this station knows'}")
    if not present:
        print("  nothing that could be a device (python -m peripherals doctor says why)")
    print("\nThis station can read:")
    for product in PRODUCTS.values():
        print(f"  {product.name:18} {product.role:14} {product.title} ({', '.join(_ways(product))})")
    return 0


def _told(seen: Seen) -> dict[str, object]:
    names = [product.name for product in recognised(seen)]
    return {"address": str(seen.address), "description": seen.description, "perhaps": names}


def _ways(product: Product) -> list[str]:
    return [
        f"{line.baud} 8{line.parity}1" if isinstance(line, SerialLine) else SCHEMES[type(line)]
        for line in product.lines
    ]
