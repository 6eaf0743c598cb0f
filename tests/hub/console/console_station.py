"""A station's end of a call, with aiortc as in the field: it offers, sends a picture and a wave."""

import asyncio
import contextlib
import json
import math
import time
from collections.abc import Callable, Coroutine
from fractions import Fraction
from typing import Any

import numpy as np
from aiortc import (
    RTCDataChannel,
    RTCPeerConnection,
    RTCRtpReceiver,
    RTCSessionDescription,
    VideoStreamTrack,
)
from aiortc.mediastreams import AudioStreamTrack, MediaStreamError
from av import VideoFrame
from console_hub import WAYS, ConsoleHub
from numpy.typing import NDArray

from contract.trust import Vouched

WAVE_HZ = 60
WAVE_EVERY_S = 0.1


def person(width: int, height: int) -> NDArray[np.uint8]:
    """Draw somebody sitting in a room: shapes are enough to judge a layout by."""
    y, x = np.mgrid[0:height, 0:width] / height
    room = np.stack([214 - 50 * y, 205 - 45 * y, 190 - 40 * y], axis=-1)
    middle = width / height / 2
    room[np.hypot((x - middle) / 0.42, (y - 1.02) / 0.42) < 1] = (74, 104, 122)
    room[(abs(x - middle) < 0.075) & (y > 0.5) & (y < 0.68)] = (176, 128, 98)
    room[np.hypot((x - middle) / 0.21, (y - 0.33) / 0.25) < 1] = (82, 62, 52)
    room[np.hypot((x - middle) / 0.165, (y - 0.38) / 0.215) < 1] = (198, 150, 118)
    return room.astype(np.uint8)


class Picture(VideoStreamTrack):
    """The person, swaying a little."""

    def __init__(self, width: int, height: int, tint: int = 0) -> None:
        super().__init__()
        self._frame = np.clip(person(width, height).astype(int) + tint, 0, 255).astype(np.uint8)

    async def recv(self) -> VideoFrame:
        """Return the next frame."""
        pts, base = await self.next_timestamp()
        shift = int(6 * math.sin(float(pts * Fraction(base)) * 2))
        frame = VideoFrame.from_ndarray(np.roll(self._frame, shift, axis=1), format="rgb24")
        frame.pts, frame.time_base = pts, base
        return frame


class Station:
    """Answers one hub's calls."""

    def __init__(self, hub: ConsoleHub, width: int = 320, height: int = 180) -> None:
        self.received = 0  # frames of the provider's picture
        self.size = (0, 0)  # of the newest of them
        self.heard = False
        self.believed: Vouched | None = None  # who answered, by a proof that holds
        self.offered: dict[str, Any] = {}  # the last offer, as it was sent
        self.tampered: Callable[[dict[str, Any]], dict[str, Any]] = dict  # on the way
        self.waves: tuple[str, ...] = ("pleth",)  # the kinds that are sent
        self.line: RTCDataChannel | None = None
        self.line_told: list[dict[str, Any]] = []  # what the console says of the line
        self._news = asyncio.Event()
        self._hub = hub
        self._size = (width, height)
        self._peer: RTCPeerConnection | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def offer(self, call: str, generation: int = 1, tint: int = 0) -> None:
        """Make a new peer connection, offer it, and take the console's answer."""
        await self.hang_up()
        peer = self._peer = RTCPeerConnection()
        peer.addTrack(Picture(*self._size, tint))
        peer.addTrack(AudioStreamTrack())
        _plain(peer)
        wave = peer.createDataChannel("wave")
        wave.on("open", lambda: self._start(self._send_wave(wave)))
        self.line = peer.createDataChannel("line")
        self.line.on("message", self._line_came)
        peer.on("track", lambda track: self._start(self._watch(track)))
        await peer.setLocalDescription(await peer.createOffer())
        sdp = peer.localDescription.sdp
        signed = self._hub.keys.offer(call, generation, sdp)
        offer = {"type": "signal", "call": call, "generation": generation, "kind": "offer", **WAYS}
        self.offered = offer | {"sdp": sdp, "signed": signed}
        await self._hub.tell(self.tampered(self.offered))
        self._start(self._answered(peer, call, generation, signed))

    async def until(self, true: Callable[[], bool]) -> None:
        """Wait until something the console sent makes this so."""
        async with asyncio.timeout(30):
            while not true():
                self._news.clear()
                await self._news.wait()

    def _line_came(self, text: str) -> None:
        self.line_told.append(json.loads(text))
        self._news.set()

    async def hang_up(self) -> None:
        """Leave without a word, as after a crash."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._peer:
            await self._peer.close()

    def _start(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answered(self, peer: RTCPeerConnection, call: str, generation: int, offer: str) -> None:
        def answers() -> list[dict[str, str]]:
            wanted = {"type": "signal", "call": call, "generation": generation}
            return [told for told in self._hub.told if wanted.items() <= told.items()]

        await self._hub.until(lambda: bool(answers()))
        answer = answers()[-1]
        self.believed = self._hub.keys.believe(answer["signed"], answer["sdp"], offer)
        await peer.setRemoteDescription(RTCSessionDescription(answer["sdp"], "answer"))

    async def _watch(self, track: VideoStreamTrack) -> None:
        with contextlib.suppress(MediaStreamError):
            while True:
                frame = await track.recv()
                if isinstance(frame, VideoFrame):
                    self.received += 1
                    self._news.set()
                    self.size = (frame.width, frame.height)
                else:
                    self.heard = True

    async def _send_wave(self, channel: RTCDataChannel) -> None:
        beat = 0
        while channel.readyState == "open":
            count = int(WAVE_HZ * WAVE_EVERY_S)
            phases = [(beat + i) / WAVE_HZ * 1.5 % 1 for i in range(count)]
            samples = [
                round(60 * math.exp(-(((p - 0.2) / 0.09) ** 2)) + 22 * math.exp(-(((p - 0.5) / 0.12) ** 2)))
                for p in phases
            ]
            beat += count
            told = {"t_ns": time.monotonic_ns(), "rate_hz": WAVE_HZ, "samples": samples}
            for kind in self.waves:
                channel.send(json.dumps({"kind": kind, **told}))
            await asyncio.sleep(WAVE_EVERY_S)


def _plain(peer: RTCPeerConnection) -> None:
    """Offer no parity: our engine teaches aiortc to offer it, and is alone in reading it."""
    known = RTCRtpReceiver.getCapabilities("video")
    assert known is not None
    wanted = [codec for codec in known.codecs if codec.mimeType in ("video/VP8", "video/rtx")]
    for transceiver in peer.getTransceivers():
        if transceiver.kind == "video":
            transceiver.setCodecPreferences(wanted)
