"""`record`: every byte of a device with its time, in a file for a bug report."""

import argparse
import asyncio
import sys
import time
from pathlib import Path

from peripherals.capture import Capture
from peripherals.cli.common import USAGE, add_device, finder, product_named
from peripherals.devices.product import SCHEMES, Line, Product, SerialLine
from peripherals.discovery import choose
from peripherals.events import DeviceConfig, Fault
from peripherals.probing import now
from peripherals.protocols.conversation import Conversation, Packet
from peripherals.transport.link import PortError
from peripherals.transport.opening import Address, OpenLine, address_of

TICK_S = 0.1


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    words = (
        "write every byte of a device with its time to a file, for a bug report. No name is in it and no "
        "memory is asked for, but the readings made meanwhile are: make them of yourself"
    )
    command = commands.add_parser("record", help=words, description=words)
    add_device(command, required=False)
    command.add_argument("--baud", type=int, help="this speed only (alone, without --device: just listen)")
    command.add_argument("--parity", choices="NOE", default="N")
    command.add_argument("--seconds", type=float, default=30.0, help="how long (default 30)")
    command.add_argument("--out", type=Path, required=True, help="the file; must not exist yet")
    command.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Record; 1 when nothing came."""
    product = product_named(options.device) if options.device else None
    if product is None and (options.device or not options.baud):
        if not options.device:
            print("say what to record: --device NAME, or --port PORT --baud N", file=sys.stderr)
        return USAGE
    if options.out.exists():
        print(f"{options.out} is there already", file=sys.stderr)
        return USAGE
    try:
        address, line = _where(product, options)
        heard = asyncio.run(_record(address, line, product, options))
    except PortError as error:
        print(f"{error.fault}: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{options.out}: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{options.out}: {heard} bytes from the device")
    return 0 if heard else 1


def _where(product: Product | None, options: argparse.Namespace) -> tuple[Address, Line]:
    """Return the place and the line; PortError when the device isn't there or has no such line."""
    if options.port == "auto" and product is not None:
        config = DeviceConfig("record", product.role, "auto", product.name)
        address = choose(config, finder(options).present(), [], None).address
    else:
        address = address_of(options.port)
    if options.baud:
        return address, SerialLine(options.baud, options.parity)
    lines = [line for line in product.lines if SCHEMES[type(line)] == address.scheme] if product else []
    if not lines:
        raise PortError(Fault.UNKNOWN_PRODUCT, f"{options.device} has no {address.scheme} line")
    return address, lines[0]


async def _record(address: Address, line: Line, product: Product | None, options: argparse.Namespace) -> int:
    """Record for the time asked for, or until the line is lost; returns the number of bytes heard."""
    opened = await OpenLine.open(address.place, line)
    recorder = Recorder(opened, product.talk() if product else None, Capture(options.out))
    recorder.note(f"opened {address} as {options.device or 'unknown'}: {line}")
    return await recorder.run(options.seconds)


class Recorder:
    """Keeps a device talking, and writes down both sides."""

    def __init__(self, opened: OpenLine, conversation: Conversation | None, capture: Capture) -> None:
        self._opened = opened
        self._conversation = conversation
        self._capture = capture
        self._heard = 0
        opened.listener = self._take

    def note(self, text: str) -> None:
        """Write down what is no byte."""
        self._capture.write("port", Packet(b""), text)

    async def run(self, seconds: float) -> int:
        """Go on for so long; returns the number of bytes heard."""
        end = time.monotonic() + seconds
        if self._conversation:
            self._conversation.opened(now())
        try:
            while time.monotonic() < end:
                self._say()
                await self._opened.lost_within(TICK_S)
                if self._conversation:
                    self._conversation.tick(now())
        except PortError as error:
            self.note(f"lost: {error}")
        finally:
            await self._opened.close()
            self._capture.close()
        return self._heard

    def _take(self, packet: Packet, t_ns: int) -> None:
        self._heard += len(packet.data)
        self._capture.write("device", packet)
        if self._conversation:
            self._conversation.heard(packet.data, packet.channel, now()._replace(ns=t_ns))

    def _say(self) -> None:
        said = self._conversation.outgoing() if self._conversation else []
        for packet in said:
            self._capture.write("host", packet)
        self._opened.write(said)
