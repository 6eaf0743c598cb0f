"""A machine's firmware, boot loader and initrd over a folder: what starts, and what does not.

The boot loader is systemd-boot as its documentation tells it (Automatic Boot Assessment): of what it finds
it starts the newest that is not used up, and counts before it starts. The initrd takes the slot that holds
the root which its kernel was made for, whole (dm-verity); if none does, the machine panics and starts
again.
"""

import hashlib
import json
import re
from pathlib import Path

from provisioning.updates.slots import Layout

ENTRY = re.compile(r"carepost_([0-9.]+?)(?:\+([0-9]+)(?:-([0-9]+))?)?\.efi")
PATIENCE = 12  # starts until a person would be called


class Machine:
    """`folder` stands for `/`."""

    def __init__(self, folder: Path) -> None:
        self.layout = Layout(*(folder / place.relative_to("/") for place in Layout()))
        for place in self.layout:
            place.parent.mkdir(parents=True, exist_ok=True)
        self.layout.loaders.mkdir(exist_ok=True)

    def deliver(self, image: Path, slot: str = "a") -> str:
        """Put a first version in, as a new machine has it: found good."""
        told = json.loads((image / "image.json").read_text())
        place = self.layout.a if slot == "a" else self.layout.b
        place.write_bytes((image / "root.img").read_bytes())
        (self.layout.loaders / f"carepost_{told['version']}.efi").write_bytes(
            (image / "carepost.efi").read_bytes()
        )
        return self.start()

    def choose(self) -> Path | None:
        """Return what the boot loader starts; None: nothing can be started."""
        found = []
        for path in self.layout.loaders.iterdir():
            match = ENTRY.fullmatch(path.name)
            if match:
                version, left, _ = match.groups()
                used_up = left is not None and int(left) == 0
                found.append((not used_up, tuple(map(int, version.split("."))), path))
        return max(found)[2] if found else None

    def boot(self) -> str | None:
        """Start once; the version that runs, None when it did not come up."""
        path = self.choose()
        if path is None:
            return None
        match = ENTRY.fullmatch(path.name)
        assert match is not None
        version, left, done = match.groups()
        if left is not None and int(left):
            path = path.rename(path.with_name(f"carepost_{version}+{int(left) - 1}-{int(done or 0) + 1}.efi"))
        try:
            kernel = json.loads(path.read_bytes())
        except ValueError:
            return None  # torn: the firmware refuses it
        for slot in ("a", "b"):
            place = self.layout.a if slot == "a" else self.layout.b
            root = place.read_bytes()[: kernel["root_bytes"]] if place.exists() else b""
            if hashlib.sha256(root).hexdigest() == kernel["root_sha256"]:
                self.layout.running.write_text(f"{slot}\n")
                self.layout.os_release.write_text(f'IMAGE_ID=carepost\nIMAGE_VERSION="{kernel["version"]}"\n')
                return str(kernel["version"])
        return None

    def start(self) -> str:
        """Start until something runs, as a machine that panics and reboots does."""
        for _ in range(PATIENCE):
            version = self.boot()
            if version is not None:
                return version
        raise AssertionError("the machine does not start any more")

    def bless(self) -> None:
        """What systemd-bless-boot does when the health check was passed."""
        version = re.search(r'IMAGE_VERSION="?([0-9.]+)', self.layout.os_release.read_text())
        assert version is not None
        for path in self.layout.loaders.glob(f"carepost_{version[1]}+*.efi"):
            path.rename(path.with_name(f"carepost_{version[1]}.efi"))

    def names(self) -> list[str]:
        return sorted(path.name for path in self.layout.loaders.iterdir())
