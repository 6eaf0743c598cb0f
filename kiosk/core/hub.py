"""The connection to the hub: envelopes by HTTP, everything quick by one WebSocket; mutual TLS for both.

The WebSocket is opened again for ever with back-off and jitter. What must last goes by the queue, so
nothing is kept here but the last word on whether the hub can be reached.
"""

import asyncio
import contextlib
import logging
import random
import ssl
import time
from collections.abc import Awaitable, Callable, Mapping
from email.utils import parsedate_to_datetime
from typing import Final

import httpx
import msgspec
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus, WebSocketException

from contract import wire
from contract.envelope import SignedEnvelope
from kiosk.core import why
from kiosk.core.clock import now_text
from offline_queue import QueueError, Refused, TooLarge, Unreachable

log = logging.getLogger(__name__)

FIRST_DELAY_S: Final = 0.5
LONGEST_DELAY_S: Final = 10.0
PING_S: Final = 5.0
REQUEST_S: Final = 20.0
LARGEST_MESSAGE: Final = 1 << 20  # bytes
_DIGITS: Final = 12  # of a number of seconds: more are cut anyway
OUTBOX: Final = 1000  # messages waiting for the socket to take them


def retry_after(headers: Mapping[str, str], now: float) -> float | None:
    """Return the seconds a Retry-After asks for (RFC 9110, 10.2.3: seconds or an HTTP-date); None: nothing.

    A date is counted from the answer's own Date, for our clock (`now`, Unix seconds) may be wrong.
    """
    asked = headers.get("Retry-After", "").strip()
    if asked.isascii() and asked.isdigit():
        return float(asked[:_DIGITS])
    moment = _moment(asked)
    if moment is None:
        return None
    answered = _moment(headers.get("Date", ""))
    return max(0.0, moment - (now if answered is None else answered))


def _moment(text: str) -> float | None:
    """Return an HTTP-date as Unix seconds; None when it is none."""
    try:
        return parsedate_to_datetime(text).timestamp()
    except (ValueError, OverflowError):
        return None


class HubLink:
    """Tells `on_message(message)` and `on_state(online)`; `hello` makes the first message of a connection."""

    def __init__(
        self,
        url: str,
        tls: ssl.SSLContext,
        hello: Callable[[], Awaitable[wire.StationStarted]],
        on_message: Callable[[wire.ToStation], None],
        on_state: Callable[[bool], None],
        *,
        on_trouble: Callable[[], None] = lambda: None,
        proxy: str | None = None,
    ) -> None:
        """`on_trouble` is called when `trouble` changes. `proxy`: "http://host:port", for all of it."""
        self._url = url.rstrip("/")
        self._tls = tls
        self._hello = hello
        self._on_message = on_message
        self._on_state = on_state
        self._on_trouble = on_trouble
        self._proxy = proxy
        self._client = httpx.AsyncClient(
            base_url=self._url, verify=tls, timeout=REQUEST_S, trust_env=False, proxy=proxy
        )
        self._outbox: asyncio.Queue[bytes] = asyncio.Queue(OUTBOX)
        self._again = asyncio.Event()
        self._attempt: asyncio.Task[None] | None = None
        self._socket: ClientConnection | None = None
        self.address: tuple[str, int] | None = None  # of the hub, as it was reached last
        self.online = False
        self.trouble = ""  # why the hub could not be spoken to last, an id with words; empty: it could
        self.tried_at = ""  # when envelopes were offered last, RFC 3339

    def nudge(self) -> None:
        """Connect at once: a person asked."""
        self._again.set()

    def moved(self) -> None:
        """Connect at once, from the station's new address: what was said on the old one is answered never."""
        self._again.set()
        if self._socket is not None:
            self._socket.transport.abort()
        elif self._attempt is not None:
            self._attempt.cancel()

    def send(self, message: wire.ToHub) -> bool:
        """Send when the hub is there; False when it is not (the caller knows what to say again)."""
        if not self.online:
            return False
        try:
            self._outbox.put_nowait(wire.encode(message))
        except asyncio.QueueFull:
            log.warning("the hub takes messages too slowly; a %s is left out", type(message).__name__)
            return False
        return True

    async def deliver(self, batch: list[SignedEnvelope]) -> bytes:
        """Send envelopes; the hub's signed receipt. Raises Unreachable or Refused (offline_queue)."""
        self.tried_at = now_text()
        try:
            answer = await self._client.post("/station/v1/envelopes", content=wire.encode(batch))
        except (httpx.HTTPError, OSError) as error:
            self._met(why.of_error(error))
            raise Unreachable(f"{self.trouble} ({type(error).__name__})") from error
        except asyncio.CancelledError:  # delivery's own patience is over, or core ends
            self._met("no-answer")
            raise
        if answer.status_code != httpx.codes.OK:
            self._met(why.of_status(answer.status_code))
            said = TooLarge if answer.status_code == httpx.codes.REQUEST_ENTITY_TOO_LARGE else Refused
            raise said(f"status {answer.status_code}", retry_after(answer.headers, time.time()))
        self._met("")
        return answer.content

    async def fetch_keys(self) -> bytes:
        """Fetch the hub's signed key set, unverified. Raises Unreachable or Refused (offline_queue)."""
        return await self._fetch("/station/v1/keys")

    async def fetch_profile(self) -> bytes:
        """Fetch our signed profile, unverified. Raises Unreachable or Refused (offline_queue)."""
        return await self._fetch("/station/v1/profile")

    async def renew(self, request: bytes) -> bytes:
        """Ask for a new certificate (PEM, unverified) with a PEM request. Raises Unreachable or Refused."""
        return await self._fetch("/.well-known/est/simplereenroll", request)

    async def _fetch(self, path: str, content: bytes | None = None) -> bytes:
        try:
            answer = await self._client.request("GET" if content is None else "POST", path, content=content)
        except (httpx.HTTPError, OSError) as error:
            raise Unreachable(type(error).__name__) from error
        if answer.status_code != httpx.codes.OK:
            raise Refused(f"status {answer.status_code}")
        return answer.content

    async def run(self) -> None:
        """Stay connected until cancelled."""
        delay = FIRST_DELAY_S
        while True:
            try:
                await self._try()
                delay = FIRST_DELAY_S
            except (
                OSError,
                TimeoutError,
                WebSocketException,
                msgspec.DecodeError,
                UnicodeDecodeError,
                QueueError,
            ) as error:
                if self.online:
                    delay = FIRST_DELAY_S
                self._met(_why(error))
                log.info("no connection to the hub: %s (%s)", self.trouble, type(error).__name__)
            self._set(False)
            await self._wait(delay * random.uniform(0.5, 1.0))
            delay = min(LONGEST_DELAY_S, delay * 2)

    async def _try(self) -> None:
        """Be connected, until that ends or the station moves."""
        attempt = self._attempt = asyncio.create_task(self._connected())
        try:
            await asyncio.wait({attempt})
        finally:
            self._attempt = None
            if not attempt.done():  # we are cancelled ourselves
                attempt.cancel()
                with contextlib.suppress(asyncio.CancelledError):
                    await attempt
        if not attempt.cancelled():
            attempt.result()

    async def _wait(self, seconds: float) -> None:
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(seconds):
                await self._again.wait()
        self._again.clear()

    async def close(self) -> None:
        """Let go of the HTTP connections."""
        await self._client.aclose()

    async def _connected(self) -> None:
        address = "wss" + self._url.removeprefix("https") + "/station/v1/socket"
        async with connect(
            address,
            ssl=self._tls,
            compression=None,
            proxy=self._proxy,
            open_timeout=REQUEST_S,
            ping_interval=PING_S,
            ping_timeout=PING_S * 2,
            max_size=LARGEST_MESSAGE,
        ) as socket:
            self._socket = socket
            try:
                await self._converse(socket)
            finally:
                self._socket = None

    async def _converse(self, socket: ClientConnection) -> None:
        self.address = socket.remote_address[:2]
        await socket.send(wire.encode(await self._hello()))
        while not self._outbox.empty():
            self._outbox.get_nowait()
        writer = asyncio.create_task(self._write(socket))
        try:
            async for data in socket:
                self._take(data)
        finally:
            writer.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await writer

    async def _write(self, socket: ClientConnection) -> None:
        with contextlib.suppress(WebSocketException):
            while True:
                await socket.send(await self._outbox.get())

    def _take(self, data: str | bytes) -> None:
        message = wire.decode_to_station(data if isinstance(data, bytes) else data.encode())
        self._on_message(message)
        if isinstance(message, wire.HubHello):
            self._set(True)

    def _met(self, trouble: str) -> None:
        if trouble != self.trouble:
            self.trouble = trouble
            self._on_trouble()

    def _set(self, online: bool) -> None:
        if online:
            self._met("")
        if online != self.online:
            self.online = online
            self._on_state(online)


def _why(error: Exception) -> str:
    if isinstance(error, QueueError):
        return "store"
    if isinstance(error, InvalidStatus):
        return why.of_status(error.response.status_code)
    return why.of_error(error)
