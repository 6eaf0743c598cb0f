"""Processor time of the process that serves six devices, all of them streaming, beside a bare reader.

The simulators are in a process of their own. Taken are the six registered devices on serial lines that speak
most often; no act runs, as most of the time.
"""

import time
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from bench.decode import minute_of
from bench.device_lines import line
from bench.processes import cpu_percent
from bench.rows import Row, beside
from bench.table import say
from peripherals.devices.product import Manner, SerialLine
from peripherals.registry import PRODUCTS

DEVICES: Final = 6
WATCH_S: Final = 6.0
GOAL_PERCENT: Final = 3.0


def run(runs: int) -> list[Row]:
    """Measure the supervisor and the bare reader in turn."""
    names = busiest()
    say(f"device cpu: {', '.join(names)}")
    ours, theirs = [], []
    for number in range(runs):
        say(f"device cpu: run {number + 1} of {runs}")
        ours.append(_percent("serve", names))
        theirs.append(_percent("listen", names))
    limit = [GOAL_PERCENT] * runs
    return [
        beside("device_cpu", "% core", ours, "a bare reader of the same lines", theirs),
        beside("device_cpu_goal", "% core", ours, f"the goal, {GOAL_PERCENT:g} % of a core", limit, "<= 1"),
    ]


def busiest() -> list[str]:
    """Return the devices on serial lines that speak most often by themselves, or when they are asked to."""
    serial = [each for each in PRODUCTS.values() if isinstance(each.lines[0], SerialLine)]
    minutes = [minute_of(each) for each in serial if each.manner is not Manner.INFLATE]
    minutes.sort(key=lambda minute: len(minute.portions), reverse=True)
    return [minute.product.name for minute in minutes[:DEVICES]]


def _percent(how: str, names: list[str]) -> float:
    with (
        TemporaryDirectory(prefix="carepost-bench-") as folder,
        line("simulate", Path(folder), *names),
        line(how, Path(folder), *names) as host,
    ):
        time.sleep(1.0)
        return max(0.01, cpu_percent({how: [host.pid]}, WATCH_S)[how])
