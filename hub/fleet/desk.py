"""What an operator does with stations from the console: lets machines in, sees how they do, tells them."""

from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from contract.technician import TechnicianEntry, spaced
from hub.accounts.api import user_of
from hub.calls.links import Links
from hub.config import Limits
from hub.db import Database
from hub.errors import not_found
from hub.fleet import enrol, orders, report, technician
from hub.keys import HubKeys
from hub.models import Meta
from hub.web.caller import Caller
from hub.web.guard import json, told

BODY = 4 << 10
PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8"


class Wanted(msgspec.Struct, frozen=True):
    """What a station is told to do: contract.wire.ORDERS."""

    kind: str
    text: str = ""


class FleetDesk:
    """The operators' routes about stations, and figures for monitoring."""

    def __init__(self, db: Database, links: Links, limits: Limits, keys: HubKeys) -> None:
        self._db = db
        self._keys = keys
        self._links = links
        self._wait_s = limits.enrol_wait_s

    # ---- machines that wait

    async def waiting(self, _: Request, __: Caller) -> Response:
        """Return the machines that wait for somebody to compare their fingerprints."""
        found = await self._db.read(lambda s: enrol.waiting(s, self._wait_s))
        return json({"items": [machine._asdict() for machine in found]})

    async def confirm(self, request: Request, caller: Caller) -> Response:
        """Let the machine of this fingerprint in."""
        return await self._decide(request, caller, refused=False)

    async def refuse(self, request: Request, caller: Caller) -> Response:
        """Turn the machine of this fingerprint away."""
        return await self._decide(request, caller, refused=True)

    async def _decide(self, request: Request, caller: Caller, *, refused: bool) -> Response:
        machine, by = request.path_params["machine"], f"user:{user_of(caller).name}"
        name = await self._db.write(
            lambda s: enrol.decide(s, machine, by, refused=refused, wait_s=self._wait_s)
        )
        return json({"name": name})

    # ---- the fleet

    async def stations(self, _: Request, __: Caller) -> Response:
        """Return how every station does, and what somebody must look at."""
        there = set(self._links.stations)

        def work(session: Session) -> list[dict[str, object]]:
            return [report.as_json(session, one) for one in report.all_of(session, there)]

        return json({"items": await self._db.read(work)})

    async def order(self, request: Request, caller: Caller) -> Response:
        """Tell a station to do something."""
        station, by = _id(request), f"user:{user_of(caller).name}"
        wanted = await told(request, Wanted, BODY)
        made = await self._db.write(lambda s: orders.make(s, station, wanted.kind, wanted.text, by).id)
        return json({"id": made})

    async def orders(self, request: Request, _: Caller) -> Response:
        """Return what a station was told to do, and what came of it."""
        station = _id(request)
        return json({"items": await self._db.read(lambda s: orders.of(s, station))})

    async def bundle(self, request: Request, _: Caller) -> Response:
        """Return a station's diagnostic bundle."""
        order = _id(request)
        content = await self._db.read(lambda s: orders.bundle(s, order))
        headers = {"content-disposition": f'attachment; filename="carepost-{order}.json"'}
        return Response(content, 200, headers, "application/json")

    async def technician(self, request: Request, caller: Caller) -> Response:
        """Let a technician in at a station: at once where it is connected, else by a code read out."""
        station, by = _id(request), f"user:{user_of(caller).name}"
        there = await told(request, technician.There, BODY)
        yes = await self._db.write(lambda s: technician.answer(s, self._keys, station, there, by))
        opened = self._links.tell(station, TechnicianEntry(entry=yes.entry))
        return json({"code": spaced(yes.code), "there": opened})

    async def revoke(self, request: Request, _: Caller) -> Response:
        """Refuse a station from now on; its open connections end within a second."""
        station = _id(request)

        await self._db.write(lambda s: enrol.revoke(s, station))
        return json({})

    # ---- for monitoring

    async def metrics(self, _: Request, __: Caller) -> Response:
        """Return figures for Prometheus."""
        there = set(self._links.stations)
        text = await self._db.read(lambda s: report.metrics(report.all_of(s, there)))
        return Response(text, 200, media_type=PROMETHEUS)

    async def health(self, _: Request, __: Caller) -> Response:
        """Say that the hub answers and its database can be read; nothing else."""
        await self._db.read(_readable)
        return json({"status": "ok"})


def _readable(session: Session) -> object:
    return session.execute(select(Meta.name).limit(1)).first()


def _id(request: Request) -> UUID:
    try:
        return UUID(request.path_params["id"])
    except ValueError as error:
        raise not_found("thing of that id") from error
