"""`simulate`: a device that is not there, until Ctrl-C; prints where it is plugged in."""

import argparse
import signal
import sys
from pathlib import Path

from peripherals.cli.common import USAGE
from peripherals.devices.product import SCHEMES, Product
from peripherals.discovery import Seen
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.port import Simulator
from peripherals.simulators.scenarios import built_in, find


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    words = (
        "a device that is not there, on a pseudo-terminal (serial) or a socket (USB, Bluetooth); SIGUSR1 "
        "pulls its cable, SIGUSR2 puts it back"
    )
    command = commands.add_parser("simulate", help=words, description=words)
    command.add_argument("name", help="device, see 'devices'")
    command.add_argument(
        "--scenario", default="healthy", help="its story: a name (a wrong one lists them) or a YAML file"
    )
    command.add_argument("--line", choices=list(SCHEMES.values()), help="for devices with several: which")
    command.add_argument("--link", type=Path, help="stable path of where it is plugged in")
    command.add_argument("--log", type=Path, help="file for every byte in both directions, JSON lines")
    command.add_argument("--seed", type=int, default=0, help="of everything random")
    command.add_argument("--speed", type=float, default=1.0, help="device seconds in one of ours")
    command.add_argument("--serial", default="", help="its serial number, for discovery")
    command.add_argument("--socket", default="", help="the USB socket it is in, for discovery")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Serve the device."""
    try:
        simulator = _simulator(options)
    except ValueError as error:
        stories = "\n           ".join(f"{name}: {told.says}" for name, told in built_in().items())
        print(f"{error}\ndevices: {', '.join(SIMULATORS)}\nscenarios: {stories}", file=sys.stderr)
        return USAGE
    except OSError as error:
        print(f"the device could not be plugged in: {error}", file=sys.stderr)
        return USAGE
    print(simulator.port, flush=True)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: simulator.stop())
    signal.signal(signal.SIGUSR1, lambda *_: simulator.soon(simulator.unplug))
    signal.signal(signal.SIGUSR2, lambda *_: simulator.soon(simulator.replug))
    simulator.run()
    simulator.close()
    return 0


def _simulator(options: argparse.Namespace) -> Simulator:
    if options.name not in SIMULATORS:
        raise ValueError(f"no device is called {options.name!r}")
    product = PRODUCTS[options.name]
    schemes = [SCHEMES[type(line)] for line in product.lines]
    scheme = options.line or schemes[0]
    if scheme not in schemes:
        raise ValueError(f"{product.name} has no {scheme} line, only {', '.join(dict.fromkeys(schemes))}")
    return Simulator(
        SIMULATORS[options.name],
        find(options.scenario),
        scheme=scheme,
        link=options.link,
        log=options.log,
        seed=options.seed,
        speed=options.speed,
        appears=_appears(product, options),
    )


def _appears(product: Product, options: argparse.Namespace) -> Seen:
    """Return what udev would say of it."""
    id = next(iter(product.usb), None)
    classes = ("0f",) if SCHEMES[type(product.lines[0])] == "usb" else ()
    vendor, number = (id.vendor, id.product) if id else (None, None)
    return Seen("", "", vendor, number, options.serial, options.socket, product.model, classes)
