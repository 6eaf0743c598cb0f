"""Switched off means off: from that moment no sound and no picture of the patient goes out, not even one."""

import asyncio
from collections.abc import AsyncIterator, Callable

import numpy as np
import pytest
from av import AudioFrame, VideoFrame

from contract.frames import RingWriter
from contract.profile import MediaConfig
from media import stamp
from media.capture import Capture, self_size
from media.rate.link import Link
from media.tracks import CameraTrack, MicrophoneTrack

CONFIG = MediaConfig(camera="synthetic", microphone="tone", speaker="none", width=320, height=180)
ENOUGH = 25  # blocks of 20 ms: more than any queue holds


class Sent:
    """All that leaves through one connection's tracks."""

    def __init__(self, capture: Capture) -> None:
        self.video = CameraTrack(CONFIG.width, CONFIG.height)
        self.audio = MicrophoneTrack(Link())
        self.pictures: list[VideoFrame] = []
        self.sounds: list[AudioFrame] = []
        self._news = asyncio.Event()
        capture.add(self.video, self.audio)
        self.tasks = [asyncio.create_task(self._see()), asyncio.create_task(self._hear())]

    async def _see(self) -> None:
        while True:
            self.pictures.append(await self.video.recv())
            self._news.set()

    async def _hear(self) -> None:
        while True:
            self.sounds.append(await self.audio.recv())
            self._news.set()

    async def until(self, so: Callable[[], bool]) -> None:
        """Wait until something is so."""
        while not so():
            self._news.clear()
            await self._news.wait()

    async def more(self, count: int = ENOUGH) -> None:
        """Wait for so many blocks of sound, and for a picture."""
        blocks, pictures = len(self.sounds) + count, len(self.pictures)
        await self.until(lambda: len(self.sounds) >= blocks and len(self.pictures) > pictures)


def stamped(frame: VideoFrame) -> bool:
    """Does the picture show the camera's time?"""
    return stamp.read(frame.to_ndarray(format="rgb24").astype(np.uint8)) is not None


def loud(frame: AudioFrame) -> bool:
    return bool(np.any(frame.to_ndarray()))


@pytest.fixture
async def capture() -> AsyncIterator[Capture]:
    ring = RingWriter(*self_size(CONFIG))
    found = Capture(CONFIG, ring, 3, lambda: None)
    yield found
    await found.close()
    ring.close()


@pytest.fixture
async def sent(capture: Capture) -> AsyncIterator[Sent]:
    found = Sent(capture)
    yield found
    for task in found.tasks:
        task.cancel()
    await asyncio.gather(*found.tasks, return_exceptions=True)


async def until_it_flows(sent: Sent) -> None:
    await sent.until(lambda: any(map(stamped, sent.pictures)) and any(map(loud, sent.sounds)))


async def test_without_consent_nothing_is_open_and_nothing_goes_out(capture: Capture, sent: Sent) -> None:
    await sent.until(lambda: bool(sent.pictures))
    assert capture.camera.state == capture.microphone.state == "off"
    assert sent.sounds == []
    assert not any(map(stamped, sent.pictures))


@pytest.mark.parametrize("watched", [False, True], ids=["camera closes", "camera stays open for a picture"])
async def test_from_the_moment_of_muting_on_nothing_goes_out(
    capture: Capture, sent: Sent, watched: bool
) -> None:
    await capture.open()
    if watched:
        await capture.watch(lambda picture, ns: None)
    await until_it_flows(sent)
    await capture.set_controls(microphone=False, camera=False)
    pictures, sounds = len(sent.pictures), len(sent.sounds)
    await sent.more()
    assert not any(map(stamped, sent.pictures[pictures:]))
    assert not any(map(loud, sent.sounds[sounds:]))
    await capture.set_controls(microphone=True, camera=True)
    sent.pictures.clear()
    sent.sounds.clear()
    await until_it_flows(sent)


async def test_what_waited_to_be_sent_when_the_microphone_was_muted_is_dropped(capture: Capture) -> None:
    video, audio = CameraTrack(CONFIG.width, CONFIG.height), MicrophoneTrack(Link())
    capture.add(video, audio)
    await capture.open()
    audio.push(np.full(960, 1000, np.int16))  # the encoder lags
    await capture.set_controls(microphone=False, camera=True)
    frame = await audio.recv()
    assert not loud(frame)


async def test_a_connection_made_while_muted_begins_dark(capture: Capture) -> None:
    await capture.open()
    await capture.set_controls(microphone=False, camera=False)
    video, audio = CameraTrack(CONFIG.width, CONFIG.height), MicrophoneTrack(Link())
    capture.add(video, audio)
    video.push(np.full((180, 320, 3), 200, np.uint8), 1)
    await asyncio.sleep(0)  # let it come over from its thread
    frame = await video.recv()
    assert frame.to_ndarray(format="rgb24").mean() < 100
