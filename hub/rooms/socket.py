"""The guests' socket: how it stands for them, descriptions of their part in a room, a captioner's letters."""

import asyncio
import contextlib
from typing import Literal
from uuid import UUID

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect

from contract import wire
from hub.accounts import logins
from hub.accounts.logins import User
from hub.calls.letters import Letters
from hub.calls.links import NO_LONGER_ALLOWED, ConsoleLink
from hub.calls.switch import Switch
from hub.config import Limits
from hub.models import Guest
from hub.rooms import captions, guests
from hub.rooms.rooms import Rooms
from hub.web.caller import Caller

BAD_MESSAGE = 1007


class Described(msgspec.Struct, tag_field="type", tag="signal", frozen=True):
    """A browser's offer to send, or its answer to ours."""

    call: UUID
    generation: int
    kind: Literal["offer", "feeds-answer"]
    sdp: str
    signed: str


_decoder: msgspec.json.Decoder[Described | Letters] = msgspec.json.Decoder(Described | Letters)


class GuestSocket:
    """Serves one socket after the other; holds no state of its own."""

    def __init__(self, rooms: Rooms, switch: Switch, limits: Limits) -> None:
        self._rooms = rooms
        self._switch = switch
        self._db = switch.db
        self._limits = limits

    async def serve(self, websocket: WebSocket, caller: Caller) -> None:
        """Read until the browser goes, says what is no message, or has no part in a call any more."""
        assert isinstance(caller, User)
        await websocket.accept()
        link = ConsoleLink(websocket, self._limits.socket_backlog, caller)
        self._switch.links.guests.add(link)
        writer = asyncio.create_task(link.run_writer())
        try:
            view = await self._db.read(lambda s: self._rooms.view(s, caller.id))
            link.send(msgspec.json.encode({"type": "invitation"} | view).decode())
            while True:
                await self._take(link, _decoder.decode(await websocket.receive_text()))
        except (msgspec.DecodeError, UnicodeDecodeError):
            link.close(BAD_MESSAGE)
        except (WebSocketDisconnect, KeyError, RuntimeError):
            link.close(BAD_MESSAGE)  # gone, or a binary frame
        finally:
            self._switch.links.guests.discard(link)
            self._rooms.guest_went(caller.id)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await writer

    async def _take(self, link: ConsoleLink, told: Described | Letters) -> None:
        if await self._db.read(lambda s: logins.by_hash(s, link.user.login, self._limits)) is None:
            link.close(NO_LONGER_ALLOWED)
            return
        if isinstance(told, Letters):
            await captions.write(self._switch, link.user, told)
            return
        row: Guest | None = await self._db.read(lambda s: guests.of_account(s, link.user.id))
        if row is None or row.state != "admitted" or row.call_id != told.call:
            return
        if max(len(told.sdp), len(told.signed)) > self._limits.sdp_chars:
            link.close(BAD_MESSAGE)
            return
        answer = await described(self._rooms, row.id, told)
        if answer is not None:
            link.send(answer)


async def described(rooms: Rooms, person: UUID, told: Described) -> str | None:
    """Pass a browser's description to its call's room; returns the room's answer as the browser gets it."""
    if told.kind == "feeds-answer":
        await rooms.answered(told.call, person, told.generation, told.sdp)
        return None
    given = wire.Signal(
        call=told.call,
        generation=told.generation,
        kind="offer",
        sdp=told.sdp,
        signed=told.signed.encode(),
    )
    answer = await rooms.offered(told.call, person, given)
    if answer is None:
        return None
    said = {
        "type": "signal",
        "call": answer.call,
        "generation": answer.generation,
        "kind": "answer",
        "sdp": answer.sdp,
        "signed": answer.signed.decode(),
    }
    return msgspec.json.encode(said).decode()
