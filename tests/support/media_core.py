"""Core's end of media's socket, with a real media process behind it, for tests and benches.

It speaks contract.control over contract.link as core does; nothing of media is imported or replaced.
"""

import asyncio
import os
import select
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Self
from uuid import UUID

from contract import link
from contract.control import (
    Configure,
    DataReceived,
    FromMedia,
    LocalDescription,
    MediaHello,
    MediaState,
    Ring,
    ToMedia,
)
from contract.frames import Frame, RingReader
from contract.profile import MediaConfig

PATIENCE_S = 20.0
_CHECKOUT = Path(__file__).resolve().parents[2]


class MediaCore:
    """Starts `python -m media`, keeps everything it says, and sends it orders."""

    def __init__(self, folder: Path, config: MediaConfig) -> None:
        self.config = config
        self.said: list[FromMedia] = []
        self.rings: dict[str, RingReader] = {}
        self.process: asyncio.subprocess.Process | None = None
        self.stderr = b""
        self._path = folder / "media.sock"
        self._listener = link.listen(self._path)
        self._link: link.Link[FromMedia, ToMedia] | None = None
        self._news = asyncio.Event()
        self._stderr_task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        asyncio.get_running_loop().add_reader(self._listener.fileno(), self._accept)
        await self.launch()
        return self

    async def __aexit__(self, *_: object) -> None:
        self.hang_up()
        asyncio.get_running_loop().remove_reader(self._listener.fileno())
        self._listener.close()
        if self.process:
            try:
                async with asyncio.timeout(PATIENCE_S):
                    await self.process.wait()
            except TimeoutError:
                self.process.kill()
                raise
        if self._stderr_task:
            await self._stderr_task
        for ring in self.rings.values():
            ring.close()

    async def launch(self) -> None:
        """Start a media process and wait until it has passed its rings."""
        for ring in self.rings.values():
            ring.close()
        self.said, self.rings = [], {}
        self.process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "media", "--core", str(self._path)),
            cwd=_CHECKOUT,
            stderr=asyncio.subprocess.PIPE,
        )
        self._stderr_task = asyncio.create_task(self._read_stderr(self.process))
        await self.until(lambda: "self" in self.rings and bool(self.states))

    async def kill(self) -> None:
        """Kill -9, as a crash does."""
        assert self.process and self._stderr_task
        self.process.send_signal(signal.SIGKILL)
        await self.process.wait()
        await self._stderr_task

    def hang_up(self) -> None:
        """Close core's end, as a core that dies does."""
        if self._link:
            asyncio.get_running_loop().remove_reader(self._link.fileno())
            self._link.close()
            self._link = None

    def send(self, order: ToMedia) -> None:
        """Send an order."""
        assert self._link
        self._link.send(order)

    async def until(self, condition: Callable[[], Any], patience_s: float = PATIENCE_S) -> None:
        """Wait until something media has said makes `condition` true."""
        async with asyncio.timeout(patience_s):
            while not condition():
                self._news.clear()
                await self._news.wait()

    async def state(self, **wanted: str) -> MediaState:
        """Wait until the newest state has these values."""
        await self.until(lambda: all(getattr(self.states[-1], name) == is_ for name, is_ in wanted.items()))
        return self.states[-1]

    async def offer(self, call: UUID, generation: int) -> str:
        """Wait for the offer of a call's generation."""

        def found() -> list[LocalDescription]:
            offers = [one for one in self.said if isinstance(one, LocalDescription)]
            return [one for one in offers if one.call == call and one.generation == generation]

        await self.until(found)
        return found()[0].sdp

    @property
    def states(self) -> list[MediaState]:
        """Every state said, oldest first."""
        return [one for one in self.said if isinstance(one, MediaState)]

    @property
    def texts(self) -> list[str]:
        """Every text that came from the browser."""
        return [one.text for one in self.said if isinstance(one, DataReceived)]

    async def frame(self, which: str, after: int = 0, patience_s: float = PATIENCE_S) -> Frame:
        """Return the ring's newest frame with a number above `after`, waiting for it."""
        ring = self.rings[which]
        return await asyncio.to_thread(_next_frame, ring, after, patience_s)

    def _accept(self) -> None:
        sock = link.accept(self._listener)
        if sock is None:
            return
        self.hang_up()
        self._link = link.Link(sock, FromMedia)
        asyncio.get_running_loop().add_reader(sock.fileno(), self._readable, self._link)

    def _readable(self, connection: "link.Link[FromMedia, ToMedia]") -> None:
        try:
            for message, fds in connection.receive():
                self._take(connection, message, fds)
        except link.LinkClosed:
            if connection is self._link:
                self.hang_up()
        self._news.set()

    def _take(self, connection: "link.Link[FromMedia, ToMedia]", message: FromMedia, fds: list[int]) -> None:
        self.said.append(message)
        if isinstance(message, MediaHello):
            connection.send(Configure(media=self.config))
        elif isinstance(message, Ring):
            self.rings[message.which] = RingReader(*fds)
        else:
            for fd in fds:
                os.close(fd)

    async def _read_stderr(self, process: asyncio.subprocess.Process) -> None:
        assert process.stderr
        self.stderr += await process.stderr.read()


def _next_frame(ring: RingReader, after: int, patience_s: float) -> Frame:
    until = time.monotonic() + patience_s
    while time.monotonic() < until:
        if frame := ring.newest(after):
            return frame
        if select.select([ring.event], [], [], 1.0)[0]:
            os.eventfd_read(ring.event)
    raise TimeoutError(f"no frame after number {after}")
