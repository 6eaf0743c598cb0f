"""Durable puts and their delivery, beside other durable queues: on the real disk, and with slow syncs.

1 KiB of random bytes each; every contender in a process of its own, in turn. Peers take and acknowledge one
by one, durably; ours by the batch. "The best" is the fastest of all peers in that very run.
"""

from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from bench.contest import Contest, disk
from bench.queues import PEERS, PLAIN
from bench.rows import Row, beside
from bench.table import say

MANY: Final = 64
PERSIST_QUEUE: Final = "persist-queue SQLiteAckQueue"


@dataclass(frozen=True)
class Size:
    """How much is put and taken in a run; rates are compared, so slower ones may do fewer."""

    one: int
    ours: int  # of 64 producers
    theirs: int
    takes: int


QUICK: Final = Size(one=1500, ours=MANY * 150, theirs=MANY * 40, takes=1000)


@dataclass
class Seen:
    """The rates of every run."""

    ours: defaultdict[str, list[float]]
    put: defaultdict[str, list[float]]
    drain: defaultdict[str, list[float]]


def run(runs: int) -> list[Row]:
    """Measure on the disk as it is."""
    return rows("queue", measure(runs, QUICK))


def measure(runs: int, size: Size, sync_us: int = 0) -> Seen:
    """Measure all of it `runs` times, ours and the peers' in turn."""
    seen = Seen(defaultdict(list), defaultdict(list), defaultdict(list))
    for number in range(runs):
        say(f"queues: run {number + 1} of {runs}" + (f", syncs {sync_us} µs slower" if sync_us else ""))
        with disk() as folder:
            contest = Contest(folder, sync_us)
            seen.ours["one"].append(contest.ours(size.one, 1).put)
            seen.put["one"].append(contest.theirs(PLAIN, size.one, 1).put)
            many = contest.ours(size.ours, MANY)
            seen.ours["many"].append(many.put)
            seen.ours["drain"].append(many.drain)
            for name in PEERS:
                rates = contest.theirs(name, size.theirs, MANY, size.takes)
                seen.put[name].append(rates.put)
                seen.drain[name].append(rates.drain)
            seen.ours["sealed"].append(contest.ours(size.ours // 2, MANY, sealed=True).put)
    return seen


def rows(name: str, seen: Seen) -> list[Row]:
    """Set ours beside theirs."""
    ours, unit = seen.ours, "puts/s"
    best = [max(rates) for rates in zip(*(seen.put[peer] for peer in PEERS), strict=True)]
    many = f"the best of all peers, {MANY} threads"
    found = [
        beside(f"{name}_put_1", unit, ours["one"], f"{PLAIN}, one writer", seen.put["one"], ">= 0.65"),
        beside(f"{name}_put_64", unit, ours["many"], many, best, ">= 8"),
        beside(f"{name}_put_64_sealed", unit, ours["sealed"], many, best, ">= 1.5"),
    ]
    for peer in PEERS:
        found.append(beside(f"{name}_put_64_{_word(peer)}", unit, ours["many"], peer, seen.put[peer]))
    for peer in PEERS:
        goal = ">= 20" if peer == PERSIST_QUEUE else None
        drain = seen.drain[peer]
        found.append(beside(f"{name}_drain_{_word(peer)}", "1/s", ours["drain"], peer, drain, goal))
    return found


def _word(peer: str) -> str:
    """Return a peer's name as a word of a row's name."""
    return peer.split(maxsplit=1)[0].replace("-", "_")
