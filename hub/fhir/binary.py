"""Binary: an attachment's bytes, opened chunk by chunk while they are sent; with single ranges (RFC 9110).

They are what came without its traces (hub.traces). What could not be freed of them is a download of no type.
What a station sent may be hostile to a browser. It is never shown as a page: always as a download, with a
type that runs nothing, in a sandbox of its own. Pictures and players in the console take it all the same.
"""

import base64
import re
from collections.abc import AsyncIterator
from functools import partial
from typing import Final, NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from contract.blob import CHUNK
from hub.db import Database
from hub.errors import ProblemError, not_found
from hub.intake import blobs
from hub.models import Blob
from hub.traces import pieces
from hub.traces.pieces import Keep, Put, Zeros
from hub.web.caller import Caller

FHIR_JSON: Final = "application/fhir+json"
OPAQUE: Final = "application/octet-stream"
# types that hold no script in any browser, with what a saved file is called by
INERT: Final = {
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/webp": ".webp",
    "image/gif": ".gif",
    "image/tiff": ".tif",
    "audio/wav": ".wav",
    "audio/ogg": ".ogg",
    "audio/opus": ".opus",
    "audio/flac": ".flac",
    "audio/mpeg": ".mp3",
    "audio/mp4": ".m4a",
    "audio/webm": ".weba",
    "video/mp4": ".mp4",
    "video/webm": ".webm",
    "application/dicom": ".dcm",
}
_RANGE: Final = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


class Part(NamedTuple):
    """Bytes from `first` up to, not including, `end`."""

    first: int
    end: int


def wanted(header: str, size: int) -> Part | None:
    """Return what a Range header asks for; None: the whole. ProblemError 416 when there is no such part.

    Several ranges, other units and what is no range are answered with the whole, as RFC 9110 allows.
    """
    match = _RANGE.fullmatch(header.replace(" ", ""))
    if match is None or match[1] == match[2] == "":
        return None
    if match[1] == "":
        part = Part(max(0, size - int(match[2])), size)
    else:
        first = int(match[1])
        last = int(match[2]) if match[2] else size - 1
        if match[2] and last < first:
            return None
        part = Part(first, min(last + 1, size))
    if part.first >= part.end:
        raise ProblemError(416, "no-such-range", f"There are {size} bytes.")
    return part


class BinaryApi:
    """The route of attachments' bytes."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def read(self, request: Request, _: Caller) -> Response:
        """An attachment that is whole: its bytes, a range of them, or the FHIR resource as JSON."""
        return self.answer(request, await self._db.read(partial(ready, text=request.path_params["id"])))

    def answer(self, request: Request, row: Blob) -> Response:
        """Answer with an attachment that the caller may see."""
        if FHIR_JSON in request.headers.get("accept", ""):
            return self._send(request, self._as_json(row), _size_as_json(row), {"content-type": FHIR_JSON})
        headers = _headers(row)
        try:
            part = self._part(request, row, headers["etag"])
        except ProblemError:
            return Response(status_code=416, headers={"content-range": f"bytes */{row.shown_size}"})
        if part is None:
            return self._send(request, content(self._db, row), row.shown_size, headers)
        headers["content-range"] = f"bytes {part.first}-{part.end - 1}/{row.shown_size}"
        return self._send(request, content(self._db, row, part), part.end - part.first, headers, 206)

    @staticmethod
    def _part(request: Request, row: Blob, etag: str) -> Part | None:
        if request.headers.get("if-range", etag) != etag:
            return None
        return wanted(request.headers.get("range", ""), row.shown_size)

    @staticmethod
    def _send(
        request: Request, body: AsyncIterator[bytes], size: int, headers: dict[str, str], status: int = 200
    ) -> Response:
        headers = headers | {"content-length": str(size)}
        if request.method == "HEAD":
            return Response(status_code=status, headers=headers)
        return StreamingResponse(body, status, headers)

    async def _as_json(self, row: Blob) -> AsyncIterator[bytes]:
        head, tail = _json_around(row)
        yield head
        left = b""
        async for data in content(self._db, row):
            left += data
            even = len(left) - len(left) % 3  # no padding but at the end
            yield base64.b64encode(left[:even])
            left = left[even:]
        yield base64.b64encode(left)
        yield tail


async def content(db: Database, row: Blob, wished: Part | None = None) -> AsyncIterator[bytes]:
    """Yield (a part of) what is shown of an attachment, a chunk in memory at a time.

    BlobError when a chunk has gone bad since it was proven.
    """
    first, end = wished or Part(0, row.shown_size)
    for piece in pieces.part(blobs.shown(row), first, end):
        match piece:
            case Keep(start, stop):
                for index in range(start // CHUNK, -(-stop // CHUNK)):
                    data = await db.read(partial(blobs.content, row=row, index=index))
                    at = index * CHUNK
                    yield data[max(0, start - at) : stop - at]
            case Zeros(size):
                for at in range(0, size, CHUNK):
                    yield bytes(min(CHUNK, size - at))
            case Put(data):
                yield data


def ready(session: Session, text: str) -> Blob:
    """Return an attachment that is whole; ProblemError 404."""
    try:
        row = session.get(Blob, UUID(text))
    except ValueError:
        row = None
    if row is None or row.state != "ready":
        raise not_found("Binary (or not all of it has come yet)")
    return row


def _served_as(row: Blob) -> str:
    return row.media_type if row.media_type in INERT and row.traces != "unreadable" else OPAQUE


def _headers(row: Blob) -> dict[str, str]:
    name = f"{row.id}{INERT.get(row.media_type, '.bin')}"
    return {
        "content-type": _served_as(row),
        "content-disposition": f'attachment; filename="{name}"',
        "content-security-policy": "sandbox; default-src 'none'",
        "accept-ranges": "bytes",
        "etag": f'"{row.shown_sha256.hex()}"',
    }


def _json_around(row: Blob) -> tuple[bytes, bytes]:
    start = f'{{"resourceType":"Binary","id":"{row.id}","contentType":"{row.media_type}"'
    return (start.encode(), b"}") if row.shown_size == 0 else (f'{start},"data":"'.encode(), b'"}')


def _size_as_json(row: Blob) -> int:
    head, tail = _json_around(row)
    return len(head) + len(tail) + 4 * -(-row.shown_size // 3)
