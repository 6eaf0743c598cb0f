"""What the browser sends, into the remote ring: always the newest picture, in a worker thread."""

import asyncio
import threading
import time
from typing import cast

from av import VideoFrame

from contract.frames import RingWriter
from media.pictures import Image, fit, i420_to_bgra
from media.tasks import Tasks


class RemoteScreen:
    """Writes decoded frames into a ring; one that comes while another is converted replaces it."""

    def __init__(self, ring: RingWriter, width: int, height: int, slots: int) -> None:
        self._ring = ring
        self._slots = slots
        self._size = (width, height)
        self._newest: tuple[VideoFrame, int] | None = None
        self._busy: asyncio.Task[None] | None = None
        self._lock = threading.Lock()
        self._tasks = Tasks()

    def show(self, frame: VideoFrame) -> None:
        """Show a decoded frame soon; never waits."""
        self._newest = (frame, time.monotonic_ns())
        if self._busy is None or self._busy.done():
            self._busy = self._tasks.spawn(self._work())

    async def _work(self) -> None:
        while self._newest:
            frame, decoded_ns = self._newest
            self._newest = None
            await asyncio.to_thread(self._write, frame, decoded_ns)

    def _write(self, frame: VideoFrame, decoded_ns: int) -> None:
        if frame.width % 2 or frame.height % 2:
            frame = frame.reformat(width=frame.width // 2 * 2, height=frame.height // 2 * 2)
        picture = fit(i420_to_bgra(cast(Image, frame.to_ndarray(format="yuv420p"))), *self._size)
        height, width = picture.shape[:2]
        with self._lock:
            self._ring.write(picture.tobytes(), width, height, decoded_ns)

    async def finish(self) -> None:
        """Wait until what was to be shown is shown."""
        await self._tasks.finish()

    async def blank(self) -> None:
        """Paint every slot of the ring black: the call is over, its last pictures go."""
        self._newest = None
        await self.finish()
        with self._lock:
            for _ in range(self._slots):
                self._ring.write(bytes(self._size[0] * self._size[1] * 4), *self._size, time.monotonic_ns())
