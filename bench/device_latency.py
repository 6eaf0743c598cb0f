"""From a device's last byte on its line to the event in the supervisor's callback, beside a bare reader.

The line is a pseudo-terminal whose other end is in a process of its own: a sample sixty times a second, and a
cuff's result. The peer wakes by `add_reader` on the same terminal, reads, and does nothing else.
"""

import asyncio
import contextlib
import os
import time
from bisect import bisect_right
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final
from uuid import uuid4

from bench.device_lines import HEIGHTS, instant, line, open_raw
from bench.rows import Row, beside, quantile
from bench.table import say
from contract.measurement import Act
from peripherals.events import DeviceConfig, Event, MeasurementFailed, MeasurementReady, OximeterSample, Role
from peripherals.inflations import CuffLimits
from peripherals.supervisor import Supervisor
from peripherals.worker import Limits

WATCH_S: Final = 5.0
RESULTS: Final = 60
PATIENCE_S: Final = 20.0
GOAL_MS: Final = 2.0
UNTIRING: Final = Limits(cuff=CuffLimits(inflations=100_000))

Heard = list[tuple[int, int]]  # the frame's number modulo HEIGHTS, and when it was there, ns


def run(runs: int) -> list[Row]:
    """Measure samples and the bare reader in turn, then results."""
    samples, bare, results = [], [], []
    for number in range(runs):
        say(f"device latency: run {number + 1} of {runs}")
        samples.append(asyncio.run(_stream(ours=True)))
        bare.append(asyncio.run(_stream(ours=False)))
        results.append(asyncio.run(_results()))
    peer, limit = "a bare reader on such a line", [GOAL_MS] * runs
    rows = []
    for name, ours in (("sample", samples), ("result", results)):
        for part in (0.5, 0.99):
            mine = [quantile(run, part) for run in ours]
            theirs = [quantile(run, part) for run in bare]
            rows.append(beside(f"device_{name}_p{round(part * 100)}", "ms", mine, peer, theirs))
        goal = f"the goal, {GOAL_MS:g} ms"
        rows.append(beside(f"device_{name}_p99_goal", "ms", mine, goal, limit, "<= 1"))
    return rows


async def _stream(*, ours: bool) -> list[float]:
    """Return the delays of a few seconds of samples, ms."""
    with line("stream") as device:
        heard: Heard = []
        async with _serving(device.said, heard) if ours else _reading(device.said, heard):
            await asyncio.sleep(WATCH_S)
        return delays(device.end(), heard)


@asynccontextmanager
async def _serving(port: str, heard: Heard) -> AsyncIterator[None]:
    def take(event: Event) -> None:
        if isinstance(event, OximeterSample) and event.pleth is not None:
            heard.append((event.pleth, time.monotonic_ns()))

    config = DeviceConfig("oximeter", Role.OXIMETER, port, "contec-v5")
    async with _running(Supervisor([config], take, instant)):
        yield


@asynccontextmanager
async def _reading(path: str, heard: Heard) -> AsyncIterator[None]:
    port = open_raw(path)

    def take() -> None:
        data = os.read(port, 4096)
        if len(data) == 5:  # what had waited before is no sample
            heard.append((data[1], time.monotonic_ns()))

    asyncio.get_running_loop().add_reader(port, take)
    yield
    asyncio.get_running_loop().remove_reader(port)
    os.close(port)


async def _results() -> list[float]:
    """Return the delays of results, ms."""
    ends: list[int] = []
    done = asyncio.Event()

    def take(event: Event) -> None:
        if isinstance(event, MeasurementReady):
            ends.append(time.monotonic_ns())
            done.set()
        elif isinstance(event, MeasurementFailed):
            done.set()

    with line("cuff") as device:
        config = DeviceConfig("cuff", Role.CUFF, device.said, "rbp9804")
        supervisor = Supervisor([config], take, instant, limits=UNTIRING)
        async with _running(supervisor), asyncio.timeout(PATIENCE_S):
            while len(ends) < RESULTS:
                done.clear()
                supervisor.measure(Act.BLOOD_PRESSURE, id=uuid4())
                await done.wait()
                await asyncio.sleep(0.01)
        went = device.end()
    if len(went) != len(ends):
        raise RuntimeError(f"{len(went)} results were sent, {len(ends)} came")
    return [(end - out) / 1e6 for out, end in zip(went, ends, strict=True)]


@asynccontextmanager
async def _running(supervisor: Supervisor) -> AsyncIterator[None]:
    task = asyncio.create_task(supervisor.run())
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def delays(went: list[int], heard: Heard) -> list[float]:
    """Return how long each frame heard took, ms: since the last one of its number that went out before."""
    found = []
    for height, at in heard:
        last = bisect_right(went, at) - 1
        number = last - (last - height) % HEIGHTS
        if number >= 0:
            found.append((at - went[number]) / 1e6)
    return found
