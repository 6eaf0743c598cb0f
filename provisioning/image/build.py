"""One command from Debian's packages and a frozen station to a disk that starts."""

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple, Self

import msgspec

from provisioning.image import ImageError, disk, rootfs, sealing, tools

VERSION: Final = re.compile(r"[0-9]+(\.[0-9]+){1,3}([~-][0-9a-z.]+)?")
LOADER: Final = "usr/lib/systemd/boot/efi/systemd-bootx64.efi"


class Wanted(NamedTuple):
    """What is to be built."""

    frozen: Path
    out: Path
    version: str
    suite: str
    mirror: str | None
    key: Path | None
    certificate: Path | None
    shape: disk.Shape
    extra: tuple[Path, ...]
    append: str

    @classmethod
    def of(cls, options: argparse.Namespace) -> Self:
        """Return what the command line asks for."""
        return cls(
            frozen=options.frozen.resolve(),
            out=options.out.resolve(),
            version=options.version,
            suite=options.suite,
            mirror=options.mirror,
            key=options.key,
            certificate=options.certificate,
            shape=disk.Shape(options.slot_mib, options.data_mib),
            extra=tuple(options.extra),
            append=options.append,
        )


class Described(msgspec.Struct, frozen=True):
    """A version as an update knows it (image.json): what is written to a slot, and the kernel image."""

    version: str
    root_hash: str
    data_bytes: int
    root_sha256: str
    root_bytes: int
    efi_sha256: str
    efi_bytes: int


class Built(NamedTuple):
    """What was made."""

    disk: Path
    root: Path
    efi: Path
    root_hash: str


def build(wanted: Wanted, say: Callable[[str], None]) -> Built:
    """Build it; ImageError when something is missing or fails."""
    _check(wanted)
    started = time.monotonic()

    def step(text: str) -> None:
        say(f"[{time.monotonic() - started:4.0f} s] {text}")

    epoch = int(os.environ.get("SOURCE_DATE_EPOCH") or _last_change())
    wanted.out.mkdir(parents=True, exist_ok=True)
    step("Debian's packages (kept for the next time)")
    archive = rootfs.base(wanted.suite, wanted.mirror, wanted.out / "cache", epoch)
    root = wanted.out / "root"
    step("the station, its units and rules")
    rootfs.fill(root, archive, wanted.frozen, wanted.version, wanted.extra)
    _same_times(root, epoch)
    rootfs.read_fonts(root)  # only now: what is noted of a folder counts while the folder has the same time
    _same_times(root, epoch)
    step("file system and hash tree")
    sealed = sealing.seal(root, wanted.out / "root.img", wanted.version, wanted.shape.slot * disk.MIB, epoch)
    step("kernel image")
    efi = sealing.kernel_image(root, sealed, wanted.out / "carepost.efi", wanted.append)
    loader = wanted.out / "systemd-boot.efi"
    shutil.copyfile(root / LOADER, loader)
    if wanted.key and wanted.certificate:
        for program in (efi, loader):
            sealing.sign(program, wanted.key, wanted.certificate)
    step("disk")
    boot = wanted.out / "esp.img"
    disk.esp(boot, loader, efi, wanted.version)
    target = wanted.out / "carepost.img"
    disk.assemble(target, boot, sealed.image, wanted.version, wanted.shape)
    told = Described(
        wanted.version,
        sealed.root_hash,
        sealed.data_bytes,
        _sha256(sealed.image),
        sealed.image.stat().st_size,
        _sha256(efi),
        efi.stat().st_size,
    )
    (wanted.out / "image.json").write_bytes(msgspec.json.format(msgspec.json.encode(told)))
    (wanted.out / "packages.txt").write_text(_installed(root))
    shutil.rmtree(root)
    for made in (boot, loader):
        made.unlink()
    step("done")
    return Built(target, sealed.image, efi, sealed.root_hash)


def _check(wanted: Wanted) -> None:
    if not VERSION.fullmatch(wanted.version):
        raise ImageError(f"{wanted.version!r} is no version: 1.2.0 is one")
    if (wanted.key is None) != (wanted.certificate is None):
        raise ImageError("--key and --certificate belong together")
    if os.geteuid() != 0:
        raise ImageError("building an image needs root (files of the image belong to other users)")
    if lacking := tools.missing(wanted.key is not None):
        raise ImageError(f"this machine lacks Debian packages: apt install {' '.join(lacking)}")


def _last_change() -> int:
    """Return the time of the last commit (Unix seconds), so that a second build has the same times."""
    line = ["git", "-C", str(Path(__file__).parent), "log", "-1", "--format=%ct"]
    told = subprocess.run(line, capture_output=True, text=True, check=False).stdout.strip()
    return int(told) if told.isdigit() else 0


def _same_times(root: Path, epoch: int) -> None:
    """Give what is younger than the source the source's time."""
    for folder, folders, files in os.walk(root):
        for name in (*folders, *files, "."):
            path = Path(folder) / name
            if path.lstat().st_mtime > epoch:
                os.utime(path, (epoch, epoch), follow_symlinks=False)


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _installed(root: Path) -> str:
    """Return Debian's packages in the image, with their versions (for the bill of materials)."""
    return tools.run(
        "dpkg-query", f"--admindir={root}/var/lib/dpkg", "-W", "-f=${Package} ${Version} ${Architecture}\n"
    )
