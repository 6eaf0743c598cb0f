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
from hub.calls import desk
from hub.calls.links import NO_LONGER_ALLOWED, ConsoleLink
from hub.calls.stations import offer_message
from hub.calls.switch import Switch
from hub.config import Limits
from hub.errors import ProblemError
from hub.models import Call, Visit
from hub.web.caller import Caller
from hub.web.guard import address

BAD_MESSAGE = 1007


class Watch(msgspec.Struct, tag_field="type", tag="watch", frozen=True):
    """This visit is open on the screen; none when nothing is."""

    visit: UUID | None = None


class Answer(msgspec.Struct, tag_field="type", tag="signal", frozen=True):
    """The browser's answer to an offer."""

    call: UUID
    generation: int
    kind: Literal["answer"]
    sdp: str


class Restart(msgspec.Struct, tag_field="type", tag="restart", frozen=True):
    """The browser needs a new offer."""

    call: UUID


_decoder: msgspec.json.Decoder[Watch | Answer | Restart] = msgspec.json.Decoder(Watch | Answer | Restart)


class ConsoleSocket:
    """Serves one socket after the other; holds no state of its own."""

    def __init__(self, switch: Switch, limits: Limits) -> None:
        self._switch = switch
        self._db = switch.db
        self._pusher = switch.pusher
        self._limits = limits

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
        except (msgspec.DecodeError, ProblemError):
            link.close(BAD_MESSAGE)
        except (WebSocketDisconnect, KeyError, RuntimeError):
            link.close(BAD_MESSAGE)  # gone, or a binary frame
        finally:
            self._switch.links.console_went(link)
            self._pusher.changed()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(writer, 1)

    async def _offer_again(self, link: ConsoleLink) -> None:
        """Give a browser that came back the offer it has not answered."""
        call = await self._db.read(lambda s: desk.of_user(s, link.user.id))
        if call is not None and call.offer and call.answer_generation < call.offer_generation:
            message = offer_message(call.id, call.offer_generation, call.offer)
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
            case Restart():
                await self._restart(link, message)

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
        if len(message.sdp) > self._limits.sdp_chars:
            raise ProblemError(413, "too-large", "This answer is too long.")

        def work(session: Session) -> UUID | None:
            return desk.answer(session, link.user, message.call, message.generation, message.sdp)

        with contextlib.suppress(ProblemError):  # the call ended meanwhile; the browser is told of that
            station = await self._db.write(work)
            if station is not None:
                await self._switch.answers(station)

    async def _restart(self, link: ConsoleLink, message: Restart) -> None:
        def work(session: Session) -> UUID | None:
            call = session.get(Call, message.call)
            if call is None or call.account_id != link.user.id or call.ended_at is not None:
                return None
            return session.get_one(Visit, call.visit_id).station_id

        station = await self._db.read(work)
        if station is not None:
            self._switch.links.tell(station, wire.CallRestart(call=message.call))
