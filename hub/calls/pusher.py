"""What changed, pushed: the worklist to every console, a visit to those who watch it, places in line.

Changes within a short time are pushed together; whoever falls behind gets the newest state, not each
step to it.
"""

import asyncio
import logging
from collections.abc import Callable
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from contract import wire
from hub.accounts import reach
from hub.accounts.reach import Stations
from hub.calls import desk, estimate
from hub.calls.links import ConsoleLink, Links
from hub.config import Limits
from hub.db import Database
from hub.errors import ProblemError
from hub.visits import pages, views
from hub.web.guard import where

log = logging.getLogger("carepost.hub")
TOGETHER_S = 0.03


class Pusher:
    """`changed` may be called from the event loop at any time; `run` is a task."""

    def __init__(self, db: Database, links: Links, limits: Limits) -> None:
        self._db = db
        self._links = links
        self._limits = limits
        self._visits: set[UUID] = set()
        self._woken = asyncio.Event()
        self._places: dict[UUID, wire.CallQueued] = {}
        self.also: Callable[[set[UUID]], None] = lambda _: None  # hub.rooms tells guests of more pictures
        self.listeners: list[Callable[[UUID], None]] = []  # who looks into each visit that changed

    def changed(self, visit: UUID | None = None) -> None:
        """A visit changed, or (None) who is on call."""
        if visit is not None:
            self._visits.add(visit)
            for tell in self.listeners:
                tell(visit)
        self._woken.set()

    def forget_place(self, visit: UUID) -> None:
        """The station asked anew: tell it its place even if it is the same."""
        self._places.pop(visit, None)

    async def run(self) -> None:
        """Push until cancelled."""
        while True:
            await self._woken.wait()
            await asyncio.sleep(TOGETHER_S)
            self._woken.clear()
            visits, self._visits = self._visits, set()
            try:
                await self._push(visits)
            except Exception as error:  # one visit that cannot be shown must not stop all that is pushed
                log.error("pushing: %s", where(error.__cause__ or error))

    async def _push(self, visits: set[UUID]) -> None:
        providers, places = await self._db.read(self._line)
        if self._links.consoles:  # the list of all open visits is for them alone
            users = {link.user.id for link in self._links.consoles}
            lists = await self._db.read(lambda session: _worklists(session, providers, users))
            for link in list(self._links.consoles):
                if link.user.id in lists:  # else it came meanwhile, and asked for its own
                    link.send(lists[link.user.id])
                for visit in visits & link.watched:
                    await self.send_visit(link, visit)
        for station, place in places:
            if self._places.get(place.visit) != place and self._links.tell(station, place):
                self._places[place.visit] = place
        self.also(visits)
        for gone in self._places.keys() - {place.visit for _, place in places}:
            del self._places[gone]

    def _line(self, session: Session) -> tuple[int, list[tuple[UUID, wire.CallQueued]]]:
        """Return how many providers are on call, and each waiting visit's place by its station."""
        there = desk.who_is_on_call(session, self._links.here(), self._limits.presence_s)
        providers = len(there)
        waiting = desk.line(session)
        works_at = {row.station_id: len(reach.works_at(session, there, row.station_id)) for row in waiting}
        length = desk.usual_length(session) if waiting else 0.0
        under_way = desk.under_way(session) if waiting else []
        return providers, [
            (
                row.station_id,
                wire.CallQueued(
                    visit=row.id,
                    position=position,
                    estimate_s=estimate.wait_s(position, works_at[row.station_id], under_way, length),
                    providers=works_at[row.station_id],
                ),
            )
            for position, row in enumerate(waiting, 1)
        ]

    async def send_visit(self, link: ConsoleLink, visit: UUID) -> None:
        """Send a visit to one browser."""

        def look(session: Session) -> views.VisitDetail | None:
            try:
                reach.admit(session, link.user.id, "visit", str(visit))
            except ProblemError:
                return None
            return views.detail(session, visit, link.user.id, self._limits)

        seen = await self._db.read(look)
        if seen is not None:
            link.send(msgspec.json.encode({"type": "visit", "visit": seen}).decode())

    def tell_user(self, account: UUID, message: dict[str, object]) -> None:
        """Send to every socket of a user."""
        data = msgspec.json.encode(message).decode()
        for link in self._links.of(account):
            link.send(data)

    async def tell_at(self, station: UUID, message: dict[str, object]) -> None:
        """Send to every browser of who works at a station."""
        users = {link.user.id for link in self._links.consoles}
        there = await self._db.read(lambda session: reach.works_at(session, users, station))
        data = msgspec.json.encode(message).decode()
        for link in list(self._links.consoles):
            if link.user.id in there:
                link.send(data)


def _worklists(session: Session, providers: int, users: set[UUID]) -> dict[UUID, str]:
    """Return by user the worklist as their console gets it; who works at the same stations gets the same."""
    made: dict[Stations, str] = {}
    found = {}
    for user in users:
        stations = reach.stations_of(session, user)
        if stations not in made:
            told = {
                "type": "worklist",
                "items": views.worklist(session, stations),
                "on_call": providers,
                "pages": pages.opened(session, stations),
            }
            made[stations] = msgspec.json.encode(told).decode()
        found[user] = made[stations]
    return found
