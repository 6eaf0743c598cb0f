"""What is aimed at for a picture or a clip: the right camera, what it shows, advice, and the taking.

Where the profile names an exam camera or a dermoscope, that one is opened for the body and its pictures go
to the other end of a call meanwhile, on the same track. Otherwise the face camera does both. After a still
the picture taken stays in the ring (and in the call) until the next Aim: the person looks at what was really
taken.
"""

import asyncio
import logging
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from typing import Final

import msgspec

from contract import asks
from contract.capture import (
    Aim,
    AimOver,
    CameraControls,
    Control,
    Guidance,
    NotTaken,
    SetCamera,
    StopTake,
    Take,
)
from contract.control import FromMedia
from contract.frames import RingWriter
from contract.profile import MediaConfig
from contract.views import DERMOSCOPE, views
from media.camera import Camera, Condition
from media.capture import OFF, Capture
from media.clip import ClipError, Recorder
from media.faults import SourceError
from media.grabbers import Abilities, Grabber
from media.handing import Handed, hand_over
from media.photo.gate import Gate
from media.photo.guide import Guide
from media.pictures import Image, fit, still, to_bgra
from media.tasks import Tasks

GUIDE_S: Final = 0.2  # between two words of advice
STILL_S: Final = 8.0  # a camera that has given no still by then has failed
FREEZE: Final = "freeze"
BUSY: Final = "camera-busy"  # fault ids: one thing at a time
NO_PICTURE: Final = "no-picture"

_log = logging.getLogger(__name__)

Send = Callable[[FromMedia, Sequence[int]], None]


class Exam:
    """Obeys Aim, Take, StopTake, SetCamera and AimOver; `ring` shows what is aimed at."""

    def __init__(
        self,
        config: MediaConfig,
        ring: RingWriter,
        capture: Capture,
        *,
        slots: int,
        send: Send,
        changed: Callable[[], None],
    ) -> None:
        """`slots` of the ring; `changed` is called when the camera's condition is another one."""
        self._config, self._ring, self._slots = config, ring, slots
        self._capture, self._send, self._changed = capture, send, changed
        self._loop = asyncio.get_running_loop()
        self._aim: Aim | None = None
        self._own: Camera | None = None  # the exam camera or the dermoscope, where there is one
        self._source = ""  # … and which, in the profile's words
        self._watching = False  # the face camera does it
        self._newest: tuple[Image, int] | None = None
        self._frozen = False
        self._condition = OFF
        self._abilities = Abilities(0, 0)
        self._guide = Guide()
        self._guiding: asyncio.Task[None] | None = None
        self._taking: asyncio.Task[None] | None = None
        self._recorder: Recorder | None = None
        self._tasks = Tasks()

    @property
    def condition(self) -> Condition:
        """How the camera aimed with is: "off" when nothing is aimed at."""
        if self._watching:
            return self._capture.camera if self._capture.camera.state != "muted" else Condition("on")
        return self._condition

    async def obey(self, order: object) -> None:
        """Do what core says; what is of no picture is for somebody else."""
        match order:
            case Aim():
                await self.aim(order)
            case AimOver():
                await self.over()
            case Take():
                self.take(order)
            case StopTake():
                self.stop(order)
            case SetCamera():
                self.set(order)

    async def aim(self, order: Aim) -> None:
        """Open what is needed, show it, advise; a second one turns to another view and thaws the picture."""
        first = self._aim is None
        source = self._source_for(order)
        if not first and source != self._source:
            await self._close_camera()
            first = True
        self._aim, self._frozen = order, False
        self._guide = Guide(order.kind, order.view)
        if first:
            await self._open_camera(source)
        if self._guiding is None:
            self._guiding = self._tasks.spawn(self._advise())
        self._changed()

    async def over(self) -> None:
        """Stop everything, close the camera unless a call needs it, wipe the ring."""
        if self._aim is None:
            return
        self._aim = None
        await self._tasks.close()
        self._guiding = self._taking = None
        await self._drop_recorder()
        await self._close_camera()
        self._frozen, self._newest = False, None
        self._darken()
        self._changed()

    def take(self, order: Take) -> None:
        """Take one, in the background; refused while another is being taken or nothing is aimed at."""
        if self._aim is None or self._taking is not None:
            self._send(NotTaken(id=order.id, fault=BUSY), ())
            return
        clip = asks.family(order.kind) == "clip"
        self._taking = self._tasks.spawn(self._film(order) if clip else self._photograph(order))

    def stop(self, order: StopTake) -> None:
        """End a clip early."""
        if self._recorder is not None and self._recorder.id == order.id:
            self._recorder.stop()

    def set(self, order: SetCamera) -> None:
        """Turn a control; freezing is ours, the others are the camera's."""
        if self._aim is None:
            return
        if order.control == FREEZE:
            self._frozen = bool(order.value)
            self._say_controls()
        else:
            self._ask_camera(lambda grabber: self._turned(grabber, order))

    def _source_for(self, order: Aim) -> str:
        """Return the camera for a view in the profile's words; empty: the face camera does it."""
        if views().view(order.kind, order.view).camera == DERMOSCOPE and self._config.dermoscope:
            return self._config.dermoscope
        known = views().sets.get(order.kind)
        return self._config.exam_camera if known is None or known.camera == "exam" else ""

    # ---- the camera

    async def _open_camera(self, source: str) -> None:
        self._source = source
        if source:
            config = msgspec.structs.replace(self._config, camera=source)
            self._own = Camera(config, self._seen, self._report)
            self._own.start()
        else:
            self._watching = True
            await self._capture.watch(self._seen)
        self._ask_camera(self._learnt)

    async def _close_camera(self) -> None:
        own, self._own = self._own, None
        if own is not None:
            await own.close()
        if self._watching:
            self._watching = False
            await self._capture.unwatch(self._seen)
        self._capture.show_own()
        self._condition = OFF
        self._abilities = Abilities(0, 0)

    def _ask_camera(self, job: Callable[[Grabber], None]) -> None:
        if self._own is not None:
            self._own.do(job)
        elif self._watching:
            self._capture.do(job)

    def _learnt(self, grabber: Grabber) -> None:
        self._abilities = grabber.abilities()
        self._loop.call_soon_threadsafe(self._say_controls, grabber.name)

    def _turned(self, grabber: Grabber, order: SetCamera) -> None:
        if grabber.turn(order.control, order.value):
            self._learnt(grabber)

    def _say_controls(self, name: str = "") -> None:
        if self._aim is None:
            return
        able = self._abilities
        freeze = Control(FREEZE, 0, 1, 1, int(self._frozen))
        self._send(
            CameraControls(
                camera=name or self.condition.name,
                controls=(*able.controls, freeze),
                width=able.width,
                height=able.height,
                pauses=able.pauses,
            ),
            (),
        )

    def _report(self, condition: Condition) -> None:
        self._loop.call_soon_threadsafe(self._became, condition)

    def _became(self, condition: Condition) -> None:
        if self._own is not None:
            self._condition = condition
            self._changed()

    def _seen(self, picture: Image, captured_ns: int) -> None:
        """Take a picture of the camera's, in its thread."""
        if self._frozen or self._aim is None:
            return
        self._newest = (picture, captured_ns)
        recorder = self._recorder
        if recorder is not None:
            recorder.picture(picture, captured_ns)
        self._show(picture, captured_ns)

    def _show(self, picture: Image, captured_ns: int) -> None:
        shown = fit(picture, self._config.width, self._config.height)
        if self._own is not None:
            self._capture.show(shown, captured_ns)
        frame = to_bgra(shown)
        self._ring.write(frame.tobytes(), frame.shape[1], frame.shape[0], captured_ns)

    def _darken(self) -> None:
        dark = to_bgra(still(self._config.width // 2 // 2 * 2, self._config.height // 2 // 2 * 2))
        for _ in range(self._slots):
            self._ring.write(dark.tobytes(), dark.shape[1], dark.shape[0], time.monotonic_ns())

    # ---- advice

    async def _advise(self) -> None:
        said: Guidance | None = None
        while True:
            await asyncio.sleep(GUIDE_S)
            newest = self._newest
            if newest is None or self._frozen:
                continue
            recorder = self._recorder
            found = await asyncio.to_thread(self._guide.look, newest[0])
            if recorder is not None:
                found = msgspec.structs.replace(found, fraction=round(recorder.fraction, 2))
            if found != said:
                said = found
                self._send(found, ())

    # ---- taking

    async def _photograph(self, order: Take) -> None:
        try:
            async with asyncio.timeout(STILL_S):
                picture = await self._still()
            self._frozen = True
            self._show(picture, time.monotonic_ns())
            gate = Gate(order.kind, order.view)
            handed = await asyncio.to_thread(gate.photograph, picture, self.condition.name)
            self._give(order, handed)
        except (TimeoutError, SourceError) as error:
            _log.warning("no still: %s", error)
            self._failed(order, NO_PICTURE)
        finally:
            self._taking = None

    async def _still(self) -> Image:
        future: Future[Image] = Future()

        def job(grabber: Grabber) -> None:
            if not future.set_running_or_notify_cancel():
                return
            try:
                future.set_result(grabber.still())
            except SourceError as error:
                future.set_exception(error)
                raise

        self._ask_camera(job)
        return await asyncio.wrap_future(future)

    async def _film(self, order: Take) -> None:
        limits = views().clip
        seconds = min(limits.most_s, max(limits.least_s, order.seconds or limits.usual_s))
        recorder = Recorder(order, self._config, seconds)
        if order.sound:
            await self._capture.listen(recorder.sound)
        self._recorder = recorder
        try:
            await recorder.over()
            self._recorder = None
            self._give(order, await asyncio.to_thread(recorder.finish, self.condition.name))
        except ClipError as error:
            self._failed(order, str(error))
        finally:
            self._recorder = None
            if order.sound:
                await self._capture.unlisten(recorder.sound)
            recorder.close()
            self._taking = None

    def _give(self, order: Take, handed: Handed) -> None:
        with suppress(OSError):  # core is gone: nobody waits for it
            hand_over(order.id, handed, self._send)

    def _failed(self, order: Take, fault: str) -> None:
        self._send(NotTaken(id=order.id, fault=fault), ())

    async def _drop_recorder(self) -> None:
        recorder, self._recorder = self._recorder, None
        if recorder is not None:
            recorder.close()
