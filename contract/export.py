"""An export of a queue: what a station that will never be online again carries to the hub on a stick.

A head, then `SignedEnvelope`s; each object is msgpack behind its length (4 bytes, big-endian). Everything
stays sealed and signed: whoever finds the stick reads nothing, and a changed envelope shows.
"""

from collections.abc import Iterator
from typing import BinaryIO, Final

import msgspec

from contract.envelope import SignedEnvelope

EXPORT: Final = "carepost/export/1"
LARGEST_OBJECT: Final = 16 << 20  # bytes; an envelope with its proof is far smaller

_LENGTH: Final = 4


class ExportHead(msgspec.Struct, frozen=True):
    """First object of an export. `station_public`: the raw Ed25519 key that the envelopes are signed with."""

    format: str
    store: bytes
    station_public: bytes


def write_head(file: BinaryIO, store: bytes, station_public: bytes) -> None:
    """Begin an export."""
    _write(file, ExportHead(EXPORT, store, station_public))


def write_envelope(file: BinaryIO, signed: SignedEnvelope) -> None:
    """Add an envelope to an export."""
    _write(file, signed)


def read_export(file: BinaryIO) -> tuple[ExportHead, Iterator[SignedEnvelope]]:
    """Read an export, one envelope at a time; ValueError when it is none or was cut."""
    try:
        head = msgspec.msgpack.decode(_read(file) or b"", type=ExportHead)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"not an export of a queue: {error}") from error
    if head.format != EXPORT:
        raise ValueError(f"an export of another kind: {head.format}")
    return head, _envelopes(file)


def _write(file: BinaryIO, thing: object) -> None:
    encoded = msgspec.msgpack.encode(thing)
    file.write(len(encoded).to_bytes(_LENGTH, "big") + encoded)


def _read(file: BinaryIO) -> bytes | None:
    """Return the next object's bytes, None at the end; ValueError when the file was cut."""
    prefix = file.read(_LENGTH)
    if not prefix:
        return None
    length = int.from_bytes(prefix, "big")
    if len(prefix) < _LENGTH or length > LARGEST_OBJECT:
        raise ValueError("the export is cut or broken")
    encoded = file.read(length)
    if len(encoded) < length:
        raise ValueError("the export is cut or broken")
    return encoded


def _envelopes(file: BinaryIO) -> Iterator[SignedEnvelope]:
    while (encoded := _read(file)) is not None:
        try:
            yield msgspec.msgpack.decode(encoded, type=SignedEnvelope)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ValueError(f"the export is broken: {error}") from error
