"""What comes: repaired, put in order, decoded; and the feedback the other end's own control lives on."""

import asyncio
import logging
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import av
from aiortc import RTCRtpReceiver
from aiortc.codecs.vpx import VpxPayloadDescriptor
from aiortc.mediastreams import VIDEO_TIME_BASE
from aiortc.rate import RemoteBitrateEstimator
from aiortc.rtcrtpreceiver import StreamStatistics, TimestampMapper
from aiortc.rtp import RTCP_PSFB_APP, RtcpPsfbPacket, RtpPacket, pack_remb_fci, unwrap_rtx
from av import AudioFrame, VideoFrame

from media.aiortc_private.arrivals import Arrivals
from media.aiortc_private.names import CODECS, OUR_SOURCE, RTX_SOURCES, STREAMS
from media.codecs import opus
from media.rate import packets, twcc
from media.rate.link import Link
from media.receive.nacks import Nacks
from media.receive.pictures import Picture, PictureBuffer, Piece
from media.receive.playout import Playout
from media.receive.sounds import Sound, SoundBuffer
from media.redundancy import ulpfec
from media.tasks import Tasks

FEEDBACK_S: Final = 0.05
TICK_S: Final = 0.02
MAX_DECODING: Final = 60  # pictures that wait for the decoder; more: it does not keep up, and starts afresh
EARLY_S: Final = 0.002  # timers are no finer
LOSS_S: Final = 1.0  # how often the loss is counted

_log = logging.getLogger(__name__)


class Inbound:
    """For one connection's transport; `picture` and `sound` are called on the loop with what was decoded."""

    def __init__(
        self,
        transport: Any,
        link: Link,
        picture: Callable[[VideoFrame], None],
        sound: Callable[[AudioFrame], None],
    ) -> None:
        self._transport = transport
        self._link = link
        self._give = (picture, sound)
        self._ids = packets.ExtensionIds()
        self._recorder = twcc.Recorder()
        self._streams: list[_Stream] = []
        self._tasks = Tasks()
        self._closed = False
        self._arrivals = Arrivals(transport.transport)
        self._take = transport._handle_rtp_data
        transport._handle_rtp_data = self._came

    def agreed(self, ids: packets.ExtensionIds) -> None:
        """These header extensions were agreed on."""
        self._ids = ids

    def attach(
        self,
        receiver: RTCRtpReceiver,
        *,
        picture: Callable[[VideoFrame], None] | None = None,
        sound: Callable[[AudioFrame], None] | None = None,
    ) -> None:
        """Take a receiver's packets from now on; where several send, `picture` or `sound` is for this one."""
        if not self._streams:
            self._tasks.spawn(self._tell())
            self._tasks.spawn(self._tick())
            self._tasks.spawn(self._count())
        wide = bool(self._ids.transport_sequence)
        if receiver.track.kind == "video":
            self._streams.append(_Pictures(receiver, self._link, picture or self._give[0], wide))
        else:
            self._streams.append(_Sounds(receiver, self._link, sound or self._give[1]))

    async def close(self) -> None:
        """Take nothing more."""
        self._closed = True
        await self._tasks.close()
        for stream in self._streams:
            await stream.close()

    async def _came(self, data: bytes, arrival_time_ms: int) -> None:
        if self._closed:
            return
        try:
            sequence = packets.transport_sequence(data, self._ids)
        except ValueError:
            return
        if sequence is not None:
            self._recorder.came(sequence, self._arrivals.at)
        await self._take(data, arrival_time_ms=arrival_time_ms)
        for stream in self._streams:
            await stream.seen(data, self._ids)

    async def _tell(self) -> None:
        while True:
            await asyncio.sleep(FEEDBACK_S)
            source = next((one.our_source for one in self._streams if one.our_source is not None), None)
            theirs = next((one.source for one in self._streams if one.source is not None), 0)
            if source is None:
                continue
            message = self._recorder.message(time.monotonic(), source, theirs)
            if message:
                try:
                    await self._transport._send_rtp(message)
                except ConnectionError:
                    return

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(TICK_S)
            for stream in self._streams:
                await stream.tick(time.monotonic())

    async def _count(self) -> None:
        expected = received = 0
        while True:
            await asyncio.sleep(LOSS_S)
            now = [sum(counts) for counts in zip(*(one.counted() for one in self._streams), strict=True)]
            more = now[0] - expected
            if more > 0:
                self._link.loss_in = min(1.0, max(0.0, 1 - (now[1] - received) / more))
            expected, received = now


class _Stream:
    """One receiver's packets, in place of aiortc's own handling of them."""

    def __init__(self, receiver: Any, link: Link) -> None:
        self.source: int | None = None  # theirs
        self._receiver = receiver
        self._link = link
        self._unwrap = packets.Unwrapper()
        self._mapper = TimestampMapper()
        self._receiver._handle_rtp_packet = self._packet

    @property
    def our_source(self) -> int | None:
        """The number under which we send reports."""
        return getattr(self._receiver, OUR_SOURCE)  # type: ignore[no-any-return]

    @property
    def _rtt_s(self) -> float:
        return self._link.rtt_ms / 1000 or 0.1

    async def seen(self, data: bytes, ids: packets.ExtensionIds) -> None:
        """See a packet of the transport's as it came, after it was taken."""

    def counted(self) -> tuple[int, int]:
        """Return how many packets were to come and how many came, before repair."""
        streams = getattr(self._receiver, STREAMS)
        stream = streams.get(self.source)
        return (stream.packets_expected, stream.packets_received) if stream else (0, 0)

    async def tick(self, now: float) -> None:
        """Do what time asks for."""

    async def close(self) -> None:
        """End it."""

    async def _packet(self, packet: RtpPacket, arrival_time_ms: int) -> None:
        """Take a packet from aiortc's transport (the receiver's `_handle_rtp_packet`)."""
        codecs = getattr(self._receiver, CODECS)
        codec = codecs.get(packet.payload_type)
        if codec is None:
            return
        streams = getattr(self._receiver, STREAMS)
        if packet.ssrc not in streams:
            streams[packet.ssrc] = StreamStatistics(codec.clockRate)
        streams[packet.ssrc].add(packet)
        if codec.name.lower() == "rtx":
            source = getattr(self._receiver, RTX_SOURCES).get(packet.ssrc)
            if source is None or len(packet.payload) <= 2:
                return  # a stranger's, or padding
            packet = unwrap_rtx(packet, payload_type=int(codec.parameters["apt"]), ssrc=source)
            codec = codecs.get(packet.payload_type)
        else:
            self.source = packet.ssrc
        if codec is not None and codec.name.lower() == "red":
            codec = _unwrapped(packet, codecs)
        if codec is not None:
            await self._media(packet, codec.name)

    async def _media(self, packet: RtpPacket, codec: str) -> None:
        raise NotImplementedError


class _Pictures(_Stream):
    def __init__(
        self, receiver: RTCRtpReceiver, link: Link, give: Callable[[VideoFrame], None], wide: bool
    ) -> None:
        super().__init__(receiver, link)
        self._give = give
        self._buffer = PictureBuffer()
        self._nacks = Nacks()
        self._recoverer = ulpfec.Recoverer()
        self._decoder: Any = None
        self._worker = ThreadPoolExecutor(1, "video-decoder")
        self._loop = asyncio.get_running_loop()
        self._decoding = 0
        self._playout = Playout()
        self._held: deque[tuple[float, VideoFrame]] = deque()
        self._estimator = None if wide else RemoteBitrateEstimator()

    async def tick(self, now: float) -> None:
        """Ask for what is missing; for a key frame when repairs had their time."""
        if self.source is None:
            return
        if self._buffer.wants_key(now, self._rtt_s):
            await self._receiver._send_rtcp_pli(self.source)
        self._nacks.forget(self._buffer.needed_from)
        await self._ask(now)

    async def close(self) -> None:
        """Wait for the decoder; give nothing more."""
        self._give = _nowhere
        self._held.clear()
        await asyncio.to_thread(self._worker.shutdown, cancel_futures=True)

    async def seen(self, data: bytes, ids: packets.ExtensionIds) -> None:
        """Keep what parity may cover; take what it recovers as if it had come."""
        codecs = getattr(self._receiver, CODECS)
        header = packets.parse(data)
        codec = codecs.get(header.payload_type)
        if header.ssrc != self.source or codec is None or codec.name.lower() != "red":
            return
        try:
            inner, plain = ulpfec.unwrap(data)
            if codecs[inner].name.lower() == "ulpfec":
                recovered = self._recoverer.parity(plain[packets.parse(plain).payload_at :])
            else:
                recovered = self._recoverer.media(packets.quiet(plain, ids))
            for packet in map(RtpPacket.parse, recovered):
                self._link.recovered_in += 1
                await self._media(packet, codecs[packet.payload_type].name)
        except (ValueError, KeyError) as error:
            _log.debug("parity that makes no sense: %s", error)

    async def _packet(self, packet: RtpPacket, arrival_time_ms: int) -> None:
        if self._estimator is not None:
            await self._estimate(packet, arrival_time_ms)
        await super()._packet(packet, arrival_time_ms)

    async def _media(self, packet: RtpPacket, codec: str) -> None:
        if codec != "VP8":
            return  # we offer nothing else
        now = time.monotonic()
        number = self._unwrap(packet.sequence_number)
        if self._nacks.came(number):
            self._buffer.give_up()
        elif len(self._nacks):
            await self._ask(now)
        try:
            piece = _piece(packet, number)
        except ValueError:
            return  # a damaged descriptor: as if lost
        for picture in self._buffer.add(piece, now):
            self._decode(picture)

    async def _ask(self, now: float) -> None:
        asked = [number & 0xFFFF for number in self._nacks.due(now, self._rtt_s)]
        if asked:
            await self._receiver._send_rtcp_nack(self.source, sorted(asked))

    def _decode(self, picture: Picture) -> None:
        if self._decoding >= MAX_DECODING:
            _log.warning("the decoder does not keep up: on with the next key frame")
            self._buffer.give_up()
            return
        self._decoding += 1
        stamp = self._mapper.map(picture.timestamp)
        self._worker.submit(self._work, picture, stamp, time.monotonic())

    def _work(self, picture: Picture, stamp: int, came: float) -> None:
        frames: list[VideoFrame] = []
        damaged = False
        try:
            if self._decoder is None:
                self._decoder = av.CodecContext.create("libvpx", "r")
            coded = av.Packet(picture.data)
            coded.pts, coded.time_base = stamp, VIDEO_TIME_BASE
            frames = list(self._decoder.decode(coded))
        except av.FFmpegError as error:
            _log.warning("a picture cannot be decoded: %s", error)
            damaged = True
        self._loop.call_soon_threadsafe(self._decoded, frames, damaged, came)

    def _decoded(self, frames: list[VideoFrame], damaged: bool, came: float) -> None:
        self._decoding -= 1
        now = time.monotonic()
        self._link.decoded((now - came) * 1000, now)
        if damaged:
            self._buffer.give_up()
        for frame in frames:
            self._hold(frame)

    def _hold(self, frame: VideoFrame) -> None:
        """Show a picture when it is due."""
        now = time.monotonic()
        due = self._playout.due(frame.time or 0.0, now)
        if due <= now and not self._held:
            self._give(frame)
            return
        self._held.append((due, frame))
        self._loop.call_at(self._loop.time() + due - now, self._show)

    def _show(self) -> None:
        while self._held and self._held[0][0] <= time.monotonic() + EARLY_S:
            self._give(self._held.popleft()[1])

    async def _estimate(self, packet: RtpPacket, arrival_time_ms: int) -> None:
        """Tell a sender without transport-wide feedback what it may send, as aiortc does."""
        assert self._estimator is not None
        if packet.extensions.abs_send_time is None or self.our_source is None:
            return
        size = len(packet.payload) + packet.padding_size
        told = self._estimator.add(arrival_time_ms, packet.extensions.abs_send_time, size, packet.ssrc)
        if told is not None:
            await self._receiver._send_rtcp(
                RtcpPsfbPacket(
                    fmt=RTCP_PSFB_APP, ssrc=self.our_source, media_ssrc=0, fci=pack_remb_fci(*told)
                )
            )


class _Sounds(_Stream):
    def __init__(self, receiver: RTCRtpReceiver, link: Link, give: Callable[[AudioFrame], None]) -> None:
        super().__init__(receiver, link)
        self._give = give
        self._buffer = SoundBuffer()
        self._opus = opus.Decoder()

    async def tick(self, now: float) -> None:
        """Let what waits for a lost packet wait no longer."""
        self._decode(self._buffer.late(now))

    async def close(self) -> None:
        """Give nothing more."""
        self._give = _nowhere
        self._opus.close()

    async def _media(self, packet: RtpPacket, codec: str) -> None:
        if codec.lower() != "opus" or not packet.payload:
            return
        number = self._unwrap(packet.sequence_number)
        self._decode(self._buffer.add(number, packet.payload, time.monotonic()))

    def _decode(self, sounds: list[Sound]) -> None:
        for sound in sounds:
            try:
                if sound.packet is not None:
                    samples = self._opus.decode(sound.packet)
                elif sound.following is not None:
                    samples = self._opus.recovered(sound.following)
                else:
                    samples = self._opus.concealed()
            except opus.OpusError as error:
                _log.debug("a sound cannot be decoded: %s", error)
                continue
            frame = AudioFrame.from_ndarray(samples.reshape(1, -1), format="s16", layout="stereo")
            frame.sample_rate = opus.RATE
            self._give(frame)


def _unwrapped(packet: RtpPacket, codecs: Any) -> Any:
    """Take a packet out of RED; parity becomes one that carries nothing, as it fills a number only."""
    inner = codecs.get(packet.payload[0]) if packet.payload else None
    if inner is not None and inner.name.lower() == "ulpfec":
        packet.payload = b""
        return next((codec for codec in codecs.values() if codec.name == "VP8"), None)
    packet.payload = packet.payload[1:]
    return inner


def _piece(packet: RtpPacket, number: int) -> Piece:
    if not packet.payload:
        return Piece(number, packet.timestamp, False, False, False, b"")
    descriptor, data = VpxPayloadDescriptor.parse(packet.payload)
    start = descriptor.partition_start == 1 and descriptor.partition_id == 0
    key = start and bool(data) and not data[0] & 1
    return Piece(number, packet.timestamp, start, bool(packet.marker), key, data, descriptor.picture_id)


def _nowhere(_: object) -> None:
    """Where what is decoded too late goes."""
