"""Memory (PSS) and processor time of every station process, beside Chromium on the console's call page.

The browser is the provider's own, in the same call: one page, 720p both ways, its fake camera. The station
draws without a GPU and makes its camera's test pictures itself. PSS divides what is shared among those who
share it; the simulated devices and the hub share Python's own code with the station here, which flatters the
station by a few MiB.
"""

import os
from typing import Final

from bench.processes import chromium_below, cpu_percent, pss_mib
from bench.rig import Rig, rig
from bench.rows import Row, alone, beside
from bench.table import say
from demo.memory import family
from demo.world import Options

WATCH_S: Final = 6.0
SETTLE_S: Final = 5.0
PEER: Final = "Chromium on the call page"
STATION: Final = "station"
BROWSER: Final = "browser"
PROCESSES: Final = ("session", "core", "media", "guard")

Run = dict[str, tuple[float, float]]  # MiB and % of a core by group


def run(runs: int) -> list[Row]:
    """Measure idle at the welcome, then in one call."""
    with rig(Options(idle_s=600)) as made:
        idle = _watch(made, runs, "idle")
        made.to_oximeter()
        made.to_results()
        made.ask_for_call()
        made.accept()
        call = _watch(made, runs, "in the call")
    browser = [each[BROWSER] for each in call]
    peer_mib, peer_cpu = [b[0] for b in browser], [b[1] for b in browser]
    return [
        beside("memory_idle", "MiB", _column(idle, STATION, 0), PEER, peer_mib, "<= 0.8"),
        beside("memory_call", "MiB", _column(call, STATION, 0), PEER, peer_mib, "<= 0.8"),
        beside("cpu_call", "% core", _column(call, STATION, 1), PEER, peer_cpu, "<= 1"),
        alone("cpu_idle", "% core", _column(idle, STATION, 1)),
        *(alone(f"memory_idle_{name}", "MiB", _column(idle, name, 0)) for name in PROCESSES),
        *(alone(f"memory_call_{name}", "MiB", _column(call, name, 0)) for name in PROCESSES),
        *(alone(f"cpu_idle_{name}", "% core", _column(idle, name, 1)) for name in PROCESSES),
        *(alone(f"cpu_call_{name}", "% core", _column(call, name, 1)) for name in PROCESSES),
    ]


def _column(runs: list[Run], group: str, which: int) -> list[float]:
    return [run[group][which] for run in runs]


def _watch(made: Rig, runs: int, where: str) -> list[Run]:
    made.wait(SETTLE_S)
    groups = {
        STATION: family(made.world.processes["station"].pid),
        BROWSER: chromium_below(os.getpid()),
        **{name: family(pid) for name, pid in made.world.station_pids().items()},
    }
    result = []
    for number in range(runs):
        say(f"footprint, {where}: run {number + 1} of {runs}")
        cpu = cpu_percent(groups, WATCH_S, made.wait)
        result.append({name: (pss_mib(pids), cpu[name]) for name, pids in groups.items()})
    return result
