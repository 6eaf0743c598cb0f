"""Open sockets: whom they belong to, and what waits to be written to them.

Sending never blocks: each socket has a bounded backlog and a writer of its own; a peer that does not
keep up is let go and comes back to a fresh state.
"""

import asyncio
from collections.abc import Iterable
from uuid import UUID

from starlette.websockets import WebSocket, WebSocketDisconnect

from contract import wire
from hub.accounts.logins import User
from hub.fleet.stations import KnownStation
from hub.times import now

GOING_AWAY = 1001
TOO_SLOW = 1013
REPLACED = 4000
NO_LONGER_ALLOWED = 4003


class Link:
    """One accepted socket. `run_writer` is its only writer."""

    def __init__(self, websocket: WebSocket, backlog: int) -> None:
        self._websocket = websocket
        self._out: asyncio.Queue[bytes | str | int] = asyncio.Queue(backlog + 1)
        self._backlog = backlog
        self._closing = False

    def send(self, data: bytes | str) -> None:
        """Queue a frame; a link that is closing drops it, one that is full closes."""
        if self._closing:
            return
        if self._out.qsize() >= self._backlog:
            self.close(TOO_SLOW)
        else:
            self._out.put_nowait(data)

    def close(self, code: int) -> None:
        """Close after what is queued; when the backlog is full, in place of it."""
        if self._closing:
            return
        self._closing = True
        if code == TOO_SLOW:
            while not self._out.empty():
                self._out.get_nowait()
        self._out.put_nowait(code)

    async def run_writer(self) -> None:
        """Write until closed."""
        try:
            while True:
                item = await self._out.get()
                if isinstance(item, int):
                    await self._websocket.close(item)
                    return
                if isinstance(item, bytes):
                    await self._websocket.send_bytes(item)
                else:
                    await self._websocket.send_text(item)
        except (WebSocketDisconnect, RuntimeError, OSError):
            return  # the reading side notices as well, and cleans up


class StationLink(Link):
    """A station's socket."""

    def __init__(self, websocket: WebSocket, backlog: int, station: KnownStation, address: str = "") -> None:
        super().__init__(websocket, backlog)
        self.station = station
        self.address = address  # of the network
        self.greeted = False  # has said StationStarted
        self.boot: UUID | None = None  # of the machine, as it said
        self.visits: set[UUID] = set()  # that this machine has spoken of
        self.told_row = 0  # how far it was told, here, of what is in a backup
        # whose staff list it was told here, as of when, and when it was told
        self.told_staff: tuple[tuple[UUID | None, float], float] | None = None
        self.profile = 0  # the version it has heard of: of its hello, after which it asks, or told since
        self.ordered: dict[UUID, float] = {}  # when it was told what of an operator's orders

    def tell(self, message: wire.ToStation) -> None:
        """Send a message."""
        self.send(wire.encode(message))


class ConsoleLink(Link):
    """A browser's socket. `watched`: visits it has open."""

    def __init__(self, websocket: WebSocket, backlog: int, user: User) -> None:
        super().__init__(websocket, backlog)
        self.user = user
        self.watched: set[UUID] = set()


class Links:
    """All open sockets of this process."""

    def __init__(self) -> None:
        self.started_at = now()
        self.stations: dict[UUID, StationLink] = {}  # the newest socket of each
        self.clones: dict[UUID, dict[UUID, StationLink]] = {}  # of stations that are two machines: by boot
        self.consoles: set[ConsoleLink] = set()
        self.guests: set[ConsoleLink] = set()  # people asked into a call: they see nothing else
        self._last_here: dict[UUID, float] = {}

    def station_came(self, link: StationLink) -> None:
        """A station's newer socket takes the place of an older one; a cloned one's only by its hello."""
        old = self.stations.get(link.station.id)
        if old is not None and old.station.id not in self.clones:
            old.close(REPLACED)
        self.stations[link.station.id] = link

    def station_greeted(self, link: StationLink, boot: UUID, *, cloned: bool) -> None:
        """A socket's hello was taken. Two machines with one identity keep a socket each, by their boots."""
        link.boot, link.greeted = boot, True
        if not cloned:
            self.clones.pop(link.station.id, None)
            return
        machines = self.clones.setdefault(link.station.id, {})
        old = machines.get(boot)
        if old is not None and old is not link:
            old.close(REPLACED)
        machines[boot] = link

    def station_went(self, link: StationLink) -> None:
        """Forget a socket, unless a newer one took its place."""
        machines = self.clones.get(link.station.id, {})
        if link.boot is not None and machines.get(link.boot) is link:
            del machines[link.boot]
        if self.stations.get(link.station.id) is link:
            del self.stations[link.station.id]
            if machines:
                self.stations[link.station.id] = next(iter(machines.values()))

    def tell(self, station: UUID, message: wire.ToStation) -> bool:
        """Send to a station that is connected and greeted; False when it is not.

        Of two machines with one identity the one that has spoken of the message's visit gets it; a message
        that names no visit goes to both.
        """
        links = self._meant(station, getattr(message, "visit", None))
        for link in links:
            link.tell(message)
        return bool(links)

    def _meant(self, station: UUID, visit: UUID | None) -> list[StationLink]:
        newest = self.stations.get(station)
        single = [newest] if newest is not None and newest.greeted else []
        machines = list(self.clones.get(station, {}).values())
        if not machines:
            return single
        return machines if visit is None else ([m for m in machines if visit in m.visits] or single)

    def machines(self) -> set[StationLink]:
        """Return every station's socket, of cloned ones all."""
        return {*self.stations.values(), *(link for each in self.clones.values() for link in each.values())}

    def console_came(self, link: ConsoleLink) -> None:
        """A browser connected."""
        self.consoles.add(link)

    def console_went(self, link: ConsoleLink) -> None:
        """A browser is gone; its user may come back."""
        self.consoles.discard(link)
        self._last_here[link.user.id] = now()

    def of(self, account: UUID) -> Iterable[ConsoleLink]:
        """Return a user's sockets."""
        return [link for link in self.consoles if link.user.id == account]

    def here(self) -> set[UUID]:
        """Return the users with an open socket."""
        return {link.user.id for link in self.consoles}

    def gone_for(self, account: UUID) -> float | None:
        """Return for how many seconds a user has had no socket; None while there is one."""
        if account in self.here():
            return None
        return now() - self._last_here.get(account, self.started_at)

    def known(self, account: UUID) -> bool:
        """Say whether the user had a socket since this process started."""
        return account in self._last_here or account in self.here()

    def close_all(self) -> None:
        """The hub stops."""
        for link in (*self.machines(), *self.consoles, *self.guests):
            link.close(GOING_AWAY)
