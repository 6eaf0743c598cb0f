"""`put-file`: one large file by the chunk, from the command line.

For technicians and for checks: a session puts what it captures itself (ui/attaching.py). The chunks are
committed a few at a time, the manifest last: an id is printed when all of it is on the disk. One that was
interrupted begins anew with another key; the chunks of before can never be opened and do no harm.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final
from uuid import uuid4

import msgspec

from contract.blob import FILE_SCHEMA, BlobError, Chunk, Sealer
from contract.envelope import Lane
from contract.seal import seal
from offline_queue import keys
from offline_queue.model import Put
from offline_queue.store import Store

AT_ONCE: Final = 16  # chunks in a commit: 1 MiB in memory, one sync of the disk
_WIDTH: Final = 30


def put_file(arguments: argparse.Namespace) -> int:
    """Put one file; print the id of the thing when all of it is durable."""
    who = keys.identity(arguments.store, arguments.station, arguments.station_key, arguments.hub_key)
    stream = arguments.stream or uuid4().bytes
    file: Path = arguments.file
    with file.open("rb") as source:
        sealer = Sealer(source, station=who.station)
        store = Store.open(arguments.store, station=who.station, signer=who.signer, boot_id=keys.boot_id())
        try:
            _put_chunks(store, arguments.lane, stream, sealer, _Bar(file.stat().st_size))
            plain = msgspec.msgpack.encode(sealer.manifest())
            manifest = seal(plain, station=who.station, key=who.hub, schema=FILE_SCHEMA)
            _commit(store, [Put(arguments.lane, manifest, sealer.id, stream)])
        except BlobError as error:
            raise ValueError(f"{file}: {error}; nothing of it counts") from error
        finally:
            store.close()
    print(sealer.id, flush=True)
    return 0


def _put_chunks(store: Store, lane: Lane, stream: bytes, sealer: Sealer, bar: "_Bar") -> None:
    for chunks in _portions(iter(sealer)):
        _commit(store, [Put(lane, chunk.sealed, chunk.id, stream) for chunk in chunks])
        bar.on(sum(chunk.size for chunk in chunks))
    bar.end()


def _portions(chunks: Iterator[Chunk]) -> Iterator[list[Chunk]]:
    portion: list[Chunk] = []
    for chunk in chunks:
        portion.append(chunk)
        if len(portion) == AT_ONCE:
            yield portion
            portion = []
    if portion:
        yield portion


def _commit(store: Store, puts: list[Put]) -> None:
    for put in puts:
        store.check(put)
    store.commit(puts)


class _Bar:
    """How much is saved, on standard error when that is a terminal. Only what is durable counts."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._shown = sys.stderr.isatty()

    def on(self, more: int) -> None:
        """So many bytes more are durable."""
        self._done += more
        if self._shown:
            share = min(1.0, self._done / self._total) if self._total else 1.0
            full = int(share * _WIDTH)
            bar = "#" * full + "." * (_WIDTH - full)
            print(f"\r[{bar}] {share:4.0%} saved", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Leave the line."""
        if self._shown:
            print(file=sys.stderr, flush=True)
