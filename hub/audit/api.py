"""What an operator looks at: the audit, the quarantine; and what they decide."""

from uuid import UUID

import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from hub import audit
from hub.accounts.api import user_of
from hub.db import Database
from hub.errors import invalid, not_found
from hub.intake import alarms, decisions, quarantine
from hub.intake.filer import Filer
from hub.times import rfc3339
from hub.web.caller import Caller
from hub.web.guard import json, told

NEWEST = 500  # rows of the audit in an answer
NOTE = 16 << 10  # bytes of a decision's body


class Note(msgspec.Struct, frozen=True):
    """What a person found, in words."""

    note: str = ""


class OperatorApi:
    """The operators' routes."""

    def __init__(self, db: Database, filer: Filer) -> None:
        self._db = db
        self._filer = filer

    async def audit(self, _: Request, __: Caller) -> Response:
        """Return the newest accesses, newest first."""
        return json({"items": await self._db.read(_newest)})

    async def quarantine(self, request: Request, __: Caller) -> Response:
        """Return what could not be filed, without its content; with `?settled=1` also what was settled."""
        settled = request.query_params.get("settled") == "1"
        return json({"items": await self._db.read(lambda s: quarantine.listed(s, settled=settled))})

    async def release(self, request: Request, caller: Caller) -> Response:
        """File something after all: after a mended hub, a restored key, a look at both of a conflict."""
        identity, by = _id(request), user_of(caller).name
        given = await told(request, Note, NOTE)
        await self._db.write(lambda s: decisions.release(s, identity, by, given.note))
        self._filer.wake()
        return json({})

    async def keep(self, request: Request, caller: Caller) -> Response:
        """Leave something unfiled for good, with a note; it stays in quarantine, whole."""
        identity, by = _id(request), user_of(caller).name
        given = await told(request, Note, NOTE)
        await self._db.write(lambda s: decisions.keep(s, identity, by, _worded(given)))
        return json({})

    async def settle_alarm(self, request: Request, caller: Caller) -> Response:
        """Note that a technician has seen to a station's alarm."""
        identity, by = _id(request), user_of(caller).name
        given = await told(request, Note, NOTE)
        await self._db.write(lambda s: alarms.settle(s, identity, by, _worded(given)))
        return json({})


def _id(request: Request) -> UUID:
    try:
        return UUID(request.path_params["id"])
    except ValueError as error:
        raise not_found("thing of that id") from error


def _worded(told: Note) -> str:
    if not told.note.strip():
        raise invalid("Say in a note what was found.")
    return told.note.strip()


def _newest(session: Session) -> list[dict[str, object]]:
    return [
        {
            "seq": row.seq,
            "at": rfc3339(row.at),
            "actor": row.actor,
            "action": row.action,
            "route": row.route,
            "target": row.target,
            "outcome": row.outcome,
            "address": row.address,
        }
        for row in audit.entries(session, NEWEST)
    ]
