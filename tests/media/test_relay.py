"""Calls through a real coturn with the configuration we print: ways, credentials, peers, addresses."""

import asyncio
import re
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from aioice import stun
from aiortc import RTCPeerConnection, RTCSessionDescription
from av import AudioFrame, VideoFrame
from coturn import Relay, relay

from contract.frames import RingWriter
from contract.profile import MediaConfig
from hub.calls import ice
from hub.config import Turn
from media.aiortc_private import ice as private_ice
from media.aiortc_private.names import INNER
from media.capture import Capture
from media.peer import NoRelay, Peer
from media.rate.link import Link
from media.relays import relays, tls_context
from media.tracks import CameraTrack

SMALL = MediaConfig(camera="synthetic", microphone="silence", speaker="none", width=320, height=240)
HOST = re.compile(r"a=candidate:\S+ \d \S+ \d+ (\S+) \d+ typ (\w+)(?: raddr (\S+))?")


@pytest.fixture
async def coturn(tmp_path: Path) -> AsyncIterator[Relay]:
    async with relay(tmp_path / "relay") as running:
        yield running


class Watcher:
    """Owns a peer and counts what comes."""

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

    async def until(self, condition: Any) -> None:
        async with asyncio.timeout(20):
            while not condition():
                self.news.clear()
                await self.news.wait()


class Leg:
    """Our peer in a call with an aiortc one that sends a small picture."""

    def __init__(self, servers: Any, config: MediaConfig) -> None:
        self.ring = RingWriter(320, 240)
        self.owner = Watcher()
        self.ours = Peer(1, servers, config, Capture(config, self.ring, 3, lambda: None), self.owner)
        self.theirs = RTCPeerConnection()

    async def __aenter__(self) -> "Leg":
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.theirs.close()
        await self.ours.close()
        self.ring.close()

    async def connect(self) -> str:
        """Offer and answer; return the offer."""
        offer = await self.ours.offer()
        await self.theirs.setRemoteDescription(RTCSessionDescription(offer, "offer"))
        self.theirs.addTrack(CameraTrack(320, 240))
        await self.theirs.setLocalDescription(await self.theirs.createAnswer())
        await self.ours.answer(self.theirs.localDescription.sdp)
        await self.owner.until(lambda: self.ours.state == "connected")
        return offer


@pytest.mark.faults
async def test_each_way_carries_a_call_and_gives_no_address_away(coturn: Relay) -> None:
    config = msgspec.structs.replace(SMALL, relay_only=True, relay_ca=coturn.ca)
    for kind in ("udp", "tcp", "tls"):
        async with Leg(coturn.servers(kind), config) as leg:
            offer = await leg.connect()
            await leg.owner.until(lambda leg=leg: leg.owner.pictures > 0)
            assert leg.ours.way == f"relay-{kind}"
            found = HOST.findall(offer)
            assert found
            assert {kind for _, kind, _ in found} == {"relay"}
            assert {related for _, _, related in found} == {"0.0.0.0"}
            relayed = {address for address, _, _ in found}
            named = set(re.findall(r"\d+\.\d+\.\d+\.\d+", offer))
            assert named <= relayed | {"0.0.0.0", "127.0.0.1"}, "another address is in the offer"


@pytest.mark.faults
async def test_every_way_is_asked_and_the_better_one_has_the_higher_priority(coturn: Relay) -> None:
    config = msgspec.structs.replace(SMALL, relay_ca=str(coturn.ca_file))
    async with Leg(coturn.servers(), config) as leg:
        offer = await leg.connect()
        assert leg.ours.way == "direct"
        audio = offer.split("m=")[1]
        order = re.findall(r"a=candidate:\S+ 1 udp (\d+) \S+ \d+ typ relay", audio)
        assert len(order) == 3
        assert order == sorted(order, key=int, reverse=True)


@pytest.mark.faults
async def test_a_relay_of_another_authority_is_not_believed(coturn: Relay) -> None:
    config = msgspec.structs.replace(SMALL, relay_only=True)  # the system's authorities
    async with Leg(coturn.servers("tls"), config) as leg:
        with pytest.raises(NoRelay):
            await leg.ours.offer()


async def test_an_expired_credential_is_refused(coturn: Relay) -> None:
    tls = tls_context(coturn.ca)
    [good] = relays(coturn.servers("udp"))
    transport, _ = await private_ice.open_relay(good, tls, Sink)
    await closed(transport)
    [late] = relays(coturn.servers("udp", life_s=-10))
    with pytest.raises(stun.TransactionFailed) as refused:
        await private_ice.open_relay(late, tls, Sink)
    assert refused.value.response.error_code == 401
    [forged] = relays(ice.servers(Turn(coturn.urls("udp"), "another secret"), uuid4()))
    with pytest.raises(stun.TransactionFailed):
        await private_ice.open_relay(forged, tls, Sink)


@pytest.mark.faults
async def test_an_allocation_outlives_its_credential_but_gets_no_second_one(coturn: Relay) -> None:
    """So a long call needs fresh credentials for the day it needs another way, and not before."""
    tls = tls_context("")
    [relay] = relays(coturn.servers("udp", life_s=2))
    transport, _ = await private_ice.open_relay(relay, tls, Sink)
    inner = getattr(transport, INNER)
    await asyncio.sleep(max(0.0, int(relay.username.split(":")[0]) + 1.5 - time.time()))
    refresh = stun.Message(message_method=stun.Method.REFRESH, message_class=stun.Class.REQUEST)
    refresh.attributes["LIFETIME"] = 600
    answer, _ = await inner.request_with_retry(refresh)
    assert answer.attributes["LIFETIME"] == 600
    await inner.channel_bind(0x4000, (coturn.address, 9))
    with pytest.raises(stun.TransactionFailed):
        await private_ice.open_relay(relay, tls, Sink)
    await closed(transport)


async def test_what_is_inside_is_not_reached_through_the_relay(coturn: Relay) -> None:
    [udp] = relays(coturn.servers("udp"))
    transport, _ = await private_ice.open_relay(udp, tls_context(""), Sink)
    inner = getattr(transport, INNER)
    for peer in ("127.0.0.1", "10.1.2.3", "172.16.0.9", "192.168.1.1", "169.254.169.254", "0.0.0.1"):
        with pytest.raises(stun.TransactionFailed) as refused:
            await inner.channel_bind(0x4000, (peer, 9))
        assert refused.value.response.error_code == 403, peer
    await inner.channel_bind(0x4001, (coturn.address, 9))  # allowed by name
    await closed(transport)


@pytest.mark.faults
async def test_a_firewall_that_swallows_packets_costs_little(coturn: Relay) -> None:
    """One way gets no answer at all; the offer goes out soon after another one has."""
    silent = Turn((f"turn:{coturn.address}:9?transport=udp", *coturn.urls("tcp")), coturn.secret, 300)
    config = msgspec.structs.replace(SMALL, relay_only=True)
    async with Leg(ice.servers(silent, uuid4()), config) as leg:
        assert len(set(HOST.findall(await leg.ours.offer()))) == 1


async def test_the_first_answer_ends_the_waiting() -> None:
    never = asyncio.Event()

    async def after(done: bool) -> int:
        if not done:
            await never.wait()
        return 1

    async def fails() -> int:
        raise OSError

    tasks = [asyncio.create_task(work) for work in (after(False), after(True), fails())]
    assert await private_ice.first_ones(tasks, 600, 0.01) == [1]
    assert tasks[0].cancelled()
    assert await private_ice.first_ones([], 600, 600) == []
    assert await private_ice.first_ones([asyncio.create_task(after(False))], 0.01, 600) == []


def test_a_streams_queue_is_short_for_pictures_and_twice_as_long_for_sound() -> None:
    queue = private_ice.Queue()
    assert queue.takes(0, 1200, 1.0, media=True)
    assert queue.takes(20_000, 1200, 1.0, media=True)  # not for long yet
    assert not queue.takes(20_000, 1200, 1.2, media=True)
    assert queue.takes(20_000, 120, 1.2, media=True)
    assert not queue.takes(40_000, 120, 1.2, media=True)
    assert queue.takes(400_000, 120, 1.2, media=False)
    assert not queue.takes(400_000, 120, 1.2, media=True)
    assert queue.takes(0, 1200, 1.3, media=True)
    assert queue.takes(20_000, 1200, 1.35, media=True)


async def test_an_end_that_is_gone_is_noticed_and_one_that_is_only_quiet_is_not() -> None:
    async with Leg((), SMALL) as leg:
        await leg.connect()
        there = private_ice.ice_of(leg.theirs)
        send = there.sendto
        there.sendto = nothing  # quiet: nothing comes any more …
        assert await private_ice.answers(leg.ours._connection, 0.0)  # … but it answers
        answer, there.request_received = there.request_received, lambda *_: None  # gone, and no word of it
        await leg.owner.until(lambda: leg.ours.silent)
        there.sendto, there.request_received = send, answer
        await leg.owner.until(lambda: not leg.ours.silent)


async def nothing(*_: object) -> None:
    """Send nothing."""


class Sink(asyncio.DatagramProtocol):
    """Takes what comes through a relay."""

    def __init__(self) -> None:
        self.lost = asyncio.Event()

    def connection_lost(self, exc: Exception | None) -> None:
        self.lost.set()


async def closed(transport: Any) -> None:
    """Give an address of a relay back."""
    inner = getattr(transport, INNER)
    transport.close()
    await inner.receiver.lost.wait()
