"""What we send: paced, controlled, repaired. Stands between aiortc's senders and its transport."""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from aiortc import RTCRtpSender
from aiortc.rtp import (
    RTCP_PSFB_APP,
    RTCP_PSFB_FIR,
    RTCP_PSFB_PLI,
    RTCP_RTPFB_NACK,
    RtcpPsfbPacket,
    RtcpRrPacket,
    RtcpRtpfbPacket,
    RtcpSrPacket,
    is_rtcp,
    unpack_remb_fci,
)

from contract.profile import MediaConfig
from media.aiortc_private.encoders import PictureEncoder, SoundEncoder
from media.aiortc_private.names import ENCODER, RTX_TYPE
from media.rate import packets, twcc
from media.rate.controller import Controller
from media.rate.keyframes import KeyframeGate
from media.rate.link import Link
from media.rate.pacer import PADDING, Kind, Leaving, Pacer
from media.redundancy import ulpfec
from media.redundancy.protector import Protector
from media.tasks import Tasks

KEPT: Final = 1000  # pictures' packets kept for repairs, …
KEPT_S: Final = 2.0  # … and no longer than this
SOUND_KBIT: Final = 45.0  # of the way, for sound with its headers
REPAIR_SHARE: Final = 0.5  # of the way, at most, is taken from the picture for repairs
FIRST_S: Final = 0.5  # the first picture waits for the first probes' result, but no longer than this
BACKLOG_S: Final = 0.15  # with more than this waiting, a camera picture is left out
HOPELESS_S: Final = 0.4  # with more than this waiting, repairs come too late to be of use
TICK_S: Final = 0.1
SHORTEST_S: Final = 0.002

_log = logging.getLogger(__name__)


@dataclass
class _Kept:
    data: bytes
    at: float
    again: float = 0.0  # when it was repaired last


class Outbound:
    """For one connection's transport. `video`, `audio`: its senders."""

    def __init__(self, video: RTCRtpSender, audio: RTCRtpSender, config: MediaConfig, link: Link) -> None:
        self.gate = KeyframeGate()
        self._video: Any = video
        self._audio: Any = audio
        self._link = link
        self._fps = float(config.fps)
        maximum = 1000.0 * config.max_bitrate_kbit
        minimum = min(1000.0 * config.min_bitrate_kbit, maximum)
        start = max(minimum, min(1000.0 * config.start_bitrate_kbit, maximum))
        self.controller = Controller(start, minimum, maximum)
        self._pacer = Pacer(self.controller.pacing_bps)
        self._encoder = PictureEncoder(link, self.gate, config.fps)
        self._ids = packets.ExtensionIds()
        self._parity: tuple[int, int] | None = None
        self._protector = Protector()
        self._inserted = 0  # parity packets so far: they take numbers of the picture's stream
        self._kept: OrderedDict[int, _Kept] = OrderedDict()
        self._repair_bits = 0.0  # in the last second
        self._repair_number = 0
        self._timestamp = 0  # of the last picture's packet
        self.picture_origin: int | None = None  # the RTP time stamp of the camera track's time 0
        self._picture_ns = 0
        self._opened_at: float | None = None
        self._wake = asyncio.Event()
        self._pumping = self._ended = False
        self._tasks = Tasks()
        self._transport: Any = self._video.transport
        self._hook()
        self._measure()

    def agreed(self, ids: packets.ExtensionIds, parity: tuple[int, int] | None = None) -> None:
        """The answer is there: header extensions, and the payload types of RED and ULPFEC (None: neither)."""
        self._ids = ids
        self._parity = parity

    def start(self) -> None:
        """The way is open."""
        self._opened_at = time.monotonic()
        self.controller.opened(self._opened_at, wide=bool(self._ids.transport_sequence))
        self._tasks.spawn(self._run())
        self._tasks.spawn(self._tick())

    async def close(self) -> None:
        """Send nothing more."""
        self._ended = True
        await self._tasks.close()

    def wants_picture(self, captured_ns: int) -> bool:
        """Say whether a camera picture of this moment shall be sent (CameraTrack asks)."""
        link = self._link
        if not link.limits.video:
            link.width_out, link.height_out, link.fps_out = 0, 0, 0.0
            return False
        if not self._probed():
            return False
        # A little early is in time: cameras are not that regular.
        if captured_ns - self._picture_ns < 0.8e9 / self._encoder.fps or self._pacer.waiting_s > BACKLOG_S:
            return False
        self._picture_ns = captured_ns
        return True

    def forget_pictures(self) -> None:
        """The camera is off: what waits of its pictures is not sent, and nothing of them is sent again."""
        self._start_over(time.monotonic())

    def _probed(self) -> bool:
        """Say whether the first probes have told how large a first picture may be, or had their time."""
        controller = self.controller
        if controller.fresh or not self._ids.transport_sequence:
            return True
        return self._opened_at is not None and time.monotonic() - self._opened_at > FIRST_S

    # ---- in aiortc's place

    def _hook(self) -> None:
        transport = self._transport
        self._send_now = transport._send_rtp
        transport._send_rtp = self._send
        self._hear = transport._handle_rtcp_data
        transport._handle_rtcp_data = self._heard
        setattr(self._video, ENCODER, self._encoder)
        setattr(self._audio, ENCODER, SoundEncoder(self._link))
        self._video_told = self._video._handle_rtcp_packet
        self._video._handle_rtcp_packet = self._told
        self._audio_told = self._audio._handle_rtcp_packet
        self._audio._handle_rtcp_packet = self._told_of_sound

    async def _send(self, data: bytes) -> None:
        """Take what aiortc sends: RTCP and sound leave at once, pictures when it is their turn."""
        if self._ended:
            raise ConnectionError("this connection sends nothing more")
        if is_rtcp(data):
            await self._send_now(data)
            return
        header = packets.parse(data)
        if header.ssrc == self._video._ssrc:
            number = (header.sequence + self._inserted) & 0xFFFF
            self._send_picture(header._replace(sequence=number), packets.renumbered(data, number))
        else:
            self._pacer.push(Kind.SOUND, data)
        await self._pump()

    def _send_picture(self, header: packets.Header, data: bytes) -> None:
        """Queue a picture's packet, and parity behind it where the line asks for it."""
        self._keep(header, data)
        if self._parity is None or not self._protector.on:
            self._pacer.push(Kind.PICTURE, data)
            return
        red, ulpfec_type = self._parity
        self._pacer.push(Kind.PICTURE, ulpfec.wrap(data, red))
        covered = packets.stamp(data, self._ids, 0, 0.0)  # as it leaves, with nothing where the pacer writes
        for parity in self._protector.add(covered, last=header.marker, now=time.monotonic()):
            self._inserted += 1
            data = packets.following(data, red, bytes((ulpfec_type,)) + parity)
            self._pacer.push(Kind.PICTURE, data)

    async def _heard(self, data: bytes) -> None:
        """Take RTCP before aiortc does: transport-wide feedback it does not know."""
        now = time.monotonic()
        found, rest = twcc.split(data)
        for message in found:
            try:
                self.controller.feedback(twcc.parse(message), now)
            except ValueError as error:
                _log.debug("damaged feedback: %s", error)
            self._measure()
            self._wake.set()
        if rest:
            await self._hear(rest)

    async def _told(self, packet: Any) -> None:
        """Take what the other end says of our picture."""
        now = time.monotonic()
        if isinstance(packet, RtcpRtpfbPacket):
            if packet.fmt == RTCP_RTPFB_NACK:
                self._repair(packet.lost, now)
                await self._pump()
            return
        if isinstance(packet, RtcpPsfbPacket):
            if packet.fmt in (RTCP_PSFB_PLI, RTCP_PSFB_FIR):
                self.gate.ask(now, self.controller.rtt_s)
            elif packet.fmt == RTCP_PSFB_APP:
                self._remb(packet.fci, now)
            return
        await self._video_told(packet)
        if isinstance(packet, (RtcpRrPacket, RtcpSrPacket)):
            await self._reported(packet, now)

    async def _told_of_sound(self, packet: Any) -> None:
        if not isinstance(packet, (RtcpRtpfbPacket, RtcpPsfbPacket)):
            await self._audio_told(packet)

    async def _reported(self, packet: RtcpRrPacket | RtcpSrPacket, now: float) -> None:
        for report in packet.reports:
            if report.ssrc == self._video._ssrc:
                stats = (await self._video.getStats()).values()
                rtts = [one.roundTripTime for one in stats if one.type == "remote-inbound-rtp"]
                self.controller.report(report.fraction_lost / 256, (rtts or [None])[-1] or 0.0, now)
                self._measure()

    def _remb(self, fci: bytes, now: float) -> None:
        try:
            bps, sources = unpack_remb_fci(fci)
        except ValueError:
            return  # another application's message
        if self._video._ssrc in sources:
            self.controller.remb(bps, now)
            self._measure()

    # ---- repairs

    def _keep(self, header: packets.Header, data: bytes) -> None:
        now = time.monotonic()
        self._timestamp = header.timestamp
        # aiortc adds a number of its own to our time stamps; this packet is of the encoder's last picture.
        self.picture_origin = (header.timestamp - self._encoder.stamp) & 0xFFFFFFFF
        self._kept[header.sequence] = _Kept(data, now)
        self._kept.move_to_end(header.sequence)
        while len(self._kept) > KEPT or now - next(iter(self._kept.values())).at > KEPT_S:
            self._kept.popitem(last=False)

    def _start_over(self, now: float) -> None:
        """Too much waits, or was lost: forget it, and go on with a key frame, which needs none of it."""
        self._pacer.drop_pictures()
        self._kept.clear()
        self.gate.ask(now, 0.0)

    def _repair(self, lost: Iterable[int], now: float) -> None:
        if self._pacer.waiting_s > HOPELESS_S:
            self._start_over(now)
        for sequence in lost:
            kept = self._kept.get(sequence & 0xFFFF)
            # Asked for again before the repair can have arrived: that one is the answer.
            if kept is None or now - kept.again < max(0.01, self.controller.rtt_s):
                continue
            kept.again = now
            data, rtx = kept.data, getattr(self._video, RTX_TYPE)
            if rtx is not None:
                data = packets.retransmission(data, rtx, self._video._rtx_ssrc, self._next_repair())
            self._repair_bits += 8 * len(data)
            self._pacer.push(Kind.REPAIR, data)

    def _next_repair(self) -> int:
        self._repair_number = (self._repair_number + 1) & 0xFFFF
        return self._repair_number

    # ---- leaving

    async def _pump(self) -> None:
        """Send what may leave now."""
        if self._pumping:
            return
        self._pumping = True
        try:
            while not self._ended and (leaving := self._pacer.take(time.monotonic())):
                await self._leave(leaving)
        except ConnectionError:
            self._ended = True
        finally:
            self._pumping = False
        self._wake.set()

    async def _leave(self, leaving: Leaving) -> None:
        data = leaving.data or self._padding()
        if not data:
            return
        now = time.monotonic()
        number = self.controller.sent(now, len(data), leaving.probe)
        await self._send_now(packets.stamp(data, self._ids, number, now))

    def _padding(self) -> bytes:
        """Return a packet of nothing, in the stream of repairs."""
        rtx = getattr(self._video, RTX_TYPE)
        if rtx is None:
            return b""
        return packets.padding(rtx, self._video._rtx_ssrc, self._next_repair(), self._timestamp, PADDING)

    async def _run(self) -> None:
        """Send what waits when its time has come."""
        while not self._ended:
            self._wake.clear()
            now = time.monotonic()
            self._pacer.bps = self.controller.pacing_bps
            if not self._pacer.probing and (probe := self.controller.probe(now)):
                self._pacer.start_probe(probe)
            wait = self._pacer.wait_s(now)
            if wait is None:
                await self._wake.wait()
                continue
            if wait > 0:
                await asyncio.sleep(max(wait, SHORTEST_S))
            await self._pump()

    async def _tick(self) -> None:
        while not self._ended:
            await asyncio.sleep(TICK_S)
            self.controller.tick(time.monotonic())
            self._protector.look(self.controller.loss, self.controller.rtt_s if self._parity else 0.0)
            self._repair_bits *= 1 - TICK_S
            if not self._link.limits.video:
                self._pacer.drop_pictures()
            self._measure()
            self._wake.set()

    def _measure(self) -> None:
        """Write what is known into the link."""
        link, controller = self._link, self.controller
        link.available_kbit = controller.bps / 1000
        link.fresh = link.fresh or controller.fresh
        link.rtt_ms = 1000 * controller.rtt_s
        link.queue_ms = controller.queue_ms
        link.loss_out = controller.loss
        sound = SOUND_KBIT if link.limits.audio else 0.0
        repairs = min(self._repair_bits / 1000, REPAIR_SHARE * link.available_kbit)
        rest = max(link.available_kbit - sound - repairs, 0.25 * link.available_kbit)
        picture = rest * (1 - self._protector.share)
        link.target_kbit = min(picture, link.limits.video_kbit) if link.limits.video else 0.0
