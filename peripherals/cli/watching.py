"""`monitor`: what a device says, as the station would take it."""

import argparse
import asyncio
import contextlib
from typing import Any
from uuid import UUID, uuid4

from contract.measurement import Measurement, Value
from peripherals import events
from peripherals.cli.common import USAGE, add_device, finder, instant, product_named
from peripherals.supervisor import Supervisor
from peripherals.worker import ACT_OF

_USABLE = (events.State.READY, events.State.ATTENTION)


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command."""
    words = (
        "show what a device says, until Ctrl-C; with --measure also take one reading, as the station would"
    )
    monitor = commands.add_parser("monitor", help=words, description=words)
    add_device(monitor, required=True)
    monitor.add_argument("--measure", action="store_true", help="measure once, then end (a cuff inflates!)")
    monitor.add_argument(
        "--personal", action="store_true", help="it belongs to one person: show its memory too"
    )
    monitor.add_argument("--pattern", default="", help="of a scanner's cards: a regular expression")
    monitor.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Show what the station would see; 1 when a measurement asked for gave nothing."""
    product = product_named(options.device)
    if product is None:
        return USAGE
    config = events.DeviceConfig(
        options.device,
        product.role,
        options.port,
        options.device,
        personal=options.personal,
        pattern=options.pattern,
    )
    with contextlib.suppress(KeyboardInterrupt):
        return asyncio.run(_monitor(config, options))
    return 0


async def _monitor(config: events.DeviceConfig, options: argparse.Namespace) -> int:
    ended: asyncio.Future[int] = asyncio.get_running_loop().create_future()
    act = ACT_OF.get(config.role) if options.measure else None

    def take(event: events.Event) -> None:
        if ended.done():  # the reading is the last thing that a technician sees
            return
        if text := told(event):
            print(text, flush=True)
        usable = isinstance(event, events.DeviceStatus) and event.state in _USABLE
        if act and usable and not asked:
            asked.append(uuid4())
            supervisor.measure(act, id=asked[0])
        if isinstance(event, events.MeasurementReady | events.MeasurementFailed):
            ended.set_result(int(isinstance(event, events.MeasurementFailed)))

    asked: list[UUID] = []
    look = finder(options) if config.port == "auto" else None
    supervisor = Supervisor([config], take, instant, finder=look)
    running = asyncio.ensure_future(supervisor.run())
    try:
        first: set[asyncio.Future[Any]] = {running, ended}
        await asyncio.wait(first, return_when=asyncio.FIRST_COMPLETED)
        return ended.result() if ended.done() else 1
    finally:
        running.cancel()
        await asyncio.wait({running})


def told(event: events.Event) -> str:
    """Return an event as a line for a technician; nothing for one that says nothing new."""
    match event:
        case events.DeviceStatus():
            wants = " ".join(event.attention)
            return " ".join(
                f"{event.state} {event.fault or ''} {wants} {event.product} {event.detail}".split()
            )
        case events.OximeterSample():
            return (
                f"SpO2 {_or_dash(event.spo2)} %  pulse {_or_dash(event.pulse_rate)} /min  "
                f"pleth {_or_dash(event.pleth)}  {' '.join(event.flags)}"
            ).rstrip()
        case events.LiveValues():
            return f"{_values(event.values) or '-'}  {' '.join(event.flags)}".rstrip()
        case events.CuffPressure():
            return f"cuff {event.pressure} mm[Hg]"
        case events.MeasurementReady():
            return f"reading: {_measured(event.measurement)}"
        case events.StoredReading():
            return f"stored at {event.measurement.effective.wall}: {_measured(event.measurement)}"
        case events.MeasurementFailed():
            return f"no reading: {event.fault} (do: {event.remedy})"
        case events.CardSeen():
            return "a card that matches"
        case events.DeviceSeen():
            return f"also here: {event.description}"
    return ""


def _measured(measurement: Measurement) -> str:
    quality = measurement.quality
    words = (_values(measurement.values), *measurement.flags, str(quality.grade), *map(str, quality.reasons))
    return "  ".join(word for word in words if word)


def _values(values: tuple[Value, ...]) -> str:
    return "  ".join(f"{value.kind} {value.value:g} {value.unit}" for value in values)


def _or_dash(value: int | None) -> str:
    return "-" if value is None else str(value)
