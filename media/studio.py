"""What core's orders do: capture under consent, one call at a time, the speaker; and how all of it is.

Importing this loads aiortc, PyAV and OpenCV (0.3 s warm, seconds on a cold disk): only after the Hello.
"""

import asyncio
import logging
from typing import Final

import numpy as np

from contract import asks
from contract.capture import Aim, Take, Watch
from contract.control import (
    Chime,
    Chimed,
    CloseCamera,
    Controls,
    EndCall,
    MediaState,
    OpenCamera,
    RemoteDescription,
    StartCall,
    Subscribe,
    TestCamera,
    TestSound,
    ToMedia,
    Wave,
)
from contract.frames import RingWriter
from contract.profile import MediaConfig
from media import camera_check
from media.auscultation.recorder import Recorder, Send
from media.call import Call
from media.capture import Capture, self_size
from media.codecs.vp8 import Encoder, Settings
from media.exam import Exam
from media.ladder import Step
from media.looking import Looking
from media.pictures import still, to_i420
from media.rate.link import Link
from media.screen import RemoteScreen
from media.sound.calling import call_person
from media.sound.check import check
from media.sound.meter import METER_S, Meter
from media.sound.system import SoundSystem
from media.tasks import Tasks
from media.waves import wave_text

RING_SLOTS: Final = 3
REPORT_S: Final = 2.0

_log = logging.getLogger(__name__)


def warm_up(config: MediaConfig) -> None:
    """Encode one picture, so that codecs and converters are loaded before a call needs them."""
    planes = to_i420(still(config.width // 2 * 2, config.height // 2 * 2))
    rows, width = planes.shape
    Encoder().encode(planes, Settings(width, rows * 2 // 3, config.start_bitrate_kbit, config.fps))


class Studio:
    """Obeys core's orders one after another; `send` takes messages and descriptors for core."""

    def __init__(self, config: MediaConfig, send: Send) -> None:
        self.remote_ring = RingWriter(config.width, config.height, RING_SLOTS)
        self.self_ring = RingWriter(*self_size(config), RING_SLOTS)
        self.exam_ring = RingWriter(config.width, config.height, RING_SLOTS)
        self._config = config
        self._send = send
        self._sound = SoundSystem(config, self._changed)
        self._capture = Capture(config, self.self_ring, RING_SLOTS, self._changed, self._sound.microphone)
        self._exam = Exam(
            config, self.exam_ring, self._capture, slots=RING_SLOTS, send=send, changed=self._changed
        )
        self._screen = RemoteScreen(self.remote_ring, config.width, config.height, RING_SLOTS)
        self._speaker = self._sound.speaker
        self._recorder = Recorder(config.stethoscope, self._speaker, send, self._wave)
        self._looking = Looking(self._capture, send)
        self._call: Call | None = None
        self._said: MediaState | None = None
        self._testing: asyncio.Task[None] | None = None
        self._calling: asyncio.Task[None] | None = None
        self._tasks = Tasks()
        self._tasks.spawn(self._report())
        self._tasks.spawn(self._measure_sound())

    def warm_up(self) -> None:
        """Load what a call will need, in a thread: codecs, converters, the processing of sound."""
        warm_up(self._config)
        self._sound.prepare()

    async def obey(self, order: ToMedia) -> None:
        """Do what core says; returns soon (what takes long goes on in the background)."""
        match order:
            case OpenCamera():
                await self._capture.open()
            case CloseCamera():
                await self._capture.close()
            case StartCall():
                await self._start_call(order)
            case RemoteDescription() | Subscribe():
                if self._call and self._call.id == order.call:
                    self._call.described(order)
            case EndCall():
                if self._call and self._call.id == order.call:
                    await self._end_call()
                    await self._capture.close()
            case Controls():
                self._speaker.volume = float(np.clip(order.volume, 0.0, 1.0))
                await self._capture.set_controls(order.microphone, order.camera)
            case Wave():
                self._wave(order)
            case TestSound() | TestCamera():
                self._test(order)
            case Chime():
                self._chime()
            case _:
                await self._examine(order)

    def _wave(self, wave: Wave) -> None:
        """Show a wave to the provider, if a call is on; what the way can't take is left out."""
        if self._call:
            self._call.send_text(wave_text(wave))

    async def close(self) -> None:
        """End everything; the devices are free afterwards."""
        await self._tasks.close()
        await self._end_call()
        await self._looking.end()
        await self._exam.over()
        await self._capture.close()
        await self._recorder.close()
        await self._sound.close()
        for ring in self.rings.values():
            ring.close()

    @property
    def rings(self) -> dict[str, RingWriter]:
        """The rings a session may look at, by their names."""
        return {"remote": self.remote_ring, "self": self.self_ring, "exam": self.exam_ring}

    def state(self) -> MediaState:
        """Say how everything is now."""
        call = self._call
        capture = self._capture
        link = call.link if call else Link()
        return MediaState(
            camera=capture.camera.state,
            microphone=capture.microphone.state,
            speaker=self._speaker.condition.state,
            call=call.state if call else "none",
            camera_name=capture.camera.name,
            exam=self._exam.condition.state,
            frames_sent=call.frames_sent if call else 0,
            frames_received=call.frames_received if call else 0,
            kbit_out=round(call.kbit_out, 1) if call else 0.0,
            kbit_in=round(call.kbit_in, 1) if call else 0.0,
            level_in=round(capture.level, 3),
            level_out=round(min(1.0, self._speaker.level), 3),
            microphone_name=capture.microphone.name,
            speaker_name=self._speaker.condition.name,
            microphone_finding=self._sound.finding if capture.microphone.state == "on" else "",
            fault=(call.fault if call else "") or capture.fault or self._speaker.condition.fault,
            available_kbit=round(link.available_kbit, 1) if link.fresh else 0.0,
            target_kbit=round(link.target_kbit, 1),
            width_out=link.width_out,
            height_out=link.height_out,
            fps_out=round(link.fps_out, 1),
            rtt_ms=round(link.rtt_ms, 1),
            loss_out=round(link.loss_out, 3),
            loss_in=round(link.loss_in, 3),
            recovered_in=link.recovered_in,
            step_out=call.degrading.out if call else Step.FULL,
            step_in=call.degrading.coming if call else Step.FULL,
            way=call.way if call else "",
        )

    def _test(self, order: TestSound | TestCamera) -> None:
        """Look through the camera, or begin the sound test unless one is under way."""
        if isinstance(order, TestCamera):
            self._tasks.spawn(camera_check.check(self._capture, self._send))
        elif self._testing is None or self._testing.done():
            self._testing = self._tasks.spawn(check(self._sound, self._send))

    def _chime(self) -> None:
        """Call a person on site, unless that, a sound test or a call is under way; say if it is heard."""
        busy = any(task is not None and not task.done() for task in (self._testing, self._calling))
        if self._call is None and not busy:
            self._calling = self._tasks.spawn(self._call_person())

    async def _call_person(self) -> None:
        self._send(Chimed(sounded=await call_person(self._config)))

    async def _examine(self, order: ToMedia) -> None:
        """Look or listen: what says no kind is for whichever of the two is under way."""
        if isinstance(order, Watch):
            await (self._looking.begin() if order.on else self._looking.end())
            return
        kind = order.kind if isinstance(order, Aim | Take) else ""
        if asks.family(kind) != "sound":
            await self._exam.obey(order)
        if asks.family(kind) in ("sound", ""):
            await self._recorder.obey(order)

    async def _start_call(self, order: StartCall) -> None:
        if self._call and self._call.id != order.call:
            await self._end_call()
        if self._call is None:
            self._call = Call(
                order.call,
                config=self._config,
                capture=self._capture,
                screen=self._screen,
                speaker=self._speaker,
                send=self._send,
                changed=self._changed,
            )
            await self._speaker.open()
        await self._capture.open()
        self._call.start(order.generation, order.ice_servers, room=order.room)

    async def _end_call(self) -> None:
        call, self._call = self._call, None
        if call:
            await call.close()
            await self._speaker.close()
            await self._screen.blank()
        self._changed()

    def _changed(self) -> None:
        """Tell core, unless nothing but counters is new."""
        now = self.state()
        if self._said is None or _essence(now) != _essence(self._said):
            self._said = now
            self._send(now)

    async def _report(self) -> None:
        while True:
            await asyncio.sleep(REPORT_S)
            if self._call or self._capture.is_open:
                self._said = self.state()
                self._send(self._said)

    async def _measure_sound(self) -> None:
        meter = Meter()
        while True:
            await asyncio.sleep(METER_S)
            if told := meter.look(self._sound.level, self._speaker.level):
                self._send(told)


def _essence(state: MediaState) -> tuple[str, ...]:
    return (
        state.camera,
        state.microphone,
        state.speaker,
        state.call,
        state.camera_name,
        state.exam,
        state.microphone_name,
        state.speaker_name,
        state.microphone_finding,
        state.fault,
        state.step_out,
        state.step_in,
    )
