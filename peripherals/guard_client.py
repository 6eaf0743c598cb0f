"""Core's side of the guard: arm before a cuff inflates, heartbeat while it does, disarm after."""

import asyncio
import socket
from pathlib import Path
from typing import Final

from contract.link import connect

HEARTBEAT_S: Final = 0.2
ANSWER_S: Final = 0.5


class GuardAway(Exception):
    """No guard answers: a cuff must not be inflated now."""


class GuardClient:
    """One armed port at a time. The heartbeat comes from the loop, so it stays out when the loop hangs."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._sock: socket.socket | None = None
        self._beating: asyncio.Task[None] | None = None
        self._one = asyncio.Lock()  # a disarm on its way must end before the next arm

    @property
    def armed(self) -> bool:
        """False before arming, after disarming, and once the guard was seen to be gone."""
        return self._beating is not None and not self._beating.done()

    async def arm(self, fd: int, stop: bytes) -> None:
        """Have the guard hold a duplicate of the port; GuardAway when it does not answer."""
        async with self._one:
            await self._hush()
            for again in (True, False):
                try:
                    if self._sock is None:
                        self._sock = connect(self._path)
                    socket.send_fds(self._sock, [b"A" + stop], [fd])
                    async with asyncio.timeout(ANSWER_S):
                        await self._answered(b"A")
                    break
                except (OSError, TimeoutError) as error:
                    self._drop()
                    if not again:
                        raise GuardAway(str(error)) from error
            self._beating = asyncio.create_task(self._beat())

    async def disarm(self) -> None:
        """Have the guard close its duplicate; a guard that is gone has closed it already."""
        async with self._one:
            await self._hush()
            if self._sock is not None:
                try:
                    self._sock.send(b"D")
                    async with asyncio.timeout(ANSWER_S):
                        await self._answered(b"D")
                except (OSError, TimeoutError):
                    self._drop()

    def close(self) -> None:
        """Let go; an armed guard stops the cuff."""
        if self._beating:
            self._beating.cancel()
        self._drop()

    async def _hush(self) -> None:
        beating, self._beating = self._beating, None
        if beating:
            beating.cancel()
            await asyncio.wait({beating})

    async def _beat(self) -> None:
        while self._sock is not None:
            try:
                self._sock.send(b"H")
            except OSError:
                self._drop()
                return
            await asyncio.sleep(HEARTBEAT_S)

    async def _answered(self, letter: bytes) -> None:
        """Read answers until this one came."""
        loop = asyncio.get_running_loop()
        while self._sock is not None:
            data = await loop.sock_recv(self._sock, 16)
            if data == letter:
                return
            if not data:
                raise OSError("the guard has closed the connection")

    def _drop(self) -> None:
        if self._sock is not None:
            self._sock.close()
            self._sock = None
