"""The browsers' socket: what they watch, their answers, and asking for a new offer."""

import asyncio
import contextlib
from typing import Literal
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session
from starlette.websockets import WebSocket, WebSocketDisconnect

from contract import wire
from hub import audit
from hub.accounts import logins
from hub.accounts.logins import User
from hub.calls import desk, ice, letters
from hub.calls.letters import Letters
from hub.calls.links import NO_LONGER_ALLOWED, ConsoleLink
from hub.calls.stations import offer_message
from hub.calls.switch import Switch
from hub.config import Limits
from hub.errors import ProblemError
from hub.models import Call, Visit
from hub.rooms.rooms import Rooms
from hub.rooms.socket import Described, described
from hub.web.caller import Caller
from hub.web.guard import address

BAD_MESSAGE = 1007


class Watch(msgspec.Struct, tag_field="type", tag="watch", frozen=True):
    """This visit is open on the screen; none when nothing is."""

    visit: UUID | None = None


class Answer(msgspec.Struct, tag_field="type", tag="signal", frozen=True):
    """The browser's answer to the station's offer; in a room its own offer, and its answer to the others'."""

    call: UUID
    generation: int
    kind: Literal["answer", "offer", "feeds-answer"]
    sdp: str
    signed: str = ""  # contract.trust.Proof


class Refused(msgspec.Struct, tag_field="type", tag="refused", frozen=True):
    """The browser did not believe the station's offer."""

    call: UUID
    generation: int
    why: Literal[
        "unsigned", "forged", "not-vouched", "fingerprint", "other-call", "old", "replayed", "expired"
    ]


class Restart(msgspec.Struct, tag_field="type", tag="restart", frozen=True):
    """The browser needs a new offer."""

    call: UUID


_decoder: msgspec.json.Decoder[Watch | Answer | Refused | Restart | Letters] = msgspec.json.Decoder(
    Watch | Answer | Refused | Restart | Letters
)


class ConsoleSocket:
    """Serves one socket after the other; holds no state of its own."""

    def __init__(self, switch: Switch, limits: Limits, rooms: Rooms) -> None:
        self._switch = switch
        self._db = switch.db
        self._pusher = switch.pusher
        self._limits = limits
        self._rooms = rooms

    async def serve(self, websocket: WebSocket, caller: Caller) -> None:
        """Read until the browser goes, says what is no message, or is signed out."""
        assert isinstance(caller, User)
        await websocket.accept()
        link = ConsoleLink(websocket, self._limits.socket_backlog, caller)
        self._switch.links.console_came(link)
        writer = asyncio.create_task(link.run_writer())
        try:
            self._pusher.changed()
            await self._offer_again(link)
            while True:
                await self._take(link, await websocket.receive_text(), address(websocket))
        except (msgspec.DecodeError, UnicodeDecodeError, ProblemError):
            link.close(BAD_MESSAGE)
        except (WebSocketDisconnect, KeyError, RuntimeError):
            link.close(BAD_MESSAGE)  # gone, or a binary frame
        finally:
            self._switch.links.console_went(link)
            self._pusher.changed()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await writer

    async def _offer_again(self, link: ConsoleLink) -> None:
        """Give a browser that came back the offer it has not answered."""
        call = await self._db.read(lambda s: desk.of_user(s, link.user.id))
        if call is not None and call.offer and call.answer_generation < call.offer_generation:
            only = await self._db.read(lambda s: ice.relay_only(s, call.id))
            ways = ice.ways(self._switch.turn, link.user.id, only=only)
            message = offer_message(call.id, call.offer_generation, call.offer, call.offer_signed) | ways
            link.send(msgspec.json.encode(message).decode())

    async def _take(self, link: ConsoleLink, text: str, peer: str) -> None:
        message = _decoder.decode(text)
        user = await self._db.read(lambda s: logins.by_hash(s, link.user.login, self._limits))
        if user is None:
            link.close(NO_LONGER_ALLOWED)
            return
        match message:
            case Watch():
                await self._watch(link, message, peer)
            case Answer():
                await self._answer(link, message)
            case Refused():
                await self._refused(link, message, peer)
            case Restart():
                await self._restart(link, message)
            case Letters():
                await letters.from_console(self._switch, link, message)

    async def _watch(self, link: ConsoleLink, message: Watch, peer: str) -> None:
        if message.visit is None:
            link.watched.clear()
            return
        visit = message.visit
        entry = audit.Entry(f"user:{link.user.name}", "watch-visit", "WS /api/socket", str(visit), "ok", peer)
        await self._db.write(lambda s: audit.note(s, entry))
        link.watched = {visit}
        await self._pusher.send_visit(link, visit)

    async def _answer(self, link: ConsoleLink, message: Answer) -> None:
        if max(len(message.sdp), len(message.signed)) > self._limits.sdp_chars:
            raise ProblemError(413, "too-large", "This answer is too long.")

        if message.kind != "answer":
            await self._to_room(link, message)
            return

        def work(session: Session) -> UUID | None:
            only = ice.relay_only(session, message.call)
            given = wire.Signal(
                call=message.call,
                generation=message.generation,
                kind=message.kind,
                sdp=ice.without_addresses(message.sdp) if only else message.sdp,
                signed=message.signed.encode(),
            )
            return desk.answer(session, link.user, given)

        with contextlib.suppress(ProblemError):  # the call ended meanwhile; the browser is told of that
            station = await self._db.write(work)
            if station is not None:
                await self._switch.answers(station)

    async def _to_room(self, link: ConsoleLink, message: Answer) -> None:
        call = await self._db.read(lambda s: desk.of_user(s, link.user.id))
        if call is None or call.id != message.call or message.kind == "answer":
            return
        told = Described(message.call, message.generation, message.kind, message.sdp, message.signed)
        answer = await described(self._rooms, link.user.id, told)
        if answer is not None:
            link.send(answer)

    async def _refused(self, link: ConsoleLink, message: Refused, peer: str) -> None:
        """Note it, and have the station say so: nobody may wonder why there is no picture."""
        entry = audit.Entry(
            f"user:{link.user.name}", "call-refused", "WS /api/socket", str(message.call), message.why, peer
        )

        def work(session: Session) -> UUID | None:
            audit.note(session, entry)
            return self._station_of(session, link, message.call)

        station = await self._db.write(work)
        if station is not None:
            refused = wire.CallRefused(call=message.call, generation=message.generation, why=message.why)
            self._switch.links.tell(station, refused)

    @staticmethod
    def _station_of(session: Session, link: ConsoleLink, call_id: UUID) -> UUID | None:
        """Return the station of this user's call that goes on."""
        call = session.get(Call, call_id)
        if call is None or call.account_id != link.user.id or call.ended_at is not None:
            return None
        return session.get_one(Visit, call.visit_id).station_id

    async def _restart(self, link: ConsoleLink, message: Restart) -> None:
        station = await self._db.read(lambda s: self._station_of(s, link, message.call))
        if station is not None:
            self._switch.links.tell(station, wire.CallRestart(call=message.call))
