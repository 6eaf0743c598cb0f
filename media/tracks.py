"""What of camera and microphone goes into one peer connection."""

import asyncio
import time
from fractions import Fraction
from typing import Final

from aiortc.mediastreams import MediaStreamError, MediaStreamTrack
from av import AudioFrame, VideoFrame

from media.microphone import BLOCK, RATE, Block
from media.pictures import Image, still, to_i420

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
        self._still = to_i420(still(width, height))
        self._origin_ns = time.monotonic_ns()
        self._last_pts = -1
        self._newest: tuple[VideoFrame, int] | None = None
        self._fresh = asyncio.Event()
        self._home = asyncio.get_running_loop()

    def push(self, picture: Image, captured_ns: int) -> None:
        """Offer a picture, from any thread."""
        frame = video_frame(picture)
        self._home.call_soon_threadsafe(self._take, frame, captured_ns)

    def darken(self) -> None:
        """Send the still now: the camera was just switched off."""
        self._take(self._dark(), time.monotonic_ns())

    async def recv(self) -> VideoFrame:
        """Return the next frame for the encoder (called by aiortc)."""
        if self.readyState != "live":
            raise MediaStreamError
        try:
            await asyncio.wait_for(self._fresh.wait(), STILL_S)
        except TimeoutError:
            self._newest = (self._dark(), time.monotonic_ns())
        assert self._newest is not None
        frame, captured_ns = self._newest
        self._newest = None
        self._fresh.clear()
        # Two pictures never share a time stamp, and time never runs backwards.
        self._last_pts = max(self._last_pts + 1, (captured_ns - self._origin_ns) * 9 // 100_000)
        frame.pts = self._last_pts
        frame.time_base = _VIDEO_CLOCK
        self.sent += 1
        return frame

    def _take(self, frame: VideoFrame, captured_ns: int) -> None:
        self._newest = (frame, captured_ns)
        self._fresh.set()

    def _dark(self) -> VideoFrame:
        # A new frame each time: aiortc marks the one it makes a keyframe of.
        return VideoFrame.from_numpy_buffer(self._still, format="yuv420p")


class MicrophoneTrack(MediaStreamTrack):
    """The microphone's blocks, 20 ms each."""

    kind = "audio"

    def __init__(self) -> None:
        super().__init__()
        self._blocks: asyncio.Queue[tuple[int, Block]] = asyncio.Queue(WAITING_BLOCKS)
        self._count = 0

    def push(self, block: Block) -> None:
        """Offer a block (on the loop)."""
        if self._blocks.full():
            self._blocks.get_nowait()
        self._blocks.put_nowait((self._count, block))
        self._count += 1

    async def recv(self) -> AudioFrame:
        """Return the next frame for the encoder (called by aiortc)."""
        if self.readyState != "live":
            raise MediaStreamError
        number, block = await self._blocks.get()
        frame = AudioFrame.from_ndarray(block.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate = RATE
        frame.pts = number * BLOCK
        frame.time_base = _AUDIO_CLOCK
        return frame
