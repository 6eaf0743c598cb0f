"""Queue envelopes (v1), batch signatures and receipts, as bytes that never change once written.

An envelope's hash is the SHA-256 of its canonical msgpack. Within one (store, lane) each envelope
names the hash of the one before it, so that a missing, repeated or reordered one shows. A commit
batch is signed once: Ed25519 over the root of a Merkle tree of its hashes; each envelope carries its
path to that root, so that it can be checked alone.
"""

import hashlib
from enum import StrEnum
from typing import Final
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract.seal import Sealed, SealError, Signed, sign, signature, verify

VERSION: Final = 1
FIRST: Final = bytes(32)  # `prev` of the first envelope of a store and lane
COARSE_S: Final = 3600  # times outside the seal are rounded down to this
BATCH: Final = "carepost/batch/1"
RECEIPT: Final = "carepost/receipt/1"


class Lane(StrEnum):
    """Queue lanes, most urgent first."""

    ALERT = "alert"
    READING = "reading"
    DOCUMENT = "document"
    MEDIA = "media"
    LOG = "log"


class Envelope(msgspec.Struct, frozen=True, array_like=True):
    """One queued thing. `stream` is 16 bytes (a visit's id); order holds within (stream, lane)."""

    version: int
    id: UUID
    station: UUID
    store: UUID
    lane: Lane
    stream: bytes
    seq: int  # 1, 2, 3 … within (store, lane)
    prev: bytes
    key_id: bytes
    schema: str
    wall: int  # Unix seconds, UTC, coarse
    monotonic: int  # seconds since boot, sleep included (CLOCK_BOOTTIME), coarse
    boot_id: UUID
    bucket: int  # size class of the sealed payload, bytes
    payload: bytes  # Sealed.ciphertext

    def sealed(self) -> Sealed:
        """Return the payload as what `contract.seal.unseal` takes."""
        return Sealed(self.key_id, self.schema, self.payload)


class SignedEnvelope(msgspec.Struct, frozen=True, array_like=True):
    """An envelope's bytes with what is needed to check them alone."""

    envelope: bytes
    index: int
    path: tuple[bytes, ...]
    signature: bytes


class Fate(StrEnum):
    """What the hub did with an envelope."""

    STORED = "stored"
    BACKED_UP = "backed_up"
    QUARANTINED = "quarantined"  # kept, but it cannot be filed until a person looks


class ReceiptItem(msgspec.Struct, frozen=True, array_like=True):
    """One envelope of a receipt: id, hash, fate."""

    id: UUID
    hash: bytes
    fate: Fate


class Receipt(msgspec.Struct, frozen=True):
    """What the hub signs, once a batch. A new epoch means: the hub was restored, offer again."""

    version: int
    epoch: UUID
    time: int  # Unix seconds, UTC
    items: tuple[ReceiptItem, ...]


def encode(envelope: Envelope) -> bytes:
    """Return the canonical bytes."""
    return msgspec.msgpack.encode(envelope)


def digest(encoded: bytes) -> bytes:
    """Return an encoded envelope's hash."""
    return hashlib.sha256(encoded).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def merkle(hashes: list[bytes]) -> tuple[bytes, list[tuple[bytes, ...]]]:
    """Return the root over the hashes and each one's path to it; an odd last node moves up as it is."""
    level = [hashlib.sha256(b"\x00" + h).digest() for h in hashes]
    if not level:
        raise ValueError("a batch holds at least one envelope")
    paths: list[list[bytes]] = [[] for _ in hashes]
    groups = [[i] for i in range(len(hashes))]
    while len(level) > 1:
        next_level, next_groups = [], []
        for i in range(0, len(level) - 1, 2):
            for leaf in groups[i]:
                paths[leaf].append(b"\x01" + level[i + 1])
            for leaf in groups[i + 1]:
                paths[leaf].append(b"\x00" + level[i])
            next_level.append(_node(level[i], level[i + 1]))
            next_groups.append(groups[i] + groups[i + 1])
        if len(level) % 2:
            next_level.append(level[-1])
            next_groups.append(groups[-1])
        level, groups = next_level, next_groups
    return level[0], [tuple(p) for p in paths]


def _root(leaf: bytes, path: tuple[bytes, ...]) -> bytes:
    node = hashlib.sha256(b"\x00" + leaf).digest()
    for step in path:
        node = _node(node, step[1:]) if step[:1] == b"\x01" else _node(step[1:], node)
    return node


def sign_batch(encoded: list[bytes], private: Ed25519PrivateKey) -> list[SignedEnvelope]:
    """Sign a commit batch once; ValueError when it is empty."""
    root, paths = merkle([digest(e) for e in encoded])
    signed = signature(root, context=BATCH, private=private)
    return [
        SignedEnvelope(e, i, path, signed) for i, (e, path) in enumerate(zip(encoded, paths, strict=True))
    ]


def open_envelope(signed: SignedEnvelope, station_public: bytes) -> Envelope:
    """Check one envelope alone and decode it; SealError when it is not that station's."""
    root = _root(digest(signed.envelope), signed.path)
    verify(Signed(root, signed.signature, b""), context=BATCH, public=station_public)
    try:
        envelope = msgspec.msgpack.decode(signed.envelope, type=Envelope)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SealError(f"not an envelope: {error}") from error
    if envelope.version != VERSION:
        raise SealError(f"envelope version {envelope.version} is not known here")
    return envelope


def sign_receipt(receipt: Receipt, private: Ed25519PrivateKey) -> bytes:
    """Return a receipt's signed bytes."""
    return msgspec.msgpack.encode(sign(msgspec.msgpack.encode(receipt), context=RECEIPT, private=private))


def open_receipt(encoded: bytes, public_of: dict[bytes, bytes]) -> Receipt:
    """Verify and decode a receipt; SealError when it does not hold. `public_of`: raw key by key id."""
    try:
        signed = msgspec.msgpack.decode(encoded, type=Signed)
        public = public_of.get(signed.key_id)
        if public is None:
            raise SealError("receipt signed by an unknown key")
        return msgspec.msgpack.decode(verify(signed, context=RECEIPT, public=public), type=Receipt)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SealError("not a receipt") from error
