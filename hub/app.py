"""The composition root: what is built from what, and the tasks that run while the hub does."""

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from uuid import UUID, uuid4

from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Mount

from hub.backup.telling import Telling
from hub.calls.links import Links
from hub.calls.pusher import Pusher
from hub.calls.sweep import Sweep
from hub.calls.switch import Switch
from hub.config import Config
from hub.db import Database, address, engines, migrate
from hub.errors import ProblemError
from hub.facility.telling import StaffTelling
from hub.fleet.ca import StationCa
from hub.fleet.enrol import Enrolment
from hub.fleet.peer import TlsPeer
from hub.fleet.watch import Watch
from hub.forward.forwarder import Forwarder
from hub.identity import Identities
from hub.intake.assembler import Assembler
from hub.intake.filer import Filer
from hub.intake.receive import EPOCH
from hub.keys import HubKeys
from hub.knowing.desk import Knowing
from hub.models import Meta
from hub.rooms.rooms import Rooms
from hub.routes import console_endpoints, station_endpoints
from hub.takeaway.publisher import Publisher
from hub.web.guard import Guard, problem
from hub.web.headers import SecurityHeaders
from hub.web.static import Console


def open_database(config: Config) -> Database:
    """Open (or make) the hub's database in its newest form, with an epoch; ProblemError when it cannot be."""
    config.data.mkdir(mode=0o700, parents=True, exist_ok=True)
    db = Database(address.find(config.data))

    def epoch(session: Session) -> None:
        if session.get(Meta, EPOCH) is None:
            session.add(Meta(name=EPOCH, value=str(uuid4())))

    try:
        migrate(db.writer)
        db.write_now(epoch)
    except DBAPIError as error:
        db.close()
        words = f"The database {address.shown(db.url)} cannot be used: {engines.reason(error)}"
        raise ProblemError(503, "database", words) from error
    return db


def new_epoch(session: Session) -> None:
    """Say that this database is of an earlier moment: stations offer again what they still hold."""
    session.get_one(Meta, EPOCH).value = str(uuid4())


@dataclass
class Hub:
    """A hub in one process: two ASGI apps over one database. Made inside a running loop."""

    config: Config
    db: Database
    ca: StationCa
    keys: HubKeys
    identities: Identities
    links: Links
    pusher: Pusher
    switch: Switch
    filer: Filer
    assembler: Assembler
    sweep: Sweep
    telling: Telling
    forwarder: Forwarder
    rooms: Rooms
    publisher: Publisher
    knowing: Knowing

    @classmethod
    def build(cls, config: Config) -> "Hub":
        """Build everything."""
        db = open_database(config)
        ca = StationCa(config.data)
        keys = HubKeys.load(config.data, config.limits.key_days)
        identities = Identities.load(config.data, keys.root)
        links = Links()
        pusher = Pusher(db, links, config.limits)
        switch = Switch(db, keys, links, pusher, config.turn)
        assembler = Assembler(db, config.limits, pusher.changed)

        def filed(visit: UUID) -> None:
            assembler.look(visit)
            pusher.changed(visit)

        filer = Filer(db, keys, config.limits, filed)
        sweep = Sweep(switch, config.limits)
        telling = Telling(db, keys, links, config.limits)
        forwarder = Forwarder(db, config.data, config.limits)
        publisher = Publisher(switch, config.limits, pusher.changed)
        pusher.listeners.append(publisher.look)
        return cls(
            config,
            db,
            ca,
            keys,
            identities,
            links,
            pusher,
            switch,
            filer,
            assembler,
            sweep,
            telling,
            forwarder,
            Rooms(switch, identities, config.limits, config.media),
            publisher,
            Knowing(switch, config.limits, config.texts),
        )

    @property
    def enrolment(self) -> Enrolment:
        """What answering a one-time code takes."""
        return Enrolment(self.ca, self.keys, self.config.limits)

    def console_app(self) -> SecurityHeaders:
        """The console's listener: browsers, FHIR clients, enrolment."""
        guard = Guard(self.db, self.config.limits, TlsPeer())
        routes = [guard.route(endpoint) for endpoint in console_endpoints(self)]
        return SecurityHeaders(_app([*routes, Mount("/", Console())]), tls=self.config.tls)

    def station_app(self) -> SecurityHeaders:
        """The stations' mutual TLS listener."""
        guard = Guard(self.db, self.config.limits, TlsPeer())
        return SecurityHeaders(_app([guard.route(e) for e in station_endpoints(self)]), tls=True)

    @contextlib.asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Run the tasks while inside; closes sockets and database after."""
        works = (
            Watch(self.db, self.links, self.config.limits),
            self.filer,
            self.assembler,
            self.pusher,
            self.sweep,
            self.telling,
            self.forwarder,
            self.publisher,
            StaffTelling(self.switch, self.config.limits),
        )
        await self.rooms.begin()
        tasks = [asyncio.create_task(work.run()) for work in works]
        try:
            yield
        finally:
            self.links.close_all()
            await self.rooms.close()
            await self.knowing.close()
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            self.db.close()


def _app(routes: list[BaseRoute]) -> Starlette:
    async def not_routed(_: Request, error: Exception) -> Response:
        status = error.status_code if isinstance(error, HTTPException) else 500
        return problem(ProblemError(status, "not-found", "There is nothing here."))

    return Starlette(routes=routes, exception_handlers={HTTPException: not_routed})
