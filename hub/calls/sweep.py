"""What time alone does: providers lost, visits interrupted, revoked stations and old logins let go."""

import asyncio
import logging
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from contract import wire
from contract.talk import GUEST_ROLES
from hub.accounts import logins
from hub.calls import desk
from hub.calls.links import NO_LONGER_ALLOWED
from hub.calls.renewal import Renewal
from hub.calls.switch import Switch
from hub.config import Limits
from hub.keys import DAY_S
from hub.models import Call, Station, Visit
from hub.times import now, rfc3339
from hub.visits import duties, record
from hub.web.guard import where

log = logging.getLogger("carepost.hub")


class Sweep:
    """`run` is a task."""

    def __init__(self, switch: Switch, limits: Limits) -> None:
        self._switch = switch
        self._limits = limits
        self._renewal = Renewal(switch)
        self._next_warning = 0.0

    async def run(self) -> None:
        """Look around until cancelled."""
        while True:
            await asyncio.sleep(self._limits.sweep_s)
            try:
                await self.once()
            except SQLAlchemyError as error:
                log.error("sweep: %s", where(error.__cause__ or error))

    async def once(self) -> None:
        """Look around once."""
        db = self._switch.db
        calls, visits = await db.read(self._due)
        for call in calls:
            ended = await db.write(lambda s, v=call.visit_id: desk.end(s, v, "provider-lost"))  # type: ignore[misc]
            self._switch.ended(ended)
        for visit in visits:
            await db.write(lambda s, v=visit.id: self._interrupted(s, v))  # type: ignore[misc]
            self._switch.pusher.changed(visit.id)
        await self._give_owners()
        await self._renewal.once()
        await self._let_go()
        await self._keep_signed_in()
        await self._keys()

    def _due(self, session: Session) -> tuple[list[Call], list[Visit]]:
        calls = session.scalars(select(Call).where(Call.ended_at.is_(None)))
        visits = session.scalars(select(Visit).where(Visit.interrupt_at < now(), Visit.closed_how.is_(None)))
        return [c for c in calls if self._lost(c)], list(visits)

    def _lost(self, call: Call) -> bool:
        gone = self._switch.links.gone_for(call.account_id)
        if gone is None:
            return False
        grace = self._limits
        limit = grace.provider_lost_s if self._switch.links.known(call.account_id) else grace.restart_grace_s
        return gone > limit and now() - call.started_at > limit

    @staticmethod
    def _interrupted(session: Session, visit: object) -> None:
        record.close(session, session.get_one(Visit, visit), "interrupted", rfc3339(now()))

    async def _give_owners(self) -> None:
        """Who left unseen has an owner as soon as anybody is on call."""
        db, here, presence_s = self._switch.db, self._switch.links.here(), self._limits.presence_s

        def look(session: Session) -> tuple[list[UUID], set[UUID]]:
            visits = duties.without_owner(session)
            return visits, desk.who_is_on_call(session, here, presence_s) if visits else set()

        visits, there = await db.read(look)
        for visit in visits if there else ():
            if await db.write(lambda s, v=visit: duties.assign(s, v, there)):  # type: ignore[misc]
                self._switch.pusher.changed(visit)

    async def _let_go(self) -> None:
        """Close sockets of stations that were revoked or are another machine, of users whose login ended."""
        links = self._switch.links
        stations, users = list(links.machines()), [*links.consoles, *links.guests]

        def work(session: Session) -> tuple[set[object], set[bytes]]:
            query = select(Station.id, Station.public).where(
                Station.revoked_at.is_(None), Station.id.in_([link.station.id for link in stations])
            )
            ended = {
                link.user.login
                for link in users
                if logins.by_hash(session, link.user.login, self._limits) is None
            }
            return {(row.id, row.public) for row in session.execute(query)}, ended

        good, ended = await self._switch.db.read(work)
        for station in stations:
            if (station.station.id, station.station.public) not in good:
                station.close(NO_LONGER_ALLOWED)
        for link in users:
            if link.user.login in ended:
                link.close(NO_LONGER_ALLOWED)

    async def _keys(self) -> None:
        """Tell stations of a new key set; warn once a day of keys that end soon."""
        keys = self._switch.keys
        try:
            changed = await self._switch.db.aside(keys.look_again)
        except (OSError, ValueError, TypeError) as error:  # a file half written, or none of ours
            log.error("the folder of keys cannot be read: %s", where(error))
            return
        if changed:
            signed = keys.signed_key_set()
            for link in self._switch.links.machines():
                if link.greeted:
                    link.tell(wire.KeysChanged(keys=signed))
        if now() >= self._next_warning:
            self._next_warning = now() + DAY_S
            for words in keys.ending(self._limits.key_warning_days):
                log.warning("%s", words)

    async def _keep_signed_in(self) -> None:
        """Whoever is on call, or in a call, with the console open is not idle."""
        links = self._switch.links
        users = {link.user.login: link.user for link in (*links.consoles, *links.guests)}

        def stale(session: Session) -> list[logins.User]:
            found = [logins.by_hash(session, login, self._limits) for login in users]
            old = [u for u in found if u is not None and now() - u.seen_at > self._limits.presence_s]
            return [u for u in old if u.on_call or u.role in GUEST_ROLES or desk.of_user(session, u.id)]

        for user in await self._switch.db.read(stale) if users else ():
            await self._switch.db.write(lambda s, u=user: logins.touch(s, u))  # type: ignore[misc]
