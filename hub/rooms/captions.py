"""Captions by somebody let into the call for nothing else: what is said, written for the patient."""

from uuid import UUID

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from hub.accounts.api import user_of
from hub.accounts.logins import User
from hub.calls import letters
from hub.calls.letters import Letters
from hub.calls.switch import Switch
from hub.config import Limits
from hub.errors import ProblemError, invalid, not_found
from hub.rooms import guests
from hub.visits import plans
from hub.visits.plans import Text
from hub.web.caller import Caller, Rule
from hub.web.guard import json, told

KIND = "caption"


class Captions:
    """The route of whole lines; letters under way come by the guests' socket."""

    def __init__(self, switch: Switch, limits: Limits) -> None:
        self._switch = switch
        self._limits = limits

    async def say(self, request: Request, caller: Caller) -> Response:
        """Write a line, or put an own one right."""
        user = user_of(caller)
        given = await told(request, Text, self._limits.json_body)
        if given.kind != KIND:
            raise invalid("A captioner writes captions only.")
        try:
            call = UUID(request.path_params["id"])
        except ValueError as error:
            raise not_found("call") from error

        def work(session: Session) -> tuple[UUID, UUID, UUID]:
            _, around = guests.inside(session, call, user.id)
            row = plans.visit_row(session, around.visit_id)
            line = plans.chat(session, row.id, user, given, self._limits)
            return row.id, line, row.station_id

        visit, line, station = await self._switch.db.write(work)
        await self._switch.flush(station, visit)
        self._switch.pusher.changed(visit)
        return json({"id": line})


async def write(switch: Switch, user: User, given: Letters) -> None:
    """Pass letters on, of who is let in as a captioner; anybody else's go nowhere."""
    if user.role != Rule.CAPTIONER or given.kind != KIND:
        return

    def visit(session: Session) -> UUID | None:
        row = guests.of_account(session, user.id)
        if row is None:
            return None
        try:
            return guests.inside(session, row.call_id, user.id)[1].visit_id
        except ProblemError:
            return None

    if await switch.db.read(visit) == given.visit:
        await letters.pass_on(switch, user, given)
