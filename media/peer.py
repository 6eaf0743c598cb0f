"""One peer connection, of one generation of a call: offer, answer, what flows, counters."""

import asyncio
import logging
import time
from typing import Any, Final, Protocol

from aiortc import (
    RTCBundlePolicy,
    RTCConfiguration,
    RTCIceServer,
    RTCPeerConnection,
    RTCRtpReceiver,
    RTCSessionDescription,
)
from aiortc.mediastreams import MediaStreamError
from av import AudioFrame, VideoFrame

from contract.profile import MediaConfig
from contract.wire import IceServer
from media import aiortc_private
from media.capture import Capture
from media.descriptions import with_bitrates
from media.tasks import Tasks
from media.tracks import CameraTrack, MicrophoneTrack

FROZEN_S: Final = 1.0  # packets come, pictures don't: then the receiver is thawed
LOST_S: Final = 4.0  # nothing at all comes: then the call is lost (until something does)
MAX_BUFFERED: Final = 8 * 1024  # bytes waiting in the data channel before waves are dropped
MAX_TEXT: Final = 16 * 1024  # characters of a message from the browser
STOP_S: Final = 3.0  # how long closing may take

_log = logging.getLogger(__name__)


class PeerOwner(Protocol):
    """Who is told what a peer does (media.call)."""

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


def configuration(servers: tuple[IceServer, ...]) -> RTCConfiguration:
    """Return aiortc's configuration with our relays and no others."""
    # An empty list, not None: None means a public STUN server far away.
    ice = [
        RTCIceServer(urls=list(server.urls), username=server.username, credential=server.credential)
        for server in servers
    ]
    return RTCConfiguration(iceServers=ice, bundlePolicy=RTCBundlePolicy.MAX_BUNDLE)


class Peer:
    """Offers video, audio and the data channel "wave"; the browser answers."""

    def __init__(
        self,
        generation: int,
        servers: tuple[IceServer, ...],
        config: MediaConfig,
        capture: Capture,
        owner: PeerOwner,
    ) -> None:
        self.generation = generation
        self.frames_received = 0
        self.was_connected = False
        self.silent = False  # connected, but nothing has come for LOST_S
        self.bytes_in = self.bytes_out = 0
        self._owner = owner
        self._capture = capture
        self._max_kbit = config.max_bitrate_kbit
        self._connection = RTCPeerConnection(configuration(servers))
        self._connection.on("connectionstatechange", self._state_changed)
        self._connection.on("track", self._track_came)
        self._video = CameraTrack(config.width, config.height)
        self._audio = MicrophoneTrack()
        self._connection.addTrack(self._audio)
        self._connection.addTrack(self._video)
        self._channel = self._connection.createDataChannel("wave")
        self._channel.on("message", self._text_came)
        self._prefer_vp8()
        self._watchers = Tasks()
        self._heard_at = self._decoded_at = time.monotonic()
        self._packets = 0
        self._closed = False

    @property
    def state(self) -> str:
        """One of aiortc's: new, connecting, connected, failed, closed."""
        return str(self._connection.connectionState)

    @property
    def frames_sent(self) -> int:
        """Pictures given to the encoder."""
        return self._video.sent

    async def offer(self) -> str:
        """Gather every candidate and return the offer."""
        self._capture.add(self._video, self._audio)
        await self._connection.setLocalDescription(await self._connection.createOffer())
        return with_bitrates(self._connection.localDescription.sdp, self._max_kbit)

    async def answer(self, sdp: str) -> None:
        """Apply the browser's answer; Refused when it is none."""
        try:
            await self._connection.setRemoteDescription(RTCSessionDescription(sdp=sdp, type="answer"))
        except Exception as error:
            # Untrusted text, and the parser's errors are of any type (ValueError, KeyError, IndexError,
            # AssertionError, its own): whatever it was, this description is refused and the process lives.
            raise Refused(f"{type(error).__name__}: {error}") from error

    def send_text(self, text: str) -> None:
        """Send on the data channel; dropped when it is not open or does not keep up."""
        if self._channel.readyState == "open" and self._channel.bufferedAmount < MAX_BUFFERED:
            self._channel.send(text)

    async def check(self) -> None:
        """Read the counters, notice silence, thaw a frozen picture. Called twice a second."""
        now = time.monotonic()
        report = await self._connection.getStats()
        transports = [entry for entry in report.values() if entry.type == "transport"]
        came = sum(entry.bytesReceived for entry in transports)
        self.bytes_out = sum(entry.bytesSent for entry in transports)
        if came != self.bytes_in:
            self._heard_at = now
        self.bytes_in = came
        silent = self.was_connected and now - self._heard_at > LOST_S
        if silent != self.silent:
            self.silent = silent
            self._owner.peer_changed(self)
        receiver = self._video_receiver()
        packets = aiortc_private.video_packets(receiver) if receiver else 0
        if packets != self._packets and now - self._decoded_at > FROZEN_S:
            _log.warning("video is frozen while packets arrive: starting its receiver afresh")
            self._decoded_at = now
            await aiortc_private.thaw(receiver)
        self._packets = packets

    async def close(self) -> None:
        """End it; idempotent, and never waits for long."""
        if self._closed:
            return
        self._closed = True
        self._capture.remove(self._video, self._audio)
        await self._watchers.close()
        self._connection.remove_all_listeners()
        try:
            await asyncio.wait_for(self._connection.close(), STOP_S)
        except TimeoutError:
            _log.warning("a peer connection does not end; it is left behind")

    def _prefer_vp8(self) -> None:
        """Offer VP8 only: its limits are the ones we can set, and every browser has it."""
        capabilities = RTCRtpReceiver.getCapabilities("video")
        codecs = capabilities.codecs if capabilities else []
        wanted = [codec for codec in codecs if codec.mimeType.lower() in ("video/vp8", "video/rtx")]
        for transceiver in self._connection.getTransceivers():
            if transceiver.kind == "video":
                transceiver.setCodecPreferences(wanted)

    def _video_receiver(self) -> Any:
        return next(
            (one for one in self._connection.getReceivers() if one.track and one.track.kind == "video"), None
        )

    def _state_changed(self) -> None:
        if self.state == "connected":
            self.was_connected = True
            self._heard_at = self._decoded_at = time.monotonic()
        self._owner.peer_changed(self)

    def _track_came(self, track: Any) -> None:
        watch = self._watch_video if track.kind == "video" else self._watch_audio
        self._watchers.spawn(watch(track))

    def _text_came(self, message: str | bytes) -> None:
        if isinstance(message, str) and len(message) <= MAX_TEXT:
            self._owner.peer_text(self, message)

    async def _watch_video(self, track: Any) -> None:
        while True:
            try:
                frame = await track.recv()
            except MediaStreamError:
                return
            self.frames_received += 1
            self._decoded_at = time.monotonic()
            self._owner.peer_picture(self, frame)

    async def _watch_audio(self, track: Any) -> None:
        while True:
            try:
                frame = await track.recv()
            except MediaStreamError:
                return
            self._owner.peer_sound(self, frame)
