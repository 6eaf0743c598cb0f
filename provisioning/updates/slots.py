"""The two slots of an appliance, and how a version comes into the one that does not run.

The boot loader (systemd-boot) keeps the state, in the names of what it starts: `carepost_1.2.0.efi` was
found good, `carepost_1.3.0+3.efi` may be tried three times, `carepost_1.3.0+0-3.efi` was tried and never
found good. It starts the newest that is not used up, counts before it starts, and so comes back to the old
version by itself.

    what else could start is removed → the other slot is written, synced, read back → the new name appears

The last step alone makes the new version one that starts. Before it the old one is the only one.
"""

import hashlib
import lzma
import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Annotated, Final, Literal, NamedTuple

import msgspec

from provisioning.updates import offers
from provisioning.updates.errors import UpdateError

Slot = Literal["a", "b"]
Progress = Callable[[int, int], None]

TRIES: Final = 3  # starts of a new version before the old one comes back
PIECE: Final = 1 << 20
DRAFT: Final = ".new"  # no name the boot loader looks at
_ENTRY: Final = re.compile(r"carepost_([0-9]+(?:\.[0-9]+){0,3})(?:\+([0-9]+)(?:-([0-9]+))?)?\.efi")
_IMAGE_VERSION: Final = re.compile(r'^IMAGE_VERSION="?([0-9.]+)"?$', re.MULTILINE)
_Digest = Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")]
_Size = Annotated[int, msgspec.Meta(ge=1, le=1 << 40)]


class Image(msgspec.Struct, frozen=True):
    """What a version is made of (`image.json`). Sizes in bytes; dm-verity's tree begins at `data_bytes`."""

    version: str
    root_hash: _Digest
    data_bytes: _Size
    root_sha256: _Digest
    root_bytes: _Size
    efi_sha256: _Digest
    efi_bytes: _Size


class Layout(NamedTuple):
    """Where things lie on a machine. `loaders`: the folder of what the boot loader may start."""

    loaders: Path = Path("/efi/EFI/Linux")
    a: Path = Path("/dev/disk/by-partlabel/carepost_a")
    b: Path = Path("/dev/disk/by-partlabel/carepost_b")
    running: Path = Path("/run/carepost-slot")
    os_release: Path = Path("/etc/os-release")


class Entry(NamedTuple):
    """One that the boot loader may start. `left`: tries; None: it was found good."""

    path: Path
    version: str
    left: int | None
    done: int = 0


def image(encoded: bytes) -> Image:
    """Decode an `image.json`; UpdateError when it is none."""
    try:
        told = msgspec.json.decode(encoded, type=Image)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise UpdateError("not-understood", f"image.json: {error}") from error
    offers.version(told.version)
    return told


def entry(path: Path) -> Entry | None:
    """Return what a file in the loaders' folder is; None: none of ours."""
    found = _ENTRY.fullmatch(path.name)
    if found is None:
        return None
    version, left, done = found.groups()
    return Entry(path, version, None if left is None else int(left), int(done or 0))


class Slots:
    """A machine's slots. UpdateError when it has none, or they can't be read."""

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self.running = self._running_slot()
        self.version = self._running_version()

    def _running_slot(self) -> Slot:
        try:
            told = self._layout.running.read_text().strip()
        except OSError as error:
            raise UpdateError("disk", f"this machine has no slots ({error.strerror})") from error
        if told not in ("a", "b"):
            raise UpdateError("disk", f"{self._layout.running} does not name a slot")
        return "a" if told == "a" else "b"

    def _running_version(self) -> str:
        try:
            found = _IMAGE_VERSION.search(self._layout.os_release.read_text())
        except OSError as error:
            raise UpdateError("disk", f"{self._layout.os_release}: {error.strerror}") from error
        if found is None:
            raise UpdateError("disk", f"{self._layout.os_release} names no IMAGE_VERSION")
        offers.version(found[1])
        return found[1]

    def entries(self) -> list[Entry]:
        """Return what the boot loader may start."""
        try:
            found = [entry(path) for path in sorted(self._layout.loaders.iterdir())]
        except OSError as error:
            raise UpdateError("disk", f"{self._layout.loaders}: {error.strerror}") from error
        return [each for each in found if each is not None]

    @property
    def trying(self) -> bool:
        """Does a version run that was not found good yet?"""
        return any(each.version == self.version and each.left is not None for each in self.entries())

    @property
    def waiting(self) -> str:
        """The version that starts next, if it is not the one that runs; empty: it is."""
        new = [each for each in self.entries() if each.left and each.version != self.version]
        newer = [each for each in new if offers.version(each.version) > offers.version(self.version)]
        return newer[-1].version if newer else ""

    @property
    def failed(self) -> frozenset[str]:
        """Versions that had their tries and were never found good."""
        return frozenset(each.version for each in self.entries() if each.left == 0)

    def write(self, told: Image, root: Path, efi: Path, progress: Progress = lambda _done, _of: None) -> None:
        """Put a version into the slot that does not run, to be tried at the next start.

        `root`: `root.img`, plain or packed (`.xz`). UpdateError leaves what runs as it is.
        """
        if self.trying:
            raise UpdateError("not-well", "the version that runs was not found well yet")
        if offers.version(told.version) == offers.version(self.version):
            raise UpdateError("older", f"{told.version} runs already")
        place = self._layout.b if self.running == "a" else self._layout.a
        try:
            self._remove_others()
            with root.open("rb") as file:
                pieces = _unpacked(file)
                _put(place, _measured(pieces, told.root_bytes, "root.img", progress))
            _proven(place, told.root_bytes, told.root_sha256, "root.img")
            self._appear(told, efi)
        except OSError as error:
            raise UpdateError("disk", f"the slot can't be written: {error}") from error

    def withdraw(self) -> None:
        """Have nothing start that was written and not tried yet: it is not offered any more."""
        try:
            for each in self.entries():
                if each.version != self.version and each.left:
                    each.path.unlink()
            _sync_folder(self._layout.loaders)
        except OSError as error:
            raise UpdateError("disk", f"{self._layout.loaders}: {error.strerror}") from error

    def _remove_others(self) -> None:
        """Leave nothing startable but what runs: the root of all else is about to be written over."""
        for each in self.entries():
            if each.version != self.version:
                each.path.unlink()
        (self._layout.loaders / DRAFT).unlink(missing_ok=True)
        _sync_folder(self._layout.loaders)

    def _appear(self, told: Image, efi: Path) -> None:
        draft = self._layout.loaders / DRAFT
        with efi.open("rb") as file:
            _put(draft, _measured(_read(file), told.efi_bytes, "carepost.efi", lambda _done, _of: None))
        _proven(draft, told.efi_bytes, told.efi_sha256, "carepost.efi")
        draft.rename(self._layout.loaders / f"carepost_{told.version}+{TRIES}.efi")
        _sync_folder(self._layout.loaders)


def _read(file: IO[bytes]) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


def _unpacked(file: IO[bytes]) -> Iterator[bytes]:
    """Yield a file's content, unpacked when it is packed; UpdateError when that can't be done."""
    packed = file.read(6) == b"\xfd7zXZ\0"
    file.seek(0)
    if not packed:
        yield from _read(file)
        return
    try:
        with lzma.open(file, "rb") as inner:
            yield from _read(inner)
    except (lzma.LZMAError, EOFError) as error:
        raise UpdateError("altered", f"root.img can't be unpacked: {error}") from error


def _measured(pieces: Iterator[bytes], size: int, name: str, progress: Progress) -> Iterator[bytes]:
    """Pass pieces on; UpdateError as soon as they are more than they should be, or at the end fewer."""
    done = 0
    for piece in pieces:
        done += len(piece)
        if done > size:
            raise UpdateError("altered", f"{name} is larger than the {size} bytes it should have")
        yield piece
        progress(done, size)
    if done != size:
        raise UpdateError("altered", f"{name} has {done} of {size} bytes")


def _put(place: Path, pieces: Iterator[bytes]) -> None:
    """Write pieces from the beginning of a device or a file, and sync it."""
    descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
    with os.fdopen(descriptor, "wb", buffering=0) as file:
        done = 0
        for piece in pieces:
            rest = memoryview(piece)
            while rest:
                rest = rest[file.write(rest) :]
            done += len(piece)
        if place.is_file():  # a device keeps its size
            file.truncate(done)
        os.fsync(file.fileno())


def _proven(place: Path, size: int, digest: str, name: str) -> None:
    """Read back what the disk holds, not what memory has of it; UpdateError when it is something else."""
    total, left = hashlib.sha256(), size
    with place.open("rb", buffering=0) as file:
        os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        while left and (piece := file.read(min(PIECE, left))):
            total.update(piece)
            left -= len(piece)
    if left or total.hexdigest() != digest:
        raise UpdateError("not-written", f"{place} does not give back {name} as it was signed for")


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
