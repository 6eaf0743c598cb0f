"""Large things by the chunk: whatever is missing, repeated, swapped, cut, foreign or changed is noticed."""

import hashlib
import io
import tracemalloc
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO
from uuid import UUID, uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from contract import blob
from contract.blob import CHUNK, BlobError, Chunk, Manifest, Sealer, open_all, open_chunk
from contract.link import MAX_PACKET
from contract.seal import Sealed

STATION = uuid4()
SIZES = st.sampled_from([0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 2 * CHUNK + 7, 3 * CHUNK])


@dataclass
class Thing:
    content: bytes
    manifest: Manifest
    chunks: list[Chunk]

    @property
    def sealed(self) -> list[Sealed]:
        return [chunk.sealed for chunk in self.chunks]

    def opened(self, sealed: list[Sealed], *, station: UUID = STATION) -> bytes:
        return b"".join(open_all(self.manifest, station, sealed))


def content_of(size: int, seed: bytes = b"x") -> bytes:
    return (hashlib.sha256(seed).digest() * (size // 32 + 1))[:size]


def thing(size: int, seed: bytes = b"x") -> Thing:
    content = content_of(size, seed)
    sealer = Sealer(io.BytesIO(content), station=STATION)
    chunks = list(sealer)
    return Thing(content, sealer.manifest(), chunks)


class Trickle(io.RawIOBase):
    """A pipe: gives as little as it likes at a time."""

    def __init__(self, content: bytes, portions: Iterator[int]) -> None:
        self._content, self._portions, self._at = content, portions, 0

    def read(self, size: int = -1) -> bytes:
        take = min(size, next(self._portions, size))
        part = self._content[self._at : self._at + take]
        self._at += len(part)
        return part


@given(SIZES)
def test_what_was_sealed_opens(size: int) -> None:
    made = thing(size)

    assert made.opened(made.sealed) == made.content
    assert made.manifest.size == size
    assert made.manifest.chunks == len(made.chunks) == blob.chunks_of(size)
    assert [chunk.size for chunk in made.chunks[:-1]] == [CHUNK] * (len(made.chunks) - 1)
    assert size == 0 or made.chunks[-1].size > 0


@given(st.lists(st.integers(1, 40_000), max_size=8))
def test_a_source_that_trickles_gives_the_same_chunks(portions: list[int]) -> None:
    content = content_of(2 * CHUNK + 5)
    trickle: BinaryIO = Trickle(content, iter(portions))  # type: ignore[assignment]
    sealer = Sealer(trickle, station=STATION)
    chunks = [chunk.sealed for chunk in sealer]

    assert b"".join(open_all(sealer.manifest(), STATION, chunks)) == content


def test_each_chunk_opens_alone_at_its_place_only() -> None:
    made = thing(3 * CHUNK)
    for index, chunk in enumerate(made.chunks):
        part = made.content[index * CHUNK : (index + 1) * CHUNK]
        assert open_chunk(made.manifest, STATION, index, chunk.sealed) == part
        for other in (n for n in range(3) if n != index):
            with pytest.raises(BlobError, match=f"part {other + 1} of 3 does not open"):
                open_chunk(made.manifest, STATION, other, chunk.sealed)
    for index in (-1, 3):
        with pytest.raises(BlobError, match="there is no part"):
            open_chunk(made.manifest, STATION, index, made.chunks[0].sealed)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda c: c[:-1], "2 of 3 parts are there"),
        (lambda c: [], "0 of 3 parts are there"),
        (lambda c: c[1:], "part 1 of 3 does not open"),
        (lambda c: [c[0], c[0], c[2]], "part 2 of 3 does not open"),
        (lambda c: [c[1], c[0], c[2]], "part 1 of 3 does not open"),
        (lambda c: [*c, c[2]], "there is no part 4 of 3"),
        (lambda c: [c[0], thing(3 * CHUNK).sealed[1], c[2]], "part 2 of 3 is of something else"),
    ],
    ids=["cut", "nothing", "first-missing", "repeated", "swapped", "one-more", "foreign"],
)  # fmt: skip
def test_what_is_not_whole_is_refused(change: object, words: str) -> None:
    made = thing(3 * CHUNK)
    with pytest.raises(BlobError, match=words):
        made.opened(change(made.sealed))  # type: ignore[operator]


@given(st.integers(0, 2), st.integers(0, CHUNK + 19), st.integers(1, 255))
@settings(max_examples=40)
def test_a_changed_byte_is_noticed(index: int, at: int, by: int) -> None:
    made = thing(3 * CHUNK)
    broken = bytearray(made.sealed[index].ciphertext)
    broken[at] ^= by
    chunks = [*made.sealed]
    chunks[index] = Sealed(chunks[index].key_id, blob.SCHEMA, bytes(broken))
    with pytest.raises(BlobError, match=f"part {index + 1} of 3 does not open"):
        made.opened(chunks)


def test_a_stream_cut_at_a_chunks_end_does_not_pass_for_whole() -> None:
    """Also where the manifest was made to fit: the last chunk that is left was not sealed as a last one."""
    made = thing(3 * CHUNK)
    shorter = replace(
        made.manifest,
        size=2 * CHUNK,
        chunks=2,
        sha256=hashlib.sha256(made.content[: 2 * CHUNK]).digest(),
    )
    with pytest.raises(BlobError, match="part 2 of 2 does not open"):
        list(open_all(shorter, STATION, made.sealed[:2]))


def test_another_station_thing_key_size_or_hash_is_refused() -> None:
    made = thing(CHUNK + 100)
    told = made.manifest
    with pytest.raises(BlobError, match="part 1 of 2 does not open"):
        made.opened(made.sealed, station=uuid4())
    for wrong, words in [
        (replace(told, id=uuid4()), "does not open"),
        (replace(told, key=bytes(32)), "of something else"),
        (replace(told, size=told.size - 1), "another size"),
        (replace(told, sha256=bytes(32)), "the hash differs"),
        (replace(told, chunks=3), "are not 3 chunks"),
        (replace(told, size=-1), "its size can't be"),
        (replace(told, size=blob.LARGEST + 1), "its size can't be"),
        (replace(told, key=b"short"), "another length"),
        (replace(told, sha256=b""), "another length"),
    ]:
        with pytest.raises(BlobError, match=words):
            list(open_all(wrong, STATION, made.sealed))


def test_a_chunk_under_another_schema_is_refused() -> None:
    made = thing(10)
    [chunk] = made.sealed
    with pytest.raises(BlobError, match="something else"):
        made.opened([Sealed(chunk.key_id, "carepost/chunk/2", chunk.ciphertext)])


def test_a_sealer_runs_once_and_has_its_manifest_at_the_end() -> None:
    sealer = Sealer(io.BytesIO(bytes(CHUNK + 1)), station=STATION)
    with pytest.raises(RuntimeError):
        sealer.manifest()
    running = iter(sealer)
    next(running)
    with pytest.raises(RuntimeError):
        sealer.manifest()
    with pytest.raises(RuntimeError, match="runs once"):
        next(iter(sealer))
    next(running)
    assert list(running) == []
    assert sealer.manifest().chunks == 2


def test_two_sealings_of_one_content_share_nothing() -> None:
    one, two = thing(CHUNK), thing(CHUNK)
    assert one.manifest.sha256 == two.manifest.sha256
    assert one.manifest.key != two.manifest.key
    assert {c.id for c in one.chunks}.isdisjoint(c.id for c in two.chunks)
    assert one.sealed[0].ciphertext != two.sealed[0].ciphertext


def test_a_source_beyond_the_limit_is_refused_in_words() -> None:
    sealer = Sealer(io.BytesIO(bytes(2 * CHUNK)), station=STATION, largest=CHUNK)
    with pytest.raises(BlobError, match=f"larger than {CHUNK} bytes"):
        list(sealer)


def test_the_outside_tells_size_classes_only() -> None:
    assert len({len(thing(size).sealed[0].ciphertext) for size in (1, 100, 252)}) == 1
    assert len({len(c.ciphertext) for c in thing(3 * CHUNK).sealed}) == 1


def test_the_key_is_not_printed() -> None:
    made = thing(1)
    assert repr(made.manifest.key) not in repr(made.manifest)
    assert made.manifest.key not in made.sealed[0].key_id + made.sealed[0].ciphertext


def test_a_chunk_fits_a_packet_between_session_and_core() -> None:
    assert len(thing(2 * CHUNK).sealed[0].ciphertext) + 1024 < MAX_PACKET
    assert CHUNK % 3 == 0  # base64 of chunks is base64 of the whole


class Endless(io.RawIOBase):
    """64 MiB that are nowhere."""

    def __init__(self) -> None:
        self.left = 64 << 20

    def read(self, size: int = -1) -> bytes:
        take = min(size, self.left)
        self.left -= take
        return bytes(take)


def test_sixty_four_mebibytes_cost_less_than_one() -> None:
    hashed = hashlib.sha256()
    tracemalloc.start()
    try:
        source: BinaryIO = Endless()  # type: ignore[assignment]
        sealer = Sealer(source, station=STATION)
        for chunk in sealer:
            hashed.update(chunk.sealed.ciphertext)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert sealer.manifest().size == 64 << 20
    assert peak < 1 << 20, f"{peak} bytes at once"


@given(st.binary(max_size=400), st.binary(min_size=8, max_size=8), st.integers(-2, 5))
def test_whatever_comes_as_a_chunk_is_content_or_a_blob_error(junk: bytes, key: bytes, index: int) -> None:
    made = thing(300)
    for key_id in (key, made.sealed[0].key_id):
        with pytest.raises(BlobError):
            open_chunk(made.manifest, STATION, index, Sealed(key_id, blob.SCHEMA, junk))
