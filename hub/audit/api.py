"""What an operator looks at: the audit, and the quarantine."""

from uuid import UUID

from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from hub import audit
from hub.db import Database
from hub.errors import conflict, not_found
from hub.intake import quarantine
from hub.intake.filer import Filer
from hub.times import rfc3339
from hub.web.caller import Caller
from hub.web.guard import json

NEWEST = 500  # rows of the audit in an answer


class OperatorApi:
    """The operators' routes."""

    def __init__(self, db: Database, filer: Filer) -> None:
        self._db = db
        self._filer = filer

    async def audit(self, _: Request, __: Caller) -> Response:
        """Return the newest accesses, newest first."""
        return json({"items": await self._db.read(_newest)})

    async def quarantine(self, _: Request, __: Caller) -> Response:
        """Return what could not be filed, without its content."""
        return json({"items": await self._db.read(quarantine.listed)})

    async def retry(self, request: Request, _: Caller) -> Response:
        """Put something back in line, after a mended hub or a restored key."""
        try:
            identity = UUID(request.path_params["id"])
        except ValueError as error:
            raise not_found("quarantined thing") from error
        if not await self._db.write(lambda s: quarantine.retry(s, identity)):
            raise conflict("not-fileable", "This cannot be filed: it did not come as a verified envelope.")
        self._filer.wake()
        return json({})


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
