"""A disk full, or broken, from the n-th write on: a clear error, nothing by half, on when there is room."""

import json
import subprocess
import sys
from pathlib import Path

import crash_disk
import pytest
from faults_report import Rounds

SUPPORT = Path(crash_disk.__file__).parent


@pytest.mark.parametrize("stride", [13, pytest.param(3, marks=pytest.mark.faults)])
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
