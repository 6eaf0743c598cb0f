"""A large thing (photo, sound, DICOM) by the chunk: sealed and opened one by one, never whole in memory.

A thing of `n` chunks is `n` envelopes of schema "carepost/chunk/1", so that the queue's own durability,
receipts, quotas and resuming hold for it, and one `Manifest` inside a document that is sealed to the hub:
whoever can't open the manifest has no file key. The manifest is put last: it says that every chunk is safe.

The construction is STREAM (Hoang, Reyhanitabar, Rogaway, Vizár: Online Authenticated-Encryption and its
Nonce-Reuse Misuse-Resistance, CRYPTO 2015) as age uses it: ChaCha20-Poly1305 under a random key made for
one thing alone, whose nonce is the chunk's index (11 bytes, big-endian) and a final flag (1 byte). What
goes wrong elsewhere, and what is done about it here:

- A flag that is only in the associated data lets a chunk sealed twice, once as the last one, reuse a nonce:
  the flag is in the nonce.
- A stream cut at a chunk's end opens without an error: the last chunk opens as the last one only, and the
  manifest counts.
- A source that changed between two attempts reuses every nonce: a `Sealer` makes its own key and runs once;
  what was interrupted begins anew with another key and id.
- The AEAD doesn't commit to its key: the manifest's SHA-256 pins the content. Only a whole that was checked
  against it counts as arrived.
- Chunks of another thing, station or version: in the associated data.
- An empty last chunk behind full ones makes two forms of one content: only an empty thing has an empty chunk.

Chunks are padded as envelopes are (`contract.seal.pad`). CHUNK fills its bucket, fits a packet between
session and core (`contract.link`), keeps the line from an alert for half a minute at most where a link
carries 2 kB/s, and is a multiple of 3, so that base64 of chunks is base64 of the whole.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, Final
from uuid import UUID, uuid4, uuid5

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from contract.seal import Sealed, SealError, key_id, pad, unpad

SCHEMA: Final = "carepost/chunk/1"
FILE_SCHEMA: Final = "carepost/file/1"  # a Manifest sealed by itself: `python -m offline_queue put-file`
CHUNK: Final = (64 << 10) - 4  # bytes of content in every chunk but the last
KEY_BYTES: Final = 32
LARGEST: Final = 4 << 30  # bytes of one thing: a DICOM series of a station stays far below


class BlobError(Exception):
    """A large thing that is not what its manifest says, in words without its content. The sender's fault."""


class Manifest(msgspec.Struct, frozen=True):
    """What opens a large thing. `key` stands inside of seals only; `size` in bytes."""

    id: UUID
    key: bytes
    size: int
    chunks: int
    sha256: bytes

    def __repr__(self) -> str:
        """Say nothing of the key: messages are printed when something goes wrong."""
        return f"Manifest(id={self.id}, size={self.size}, chunks={self.chunks})"


@dataclass(frozen=True)
class Chunk:
    """One chunk, ready for the queue under its id."""

    index: int
    id: UUID
    sealed: Sealed
    size: int  # bytes of content in it


def chunk_id(blob: UUID, index: int) -> UUID:
    """Return a chunk's envelope id, the same each time (ADR 2): a repeated put is a no-op."""
    return uuid5(blob, f"chunk {index}")


def file_key_id(key: bytes) -> bytes:
    """Return the key id in a chunk's `Sealed`: it names the file key (no hub's), and tells nothing of it."""
    return key_id(SCHEMA.encode() + key)


def chunks_of(size: int) -> int:
    """Return how many chunks hold `size` bytes; an empty thing is one empty chunk."""
    return max(1, -(-size // CHUNK))


def check(manifest: Manifest) -> Manifest:
    """Return a manifest that can be true; BlobError when its numbers can't be."""
    if not 0 <= manifest.size <= LARGEST:
        raise BlobError(f"its size can't be: {manifest.size} bytes (at most {LARGEST})")
    if manifest.chunks != chunks_of(manifest.size):
        raise BlobError(f"{manifest.size} bytes are not {manifest.chunks} chunks")
    if len(manifest.key) != KEY_BYTES or len(manifest.sha256) != hashlib.sha256().digest_size:
        raise BlobError("its key or its hash has another length")
    return manifest


class Sealer:
    """Seals a source chunk by chunk, once; `manifest` afterwards. Holds two chunks at a time.

    Errors of reading the source pass through; what was sealed until then is of no use without a manifest.
    """

    def __init__(self, source: BinaryIO, *, station: UUID, largest: int = LARGEST) -> None:
        self.id = uuid4()
        self._source = source
        self._station = station
        self._largest = largest
        self._key = os.urandom(KEY_BYTES)
        self._hash = hashlib.sha256()
        self._size = 0
        self._count = 0
        self._state = "new"

    def __iter__(self) -> Iterator[Chunk]:
        """Yield the chunks in order. RuntimeError the second time, BlobError beyond `largest` bytes."""
        if self._state != "new":
            raise RuntimeError("a sealer runs once: a second run would use its nonces again")
        self._state = "running"
        content = _read(self._source)
        while True:
            after = _read(self._source) if len(content) == CHUNK else b""
            yield self._seal(content, final=not after)
            if not after:
                break
            content = after
        self._state = "done"

    def manifest(self) -> Manifest:
        """Return what opens the chunks; RuntimeError before the last one was sealed."""
        if self._state != "done":
            raise RuntimeError("the chunks are not all sealed")
        return Manifest(self.id, self._key, self._size, self._count, self._hash.digest())

    def _seal(self, content: bytes, *, final: bool) -> Chunk:
        index = self._count
        self._count += 1
        self._size += len(content)
        if self._size > self._largest:
            raise BlobError(f"it is larger than {self._largest} bytes")
        self._hash.update(content)
        sealed = ChaCha20Poly1305(self._key).encrypt(
            _nonce(index, final), pad(content), _associated(self._station, self.id)
        )
        return Chunk(
            index, chunk_id(self.id, index), Sealed(file_key_id(self._key), SCHEMA, sealed), len(content)
        )


def open_chunk(manifest: Manifest, station: UUID, index: int, sealed: Sealed) -> bytes:
    """Return one chunk's content, wherever it is in the thing; BlobError when it is not that chunk.

    Alone it proves its place, not the whole: only `open_all` checks that against the hash.
    """
    part = f"part {index + 1} of {manifest.chunks}"
    if not 0 <= index < manifest.chunks:
        raise BlobError(f"there is no {part}")
    if sealed.schema != SCHEMA or sealed.key_id != file_key_id(manifest.key):
        raise BlobError(f"{part} is of something else")
    final = index == manifest.chunks - 1
    try:
        content = unpad(
            ChaCha20Poly1305(manifest.key).decrypt(
                _nonce(index, final), sealed.ciphertext, _associated(station, manifest.id)
            )
        )
    except (InvalidTag, SealError, ValueError) as error:
        raise BlobError(f"{part} does not open") from error
    if len(content) != (manifest.size - index * CHUNK if final else CHUNK):
        raise BlobError(f"{part} has another size than the manifest says")
    return content


def open_all(manifest: Manifest, station: UUID, chunks: Iterable[Sealed]) -> Iterator[bytes]:
    """Yield the content in order, a chunk at a time; BlobError when it is not whole.

    What was yielded counts only when the end came without an error.
    """
    check(manifest)
    hashed = hashlib.sha256()
    count = 0
    for sealed in chunks:
        content = open_chunk(manifest, station, count, sealed)
        count += 1
        hashed.update(content)
        yield content
    if count != manifest.chunks:
        raise BlobError(f"{count} of {manifest.chunks} parts are there")
    if hashed.digest() != manifest.sha256:
        raise BlobError("its content is not what was sealed: the hash differs")


def _read(source: BinaryIO) -> bytes:
    """Read a whole chunk; less only at the end of the source, however it portions its bytes."""
    parts, missing = [], CHUNK
    while missing:
        part = source.read(missing)
        if not part:
            break
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def _nonce(index: int, final: bool) -> bytes:
    return index.to_bytes(11, "big") + (b"\x01" if final else b"\x00")


def _associated(station: UUID, blob: UUID) -> bytes:
    """Bind version, station and thing; place and end are in the nonce. All of fixed length."""
    return SCHEMA.encode() + station.bytes + blob.bytes
