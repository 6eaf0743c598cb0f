"""Where the provider's voice goes: a loudspeaker, or nowhere when there is none."""

import asyncio
import logging
import math
import threading
from collections.abc import Callable
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from media import forms
from media.camera import RETRY_S, Condition
from media.faults import Fault, SourceError
from media.forms import Choice
from media.sound import portaudio
from media.sound.portaudio import BLOCK, RATE
from media.sound.voice import Voice
from media.tasks import Tasks

CHANNELS: Final = 2
MAX_WAITING: Final = RATE * CHANNELS * 2 // 5  # bytes not yet played: 200 ms; older ones are dropped
LEVEL_FALL: Final = 0.9  # a block, of the level shown

_log = logging.getLogger(__name__)


class Speaker:
    """Plays int16 stereo 48 kHz samples; `condition` says honestly whether anybody can hear them.

    Open as long as anybody uses it. A device that ends is opened again, or the next best one.
    """

    def __init__(
        self, choice: Choice, *, voice: Voice | None = None, changed: Callable[[], None] = lambda: None
    ) -> None:
        """`voice` hears what is played, as it is played; `changed` when `condition` is another one."""
        self.condition = Condition("off")
        self.volume = 1.0
        self.level = 0.0  # of what is played, 0..1
        self._choice = choice
        self._voice = voice
        self._changed = changed
        self._users: set[str] = set()
        self._stream: portaudio.Stream | None = None
        self._lock = threading.Lock()
        self._waiting = bytearray()
        self._over = np.zeros(0, np.int16)
        self._over_at = 0
        self._moving = asyncio.Lock()
        self._loop = asyncio.get_running_loop()
        self._tasks = Tasks()

    async def open(self, user: str = "call") -> None:
        """Open the loudspeaker; what is wrong is in `condition` afterwards."""
        async with self._moving:
            self._users.add(user)
            if self._stream is None:
                await self._try()

    async def close(self, user: str = "call") -> None:
        """Close it when nobody else uses it."""
        async with self._moving:
            self._users.discard(user)
            if not self._users:
                await self._end()

    async def close_for_all(self) -> None:
        """Close it, whoever uses it."""
        async with self._moving:
            self._users.clear()
            await self._end()

    def play(self, samples: npt.NDArray[np.int16]) -> None:
        """Queue interleaved stereo samples, shape (n * 2,), at the volume set; never waits."""
        if self._stream is None:
            return
        data = (samples * np.float32(self.volume)).astype(np.int16).tobytes()
        with self._lock:
            self._waiting += data
            if (late := len(self._waiting) - MAX_WAITING) > 0:
                del self._waiting[:late]

    def again(self) -> None:
        """Devices were plugged in or out: use what is best now, soon."""
        self._tasks.spawn(self._again())

    def play_over(self, mono: npt.NDArray[np.int16]) -> None:
        """Play this over the call from now on, instead of what was played so before; empty: stop."""
        data = np.repeat(mono.astype(np.float32) * np.float32(self.volume), CHANNELS).astype(np.int16)
        with self._lock:
            self._over, self._over_at = data, 0

    @property
    def over_left(self) -> float:
        """How much of that is still to come, 1..0."""
        return 1 - self._over_at / len(self._over) if len(self._over) else 0.0

    @property
    def waiting_s(self) -> float:
        """How much sound is not yet given to the device, in seconds."""
        return len(self._waiting) / (RATE * CHANNELS * 2)

    async def _try(self) -> None:
        try:
            condition = await asyncio.to_thread(self._open)
        except SourceError as error:
            _log.warning("speaker: %s", error)
            condition = Condition(error.state, "", error.fault)
        self._become(condition)

    def _become(self, condition: Condition) -> None:
        if condition != self.condition:
            self.condition = condition
            self._changed()

    async def _end(self) -> None:
        await self._tasks.close()
        await self._drop()
        self._become(Condition("off"))

    async def _drop(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            await asyncio.to_thread(stream.close)
        with self._lock:
            self._waiting.clear()
        self.level = 0.0

    def _open(self) -> Condition:
        try:
            form = forms.parse("speaker", self._choice.form)
        except ValueError as error:
            raise SourceError("failed", Fault.SPEAKER_MISSING, str(error)) from error
        if form.kind == "none":
            return Condition("absent")
        with portaudio.steady:
            found = forms.ranked(portaudio.devices("output"), form, headset_first=self._choice.headset_first)
            for device in found:
                try:
                    self._stream = portaudio.Stream(device, "output", CHANNELS, self._wanted, self._ended)
                except portaudio.DeviceError as error:
                    if device is found[-1]:
                        raise SourceError("failed", Fault.SPEAKER_FAILED, str(error)) from error
                    _log.warning("speaker: %s; the next one is tried", error)
                else:
                    return Condition("on", device.name)
        if form.kind == "device":
            detail = f"no loudspeaker is called {form.value!r}"
            raise SourceError("failed", Fault.SPEAKER_MISSING, detail)
        raise SourceError("absent", Fault.NONE, "this machine has no loudspeaker")

    def _ended(self) -> None:
        self._loop.call_soon_threadsafe(self.again)

    async def _again(self) -> None:
        """The device is gone: open what there is now, until something opens."""
        while True:
            async with self._moving:
                if self._users:
                    await self._drop()
                    await self._try()
                if self.condition.state != "failed":
                    return
            await asyncio.sleep(RETRY_S)

    def _wanted(self, out: Any, delay_s: float) -> None:
        size = len(out)
        with self._lock:
            data = bytes(self._waiting[:size])
            del self._waiting[:size]
            over = self._over[self._over_at : self._over_at + size // 2]
            self._over_at += len(over)
        samples = np.zeros(size // 2, np.int32)
        samples[: len(data) // 2] = np.frombuffer(data, np.int16)
        samples[: len(over)] += over
        both = np.clip(samples, -32768, 32767).astype(np.int16)
        out[:] = both.tobytes()
        played = both.reshape(-1, CHANNELS).mean(axis=1)
        loud = math.sqrt(float(np.mean(np.square(played)))) / 32768
        self.level = max(loud, self.level * LEVEL_FALL)
        if self._voice is not None and len(played) == BLOCK:
            self._voice.far(played.astype(np.int16), delay_s)
