"""Tells stations their staff list: when they come, when it changes, and before it ends."""

import asyncio
import logging
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from contract import wire
from hub.calls.links import StationLink
from hub.calls.switch import Switch
from hub.config import Limits
from hub.facility import staff
from hub.models import Facility, Station
from hub.times import now
from hub.web.guard import where

log = logging.getLogger("carepost.hub")


class StaffTelling:
    """`run` is to be run as a task."""

    def __init__(self, switch: Switch, limits: Limits) -> None:
        self._switch, self._limits = switch, limits

    async def run(self) -> None:
        """Look for what stations do not know yet, until cancelled."""
        while True:
            try:
                await self.look()
            except Exception as error:  # the next look may do better
                log.error("telling stations their staff: %s", where(error))
            await asyncio.sleep(self._limits.tell_staff_s)

    async def look(self) -> None:
        """Tell each connected station that holds another list than its facility's."""
        links = [link for link in self._switch.links.machines() if link.greeted]
        if not links:
            return
        changed = await self._switch.db.read(_changed)
        fresh_s = self._limits.staff_list_days * 86_400 / 2
        for link in links:
            known = changed.get(link.station.id)
            told = link.told_staff
            if known is not None and (told is None or told[0] != known or now() - told[1] > fresh_s):
                await self._tell(link, known)

    async def _tell(self, link: StationLink, known: tuple[UUID | None, float]) -> None:
        def work(session: Session) -> bytes:
            row = session.get_one(Station, link.station.id)
            row.staff_told = True
            return staff.signed_list(session, row, self._switch.keys, self._limits.staff_list_days)

        encoded = await self._switch.db.write(work)
        link.told_staff = (known, now())
        link.tell(wire.StaffTold(staff=encoded))


def _changed(session: Session) -> dict[UUID, tuple[UUID | None, float]]:
    """Return whose staff each station of long-term care signs in, and since when the list is as it is.

    A station that holds a list and belongs to no facility any more is told an empty one.
    """
    query = select(Station.id, Station.facility_id, Facility.staff_changed_at)
    query = query.outerjoin(Facility, Facility.id == Station.facility_id)
    query = query.where(Station.facility_id.is_not(None) | Station.staff_told)
    return {station: (facility, changed or 0.0) for station, facility, changed in session.execute(query)}
