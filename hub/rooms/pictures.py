"""A visit's pictures and sounds for somebody let into its call.

Three things must be so at each access: the role is one that may (the route's rule), they are in the call now,
and the patient said yes to this as well, on the screen, by name. Readings, answers and names stay closed.
"""

from uuid import UUID

from msgspec.structs import replace
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from contract.talk import PICTURE_ROLES
from hub.accounts.api import user_of
from hub.calls.switch import Switch
from hub.db import Database
from hub.errors import ProblemError, not_found
from hub.fhir.binary import BinaryApi, ready
from hub.models import Blob, Call
from hub.rooms import guests
from hub.visits import attachments
from hub.web.caller import Caller
from hub.web.guard import json


class GuestPictures:
    """The routes."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._binary = BinaryApi(db)

    async def listed(self, request: Request, caller: Caller) -> Response:
        """List what there is, with addresses that are good for this call alone."""
        call, account = _uuid(request, "id"), user_of(caller).id

        def work(session: Session) -> list[attachments.AttachmentView]:
            visit = shown(session, call, account)
            views = attachments.of_visit(session, visit)
            return [
                replace(view, url=f"/api/calls/{call}/pictures/{view.id}" if view.url else "")
                for view in views
            ]

        return json({"attachments": await self._db.read(work)})

    async def read(self, request: Request, caller: Caller) -> Response:
        """One of them: its bytes or a range of them."""
        call, account = _uuid(request, "id"), user_of(caller).id
        picture = str(_uuid(request, "picture"))

        def work(session: Session) -> Blob:
            visit = shown(session, call, account)
            row = ready(session, picture)
            if row.visit_id != visit:
                raise not_found("picture")
            return row

        return self._binary.answer(request, await self._db.read(work))


async def tell_more(switch: Switch, visits: set[UUID]) -> None:
    """Have guests who may see the pictures of these visits look again."""
    for link in list(switch.links.guests):

        def theirs(session: Session, account: UUID = link.user.id) -> bool:
            row = guests.of_account(session, account)
            if row is None or row.state != "admitted" or not row.pictures:
                return False
            return session.get_one(Call, row.call_id).visit_id in visits

        if await switch.db.read(theirs):
            link.send('{"type":"pictures"}')


def shown(session: Session, call: UUID, account: UUID) -> UUID:
    """Return the visit whose pictures somebody may see; ProblemError 403 without the patient's yes, 404."""
    row, around = guests.inside(session, call, account)
    if row.role not in PICTURE_ROLES or not row.pictures:
        raise ProblemError(403, "not-shared", "The patient has not said yes to showing you pictures.")
    return around.visit_id


def _uuid(request: Request, name: str) -> UUID:
    try:
        return UUID(request.path_params[name])
    except ValueError as error:
        raise not_found(name) from error
