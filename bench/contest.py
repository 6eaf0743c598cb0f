"""Runs contenders among durable queues, each in a process of its own in a folder on a real disk.

All of them alike can be given a disk that syncs slowly: a library made here with gcc is preloaded.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from bench.our_queue import Rates

ROOT: Final = Path(__file__).resolve().parent.parent
PEERS_PYTHON: Final = ROOT / "build/peers/bin/python"
LONGEST_S: Final = 600


class Contest:
    """One disk; `sync_us` is how much longer each sync takes than it would, in microseconds."""

    def __init__(self, folder: Path, sync_us: int = 0) -> None:
        self._folder = folder
        self._environment = dict(os.environ)
        self._number = 0
        if sync_us:
            self._environment["LD_PRELOAD"] = str(slow_sync(folder))
            self._environment["SLOW_SYNC_US"] = str(sync_us)

    def ours(self, puts: int, producers: int, *, sealed: bool = False) -> Rates:
        """Measure our queue: puts a second from so many producers, then deliveries a second of them all."""
        more = ["--sealed"] if sealed else []
        counts = ("--puts", str(puts), "--producers", str(producers))
        return self._run(sys.executable, "bench.our_queue", str(self._next()), *counts, *more)

    def theirs(self, name: str, puts: int, threads: int, takes: int = 0) -> Rates:
        """Measure a peer: puts a second from so many threads, then so many takes; 0.0 when none."""
        python = str(PEERS_PYTHON) if PEERS_PYTHON.exists() else sys.executable
        counts = ("--puts", str(puts), "--threads", str(threads), "--takes", str(takes))
        return self._run(python, "bench.queues", name, str(self._next()), *counts)

    def _next(self) -> Path:
        self._number += 1
        return self._folder / str(self._number)

    def _run(self, python: str, module: str, *arguments: str) -> Rates:
        done = subprocess.run(
            [python, "-m", module, *arguments],
            cwd=ROOT,
            env=self._environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=LONGEST_S,
        )
        if done.returncode:
            raise RuntimeError(f"{module} {arguments[0]} failed: {done.stderr[-2000:]}")
        told = json.loads(done.stdout)
        return Rates(told["put"], told["drain"] or 0.0)


def slow_sync(folder: Path) -> Path:
    """Compile the library that makes syncs slow; needs gcc."""
    library = folder / "slow_sync.so"
    source = Path(__file__).with_name("slow_sync.c")
    subprocess.run(
        ["gcc", "-shared", "-fPIC", "-O2", "-Wall", "-Werror", "-o", str(library), str(source)], check=True
    )
    return library


@contextmanager
def disk() -> Iterator[Path]:
    """Make a folder on a disk: /tmp may be memory."""
    made = Path(tempfile.mkdtemp(prefix="carepost-bench-", dir="/var/tmp"))
    try:
        yield made
    finally:
        shutil.rmtree(made)
