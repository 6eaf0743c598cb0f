"""Power cuts at any moment of a store's work: what it said was saved is there, whatever became of the rest.

The disk is simulated from a trace (tests/support/crash_disk.py); how faithfully, docs/queue-proof.md says.
"""

import random
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from uuid import UUID

import crash_disk
import pytest
import queue_at_work
from crash_disk import Disk, Left
from faults_report import Rounds

from contract.envelope import SignedEnvelope, open_envelope
from contract.seal import SealError
from offline_queue import Reader, audit
from offline_queue.model import Standing

PUBLIC = queue_at_work.SIGNER.public_key().public_bytes_raw()
SUPPORT = Path(crash_disk.__file__).parent


def at_work(
    library: Path, folder: Path, seed: int, rounds: int, synchronous: str = "FULL", failing: int = 0
) -> Disk:
    """Let a store work on a traced disk; return the disk."""
    root, trace = folder / "disk", folder / "trace"
    root.mkdir(parents=True)
    subprocess.run(
        [
            sys.executable,
            SUPPORT / "queue_at_work.py",
            root / "queue",
            *(str(seed), str(rounds), synchronous, str(failing)),
        ],
        env=crash_disk.environment(library, root, trace)
        | {"PYTHONPATH": f"{SUPPORT}:{SUPPORT.parent.parent}"},
        check=True,
    )
    disk = Disk(root, crash_disk.steps(trace))
    whole = Disk(root, crash_disk.steps(trace))
    whole.run_to(len(whole))
    assert whole.unlike(root) == []  # or the trace has holes and proves nothing
    return disk


class Promised:
    """What a store had said until a moment."""

    def __init__(self, marks: list[str]) -> None:
        said = [mark.split() for mark in marks]
        self.saved = [UUID(each) for kind, *ids in said if kind == "saved" for each in ids]
        self.settled = {UUID(each) for kind, *ids in said if kind == "settled" for each in ids}
        self.may_be_settled = {UUID(each) for kind, *ids in said if kind == "settling" for each in ids}


def broken_promises(folder: Path, promised: Promised) -> list[str]:
    """Open what a cut has left as the station does; return what is not as it was promised."""
    store = queue_at_work.open_store(folder)
    try:
        found = ["damaged"] if store.damage is not None else []
        store.commit([queue_at_work.put_of(UUID(int=1 << 127))])  # the chain goes on from what is there
    finally:
        store.close()
    reader = Reader(folder)
    try:
        rows = list(reader.rows())
        found += [each.what for each in audit.verify(reader, PUBLIC) if isinstance(each, audit.Problem)]
    finally:
        reader.close()
    if len({row.id for row in rows}) != len(rows):
        found.append("doubled")
    by_id = {row.id: row for row in rows}
    for identity in promised.saved:
        row = by_id.get(identity)
        if row is None:
            found.append("lost")
        elif row.signed is None and (
            row.standing is not Standing.FORGOTTEN or identity not in promised.may_be_settled
        ):
            found.append("its payload lost")
        elif row.signed and not holds(row.signed, identity):
            found.append("changed")
        elif identity in promised.settled and row.standing not in (Standing.STORED, Standing.FORGOTTEN):
            found.append("a receipt lost")
    return found


def holds(signed: SignedEnvelope, identity: UUID) -> bool:
    """Is an envelope what was put, and signed?"""
    try:
        return open_envelope(signed, PUBLIC).payload == queue_at_work.payload(identity)
    except SealError:
        return False


def cut(disk: Disk, count: int, folder: Path, dice: random.Random, among: list[Left]) -> Counter[str]:
    """Cut the power at `count` moments; return how often what was broken."""
    result: Counter[str] = Counter()
    for moment in sorted(dice.randrange(len(disk) + 1) for _ in range(count)):
        disk.run_to(moment)
        left = folder / "left"
        disk.leave(left, dice.choice(among), dice)
        broken = broken_promises(left / "queue", Promised(disk.marks))
        shutil.rmtree(left)
        result["cuts"] += 1
        result["promises checked"] += len(Promised(disk.marks).saved)
        result.update(set(broken))
        result["cuts with something broken"] += bool(broken)
    return result


@pytest.mark.parametrize("own", [60, pytest.param(1200, marks=pytest.mark.long)])
def test_power_cuts_break_no_promise(
    rounds: Rounds, crash_disk_library: Path, tmp_path: Path, own: int
) -> None:
    total: Counter[str] = Counter()
    for number, count in enumerate(rounds.portions(own)):
        seed = rounds.seed + number
        disk = at_work(crash_disk_library, tmp_path / str(number), seed, 60)
        total += cut(disk, count, tmp_path, random.Random(seed), list(Left))
    rounds.report("power cuts, store", total)
    assert total["cuts with something broken"] == 0, total


@pytest.mark.parametrize("own", [30, pytest.param(600, marks=pytest.mark.long)])
def test_power_cuts_after_syncs_that_failed_break_no_promise(
    rounds: Rounds, crash_disk_library: Path, tmp_path: Path, own: int
) -> None:
    """Linux gives up as clean what a failed sync should have written: it must not count as saved."""
    total: Counter[str] = Counter()
    for number, count in enumerate(rounds.portions(own)):
        seed = rounds.seed + number
        disk = at_work(crash_disk_library, tmp_path / str(number), seed, 60, failing=2)
        total += cut(disk, count, tmp_path, random.Random(seed), list(Left))
    rounds.report("power cuts after failed syncs, store", total)
    assert total["cuts with something broken"] == 0, total


@pytest.mark.parametrize("synchronous", ["OFF", "NORMAL"])
def test_the_simulated_cuts_find_a_store_that_does_not_sync(
    rounds: Rounds, crash_disk_library: Path, tmp_path: Path, synchronous: str
) -> None:
    disk = at_work(crash_disk_library, tmp_path / "disk", rounds.seed, 60, synchronous)
    found = cut(disk, 25, tmp_path, random.Random(rounds.seed), [Left.NOTHING, Left.SECTORS])
    rounds.report(f"power cuts, control with synchronous={synchronous}", found)
    assert found["lost"] > 0
