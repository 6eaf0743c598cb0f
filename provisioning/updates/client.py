"""The station's side of TUF: what may be believed of a source, and a whole, verified file of it.

python-tuf judges the metadata. This adds what a station needs beside it: a clock that can't be right stops
everything (an expired word would look fresh), and large files come piece by piece, go on where they broke
off, and are kept only when they are what was signed.
"""

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from securesystemslib.exceptions import StorageError
from tuf.api import exceptions as tuf
from tuf.api.metadata import TargetFile
from tuf.ngclient import Updater, UpdaterConfig

from provisioning.updates import offers
from provisioning.updates.errors import UpdateError
from provisioning.updates.sources import Fetcher, Source, StartsOver

SPARE: Final = 64 << 20  # bytes that stay free on the disk, whatever comes
LARGEST: Final = 8 << 30  # bytes of a target
CLOCK_FILE: Final = "seen"  # its content: the latest moment this station knows to have been, RFC 3339
Progress = Callable[[int, int], None]

LIMITS: Final = UpdaterConfig(
    max_root_rotations=64,
    max_delegations=8,
    root_max_length=256 << 10,
    timestamp_max_length=16 << 10,
    snapshot_max_length=256 << 10,
    targets_max_length=1 << 20,
)


def _now() -> datetime:
    return datetime.now(UTC)


class Trust:
    """What one folder of metadata lets us believe. `root`: the signed root the station was built with."""

    def __init__(self, folder: Path, root: bytes, now: Callable[[], datetime] = _now) -> None:
        self._folder, self._root, self._now = folder, root, now
        self._metadata, self.inbox = folder / "metadata", folder / "inbox"

    def look(self, source: Source) -> "Trusted":
        """Return what the source says now, judged. UpdateError: nothing of it is to be believed."""
        with _told():
            for each in (self._metadata, self.inbox):
                each.mkdir(mode=0o700, parents=True, exist_ok=True)
            now = self._checked_clock()
            updater = Updater(
                str(self._metadata),
                Fetcher.SCHEME + "metadata/",
                fetcher=Fetcher(source),
                config=LIMITS,
                bootstrap=self._root,
            )
            updater.refresh()
            keep(self._folder / CLOCK_FILE, now.isoformat().encode())
            self._sync()
        return Trusted(updater, source, self.inbox)

    def _checked_clock(self) -> datetime:
        """Return now; refuse a clock that stands before a moment that has been: by it, nothing ever expires.

        A moment has been once a word was found fresh at it. What a clock says alone is none: one that stood
        in 2038 once would have updates refused until then.
        """
        seen, place = self._now(), self._folder / CLOCK_FILE
        before = seen
        with contextlib.suppress(OSError, ValueError):
            before = datetime.fromisoformat(place.read_text())
        if before > seen:
            raise UpdateError("clock", f"this clock says {seen:%F %R}, and {before:%F %R} has been")
        return seen

    def _sync(self) -> None:
        """Have what was learned on the disk: after a power cut nobody can tell us the former again."""
        for path in self._metadata.rglob("*"):
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


class Trusted:
    """One consistent state of a repository."""

    def __init__(self, updater: Updater, source: Source, inbox: Path) -> None:
        self._updater, self._source, self._inbox = updater, source, inbox

    def channel(self, name: str) -> offers.Channel:
        """Return what a channel offers; UpdateError when there is none, or it can't be believed."""
        info = self.target(offers.CHANNEL.format(name))
        if info.length > offers.CHANNEL_MOST:
            raise UpdateError("too-long", f"the channel's file has {info.length} bytes")
        return offers.channel(self.fetch(info.path).read_bytes())

    def target(self, path: str) -> TargetFile:
        """Return what was signed for a path; UpdateError when nothing was."""
        with _told():
            info = self._updater.get_targetinfo(path)
        if info is None:
            raise UpdateError("not-signed", f"nobody who may has signed for {path}")
        if info.length > LARGEST or "sha256" not in info.hashes:
            raise UpdateError("not-understood", f"{path} is too large, or signed for in another way")
        return info

    def fetch(self, path: str, progress: Progress = lambda _came, _of: None) -> Path:
        """Return a file of the source's, whole and as it was signed for; UpdateError when that can't be had.

        What came before a way broke off is kept, and asked for no more the next time.
        """
        info = self.target(path)
        digest = info.hashes["sha256"]
        whole, part = self._inbox / digest, self._inbox / f"{digest}.part"
        with _told():
            if _is(whole, info):
                return whole
            had = part.stat().st_size if part.exists() else 0
            room = shutil.disk_usage(self._inbox).free
            if info.length - had + SPARE > room:
                raise UpdateError("no-room", f"{path} takes {info.length} bytes, there are {room}")
            try:
                self._append(info, part, had, progress)
            except StartsOver:
                part.unlink(missing_ok=True)
                self._append(info, part, 0, progress)
            except UpdateError:  # more than was signed for: nothing of it is of use
                part.unlink()
                raise
            if not _is(part, info):
                part.unlink()
                raise UpdateError("altered", f"{path} is not what was signed for")
            part.replace(whole)
            _sync_folder(self._inbox)
        return whole

    def _append(self, info: TargetFile, part: Path, had: int, progress: Progress) -> None:
        """Read on from `had`, never beyond what was signed for."""
        if had > info.length:
            raise StartsOver("more is kept than was signed for")
        if had == info.length and had:
            return
        with part.open("ab") as file:
            try:
                for piece in self._pieces(info, had):
                    if had + len(piece) > info.length:
                        raise UpdateError("too-long", f"{info.path} goes on beyond its {info.length} bytes")
                    file.write(piece)
                    had += len(piece)
                    progress(had, info.length)
            finally:
                file.flush()
                os.fsync(file.fileno())
        if had < info.length:
            raise tuf.DownloadError(f"{info.path}: {had} of {info.length} bytes came")

    def _pieces(self, info: TargetFile, offset: int) -> Iterator[bytes]:
        return self._source.read(f"targets/{info.get_prefixed_paths()[0]}", offset)


def tidy(inbox: Path, keep_names: set[str]) -> None:
    """Delete what is in the inbox, but for these."""
    for path in inbox.glob("*"):
        if path.name not in keep_names and path.is_file():
            path.unlink()


def keep(path: Path, content: bytes) -> None:
    """Replace a file, whole or not at all, whatever happens to the power; OSError when that fails."""
    draft = path.with_name(path.name + ".new")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
    _sync_folder(path.parent)


def _is(path: Path, info: TargetFile) -> bool:
    if not path.exists():
        return False
    try:
        with path.open("rb") as file:
            info.verify_length_and_hashes(file)
    except tuf.LengthOrHashMismatchError:
        return False
    return True


def _sync_folder(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


_WHY: Final[tuple[tuple[type[Exception], str], ...]] = (  # the first that fits
    (tuf.UnsignedMetadataError, "not-signed"),
    (tuf.ExpiredMetadataError, "expired"),
    (tuf.BadVersionNumberError, "older"),
    (tuf.LengthOrHashMismatchError, "altered"),
    (tuf.RepositoryError, "not-understood"),
    (tuf.DownloadLengthMismatchError, "too-long"),
    (tuf.SlowRetrievalError, "slow"),
    (tuf.DownloadHTTPError, "turned-away"),
    (tuf.DownloadError, "no-answer"),
    (StorageError, "disk"),
    (OSError, "disk"),
)


@contextlib.contextmanager
def _told() -> Iterator[None]:
    """Turn what tuf and the disk say into an UpdateError."""
    try:
        yield
    except UpdateError:
        raise
    except tuple(kind for kind, _ in _WHY) as error:
        why = next(word for kind, word in _WHY if isinstance(error, kind))
        raise UpdateError(why, str(error) or type(error).__name__) from error
