"""What stands in place of aiortc's sender and receiver does what it should."""

import asyncio
from collections.abc import AsyncIterator, Callable
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from aiortc import MediaStreamTrack, RTCPeerConnection, RTCSessionDescription
from aiortc.rtp import RTCP_PSFB_FIR, RtcpPsfbPacket, is_rtcp
from av import AudioFrame, VideoFrame

from contract.frames import RingWriter
from contract.profile import MediaConfig
from media import peer
from media.aiortc_private.encoders import SoundEncoder
from media.capture import Capture
from media.codecs import opus
from media.peer import Peer
from media.rate import packets
from media.rate.link import Limits, Link
from media.rate.pacer import Kind
from media.tracks import CameraTrack

SMALL = MediaConfig(
    camera="synthetic", microphone="silence", speaker="none", width=320, height=240, sound_processing=False
)


class Watcher:
    """Owns a peer and counts its pictures."""

    def __init__(self) -> None:
        self.pictures = 0
        self.link = Link()
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

    async def until(self, condition: Callable[[], Any]) -> None:
        async with asyncio.timeout(20):
            while not condition():
                self.news.clear()
                await self.news.wait()


class Pair:
    """Our peer and an aiortc one; either sends small pictures."""

    def __init__(self, ours: Peer, theirs: RTCPeerConnection, owner: Watcher) -> None:
        self.ours, self.theirs, self.owner = ours, theirs, owner
        self.track = CameraTrack(320, 240)
        self._feeding: list[asyncio.Task[None]] = []

    def feed(self, *tracks: CameraTrack) -> None:
        self._feeding += [asyncio.create_task(self._feed(track)) for track in tracks]

    async def close(self) -> None:
        for task in self._feeding:
            task.cancel()
        await asyncio.gather(*self._feeding, return_exceptions=True)
        await self.theirs.close()
        await self.ours.close()

    async def _feed(self, track: CameraTrack) -> None:
        number = 0
        while True:
            number += 1
            picture = np.full((240, 320, 3), number % 256, np.uint8)
            await asyncio.to_thread(track.push, picture, number * 33_000_000)
            await asyncio.sleep(0.03)


@pytest.fixture
async def pair() -> AsyncIterator[Pair]:
    ring = RingWriter(320, 240)
    capture = Capture(SMALL, ring, 3, lambda: None)
    owner = Watcher()
    made = Pair(Peer(1, (), SMALL, capture, owner), RTCPeerConnection(), owner)
    await made.theirs.setRemoteDescription(RTCSessionDescription(await made.ours.offer(), "offer"))
    made.theirs.addTrack(made.track)
    await made.theirs.setLocalDescription(await made.theirs.createAnswer())
    await made.ours.answer(made.theirs.localDescription.sdp)
    await owner.until(lambda: made.ours.state == "connected")
    made.ours._video.shut = False  # no camera is open here: the pictures are the tests' own
    yield made
    await made.close()
    ring.close()


async def eventually(condition: Callable[[], bool]) -> None:
    async with asyncio.timeout(20):
        while True:
            if condition():
                return
            await asyncio.sleep(0.01)


def sender(connection: Any) -> Any:
    return next(one for one in connection.getSenders() if one.kind == "video")


def receiver(connection: Any) -> Any:
    return next(one for one in connection.getReceivers() if one.track and one.track.kind == "video")


def test_without_relays_no_foreign_server_is_asked() -> None:
    assert peer.configuration(SMALL).iceServers == []


async def test_a_picture_frozen_by_a_burst_goes_on(pair: Pair) -> None:
    pair.feed(pair.track)
    await pair.owner.until(lambda: pair.owner.pictures > 10)
    transport: Any = pair.theirs.getSenders()[0].transport
    send, lost = transport._send_rtp, 0

    async def lose(data: bytes) -> None:
        nonlocal lost
        if is_rtcp(data) or lost >= 60:  # nothing of two seconds comes, and no repair of it is left
            await send(data)
        else:
            lost += 1

    transport._send_rtp = lose
    history = sender(pair.theirs)._RTCRtpSender__rtp_history
    await eventually(lambda: lost == 60)
    history.clear()
    seen = pair.owner.pictures
    await pair.owner.until(lambda: pair.owner.pictures > seen + 10)


async def test_a_lost_packet_is_asked_for_and_repaired(pair: Pair) -> None:
    pair.feed(pair.track)
    await pair.owner.until(lambda: pair.owner.pictures > 10)
    transport: Any = pair.theirs.getSenders()[0].transport
    send, count, repaired = transport._send_rtp, 0, 0
    rtx_source = sender(pair.theirs)._rtx_ssrc
    ours_told: list[Any] = []
    told = sender(pair.theirs)._handle_rtcp_packet

    async def listen(packet: Any) -> None:
        ours_told.append(packet)
        await told(packet)

    async def lose(data: bytes) -> None:
        nonlocal count, repaired
        if not is_rtcp(data):
            count += 1
            if packets.parse(data).ssrc == rtx_source:
                repaired += 1
            elif count % 5 == 0:
                return
        await send(data)

    sender(pair.theirs)._handle_rtcp_packet = listen
    transport._send_rtp = lose
    seen = pair.owner.pictures
    await pair.owner.until(lambda: pair.owner.pictures > seen + 30)
    assert repaired > 3
    requests = [one for one in ours_told if isinstance(one, RtcpPsfbPacket) and one.fmt == 1]
    assert len(requests) <= 2, "repairs, not key frames"


async def test_ours_repairs_what_aiortc_lost(pair: Pair) -> None:
    remote = receiver(pair.theirs).track
    pair.feed(pair.ours._video)
    for _ in range(10):
        await remote.recv()
    transport = sender(pair.ours._connection).transport
    out = pair.ours._out
    send, count, repaired = out._send_now, 0, 0

    async def lose(data: bytes) -> None:
        nonlocal count, repaired
        if not is_rtcp(data):
            count += 1
            if packets.parse(data).ssrc == sender(pair.ours._connection)._rtx_ssrc:
                repaired += 1
            elif count % 5 == 0:
                return
        await send(data)

    assert transport._send_rtp == out._send
    out._send_now = lose
    for _ in range(30):
        await remote.recv()
    assert repaired > 3


async def asked_again_until_a_picture(pair: Pair, remote: MediaStreamTrack) -> int:
    """Wait as a browser does: aiortc's own receiver asks for a key frame once, and then never again."""
    video = sender(pair.ours._connection)
    for asked in range(20):
        try:
            async with asyncio.timeout(2):
                await remote.recv()
        except TimeoutError:
            fir = RtcpPsfbPacket(fmt=RTCP_PSFB_FIR, ssrc=1, media_ssrc=video._ssrc)
            await video._handle_rtcp_packet(fir)
        else:
            return asked
    raise AssertionError("no picture comes, however often a key frame is asked for")


async def test_a_flood_of_key_frame_requests_is_answered_once(pair: Pair) -> None:
    remote = receiver(pair.theirs).track
    pair.feed(pair.ours._video)
    await remote.recv()
    out, gate = pair.ours._out, pair.ours._out.gate
    video = sender(pair.ours._connection)
    granted = gate.granted
    for _ in range(100):
        await video._handle_rtcp_packet(RtcpPsfbPacket(fmt=RTCP_PSFB_FIR, ssrc=1, media_ssrc=video._ssrc))
    again = 0
    for _ in range(5):
        again += await asked_again_until_a_picture(pair, remote)
    assert gate.asked >= 100
    assert gate.granted <= granted + 2 + again
    assert out.controller.bps > 0


async def test_limits_are_heeded_and_undone(pair: Pair) -> None:
    remote = receiver(pair.theirs).track
    link = pair.owner.link
    pair.feed(pair.ours._video)
    await remote.recv()
    link.limits = Limits(width=160, height=160)
    async with asyncio.timeout(20):
        while (await remote.recv()).width != 160:
            pass
    assert (link.width_out, link.height_out) == (160, 120)
    link.limits = Limits(video=False)
    await eventually(lambda: link.width_out == 0)
    sent = pair.ours.frames_sent
    await asyncio.sleep(0.2)
    assert pair.ours.frames_sent == sent
    link.limits = Limits()
    async with asyncio.timeout(20):
        while (await remote.recv()).width != 320:
            pass


async def test_pictures_that_wait_are_forgotten_when_the_camera_goes_off(pair: Pair) -> None:
    remote = receiver(pair.theirs).track
    pair.feed(pair.ours._video)
    await remote.recv()
    out = pair.ours._out
    out._pacer.push(Kind.PICTURE, bytes(1200))
    assert out._kept
    pair.ours._video.darken()
    assert out._pacer.waiting == 0
    assert not out._kept
    async with asyncio.timeout(20):  # and the still that says "off" comes, as a key frame
        while (await remote.recv()).to_ndarray(format="gray").std() < 5:
            pass


async def test_aiortc_is_answered_in_its_own_way(pair: Pair) -> None:
    """Without transport-wide feedback we send REMB and heed it."""
    pair.feed(pair.track, pair.ours._video)
    await eventually(lambda: pair.owner.link.fresh)
    assert not pair.ours._out.controller.wide
    assert pair.owner.link.available_kbit > 0


def test_sound_is_guarded_against_loss_for_some_seconds_more() -> None:
    link = Link()
    encoder = SoundEncoder(link)
    moments = np.arange(150 * 960)
    voice = (1 + np.sin(moments / 3000)) * (np.sin(moments * 0.03) + 0.5 * np.sin(moments * 0.071)) * 5000
    voice += np.random.default_rng(1).normal(0, 200, moments.size)
    blocks = iter(voice.astype(np.int16).reshape(150, 1, 960))

    def guarded() -> int:
        found = 0
        for number in range(50):
            frame = AudioFrame.from_ndarray(next(blocks), format="s16", layout="mono")
            frame.sample_rate, frame.pts, frame.time_base = 48_000, number * 960, Fraction(1, 48_000)
            found += sum(map(opus.carries_previous, encoder.encode(frame)[0]))
        return found

    assert guarded() == 0
    link.loss_out = 0.2
    assert guarded() > 35
    link.loss_out = 0.0
    assert guarded() > 35
