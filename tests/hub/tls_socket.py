"""A WebSocket over TLS for tests that block.

The library's own blocking client reads and writes one TLS connection from two threads at once, which Python
3.11 does not guard: now and then an opening is lost, and closing it then waits for ever. This one has an
asyncio loop in a thread of its own.
"""

import asyncio
import ssl
import threading
from collections.abc import Coroutine
from concurrent.futures import TimeoutError as TooLate
from types import TracebackType
from typing import Any, Self, TypeVar

from websockets.asyncio.client import ClientConnection, connect

T = TypeVar("T")
CLOSE_S = 10.0


class TlsSocket:
    """Opened on entering; `recv` takes the seconds it may wait and raises TimeoutError after them."""

    def __init__(self, url: str, tls: ssl.SSLContext) -> None:
        self._url, self._tls = url, tls
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="tls-socket", daemon=True)
        self._connection: ClientConnection | None = None

    def __enter__(self) -> Self:
        self._thread.start()
        try:
            self._connection = self._do(self._open())
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
        self._end()

    def send(self, data: bytes) -> None:
        """Send a message; ConnectionClosed when the line is gone."""
        self._do(self._open_one().send(data))

    def recv(self, seconds: float) -> str | bytes:
        """Return the next message; ConnectionClosed when the line is gone."""
        return self._do(self._open_one().recv(), seconds)

    def close(self) -> None:
        """Say goodbye."""
        self._do(self._open_one().close(), CLOSE_S)

    def _open_one(self) -> ClientConnection:
        assert self._connection is not None, "not entered"
        return self._connection

    async def _open(self) -> ClientConnection:
        return await connect(self._url, ssl=self._tls, proxy=None)

    def _do(self, what: Coroutine[Any, Any, T], seconds: float | None = None) -> T:
        running = asyncio.run_coroutine_threadsafe(what, self._loop)
        try:
            return running.result(seconds)
        except TooLate:
            running.cancel()
            raise TimeoutError from None

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()
