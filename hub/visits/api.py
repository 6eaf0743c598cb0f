"""The provider's routes: who waits, one visit, its call, chat and plan."""

from uuid import UUID

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from hub.accounts.api import user_of
from hub.calls import desk, ice
from hub.calls.switch import Switch
from hub.config import Limits
from hub.errors import not_found
from hub.models import Visit
from hub.visits import plans, views
from hub.visits.plans import PlanDraft
from hub.web.caller import Caller
from hub.web.guard import json, told


class Text(msgspec.Struct, frozen=True):
    """A line of chat."""

    text: str


class Note(msgspec.Struct, frozen=True):
    """What came of a call-back."""

    note: str = ""


class Wish(msgspec.Struct, frozen=True):
    """A measurement to ask for."""

    act: str


def _id(request: Request) -> UUID:
    try:
        return UUID(request.path_params["id"])
    except ValueError as error:
        raise not_found("visit") from error


class VisitsApi:
    """The visits' routes."""

    def __init__(self, switch: Switch, limits: Limits) -> None:
        self._switch = switch
        self._db = switch.db
        self._limits = limits

    async def worklist(self, _: Request, __: Caller) -> Response:
        """Who is here and waits, the most urgent first."""
        here = self._switch.links.here()
        items = await self._db.read(views.worklist)
        count = await self._db.read(lambda s: desk.on_call(s, here, self._limits.presence_s))
        return json({"items": items, "on_call": count})

    async def detail(self, request: Request, caller: Caller) -> Response:
        """One visit."""
        visit, user = _id(request), user_of(caller)
        found = await self._db.read(lambda s: views.detail(s, visit, user.id, self._limits))
        if found is None:
            raise not_found("visit")
        return json(found)

    async def accept(self, request: Request, caller: Caller) -> Response:
        """Take the call."""
        visit, user = _id(request), user_of(caller)
        call = await self._db.write(lambda s: desk.accept(s, visit, user))
        row = await self._db.read(lambda s: s.get_one(Visit, visit))
        self._switch.accepted(call, row.station_id)
        await self._switch.flush(row.station_id, visit)
        self._switch.pusher.changed(visit)
        return json({"call": call.id, "ice_servers": ice.servers(self._switch.turn, user.id)})

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
        await self._db.write(lambda s: plans.chat(s, visit, user, given.text, self._limits))
        return await self._sent(visit)

    async def ask_measure(self, request: Request, _: Caller) -> Response:
        """Ask the patient for a measurement."""
        visit = _id(request)
        given = await told(request, Wish, self._limits.json_body)
        await self._db.write(lambda s: plans.ask_measure(s, visit, given.act))
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

    async def callback_done(self, request: Request, caller: Caller) -> Response:
        """Settle a call-back, a stored case, or somebody who left."""
        visit, user = _id(request), user_of(caller)
        given = await told(request, Note, self._limits.json_body)
        await self._db.write(lambda s: plans.callback_done(s, visit, user, given.note, self._limits))
        self._switch.pusher.changed(visit)
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
