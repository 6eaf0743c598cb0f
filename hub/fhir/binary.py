"""Binary: an attachment's bytes, opened chunk by chunk while they are sent; with single ranges (RFC 9110).

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
        row = await self._db.read(partial(_ready, text=request.path_params["id"]))
        if FHIR_JSON in request.headers.get("accept", ""):
            return self._answer(request, self._as_json(row), _size_as_json(row), {"content-type": FHIR_JSON})
        headers = _headers(row)
        try:
            part = self._part(request, row, headers["etag"])
        except ProblemError:
            return Response(status_code=416, headers={"content-range": f"bytes */{row.size}"})
        if part is None:
            return self._answer(request, self._bytes(row, Part(0, row.size)), row.size, headers)
        headers["content-range"] = f"bytes {part.first}-{part.end - 1}/{row.size}"
        return self._answer(request, self._bytes(row, part), part.end - part.first, headers, 206)

    @staticmethod
    def _part(request: Request, row: Blob, etag: str) -> Part | None:
        if request.headers.get("if-range", etag) != etag:
            return None
        return wanted(request.headers.get("range", ""), row.size)

    @staticmethod
    def _answer(
        request: Request, body: AsyncIterator[bytes], size: int, headers: dict[str, str], status: int = 200
    ) -> Response:
        headers = headers | {"content-length": str(size)}
        if request.method == "HEAD":
            return Response(status_code=status, headers=headers)
        return StreamingResponse(body, status, headers)

    async def _bytes(self, row: Blob, part: Part) -> AsyncIterator[bytes]:
        """Yield a part of the content; a chunk that has gone bad since breaks the answer off, short."""
        for index in range(part.first // CHUNK, -(-part.end // CHUNK)):
            content = await self._db.read(partial(blobs.content, row=row, index=index))
            start = index * CHUNK
            yield content[max(0, part.first - start) : part.end - start]

    async def _as_json(self, row: Blob) -> AsyncIterator[bytes]:
        head, tail = _json_around(row)
        yield head
        async for content in self._bytes(row, Part(0, row.size)):
            yield base64.b64encode(content)  # CHUNK is a multiple of 3: no padding but at the end
        yield tail


def _ready(session: Session, text: str) -> Blob:
    try:
        row = session.get(Blob, UUID(text))
    except ValueError:
        row = None
    if row is None or row.state != "ready":
        raise not_found("Binary (or not all of it has come yet)")
    return row


def _served_as(row: Blob) -> str:
    return row.media_type if row.media_type in INERT else OPAQUE


def _headers(row: Blob) -> dict[str, str]:
    name = f"{row.id}{INERT.get(row.media_type, '.bin')}"
    return {
        "content-type": _served_as(row),
        "content-disposition": f'attachment; filename="{name}"',
        "content-security-policy": "sandbox; default-src 'none'",
        "accept-ranges": "bytes",
        "etag": f'"{row.sha256.hex()}"',
    }


def _json_around(row: Blob) -> tuple[bytes, bytes]:
    start = f'{{"resourceType":"Binary","id":"{row.id}","contentType":"{row.media_type}"'
    return (start.encode(), b"}") if row.size == 0 else (f'{start},"data":"'.encode(), b'"}')


def _size_as_json(row: Blob) -> int:
    head, tail = _json_around(row)
    return len(head) + len(tail) + 4 * -(-row.size // 3)
