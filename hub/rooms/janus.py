"""Janus's WebSocket API, as much of it as video rooms need: requests with their answers, and events.

One session for the whole hub. Janus never hears who anybody is: rooms and people are random ids to it.
"""

import asyncio
import contextlib
import json
import logging
import secrets
from collections.abc import Callable
from typing import Any, Final

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Subprotocol

from hub.config import Media

log = logging.getLogger("carepost.hub")
PLUGIN: Final = "janus.plugin.videoroom"
ANSWER_S: Final = 10.0  # Janus gathers addresses before it answers an offer
KEEP_S: Final = 25.0  # a session nobody speaks to ends after 60 s
Json = dict[str, Any]


class JanusError(Exception):
    """Janus can't be reached, or said no."""


class Janus:
    """`on_event(handle, event)` hears what comes unasked, `on_lost()` that the connection broke."""

    def __init__(
        self, media: Media, on_event: Callable[[int, Json], None], on_lost: Callable[[], None]
    ) -> None:
        self.admin_key = media.admin_key
        self._media = media
        self._on_event = on_event
        self._on_lost = on_lost
        self._socket: ClientConnection | None = None
        self._session = 0
        self._waiting: dict[str, asyncio.Future[Json]] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self._opening = asyncio.Lock()

    async def attach(self) -> int:
        """Return a new handle to the rooms; connects first where need be."""
        async with self._opening:
            if self._socket is None:
                await self._open()
        return int((await self._ask({"janus": "attach", "plugin": PLUGIN}))["data"]["id"])

    async def message(self, handle: int, body: Json, jsep: Json | None = None) -> Json:
        """Say something to a handle; the plugin's data, with "jsep" when a description came with it."""
        told: Json = {"janus": "message", "handle_id": handle, "body": body}
        if jsep is not None:
            told["jsep"] = jsep | {"trickle": False}
        answer = await self._ask(told)
        data: Json = answer.get("plugindata", {}).get("data", {})
        if "error_code" in data:
            raise JanusError(f"{body['request']}: {data.get('error', data['error_code'])}")
        return data | ({"jsep": answer["jsep"]} if "jsep" in answer else {})

    async def detach(self, handle: int) -> None:
        """Let go of a handle; what it sent or got ends. Never fails: it may be gone already."""
        with contextlib.suppress(JanusError):
            await self._ask({"janus": "detach", "handle_id": handle})

    async def close(self) -> None:
        """End the session, and with it every handle."""
        if self._socket is not None:
            with contextlib.suppress(JanusError):
                await self._ask({"janus": "destroy"})
        await self._shut()

    async def _open(self) -> None:
        try:
            self._socket = await connect(
                self._media.url,
                subprotocols=[Subprotocol("janus-protocol")],
                proxy=None,
                open_timeout=ANSWER_S,
                max_size=1 << 20,
            )
        except (OSError, TimeoutError, WebSocketException) as error:
            raise JanusError(f"the media server does not answer ({type(error).__name__})") from error
        self._tasks = [asyncio.create_task(self._read(self._socket)), asyncio.create_task(self._keep())]
        self._session = 0
        self._session = int((await self._ask({"janus": "create"}))["data"]["id"])

    async def _ask(self, message: Json) -> Json:
        socket = self._socket
        if socket is None:
            raise JanusError("the media server is not connected")
        transaction = secrets.token_hex(8)
        whole = message | {"transaction": transaction, "apisecret": self._media.secret}
        if self._session:
            whole["session_id"] = self._session
        answer: asyncio.Future[Json] = asyncio.get_running_loop().create_future()
        self._waiting[transaction] = answer
        try:
            await socket.send(json.dumps(whole))
            async with asyncio.timeout(ANSWER_S):
                told = await answer
        except (TimeoutError, WebSocketException) as error:
            raise JanusError(f"the media server gave no answer to {message['janus']}") from error
        finally:
            self._waiting.pop(transaction, None)
        if told["janus"] == "error":
            raise JanusError(str(told.get("error", {}).get("reason", "an error without a reason")))
        return told

    async def _read(self, socket: ClientConnection) -> None:
        with contextlib.suppress(WebSocketException, ValueError):
            async for text in socket:
                self._take(json.loads(text))
        if socket is self._socket:
            log.warning("the connection to the media server is lost")
            self._socket = None
            for waiting in self._waiting.values():
                if not waiting.done():
                    waiting.set_exception(JanusError("the connection to the media server is lost"))
            self._on_lost()

    def _take(self, told: Json) -> None:
        waiting = self._waiting.get(told.get("transaction", ""))
        if waiting is not None:
            if told["janus"] != "ack" and not waiting.done():  # "ack": the true answer is still to come
                waiting.set_result(told)
        elif "sender" in told:
            self._on_event(int(told["sender"]), told)

    async def _keep(self) -> None:
        with contextlib.suppress(JanusError):
            while True:
                await asyncio.sleep(KEEP_S)
                await self._ask({"janus": "keepalive"})

    async def _shut(self) -> None:
        socket, self._socket = self._socket, None
        if socket is not None:
            await socket.close()
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._tasks = []
