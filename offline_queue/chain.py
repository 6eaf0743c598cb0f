"""From puts to rows: each lane's chain goes on, one signature covers a commit. Pure."""

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple
from uuid import UUID

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from contract.envelope import BATCH, VERSION, Envelope, Lane, digest, encode, merkle
from contract.seal import signature
from offline_queue.model import Put
from offline_queue.reader import Proof

_encode_proof: Final = msgspec.msgpack.Encoder().encode


class Head(NamedTuple):
    """The last entry of a lane."""

    place: int
    seq: int
    hash: bytes


class Origin(NamedTuple):
    """Where envelopes come from. `wall` and `monotonic` are coarse: times outside the seal tell little."""

    station: UUID
    store: UUID
    wall: int  # Unix seconds, UTC
    monotonic: int  # seconds since boot
    boot_id: UUID


class Rows(NamedTuple):
    """What a commit writes, and where each lane then ends."""

    entries: list[tuple[object, ...]]  # place, id, stream, seq, hash, wall, size
    bodies: list[tuple[object, ...]]  # place, envelope, proof
    heads: dict[Lane, Head]
    added: dict[Lane, tuple[int, int]]  # entries and bytes


def build(puts: Sequence[Put], heads: Mapping[Lane, Head], origin: Origin, signer: Ed25519PrivateKey) -> Rows:
    """Chain some puts onto their lanes and sign them together."""
    heads = dict(heads)
    places: list[tuple[Put, Head]] = []
    encoded = []
    for put in puts:
        head = heads[put.lane]
        envelope = encode(_envelope(put, head, origin))
        heads[put.lane] = head = Head(head.place + 1, head.seq + 1, digest(envelope))
        encoded.append(envelope)
        places.append((put, head))
    root, paths = merkle([head.hash for _, head in places])
    signed = signature(root, context=BATCH, private=signer)
    entries: list[tuple[object, ...]] = []
    bodies: list[tuple[object, ...]] = []
    added: dict[Lane, tuple[int, int]] = {}
    for index, ((put, head), envelope, path) in enumerate(zip(places, encoded, paths, strict=True)):
        proof = _encode_proof(Proof(index, path, signed))
        size = len(envelope) + len(proof)
        entries.append((head.place, put.id.bytes, put.stream, head.seq, head.hash, origin.wall, size))
        bodies.append((head.place, envelope, proof))
        count, total = added.get(put.lane, (0, 0))
        added[put.lane] = count + 1, total + size
    return Rows(entries, bodies, heads, added)


def _envelope(put: Put, head: Head, origin: Origin) -> Envelope:
    payload = put.payload
    return Envelope(
        VERSION,
        put.id,
        origin.station,
        origin.store,
        put.lane,
        put.stream,
        head.seq + 1,
        head.hash,
        payload.key_id,
        payload.schema,
        origin.wall,
        origin.monotonic,
        origin.boot_id,
        1 << (len(payload.ciphertext) - 1).bit_length(),
        payload.ciphertext,
    )
