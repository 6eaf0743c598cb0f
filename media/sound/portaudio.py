"""PortAudio: which sound devices there are, streams of 20 ms blocks, and a fresh look at what is plugged in.

PortAudio lists devices once, when it starts. To see a headset that was plugged in later it must be ended and
started, and no stream survives that: `look_again` closes them all, and their owners, told by `ended`, open
anew. That costs a call a tenth of a second of sound, when somebody plugs something in.
"""

import logging
import os
import threading
from collections.abc import Callable
from typing import Any, Final, Literal

from media.forms import SoundDevice
from media.sound.headsets import is_headset

RATE: Final = 48_000
BLOCK: Final = 960  # samples, 20 ms

# A card by itself takes only what its hardware does; through ALSA's plug it takes 48 kHz mono like any other.
os.environ.setdefault("PA_ALSA_PLUGHW", "1")

_log = logging.getLogger(__name__)
_lock = steady = threading.RLock()  # `steady`: the numbers of `devices` mean the same while it is held
_open: set["Stream"] = set()


class DeviceError(Exception):
    """The device cannot be opened; the text says why."""


class Stream:
    """An open device, `on_block(buffer, delay in s)` called in PortAudio's thread for every 20 ms.

    The delay is that between the block's sound and now. `ended` is called, in any thread, when the device is
    gone or PortAudio was started anew, not after `close`.
    """

    def __init__(
        self,
        device: SoundDevice,
        direction: Literal["input", "output"],
        channels: int,
        on_block: Callable[[Any, float], None],
        ended: Callable[[], None],
    ) -> None:
        """DeviceError when the device can't be opened."""
        import sounddevice

        self.name = device.name
        self._on_block = on_block
        self._ended = ended
        self._closed = False
        kind = sounddevice.RawInputStream if direction == "input" else sounddevice.RawOutputStream
        callback = self._heard if direction == "input" else self._wanted
        with _lock:
            try:
                self._stream = kind(
                    samplerate=RATE,
                    blocksize=BLOCK,
                    device=device.number,
                    channels=channels,
                    dtype="int16",
                    callback=callback,
                    finished_callback=self._finished,
                )
                self._stream.start()
            except (sounddevice.PortAudioError, ValueError) as error:
                raise DeviceError(f"{device.name}: {error}") from error
            _open.add(self)

    def close(self) -> None:
        """Give the device back; may take a while."""
        self._closed = True
        self.end()

    def end(self) -> None:
        """Close and, unless it was `close`, tell the owner. Once: PortAudio's memory of it is gone then."""
        with _lock:
            if self in _open:
                _open.discard(self)
                self._stream.close(ignore_errors=True)

    def _heard(self, data: Any, frames: int, when: Any, status: Any) -> None:
        self._on_block(data, max(0.0, when.currentTime - when.inputBufferAdcTime))

    def _wanted(self, data: Any, frames: int, when: Any, status: Any) -> None:
        self._on_block(data, max(0.0, when.outputBufferDacTime - when.currentTime))

    def _finished(self) -> None:
        if not self._closed:
            self._ended()


def devices(direction: Literal["input", "output"]) -> list[SoundDevice]:
    """List microphones or loudspeakers; none where there is no sound system at all."""
    with _lock:
        try:
            import sounddevice
        except OSError:
            return []  # PortAudio itself is not installed
        default = sounddevice.default.device[0 if direction == "input" else 1]
        return [
            SoundDevice(
                int(device["index"]),
                str(device["name"]),
                device["index"] == default,
                is_headset(str(device["name"])),
            )
            for device in sounddevice.query_devices()
            if device[f"max_{direction}_channels"] > 0
        ]


def look_again() -> None:
    """End every stream and start PortAudio afresh: only so it sees what was plugged in since."""
    with _lock:
        try:
            import sounddevice
        except OSError:
            return
        for stream in list(_open):
            stream.end()
        sounddevice._terminate()
        sounddevice._initialize()
    _log.info("sound devices: looked again")
