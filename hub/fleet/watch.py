"""What connected stations hear without asking: another profile, an operator's order. Who is there is noted.

Orders and profiles may come from the command line, another process: they are found in the database.
"""

import asyncio
import logging
from uuid import UUID

from sqlalchemy import select, update
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from contract import wire
from hub.calls.links import Links, StationLink
from hub.config import Limits
from hub.db import Database
from hub.fleet import orders
from hub.models import Station
from hub.times import now
from hub.web.guard import where

log = logging.getLogger("carepost.hub")


class Watch:
    """`run` is a task."""

    def __init__(self, db: Database, links: Links, limits: Limits) -> None:
        self._db, self._links, self._limits = db, links, limits
        self._noted = 0.0

    async def run(self) -> None:
        """Look until cancelled."""
        while True:
            await asyncio.sleep(self._limits.watch_s)
            try:
                await self.once()
            except SQLAlchemyError as error:
                log.error("watch: %s", where(error.__cause__ or error))

    async def once(self) -> None:
        """Look once."""
        links = [link for link in self._links.machines() if link.greeted]
        there = {link.station.id for link in links}
        if not there:
            return

        def look(session: Session) -> tuple[dict[UUID, int], list[tuple[UUID, wire.Order]]]:
            query = select(Station.id, Station.profile_version).where(Station.id.in_(there))
            versions = {row.id: row.profile_version for row in session.execute(query)}
            return versions, orders.open_of(session, there)

        versions, wanted = await self._db.read(look)
        for link in links:
            self._profile(link, versions.get(link.station.id, 0))
            for station, order in wanted:
                if station == link.station.id:
                    self._order(link, order)
        if now() - self._noted >= self._limits.seen_s:
            self._noted = now()
            await self._db.write(lambda s: _seen(s, there))

    @staticmethod
    def _profile(link: StationLink, version: int) -> None:
        if version > link.profile:
            link.profile = version
            link.tell(wire.ProfileChanged(version=version))

    def _order(self, link: StationLink, order: wire.Order) -> None:
        if now() - link.ordered.get(order.order, 0.0) >= self._limits.order_again_s:
            link.ordered[order.order] = now()
            link.tell(order)


def _seen(session: Session, there: set[UUID]) -> None:
    session.execute(update(Station).where(Station.id.in_(there)).values(seen_at=now()))
