"""The operators' route to the figures."""

from datetime import UTC, date, datetime, timedelta
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from hub.db import Database
from hub.errors import invalid
from hub.usage import figures
from hub.web.caller import Caller
from hub.web.guard import json

DAYS: Final = 30  # when not asked for
MOST_DAYS: Final = 800


class UsageApi:
    """How well the stations serve."""

    def __init__(self, db: Database) -> None:
        self._db = db

    async def read(self, request: Request, _: Caller) -> Response:
        """Return the figures of `?first=…&last=…` (ISO dates, both included; 30 days when not told)."""
        last = _date(request, "last") or datetime.now(UTC).date() + timedelta(
            days=1
        )  # it is tomorrow somewhere
        first = _date(request, "first") or last - timedelta(days=DAYS)
        if not 0 <= (last - first).days <= MOST_DAYS:
            raise invalid(f"Ask for at most {MOST_DAYS} days, the first one first.")
        return json(await self._db.read(lambda s: figures.report(s, first, last)))


def _date(request: Request, name: str) -> date | None:
    text = request.query_params.get(name)
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise invalid(f"{name} is an ISO date, for instance 2026-11-26.") from error
