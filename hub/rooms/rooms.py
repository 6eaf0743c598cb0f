"""Every call's room: opened when the patient says yes to a third person, closed when two are left.

Two people talk directly. With a third everybody moves to the media server: the station and the provider's
browser offer anew, sending only, and get the others' pictures by offers of ours; the direct way is kept until
those flow, and the other way round when two are left. Nothing of a room outlives this process: a hub or a
media server that starts anew goes back to the direct call, and whoever was third asks again.
"""

import asyncio
import logging
from collections.abc import Coroutine, Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from contract import trust, wire
from contract.talk import PICTURE_ROLES, Present
from hub.calls import desk, ice, live
from hub.calls.switch import Switch
from hub.config import Limits, Media
from hub.identity import Identities
from hub.models import Account, Call, Guest, Visit
from hub.rooms import guests, pictures
from hub.rooms.janus import Janus, JanusError, Json
from hub.rooms.room import Feeds, Room
from hub.times import now
from hub.web.caller import Rule

log = logging.getLogger("carepost.hub")
PATIENT = "patient"  # what browsers call the station's seat
LIFE_S = 3600  # of the hub's word for its own rooms; each proof brings a fresh one


@dataclass(frozen=True)
class Around:
    """Who belongs to a call, apart from guests."""

    call: Call
    station: UUID
    provider: UUID


class Rooms:
    """Made with `media` None it has no rooms: only two can talk, and whoever asks is told so."""

    def __init__(self, switch: Switch, identities: Identities, limits: Limits, media: Media | None) -> None:
        self.available = media is not None
        self._switch = switch
        self._db = switch.db
        self._identities = identities
        self._limits = limits
        self._janus = None if media is None else Janus(media, self._event, self._lost)
        self._rooms: dict[UUID, Room] = {}  # by call
        self._closing: dict[UUID, asyncio.TimerHandle] = {}
        self._told: dict[UUID, tuple[tuple[Present, ...], tuple[Present, ...]]] = {}
        self._matching = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        switch.after_call = self._call_ended
        switch.pusher.also = self._visits_changed

    # ---- people

    async def people_changed(self, visit: UUID) -> None:
        """Somebody was asked in, asks, was let in or is gone: tell everybody, and open or close the room."""
        around = await self._db.read(lambda s: _around(s, visit))
        if around is None:
            return
        await self._tell_people(around)
        async with self._matching:
            await self._match(around)
        self._switch.pusher.changed(visit)
        await self.tell_guests(around.call.id)

    def guest_went(self, account: UUID) -> None:
        """A guest's page is gone; unless it comes back soon they have left, and are no longer named."""
        wait_s = self._limits.provider_lost_s
        asyncio.get_running_loop().call_later(wait_s, lambda: self._start(self._missed(account)))

    async def _missed(self, account: UUID) -> None:
        if any(link.user.id == account for link in self._switch.links.guests):
            return

        def work(session: Session) -> UUID | None:
            row = guests.of_account(session, account)
            if row is None or row.state not in {"asking", "admitted"}:
                return None
            guests.gone(row, "left")
            return session.get_one(Call, row.call_id).visit_id

        visit = await self._db.write(work)
        if visit is not None:
            await self.people_changed(visit)

    async def tell_guests(self, call: UUID) -> None:
        """Tell everybody asked into a call how it stands for them, also those who are just out of it."""
        links = self._switch.links
        for link in list(links.guests):
            view = await self._db.read(lambda s, a=link.user.id: self.view(s, a))  # type: ignore[misc]
            if view["call"] == call:
                link.send(msgspec.json.encode({"type": "invitation"} | view).decode())
        await self._db.write(lambda s: guests.sign_out(s, call))  # now that they know why

    def _visits_changed(self, visits: set[UUID]) -> None:
        """Have those who may see pictures look whether there are more."""
        if visits and self._switch.links.guests:
            self._start(pictures.tell_more(self._switch, visits))

    def view(self, session: Session, account: UUID) -> dict[str, Any]:
        """Return how it stands for somebody asked into a call: what they may know, nothing clinical."""
        row = guests.newest(session, account)
        if row is None:
            return {
                "state": "none",
                "call": None,
                "people": [],
                "room": False,
                "pictures": False,
                "by": "",
                "role": "",
            }
        call = session.get_one(Call, row.call_id)
        told = guests.told(session, call) if row.state == "admitted" else None
        return {
            "state": row.state,
            "call": call.id,
            "me": row.id,
            "role": row.role,
            "by": session.get_one(Account, call.account_id).display,
            "people": [] if told is None else told.present,
            "room": call.room and row.state == "admitted",
            "pictures": row.state == "admitted" and bool(row.pictures),
            "visit": call.visit_id if row.state == "admitted" and row.role == Rule.CAPTIONER else None,
            **ice.ways(self._switch.turn if row.state == "admitted" else None, account, only=False),
        }

    async def _tell_people(self, around: Around) -> None:
        told = await self._db.read(lambda s: guests.told(s, around.call))
        if self._told.get(around.call.id) != (told.present, told.asking):
            self._told[around.call.id] = (told.present, told.asking)
            await self._db.write(lambda s: live.enqueue(s, told))
            await self._switch.flush(around.station, around.call.visit_id)

    # ---- opening and closing

    async def _match(self, around: Around) -> None:
        """Have a room while there are guests let in, with a seat for each."""
        call = around.call.id
        let_in = {
            row.id: row.role
            for row in await self._db.read(lambda s: guests.of_call(s, call))
            if row.state == "admitted"
        }
        try:
            if let_in:
                await self._seat(around, let_in)
            elif call in self._rooms and call not in self._closing:
                await self._back_to_two(around)
        except JanusError as error:
            log.error("a room can't be had: %s", error)
            await self._no_room(around, let_in)

    async def _seat(self, around: Around, let_in: dict[UUID, str]) -> None:
        call = around.call.id
        if timer := self._closing.pop(call, None):
            timer.cancel()
        room = self._rooms.get(call)
        if room is None:
            assert self._janus is not None  # without one nobody can be asked in
            room = Room(self._janus, lambda person, feeds: self._feeds(around, person, feeds))
            async with room.lock:
                await room.open()
                await room.admit(around.station, first=True, patient=True)
                await room.admit(around.provider, first=True, treats=True)
            self._rooms[call] = room
        async with room.lock:
            for person in set(room.seats) - {around.station, around.provider, *let_in}:
                await room.remove(person)
            for person, role in let_in.items():
                await room.admit(person, first=False, treats=role in PICTURE_ROLES)
        await self._set_mode(around, room=True)

    async def _back_to_two(self, around: Around) -> None:
        """Nobody but two is left: the others are out at once, the two move when the direct way flows."""
        call = around.call.id
        room = self._rooms[call]
        async with room.lock:
            for person in set(room.seats) - {around.station, around.provider}:
                await room.remove(person)
        await self._set_mode(around, room=False)
        loop = asyncio.get_running_loop()
        self._closing[call] = loop.call_later(
            self._limits.room_linger_s, lambda: self._start(self._close(call))
        )

    async def _no_room(self, around: Around, let_in: Iterable[UUID]) -> None:
        def work(session: Session) -> None:
            for person in let_in:
                guests.step_back(session, person)

        await self._db.write(work)
        await self._close(around.call.id)
        await self._set_mode(around, room=False)
        await self._tell_people(around)

    async def _set_mode(self, around: Around, *, room: bool) -> None:
        def work(session: Session) -> Call | None:
            call = session.get_one(Call, around.call.id)
            if call.room == room or call.ended_at is not None:
                return None
            call.room = room
            call.offer = call.answer = call.offer_signed = call.answer_signed = ""
            return call

        changed = await self._db.write(work)
        if changed is not None:
            self._switch.accepted(changed, around.station)
            told = {"type": "room", "call": around.call.id, "room": room}
            ways = ice.ways(self._switch.turn, around.provider, only=False)
            self._switch.pusher.tell_user(around.provider, told | ways)

    async def _close(self, call: UUID) -> None:
        if timer := self._closing.pop(call, None):
            timer.cancel()
        room = self._rooms.pop(call, None)
        if room is not None:
            async with room.lock:
                await room.close()

    def _call_ended(self, ended: desk.Ended) -> None:
        self._told.pop(ended.call, None)
        self._start(self._close(ended.call))
        self._start(self.tell_guests(ended.call))

    def _lost(self) -> None:
        """The media server is gone: everybody is thrown back to two."""
        for call in list(self._rooms):
            self._start(self._fallen(call))

    async def _fallen(self, call: UUID) -> None:
        def work(session: Session) -> UUID:
            for row in guests.of_call(session, call):
                guests.step_back(session, row.id)
            return session.get_one(Call, call).visit_id

        self._rooms.pop(call, None)
        visit = await self._db.write(work)
        around = await self._db.read(lambda s: _around(s, visit))
        if around is not None:
            await self._set_mode(around, room=False)
        await self.people_changed(visit)

    async def begin(self) -> None:
        """A hub that starts anew has no rooms: calls that had one go on between two."""

        def work(session: Session) -> list[UUID]:
            calls = session.query(Call).filter(Call.ended_at.is_(None), Call.room)
            return [call.id for call in calls]

        for call in await self._db.read(work):
            await self._fallen(call)

    # ---- descriptions

    async def offered(self, call: UUID, person: UUID, given: wire.Signal) -> wire.Signal | None:
        """Take a sending offer; the room's answer, or None when there is no such room or seat."""
        room = self._rooms.get(call)
        if room is None or person not in room.seats:
            return None
        try:
            claim = msgspec.json.decode(
                msgspec.json.decode(given.signed, type=trust.Proof).claim.body, type=trust.Claim
            )
            async with room.lock:
                sdp = await room.publish(person, given.sdp)
            signed = self._prove(call, claim.run, claim.generation, claim.nonce, sdp)
        except (msgspec.DecodeError, UnicodeDecodeError, JanusError, trust.TrustError) as error:
            log.warning("a room took no offer: %s", error)
            return None
        return wire.Signal(call=call, generation=given.generation, kind="answer", sdp=sdp, signed=signed)

    async def answered(self, call: UUID, person: UUID, generation: int, sdp: str) -> None:
        """Take the answer to an offer of ours."""
        room = self._rooms.get(call)
        if room is not None:
            try:
                async with room.lock:
                    await room.answered(person, generation, sdp)
            except JanusError as error:
                log.warning("a room took no answer: %s", error)

    async def _feeds(self, around: Around, person: UUID, feeds: Feeds) -> None:
        """Pass an offer of the others' pictures on."""
        call = around.call.id
        signed = self._prove(call, self._rooms[call].run, feeds.generation, "", feeds.sdp)
        if person == around.station:
            self._switch.links.tell(
                around.station,
                wire.Signal(
                    call=call,
                    generation=feeds.generation,
                    kind="feeds",
                    sdp=feeds.sdp,
                    signed=signed,
                    streams=feeds.streams,
                ),
            )
            return
        message = {
            "type": "signal",
            "call": call,
            "generation": feeds.generation,
            "kind": "feeds",
            "sdp": feeds.sdp,
            "signed": signed.decode(),
            "streams": [
                {
                    "mid": s.mid,
                    "kind": s.kind,
                    "person": PATIENT if s.person == around.station else s.person,
                    "label": s.label,
                }
                for s in feeds.streams
            ],
        }
        await self.tell(around.provider, person, message)

    async def tell(self, provider: UUID, person: UUID, message: dict[str, Any]) -> None:
        """Send something to the provider's browsers, or to a guest's."""
        if person == provider:
            self._switch.pusher.tell_user(person, message)
            return
        account = await self._db.read(lambda s: s.get_one(Guest, person).account_id)
        data = msgspec.json.encode(message).decode()
        for link in list(self._switch.links.guests):
            if link.user.id == account:
                link.send(data)

    def _prove(self, call: UUID, run: str, generation: int, answers: str, sdp: str) -> bytes:
        issued = int(now())
        return self._identities.prove_room(
            trust.Claim(
                call=call,
                run=run,
                generation=generation,
                role=trust.ROOM,
                subject=self._identities.hub,
                fingerprints=trust.fingerprints(sdp),
                nonce=trust.new_nonce(),
                issued=issued,
                expires=issued + trust.LIFE_S,
                answers=answers,
            ),
            LIFE_S,
        )

    # ---- events and tasks

    def _event(self, handle: int, event: Json) -> None:
        if event["janus"] == "webrtcup":
            for room in list(self._rooms.values()):
                self._start(self._flows(room, handle))

    async def _flows(self, room: Room, handle: int) -> None:
        try:
            async with room.lock:
                await room.flows(handle)
        except JanusError as error:
            log.warning("a room offered nothing: %s", error)

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """The hub stops."""
        for call in list(self._rooms):
            await self._close(call)
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._janus is not None:
            await self._janus.close()


def _around(session: Session, visit: UUID) -> Around | None:
    row = session.get(Visit, visit)
    call = session.query(Call).filter(Call.visit_id == visit, Call.ended_at.is_(None)).one_or_none()
    return None if row is None or call is None else Around(call, row.station_id, call.account_id)
