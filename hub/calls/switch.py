"""Between the database and the sockets: what one side did, told to the other."""

from collections.abc import Callable
from uuid import UUID

from contract import wire
from hub.calls import desk, ice, live
from hub.calls.links import Links
from hub.calls.pusher import Pusher
from hub.config import Turn
from hub.db import Database
from hub.keys import HubKeys
from hub.models import Alarm, Call, Page
from hub.times import maybe
from hub.visits import pages


class Switch:
    """Used by the sockets, the routes and the sweep alike."""

    def __init__(self, db: Database, keys: HubKeys, links: Links, pusher: Pusher, turn: Turn | None) -> None:
        self.db = db
        self.keys = keys
        self.links = links
        self.pusher = pusher
        self.turn = turn
        self.after_call: Callable[[desk.Ended], None] = lambda _: None  # hub.rooms closes the call's room

    def accepted(self, call: Call, station: UUID) -> None:
        """Tell a station who has its call."""
        servers = ice.servers(self.turn, station)
        accepted = wire.CallAccepted(visit=call.visit_id, call=call.id, ice_servers=servers, room=call.room)
        self.links.tell(station, accepted)

    def ended(self, ended: desk.Ended | None, *, tell_station: bool = True) -> None:
        """Tell both sides that a call is over."""
        if ended is None:
            return
        self.after_call(ended)
        if tell_station:
            self.links.tell(ended.station, ended.message())
        self.pusher.tell_user(
            ended.account, {"type": "call-ended", "call": ended.call, "reason": ended.reason}
        )
        self.pusher.changed(ended.visit)

    async def flush(self, station: UUID, visit: UUID | None = None) -> None:
        """Send a station's sessions what they have not acknowledged."""
        if station not in self.links.stations:
            return
        for message in await self.db.read(lambda s: live.waiting(s, station, self.keys, visit)):
            self.links.tell(station, message)

    async def answers(self, station: UUID) -> None:
        """Send a station the answers it has not got."""
        for signal in await self.db.read(lambda s: desk.unsent_answers(s, station)):
            if self.links.tell(station, signal):
                call = signal.call
                await self.db.write(lambda s, c=call: desk.answer_sent(s, c))  # type: ignore[misc]

    def page_answered(self, page: Page) -> None:
        """Tell a station who looks after its page, and every console."""
        self.links.tell(page.station_id, pages.answer_of(page))
        self.pusher.changed()

    def acknowledged(self, alarm: Alarm, station: UUID) -> None:
        """Tell a station that a person has seen an alarm: by role, never a promise."""
        at = maybe(alarm.acknowledged_at) or ""
        by = alarm.acknowledged_role or ""
        self.links.tell(station, wire.AlertAcknowledged(alarm=alarm.id, by=by, at=at))
