"""What of camera and microphone goes into one peer connection."""

import asyncio
import time
from collections.abc import Callable
from fractions import Fraction
from typing import Final

from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from av import AudioFrame, VideoFrame

from media.microphone import Block
from media.pictures import Image, still, to_i420
from media.rate.link import Link
from media.sound.portaudio import BLOCK, RATE

STILL_S: Final = 0.5  # without a camera picture for so long, the still is sent (again)
WAITING_BLOCKS: Final = 10  # of sound, before the oldest is dropped
_VIDEO_CLOCK: Final = Fraction(1, 90_000)
_AUDIO_CLOCK: Final = Fraction(1, RATE)


def video_frame(picture: Image) -> VideoFrame:
    """Convert a BGR picture for the encoder (0.5 ms at 720p: not on the loop)."""
    return VideoFrame.from_numpy_buffer(to_i420(picture), format="yuv420p")


class CameraTrack(MediaStreamTrack):
    """The newest camera picture, or the still while there is none. An encoder that lags skips pictures."""

    kind = "video"

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self.sent = 0
        self.shut = False  # the camera is off: no picture of it goes out, whoever pushes one
        self.darkened: Callable[[], None] = _nothing  # told when the camera is switched off
        self.admit: Callable[[int], bool] = _always  # is a picture of this moment (monotonic ns) wanted?
        self._still = to_i420(still(width, height))
        self.origin_ns = time.monotonic_ns()  # the moment of time stamp 0
        self._last_pts = -1
        self._newest: tuple[VideoFrame, int] | None = None
        self.picture: VideoFrame | None = None  # the newest, sent or not
        self._fresh = asyncio.Event()
        self._home = asyncio.get_running_loop()

    def push(self, picture: Image, captured_ns: int) -> None:
        """Offer a picture, from any thread."""
        frame = video_frame(picture)
        self._home.call_soon_threadsafe(self._take, frame, captured_ns)

    def darken(self) -> None:
        """Send the still now and nothing else from here on: the camera was just switched off."""
        self.shut = True
        self.darkened()
        self._put(self._dark(), time.monotonic_ns())

    async def recv(self) -> VideoFrame:
        """Return the next frame for the encoder (called by aiortc)."""
        if self.readyState != "live":
            raise MediaStreamError
        frame, captured_ns = await self._next()
        while not self.admit(captured_ns):
            frame, captured_ns = await self._next()
        # Two pictures never share a time stamp, and time never runs backwards.
        self._last_pts = max(self._last_pts + 1, (captured_ns - self.origin_ns) * 9 // 100_000)
        frame.pts = self._last_pts
        frame.time_base = _VIDEO_CLOCK
        self.sent += 1
        return frame

    async def _next(self) -> tuple[VideoFrame, int]:
        try:
            async with asyncio.timeout(STILL_S):
                await self._fresh.wait()
        except TimeoutError:
            self._newest = (self._dark(), time.monotonic_ns())
        assert self._newest is not None
        newest, self._newest = self._newest, None
        self._fresh.clear()
        return newest

    def _take(self, frame: VideoFrame, captured_ns: int) -> None:
        if not self.shut:  # a picture that was on its way when the camera was switched off stays here
            self._put(frame, captured_ns)

    def _put(self, frame: VideoFrame, captured_ns: int) -> None:
        self._newest = (frame, captured_ns)
        self.picture = frame
        self._fresh.set()

    def _dark(self) -> VideoFrame:
        # A new frame each time: each gets its own time stamp.
        return VideoFrame.from_numpy_buffer(self._still, format="yuv420p")


class MicrophoneTrack(MediaStreamTrack):
    """The microphone's blocks, 20 ms each."""

    kind = "audio"

    def __init__(self, link: Link) -> None:
        super().__init__()
        self._link = link
        self._blocks: asyncio.Queue[tuple[int, Block]] = asyncio.Queue(WAITING_BLOCKS)
        self._count = 0

    def push(self, block: Block) -> None:
        """Offer a block (on the loop)."""
        if self._blocks.full():
            self._blocks.get_nowait()
        self._blocks.put_nowait((self._count, block))
        self._count += 1

    def hush(self) -> None:
        """Drop what waits: the microphone was just muted."""
        while not self._blocks.empty():
            self._blocks.get_nowait()

    async def recv(self) -> AudioFrame:
        """Return the next frame for the encoder (called by aiortc)."""
        if self.readyState != "live":
            raise MediaStreamError
        number, block = await self._blocks.get()
        while not self._link.limits.audio:
            number, block = await self._blocks.get()
        frame = AudioFrame.from_ndarray(block.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = RATE
        frame.pts = number * BLOCK
        frame.time_base = _AUDIO_CLOCK
        return frame


def _nothing() -> None:
    """Without a pacer of ours no picture waits to be forgotten."""


def _always(captured_ns: int) -> bool:
    """Without an encoder of ours every picture is wanted."""
    return True
