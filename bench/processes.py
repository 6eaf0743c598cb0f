"""Memory and processor time of running processes, from /proc. Needs their owner's rights, or root's."""

import contextlib
import os
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from demo.memory import family

FIRST: Final = -8  # of a session, as `nice`
_TICK: Final = os.sysconf("SC_CLK_TCK")
_PSS: Final = re.compile(r"^Pss:\s+(\d+) kB$", re.MULTILINE)


def pss_mib(pids: Iterable[int]) -> float:
    """Return the proportional set size of all these processes together, in MiB; one that is gone has none."""
    total = 0
    for pid in pids:
        try:
            found = _PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_text())
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += int(found[1]) if found else 0
    return total / 1024


def cpu_s(pids: Iterable[int]) -> float:
    """Return the processor time these processes have used so far, in seconds."""
    return sum(sum(_ticks(pid)[:2]) for pid in pids) / _TICK


def cpu_with_children_s(pids: Iterable[int]) -> float:
    """Return the processor time of processes and all that came of them, also of those that have ended."""
    total = 0
    for pid in pids:
        total += sum(_ticks(pid))
        total += sum(sum(_ticks(child)[:2]) for child in family(pid) if child != pid)
    return total / _TICK


def waited_s(pids: Iterable[int]) -> tuple[float, float]:
    """Return how long the threads of these processes have run, and how long they waited for a core, in s."""
    ran = waited = 0
    for pid in pids:
        for thread in Path(f"/proc/{pid}/task").glob("*/schedstat"):
            with contextlib.suppress(OSError):  # it has ended
                fields = thread.read_text().split()
                ran, waited = ran + int(fields[0]), waited + int(fields[1])
    return ran / 1e9, waited / 1e9


def go_first(pids: Iterable[int], nice: int = FIRST) -> None:
    """Put processes before what else the machine does, session by session. PermissionError if not root.

    Linux shares cores among sessions first (autogroups), and among the processes of each only then.
    """
    for pid in pids:
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            Path(f"/proc/{pid}/autogroup").write_text(str(nice))


def _ticks(pid: int) -> list[int]:
    """Return a process's user and system time, and those of the children it has seen end."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return [0, 0, 0, 0]
    return [int(field) for field in fields[11:15]]


def chromium_below(pid: int) -> list[int]:
    """Return the pids of every Chromium process among a process's descendants."""
    return [each for each in family(pid) if "chromium" in _program(each)]


def _program(pid: int) -> str:
    try:
        return str(Path(f"/proc/{pid}/exe").readlink())
    except OSError:
        return ""


def cpu_percent(
    groups: dict[str, list[int]], seconds: float, wait: Callable[[float], object] = time.sleep
) -> dict[str, float]:
    """Return how much of one core each group of processes uses while `wait` waits, in percent."""
    before = {name: cpu_s(pids) for name, pids in groups.items()}
    began = time.monotonic()
    wait(seconds)
    passed = time.monotonic() - began
    return {name: 100 * (cpu_s(pids) - before[name]) / passed for name, pids in groups.items()}
