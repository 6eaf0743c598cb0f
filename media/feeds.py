"""What comes from the others in a room of three and more: one peer connection that only receives.

When somebody comes or goes the room offers anew; the connection before is seen and heard until the new one
flows.
"""

import asyncio
import logging
from collections.abc import Callable
from functools import partial
from typing import Final
from uuid import UUID

from aiortc import RTCDataChannel, RTCPeerConnection, RTCSessionDescription
from av import AudioFrame, VideoFrame

from contract.control import Subscribe
from contract.profile import MediaConfig
from media.aiortc_private import Inbound
from media.aiortc_private import ice as private_ice
from media.descriptions import with_candidates_everywhere
from media.microphone import samples_of
from media.mosaic import Mixer, Mosaic, Samples
from media.peer import MAX_TEXT, ONLY_RELAY_S, RELAY_AGAIN_S, STOP_S, configuration
from media.rate.link import Link
from media.relays import relays, tls_context
from media.tasks import Tasks

DATA: Final = "data"
READY: Final = "ready"  # Janus passes data on to whoever has opened a channel of their own

_log = logging.getLogger(__name__)


class FeedPeer:
    """One receiving connection. `flows(peer)` is called with each picture or voice, before it is used."""

    def __init__(
        self,
        order: Subscribe,
        config: MediaConfig,
        *,
        show: Callable[[VideoFrame], None],
        play: Callable[[Samples], None],
        flows: Callable[["FeedPeer"], bool],
        said: Callable[[UUID, str], None],
    ) -> None:
        """`flows` says whether this connection is the one to be seen and heard; `said` takes texts."""
        self.generation = order.generation
        self.frames = 0
        self._config = config
        self._flows = flows
        self._order = order
        self._whose = {(one.kind, one.mid): one.person for one in order.streams if one.kind != DATA}
        self._writers = {one.label: one.person for one in order.streams if one.kind == DATA}
        self._said = said
        self.people = tuple(dict.fromkeys(one.person for one in order.streams))
        self.link = Link()
        self.bytes_in = 0
        seen = [one.person for one in order.streams if one.kind == "video"]
        self._mosaic = Mosaic(seen, (config.width, config.height), show)
        self._mixer = Mixer(play)
        self._connection = RTCPeerConnection(configuration(config))
        self._connection.on("datachannel", self._channel_came)
        self._in: Inbound | None = None
        self._closed = False

    async def answer(self) -> str:
        """Take the offer; return the answer with its candidates. ValueError when it makes no sense."""
        order, connection = self._order, self._connection
        try:
            offer = RTCSessionDescription(sdp=with_candidates_everywhere(order.sdp), type="offer")
            await connection.setRemoteDescription(offer)
            if self._writers:
                connection.createDataChannel(READY)
            only = self._config.relay_only
            private_ice.use_relays(
                connection,
                relays(order.ice_servers),
                tls_context(self._config.relay_ca),
                only=only,
                patience_s=ONLY_RELAY_S if only else RELAY_AGAIN_S,
            )
            await connection.setLocalDescription(await connection.createAnswer())
        except Exception as error:
            # What a description's parser raises is of any type (see Peer.answer): refused, whatever it was.
            raise ValueError(f"{type(error).__name__}: {error}") from error
        self._listen()
        return str(connection.localDescription.sdp)

    def _listen(self) -> None:
        """Take what comes, for each person apart."""
        transceivers = self._connection.getTransceivers()
        self._in = Inbound(transceivers[0].receiver.transport, self.link, _nowhere, _nowhere)
        for transceiver in transceivers:
            who = self._whose.get((transceiver.kind, str(transceiver.mid)))
            if who is None:
                continue
            self._in.attach(
                transceiver.receiver,
                picture=partial(self._picture, who),
                sound=partial(self._sound, who),
            )

    async def close(self) -> None:
        """End it; idempotent, and never waits for long."""
        if self._closed:
            return
        self._closed = True
        if self._in is not None:
            await self._in.close()
        self._connection.remove_all_listeners()
        try:
            async with asyncio.timeout(STOP_S):
                await self._connection.close()
        except TimeoutError:
            _log.warning("a receiving connection does not end; it is left behind")
        await self._mosaic.close()

    async def check(self) -> None:
        """Read the counters."""
        report = await self._connection.getStats()
        self.bytes_in = sum(entry.bytesReceived for entry in report.values() if entry.type == "transport")

    def still(self, who: UUID, frame: VideoFrame) -> None:
        """Show a still of somebody whose picture does not move."""
        self._mosaic.picture(who, frame)

    def _channel_came(self, channel: RTCDataChannel) -> None:
        who = self._writers.get(channel.label)
        if who is not None:
            channel.on("message", partial(self._text, who))

    def _text(self, who: UUID, message: str | bytes) -> None:
        if isinstance(message, str) and len(message) <= MAX_TEXT:
            self._said(who, message)

    def _picture(self, who: UUID, frame: VideoFrame) -> None:
        self.frames += 1
        if self._flows(self):
            self._mosaic.picture(who, frame)

    def _sound(self, who: UUID, frame: AudioFrame) -> None:
        if self._flows(self):
            samples = samples_of(frame)
            self._mosaic.voice(who, samples)
            self._mixer.voice(who, samples)


def _nowhere(_: object) -> None:
    """Where goes what is nobody's."""


class Feeds:
    """The newest receiving connection of a call, and the one before until the newest flows."""

    def __init__(
        self,
        config: MediaConfig,
        *,
        show: Callable[[VideoFrame], None],
        play: Callable[[Samples], None],
        send: Callable[[Subscribe, str], None],
        flow: Callable[[], None],
        said: Callable[[UUID, str], None],
    ) -> None:
        """`send` takes an answer for core; `flow` is called with each picture or voice, `said` with texts."""
        self._config = config
        self._show, self._play, self._send, self._flow = show, play, send, flow
        self._said = said
        self._newest: FeedPeer | None = None
        self._shown: FeedPeer | None = None
        self._gone = 0
        self._retiring = Tasks()

    @property
    def frames(self) -> int:
        """Pictures decoded."""
        return self._gone + sum(peer.frames for peer in {self._newest, self._shown} if peer is not None)

    @property
    def people(self) -> tuple[UUID, ...]:
        """Who sends what is seen and heard."""
        return self._shown.people if self._shown is not None else ()

    @property
    def loss(self) -> float:
        """The share of packets lost on the way from the room, before repair."""
        return self._shown.link.loss_in if self._shown is not None else 0.0

    @property
    def bytes_in(self) -> int:
        """What came by the connection that is seen and heard."""
        return self._shown.bytes_in if self._shown is not None else 0

    async def check(self) -> None:
        """Read the counters."""
        if self._shown is not None:
            await self._shown.check()

    def still(self, who: UUID, frame: VideoFrame) -> None:
        """Show a still of somebody whose picture does not move."""
        if self._shown is not None:
            self._shown.still(who, frame)

    async def subscribe(self, order: Subscribe) -> None:
        """Take a room's offer and answer it; one that is not newer is ignored."""
        if self._newest is not None and order.generation <= self._newest.generation:
            _log.warning("a room's offer %d is not newer: ignored", order.generation)
            return
        peer = FeedPeer(
            order, self._config, show=self._show, play=self._play, flows=self._flows, said=self._said
        )
        before, self._newest = self._newest, peer
        if before is not None and before is not self._shown:
            self._retire(before)  # it never flowed
        try:
            answer = await peer.answer()
        except ValueError as error:
            _log.warning("a room's offer makes no sense: %s", error)
            return
        if peer is self._newest:
            self._send(order, answer)

    async def close(self) -> None:
        """End all of it."""
        for peer in {self._newest, self._shown}:
            if peer is not None:
                self._retire(peer)
        self._newest = self._shown = None
        await self._retiring.finish()

    def _flows(self, peer: FeedPeer) -> bool:
        if peer is self._newest and self._shown is not peer:
            old, self._shown = self._shown, peer
            if old is not None:
                self._retire(old)
        if peer is not self._shown:
            return False
        self._flow()
        return True

    def _retire(self, peer: FeedPeer) -> None:
        self._gone += peer.frames
        self._retiring.spawn(peer.close())
