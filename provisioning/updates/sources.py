"""Where updates come from: the hub (or another host) by HTTP, or a folder such as a USB stick's.

Both hold the same files, `metadata/…` and `targets/…`, and neither is trusted: TUF judges what comes.
"""

import contextlib
import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, Protocol

import httpx
from tuf.api.exceptions import DownloadError, DownloadHTTPError, SlowRetrievalError
from tuf.ngclient import FetcherInterface

PIECE: Final = 64 << 10  # bytes
ANSWER_S: Final = 20.0  # without a byte for so long, nobody is there any more
PATIENCE_S: Final = 60.0  # in which at least …
LEAST_BYTES: Final = 60 << 10  # … this much must come
_PATH: Final = re.compile(r"(metadata|targets)(/[A-Za-z0-9%_-][A-Za-z0-9%._+-]{0,199}){1,4}")


class Source(Protocol):
    """`read` gives a file's bytes from an offset on; raises tuf's DownloadError (404: DownloadHTTPError)."""

    def read(self, path: str, offset: int = 0) -> Iterator[bytes]:
        """Yield pieces. One that can't begin at `offset` yields from the beginning after `StartsOver`."""
        ...


class StartsOver(DownloadError):
    """The other side can't give a file's rest: what was kept of it is of no use."""


def in_time(
    pieces: Iterator[bytes], clock: Callable[[], float] = time.monotonic, patience_s: float = PATIENCE_S
) -> Iterator[bytes]:
    """Pass pieces on; SlowRetrievalError when less than `LEAST_BYTES` came in `patience_s`."""
    since, came = clock(), 0
    for piece in pieces:
        yield piece
        came += len(piece)
        if clock() - since >= patience_s:
            if came < LEAST_BYTES:
                raise SlowRetrievalError(f"{came} bytes in {patience_s:.0f} s")
            since, came = clock(), 0


def checked(path: str) -> str:
    """Return a path below a source; DownloadError when it is none that we would ask for."""
    if not _PATH.fullmatch(path):
        raise DownloadError(f"{path[:80]!r} is no path of an update")
    return path


class HttpSource:
    """A web address; the client brings its TLS and its time-outs."""

    def __init__(self, base: str, client: httpx.Client, clock: Callable[[], float] = time.monotonic) -> None:
        self._base, self._client, self._clock = base.rstrip("/"), client, clock

    def read(self, path: str, offset: int = 0) -> Iterator[bytes]:
        """Yield what the server sends, from `offset` on."""
        return in_time(self._stream(checked(path), offset), self._clock)

    def _stream(self, path: str, offset: int) -> Iterator[bytes]:
        headers = {"Accept-Encoding": "identity"} | ({"Range": f"bytes={offset}-"} if offset else {})
        try:
            with self._client.stream("GET", f"{self._base}/{path}", headers=headers) as answer:
                _look(answer, path, offset)
                yield from answer.iter_raw(PIECE)
        except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
            raise DownloadError(f"{path}: {type(error).__name__}") from error


def _look(answer: httpx.Response, path: str, offset: int) -> None:
    """Raise unless the answer is the file from `offset` on."""
    if offset and answer.status_code in (httpx.codes.OK, httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE):
        raise StartsOver(f"{path}: no part of it is given")
    if offset and answer.status_code == httpx.codes.PARTIAL_CONTENT:
        if not answer.headers.get("Content-Range", "").startswith(f"bytes {offset}-"):
            raise StartsOver(f"{path}: another part of it was given")
    elif answer.status_code != httpx.codes.OK:
        raise DownloadHTTPError(f"{path}: status {answer.status_code}", answer.status_code)
    if answer.headers.get("Content-Encoding", "identity") != "identity":
        raise DownloadError(f"{path}: it comes packed")


class FolderSource:
    """A folder, for instance on a USB stick. Links and what is no plain file are not followed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, path: str, offset: int = 0) -> Iterator[bytes]:
        """Yield the file's pieces from `offset` on."""
        place = self._folder / checked(path)
        try:
            if any(part.is_symlink() for part in (place, *place.parents[: path.count("/")])):
                raise DownloadError(f"{path}: it is a link")
            if not place.is_file():
                raise DownloadHTTPError(f"{path}: not there", httpx.codes.NOT_FOUND)
            with place.open("rb") as file:
                if offset > place.stat().st_size:
                    raise StartsOver(f"{path}: shorter than what is kept of it")
                file.seek(offset)
                while piece := file.read(PIECE):
                    yield piece
        except OSError as error:
            raise DownloadError(f"{path}: {error.strerror}") from error


class Fetcher(FetcherInterface):
    """A source as tuf asks for metadata: by the address `source:metadata/…`."""

    SCHEME: Final = "source:"

    def __init__(self, source: Source) -> None:
        self._source = source

    def _fetch(self, url: str) -> Iterator[bytes]:
        pieces = self._source.read(url.removeprefix(self.SCHEME))
        with contextlib.suppress(StopIteration):
            first = next(pieces)  # what is not there must be known now, not when the first piece is taken
            return _with_first(first, pieces)
        return iter(())


def _with_first(first: bytes, rest: Iterator[bytes]) -> Iterator[bytes]:
    yield first
    yield from rest
