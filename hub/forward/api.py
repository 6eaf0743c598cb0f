"""The operators' routes: how forwarding stands, and releasing what a server refused."""

from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from hub.db import Database
from hub.errors import not_found
from hub.forward import outbox
from hub.web.caller import Caller
from hub.web.guard import json


class ForwardApi:
    """The forwarding's routes."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def status(self, _: Request, __: Caller) -> Response:
        """Return how each target stands and what it refused, without a patient's data of ours."""
        return json({"items": await self._db.read(outbox.status)})

    async def retry(self, request: Request, _: Caller) -> Response:
        """Release something refused: it is sent again."""
        try:
            key = UUID(request.path_params["id"])
        except ValueError as error:
            raise not_found("refused resource") from error
        await self._db.write(lambda s: outbox.retry(s, key))
        return json({})
