"""The root folder becomes a file system under a hash tree; kernel and command line become one file, signed.

The hash tree's root stands on the kernel's command line, the command line inside the signed file: whoever
starts that file starts exactly this root, or nothing.
"""

import hashlib
import re
import uuid
from pathlib import Path
from typing import Final, NamedTuple

from provisioning.image import ImageError
from provisioning.image.tools import run

STUB: Final = "usr/lib/systemd/boot/efi/linuxx64.efi.stub"
BLOCK: Final = 4096
KERNEL_WORDS: Final = (
    "ro quiet loglevel=3 systemd.show_status=no rd.udev.log_level=3 vt.global_cursor_default=0 panic=10 "
    "systemd.gpt_auto=no systemd.swap=no rd.shell=0 module.sig_enforce=1 lockdown=confidentiality "
    "init_on_alloc=1 slab_nomerge randomize_kstack_offset=on vsyscall=none debugfs=off root=/dev/mapper/root"
)


class Sealed(NamedTuple):
    """A root's image: file system, then the hash tree from `data_bytes` on."""

    image: Path
    root_hash: str
    data_bytes: int


def derived(version: str, what: str) -> str:
    """Return a UUID that is the same each time this version is built."""
    return str(uuid.uuid5(uuid.NAMESPACE_URL, f"carepost/{version}/{what}"))


def seal(root: Path, image: Path, version: str, limit_bytes: int, epoch: int) -> Sealed:
    """Make the file system and its hash tree, as small as they can be; ImageError when they do not fit."""
    used = int(run("du", "--summarize", "--block-size=1", root).split()[0])
    data_bytes = (int(used * 1.08) + (96 << 20)) // BLOCK * BLOCK
    image.unlink(missing_ok=True)
    run(
        *("mkfs.ext4", "-q", "-F", "-d", root, "-b", str(BLOCK), "-m", "0", "-U", derived(version, "root")),
        *(
            "-O",
            "^has_journal,^metadata_csum_seed",
            "-E",
            f"hash_seed={derived(version, 'seed')},lazy_itable_init=0",
        ),
        *("-L", "carepost", image, str(data_bytes // BLOCK)),
        env={"E2FSPROGS_FAKE_TIME": str(epoch)},
    )
    told = run(
        *("veritysetup", "format", f"--hash-offset={data_bytes}", f"--data-blocks={data_bytes // BLOCK}"),
        *(f"--uuid={derived(version, 'verity')}", f"--salt={hashlib.sha256(version.encode()).hexdigest()}"),
        *(image, image),
    )
    found = re.search(r"^Root hash:\s*([0-9a-f]{64})", told, re.MULTILINE)
    if found is None:
        raise ImageError("veritysetup told no root hash")
    if image.stat().st_size > limit_bytes:
        raise ImageError(f"the root takes {image.stat().st_size >> 20} MiB, a slot has {limit_bytes >> 20}")
    return Sealed(image, found[1], data_bytes)


def kernel_image(root: Path, sealed: Sealed, out: Path, append: str = "") -> Path:
    """Make the unified kernel image of a sealed root."""
    version = next(iter(sorted((root / "lib" / "modules").iterdir()))).name
    words = (
        f"{KERNEL_WORDS} carepost.root={sealed.root_hash} carepost.data={sealed.data_bytes} {append}".strip()
    )
    line = out.with_suffix(".cmdline")
    line.write_text(f"{words}\n")
    stub = root / STUB
    align, end = _shape(stub)
    arguments: list[str | Path] = []
    for section, path in (
        (".osrel", root / "usr/lib/os-release"),
        (".cmdline", line),
        (".initrd", root / f"boot/initrd.img-{version}"),
        (".linux", root / f"boot/vmlinuz-{version}"),
    ):
        at = -(-end // align) * align
        arguments += ["--add-section", f"{section}={path}", "--change-section-vma", f"{section}={at:#x}"]
        end = at + path.stat().st_size
    run("objcopy", *arguments, stub, out)
    line.unlink()
    return out


def _shape(stub: Path) -> tuple[int, int]:
    """Return the alignment of a stub's sections, and where the last one ends."""
    align = re.search(r"SectionAlignment\s+([0-9a-f]+)", run("objdump", "-p", stub))
    sections = re.findall(
        r"^\s*\d+ \S+\s+([0-9a-f]{8})\s+([0-9a-f]{16})", run("objdump", "-h", stub), re.MULTILINE
    )
    if align is None or not sections:
        raise ImageError(f"{stub.name} cannot be read")
    return int(align[1], 16), max(int(size, 16) + int(at, 16) for size, at in sections)


def sign(program: Path, key: Path, certificate: Path) -> None:
    """Sign an EFI program in place."""
    run("sbsign", "--key", key, "--cert", certificate, "--output", program, program)
