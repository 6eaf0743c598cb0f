"""Camera and microphone together: open only under consent, mute, states, the self view."""

import asyncio
import threading
import time
from collections.abc import Callable
from functools import partial
from typing import Final

from contract.frames import RingWriter
from contract.profile import MediaConfig
from media.camera import Camera, Condition
from media.faults import Fault
from media.forms import Choice
from media.grabbers import Grabber
from media.microphone import Block, Microphone
from media.pictures import Image, fit, still, to_bgra
from media.tracks import CameraTrack, MicrophoneTrack

MakeMicrophone = Callable[[Callable[[Block], None], Callable[[Condition], None]], Microphone]

OFF: Final = Condition("off")
Watcher = Callable[[Image, int], None]  # a picture and when (monotonic ns), in the camera's thread
Listener = Callable[[Block], None]
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
        self,
        config: MediaConfig,
        self_ring: RingWriter,
        slots: int,
        changed: Callable[[], None],
        make_microphone: MakeMicrophone | None = None,
    ) -> None:
        """`make_microphone`: given where its blocks and reports go; else the one the profile names, bare."""
        self._make_microphone = make_microphone or partial(Microphone, Choice(config.microphone))
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
        self._watchers: tuple[Watcher, ...] = ()
        self._listeners: tuple[Listener, ...] = ()
        self._elsewhere = False  # the tracks are fed by `show`
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
        video.shut = not (self.is_open and self._camera_wanted)
        with self._tracks_lock:
            self._tracks.add(video)
        self._sounds.add(audio)

    def remove(self, video: CameraTrack, audio: MicrophoneTrack) -> None:
        """Feed these tracks no more."""
        with self._tracks_lock:
            self._tracks.discard(video)
        self._sounds.discard(audio)

    # ---- pictures and clips for review (media.exam): under a consent of their own

    async def watch(self, watcher: Watcher) -> None:
        """Give every picture of this camera to a watcher too; it is open for that, whatever a call does."""
        async with self._moving:
            self._watchers = (*self._watchers, watcher)
            await self._follow()

    async def unwatch(self, watcher: Watcher) -> None:
        """Give no more."""
        async with self._moving:
            self._watchers = tuple(each for each in self._watchers if each != watcher)
            await self._follow()

    async def listen(self, listener: Listener) -> None:
        """Give every block of sound to a listener too (on the loop); silence while muted."""
        async with self._moving:
            self._listeners = (*self._listeners, listener)
            await self._follow()

    async def unlisten(self, listener: Listener) -> None:
        """Give no more."""
        async with self._moving:
            self._listeners = tuple(each for each in self._listeners if each != listener)
            await self._follow()

    def do(self, job: Callable[[Grabber], None]) -> bool:
        """Have the camera's thread do something with the open source; False when it is closed."""
        if self._camera is None:
            return False
        self._camera.do(job)
        return True

    def show(self, picture: Image, captured_ns: int) -> None:
        """Send this to the other end instead of this camera's pictures (any thread): another camera's turn.

        The track stays the same, so nothing is negotiated. A camera the patient switched off stays off.
        """
        self._elsewhere = True
        if self.is_open and self._camera_wanted:
            self._push(picture, captured_ns)

    def show_own(self) -> None:
        """Send this camera's own pictures again."""
        self._elsewhere = False

    async def _follow(self) -> None:
        """Make the devices what they should be now."""
        heard, seen = self.is_open or bool(self._listeners), self.is_open and self._camera_wanted
        if heard and self._microphone is None:
            self._microphone = self._make_microphone(self._heard, self._microphone_report)
            self._microphone.start()
        if self._microphone:
            self._microphone.muted = not self._microphone_wanted
        if not (heard and self._microphone_wanted):
            for sound in self._sounds:
                sound.hush()
        if seen:
            for track in tuple(self._tracks):
                track.shut = False
        if seen or self._watchers:
            if self._camera is None:
                self._camera = Camera(self._config, self._seen, self._camera_report)
                self._camera.start()
            if not seen:
                self._darken()
        elif self._camera:
            camera, self._camera = self._camera, None
            await camera.close()
            self._camera_is = OFF
            self._darken()
        if not heard and self._microphone:
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
        for watcher in self._watchers:
            watcher(picture, captured_ns)
        if not (self.is_open and self._camera_wanted):
            return
        if not self._elsewhere:
            self._push(picture, captured_ns)
        small = to_bgra(fit(picture, *self_size(self._config)))
        self._ring.write(small.tobytes(), small.shape[1], small.shape[0], captured_ns)

    def _push(self, picture: Image, captured_ns: int) -> None:
        with self._tracks_lock:
            tracks = list(self._tracks)
        for track in tracks:
            track.push(picture, captured_ns)

    def _heard(self, block: Block) -> None:
        for listener in self._listeners:
            listener(block)
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
