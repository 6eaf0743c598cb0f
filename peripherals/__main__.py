"""`python -m peripherals`: ports, devices, monitor, decode, simulate. `--help` on each."""

import argparse
import asyncio
import contextlib
import signal
import sys
import time
from pathlib import Path

from contract.measurement import Instant
from peripherals import events
from peripherals.devices.product import SCHEMES, SerialLine
from peripherals.registry import PRODUCTS


def _ports(_: argparse.Namespace) -> int:
    """List serial ports, and which known devices use such a bridge."""
    from serial.tools import list_ports

    found = sorted(list_ports.comports())
    if not found:
        print("No serial port is here. Is the cable in, and may you use it (group dialout)?")
    for port in found:
        known = [p.title for p in PRODUCTS.values() if (port.vid, port.pid) in p.usb]
        ids = f"{port.vid:04x}:{port.pid:04x}" if port.vid is not None and port.pid is not None else "-"
        print(
            f"{port.device}  {ids}  {port.description}" + (f"  perhaps: {'; '.join(known)}" if known else "")
        )
    return 0


def _devices(_: argparse.Namespace) -> int:
    """List the devices this station can read."""
    for product in PRODUCTS.values():
        settings = ", ".join(
            f"{line.baud} 8{line.parity}1" if isinstance(line, SerialLine) else SCHEMES[type(line)]
            for line in product.lines
        )
        print(f"{product.name:18} {product.role:13} {product.title} ({settings})")
    return 0


def _decode(options: argparse.Namespace) -> int:
    """Decode a recording: one JSON object a line; what was garbage is counted on standard error."""
    from peripherals.decode import as_json, decode, is_refused, read_recording

    product = PRODUCTS.get(options.device)
    if product is None:
        print(f"no device is called {options.device!r}; known: {', '.join(PRODUCTS)}", file=sys.stderr)
        return 2
    try:
        recording = read_recording(options.file)
    except OSError as error:
        print(f"{options.file}: {error.strerror}", file=sys.stderr)
        return 2
    decoded = decode(product, recording)
    for frame in decoded.frames:
        if frame.is_reading:
            sys.stdout.write(as_json(options.device, frame).decode() + "\n")
    refused = sum(is_refused(frame) for frame in decoded.frames)
    if decoded.dropped or refused:
        print(
            f"{decoded.dropped} bytes belong to no frame; {refused} results cannot be true", file=sys.stderr
        )
    return 0


def _simulate(options: argparse.Namespace) -> int:
    """Run a simulated device until Ctrl-C; prints the port it opened."""
    from peripherals.simulators import SIMULATORS
    from peripherals.simulators.port import Simulator
    from peripherals.simulators.scenarios import built_in, find

    try:
        if options.name not in SIMULATORS:
            raise ValueError(f"no device is called {options.name!r}")
        simulator = Simulator(
            SIMULATORS[options.name],
            find(options.scenario),
            scheme=SCHEMES[type(PRODUCTS[options.name].lines[0])],
            link=options.link,
            log=options.log,
            seed=options.seed,
            speed=options.speed,
        )
    except ValueError as error:
        print(
            f"{error}\ndevices: {', '.join(SIMULATORS)}\nscenarios: "
            + "\n           ".join(f"{name}: {told.says}" for name, told in built_in().items()),
            file=sys.stderr,
        )
        return 2
    print(simulator.port, flush=True)
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: simulator.stop())
    signal.signal(signal.SIGUSR1, lambda *_: simulator.soon(simulator.unplug))
    signal.signal(signal.SIGUSR2, lambda *_: simulator.soon(simulator.replug))
    simulator.run()
    simulator.close()
    return 0


def _monitor(options: argparse.Namespace) -> int:
    """Show what a device on a port says, until Ctrl-C."""
    from peripherals.supervisor import Supervisor

    product = PRODUCTS.get(options.device)
    if product is None:
        print(f"no device is called {options.device!r}; known: {', '.join(PRODUCTS)}", file=sys.stderr)
        return 2
    config = events.DeviceConfig(options.device, product.role, options.port, options.device)

    def show(event: events.Event) -> None:
        match event:
            case events.DeviceStatus():
                print(f"{event.state} {event.fault or ''} {event.detail}".rstrip(), flush=True)
            case events.OximeterSample():
                print(
                    f"SpO2 {_or_dash(event.spo2)} %  pulse {_or_dash(event.pulse_rate)} /min  "
                    f"pleth {_or_dash(event.pleth)}  {' '.join(event.flags)}",
                    flush=True,
                )
            case events.CuffPressure():
                print(f"cuff {event.pressure} mm[Hg]", flush=True)

    def instant() -> Instant:
        return Instant(time.strftime("%Y-%m-%dT%H:%M:%S%z"), time.monotonic_ns(), "", "unsure")

    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(Supervisor([config], show, instant).run())
    return 0


def _or_dash(value: int | None) -> str:
    return "-" if value is None else str(value)


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    result = argparse.ArgumentParser(prog="python -m peripherals", description="Carepost's devices.")
    commands = result.add_subparsers(required=True, metavar="COMMAND")

    def add(name: str, function: "object", words: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=words, description=words)
        command.set_defaults(run=function)
        return command

    add("ports", _ports, "list serial ports and the known devices they may be")
    add("devices", _devices, "list the devices this station can read")
    monitor = add("monitor", _monitor, "show what a device on a port says, until Ctrl-C")
    monitor.add_argument("--device", required=True, help="name, see 'devices'")
    monitor.add_argument("--port", required=True, help="for instance /dev/ttyUSB0")
    decode = add("decode", _decode, "decode a recording, one JSON object a line")
    decode.add_argument("--device", required=True, help="name, see 'devices'")
    decode.add_argument("file", type=Path, help="binary, or hex text with white space")
    simulate = add(
        "simulate",
        _simulate,
        "a device that is not there, on a pseudo-terminal; SIGUSR1 pulls its cable, SIGUSR2 puts it back",
    )
    simulate.add_argument("name", help="device, see 'devices'")
    simulate.add_argument("--scenario", default="healthy", help="its story (a wrong name lists them)")
    simulate.add_argument("--link", type=Path, help="stable path that points to the port it opened")
    simulate.add_argument("--log", type=Path, help="file for every byte in both directions, JSON lines")
    simulate.add_argument("--seed", type=int, default=0, help="of everything random")
    simulate.add_argument("--speed", type=float, default=1.0, help="device seconds in one of ours")
    return result


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    options = parser().parse_args(argv)
    code: int = options.run(options)
    return code


if __name__ == "__main__":
    sys.exit(main())
