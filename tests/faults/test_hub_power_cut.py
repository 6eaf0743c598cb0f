"""Power cuts at the hub: each envelope it gave a receipt for is there, whatever became of the rest."""

import contextlib
import os
import random
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from unittest import mock
from uuid import UUID

import crash_disk
import pytest
from crash_disk import Disk, Left
from faults_report import Rounds
from hub_database import POSTGRESQL
from hub_process import HubProcess
from hub_station import StationClient, VisitAtStation, oximetry

from contract.documents import Measured
from hub.db.address import NAME

pytestmark = pytest.mark.skipif(POSTGRESQL, reason="PostgreSQL's durability is PostgreSQL's to prove")


@contextlib.contextmanager
def traced(hub: HubProcess, library: Path, trace: Path) -> Iterator[None]:
    """Let the hub serve on a traced disk, with nobody else at its database; killed in the end."""
    hub.db.close()
    with mock.patch.dict(os.environ, crash_disk.environment(library, hub.data, trace)):
        hub.start()
    try:
        yield
    finally:
        hub.kill()


def serve(library: Path, folder: Path, requests: int) -> Disk:
    """Let a hub take requests on a traced disk; return the disk, with a mark for each receipt."""
    data, before, trace = folder / "hub", folder / "before", folder / "trace"
    data.mkdir(parents=True)
    hub = HubProcess(data)
    with StationClient.enrolled(hub, "Dark Street") as station:
        hub.stop()
        hub.db.close()
        shutil.copytree(data, before)
        with traced(hub, library, trace):
            station.reconnect()
            for _ in range(requests):
                visit = VisitAtStation(station)
                readings = [
                    Measured(visit=visit.id, at=visit.at, measurement=oximetry(station.boot))
                    for _ in range(3)
                ]
                receipt = station.post(station.batch(visit.opened(), *readings))
                crash_disk.mark(trace, " ".join(str(item.id) for item in receipt.items))
    steps = crash_disk.steps(trace)
    whole = Disk(data, steps, before)
    whole.run_to(len(steps))
    assert [name for name in whole.unlike(data) if not name.endswith("hub.log")] == []
    return Disk(data, steps, before)


def broken(database: Path, promised: list[UUID]) -> list[str]:
    """Open what a cut has left; return what is not as the receipts say."""
    with contextlib.closing(sqlite3.connect(database)) as db:
        try:
            sound = db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            there = {UUID(str(row[0])) for row in db.execute("SELECT id FROM envelope")}
        except sqlite3.DatabaseError:
            return ["damaged"]
    return ([] if sound else ["damaged"]) + ["lost" for each in promised if each not in there]


@pytest.mark.parametrize("own", [40, pytest.param(400, marks=pytest.mark.long)])
def test_a_receipt_outlives_a_power_cut_at_the_hub(
    rounds: Rounds, crash_disk_library: Path, tmp_path: Path, own: int
) -> None:
    dice = random.Random(rounds.seed)
    disk = serve(crash_disk_library, tmp_path, 25)
    counts: Counter[str] = Counter()
    for moment in sorted(dice.randrange(len(disk) + 1) for _ in range(rounds.count(own))):
        disk.run_to(moment)
        left = tmp_path / "left"
        disk.leave(left, dice.choice(list(Left)), dice)
        promised = [UUID(each) for mark in disk.marks for each in mark.split()]
        found = broken(left / NAME, promised)
        shutil.rmtree(left)
        counts.update({"cuts": 1, "promises checked": len(promised)})
        counts.update(set(found))
    rounds.report("power cuts, hub", counts)
    assert counts.keys() == {"cuts", "promises checked"}
