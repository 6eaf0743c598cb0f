"""`image`: the bootable image of a station."""

import argparse
from pathlib import Path

from provisioning.commands import Commands, add
from provisioning.errors import ProvisioningError


def add_commands(commands: Commands) -> None:
    """Add the commands of the image."""
    image = add(commands, "image", _build)
    image.add_argument("what", choices=("build",))
    image.add_argument(
        "--frozen", type=Path, default=Path("dist/carepost"), help="the frozen station (scripts/freeze)"
    )
    image.add_argument("--out", type=Path, default=Path("dist/image"), help="folder for what is made")
    image.add_argument("--version", required=True, help="of this image, for instance 1.2.0")
    image.add_argument("--suite", default="bookworm", help="Debian's release")
    image.add_argument("--mirror", help="where Debian's packages come from (default: as on this machine)")
    image.add_argument(
        "--key", type=Path, help="private key (PEM) that signs kernel and boot loader (Secure Boot)"
    )
    image.add_argument("--certificate", type=Path, help="its certificate (PEM)")
    image.add_argument("--slot-mib", type=int, default=3072, help="size of each of the two slots, MiB")
    image.add_argument(
        "--data-mib", type=int, default=4096, help="size of the data partition, MiB; grow it on the disk"
    )
    image.add_argument(
        "--extra", type=Path, action="append", default=[], help="folder laid over the root (tests)"
    )
    image.add_argument("--append", default="", help="more words for the kernel (tests)")


def _build(options: argparse.Namespace) -> int:
    """Build the bootable Debian image of a station, and the files of an update to it. Needs root."""
    from provisioning.image import ImageError, build

    try:
        made = build.build(build.Wanted.of(options), print)
    except ImageError as error:
        raise ProvisioningError(str(error)) from error
    print(f"{made.disk}: {made.disk.stat().st_size >> 20} MiB\nroot hash {made.root_hash}")
    return 0
