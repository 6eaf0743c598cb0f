"""The task that tells stations which envelopes are in a verified backup, so that they may forget them.

Only stations whose profile demands it, and only when they are connected: in portions, in order, the next
one when the station has said that it noted the last. How far each has noted is kept in the database.
"""

import asyncio
import logging
from typing import Final, NamedTuple

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from contract import wire
from contract.envelope import Fate, ReceiptItem
from hub.backup import records
from hub.calls.links import Links, StationLink
from hub.config import Limits
from hub.db import Database
from hub.intake.receive import receipt
from hub.keys import HubKeys
from hub.models import Station, StoredEnvelope
from hub.web.guard import where

log = logging.getLogger("carepost.hub")
PORTION: Final = 10 * wire.MAX_BATCH  # envelopes in a message: 65 KB


class _Portion(NamedTuple):
    """Envelopes up to row `through`, told by `message`; none of them may be this station's."""

    through: int
    message: wire.BackedUp | None


class Telling:
    """`run` is a task; `noted` is called for what stations answer."""

    def __init__(self, db: Database, keys: HubKeys, links: Links, limits: Limits) -> None:
        self._db = db
        self._keys = keys
        self._links = links
        self._limits = limits
        self._woken = asyncio.Event()

    async def run(self) -> None:
        """Look for new backups until cancelled: another process makes them."""
        while True:
            try:
                last = await self._db.read(records.last_row)
                for link in list(self._links.stations.values()):
                    await self._tell(link, last)
            except SQLAlchemyError as error:
                log.error("telling of backups: %s", where(error.__cause__ or error))
            try:
                async with asyncio.timeout(self._limits.tell_backups_s):
                    await self._woken.wait()
            except TimeoutError:
                continue
            self._woken.clear()

    async def noted(self, link: StationLink, through: int) -> None:
        """A station has noted, durably, what it was told up to `through`."""

        def work(session: Session) -> None:
            row = session.get_one(Station, link.station.id)
            row.backed_up_row = max(row.backed_up_row, min(through, link.told_row))

        await self._db.write(work)
        self._woken.set()

    async def _tell(self, link: StationLink, last: int) -> None:
        if not link.greeted or link.told_row >= last:
            return
        portion = await self._db.read(lambda s: self._next(s, link, last))
        if portion is None:
            return
        link.told_row = portion.through
        if portion.message is None:
            await self.noted(link, portion.through)
        else:
            link.tell(portion.message)

    def _next(self, session: Session, link: StationLink, last: int) -> _Portion | None:
        """Return what to tell now; None while an answer is awaited, and for whoever does not ask for it."""
        station = session.get_one(Station, link.station.id)
        if station.overrides.get("forget_when") != Fate.BACKED_UP or station.backed_up_row < link.told_row:
            return None
        rows = session.execute(
            select(StoredEnvelope.row, StoredEnvelope.id, StoredEnvelope.hash, StoredEnvelope.state)
            .where(
                StoredEnvelope.station_id == station.id,
                StoredEnvelope.row > station.backed_up_row,
                StoredEnvelope.row <= last,
            )
            .order_by(StoredEnvelope.row)
            .limit(PORTION)
        ).all()
        through = rows[-1].row if len(rows) == PORTION else last
        # what is in quarantine the station keeps and shows, until a person has dealt with it
        items = tuple(
            ReceiptItem(row.id, row.hash, Fate.BACKED_UP) for row in rows if row.state != "quarantined"
        )
        if not items:
            return _Portion(through, None)
        signed = receipt(session, items, self._keys.signing)
        return _Portion(through, wire.BackedUp(receipt=signed, through=through))
