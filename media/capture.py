"""Camera and microphone together: open only under consent, mute, states, the self view."""

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Final

from contract.frames import RingWriter
from contract.profile import MediaConfig
from media.camera import Camera, Condition
from media.faults import Fault
from media.microphone import Block, Microphone
from media.pictures import Image, fit, still, to_bgra
from media.tracks import CameraTrack, MicrophoneTrack

OFF: Final = Condition("off")
SELF_WIDTH: Final = 640  # of the self view: a small picture on the screen; a quarter of the bytes
SELF_HEIGHT: Final = 480


def self_size(config: MediaConfig) -> tuple[int, int]:
    """Return the largest width and height of self-view pictures."""
    return min(SELF_WIDTH, config.width), min(SELF_HEIGHT, config.height)


class Capture:
    """What this station's camera and microphone give, to the self ring and to any number of tracks.

    `changed` is called on the loop whenever a state or a name changes.
    """

    def __init__(
        self, config: MediaConfig, self_ring: RingWriter, slots: int, changed: Callable[[], None]
    ) -> None:
        self._config = config
        self._ring = self_ring
        self._slots = slots
        self._changed = changed
        self._loop = asyncio.get_running_loop()
        self._camera: Camera | None = None
        self._microphone: Microphone | None = None
        self._camera_is = OFF
        self._microphone_is = OFF
        self._camera_wanted = True
        self._microphone_wanted = True
        self._tracks: set[CameraTrack] = set()
        self._sounds: set[MicrophoneTrack] = set()
        self._tracks_lock = threading.Lock()
        self._moving = asyncio.Lock()
        self.is_open = False

    @property
    def camera(self) -> Condition:
        """How the camera is; "muted" when the patient switched it off."""
        return Condition("muted") if self.is_open and not self._camera_wanted else self._camera_is

    @property
    def microphone(self) -> Condition:
        """How the microphone is; "muted" when the patient did that and there is one."""
        if self._microphone_is.state == "on" and not self._microphone_wanted:
            return self._microphone_is._replace(state="muted")
        return self._microphone_is

    @property
    def level(self) -> float:
        """The microphone's level, 0..1."""
        return min(1.0, self._microphone.level) if self._microphone else 0.0

    @property
    def fault(self) -> Fault:
        """What is wrong, the camera first."""
        return self.camera.fault or self.microphone.fault

    async def open(self) -> None:
        """Open both: consent was given, or a call starts."""
        async with self._moving:
            self.is_open = True
            await self._follow()

    async def close(self) -> None:
        """Close both, and wipe the self view."""
        async with self._moving:
            self.is_open = False
            await self._follow()

    async def set_controls(self, microphone: bool, camera: bool) -> None:
        """Mute and unmute. A camera that is off is closed: its light goes out."""
        async with self._moving:
            self._camera_wanted, self._microphone_wanted = camera, microphone
            await self._follow()

    def add(self, video: CameraTrack, audio: MicrophoneTrack) -> None:
        """Feed these tracks from now on."""
        with self._tracks_lock:
            self._tracks.add(video)
        self._sounds.add(audio)

    def remove(self, video: CameraTrack, audio: MicrophoneTrack) -> None:
        """Feed these tracks no more."""
        with self._tracks_lock:
            self._tracks.discard(video)
        self._sounds.discard(audio)

    async def _follow(self) -> None:
        """Make the devices what they should be now."""
        if self.is_open and self._microphone is None:
            self._microphone = Microphone(self._config.microphone, self._heard, self._microphone_report)
            self._microphone.start()
        if self._microphone:
            self._microphone.muted = not self._microphone_wanted
        if self.is_open and self._camera_wanted:
            if self._camera is None:
                self._camera = Camera(self._config, self._seen, self._camera_report)
                self._camera.start()
        elif self._camera:
            camera, self._camera = self._camera, None
            await camera.close()
            self._camera_is = OFF
            self._darken()
        if not self.is_open and self._microphone:
            microphone, self._microphone = self._microphone, None
            await microphone.close()
            self._microphone_is = OFF
        self._changed()

    def _darken(self) -> None:
        with self._tracks_lock:
            tracks = list(self._tracks)
        for track in tracks:
            track.darken()
        width, height = self_size(self._config)
        dark = to_bgra(still(width // 2 * 2, height // 2 * 2))
        for _ in range(self._slots):
            self._ring.write(dark.tobytes(), dark.shape[1], dark.shape[0], time.monotonic_ns())

    def _seen(self, picture: Image, captured_ns: int) -> None:
        """Take a picture, in the camera's thread."""
        with self._tracks_lock:
            tracks = list(self._tracks)
        for track in tracks:
            track.push(picture, captured_ns)
        small = to_bgra(fit(picture, *self_size(self._config)))
        self._ring.write(small.tobytes(), small.shape[1], small.shape[0], captured_ns)

    def _heard(self, block: Block) -> None:
        for sound in self._sounds:
            sound.push(block)

    def _camera_report(self, condition: Condition) -> None:
        self._loop.call_soon_threadsafe(self._camera_became, self._camera, condition)

    def _camera_became(self, camera: Camera | None, condition: Condition) -> None:
        if camera is not None and camera is self._camera:  # not one that was closed meanwhile
            self._camera_is = condition
            self._changed()

    def _microphone_report(self, condition: Condition) -> None:
        self._microphone_is = condition
        self._changed()
