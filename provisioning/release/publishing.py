"""What goes into a repository: a station's image, a content pack; and the look of a new station at it all."""

import hashlib
import lzma
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from provisioning.release.keys import ReleaseError
from provisioning.release.repository import Repository
from provisioning.updates import offers, slots
from provisioning.updates.client import Trust
from provisioning.updates.sources import FolderSource

PRESET: Final = 1  # of xz: a root image in minutes; whoever has the time packs it better beforehand


def add_station(repository: Repository, folder: Path) -> str:
    """Stage an image as `python -m provisioning image build` makes it; returns its version. ReleaseError."""
    described = folder / "image.json"
    told = slots.image(described.read_bytes())
    for name, size, digest in (
        ("root.img", told.root_bytes, told.root_sha256),
        ("carepost.efi", told.efi_bytes, told.efi_sha256),
    ):
        with (folder / name).open("rb") as file:
            real = hashlib.file_digest(file, "sha256").hexdigest()
        if real != digest or (folder / name).stat().st_size != size:
            raise ReleaseError(f"{folder / name} is not what image.json says")
    place = f"station/{told.version}"
    with tempfile.TemporaryDirectory() as temporary:
        packed = Path(temporary) / "root.img.xz"
        with (folder / "root.img").open("rb") as file, lzma.open(packed, "wb", preset=PRESET) as out:
            shutil.copyfileobj(file, out, 1 << 20)
        repository.add_target(f"{place}/root.img.xz", packed)
    repository.add_target(f"{place}/carepost.efi", folder / "carepost.efi")
    repository.add_target(f"{place}/image.json", described)
    return told.version


def add_content(repository: Repository, version: str, pack: Path) -> None:
    """Stage a content pack. UpdateError when the version is none."""
    offers.version(version)
    repository.add_target(f"content/{version}/content.pack", pack)


def check(folder: Path, root: bytes, channel: str) -> Iterator[str]:
    """Fetch and prove all that a channel offers, as a new station would; yields a line each. UpdateError."""
    with tempfile.TemporaryDirectory() as temporary:
        trusted = Trust(Path(temporary), root).look(FolderSource(folder))
        told = trusted.channel(channel)
        if told.station is not None:
            for path in offers.station_files(told.station):
                yield f"{path}: {trusted.fetch(path).stat().st_size} bytes, proven"
            yield f"station {told.station.version}: {told.station.percent} of 100"
        if told.content is not None:
            yield f"{told.content.target}: {trusted.fetch(told.content.target).stat().st_size} bytes, proven"
            yield f"content {told.content.version}: {told.content.percent} of 100"
