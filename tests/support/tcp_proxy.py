"""A TCP proxy that fails as networks do. What passes is opaque: TLS goes through from end to end."""

import asyncio
import contextlib
import threading
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, Self


class Proxy:
    """Listens on a port of this machine (0: any) for ever and forwards to wherever the hub is now.

    Runs in a thread of its own. `target` may be changed at any time. Until changed back:
    `up`: False refuses and cuts everything. `silent`: takes bytes and passes nothing on, without a word (half
    open). `rate`: bytes a second, 0 for no limit. `drop_answers`: after so many bytes from the hub the next
    connection is reset; None for never.
    """

    def __init__(self, host: str = "127.0.0.1", port: int = 0, there: str = "127.0.0.1") -> None:
        self._at = host, port
        self._there = there  # where `target` is a port
        self.target = 0
        self.up, self.silent, self.rate = True, False, 0
        self.drop_answers: int | None = None
        self.met = threading.Event()  # somebody ran into what was set
        self._writers: set[asyncio.StreamWriter] = set()
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        self._server = self._call(self._listen())
        self.port: int = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._call(self._close())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @property
    def url(self) -> str:
        """Where the station thinks its hub is."""
        return f"https://localhost:{self.port}"

    def cut(self) -> None:
        """Reset every connection."""
        self._call(self._cut())

    def _call(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(20)

    async def _listen(self) -> asyncio.Server:
        return await asyncio.start_server(self._serve, *self._at)

    async def _close(self) -> None:
        self._server.close()
        await self._cut()
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _cut(self) -> None:
        for writer in list(self._writers):
            self._reset(writer)

    def _reset(self, writer: asyncio.StreamWriter) -> None:
        writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if not self.up:
                self.met.set()
                return
            there, back = await asyncio.open_connection(self._there, self.target)
        except OSError:
            return
        finally:
            if not self.up or "back" not in locals():
                writer.transport.abort()
        pair = {writer, back}
        self._writers |= pair
        try:
            await asyncio.wait(
                [
                    asyncio.ensure_future(self._pass(reader, back, from_hub=False)),
                    asyncio.ensure_future(self._pass(there, writer, from_hub=True)),
                ],
                return_when=asyncio.FIRST_COMPLETED,
            )
        finally:
            self._writers -= pair
            for each in pair:
                each.transport.abort()

    def _swallows(self) -> bool:
        if self.silent:
            self.met.set()
        return self.silent

    async def _pass(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, from_hub: bool
    ) -> None:
        with contextlib.suppress(OSError):
            while data := await reader.read(512 if self.rate else 65536):
                while self._swallows():  # noqa: ASYNC110 - set from another thread
                    await asyncio.sleep(0.01)
                if not self.up:
                    return
                if from_hub and self.drop_answers is not None:
                    self.drop_answers -= len(data)
                    if self.drop_answers <= 0:
                        self.drop_answers = None
                        self.met.set()
                        return
                if self.rate:
                    self.met.set()
                    await asyncio.sleep(len(data) / self.rate)
                writer.write(data)
                await writer.drain()
