"""Checking a store from outside, and taking its envelopes elsewhere. Everything stays sealed."""

import contextlib
import os
from collections.abc import Callable, Container, Iterator
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, NamedTuple

import msgspec

from contract.envelope import FIRST, digest, open_envelope
from contract.export import write_envelope, write_head
from contract.seal import SealError
from offline_queue.database import sync
from offline_queue.model import Standing, lane_of
from offline_queue.reader import Reader, Row
from offline_queue.tally import HELD


class Problem(NamedTuple):
    """One thing that is not as it was written."""

    lane: str
    seq: int
    what: str


def verify(reader: Reader, public: bytes) -> Iterator[Row | Problem]:
    """Walk every lane: yield each row that was looked at, followed by what is wrong with it.

    Checked: no place or sequence number missing or repeated, each names the hash of the one before, content
    fits its hash, the station's signature holds. What was cut off at the very end cannot be seen here (the
    hub sees it). `public`: the station's raw Ed25519 key.
    """
    for lane, rows in groupby(reader.rows(), key=lambda row: lane_of(row.place)):
        before: Row | None = None
        for row in rows:
            yield row
            for what in (*_link(row, before), *_content(row, public)):
                yield Problem(lane, row.seq, what)
            before = row


def _link(row: Row, before: Row | None) -> Iterator[str]:
    """Yield what does not fit between an entry and the one before it in its lane."""
    if before is not None and row.place != before.place + 1:
        yield f"{row.place - before.place - 1} entries are missing before this one"
    if row.store is not None:
        return  # salvaged: its own chain has gaps, and that was reported then
    own = before is not None and before.store is None
    if before is not None and own and row.seq != before.seq + 1:
        yield f"follows number {before.seq}"
    if row.signed is None or (before is None and row.seq > 1):
        return  # forgotten or lost, or the one before it was forgotten: no chain to look at
    try:
        envelope = msgspec.msgpack.decode(row.signed.envelope, type=list)
        prev = envelope[7]
    except (msgspec.DecodeError, UnicodeDecodeError, IndexError):
        return  # said by _content
    if prev != (before.hash if before is not None and own else FIRST):
        yield "does not name the one before it"


def _content(row: Row, public: bytes) -> Iterator[str]:
    """Yield what is wrong with an entry by itself."""
    if row.standing == Standing.FORGOTTEN:
        return
    if row.standing == Standing.DAMAGED:
        yield "known to be damaged"
    if row.signed is None:
        yield "its payload is gone"
        return
    if digest(row.signed.envelope) != row.hash:
        yield "its content does not fit its hash"
        return
    try:
        envelope = open_envelope(row.signed, public)
    except (SealError, UnicodeDecodeError) as error:
        yield str(error)
        return
    if (envelope.id, envelope.seq, envelope.lane) != (row.id, row.seq, lane_of(row.place)):
        yield "is listed as another"


def export(
    reader: Reader,
    target: Path,
    public: bytes,
    standings: Container[Standing] = HELD,
    written: Callable[[int], None] = lambda _: None,
) -> int:
    """Write every held envelope, sealed and signed, into one file; return how many. Nothing is marked.

    The format is contract.export's, the hub imports it. The file appears whole and synced, or not at all.
    `standings`: only of these. `written` is told the count after each.
    """
    count = 0
    with _whole(target) as file:
        write_head(file, reader.store_id().bytes, public)
        for row in reader.rows():
            if row.signed is not None and row.standing in standings:
                write_envelope(file, row.signed)
                count += 1
                written(count)
    return count


def drain_to(reader: Reader, directory: Path) -> Iterator[Path]:
    """Write each waiting envelope to a file `<lane>-<number>-<id>.envelope`; yield its path.

    They stay waiting: only the hub's receipt says that they arrived.
    """
    directory.mkdir(parents=True, exist_ok=True)
    for row in reader.rows():
        if row.standing == Standing.WAITING and row.signed is not None:
            target = directory / f"{lane_of(row.place)}-{row.seq:010d}-{row.id}.envelope"
            with _whole(target) as file:
                file.write(msgspec.msgpack.encode(row.signed))
            yield target


@contextlib.contextmanager
def _whole(target: Path) -> Iterator[BinaryIO]:
    """Open a file that gets its name only once it is complete and durable."""
    part = target.with_name(target.name + ".part")
    try:
        with part.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.rename(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    sync(target.parent)
