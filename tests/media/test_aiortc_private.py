"""What we use of aiortc's private parts is still there, and still does what we need."""

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Any

import numpy as np
import pytest
from aiortc import RTCPeerConnection, RTCSessionDescription
from aiortc.codecs import vpx
from av import AudioFrame, VideoFrame

from contract.frames import RingWriter
from contract.profile import MediaConfig
from media import aiortc_private, peer
from media.capture import Capture
from media.peer import Peer
from media.tracks import CameraTrack

SMALL = MediaConfig(camera="synthetic", microphone="silence", speaker="none", width=320, height=240)


class Watcher:
    """Owns a peer and counts its pictures."""

    def __init__(self) -> None:
        self.pictures = 0
        self.news = asyncio.Event()

    def peer_changed(self, peer: Peer) -> None:
        self.news.set()

    def peer_picture(self, peer: Peer, frame: VideoFrame) -> None:
        self.pictures += 1
        self.news.set()

    def peer_sound(self, peer: Peer, frame: AudioFrame) -> None:
        pass

    def peer_text(self, peer: Peer, text: str) -> None:
        pass

    async def until(self, condition: Callable[[], bool]) -> None:
        async with asyncio.timeout(10):  # left alone, the buffer of this stream would need 17 s to flow again
            while not condition():
                self.news.clear()
                await self.news.wait()


@pytest.fixture
async def pair() -> AsyncIterator[tuple[Peer, Watcher, CameraTrack]]:
    """Our peer, connected to an aiortc one that sends small pictures."""
    ring = RingWriter(320, 240)
    capture = Capture(SMALL, ring, 3, lambda: None)
    owner = Watcher()
    ours = Peer(1, (), SMALL, capture, owner)
    theirs = RTCPeerConnection()
    track = CameraTrack(320, 240)
    await theirs.setRemoteDescription(RTCSessionDescription(await ours.offer(), "offer"))
    theirs.addTrack(track)
    await theirs.setLocalDescription(await theirs.createAnswer())
    await ours.answer(theirs.localDescription.sdp)
    await owner.until(lambda: ours.state == "connected")
    yield ours, owner, track
    await theirs.close()
    await ours.close()
    ring.close()


def video_receiver(one: Peer) -> Any:
    return next(r for r in one._connection.getReceivers() if r.track and r.track.kind == "video")


async def feed(track: CameraTrack, done: asyncio.Event) -> None:
    number = 0
    while not done.is_set():
        number += 1
        await asyncio.to_thread(
            track.push, np.full((240, 320, 3), number % 256, np.uint8), number * 33_000_000
        )
        await asyncio.sleep(0.03)


async def test_the_private_names_are_there(pair: tuple[Peer, Watcher, CameraTrack]) -> None:
    missing = aiortc_private.missing_names(video_receiver(pair[0]))
    assert not missing, f"this aiortc has renamed what media/aiortc_private.py uses: {', '.join(missing)}"


def test_missing_names_are_told() -> None:
    assert "RTCRtpReceiver._send_rtcp_pli" in aiortc_private.missing_names(object())


def test_bitrate_limits_reach_the_encoder() -> None:
    aiortc_private.set_video_bitrates(1_200_000, 150_000, 2_500_000)
    encoder = vpx.Vp8Encoder()
    assert encoder.target_bitrate == 1_200_000
    encoder.target_bitrate = 9_000_000
    assert encoder.target_bitrate == 2_500_000
    encoder.target_bitrate = 1
    assert encoder.target_bitrate == 150_000


def test_without_relays_no_foreign_server_is_asked() -> None:
    assert peer.configuration(()).iceServers == []


async def test_a_frozen_picture_thaws(
    pair: tuple[Peer, Watcher, CameraTrack], monkeypatch: pytest.MonkeyPatch
) -> None:
    ours, owner, track = pair
    done = asyncio.Event()
    feeding = asyncio.create_task(feed(track, done))
    await owner.until(lambda: owner.pictures > 10)
    # As after a burst of loss: the buffer waits for a packet that will never come.
    buffer = getattr(video_receiver(ours), aiortc_private._BUFFER)
    buffer._origin = (buffer._origin - 1) % 65536
    seen = owner.pictures
    monkeypatch.setattr(peer, "FROZEN_S", 0.3)
    checks = 0
    async with asyncio.timeout(10):
        while owner.pictures < seen + 10:
            await ours.check()
            checks += 1
            await asyncio.sleep(0.05)
    assert checks > 1
    assert getattr(video_receiver(ours), aiortc_private._BUFFER) is not buffer
    done.set()
    await feeding
