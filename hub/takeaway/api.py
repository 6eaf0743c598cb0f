"""The routes of SMART Health Links. Whoever has a link's address and passcode may read what it leads to.

Asked by the reader on the hub's own page and by other people's readers alike, so any page may ask (CORS): no
cookie counts here, and what is answered is encrypted. Wrong passcodes run out with the link's life; unknown
addresses and wrong passcodes count against the asker's network address as failed sign-ins do.
"""

import asyncio
import secrets
import time
from functools import partial
from typing import Final
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from contract import health_link
from hub.accounts import limits as tries
from hub.config import Limits
from hub.db import Database
from hub.errors import ProblemError, invalid, not_found
from hub.fleet import stations
from hub.models import HealthLink, Station, Visit
from hub.takeaway import links
from hub.times import rfc3339
from hub.visits import record
from hub.web.caller import Caller
from hub.web.guard import address, json, name_target, told

OPEN_TO_ALL: Final = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, POST, OPTIONS",
    "access-control-allow-headers": "content-type",
    "access-control-max-age": "600",
    "cross-origin-resource-policy": "cross-origin",
}
MOST_TICKETS: Final = 10_000
LONGEST_RECIPIENT: Final = 200


class Wish(msgspec.Struct, frozen=True):
    """A manifest request. `embeddedLengthMax`: characters of a file that may stand in the answer itself."""

    recipient: str
    passcode: str = ""
    embeddedLengthMax: int | None = None


class Published(msgspec.Struct, frozen=True):
    """What a link leads to now. `base`: where the hub is reached by phones."""

    visit: UUID
    jwe: str
    at: str
    final: bool
    base: str


class TakeAwayApi:
    """The links' routes."""

    def __init__(self, db: Database, limits: Limits) -> None:
        self._db = db
        self._limits = limits
        self._tickets: dict[str, tuple[bytes, float]] = {}  # of files: link, until when (monotonic)

    async def preflight(self, _: Request, __: Caller) -> Response:
        """Tell a browser that any page may ask."""
        return Response(status_code=204, headers=OPEN_TO_ALL)

    async def manifest(self, request: Request, _: Caller) -> Response:
        """Answer what a link leads to, for the right passcode."""
        try:
            return await self._manifest(request)
        except ProblemError as error:
            return _refusal(error)

    async def _manifest(self, request: Request) -> Response:
        wish = await told(request, Wish, self._limits.json_body)
        if not 0 < len(wish.recipient.strip()) <= LONGEST_RECIPIENT:
            raise invalid("Say who asks: the recipient's name.")
        link = _link(request)
        keys = {f"link:{address(request)}": self._limits.failures_per_address}
        counted = await self._db.write(lambda s: tries.begin(s, keys, self._limits))
        if not wish.passcode:
            return await self._asked_without(link, counted)
        tried = await self._db.write(lambda s: links.begin(s, link))
        if tried is None:
            raise not_found("link")
        name_target(request, tried.visit)
        if not await asyncio.to_thread(links.fits, tried.passcode, wish.passcode):
            left = await self._db.write(lambda s: links.wrong(s, tried))
            return json({"remainingAttempts": left}, 401, OPEN_TO_ALL)

        def opened(session: Session) -> None:
            links.right(session, tried)
            tries.take_back(session, counted)

        await self._db.write(opened)
        found = await self._db.read(partial(published, link=link))
        if found is None:
            raise not_found("link")
        return self._answer(found, link, wish.embeddedLengthMax)

    async def _asked_without(self, link: bytes, counted: list[int]) -> Response:
        """Say that a passcode is needed; asking so is no try."""
        row = await self._db.read(lambda s: links.find(s, link))
        if row is None:
            raise not_found("link")
        await self._db.write(lambda s: tries.take_back(s, counted))
        return json({"remainingAttempts": row.tries_left}, 401, OPEN_TO_ALL)

    def _answer(self, found: Published, link: bytes, most: int | None) -> Response:
        files = []
        if found.jwe:
            one: dict[str, str] = {"contentType": health_link.FHIR, "lastUpdated": found.at}
            if most is None or len(found.jwe) <= most:
                one["embedded"] = found.jwe
            else:
                one["location"] = f"{health_link.manifest_url(found.base, link)}/file/{self._ticket(link)}"
            files.append(one)
        headers = OPEN_TO_ALL | ({} if found.jwe else {"retry-after": "60"})
        status = "finalized" if found.final and found.jwe else "can-change"
        return json({"status": status, "files": files}, 200, headers)

    def _ticket(self, link: bytes) -> str:
        moment = time.monotonic()
        self._tickets = {t: v for t, v in self._tickets.items() if v[1] > moment}
        while len(self._tickets) >= MOST_TICKETS:
            del self._tickets[next(iter(self._tickets))]
        ticket = secrets.token_urlsafe(32)
        self._tickets[ticket] = (link, moment + self._limits.file_life_s)
        return ticket

    async def file(self, request: Request, _: Caller) -> Response:
        """Answer one encrypted file, once, for the address that a manifest gave."""
        try:
            link = _link(request)
            meant, until = self._tickets.pop(request.path_params["ticket"], (b"", 0.0))
            found = await self._db.read(partial(published, link=link))
            if found is None or meant != link or until <= time.monotonic() or not found.jwe:
                raise not_found("file")
        except ProblemError as error:
            return _refusal(error)
        name_target(request, found.visit)
        return Response(found.jwe, 200, OPEN_TO_ALL, "application/jose")


def _link(request: Request) -> bytes:
    try:
        return health_link.secret(request.path_params["id"])
    except health_link.LinkError as error:
        raise not_found("link") from error


def _refusal(error: ProblemError) -> Response:
    headers = {} if error.retry_after is None else {"retry-after": str(error.retry_after)}
    told = {"error": {"code": error.code, "message": error.message}}
    return json(told, error.status, OPEN_TO_ALL | headers)


def published(session: Session, link: bytes) -> Published | None:
    """Return what a link leads to, None when it leads nowhere (any more)."""
    row: HealthLink | None = links.find(session, link)
    if row is None:
        return None
    visit = session.get_one(Visit, row.visit_id)
    station = session.get_one(Station, visit.station_id)
    base = stations.profile(station, "https://localhost").take_away.link_url
    plan = record.plan_of(session, visit.id)
    final = not visit.open and plan is not None and plan.signed_at is not None
    return Published(visit.id, row.jwe, rfc3339(row.built_at or 0.0), final, base)
