"""Power cuts at every step of an update: a whole version starts, and the update can be done after it.

The disk is simulated from a trace (tests/support/crash_disk.py), the boot loader by tests/support/machine.py.
"""

import random
import shutil
import subprocess
import sys
from pathlib import Path

import crash_disk
import pytest
from crash_disk import Disk, Left
from machine import Machine
from releases import image

from provisioning.updates import slots
from provisioning.updates.errors import UpdateError
from provisioning.updates.slots import Slots

SUPPORT = Path(crash_disk.__file__).parent

pytestmark = pytest.mark.faults


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path / "machine")
    image(tmp_path / "1.0", "1.0", b"root of one" * 1000)
    image(tmp_path / "1.1", "1.1", b"root of one and a bit" * 1000)
    assert made.deliver(tmp_path / "1.0") == "1.0"
    return made


def write(machine: Machine, folder: Path) -> None:
    told = slots.image((folder / "image.json").read_bytes())
    Slots(machine.layout).write(told, folder / "root.img", folder / "carepost.efi")


def traced(library: Path, work: Path, *how: str) -> Disk:
    """Let a process put version 1.1 in on a traced disk."""
    root, before, path = work / "machine", work / "before", work / "trace"
    shutil.copytree(root, before)
    subprocess.run(
        [sys.executable, SUPPORT / "slot_at_work.py", root, work / "1.1", *how],
        env=crash_disk.environment(library, root, path) | {"PYTHONPATH": str(SUPPORT.parent.parent)},
        check=True,
    )
    disk = Disk(root, crash_disk.steps(path), before)
    whole = Disk(root, crash_disk.steps(path), before)
    whole.run_to(len(whole))
    assert whole.unlike(root) == []  # or the trace has holes and proves nothing
    return disk


def broken(disk: Disk, work: Path) -> list[str]:
    """Cut the power at every step, in every way; say where no whole version started, or none could follow."""
    dice, found = random.Random(1), []
    for moment in range(len(disk) + 1):
        disk.run_to(moment)
        for left in Left:
            disk.leave(work / "left", left, dice)
            machine = Machine(work / "left")
            try:
                version = machine.start()
                if version == "1.0":
                    write(machine, work / "1.1")
                    version = machine.start()
                if version != "1.1":
                    found.append(f"{moment} {left}: {version} runs in the end")
            except (AssertionError, UpdateError) as error:
                found.append(f"{moment} {left}: {error}")
            shutil.rmtree(work / "left")
    return found


@pytest.mark.parametrize("failed_before", [False, True])
def test_power_cuts_always_leave_a_version_that_starts(
    crash_disk_library: Path, machine: Machine, tmp_path: Path, failed_before: bool
) -> None:
    if failed_before:  # its name and its root are still there
        image(tmp_path / "1.0.5", "1.0.5", b"was not well" * 900)
        write(machine, tmp_path / "1.0.5")
        assert [machine.start() for _ in range(4)][-1] == "1.0"
    disk = traced(crash_disk_library, tmp_path)
    assert len(disk) > 10
    assert broken(disk, tmp_path) == []


def test_an_update_in_place_would_be_found_out(
    crash_disk_library: Path, machine: Machine, tmp_path: Path
) -> None:
    """The negative control: the slot that runs is written over."""
    assert broken(traced(crash_disk_library, tmp_path, "in-place"), tmp_path)
