"""A version comes into the slot that does not run. Power cuts: tests/faults/test_update_power_cut.py."""

from pathlib import Path

import msgspec
import pytest
from machine import Machine
from releases import image

from provisioning.updates import slots
from provisioning.updates.errors import UpdateError
from provisioning.updates.slots import Slots


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    made = Machine(tmp_path / "machine")
    image(tmp_path / "1.0", "1.0", b"root of one" * 1000)
    image(tmp_path / "1.1", "1.1", b"root of one and a bit" * 1000)
    assert made.deliver(tmp_path / "1.0") == "1.0"
    return made


def write(machine: Machine, folder: Path, **changes: object) -> None:
    told = slots.image((folder / "image.json").read_bytes())
    Slots(machine.layout).write(
        msgspec.structs.replace(told, **changes), folder / "root.img", folder / "carepost.efi"
    )


def test_a_new_version_is_tried_found_well_and_kept(machine: Machine, tmp_path: Path) -> None:
    write(machine, tmp_path / "1.1")
    before = Slots(machine.layout)
    assert (before.version, before.running, before.waiting, before.trying) == ("1.0", "a", "1.1", False)
    assert machine.start() == "1.1"
    now = Slots(machine.layout)
    assert (now.version, now.running, now.waiting, now.trying) == ("1.1", "b", "", True)
    machine.bless()
    assert not Slots(machine.layout).trying
    assert [machine.start() for _ in range(5)] == ["1.1"] * 5


def test_one_that_nobody_finds_well_makes_room_for_the_old_one(machine: Machine, tmp_path: Path) -> None:
    write(machine, tmp_path / "1.1")
    assert [machine.start() for _ in range(5)] == ["1.1", "1.1", "1.1", "1.0", "1.0"]
    back = Slots(machine.layout)
    assert (back.failed, back.waiting, back.trying) == (frozenset({"1.1"}), "", False)
    image(tmp_path / "1.2", "1.2", b"better" * 100)
    write(machine, tmp_path / "1.2")
    assert machine.start() == "1.2"


def test_one_that_does_not_start_at_all_makes_room_too(machine: Machine, tmp_path: Path) -> None:
    write(machine, tmp_path / "1.1")
    machine.layout.b.write_bytes(b"what the disk made of it")
    assert machine.start() == "1.0"


@pytest.mark.parametrize(
    ("wrong", "why"),
    [
        ({"root_sha256": "0" * 64}, "not-written"),
        ({"root_bytes": 1}, "altered"),
        ({"root_bytes": 1 << 20}, "altered"),
        ({"efi_sha256": "0" * 64}, "not-written"),
        ({"efi_bytes": 5}, "altered"),
        ({"version": "1.0.0"}, "older"),
    ],
)
def test_what_is_not_whole_is_never_started(
    machine: Machine, tmp_path: Path, wrong: dict[str, object], why: str
) -> None:
    with pytest.raises(UpdateError) as refused:
        write(machine, tmp_path / "1.1", **wrong)
    assert refused.value.why == why
    assert Slots(machine.layout).waiting == ""
    assert machine.start() == "1.0"
    write(machine, tmp_path / "1.1")  # the control
    assert machine.start() == "1.1"


def test_nothing_is_written_while_a_version_is_being_tried(machine: Machine, tmp_path: Path) -> None:
    """Its only way back is the other slot."""
    write(machine, tmp_path / "1.1")
    machine.start()
    image(tmp_path / "1.2", "1.2", b"better" * 100)
    with pytest.raises(UpdateError) as refused:
        write(machine, tmp_path / "1.2")
    assert refused.value.why == "not-well"
    machine.bless()
    write(machine, tmp_path / "1.2")


def test_a_machine_without_slots_says_so(tmp_path: Path) -> None:
    with pytest.raises(UpdateError):
        Slots(slots.Layout(*(tmp_path / name for name in slots.Layout._fields)))
    for wrong in (b"", b"{}", b'{"version": "../1"}'):
        with pytest.raises(UpdateError):
            slots.image(wrong)
