"""The disk: partitions, boot loader, the first slot filled."""

from pathlib import Path
from typing import Final, NamedTuple

from provisioning.image.sealing import derived
from provisioning.image.tools import run

MIB: Final = 1 << 20
FIRST: Final = 1  # MiB, where partitions begin
ESP_MIB: Final = 512
LOADER: Final = "timeout 0\neditor no\nauto-entries no\nconsole-mode keep\n"
ESP: Final = "C12A7328-F81F-11D2-BA4B-00A0C93EC93B"
SLOT: Final = "0FC63DAF-8483-4772-8E79-3D69D8477DE4"
DATA: Final = (
    "4D21B016-B534-45C2-A9FB-5C16E091FD2D"  # "variable data": a kind of its own, so that it alone grows
)


class Shape(NamedTuple):
    """Sizes, MiB."""

    slot: int
    data: int


def table(version: str, shape: Shape) -> str:
    """Return the partition table as sfdisk reads it."""
    lines = ["label: gpt", f"label-id: {derived(version, 'disk')}", "unit: sectors", "first-lba: 2048"]
    at = FIRST
    for name, kind, size in (
        ("carepost_esp", ESP, ESP_MIB),
        ("carepost_a", SLOT, shape.slot),
        ("carepost_b", SLOT, shape.slot),
        ("carepost_data", DATA, shape.data),
    ):
        start, sectors = at * MIB // 512, size * MIB // 512
        lines.append(
            f"start={start}, size={sectors}, type={kind}, name={name}, uuid={derived(version, name)}"
        )
        at += size
    return "\n".join([*lines, ""])


def esp(path: Path, loader: Path, kernel: Path, version: str) -> None:
    """Make the boot partition's file system with the boot loader and this version's kernel image."""
    path.unlink(missing_ok=True)
    with path.open("wb") as file:
        file.truncate(ESP_MIB * MIB)
    number = derived(version, "esp").replace("-", "")[:8]
    run("mkfs.vfat", "-F", "32", "-n", "CAREPOST", "-i", number, "--invariant", path)
    run("mmd", "-i", path, "::EFI", "::EFI/BOOT", "::EFI/Linux", "::EFI/systemd", "::loader")
    run("mcopy", "-i", path, loader, "::EFI/BOOT/BOOTX64.EFI")
    run("mcopy", "-i", path, loader, "::EFI/systemd/systemd-bootx64.efi")
    run("mcopy", "-i", path, kernel, f"::EFI/Linux/carepost_{version}.efi")
    run("mcopy", "-i", path, "-", "::loader/loader.conf", stdin=LOADER)


def assemble(path: Path, boot: Path, root: Path, version: str, shape: Shape) -> None:
    """Write the disk's file: thin, so that what is empty takes no room."""
    path.unlink(missing_ok=True)
    with path.open("wb") as file:
        file.truncate((FIRST + ESP_MIB + 2 * shape.slot + shape.data + 1) * MIB)
    run("sfdisk", "--quiet", path, stdin=table(version, shape))
    for source, at in ((boot, FIRST), (root, FIRST + ESP_MIB)):
        run("dd", f"if={source}", f"of={path}", "bs=1M", f"seek={at}", "conv=notrunc,sparse", "status=none")
