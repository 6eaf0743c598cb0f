"""The network test for staff: `python -m media network-test` beside us, its findings told as they come.

A process of its own: whatever it meets, calls and delivery do not wait for it.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from contract.network import WayTested
from contract.station import NetworkTested
from kiosk.core.clock import now_text
from kiosk.processes import environment, program

PATIENCE_S: Final = 180.0
_decoder: Final = msgspec.json.Decoder(WayTested)

log = logging.getLogger(__name__)


class NetworkTest:
    """One test at a time; `tell` takes what is known so far."""

    def __init__(self, state: Path, tell: Callable[[NetworkTested], None]) -> None:
        self._command = [*program("media"), "network-test", "--json", "--state", str(state)]
        self._tell = tell
        self._running: asyncio.Task[None] | None = None
        self.last: NetworkTested | None = None

    def start(self) -> None:
        """Begin, unless one is under way."""
        if self._running is None or self._running.done():
            self._running = asyncio.get_running_loop().create_task(self._run())

    async def made(self) -> None:
        """Begin, unless one is under way, and wait until it is over."""
        self.start()
        assert self._running is not None
        await asyncio.wait({self._running})

    async def close(self) -> None:
        """End what runs."""
        if self._running is not None:
            self._running.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._running

    async def _run(self) -> None:
        self._say(NetworkTested(running=True, at=now_text()))
        try:
            process = await asyncio.create_subprocess_exec(
                *self._command,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=asyncio.subprocess.PIPE,
                env=environment(),
            )
        except OSError as error:
            log.error("the network test can't be started: %s", error)
            self._over()
            return
        try:
            async with asyncio.timeout(PATIENCE_S):
                await self._follow(process)
                await process.wait()
        except TimeoutError:
            log.warning("the network test does not end")
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()
            self._over()

    async def _follow(self, process: asyncio.subprocess.Process) -> None:
        assert process.stdout is not None and self.last is not None
        async for line in process.stdout:
            try:
                result = _decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError):
                continue  # its last line, the verdict: the screen draws its own from the same results
            self._say(msgspec.structs.replace(self.last, results=(*self.last.results, result)))

    def _over(self) -> None:
        assert self.last is not None
        self._say(msgspec.structs.replace(self.last, running=False, failed=not self.last.results))

    def _say(self, state: NetworkTested) -> None:
        self.last = state
        self._tell(state)
