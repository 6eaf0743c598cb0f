"""Envelopes on a stick: what `python -m offline_queue export` or `drain` wrote, stored as if posted.

Each batch is one transaction. An import that was broken off, or one made twice, doubles nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.envelope import Envelope, Fate, SignedEnvelope
from contract.export import read_export
from contract.wire import MAX_BATCH
from hub import audit
from hub.db import Database
from hub.errors import ProblemError
from hub.fleet import stations
from hub.fleet.stations import KnownStation
from hub.intake import receive
from hub.intake.opening import same_content
from hub.keys import HubKeys
from hub.models import Station, StoredEnvelope

SINGLE: Final = ".envelope"  # a file of `drain`: one signed envelope, and nothing that says whose


@dataclass
class Counts:
    """What became of the envelopes of a file."""

    new: int = 0
    known: int = 0
    quarantined: int = 0


@dataclass(frozen=True)
class Importer:
    """Stores files' envelopes. `revoked_too`: a station that was revoked may still have told the truth."""

    db: Database
    keys: HubKeys
    revoked_too: bool = False

    def take(self, path: Path, progress: Callable[[int], None]) -> Counts:
        """Store a file's envelopes; `progress` is told the bytes read so far.

        ProblemError when it is not a known station's; ValueError when it is no export or was cut: what came
        before that is stored.
        """
        if path.suffix == SINGLE:
            signed = self._single(path)
            return self._store(self._owner_of(signed), [signed])
        counts = Counts()
        with path.open("rb") as file:
            head, envelopes = read_export(file)
            station = self._owner(head.station_public)
            for batch in batched_until_error(envelopes, MAX_BATCH):
                done = self._store(station, batch)
                counts.new += done.new
                counts.known += done.known
                counts.quarantined += done.quarantined
                progress(file.tell())
        return counts

    @staticmethod
    def _single(path: Path) -> SignedEnvelope:
        try:
            return msgspec.msgpack.decode(path.read_bytes(), type=SignedEnvelope)
        except msgspec.DecodeError as error:
            raise ValueError(f"not a signed envelope: {error}") from error

    def _owner(self, public: bytes) -> KnownStation:
        """Return the station that was certified with this key; ProblemError when none was."""

        def find(session: Session) -> tuple[KnownStation | None, bool]:
            found = stations.by_key(session, public)
            revoked = found is not None and session.get_one(Station, found.id).revoked_at is not None
            return found, revoked

        found, revoked = self.db.read_now(find)
        if found is None:
            raise ProblemError(
                422, "unknown-key", "It is signed with a key that no station was ever enrolled with here."
            )
        if revoked and not self.revoked_too:
            raise ProblemError(
                422, "revoked", f"The station {found.name} is revoked; --revoked-too takes its data still."
            )
        return found

    def _owner_of(self, signed: SignedEnvelope) -> KnownStation:
        """Return whose an envelope says to be; whether it is, its signature must show."""
        try:
            named = msgspec.msgpack.decode(signed.envelope, type=Envelope).station
        except msgspec.DecodeError as error:
            raise ValueError(f"not an envelope: {error}") from error
        return self._owner(self.db.read_now(lambda s: stations.known(s, named)).public)

    def _store(self, station: KnownStation, batch: Iterable[SignedEnvelope]) -> Counts:
        checked = [receive.check(msgspec.msgpack.encode(signed), station) for signed in batch]

        def work(session: Session) -> Counts:
            ids = [item.claimed for item in checked]
            query = select(StoredEnvelope.id).where(StoredEnvelope.id.in_(ids))
            there = set(session.scalars(query))
            items = receive.store(session, station, checked, partial(same_content, keys=self.keys))
            counts = Counts()
            for item in items:
                if item.fate is Fate.QUARANTINED:
                    counts.quarantined += 1
                elif item.id in there:
                    counts.known += 1
                else:
                    counts.new += 1
            audit.note(session, audit.Entry("command-line", "import", "", str(station.id)))
            return counts

        return self.db.write_now(work)


def batched_until_error(envelopes: Iterator[SignedEnvelope], size: int) -> Iterator[list[SignedEnvelope]]:
    """Yield batches; one that an error cuts short comes before the error does."""
    batch: list[SignedEnvelope] = []
    try:
        for signed in envelopes:
            batch.append(signed)
            if len(batch) == size:
                yield batch
                batch = []
    except ValueError:
        if batch:
            yield batch
        raise
    if batch:
        yield batch
