"""Does our queue cost the same however much waits? p99 of each thing, and memory, beside a short queue's.

A station that was offline for a year has a long queue. The peer is the same queue with a hundred entries, in
the same process and round by round; memory is that of a process with one of them.
"""

import json
import subprocess
import sys
from collections import defaultdict
from typing import Final

from bench.contest import ROOT, disk
from bench.rows import Row, beside
from bench.table import say

FEW: Final = 100
LONG: Final = 100_000
LONGEST: Final = 1_000_000

_Seen = defaultdict[str, list[float]]


def run(runs: int, *, large: bool = False) -> list[Row]:
    """Fill a short and a long queue once, then measure both. `large`: a million entries."""
    many = LONGEST if large else LONG
    seen: tuple[_Seen, _Seen] = (defaultdict(list), defaultdict(list))
    with disk() as folder:
        stores = [folder / "many", folder / "few"]
        for store, count in zip(stores, (many, FEW), strict=True):
            say(f"a queue is filled with {count} entries")
            _python(str(store), "--fill", str(count))
        for number in range(runs):
            say(f"flat queue: run {number + 1} of {runs}")
            times = json.loads(_python(*map(str, stores)))["times"]
            for store, values, found in zip(stores, seen, times, strict=True):
                for what, value in found.items():
                    values[what].append(value)
                values["memory"].append(json.loads(_python(str(store)))["memory"])
    size = f"1e{len(str(many)) - 1}"
    return [
        beside(
            f"queue_flat_{what}_{size}",
            "MiB" if what == "memory" else "ms, p99",
            values,
            f"the same with {FEW} waiting",
            seen[1][what],
            "<= 1.5",
        )
        for what, values in seen[0].items()
    ]


def _python(*arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "bench.flat_queue", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"flat_queue failed: {done.stderr[-2000:]}")
    return done.stdout
