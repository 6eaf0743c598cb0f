"""The provider's routes: who waits, one visit, its call, chat and plan."""

from collections.abc import Callable
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from contract import trust
from hub.accounts import reach
from hub.accounts.api import user_of
from hub.accounts.logins import User
from hub.calls import desk, ice
from hub.calls.switch import Switch
from hub.config import Limits
from hub.errors import conflict, not_found
from hub.fleet import stations
from hub.identity import Identities
from hub.knowing import people
from hub.models import Visit
from hub.takeaway import links
from hub.visits import duties, pages, plans, views, wishes
from hub.visits.duties import Outcome, Try
from hub.visits.plans import PlanDraft, Text
from hub.web.caller import Caller
from hub.web.guard import json, told


class Done(msgspec.Struct, frozen=True):
    """What came of a call-back, a stored case or somebody who left."""

    note: str = ""
    outcome: Outcome = "spoke"


class Tried(msgspec.Struct, frozen=True):
    """An attempt to reach somebody."""

    what: Try
    note: str = ""


class Settled(msgspec.Struct, frozen=True):
    """What became of a page."""

    note: str


class Wish(msgspec.Struct, frozen=True):
    """A measurement to ask for."""

    act: str


class CaptureWish(msgspec.Struct, frozen=True):
    """A picture, clip or sound to ask for, with the provider's own words for the patient."""

    kind: str
    note: str = ""


def _id(request: Request) -> UUID:
    try:
        return UUID(request.path_params["id"])
    except ValueError as error:
        raise not_found("visit") from error


class VisitsApi:
    """The visits' routes."""

    def __init__(self, switch: Switch, limits: Limits, identities: Identities) -> None:
        self._switch = switch
        self._db = switch.db
        self._limits = limits
        self._identities = identities

    async def worklist(self, _: Request, caller: Caller) -> Response:
        """Who is here and waits where this provider works, the most urgent first."""
        here, user = self._switch.links.here(), user_of(caller)

        def look(session: Session) -> dict[str, object]:
            stations = reach.stations_of(session, user.id)
            return {
                "items": views.worklist(session, stations),
                "on_call": desk.on_call(session, here, self._limits.presence_s),
                "pages": pages.opened(session, stations),
            }

        return json(await self._db.read(look))

    async def detail(self, request: Request, caller: Caller) -> Response:
        """One visit."""
        visit, user = _id(request), user_of(caller)
        found = await self._db.read(lambda s: views.detail(s, visit, user.id, self._limits))
        if found is None:
            raise not_found("visit")
        return json(found)

    async def accept(self, request: Request, caller: Caller) -> Response:
        """Take the call; the answer vouches for the station's key, apart from what the socket carries."""
        visit, user = _id(request), user_of(caller)
        if user.voucher is None:
            raise conflict("no-identity", "This page has no key to call with. Sign out and in again.")
        call = await self._db.write(lambda s: desk.accept(s, visit, user))
        row = await self._db.read(lambda s: s.get_one(Visit, visit))
        station = await self._db.read(lambda s: stations.known(s, row.station_id))
        only = await self._db.read(lambda s: ice.relay_only(s, call.id))
        voucher = self._identities.vouch(
            station.id, trust.STATION, station.name, station.public, self._limits.session_life_s
        )
        self._switch.accepted(call, row.station_id)
        await self._switch.flush(row.station_id, visit)
        self._switch.pusher.changed(visit)
        return json(
            {
                "call": call.id,
                "room": call.room,
                "station": self._identities.told(voucher).decode(),
                **ice.ways(self._switch.turn, user.id, only=only),
            }
        )

    async def end_call(self, request: Request, caller: Caller) -> Response:
        """Hang up."""
        visit, user = _id(request), user_of(caller)
        ended = await self._db.write(lambda s: desk.end(s, visit, "ended", user.id))
        self._switch.ended(ended)
        return json({})

    async def chat(self, request: Request, caller: Caller) -> Response:
        """Write to the patient."""
        visit, user = _id(request), user_of(caller)
        given = await told(request, Text, self._limits.json_body)
        await self._db.write(lambda s: plans.chat(s, visit, user, given, self._limits))
        return await self._sent(visit)

    async def ask_measure(self, request: Request, caller: Caller) -> Response:
        """Ask the patient for a measurement."""
        visit, user = _id(request), user_of(caller)
        given = await told(request, Wish, self._limits.json_body)
        await self._db.write(lambda s: wishes.ask_measure(s, visit, user, given.act))
        return await self._sent(visit)

    async def ask_capture(self, request: Request, caller: Caller) -> Response:
        """Ask the patient in the call for a picture, a clip or a sound."""
        visit, user = _id(request), user_of(caller)
        given = await told(request, CaptureWish, self._limits.json_body)
        await self._db.write(lambda s: wishes.ask_capture(s, visit, user, given.kind, given.note))
        return await self._sent(visit)

    async def withdraw(self, request: Request, caller: Caller) -> Response:
        """Take back what was asked for."""
        ask, user = _id(request), user_of(caller)
        visit = await self._db.write(lambda s: wishes.withdraw(s, ask, user))
        return await self._sent(visit)

    async def draft(self, request: Request, caller: Caller) -> Response:
        """Keep the plan's draft."""
        visit, user = _id(request), user_of(caller)
        given = await told(request, PlanDraft, self._limits.json_body)
        await self._db.write(lambda s: plans.draft(s, visit, user, given, self._limits))
        self._switch.pusher.changed(visit)
        return json({})

    async def sign(self, request: Request, caller: Caller) -> Response:
        """Sign the plan; it goes to the station's screen."""
        visit, user = _id(request), user_of(caller)
        plan = await self._db.write(lambda s: plans.sign(s, visit, user))
        await self._sent(visit)
        return json(views.plan_view(plan))

    async def shut_link(self, request: Request, _: Caller) -> Response:
        """Shut the link that the patient took home: it opens nothing any more."""
        visit = _id(request)
        await self._db.write(lambda s: links.shut(s, visit))
        self._switch.pusher.changed(visit)
        return json({})

    async def revoke_cards(self, request: Request, _: Caller) -> Response:
        """Make the patient's cards useless: one was lost."""
        visit = _id(request)
        await self._db.write(lambda s: people.revoke_cards(s, visit))
        self._switch.pusher.changed(visit)
        return json({})

    async def callback_done(self, request: Request, caller: Caller) -> Response:
        """Settle a call-back, a stored case, or somebody who left."""
        visit, user = _id(request), user_of(caller)
        given = await told(request, Done, self._limits.json_body)
        await self._db.write(lambda s: plans.callback_done(s, visit, user, given.outcome, given.note))
        self._switch.pusher.changed(visit)
        return json({})

    async def take(self, request: Request, caller: Caller) -> Response:
        """Make what is to be followed up one's own."""
        return await self._duty(request, caller, duties.take)

    async def give_back(self, request: Request, caller: Caller) -> Response:
        """Let somebody else follow it up."""
        return await self._duty(request, caller, duties.give_back)

    async def tried(self, request: Request, caller: Caller) -> Response:
        """Note an attempt to reach the patient."""
        given = await told(request, Tried, self._limits.json_body)
        return await self._duty(
            request, caller, lambda s, visit, user: duties.tried(s, visit, user, given.what, given.note)
        )

    async def _duty(
        self, request: Request, caller: Caller, deed: Callable[[Session, UUID, User], None]
    ) -> Response:
        visit, user = _id(request), user_of(caller)
        await self._db.write(lambda s: deed(s, visit, user))
        self._switch.pusher.changed(visit)
        return json({})

    async def page_answer(self, request: Request, caller: Caller) -> Response:
        """Look after a page; the screen there says that somebody has seen it."""
        page, user = _id(request), user_of(caller)
        row = await self._db.write(lambda s: pages.answer(s, page, user))
        self._switch.page_answered(row)
        return json({})

    async def page_settle(self, request: Request, caller: Caller) -> Response:
        """Note what became of a page."""
        page, user = _id(request), user_of(caller)
        given = await told(request, Settled, self._limits.json_body)
        row = await self._db.write(lambda s: pages.settle(s, page, user, given.note))
        self._switch.page_answered(row)
        return json({})

    async def acknowledge(self, request: Request, caller: Caller) -> Response:
        """Say that a person has seen an alarm; the patient's screen tells so."""
        alarm, user = _id(request), user_of(caller)
        row = await self._db.write(lambda s: plans.acknowledge(s, alarm, user.display, user.role))
        visit = await self._db.read(lambda s: s.get_one(Visit, row.visit_id))
        self._switch.acknowledged(row, visit.station_id)
        self._switch.pusher.changed(row.visit_id)
        return json({})

    async def _sent(self, visit: UUID) -> Response:
        """Push what was just written to the station and to whoever watches."""
        row = await self._db.read(lambda s: s.get_one(Visit, visit))
        await self._switch.flush(row.station_id, visit)
        self._switch.pusher.changed(visit)
        return json({})
