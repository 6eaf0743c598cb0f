"""Visits the hub takes in a minute of processor time: received, receipted durably, opened and filed as FHIR.

Stations are processes of their own with real queues, through the hub's mutual TLS listener; a visit is
twelve envelopes. Measured is the processor time of the hub, all of its threads, and of its database's server,
from the first request until the last envelope is filed. "late": what waited goes by the hundred, as after an
outage; "live": each envelope in a request of its own, as while visits go on and the link is good.
"""

import subprocess
import sys
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from sqlalchemy import func, select

from bench.contest import ROOT, disk
from bench.hub_rig import HubRig, hub, wait_until
from bench.rows import Row, alone, beside
from bench.table import say
from bench.visits import ENVELOPES
from contract import wire
from hub.models import StoredEnvelope

STATIONS: Final = 2
LATE: Final = 40  # visits of each station, in a run
LIVE: Final = 15
WARM: Final = 5  # of each station, before it
GOAL: Final = 1000


def run(runs: int) -> list[Row]:
    """Measure `runs` times, each with a new hub."""
    seen: dict[str, list[float]] = {}
    for number in range(runs):
        for database in ("sqlite", "postgresql"):
            say(f"intake: run {number + 1} of {runs}, {database}")
            with disk() as folder, hub(folder / "hub", postgresql=database == "postgresql") as rig:
                took(rig, folder / "warm", WARM, wire.MAX_BATCH)
                for how, visits, batch in (("late", LATE, wire.MAX_BATCH), ("live", LIVE, 1)):
                    cpu, wall = took(rig, folder / how, visits, batch)
                    name = f"intake_{how}_{database}"
                    seen.setdefault(name, []).append(STATIONS * visits / cpu * 60)
                    seen.setdefault(f"{name}_wall", []).append(STATIONS * visits / wall * 60)
    goal = f"the goal, {GOAL} visits"
    return [
        alone(name, "visits/min", rates)
        if name.endswith("_wall")
        else beside(name, "visits/min/core", rates, goal, [GOAL] * runs, ">= 1")
        for name, rates in seen.items()
    ]


def took(rig: HubRig, folder: Path, visits: int, batch: int) -> tuple[float, float]:
    """Have every station deliver so many visits; the hub's processor time and the time taken, in seconds."""
    folder.mkdir()
    before = _filed(rig)
    with ExitStack() as stack:
        stations = []
        for number in range(STATIONS):
            state = folder / f"station-{number}"
            rig.enrol(f"{folder.name} {number}", state)
            stations.append(stack.enter_context(_station(state, rig.stations, visits, batch)))
        for station in stations:
            _hear(station, "ready")
        used, began = rig.cpu_s(), time.monotonic()
        for station in stations:
            assert station.stdin is not None
            station.stdin.write("deliver\n")
            station.stdin.flush()
        wanted = before + STATIONS * visits * ENVELOPES
        wait_until(lambda: _filed(rig) >= wanted, "every envelope filed")
        result = rig.cpu_s() - used, time.monotonic() - began
        for station in stations:
            _hear(station, "delivered")
        return result


def _station(state: Path, url: str, visits: int, batch: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "bench.station_process", str(state), url, str(visits), "--batch", str(batch)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def _hear(station: subprocess.Popen[str], word: str) -> None:
    assert station.stdout is not None
    if station.stdout.readline().strip() != word:
        raise RuntimeError(f"a station ended before it was {word}")


def _filed(rig: HubRig) -> int:
    query = select(func.count()).select_from(StoredEnvelope).where(StoredEnvelope.state == "filed")
    return rig.db.read_now(lambda session: session.scalar(query)) or 0
