"""One call: generations of peer connections, what is shown and heard of them, and how the call is."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Final
from uuid import UUID

from av import AudioFrame, VideoFrame

from contract.control import (
    DataReceived,
    FeedsDescription,
    LocalDescription,
    RemoteDescription,
    Subscribe,
)
from contract.profile import MediaConfig
from contract.wire import IceServer
from media.capture import Capture
from media.degrading import DIRECT, Degrading
from media.faults import Fault
from media.feeds import Feeds
from media.microphone import samples_of
from media.peer import NoRelay, Peer, Refused
from media.rate.link import Link
from media.screen import RemoteScreen
from media.speaker import Speaker
from media.tasks import Tasks

OVERLAP_S: Final = 5.0  # an old peer that gives nothing goes after this, even when the new one does not yet
CHECK_S: Final = 0.5

_log = logging.getLogger(__name__)


def flows(peer: Peer) -> bool:
    """Is the other end there, on this peer?"""
    return peer.state == "connected" and not peer.silent


class Call:
    """The newest generation is the call; the one before is shown and heard until the new one flows.

    `send` takes messages for core, `changed` is called when the state may be another one.
    """

    def __init__(
        self,
        ident: UUID,
        *,
        config: MediaConfig,
        capture: Capture,
        screen: RemoteScreen,
        speaker: Speaker,
        send: Callable[[LocalDescription | DataReceived | FeedsDescription], None],
        changed: Callable[[], None],
    ) -> None:
        self.id = ident
        self.kbit_in = self.kbit_out = 0.0
        self.link = Link()  # for as long as the call lasts: each new peer takes it over
        self._config = config
        self._capture = capture
        self._screen = screen
        self._speaker = speaker
        self._send = send
        self._changed = changed
        self._peer: Peer | None = None  # the newest generation
        self._shown: Peer | None = None  # the one seen and heard
        self._feeds = Feeds(
            config,
            show=screen.show,
            play=speaker.play,
            send=self._subscribed,
            flow=self._room_flows,
            said=lambda who, text: self.degrading.take(text, time.monotonic(), str(who)),
        )
        self._broken = Fault.NONE  # no offer, or an answer that makes no sense
        self._gone_sent = self._gone_received = 0  # pictures of peers that are closed
        self.degrading = Degrading(self.link, self._say_line, self._still, self._picture)
        self._tasks = Tasks()
        self._retiring = Tasks()  # never cancelled: a peer half closed would keep its threads
        self._tasks.spawn(self._watch())

    @property
    def state(self) -> str:
        """As in MediaState: connecting, connected, lost, failed. While the old peer flows, all is well."""
        peer = self._peer
        if self._shown is not None and self._shown is not peer and flows(self._shown):
            return "connected"
        if self._broken:
            return "failed"
        if peer is None or peer.state in ("new", "connecting"):
            return "connecting"
        if peer.state == "connected":
            return "lost" if peer.silent else "connected"
        return "lost" if peer.was_connected else "failed"

    @property
    def way(self) -> str:
        """How media goes now (see Peer.way); empty: it does not."""
        return self._shown.way if self._shown is not None and flows(self._shown) else ""

    @property
    def fault(self) -> Fault:
        """Why the call is not what it should be."""
        if self._broken and self.state == "failed":
            return self._broken
        return {"failed": Fault.CALL_FAILED, "lost": Fault.CALL_LOST}.get(self.state, Fault.NONE)

    @property
    def frames_sent(self) -> int:
        """Pictures given to the encoder in this call."""
        return self._gone_sent + sum(peer.frames_sent for peer in self._peers())

    @property
    def frames_received(self) -> int:
        """Pictures decoded in this call."""
        return self._gone_received + self._feeds.frames + sum(p.frames_received for p in self._peers())

    def start(self, generation: int, servers: tuple[IceServer, ...], *, room: bool = False) -> None:
        """Make an offer, soon; a generation not above the one before is ignored. In a room it only sends."""
        self._tasks.spawn(self._start(generation, servers, room=room))

    def described(self, order: RemoteDescription | Subscribe) -> None:
        """Take an answer, or a room's offer of what the others send; soon."""
        if isinstance(order, Subscribe):
            self._tasks.spawn(self._feeds.subscribe(order))
        else:
            self.answer(order.generation, order.sdp)

    def answer(self, generation: int, sdp: str) -> None:
        """Apply the browser's answer, soon; one for another generation is ignored."""
        self._tasks.spawn(self._answer(generation, sdp))

    def send_text(self, text: str) -> None:
        """Send on the data channel of the peer that is open."""
        for peer in self._peers():
            peer.send_text(text)

    async def close(self) -> None:
        """End the call."""
        await self._tasks.close()
        for peer in self._peers():
            self._retire(peer)
        await self._feeds.close()
        await self._retiring.finish()
        self._peer = self._shown = None

    def peer_changed(self, peer: Peer) -> None:
        """Hear of a peer's new state."""
        new, old = self._peer, self._shown
        if new is not None and old is not None and flows(new) and not flows(old):
            self._flows(new)  # also when nothing but silence comes of it
        self._changed()

    def peer_picture(self, peer: Peer, frame: VideoFrame) -> None:
        """Show a picture, if it is of the peer to be seen."""
        self._flows(peer)
        if peer is self._shown:
            self._screen.show(frame)

    def peer_sound(self, peer: Peer, frame: AudioFrame) -> None:
        """Play a sound, if it is of the peer to be heard."""
        self._flows(peer)
        if peer is self._shown:
            self._speaker.play(samples_of(frame))

    def peer_text(self, peer: Peer, text: str) -> None:
        """Pass a text on."""
        self._send(DataReceived(call=self.id, text=text))

    async def _start(self, generation: int, servers: tuple[IceServer, ...], *, room: bool) -> None:
        old = self._peer
        if old is not None and generation <= old.generation:
            _log.warning("generation %d is not newer than %d: ignored", generation, old.generation)
            return
        self._broken = Fault.NONE
        try:
            peer = Peer(generation, servers, self._config, self._capture, self, room=room)
        except ValueError as error:  # an address of a relay that is none
            self._break(Fault.CALL_FAILED, f"no peer connection: {error}")
            return
        peer.on_line = lambda text: self._line_came(peer, text)
        self._peer = peer
        if old is not None and old is not self._shown:
            self._retire(old)  # it never flowed
        elif self._shown is not None:
            self._tasks.spawn(self._retire_later(self._shown))
        else:
            self._shown = peer
        self._changed()
        try:
            sdp = await peer.offer()
        except (NoRelay, OSError, ValueError) as error:
            await peer.close()
            fault = Fault.NO_RELAY if isinstance(error, NoRelay) else Fault.CALL_FAILED
            self._break(fault, f"no offer could be made: {error}")
            return
        if peer is self._peer:
            self._send(LocalDescription(call=self.id, generation=generation, sdp=sdp))

    async def _answer(self, generation: int, sdp: str) -> None:
        peer = self._peer
        if peer is None or generation != peer.generation or peer.state != "new":
            _log.warning("an answer for generation %d comes too late or twice: ignored", generation)
            return
        try:
            await peer.answer(sdp)
        except Refused as error:
            if peer is self._peer:
                self._break(Fault.CALL_REFUSED, f"the answer makes no sense: {error}")
        else:
            self._broken = Fault.NONE
            self._changed()

    def _say_line(self, text: str) -> None:
        if self._shown is not None:
            self._shown.send_line(text)

    def _line_came(self, peer: Peer, text: str) -> None:
        if peer is self._shown:
            self.degrading.take(text, time.monotonic())

    def _still(self, who: str, frame: VideoFrame) -> None:
        if who == DIRECT:
            self._screen.show(frame)
        else:
            self._feeds.still(UUID(who), frame)

    def _picture(self) -> VideoFrame | None:
        return self._shown.picture if self._shown is not None else None

    async def _degrade(self) -> None:
        """Let go and take back what the line asks for; only while it is there to be judged."""
        if self._shown is None or not flows(self._shown):
            return
        before = (self.degrading.out, self.degrading.coming)
        room = self._shown.room
        self.degrading.meet(map(str, self._feeds.people) if room else (DIRECT,))
        await self.degrading.look(time.monotonic(), (self.kbit_in, self._feeds.loss) if room else None)
        if before != (self.degrading.out, self.degrading.coming):
            self._changed()

    def _break(self, fault: Fault, detail: str) -> None:
        _log.warning("%s", detail)
        self._broken = fault
        self._changed()

    def _peers(self) -> set[Peer]:
        return {peer for peer in (self._peer, self._shown) if peer is not None}

    def _flows(self, peer: Peer) -> None:
        if peer is self._peer and self._shown is not None and self._shown is not peer:
            old, self._shown = self._shown, peer
            self._retire(old)
            if old.room and not peer.room:
                self._retiring.spawn(self._feeds.close())  # two again

    def _room_flows(self) -> None:
        """Something comes from the room: what came directly before can go."""
        if self._peer is not None and self._peer.room:
            self._flows(self._peer)

    def _subscribed(self, order: Subscribe, sdp: str) -> None:
        self._send(FeedsDescription(call=order.call, generation=order.generation, sdp=sdp))

    async def _retire_later(self, old: Peer) -> None:
        """Let go of the old peer when it gives nothing any more and the new one had its time."""
        await asyncio.sleep(OVERLAP_S)
        while old is self._shown and old is not self._peer:
            if not flows(old):
                self._shown = self._peer
                self._retire(old)
            await asyncio.sleep(CHECK_S)

    def _retire(self, peer: Peer) -> None:
        self._gone_sent += peer.frames_sent
        self._gone_received += peer.frames_received
        self._retiring.spawn(peer.close())

    async def _watch(self) -> None:
        before, last = time.monotonic(), (0, 0)
        while True:
            await asyncio.sleep(CHECK_S)
            await asyncio.gather(*(peer.check() for peer in self._peers()), self._feeds.check())
            now = time.monotonic()
            total = (
                sum(peer.bytes_in for peer in self._peers()) + self._feeds.bytes_in,
                sum(peer.bytes_out for peer in self._peers()),
            )
            # When a peer has gone the sums fall: that half second counts as nothing.
            self.kbit_in, self.kbit_out = (
                max(0.0, (new - old) / 125 / (now - before)) for new, old in zip(total, last, strict=True)
            )
            before, last = now, total
            await self._degrade()
