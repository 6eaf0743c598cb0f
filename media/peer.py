"""One peer connection, of one generation of a call: offer, answer, what flows, counters."""

import asyncio
import logging
import time
from collections.abc import Callable
from typing import Any, Final, Protocol

from aiortc import (
    RTCBundlePolicy,
    RTCConfiguration,
    RTCDataChannel,
    RTCIceTransportPolicy,
    RTCPeerConnection,
    RTCRtpReceiver,
    RTCSessionDescription,
)
from av import AudioFrame, VideoFrame

from contract.profile import MediaConfig
from contract.wire import IceServer
from media.aiortc_private import Inbound, Outbound, offer_parity
from media.aiortc_private import ice as private_ice
from media.aiortc_private.ice import GRACE_AGAIN_S, GRACE_S
from media.capture import Capture
from media.descriptions import extension_ids, parity_types, with_candidates_everywhere, with_feedback
from media.pulse import LOOK_S, Pulse
from media.rate.link import Link
from media.relays import relays, tls_context
from media.tasks import Tasks
from media.tracks import CameraTrack, MicrophoneTrack
from media.waves import clock_text

RELAY_S: Final = 3.0  # an offer waits for a relay as long as this, when it has other addresses to give …
RELAY_AGAIN_S: Final = 1.5  # … in a call that was up before …
ONLY_RELAY_S: Final = 6.0  # … and when it may give no others
MAX_BUFFERED: Final = 8 * 1024  # bytes waiting in the data channel before waves are dropped
WAVE_MS: Final = 300  # a lost wave is repeated no longer than this
MAX_TEXT: Final = 16 * 1024  # characters of a message from the browser
STOP_S: Final = 3.0  # how long closing may take

_log = logging.getLogger(__name__)


class PeerOwner(Protocol):
    """Who is told what a peer does (media.call)."""

    link: Link

    def peer_changed(self, peer: "Peer") -> None:
        """The connection's state is another one."""

    def peer_picture(self, peer: "Peer", frame: VideoFrame) -> None:
        """A picture was decoded."""

    def peer_sound(self, peer: "Peer", frame: AudioFrame) -> None:
        """20 ms of sound were decoded."""

    def peer_text(self, peer: "Peer", text: str) -> None:
        """A text came on the data channel."""


class Refused(Exception):
    """The other end's description makes no sense."""


class NoRelay(Exception):
    """No relay could be reached, and nothing else may be used."""


def configuration(config: MediaConfig) -> RTCConfiguration:
    """Return aiortc's configuration: no server (relays are ours to ask), and what may be given away."""
    # An empty list, not None: None means a public STUN server far away.
    policy = RTCIceTransportPolicy.RELAY if config.relay_only else RTCIceTransportPolicy.ALL
    return RTCConfiguration(iceServers=[], iceTransportPolicy=policy, bundlePolicy=RTCBundlePolicy.MAX_BUNDLE)


class Peer:
    """Offers video, audio and the data channels "wave" and "line"; the browser answers."""

    def __init__(
        self,
        generation: int,
        servers: tuple[IceServer, ...],
        config: MediaConfig,
        capture: Capture,
        owner: PeerOwner,
        *,
        room: bool = False,
    ) -> None:
        """In a room it only sends (`media.feeds` receives), also on its data channels."""
        self.generation = generation
        self.frames_received = 0
        self.was_connected = False
        self.silent = False  # connected, but nothing comes and nobody answers
        self.bytes_in = self.bytes_out = 0
        self._owner = owner
        self._capture = capture
        self._link = link = owner.link
        self._max_kbit = config.max_bitrate_kbit
        found, tls = relays(servers), tls_context(config.relay_ca)
        self._relay_only = config.relay_only
        self._connection = RTCPeerConnection(configuration(config))
        self._connection.on("connectionstatechange", self._state_changed)
        self._connection.on("track", self._track_came)
        self._video = CameraTrack(config.width, config.height)
        self._audio = MicrophoneTrack(link)
        self._connection.addTrack(self._audio)
        self._connection.addTrack(self._video)
        self.room = room
        self._channel = self._wave_channel()
        for transceiver in self._connection.getTransceivers() if room else ():
            transceiver.direction = "sendonly"
        self.on_line: Callable[[str], None] = lambda _: None  # told what the browser says of the line
        self._line = self._connection.createDataChannel("line")
        self._line.on("message", self._line_came)
        self._prefer_vp8()
        senders = {sender.kind: sender for sender in self._connection.getSenders()}
        self._out = Outbound(senders["video"], senders["audio"], config, link)
        self._in = Inbound(senders["video"].transport, link, self._picture, self._sound)
        self._video.admit = self._out.wants_picture
        self._video.darkened = self._out.forget_pictures
        private_ice.use_relays(
            self._connection,
            found,
            tls,
            only=config.relay_only,
            patience_s=ONLY_RELAY_S if config.relay_only else RELAY_S if generation == 1 else RELAY_AGAIN_S,
            grace_s=GRACE_S if generation == 1 else GRACE_AGAIN_S,
        )
        self._pulse = Pulse(time.monotonic())
        private_ice.listen(self._connection, self._pulse.heard)
        self._watchers = Tasks()
        self._closed = False

    @property
    def state(self) -> str:
        """One of aiortc's: new, connecting, connected, failed, closed."""
        return str(self._connection.connectionState)

    @property
    def way(self) -> str:
        """How media goes: direct, relay-udp, relay-tcp, relay-tls, relay-far; empty: not yet."""
        return private_ice.way(self._connection)

    @property
    def picture(self) -> VideoFrame | None:
        """The newest picture of our camera, sent or not."""
        return self._video.picture

    @property
    def frames_sent(self) -> int:
        """Pictures given to the encoder."""
        return self._video.sent

    async def offer(self) -> str:
        """Gather every candidate and return the offer; NoRelay when it may give nothing else away."""
        self._capture.add(self._video, self._audio)
        await self._connection.setLocalDescription(await self._connection.createOffer())
        if self._relay_only and "a=candidate" not in self._connection.localDescription.sdp:
            raise NoRelay("calls may go through a relay only, and none answers")
        return with_feedback(self._connection.localDescription.sdp, self._max_kbit)

    async def answer(self, sdp: str) -> None:
        """Apply the browser's answer; Refused when it is none."""
        try:
            whole = with_candidates_everywhere(sdp)
            ids = extension_ids(sdp)
            parity = parity_types(sdp)
            self._out.agreed(ids, parity)
            self._in.agreed(ids)
            await self._connection.setRemoteDescription(RTCSessionDescription(sdp=whole, type="answer"))
        except Exception as error:
            # Untrusted text, and the parser's errors are of any type (ValueError, KeyError, IndexError,
            # AssertionError, its own): whatever it was, this description is refused and the process lives.
            raise Refused(f"{type(error).__name__}: {error}") from error

    def send_text(self, text: str) -> None:
        """Send on the data channel; dropped when it is not open or does not keep up."""
        _send(self._channel, text)

    def send_line(self, text: str) -> None:
        """Say something of the line to the browser (media.degrading); dropped as `send_text` does."""
        _send(self._line, text)

    async def check(self) -> None:
        """Read the counters, tell the browser the waves' clock. Called twice a second."""
        origin = self._out.picture_origin
        if origin is not None and not self.room:  # a media server counts time stamps anew
            self.send_text(clock_text(origin, self._video.origin_ns))
        report = await self._connection.getStats()
        transports = [entry for entry in report.values() if entry.type == "transport"]
        self.bytes_in = sum(entry.bytesReceived for entry in transports)
        self.bytes_out = sum(entry.bytesSent for entry in transports)

    async def close(self) -> None:
        """End it; idempotent, and never waits for long."""
        if self._closed:
            return
        self._closed = True
        self._capture.remove(self._video, self._audio)
        await self._watchers.close()
        await self._out.close()
        await self._in.close()
        self._connection.remove_all_listeners()
        try:
            async with asyncio.timeout(STOP_S):
                await self._connection.close()
        except TimeoutError:
            _log.warning("a peer connection does not end; it is left behind")

    def _wave_channel(self) -> Any:
        # A wave that comes late is of no use: it is not sent again for long, and holds nothing up.
        channel = self._connection.createDataChannel("wave", ordered=False, maxPacketLifeTime=WAVE_MS)
        channel.on("message", self._text_came)
        return channel

    def _prefer_vp8(self) -> None:
        """Offer VP8 only (its encoder is ours, every browser has it); and parity, but to no room's server."""
        names = {"video/vp8", "video/rtx"}
        if not self.room:
            offer_parity()
            names |= {"video/red", "video/ulpfec"}
        capabilities = RTCRtpReceiver.getCapabilities("video")
        codecs = capabilities.codecs if capabilities else []
        wanted = [codec for codec in codecs if codec.mimeType.lower() in names]
        for transceiver in self._connection.getTransceivers():
            if transceiver.kind == "video":
                transceiver.setCodecPreferences(wanted)

    def _state_changed(self) -> None:
        if self.state == "connected" and not self.was_connected:
            self.was_connected = True
            self._out.start()
            self._pulse.heard(time.monotonic())
            self._watchers.spawn(self._feel())
        self._owner.peer_changed(self)

    async def _feel(self) -> None:
        """Notice within two seconds that the other end is gone, and at once that it is back."""
        while True:
            await asyncio.sleep(LOOK_S)
            if self.state == "connected" and self._pulse.quiet(time.monotonic()):
                answered = await private_ice.answers(self._connection, self._link.rtt_ms / 1000)
                self._pulse.asked(time.monotonic(), answered=answered)
            if self._pulse.lost != self.silent:
                self.silent = self._pulse.lost
                self._owner.peer_changed(self)

    def _track_came(self, track: Any) -> None:
        self._in.attach(next(one for one in self._connection.getReceivers() if one.track is track))

    def _text_came(self, message: str | bytes) -> None:
        if isinstance(message, str) and len(message) <= MAX_TEXT:
            self._owner.peer_text(self, message)

    def _line_came(self, message: str | bytes) -> None:
        if isinstance(message, str) and len(message) <= MAX_TEXT:
            self.on_line(message)

    def _picture(self, frame: VideoFrame) -> None:
        self.frames_received += 1
        self._owner.peer_picture(self, frame)

    def _sound(self, frame: AudioFrame) -> None:
        self._owner.peer_sound(self, frame)


def _send(channel: RTCDataChannel, text: str) -> None:
    if channel.readyState == "open" and channel.bufferedAmount < MAX_BUFFERED:
        channel.send(text)
