"""A TUF repository as a folder. What people sign waits in `staged/`; what stations may see is published.

    staged/ROLE.json      the next version of a role, with the signatures it has so far
    metadata/             what is published; every version ever is kept, but for the timestamp
    targets/              the files that are signed for

Roles: **root** names all keys; **targets** says which files were released; **channel** (given its right by
targets) chooses among them; **snapshot** and **timestamp** say which versions belong together, and that
this is today's word. Root and targets want several people with keys that are never on a machine with a
network.
"""

import datetime as dt
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple, TypeVar, cast

from securesystemslib.signer import CryptoSigner, Key
from tuf.api.exceptions import RepositoryError, StorageError
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Signed,
    Snapshot,
    TargetFile,
    Targets,
    Timestamp,
)
from tuf.api.serialization.json import JSONSerializer

from provisioning.release.keys import SHOWN, ReleaseError

S = TypeVar("S", bound=Signed)

ROOT, TARGETS, CHANNEL, SNAPSHOT, TIMESTAMP = "root", "targets", "channel", "snapshot", "timestamp"
BY_PEOPLE: Final = (ROOT, TARGETS, CHANNEL)  # in the order they are published
LIFE_DAYS: Final = {ROOT: 730, TARGETS: 365, CHANNEL: 90, SNAPSHOT: 30, TIMESTAMP: 7}
OF_CHANNEL: Final = "channel/*"


class Holders(NamedTuple):
    """Whose keys a role has, and how many of them must sign."""

    keys: tuple[Key, ...]
    threshold: int


class Standing(NamedTuple):
    """Whose signatures a staged role has, and how many more it wants."""

    signed: tuple[str, ...]
    missing: int


class Repository:
    """A folder. ReleaseError when something asked for can't be done; nothing is half done then."""

    def __init__(self, folder: Path, now: dt.datetime | None = None) -> None:
        """`now`: another moment than the present (tests)."""
        self._metadata, self._targets, self._staged = (
            folder / name for name in ("metadata", "targets", "staged")
        )
        self._now = now

    # ---- what there is

    def published(self, role: str) -> Metadata[Any] | None:
        """Return the newest published version of a role; None: there is none."""
        version = self._newest(role)
        return None if version is None else _read(self._metadata / _name(role, version))

    def staged(self, role: str) -> Metadata[Any] | None:
        """Return the next version of a role; None: nothing waits."""
        path = self._staged / f"{role}.json"
        return _read(path) if path.exists() else None

    def standing(self, role: str) -> Standing:
        """Say how far a staged role is signed."""
        waiting = self.staged(role)
        if waiting is None:
            raise ReleaseError(f"nothing of {role} waits to be signed")
        return self._standing(role, waiting)

    def _newest(self, role: str) -> int | None:
        if role == TIMESTAMP:
            path = self._metadata / "timestamp.json"
            return _read(path).signed.version if path.exists() else None
        found = [int(path.name.split(".")[0]) for path in self._metadata.glob(f"[0-9]*.{role}.json")]
        return max(found, default=None)

    def _standing(self, role: str, waiting: Metadata[Any]) -> Standing:
        if role == ROOT:
            before = self.published(ROOT)
            told = waiting.signed.get_root_verification_result(
                before.signed if before else None, waiting.signed_bytes, waiting.signatures
            )
            return Standing(tuple(told.signed), max(told.first.missing, told.second.missing))
        parent = self._root() if role != CHANNEL else (self.staged(TARGETS) or self._need(TARGETS)).signed
        result = parent.get_verification_result(role, waiting.signed_bytes, waiting.signatures)
        return Standing(tuple(result.signed), result.missing)

    def _need(self, role: str) -> Metadata[Any]:
        found = self.published(role)
        if found is None:
            raise ReleaseError(f"there is no {role} yet: begin with new-root, sign and publish")
        return found

    def _root(self) -> Root:
        return cast(Root, (self.staged(ROOT) or self._need(ROOT)).signed)

    # ---- what is staged

    def begin(self, roles: Mapping[str, Holders]) -> None:
        """Stage the first root, and the first (empty) targets with its channel."""
        if self._newest(ROOT) is not None or self.staged(ROOT):
            raise ReleaseError("this repository has a root already; use rotate")
        root = Root(version=1, expires=self._until(ROOT), consistent_snapshot=True)
        for role in (ROOT, TARGETS, SNAPSHOT, TIMESTAMP):
            _give(root, role, roles[role])
        channel = roles[CHANNEL]
        targets = Targets(version=1, expires=self._until(TARGETS))
        targets.delegations = Delegations(
            {}, {CHANNEL: DelegatedRole(CHANNEL, [], channel.threshold, True, [OF_CHANNEL])}
        )
        for key in channel.keys:
            targets.add_key(key, CHANNEL)
        self._stage(ROOT, Metadata(root))
        self._stage(TARGETS, Metadata(targets))
        self._stage(CHANNEL, Metadata(Targets(version=1, expires=self._until(CHANNEL))))

    def rotate(
        self, role: str, *, add: tuple[Key, ...], remove: tuple[str, ...], threshold: int | None
    ) -> None:
        """Stage other keys for a role. A new root wants the old root's holders' signatures as well."""
        parent_role = TARGETS if role == CHANNEL else ROOT
        waiting = self._next(parent_role)
        held = waiting.signed.get_delegated_role(role)
        for key in add:
            waiting.signed.add_key(key, role)
        for shown in remove:
            full = [keyid for keyid in held.keyids if keyid.startswith(shown)]
            if len(full) != 1 or len(shown) < 8:
                raise ReleaseError(f"{role} has no single key {shown} (give at least 8 letters of its id)")
            waiting.signed.revoke_key(full[0], role)
        held.threshold = held.threshold if threshold is None else threshold
        if not 1 <= held.threshold <= len(held.keyids):
            raise ReleaseError(f"{role} would want {held.threshold} of {len(held.keyids)} keys")
        self._stage(parent_role, waiting)

    def add_target(self, path: str, file: Path) -> None:
        """Take a file in and stage its description. A path once released is never another file."""
        waiting = self._next(CHANNEL if path.startswith("channel/") else TARGETS)
        target = TargetFile.from_file(path, str(file))
        before = waiting.signed.targets.get(path)
        if before is not None and before.hashes != target.hashes and not path.startswith("channel/"):
            raise ReleaseError(f"{path} was released with other content: give it a new version")
        waiting.signed.targets[path] = target
        place = self._targets / target.get_prefixed_paths()[0]
        place.parent.mkdir(parents=True, exist_ok=True)
        if not place.exists():
            shutil.copyfile(file, place.with_name(f"{place.name}.new"))
            place.with_name(f"{place.name}.new").rename(place)
        self._stage(CHANNEL if path.startswith("channel/") else TARGETS, waiting)

    def has(self, path: str) -> bool:
        """Is a file released, or about to be?"""
        targets = self.staged(TARGETS) or self._need(TARGETS)
        return path in targets.signed.targets

    def read_target(self, path: str) -> bytes | None:
        """Return the newest content of a file of the channel's, staged or published; None: there is none."""
        channel = self.staged(CHANNEL) or self._need(CHANNEL)
        target = channel.signed.targets.get(path)
        return None if target is None else (self._targets / target.get_prefixed_paths()[0]).read_bytes()

    def renew(self, role: str) -> None:
        """Stage a role as it is, with a new end."""
        self._stage(role, self._next(role))

    def _next(self, role: str) -> Metadata[Any]:
        """Return what is staged of a role, or its next version; without signatures: it is about to change."""
        waiting = self.staged(role)
        if waiting is None:
            waiting = self._need(role)
            waiting.signed.version += 1
        waiting.signed.expires = self._until(role)
        waiting.signatures.clear()
        return waiting

    def _stage(self, role: str, waiting: Metadata[Any]) -> None:
        self._staged.mkdir(parents=True, exist_ok=True)
        _write(self._staged / f"{role}.json", waiting)

    # ---- signing and publishing

    def sign(self, role: str, signer: CryptoSigner) -> Standing:
        """Add a signature to what is staged; ReleaseError when that key has no say in it."""
        waiting = self.staged(role)
        if waiting is None:
            raise ReleaseError(f"nothing of {role} waits to be signed")
        waiting.sign(signer, append=True)
        standing = self._standing(role, waiting)
        if signer.public_key.keyid not in standing.signed:
            raise ReleaseError(f"key {signer.public_key.keyid[:SHOWN]} has no say in {role}")
        self._stage(role, waiting)
        return standing

    def publish(self, online: CryptoSigner) -> list[str]:
        """Publish what is signed by enough, then say what belongs together. Returns what was published.

        ReleaseError when something staged is not signed by enough: nothing is published then.
        """
        for role in (SNAPSHOT, TIMESTAMP):
            held = self._root().get_delegated_role(role)
            if held.threshold != 1 or online.public_key.keyid not in held.keyids:
                raise ReleaseError(f"the key given is not that of {role}")
        waiting = {role: md for role in BY_PEOPLE if (md := self.staged(role)) is not None}
        for role, metadata in waiting.items():
            missing = self._standing(role, metadata).missing
            if missing:
                raise ReleaseError(f"{role} wants {missing} more signature(s); see 'sign'")
        for role, metadata in waiting.items():
            _write(self._metadata / _name(role, metadata.signed.version), metadata)
        self._say_today(online)
        for role in waiting:
            (self._staged / f"{role}.json").unlink()
        return [f"{role} {metadata.signed.version}" for role, metadata in waiting.items()]

    def _say_today(self, online: CryptoSigner) -> None:
        snapshot = self.published(SNAPSHOT) or _before_the_first(Snapshot())
        told = {f"{role}.json": self._meta(role) for role in (TARGETS, CHANNEL)}
        changed = snapshot.signed.meta != told
        ends_soon = snapshot.signed.expires - self._moment() < dt.timedelta(days=2 * LIFE_DAYS[TIMESTAMP])
        if changed or ends_soon or not self._signs(SNAPSHOT, snapshot):
            snapshot.signed.meta = told
            self._signed(SNAPSHOT, snapshot, online)
        timestamp = self.published(TIMESTAMP) or _before_the_first(Timestamp())
        timestamp.signed.snapshot_meta = self._meta(SNAPSHOT)
        self._signed(TIMESTAMP, timestamp, online)

    def _signs(self, role: str, metadata: Metadata[Any]) -> bool:
        result = self._need(ROOT).signed.get_verification_result(
            role, metadata.signed_bytes, metadata.signatures
        )
        return bool(result)

    def _signed(self, role: str, metadata: Metadata[Any], online: CryptoSigner) -> None:
        metadata.signed.version += 1
        metadata.signed.expires = self._until(role)
        metadata.sign(online)
        _write(self._metadata / _name(role, metadata.signed.version), metadata)

    def _meta(self, role: str) -> MetaFile:
        version = self._newest(role)
        if version is None:
            raise ReleaseError(f"{role} was never published")
        data = (self._metadata / _name(role, version)).read_bytes()
        return MetaFile.from_data(version, data, ["sha256"])

    def _moment(self) -> dt.datetime:
        return (self._now or dt.datetime.now(dt.UTC)).replace(microsecond=0)

    def _until(self, role: str) -> dt.datetime:
        return self._moment() + dt.timedelta(days=LIFE_DAYS[role])


def _give(root: Root, role: str, holders: Holders) -> None:
    for key in holders.keys:
        root.add_key(key, role)
    root.roles[role].threshold = holders.threshold
    if not 1 <= holders.threshold <= len(root.roles[role].keyids):
        raise ReleaseError(f"{role} would want {holders.threshold} of {len(root.roles[role].keyids)} keys")


def _before_the_first(signed: S) -> Metadata[Any]:
    """Return metadata that was never published: its next version is the first."""
    signed.version = 0
    return Metadata(signed)


def _name(role: str, version: int) -> str:
    return f"{role}.json" if role == TIMESTAMP else f"{version}.{role}.json"


def _read(path: Path) -> Metadata[Any]:
    try:
        return Metadata.from_file(str(path))
    except (RepositoryError, StorageError) as error:
        raise ReleaseError(f"{path} can't be read: {error}") from error


def _write(path: Path, metadata: Metadata[Any]) -> None:
    """Replace a file as a whole: whoever reads meanwhile sees the one or the other."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.new")
    draft.write_bytes(metadata.to_bytes(JSONSerializer()))
    draft.replace(path)
