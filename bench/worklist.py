"""Does the hub answer as fast after years? p99 of the worklist and of a FHIR search, beside a new hub's.

Both hubs run side by side, each with the same few open visits; one has a thousand closed ones, the other a
hundred thousand (`large`: a million) and as many Observations. A signed-in provider's requests go to them in
turn, over HTTP, and are noted in their audits as ever.
"""

import time
from collections import defaultdict
from contextlib import ExitStack, closing
from typing import Final, NamedTuple

import httpx

from bench.contest import disk
from bench.fill import OBSERVATIONS, OPEN, fill, patient
from bench.hub_rig import hub
from bench.rows import Row, beside, quantile
from bench.table import say

FEW: Final = 1000
MANY: Final = 100_000
MOST: Final = 1_000_000
REQUESTS: Final = 200  # of each kind to each hub, in a run
PART: Final = 0.99


class _Asked(NamedTuple):
    """A hub, and how many visits it has closed."""

    client: httpx.Client
    visits: int


def run(runs: int, *, large: bool = False) -> list[Row]:
    """Measure on both databases."""
    many = MOST if large else MANY
    return [row for database in ("sqlite", "postgresql") for row in _rows(database, many, runs)]


def _rows(database: str, many: int, runs: int) -> list[Row]:
    seen: defaultdict[str, tuple[list[float], list[float]]] = defaultdict(lambda: ([], []))
    with disk() as folder, ExitStack() as stack:
        asked = []
        for count in (many, FEW):
            rig = stack.enter_context(hub(folder / str(count), postgresql=database == "postgresql"))
            say(f"a hub on {database} is filled with {count} visits")
            fill(rig.db, count)
            asked.append(_Asked(stack.enter_context(closing(rig.provider())), count))
        for number in range(runs):
            say(f"worklist: run {number + 1} of {runs}, {database}")
            for what, times in measure(asked).items():
                for values, of_hub in zip(seen[what], times, strict=True):
                    values.append(quantile(of_hub, PART))
    size = f"1e{len(str(many)) - 1}"
    peer = f"the same with {FEW} visits"
    return [
        beside(f"{what}_{database}_{size}", "ms, p99", ours, peer, few, "<= 1.5")
        for what, (ours, few) in seen.items()
    ]


def measure(asked: list[_Asked]) -> dict[str, list[list[float]]]:
    """Return how long each request took in milliseconds: by what was asked, then by hub."""
    took: dict[str, list[list[float]]] = {
        "worklist": [[] for _ in asked],
        "fhir_by_patient": [[] for _ in asked],
    }
    for number in range(REQUESTS):
        for at, each in enumerate(asked):
            began = time.perf_counter()
            answer = each.client.get("/api/worklist")
            took["worklist"][at].append((time.perf_counter() - began) * 1000)
            if len(answer.raise_for_status().json()["items"]) != OPEN:
                raise RuntimeError("the worklist has not every open visit")
            name = patient(number * 7919 % (each.visits // OBSERVATIONS))
            began = time.perf_counter()
            answer = each.client.get("/fhir/R4/Observation", params={"patient": name})
            took["fhir_by_patient"][at].append((time.perf_counter() - began) * 1000)
            if answer.raise_for_status().json()["total"] != OBSERVATIONS:
                raise RuntimeError("the search has not found every Observation")
    return took
