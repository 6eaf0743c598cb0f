"""From what the microphone hears to the voice that is sent: no echo, less noise, an even level.

The order: the linear echo filter (media.sound.echo), libwebrtc's echo and noise suppression with its
high-pass (the `livekit` wheel, which carries it; no server is involved), the gain (media.sound.gain). Far and
near come from PortAudio's two threads, block by block; each far block is used for one near block, in order.

Importing this costs nothing; `prepare` loads the library (0.1 s, 25 MB): media's warm-up calls it.
"""

import threading
from collections import deque
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import numpy.typing as npt

from media.sound.echo import BLOCK, EchoFilter
from media.sound.gain import Gain, level_db

if TYPE_CHECKING:
    from livekit.rtc.apm import AudioProcessingModule

RATE: Final = 48_000
FRAME: Final = RATE // 100  # libwebrtc's 10 ms
PRIMED: Final = 2  # far blocks that wait before the first is used: the two threads are not in step
MOST_WAITING: Final = 6
LONGEST_MS: Final = 500  # of delay that can be true
FULL_SCALE: Final = 32768.0

Block = npt.NDArray[np.int16]


class Voice:
    """The processing of one microphone beside one loudspeaker. `far` and `near` may be of different threads.

    Until `prepare` has loaded the library, sound passes as it is.
    """

    def __init__(self, *, linear: bool = True) -> None:
        """`linear` false leaves libwebrtc alone with the echo (for comparison)."""
        self._frame: Any = None
        self._suppressor: AudioProcessingModule | None = None
        self._filter = EchoFilter() if linear else None
        self._gain = Gain()
        self._lock = threading.Lock()
        self._waiting: deque[Block] = deque(maxlen=MOST_WAITING)
        self._primed = False
        self._render_ms = self._capture_ms = 0.0

    def prepare(self) -> None:
        """Load the library, in any thread, as often as one likes. ImportError where there is none."""
        with self._lock:
            if self._suppressor is not None:
                return
            from livekit.rtc.apm import AudioProcessingModule
            from livekit.rtc.audio_frame import AudioFrame

            self._frame = AudioFrame
            self._suppressor = AudioProcessingModule(
                echo_cancellation=True, noise_suppression=True, high_pass_filter=True
            )

    def far(self, block: Block, delay_s: float) -> None:
        """Hear of 20 ms that are given to the loudspeaker now, to be heard `delay_s` later."""
        if self._suppressor is None:
            return
        self._render_ms = delay_s * 1000
        for at in range(0, BLOCK, FRAME):
            self._suppressor.process_reverse_stream(self._of(block[at : at + FRAME]))
        with self._lock:
            self._waiting.append(block)

    def near(self, block: Block, delay_s: float) -> Block:
        """Return the voice in 20 ms that the microphone heard `delay_s` ago."""
        if self._suppressor is None:
            return block
        self._capture_ms = delay_s * 1000
        far = self._next_far() / FULL_SCALE
        heard = block / FULL_SCALE
        if self._filter is not None:
            heard = self._filter.take(far, heard)
        clean = self._suppress(self._suppressor, _to_int16(heard))
        return _to_int16(self._gain.apply(clean / FULL_SCALE, level_db(far)))

    def _suppress(self, suppressor: "AudioProcessingModule", block: Block) -> Block:
        delay = round(min(max(0.0, self._render_ms + self._capture_ms), LONGEST_MS))
        frames = [self._of(block[at : at + FRAME]) for at in range(0, BLOCK, FRAME)]
        for frame in frames:
            suppressor.set_stream_delay_ms(delay)
            suppressor.process_stream(frame)
        return np.concatenate([np.frombuffer(frame.data, np.int16) for frame in frames])

    def _next_far(self) -> Block:
        with self._lock:
            if len(self._waiting) >= PRIMED:
                self._primed = True
            if not self._waiting:
                self._primed = False
            return self._waiting.popleft() if self._primed else np.zeros(BLOCK, np.int16)

    def _of(self, samples: Block) -> Any:
        return self._frame(bytearray(samples.tobytes()), RATE, 1, FRAME)


def _to_int16(samples: npt.NDArray[np.float64]) -> Block:
    return np.clip(np.round(samples * FULL_SCALE), -32768, 32767).astype(np.int16)
