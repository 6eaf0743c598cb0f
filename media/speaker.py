"""Where the provider's voice goes: a loudspeaker, or nowhere when there is none."""

import asyncio
import logging
import threading
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from media import forms
from media.camera import Condition
from media.faults import Fault, SourceError
from media.microphone import BLOCK, RATE

CHANNELS: Final = 2
MAX_WAITING: Final = RATE * CHANNELS * 2 // 5  # bytes not yet played: 200 ms; older ones are dropped

_log = logging.getLogger(__name__)


class Speaker:
    """Plays int16 stereo 48 kHz samples; `condition` says honestly whether anybody can hear them."""

    def __init__(self, form: str) -> None:
        self.condition = Condition("off")
        self.volume = 1.0
        self._form = form
        self._stream: Any = None
        self._lock = threading.Lock()
        self._waiting = bytearray()

    async def open(self) -> None:
        """Open the loudspeaker; what is wrong is in `condition` afterwards."""
        try:
            self.condition = await asyncio.to_thread(self._open)
        except SourceError as error:
            _log.warning("speaker: %s", error)
            self.condition = Condition(error.state, "", error.fault)

    async def close(self) -> None:
        """Close it."""
        stream, self._stream = self._stream, None
        self.condition = Condition("off")
        if stream is not None:
            await asyncio.to_thread(stream.close, True)
        with self._lock:
            self._waiting.clear()

    def play(self, samples: npt.NDArray[np.int16]) -> None:
        """Queue interleaved stereo samples, shape (n * 2,), at the volume set; never waits."""
        if self._stream is None:
            return
        data = (samples * np.float32(self.volume)).astype(np.int16).tobytes()
        with self._lock:
            self._waiting += data
            if (late := len(self._waiting) - MAX_WAITING) > 0:
                del self._waiting[:late]

    def _open(self) -> Condition:
        try:
            form = forms.parse("speaker", self._form)
        except ValueError as error:
            raise SourceError("failed", Fault.SPEAKER_MISSING, str(error)) from error
        if form.kind == "none":
            return Condition("absent")
        device = forms.choose(forms.sound_devices("output"), form)
        if device is None:
            if form.kind == "device":
                raise SourceError("failed", Fault.SPEAKER_MISSING, f"no loudspeaker is called {form.value!r}")
            raise SourceError("absent", Fault.NONE, "this machine has no loudspeaker")
        import sounddevice

        try:
            self._stream = sounddevice.RawOutputStream(
                samplerate=RATE,
                blocksize=BLOCK,
                device=device.number,
                channels=CHANNELS,
                dtype="int16",
                callback=self._wanted,
            )
            self._stream.start()
        except sounddevice.PortAudioError as error:
            self._stream = None
            raise SourceError("failed", Fault.SPEAKER_FAILED, f"{device.name}: {error}") from error
        return Condition("on", device.name)

    def _wanted(self, out: Any, frames: int, when: Any, status: Any) -> None:
        size = len(out)
        with self._lock:
            data = bytes(self._waiting[:size])
            del self._waiting[:size]
        out[:] = data + bytes(size - len(data))
