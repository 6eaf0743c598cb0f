"""Who did what: one row an access, each row's hash over the one before it.

Rows hold ids, routes and outcomes, never a patient's data or what was searched for. A row taken out or
changed shows in `verify`.
"""

import contextlib
import hashlib
import heapq
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

import msgspec
from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from hub.db.columns import clean
from hub.models import Audit, Base
from hub.times import now

FIRST = bytes(32)
OUT_OF_ORDER = 20_000  # rows that may stand before one they come after


@dataclass(frozen=True)
class Entry:
    """What is noted: the actor ("user:NAME", "station:ID", "token:NAME", "nobody"), and what of."""

    actor: str
    action: str
    route: str = ""
    target: str = ""
    outcome: str = "ok"
    address: str = ""


def _hash(before: bytes, seq: int, at: float, entry: Entry) -> bytes:
    words = (entry.actor, entry.action, entry.route, entry.target, entry.outcome, entry.address)
    told = [seq, at, *(clean(word) for word in words)]  # as the database keeps them
    return hashlib.sha256(before + msgspec.json.encode(told)).digest()


_LAST = select(Audit.seq, Audit.hash).order_by(Audit.seq.desc()).limit(1)
_ADD = insert(Base.metadata.tables[Audit.__tablename__])


def note(session: Session, entry: Entry) -> None:
    """Add an entry; the caller's transaction must be the writing one.

    Goes past the session's objects, straight to the table: every request ends here.
    """
    connection = session.connection()
    last = connection.execute(_LAST).one_or_none()
    seq, before = (1, FIRST) if last is None else (last.seq + 1, last.hash)
    at = now()
    row = {"seq": seq, "at": at, **asdict(entry), "hash": _hash(before, seq, at, entry)}
    connection.execute(_ADD, row)


def entries(session: Session, limit: int) -> list[Audit]:
    """Return the newest entries, newest first."""
    return list(session.scalars(select(Audit).order_by(Audit.seq.desc()).limit(limit)))


def verify(session: Session) -> int | None:
    """Return the number of the first row that does not follow from the one before it, or None."""
    query = select(Audit).order_by(Audit.seq).execution_options(yield_per=1000)
    with contextlib.closing(session.scalars(query)) as rows:
        return broken(rows)


def in_order(rows: Iterable[Audit], most: int = OUT_OF_ORDER) -> Iterator[Audit]:
    """Put rows in the order of their numbers as they come; `most` wait at once for one that is missing.

    A table of PostgreSQL has them nearly so: the room of a row that never was (a commit that failed) is
    given to a later one, and a row that somebody changed stands at the end.
    """
    expected, waiting = 1, list[tuple[int, int, Audit]]()
    for number, row in enumerate(rows):
        heapq.heappush(waiting, (row.seq, number, row))
        while waiting and (waiting[0][0] <= expected or len(waiting) > most):
            seq, _, first = heapq.heappop(waiting)
            yield first
            expected = seq + 1
    while waiting:
        yield heapq.heappop(waiting)[2]


def broken(rows: Iterable[Audit]) -> int | None:
    """`verify` for rows in order, wherever they are from."""
    before, expected = FIRST, 1
    for row in rows:
        entry = Entry(row.actor, row.action, row.route, row.target, row.outcome, row.address)
        if row.seq != expected or row.hash != _hash(before, row.seq, row.at, entry):
            return expected
        before, expected = row.hash, expected + 1
    return None
