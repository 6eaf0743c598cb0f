"""Holes, breaks and forks in a station's chains of envelopes (one chain a store and lane).

A hole: the envelope before is missing (it may still come). A break: the one before has another hash than
this one says; what was changed or left out shows so. A fork: two envelopes at one place, which one machine
never writes. Breaks and forks raise an alarm. Looks the database up for what a batch cannot answer itself.
"""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.envelope import FIRST, Envelope, SignedEnvelope
from hub.intake import alarms, clones
from hub.models import ChainGap, StoredEnvelope
from hub.times import now

_FORKED: Final = "two different envelopes at one place of its chain (lane {}, number {})"
_BROKEN: Final = "what it says came before is not what came before (lane {}, number {})"

Place = tuple[UUID, str, int]  # store, lane, number


class Chain:
    """A station's chains while one batch is stored."""

    def __init__(self, session: Session, station: UUID, batch: Iterable[Envelope] = ()) -> None:
        self._session = session
        self._station = station
        self._hashes = self._there(list(batch))
        open_holes = select(ChainGap).where(
            ChainGap.station_id == station, ChainGap.kind == "missing", ChainGap.closed_at.is_(None)
        )
        self._holes = {(g.store_id, g.lane, g.seq): g for g in session.scalars(open_holes)}

    def add(self, envelope: Envelope, hashed: bytes) -> None:
        """Take in an envelope that was just added to the session."""
        place = (envelope.store, envelope.lane.value, envelope.seq)
        after = (envelope.store, envelope.lane.value, envelope.seq + 1)
        if self._hashes.setdefault(place, hashed) != hashed:
            self._note(place, "forked")
            clones.suspect(self._session, self._station, _FORKED.format(place[1], place[2]))
        before = FIRST if envelope.seq == 1 else self._hash(envelope, envelope.seq - 1)
        if before is None:
            self._holes[place] = self._note(place, "missing")
        elif before != envelope.prev:
            self._broken(place)
        hole = self._holes.pop(after, None)
        if hole is not None:
            hole.closed_at = now()
            if self._told_before(after) != hashed:
                self._broken(after)

    def _broken(self, place: Place) -> None:
        self._note(place, "broken")
        if not clones.suspected(
            self._session, self._station
        ):  # a second machine's chain breaks where it left
            alarms.suspect(self._session, self._station, alarms.CHAIN, _BROKEN.format(place[1], place[2]))

    def _there(self, batch: list[Envelope]) -> dict[Place, bytes]:
        """Return the hashes of envelopes that stood at the batch's places before it came."""
        row = StoredEnvelope
        query = select(row.store_id, row.lane, row.seq, row.hash).where(
            row.station_id == self._station,
            row.store_id.in_({e.store for e in batch}),
            row.lane.in_({e.lane.value for e in batch}),
            row.seq.in_({e.seq for e in batch}),
        )
        if not batch:
            return {}
        return {(store, lane, seq): hashed for store, lane, seq, hashed in self._session.execute(query)}

    def _hash(self, envelope: Envelope, number: int) -> bytes | None:
        place = (envelope.store, envelope.lane.value, number)
        if place not in self._hashes:
            row = self._stored(place)
            if row is None:
                return None
            self._hashes[place] = row.hash
        return self._hashes[place]

    def _stored(self, place: Place) -> StoredEnvelope | None:
        store, lane, number = place
        return self._session.scalar(
            select(StoredEnvelope).where(
                StoredEnvelope.station_id == self._station,
                StoredEnvelope.store_id == store,
                StoredEnvelope.lane == lane,
                StoredEnvelope.seq == number,
            )
        )

    def _told_before(self, place: Place) -> bytes | None:
        """Return the hash that the envelope at a place gives for the one before it."""
        row = self._stored(place)
        if row is None:
            return None
        signed = msgspec.msgpack.decode(row.signed, type=SignedEnvelope)
        return msgspec.msgpack.decode(signed.envelope, type=Envelope).prev

    def _note(self, place: Place, kind: str) -> ChainGap:
        store, lane, number = place
        found = self._session.scalar(
            select(ChainGap).where(
                ChainGap.station_id == self._station,
                ChainGap.store_id == store,
                ChainGap.lane == lane,
                ChainGap.seq == number,
                ChainGap.kind == kind,
            )
        )
        if found is None:
            found = ChainGap(
                station_id=self._station, store_id=store, lane=lane, seq=number, kind=kind, noted_at=now()
            )
            self._session.add(found)
        return found
