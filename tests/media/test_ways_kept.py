"""A real media process keeps its call when a relay dies; a core of a few lines drives it as kiosk.core does.

How long media was away is printed; what is asserted is the requirement with room for a slow machine.
"""

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from aiortc import RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import MediaStreamError, VideoStreamTrack
from coturn import relay
from media_core import MediaCore

from contract.control import LocalDescription, MediaState, RemoteDescription, StartCall
from contract.profile import MediaConfig
from contract.wire import IceServer
from kiosk.core.redial import Redial

pytestmark = pytest.mark.e2e
SLOW = 5  # how much slower than ours a machine may be
CONFIG = MediaConfig(
    camera="synthetic", microphone="tone", speaker="none", width=320, height=240, relay_only=True
)


class OtherEnd:
    """Answers each offer with a fresh aiortc peer that sends a small picture, and counts what comes."""

    def __init__(self) -> None:
        self.pictures = 0
        self.news = asyncio.Event()
        self._peers: list[RTCPeerConnection] = []
        self._tasks: set[asyncio.Task[None]] = set()

    async def answer(self, sdp: str) -> str:
        peer = RTCPeerConnection()
        self._peers.append(peer)
        peer.on("track", self._came)
        await peer.setRemoteDescription(RTCSessionDescription(sdp, "offer"))
        peer.addTrack(VideoStreamTrack())  # thirty a second
        await peer.setLocalDescription(await peer.createAnswer())
        return str(peer.localDescription.sdp)

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await asyncio.gather(*(peer.close() for peer in self._peers))

    def _came(self, track: Any) -> None:
        task = asyncio.create_task(self._watch(track))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _watch(self, track: Any) -> None:
        with contextlib.suppress(MediaStreamError):
            while True:
                await track.recv()
                self.pictures += track.kind == "video"
                self.news.set()


class Station:
    """Drives a media process by the rules core redials by."""

    def __init__(self, core: MediaCore, servers: tuple[IceServer, ...], other: OtherEnd) -> None:
        self._core, self._servers, self._other = core, servers, other
        self._call, self._generation, self._redial = uuid4(), 0, Redial()
        self._seen = 0

    async def run(self) -> None:
        """Offer, answer and redial until cancelled."""
        self._offer()
        while True:
            for message in self._core.said[self._seen :]:
                self._seen += 1
                if isinstance(message, LocalDescription) and message.generation == self._generation:
                    sdp = await self._other.answer(message.sdp)
                    self._redial.answered(time.monotonic())
                    self._core.send(
                        RemoteDescription(call=self._call, generation=message.generation, sdp=sdp)
                    )
                elif isinstance(message, MediaState) and message.call != "none":
                    self._redial.is_now(message.call)
            due = self._redial.due(online=True)
            if due is not None and due <= time.monotonic():
                self._offer()
            await asyncio.sleep(0.02)

    def _offer(self) -> None:
        self._generation += 1
        self._redial.offered(time.monotonic())
        order = StartCall(call=self._call, generation=self._generation, ice_servers=self._servers)
        self._core.send(order)


@pytest.fixture
async def other() -> AsyncIterator[OtherEnd]:
    end = OtherEnd()
    yield end
    await end.close()


async def back(core: MediaCore, other: OtherEnd, way: str) -> float:
    """Wait until media goes this way and pictures come through both ways; return the seconds that took."""
    began = time.monotonic()
    await core.until(lambda: core.states[-1].way == way and core.states[-1].call == "connected", 60)
    there = time.monotonic() - began
    newest = core.rings["remote"].newest()
    number, sent = newest.number if newest else 0, other.pictures
    async with asyncio.timeout(60):
        while other.pictures < sent + 5:
            other.news.clear()
            await other.news.wait()
    await core.frame("remote", after=number + 5, patience_s=60)
    seconds = time.monotonic() - began
    print(f"{way}: there after {there:.1f} s, with five pictures each way after {seconds:.1f} s")
    return seconds


async def test_a_relay_that_dies_is_replaced_by_another(tmp_path: Path, other: OtherEnd) -> None:
    async with relay(tmp_path / "one") as first, relay(tmp_path / "two") as second:
        config = msgspec.structs.replace(CONFIG, relay_ca=second.ca)
        servers = (*first.servers("udp"), *second.servers("tls"))
        async with MediaCore(tmp_path, config) as core:
            station = asyncio.create_task(Station(core, servers, other).run())
            await back(core, other, "relay-udp")
            await first.end()
            seconds = await back(core, other, "relay-tls")
            print(f"relay killed: back through another after {seconds:.1f} s (asked: 3 s)")
            assert seconds < 3 * SLOW
            station.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await station
