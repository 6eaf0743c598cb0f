"""A short film for later review: pictures as they come (and the microphone's sound) into one WebM in memory.

VP8 and Opus: every browser plays them, and the encoder keeps up with 720p on one core. Encoded while it is
taken, in a thread of its own; pictures that come faster than it can work are left out, sound never.
"""

import asyncio
import io
import queue
import threading
from fractions import Fraction
from typing import Any, Final

import av
from av import AudioFrame

from contract.capture import GOOD, POOR, Take
from contract.profile import MediaConfig
from contract.views import views
from media.handing import Handed, device, made, moment
from media.microphone import Block
from media.pictures import Image, fit
from media.sound.portaudio import BLOCK, RATE
from media.tracks import video_frame

FPS: Final = 25
KBIT: Final = 3000
SOUND_KBIT: Final = 64
FIRST_S: Final = 5.0  # a camera that gives no picture for so long has failed
WAITING: Final = 12  # pictures before the encoder
GAP_S: Final = 0.5  # between two pictures: over it the film is marked poor
MEDIA_TYPE: Final = "video/webm"
JERKY: Final = "film-jerky"
TOO_SHORT: Final = "clip-too-short"
NO_PICTURES: Final = "no-picture"
_MS: Final = Fraction(1, 1000)
_SOUND: Final = Fraction(1, RATE)


class ClipError(ValueError):
    """There is no film; the text is a fault id."""


class Recorder:
    """One film of `seconds`, from its first picture on. `picture` in any thread, the rest on the loop."""

    def __init__(self, order: Take, config: MediaConfig, seconds: int) -> None:
        self.id = order.id
        self._order, self._config, self._seconds = order, config, seconds
        self._work: queue.Queue[tuple[Image, int] | Block | None] = queue.Queue()
        self._loop = asyncio.get_running_loop()
        self._full = asyncio.Event()
        self._started = self._last = 0
        self._widest_gap = 0
        self._size = (0, 0)
        self._frames = self._blocks = 0
        self._about = moment()
        self._broken: Exception | None = None
        self._closed = False
        self._file = io.BytesIO()
        self._thread = threading.Thread(target=self._encode, name="clip", daemon=True)
        self._thread.start()

    @property
    def fraction(self) -> float:
        """How much of it is recorded, 0..1."""
        return min(1.0, (self._last - self._started) / 1e9 / self._seconds) if self._started else 0.0

    def picture(self, picture: Image, captured_ns: int) -> None:
        """Take a picture, if its time has come."""
        if self._closed or self._full.is_set() or captured_ns - self._last < 0.7e9 / FPS:
            return
        if not self._started:
            self._started = self._last = captured_ns
        self._widest_gap = max(self._widest_gap, captured_ns - self._last)
        self._last = captured_ns
        if captured_ns - self._started >= self._seconds * 1e9:
            self._loop.call_soon_threadsafe(self._full.set)
        elif self._work.qsize() < WAITING:
            self._work.put((fit(picture, self._config.width, self._config.height), captured_ns))

    def sound(self, block: Block) -> None:
        """Take a block of the microphone's sound, once the film has begun."""
        if self._started and not self._closed and not self._full.is_set():
            self._work.put(block)

    def stop(self) -> None:
        """End it now."""
        self._full.set()

    async def over(self) -> None:
        """Wait until it is as long as wanted, or stopped; ClipError: no picture came, or it is too short."""
        try:
            async with asyncio.timeout(self._seconds + FIRST_S):
                await self._full.wait()
        except TimeoutError:
            if self._started == 0:
                raise ClipError(NO_PICTURES) from None
        if (self._last - self._started) / 1e9 < views().clip.least_s - GAP_S:
            raise ClipError(TOO_SHORT)

    def finish(self, camera: str) -> Handed:
        """Write the end of it and return it (blocks for the encoder's rest); ClipError when that fails."""
        self.close()
        if self._broken is not None:
            raise ClipError(NO_PICTURES) from self._broken
        jerky = self._widest_gap > GAP_S * 1e9
        return made(
            (self._file.getvalue(),),
            kind=self._order.kind,
            view=self._order.view,
            media_type=MEDIA_TYPE,
            device=device(camera),
            grade=POOR if jerky else GOOD,
            reasons=(JERKY,) if jerky else (),
            width=self._size[0],
            height=self._size[1],
            seconds=round((self._last - self._started) / 1e9, 2),
            rate_hz=round(self._frames / max(1e-3, (self._last - self._started) / 1e9), 2),
            **self._about,
        )

    def close(self) -> None:
        """Let the encoder end."""
        if not self._closed:
            self._closed = True
            self._work.put(None)
        self._thread.join()

    # ---- the encoder's thread

    def _encode(self) -> None:
        try:
            with av.open(self._file, "w", format="webm") as film:
                writer = _Writer(film, with_sound=self._order.sound)
                while (item := self._work.get()) is not None:
                    if isinstance(item, tuple):
                        picture, captured_ns = item
                        self._size = (picture.shape[1], picture.shape[0])
                        writer.picture(picture, (captured_ns - self._started) // 1_000_000)
                        self._frames += 1
                    else:
                        writer.sound(item, self._blocks)
                        self._blocks += 1
                writer.end()
        except (av.FFmpegError, ValueError) as error:
            self._broken = error


class _Writer:
    """The two streams of a film; the first picture says how large it is."""

    def __init__(self, film: Any, *, with_sound: bool) -> None:
        self._film = film
        self._video: Any = None
        self._audio: Any = None
        if with_sound:
            self._audio = film.add_stream("libopus", rate=RATE, layout="mono")
            self._audio.bit_rate = SOUND_KBIT * 1000
        self._waiting: list[tuple[Block, int]] = []

    def picture(self, picture: Image, at_ms: int) -> None:
        """Encode a picture."""
        if self._video is None:
            self._open(picture.shape[1], picture.shape[0])
        frame = video_frame(picture)
        frame.pts, frame.time_base = at_ms, _MS
        self._film.mux(self._video.encode(frame))

    def sound(self, block: Block, number: int) -> None:
        """Encode 20 ms of sound; what comes before the first picture waits for the file's head."""
        if self._video is None:
            self._waiting.append((block, number))
            return
        frame = AudioFrame.from_ndarray(block.reshape(1, -1), format="s16", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE, number * BLOCK, _SOUND
        self._film.mux(self._audio.encode(frame))

    def end(self) -> None:
        """Write what the encoders still hold."""
        if self._video is None:
            raise ValueError("no picture")
        for stream in (self._video, self._audio):
            if stream is not None:
                self._film.mux(stream.encode(None))

    def _open(self, width: int, height: int) -> None:
        video = self._film.add_stream("libvpx", rate=FPS)
        video.width, video.height, video.pix_fmt = width, height, "yuv420p"
        video.bit_rate = KBIT * 1000
        video.codec_context.time_base = _MS
        video.options = {"deadline": "realtime", "cpu-used": "6", "g": str(FPS * 4)}
        self._video = video
        waiting, self._waiting = self._waiting, []
        for block, number in waiting:
            self.sound(block, number)
