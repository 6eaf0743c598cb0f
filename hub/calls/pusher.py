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
from hub.calls import desk, estimate
from hub.calls.links import ConsoleLink, Links
from hub.config import Limits
from hub.db import Database
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
            message = await self._db.read(lambda session: _worklist(session, providers))
            for link in list(self._links.consoles):
                link.send(message)
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
        providers = desk.on_call(session, self._links.here(), self._limits.presence_s)
        waiting = desk.line(session)
        length = desk.usual_length(session) if waiting else 0.0
        under_way = desk.under_way(session) if waiting else []
        return providers, [
            (
                row.station_id,
                wire.CallQueued(
                    visit=row.id,
                    position=position,
                    estimate_s=estimate.wait_s(position, providers, under_way, length),
                    providers=providers,
                ),
            )
            for position, row in enumerate(waiting, 1)
        ]

    async def send_visit(self, link: ConsoleLink, visit: UUID) -> None:
        """Send a visit to one browser."""
        seen = await self._db.read(lambda s: views.detail(s, visit, link.user.id, self._limits))
        if seen is not None:
            link.send(msgspec.json.encode({"type": "visit", "visit": seen}).decode())

    def tell_user(self, account: UUID, message: dict[str, object]) -> None:
        """Send to every socket of a user."""
        data = msgspec.json.encode(message).decode()
        for link in self._links.of(account):
            link.send(data)

    def tell_all(self, message: dict[str, object]) -> None:
        """Send to every browser."""
        data = msgspec.json.encode(message).decode()
        for link in list(self._links.consoles):
            link.send(data)


def _worklist(session: Session, providers: int) -> str:
    """Return the worklist as consoles get it."""
    told = {
        "type": "worklist",
        "items": views.worklist(session),
        "on_call": providers,
        "pages": pages.opened(session),
    }
    return msgspec.json.encode(told).decode()
