"""Runs the tools of the build, and says which Debian package brings one that is missing."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from provisioning.image import ImageError

PACKAGES: Final = {
    "mmdebstrap": "mmdebstrap",
    "mkfs.ext4": "e2fsprogs",
    "veritysetup": "cryptsetup-bin",
    "objcopy": "binutils",
    "objdump": "binutils",
    "mkfs.vfat": "dosfstools",
    "mcopy": "mtools",
    "mmd": "mtools",
    "sfdisk": "fdisk",
}
SIGNING: Final = {"sbsign": "sbsigntool"}
ERRORS_SHOWN: Final = 2000  # characters


def missing(signing: bool = False) -> list[str]:
    """Return Debian's packages that a builder's machine lacks."""
    wanted = {**PACKAGES, **(SIGNING if signing else {})}
    return sorted({package for tool, package in wanted.items() if shutil.which(tool, path=_path()) is None})


def run(*line: str | Path, env: Mapping[str, str] | None = None, stdin: str | None = None) -> str:
    """Run a tool; returns what it printed. ImageError when it failed."""
    environment = {**os.environ, "PATH": _path(), **(env or {})}
    done = subprocess.run(
        [str(word) for word in line],
        capture_output=True,
        text=True,
        env=environment,
        input=stdin,
        check=False,
    )
    if done.returncode:
        raise ImageError(f"{line[0]} failed ({done.returncode}): {done.stderr[-ERRORS_SHOWN:].strip()}")
    return done.stdout


def _path() -> str:
    return f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
