"""What core's orders do: capture under consent, one call at a time, the speaker; and how all of it is.

Importing this loads aiortc, PyAV and OpenCV (0.3 s warm, seconds on a cold disk): only after the Hello.
"""

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Final

import numpy as np
from aiortc.codecs.vpx import Vp8Encoder

from contract.control import (
    CloseCamera,
    Controls,
    EndCall,
    FromMedia,
    MediaState,
    OpenCamera,
    RemoteDescription,
    StartCall,
    ToMedia,
    Wave,
)
from contract.frames import RingWriter
from contract.profile import MediaConfig
from media import aiortc_private
from media.call import Call
from media.capture import Capture, self_size
from media.pictures import still
from media.screen import RemoteScreen
from media.speaker import Speaker
from media.tasks import Tasks
from media.tracks import video_frame

RING_SLOTS: Final = 3
REPORT_S: Final = 2.0
START_KBIT: Final = 1200  # the encoder's first bitrate, before the browser has said what it gets
MIN_KBIT: Final = 150

_log = logging.getLogger(__name__)


def warm_up(config: MediaConfig) -> None:
    """Encode one picture, so that codecs and converters are loaded before a call needs them."""
    frame = video_frame(still(config.width, config.height))
    frame.pts = 0
    Vp8Encoder().encode(frame)


class Studio:
    """Obeys core's orders one after another; `send` takes messages and descriptors for core."""

    def __init__(self, config: MediaConfig, send: Callable[[FromMedia], None]) -> None:
        self.remote_ring = RingWriter(config.width, config.height, RING_SLOTS)
        self.self_ring = RingWriter(*self_size(config), RING_SLOTS)
        self._config = config
        self._send = send
        self._capture = Capture(config, self.self_ring, RING_SLOTS, self._changed)
        self._screen = RemoteScreen(self.remote_ring, config.width, config.height, RING_SLOTS)
        self._speaker = Speaker(config.speaker)
        self._call: Call | None = None
        self._said: MediaState | None = None
        self._tasks = Tasks()
        kbit = 1000
        maximum = max(MIN_KBIT, config.max_bitrate_kbit)
        aiortc_private.set_video_bitrates(min(START_KBIT, maximum) * kbit, MIN_KBIT * kbit, maximum * kbit)
        self._tasks.spawn(self._report())

    async def obey(self, order: ToMedia) -> None:
        """Do what core says; returns soon (what takes long goes on in the background)."""
        match order:
            case OpenCamera():
                await self._capture.open()
            case CloseCamera():
                await self._capture.close()
            case StartCall():
                await self._start_call(order)
            case RemoteDescription():
                if self._call and self._call.id == order.call:
                    self._call.answer(order.generation, order.sdp)
            case EndCall():
                if self._call and self._call.id == order.call:
                    await self._end_call()
                    await self._capture.close()
            case Controls():
                self._speaker.volume = float(np.clip(order.volume, 0.0, 1.0))
                await self._capture.set_controls(order.microphone, order.camera)
            case Wave():
                if self._call:
                    self._call.send_text(wave_text(order))

    async def close(self) -> None:
        """End everything; the devices are free afterwards."""
        await self._tasks.close()
        await self._end_call()
        await self._capture.close()
        self.remote_ring.close()
        self.self_ring.close()

    def state(self) -> MediaState:
        """Say how everything is now."""
        call = self._call
        capture = self._capture
        return MediaState(
            camera=capture.camera.state,
            microphone=capture.microphone.state,
            speaker=self._speaker.condition.state,
            call=call.state if call else "none",
            camera_name=capture.camera.name,
            frames_sent=call.frames_sent if call else 0,
            frames_received=call.frames_received if call else 0,
            kbit_out=round(call.kbit_out, 1) if call else 0.0,
            kbit_in=round(call.kbit_in, 1) if call else 0.0,
            level_in=round(capture.level, 3),
            fault=(call.fault if call else "") or capture.fault or self._speaker.condition.fault,
        )

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
        self._call.start(order.generation, order.ice_servers)

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


def _essence(state: MediaState) -> tuple[str, ...]:
    return (state.camera, state.microphone, state.speaker, state.call, state.camera_name, state.fault)


def wave_text(wave: Wave) -> str:
    """Return a wave as the browser expects it (docs: the console's data channel)."""
    return json.dumps(
        {"kind": wave.kind, "t_ns": wave.t_ns, "rate_hz": wave.rate_hz, "samples": wave.samples},
        separators=(",", ":"),
    )
