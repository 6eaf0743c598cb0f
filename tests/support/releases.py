"""Releases as those who hold the keys make them, and sources that lie: for tests of updates."""

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from uuid import UUID

import msgspec
from securesystemslib.signer import CryptoSigner
from tuf.api.metadata import Metadata
from tuf.api.serialization.json import JSONSerializer

from provisioning.release.publishing import add_content, add_station
from provisioning.release.repository import (
    BY_PEOPLE,
    CHANNEL,
    ROOT,
    SNAPSHOT,
    TARGETS,
    TIMESTAMP,
    Holders,
    Repository,
)
from provisioning.updates import offers
from provisioning.updates.slots import Image
from provisioning.updates.sources import FolderSource

STATION = UUID("0d4f3f6e-7a51-4b8c-9a55-000000000001")


class Releases:
    """A repository with three holders of root (two sign), two of targets (both sign), channel, online."""

    def __init__(self, folder: Path, now: dt.datetime | None = None) -> None:
        self.folder = folder / "repository"
        self.work = folder
        self.keys = {
            name: CryptoSigner.generate_ed25519()
            for name in ("root-1", "root-2", "root-3", "targets-1", "targets-2", "channel", "online")
        }
        self.at(now)
        self.repository.begin(
            {
                ROOT: self.held("root-1", "root-2", "root-3", threshold=2),
                TARGETS: self.held("targets-1", "targets-2", threshold=2),
                CHANNEL: self.held("channel"),
                SNAPSHOT: self.held("online"),
                TIMESTAMP: self.held("online"),
            }
        )
        self.sign_all()
        self.publish()
        self.root = (self.folder / "metadata" / "1.root.json").read_bytes()

    def at(self, now: dt.datetime | None) -> None:
        """Work at another moment from here on."""
        self.repository = Repository(self.folder, now)

    def held(self, *names: str, threshold: int = 1) -> Holders:
        return Holders(tuple(self.keys[name].public_key for name in names), threshold)

    def sign_all(self) -> None:
        """Have everybody sign what waits for them; of root's three holders the first two."""
        for role in BY_PEOPLE:
            if self.repository.staged(role):
                for name in {ROOT: ("root-1", "root-2"), TARGETS: ("targets-1", "targets-2")}.get(
                    role, (role,)
                ):
                    self.repository.sign(role, self.keys[name])

    def publish(self) -> None:
        self.repository.publish(self.keys["online"])

    def release(
        self, version: str, *, percent: int = 100, minimum: str = "", root: bytes = b"", efi: bytes = b""
    ) -> Image:
        """Release a version of the station's software and offer it."""
        folder = self.work / f"image-{version}"
        described = image(folder, version, root or f"root of {version}\n".encode() * 4000, efi)
        add_station(self.repository, folder)
        self.offer(station=offers.Offer(f"station/{version}/image.json", version, percent, minimum))
        return described

    def content(self, version: str, pack: bytes) -> None:
        """Release a content pack and offer it."""
        file = self.work / f"content-{version}.pack"
        file.write_bytes(pack)
        add_content(self.repository, version, file)
        self.offer(content=offers.Offer(f"content/{version}/content.pack", version))

    def offer(self, **changes: offers.Offer) -> None:
        path = offers.CHANNEL.format("stable")
        before = self.repository.read_target(path)
        told = msgspec.structs.replace(offers.channel(before) if before else offers.Channel(), **changes)
        file = self.work / "stable.json"
        file.write_bytes(msgspec.json.encode(told))
        self.repository.add_target(path, file)
        self.sign_all()
        self.publish()

    def withdraw(self) -> None:
        """Offer nothing any more."""
        file = self.work / "stable.json"
        file.write_bytes(msgspec.json.encode(offers.Channel()))
        self.repository.add_target(offers.CHANNEL.format("stable"), file)
        self.sign_all()
        self.publish()

    def metadata(self, name: str) -> Path:
        return self.folder / "metadata" / name

    def forge(self, name: str, change: Callable[[Any], None], *signers: str) -> bytes:
        """Return a published file of metadata with a change, signed by whose keys an attacker has."""
        metadata = Metadata[Any].from_file(str(self.metadata(name)))
        change(metadata.signed)
        metadata.signatures.clear()
        for signer in signers:
            metadata.sign(self.keys[signer], append=True)
        return metadata.to_bytes(JSONSerializer())


def image(folder: Path, version: str, root: bytes, efi: bytes = b"") -> Image:
    """Write what `image build` would: root.img, carepost.efi (here: what an initrd must know), image.json."""
    folder.mkdir(parents=True, exist_ok=True)
    digest = hashlib.sha256(root).hexdigest()
    efi = efi or json.dumps({"version": version, "root_sha256": digest, "root_bytes": len(root)}).encode()
    (folder / "root.img").write_bytes(root)
    (folder / "carepost.efi").write_bytes(efi)
    told = Image(
        version=version,
        root_hash=digest,
        data_bytes=len(root),
        root_sha256=digest,
        root_bytes=len(root),
        efi_sha256=hashlib.sha256(efi).hexdigest(),
        efi_bytes=len(efi),
    )
    (folder / "image.json").write_bytes(msgspec.json.encode(told))
    return told


class Lying(FolderSource):
    """A repository's folder in an attacker's hands: `instead` of a file these bytes; notes what was asked."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.instead: dict[str, bytes | Callable[[], Iterator[bytes]]] = {}
        self.asked: list[tuple[str, int]] = []

    def read(self, path: str, offset: int = 0) -> Iterator[bytes]:
        self.asked.append((path, offset))
        lie = self.instead.get(path)
        if lie is None:
            return super().read(path, offset)
        return iter([lie[offset:]]) if isinstance(lie, bytes) else lie()
