"""The stations' HTTP routes: enrolment (on the console's listener), envelopes, keys, profile."""

import asyncio
from functools import partial

import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from contract import wire
from hub.accounts import limits as tries
from hub.config import Limits
from hub.db import Database
from hub.errors import ProblemError
from hub.fleet import stations
from hub.fleet.enrol import Enrolment
from hub.fleet.peer import TlsPeer
from hub.fleet.stations import KnownStation
from hub.intake import receive
from hub.intake.filer import Filer
from hub.intake.opening import same_content
from hub.times import now
from hub.web.caller import Caller
from hub.web.guard import address, body, note_with

MSGPACK = "application/msgpack"
ENROL_BODY = 64 << 10
LOOK_S = 0.5  # between two looks for an operator's decision


def _station(caller: Caller) -> KnownStation:
    assert isinstance(caller, KnownStation)  # the route's rule has checked it
    return caller


class FleetApi:
    """The stations' routes."""

    def __init__(self, db: Database, enrolment: Enrolment, filer: Filer, limits: Limits) -> None:
        self._db = db
        self._enrolment = enrolment
        self._filer = filer
        self._limits = limits

    async def cacerts(self, _: Request, __: Caller) -> Response:
        """The station CA's certificate; whoever enrols checks it against the code's pin."""
        return Response(self._enrolment.ca.pem, media_type="application/x-pem-file")

    async def enrol(self, request: Request, _: Caller) -> Response:
        """Use a one-time code up; the certificate, or 202 while an operator has yet to look."""
        keys = {f"enrol:{address(request)}": self._limits.failures_per_address}
        try:
            asked = msgspec.msgpack.decode(await body(request, ENROL_BODY), type=wire.EnrolRequest)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise ProblemError(400, "not-a-request", "This is not an enrolment request.") from error
        counted = await self._db.write(lambda s: tries.begin(s, keys, self._limits))

        def work(session: Session) -> wire.EnrolAnswer | None:
            tries.take_back(session, counted)
            return self._enrolment.answer(session, asked, address(request))

        answer = await self._db.write(work)
        if answer is None and await self._looked_at(asked.code):
            answer = await self._db.write(work)
        if answer is None:
            return Response(status_code=202, headers={"retry-after": "1"})
        request.scope["carepost_actor"] = f"station:{answer.station}"
        return Response(wire.encode(answer), media_type=MSGPACK)

    async def _looked_at(self, code: str) -> bool:
        """Wait a little for the operator's decision; False when it has not come."""
        end = now() + self._limits.enrol_hold_s
        while now() < end:
            await asyncio.sleep(LOOK_S)
            if await self._db.read(lambda s: self._enrolment.decided(s, code)):
                return True
        return False

    async def renew(self, request: Request, caller: Caller) -> Response:
        """Renew the certificate of a station's same key."""
        station, der = _station(caller), TlsPeer().certificate(request)
        assert der is not None  # the route's rule has known the station by it
        csr = await body(request, ENROL_BODY)
        made = await self._db.write(lambda s: self._enrolment.renew(s, station, der, csr))
        return Response(made, media_type="application/x-pem-file")

    async def envelopes(self, request: Request, caller: Caller) -> Response:
        """Store a batch durably and answer with the signed receipt."""
        station = _station(caller)
        items = receive.split(await body(request, wire.MAX_BODY))
        checked = await self._db.aside(lambda: [receive.check(item, station) for item in items])
        keys = self._enrolment.keys
        same = partial(same_content, keys=keys)

        def work(session: Session) -> bytes:
            fates = receive.store(session, station, checked, same, self._limits.refused_bytes)
            note_with(request, session)
            return receive.receipt(session, fates, keys.signing)

        receipt = await self._db.write(work)
        self._filer.wake()
        return Response(receipt, media_type=MSGPACK)

    async def keys(self, _: Request, __: Caller) -> Response:
        """The signed key set."""
        return Response(self._enrolment.keys.signed_key_set(), media_type=MSGPACK)

    async def profile(self, _: Request, caller: Caller) -> Response:
        """The station's signed profile as it is now."""
        station = _station(caller)
        made = await self._db.read(
            lambda s: stations.profile(stations.find(s, station.id), stations.hub_url(s))
        )
        return Response(self._enrolment.keys.signed_profile(made), media_type=MSGPACK)
