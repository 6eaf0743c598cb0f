"""Large things at the hub: the manifest filed, chunks found and opened. Read `contract.blob` first.

The chunks stay what they are: envelopes in the database, sealed under the file key in the `blob` row. There
is no second copy in a folder, so that a backup or a restore of the database has all of it, "backed up" means
what it says for chunks as well, and no crash can leave half a file. They are opened when somebody reads.
"""

import hashlib
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final
from uuid import UUID

import msgspec
from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from contract import blob
from contract.blob import BlobError, Manifest
from contract.documents import Attached, Captured
from contract.seal import Sealed
from hub.errors import FilingError
from hub.fhir import attachments, devices
from hub.fhir.store import put
from hub.intake.opening import envelope_of
from hub.models import Blob, StoredEnvelope, Visit
from hub.traces.look import look
from hub.traces.pieces import Clean, Keep, Piece, Put, Zeros, from_json
from hub.visits import asks

if TYPE_CHECKING:
    from hub.intake.filing import Source

LARGEST_NUMBER: Final = 1e9  # of pixels, seconds, Hz, mm
LONGEST_WORD: Final = 100
MEDIA_TYPE: Final = re.compile(r"[a-z0-9]+/[a-z0-9][a-z0-9.+-]{0,80}")


def file(session: Session, visit: Visit, document: Attached, source: "Source") -> list[str]:
    """Write a manifest down; its chunks may be here or still come. Return the resources."""
    try:
        manifest = blob.check(document.blob)
    except BlobError as error:
        raise FilingError(f"an attachment: {error}") from error
    if not MEDIA_TYPE.fullmatch(document.about.media_type):
        raise FilingError("an attachment's media type is none")
    try:
        taken_at = source.put_right(document.about.taken).at
    except ValueError as error:
        raise FilingError("an attachment's time is not RFC 3339 with offset") from error
    row = session.get(Blob, manifest.id)
    if row is None:
        row = _row(visit, document, source)
        session.add(row)
    elif row.visit_id != visit.id or manifest_of(row) != manifest:
        raise FilingError("its attachment's id was used before for another one", "attachment")
    if row.state == "quarantined" and row.envelope_id == source.envelope:
        row.state = "waiting"  # a person wants it tried again
    row.taken_at = taken_at
    if document.about.device is not None:
        put(session, devices.device(document.about.device, source.station))
    if document.about.ask is not None:
        asks.came(session, document.about.ask, visit.id)
    return attachments.write(session, row)


def _row(visit: Visit, document: Attached, source: "Source") -> Blob:
    manifest = document.blob
    device = document.about.device
    return Blob(
        id=manifest.id,
        visit_id=visit.id,
        station_id=source.station,
        envelope_id=source.envelope,
        key=manifest.key,
        size=manifest.size,
        chunks=manifest.chunks,
        sha256=manifest.sha256,
        media_type=document.about.media_type,
        title=document.about.title,
        site=document.about.site,
        device=source.station if device is None else devices.device_id(device, source.station),
        received_at=source.received_at,
        state="waiting",
        about=about_of(document.about),
    )


def about_of(about: Captured) -> dict[str, Any]:
    """Return what was told of a capture beside its own columns; FilingError when a number can't be."""
    told: dict[str, Any] = msgspec.to_builtins(about)
    for name in ("media_type", "title", "taken", "device", "site"):
        del told[name]
    numbers = [value for value in told.values() if isinstance(value, int | float)]
    numbers += about.gains or ()
    if any(not 0 <= value < LARGEST_NUMBER for value in numbers):  # NaN is neither
        raise FilingError("an attachment's number can't be")
    if any(len(text) > LONGEST_WORD for text in (about.kind, about.view, about.grade, *about.reasons)):
        raise FilingError("an attachment's word is too long")
    return told


def manifest_of(row: Blob) -> Manifest:
    """Return what opens a large thing."""
    return Manifest(row.id, row.key, row.size, row.chunks, row.sha256)


def present(session: Session, row: Blob, known: int) -> int:
    """Return how many chunks are here before the first that is missing; `known` of them were before."""
    while known < row.chunks:
        here = exists().where(
            StoredEnvelope.id == blob.chunk_id(row.id, known), StoredEnvelope.station_id == row.station_id
        )
        if not session.scalar(select(here)):
            break
        known += 1
    return known


def sealed(session: Session, row: Blob, index: int) -> Sealed | None:
    """Return a chunk as it came; None when the station has not sent it."""
    signed = session.connection().scalar(
        select(StoredEnvelope.signed).where(
            StoredEnvelope.id == blob.chunk_id(row.id, index), StoredEnvelope.station_id == row.station_id
        )
    )
    return None if signed is None else envelope_of(signed).sealed()


def content(session: Session, row: Blob, index: int) -> bytes:
    """Return a chunk's content; BlobError when it is not here or does not open."""
    chunk = sealed(session, row, index)
    if chunk is None:
        raise BlobError(f"part {index + 1} of {row.chunks} is not here")
    return blob.open_chunk(manifest_of(row), row.station_id, index, chunk)


def prove(session: Session, row: Blob) -> None:
    """Open every chunk in order and compare the hash, a chunk in memory at a time; BlobError."""
    for _ in blob.open_all(manifest_of(row), row.station_id, _all(session, row)):
        pass


class Opened:
    """A large thing that is whole, read here and there; the chunk read last is kept in memory."""

    def __init__(self, session: Session, row: Blob) -> None:
        self._session, self._row = session, row
        self._index, self._content = -1, b""

    @property
    def size(self) -> int:
        """Bytes."""
        return self._row.size

    def read(self, at: int, size: int) -> bytes:
        """Return bytes from an offset on; fewer at the end only."""
        end, parts = min(at + size, self._row.size), []
        while at < end:
            index, low = divmod(at, blob.CHUNK)
            if index != self._index:
                self._index, self._content = index, content(self._session, self._row, index)
            parts.append(self._content[low : low + end - at])
            at += len(parts[-1])
        return b"".join(parts)


def clean(session: Session, row: Blob) -> tuple[Clean, bytes] | None:
    """Return a whole thing without its traces, and its SHA-256 then; None: nothing is looked for in its type.

    UnreadableError when it is not what its type says.
    """
    opened = Opened(session, row)
    found = look(row.media_type, opened)
    if found is None:
        return None
    digest = hashlib.sha256()
    for piece in found.pieces:
        for data in _data(opened, piece):
            digest.update(data)
    return found, digest.digest()


def _data(opened: Opened, piece: Piece) -> Iterator[bytes]:
    match piece:
        case Keep(start, end):
            for at in range(start, end, blob.CHUNK):
                yield opened.read(at, min(blob.CHUNK, end - at))
        case Zeros(size):
            for at in range(0, size, blob.CHUNK):
                yield bytes(min(blob.CHUNK, size - at))
        case Put(data):
            yield data


def whole(session: Session, row: Blob) -> bytes:
    """Return all of what is shown of a small thing; BlobError when a chunk has gone bad since."""
    opened = Opened(session, row)
    return b"".join(data for piece in shown(row) for data in _data(opened, piece))


def shown(row: Blob) -> list[Piece]:
    """Return what is shown and sent on of a thing, as pieces of what came."""
    return [Keep(0, row.size)] if row.pieces is None else from_json(row.pieces)


def _all(session: Session, row: Blob) -> Iterator[Sealed]:
    for index in range(row.chunks):
        chunk = sealed(session, row, index)
        if chunk is None:
            return
        yield chunk


def waiting(session: Session, visits: set[UUID] | None) -> list[Blob]:
    """Return what waits, of some visits or (None) of all."""
    query = select(Blob).where(Blob.state == "waiting")
    if visits is not None:
        query = query.where(Blob.visit_id.in_(visits))
    return list(session.scalars(query.order_by(Blob.received_at, Blob.id)))
