"""A technician looks through the camera: light and sharpness as figures, live; the microphone is open too.

Media measures and says numbers; the picture itself goes to the self ring like any other self view.
"""

import asyncio
import contextlib
import time
from collections.abc import Callable
from typing import Final

from contract.capture import Looks
from contract.views import views
from media.capture import Capture
from media.photo import gate
from media.photo.measures import Measures, measure
from media.pictures import Image

EVERY_S: Final = 0.25
OLD_S: Final = 2.0  # a picture that was measured so long ago is none


class Looking:
    """Between `begin` and `end` camera and microphone are open, whatever a call does."""

    def __init__(self, capture: Capture, tell: Callable[[Looks], object]) -> None:
        self._capture, self._tell = capture, tell
        self._task: asyncio.Task[None] | None = None
        self._measured: tuple[float, Measures] | None = None
        self._next = 0.0
        self._opened = False

    async def begin(self) -> None:
        """Open both and say figures until `end`; begun twice is begun once."""
        if self._task is not None:
            return
        self._opened = not self._capture.is_open
        self._task = asyncio.create_task(self._run())
        await self._capture.watch(self._seen)
        if self._opened:
            await self._capture.open()

    async def end(self) -> None:
        """Close what was opened."""
        task, self._task = self._task, None
        if task is None:
            return
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
        await self._capture.unwatch(self._seen)
        if self._opened:
            await self._capture.close()
        self._measured = None

    def _seen(self, picture: Image, _: int) -> None:
        """Measure a picture now and then; in the camera's thread."""
        now = time.monotonic()
        if now >= self._next:
            self._next = now + EVERY_S
            self._measured = now, measure(picture)

    async def _run(self) -> None:
        while True:
            self._tell(self._looks())
            await asyncio.sleep(EVERY_S)

    def _looks(self) -> Looks:
        if self._measured is None or time.monotonic() - self._measured[0] > OLD_S:
            return Looks()
        found, limits = self._measured[1], views().limits
        advice = (*gate.light(found, limits), *gate.sharp(found, limits))
        return Looks(light=round(found.luma, 1), sharp=round(found.fineness, 2), advice=advice)
