"""Who draws: the graphics card, or the processor where there is none that can."""

from pathlib import Path

import pytest

from provisioning.lockdown.apply import software_only


def card(folder: Path, driver: str) -> None:
    """Lay out /sys/class/drm as a kernel does for a card of this driver."""
    there = folder / "bus" / driver
    there.mkdir(parents=True)
    for name in ("card0", "card0-Virtual-1"):
        (folder / name / "device").mkdir(parents=True)
    (folder / "card0/device/driver").symlink_to(there)


@pytest.mark.parametrize("driver", ["virtio-pci", "virtio_gpu", "bochs-drm", "simple-framebuffer"])
def test_a_card_that_cannot_draw_by_itself_leaves_it_to_the_processor(tmp_path: Path, driver: str) -> None:
    """virtio-pci: seen in the image (Linux 6.1); without it the compositor died of a signal, five times."""
    card(tmp_path, driver)
    assert software_only(tmp_path)


def test_a_real_card_draws(tmp_path: Path) -> None:
    card(tmp_path, "i915")
    assert not software_only(tmp_path)


def test_no_card_draws_nothing(tmp_path: Path) -> None:
    assert software_only(tmp_path)
