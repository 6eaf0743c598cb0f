"""How long a word takes from this end's microphone until it is given to the other end's loudspeaker.

Two ends of a call in this process, over the loopback: a station's peer as in a call, and a bare one of
aiortc's. A click is spoken once a second; it counts from the moment its first sample was heard until the
block that has it is decoded at the other end. What devices add is not in it: `python -m media sound-test`
measures that for a loudspeaker and a microphone in one room.
"""

import asyncio
import time
from typing import Any, Final

import numpy as np
from aiortc import RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError

from bench.rows import Row, alone, beside, quantile
from bench.table import say
from contract.frames import RingWriter
from contract.profile import MediaConfig
from media.camera import Condition
from media.capture import Capture
from media.forms import Choice
from media.microphone import Microphone, samples_of
from media.peer import Peer
from media.rate.link import Link
from media.sound.portaudio import BLOCK, RATE

CLICKS: Final = 8
EVERY: Final = 50  # blocks: a second
LOUD: Final = 8000
GOAL_MS: Final = 150.0  # of ITU-T G.114, devices included: "essentially transparent"
CONFIG: Final = MediaConfig(
    camera="synthetic", microphone="silence", speaker="none", width=320, height=240, sound_processing=False
)


class Clicking(Microphone):
    """A microphone before a mouth that clicks; `spoken`: when, by time.monotonic."""

    def __init__(self, deliver: Any, report: Any) -> None:
        super().__init__(Choice("silence"), deliver, report)
        self.spoken: list[float] = []

    def start(self) -> None:
        """Begin."""
        self._tasks.spawn(self._click())

    async def _click(self) -> None:
        self._report(Condition("on", "clicks"))
        due, number = time.monotonic(), 0
        while True:
            due += BLOCK / RATE
            await asyncio.sleep(max(0.0, due - time.monotonic()))
            block = np.zeros(BLOCK, np.int16)
            number += 1
            if number % EVERY == 0:
                block[:240] = np.where(np.arange(240) % 48 < 24, 20_000, -20_000)
                self.spoken.append(time.monotonic() - BLOCK / RATE)
            self._deliver(block)


class Owner:
    """Takes what a peer says, and does nothing with it."""

    def __init__(self) -> None:
        self.link = Link()

    def peer_changed(self, peer: Peer) -> None:
        """Nothing."""

    def peer_picture(self, peer: Peer, frame: Any) -> None:
        """Nothing."""

    def peer_sound(self, peer: Peer, frame: Any) -> None:
        """Nothing."""

    def peer_text(self, peer: Peer, text: str) -> None:
        """Nothing."""


def run(runs: int) -> list[Row]:
    """Measure a call for each run."""
    medians, late = [], []
    for number in range(runs):
        say(f"mouth_to_ear: call {number + 1} of {runs}")
        delays = asyncio.run(measure())
        medians.append(quantile(delays, 0.5))
        late.append(quantile(delays, 0.95))
    peer = "what nobody notices (ITU-T G.114), devices included"
    return [
        beside("mouth_to_ear", "ms", medians, peer, [GOAL_MS] * runs, "<= 1"),
        alone("mouth_to_ear_p95", "ms", late),
    ]


async def measure() -> list[float]:
    """Make a call and return each click's delay in ms."""
    ring, mouths = RingWriter(320, 240), []

    def mouth(deliver: Any, report: Any) -> Clicking:
        mouths.append(Clicking(deliver, report))
        return mouths[-1]

    capture = Capture(CONFIG, ring, 3, lambda: None, mouth)
    ours, theirs = Peer(1, (), CONFIG, capture, Owner()), RTCPeerConnection()
    ears: asyncio.Future[Any] = asyncio.get_running_loop().create_future()
    theirs.on("track", lambda track: ears.set_result(track) if track.kind == "audio" else None)
    try:
        await theirs.setRemoteDescription(RTCSessionDescription(await ours.offer(), "offer"))
        await theirs.setLocalDescription(await theirs.createAnswer())
        await ours.answer(theirs.localDescription.sdp)
        await capture.open()
        async with asyncio.timeout(20.0 + 2 * CLICKS):
            return await _hear(await ears, mouths)
    finally:
        await capture.close()
        await theirs.close()
        await ours.close()
        ring.close()


async def _hear(track: Any, mouths: list[Clicking]) -> list[float]:
    """Return the delays of CLICKS clicks; the first is left out, while the call settles."""
    delays: list[float] = []
    quiet = True
    while len(delays) <= CLICKS:
        try:
            frame = await track.recv()
        except MediaStreamError as error:
            raise RuntimeError("the call ended before it was measured") from error
        samples = samples_of(frame)
        loud = bool(np.abs(samples.astype(np.int32)).max() > LOUD)
        if loud and quiet and mouths and mouths[0].spoken:
            delays.append((time.monotonic() - mouths[0].spoken[-1]) * 1000)
        quiet = not loud
    return delays[1:]
