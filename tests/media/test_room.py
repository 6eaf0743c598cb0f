"""A real media process in a room of a real Janus: it sends once, shows and hears all the others.

It tells them what the line costs; the live waves go to those who treat the patient alone.
"""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import numpy as np
import pytest
from aiortc import RTCConfiguration, RTCDataChannel, RTCPeerConnection, RTCSessionDescription
from aiortc.mediastreams import AudioStreamTrack, VideoStreamTrack
from janus_server import ADMIN_KEY, SECRET, janus
from media_core import MediaCore

from contract.control import FeedsDescription, RemoteDescription, StartCall, Subscribe, Wave
from hub.config import Media
from hub.rooms.janus import Janus
from hub.rooms.room import Feeds, Room

pytestmark = pytest.mark.e2e


class Meeting:
    """A room, and who is in it besides the station."""

    def __init__(self, url: str) -> None:
        self.offers: dict[UUID, asyncio.Queue[Feeds]] = {}
        self.peers: list[RTCPeerConnection] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self.janus = Janus(Media(url, SECRET, ADMIN_KEY), self._event, lambda: None)
        self.room = Room(self.janus, self._offered)

    async def _offered(self, person: UUID, feeds: Feeds) -> None:
        self.offers.setdefault(person, asyncio.Queue()).put_nowait(feeds)

    def _event(self, handle: int, event: dict[str, object]) -> None:
        if event["janus"] == "webrtcup":
            task = asyncio.create_task(self._flows(handle))
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)

    async def _flows(self, handle: int) -> None:
        async with self.room.lock:
            await self.room.flows(handle)

    async def joins(self, person: UUID, *, treats: bool = False) -> RTCDataChannel:
        """Somebody sends a picture, a voice and what they know of their line."""
        peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.peers.append(peer)
        peer.addTransceiver(VideoStreamTrack(), "sendonly")
        peer.addTransceiver(AudioStreamTrack(), "sendonly")
        line = peer.createDataChannel("line")
        await peer.setLocalDescription(await peer.createOffer())
        async with self.room.lock:
            await self.room.admit(person, first=False, treats=treats)
            sdp = await self.room.publish(person, peer.localDescription.sdp)
        await peer.setRemoteDescription(RTCSessionDescription(sdp, "answer"))
        return line

    async def listens(self, person: UUID, heard: list[dict[str, Any]]) -> Feeds:
        """Somebody takes the newest offer of the others; what is said on data channels goes to `heard`."""
        async with asyncio.timeout(20):
            feeds = await self.offers[person].get()
        while not self.offers[person].empty():
            feeds = self.offers[person].get_nowait()
        peer = RTCPeerConnection(RTCConfiguration(iceServers=[]))
        self.peers.append(peer)
        writers = {one.label: one.person for one in feeds.streams if one.kind == "data"}

        def came(channel: RTCDataChannel) -> None:
            who = writers[channel.label]
            channel.on("message", lambda text: heard.append({"who": who} | json.loads(text)))

        peer.on("datachannel", came)
        await peer.setRemoteDescription(RTCSessionDescription(feeds.sdp, "offer"))
        peer.createDataChannel("ready")
        await peer.setLocalDescription(await peer.createAnswer())
        async with self.room.lock:
            await self.room.answered(person, feeds.generation, peer.localDescription.sdp)
        return feeds

    async def close(self) -> None:
        for peer in self.peers:
            await peer.close()
        await self.room.close()
        await self.janus.close()


@pytest.fixture
async def meeting(tmp_path: Path) -> AsyncIterator[Meeting]:
    with janus(tmp_path / "janus") as server:
        made = Meeting(server.url)
        await made.room.open()
        yield made
        await made.close()


async def answer(core: MediaCore, call: UUID, feeds: Feeds) -> str:
    """Have media take a room's offer; return its answer."""
    core.send(Subscribe(call=call, generation=feeds.generation, sdp=feeds.sdp, streams=feeds.streams))

    def answers() -> list[FeedsDescription]:
        told = [one for one in core.said if isinstance(one, FeedsDescription)]
        return [one for one in told if one.generation == feeds.generation]

    await core.until(answers)
    return answers()[0].sdp


async def test_the_station_sends_once_and_shows_everybody(core: MediaCore, meeting: Meeting) -> None:
    call, station = uuid4(), uuid4()
    first, second = uuid4(), uuid4()
    meeting.offers[station] = asyncio.Queue()
    lines: dict[UUID, RTCDataChannel] = {}
    await meeting.room.admit(station, first=True, patient=True)
    core.send(StartCall(call=call, generation=1, room=True))
    offer = await core.offer(call, 1)
    assert "a=sendonly" in offer and "a=sendrecv" not in offer
    core.send(RemoteDescription(call=call, generation=1, sdp=await meeting.room.publish(station, offer)))
    await core.state(call="connected")
    before = await core.frame("remote") if core.rings["remote"].newest(0) else None
    number = 0 if before is None else before.number

    for person, count in ((first, 1), (second, 2)):
        lines[person] = await meeting.joins(person, treats=person == first)
        async with asyncio.timeout(20):
            feeds = await meeting.offers[station].get()
        assert len({one.person for one in feeds.streams}) == count
        await meeting.room.answered(station, feeds.generation, await answer(core, call, feeds))
        frame = await core.frame("remote", number)
        while count == 2 and (frame.width, frame.height) != (1280, 720):  # the two in one picture
            frame = await core.frame("remote", frame.number)
        number = frame.number
        assert np.frombuffer(frame.data, np.uint8)[1::4].mean() > 10  # aiortc's test picture is green
    await core.until(lambda: core.states[-1].frames_received > 0 and core.states[-1].call == "connected")

    heard: list[dict[str, Any]] = []
    feeds = await meeting.listens(first, heard)
    assert {one.person for one in feeds.streams if one.kind == "data"} == {station, second}
    feeds = await meeting.listens(second, [])
    assert {one.person for one in feeds.streams if one.kind == "data"} == {first}
    assert {one.person for one in feeds.streams} == {station, first}

    def told(kind: str) -> list[dict[str, Any]]:
        return [one for one in heard if one["kind"] == kind]

    await core.until(lambda: told("steps"))
    assert told("steps")[-1]["who"] == station
    assert told("steps")[-1]["people"] == {str(first): "full", str(second): "full"}

    wave = Wave(kind="pleth", t_ns=1, rate_hz=60.0, samples=(1, 2, None))

    def seen() -> bool:  # a wave may be lost: it is no reading
        core.send(wave)
        lines[second].send(json.dumps({"kind": "seen", "kbit": 60, "width": 320, "height": 180, "loss": 0.1}))
        return bool(told("pleth")) and told("steps")[-1]["people"][str(second)] == "still"

    await core.until(seen, 60)
    assert told("pleth")[0] | {"who": station} == {
        "who": station,
        "kind": "pleth",
        "t_ns": 1,
        "rate_hz": 60.0,
        "samples": [1, 2, None],
    }
    assert told("steps")[-1]["people"][str(first)] == "full" and not told("clock")
    await core.state(step_in="still")
