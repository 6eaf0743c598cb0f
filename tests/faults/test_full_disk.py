"""A disk full, or broken, from the n-th write on: a clear error, nothing by half, on when there is room."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import crash_disk
import pytest
from faults_report import Rounds

SUPPORT = Path(crash_disk.__file__).parent


@pytest.mark.parametrize("stride", [13, pytest.param(3, marks=pytest.mark.long)])
def test_a_full_disk_at_any_write_of_the_store(
    rounds: Rounds, crash_disk_library: Path, tmp_path: Path, stride: int
) -> None:
    root = tmp_path / "disk"
    root.mkdir()
    done = subprocess.run(
        [sys.executable, SUPPORT / "queue_on_full_disk.py", root, str(stride)],
        env=crash_disk.environment(crash_disk_library, root)
        | {"PYTHONPATH": f"{SUPPORT}:{SUPPORT.parent.parent}"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    for act, counts in json.loads(done.stdout).items():
        rounds.report(f"full disk, {act}, every {stride}. write", counts)
        assert counts["tried"] > 1
        assert counts.keys() & {"QueueFull", "QueueUnavailable"}


def on_a_disk_of_its_own(script: str, folder: Path, mib: int) -> dict[str, Any]:
    """Run a script of tests/support on a small real file system; return what it prints."""
    mount = f"mount -t tmpfs -o size={mib}m none {folder}"
    apart = ["unshare", "--map-root-user", "--mount", "sh", "-c"]
    if subprocess.run([*apart, mount], capture_output=True).returncode:
        pytest.skip("no file systems of one's own may be mounted here")
    done = subprocess.run(
        [*apart, f"{mount} && exec {sys.executable} {SUPPORT / script} {folder}"],
        env=os.environ | {"PYTHONPATH": f"{SUPPORT.parent.parent}:{SUPPORT.parent / 'hub'}"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told: dict[str, Any] = json.loads(done.stdout)
    return told


def test_a_store_opens_and_saves_alerts_on_a_disk_that_others_have_filled(tmp_path: Path) -> None:
    told = on_a_disk_of_its_own("queue_on_tiny_disk.py", tmp_path, 40)
    refused = {told.pop("first reading"), told.pop("second reading")}
    assert told == dict.fromkeys(("before", "first alert", "second alert", "after", "again"), "saved")
    assert len(refused) == 1 and "saved" not in refused


@pytest.mark.faults
def test_a_hub_on_a_full_disk_gives_no_receipt_and_goes_on_when_there_is_room(
    rounds: Rounds, tmp_path: Path
) -> None:
    told = on_a_disk_of_its_own("hub_on_tiny_disk.py", tmp_path, 30)
    rounds.report("a hub on a full disk", told)
    assert told["503"] == told["retry-after"] > 30
    assert told["alive"]
    assert told["kept"] == told["promised"] == 41
    assert told["missing"] == 0
    assert told["readings"] == 40
