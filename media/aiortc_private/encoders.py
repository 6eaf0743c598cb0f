"""The encoders that aiortc's senders are given: shaped by the link, without key frames nobody asked for."""

import math
import random
import time
from collections import deque
from fractions import Fraction
from itertools import pairwise
from struct import pack
from typing import Any, Final

import numpy as np
from aiortc.codecs.base import Encoder
from aiortc.mediastreams import VIDEO_TIME_BASE, convert_timebase
from av import AudioFrame, AudioResampler, Packet, VideoFrame
from av.frame import Frame

from media.codecs import opus, vp8
from media.rate.keyframes import KeyframeGate
from media.rate.link import Link
from media.rate.shape import Shape, Shaper

MAX_PAYLOAD: Final = 1170  # bytes; with headers, retransmission and a relay's wrapping still under 1280
NOTED_S: Final = 1.0  # over which pictures a second are counted
SOUND_BPS: Final = ((200.0, 32_000), (100.0, 24_000), (50.0, 16_000), (0.0, 12_000))  # from kbit/s of the way
LOSS_FADES: Final = 0.995  # each 20 ms: what was lost is guarded against for some seconds more
_SOUND_TIME: Final = Fraction(1, opus.RATE)


class PictureEncoder(Encoder):
    """VP8. `encode` runs in a worker thread of aiortc's; what it reads of the loop's are single values."""

    def __init__(self, link: Link, gate: KeyframeGate, fps: float) -> None:
        self.fps = fps  # of the pictures wanted now
        self.stamp = 0  # of the last picture, before aiortc adds to it
        self._link = link
        self._gate = gate
        self._shaper = Shaper(fps)
        self._vp8 = vp8.Encoder()
        self._picture = random.randrange(1 << 15)
        self._sent: deque[float] = deque()

    def encode(self, frame: Frame, force_keyframe: bool = False) -> tuple[list[bytes], int]:
        """Return the payloads of a picture, none when it was left out to keep the bitrate."""
        assert isinstance(frame, VideoFrame)
        began = time.monotonic()
        link = self._link
        kbit = max(1.0, link.target_kbit)
        shape = self._shaper.shape((frame.width, frame.height), kbit, link.limits, began)
        self.fps = shape.fps
        planes = _planes(frame, shape)
        settings = vp8.Settings(shape.width, shape.height, int(kbit), shape.fps)
        encoded = self._vp8.encode(planes, settings, self._gate.due(began))
        now = time.monotonic()
        self._shaper.encoded(now, encoded.quantiser, now - began)
        if encoded.key:
            self._gate.sent(now)
        if encoded.data:
            self._note(shape, now)
            self._picture = (self._picture + 1) % (1 << 15)
        self.stamp = _timestamp(frame)
        return packetized(encoded.data, self._picture), self.stamp

    def pack(self, packet: "Packet[Any]") -> tuple[list[bytes], int]:
        """Return the payloads of a picture encoded elsewhere."""
        self._picture = (self._picture + 1) % (1 << 15)
        assert packet.pts is not None and packet.time_base is not None
        self.stamp = convert_timebase(packet.pts, packet.time_base, VIDEO_TIME_BASE)
        return packetized(bytes(packet), self._picture), self.stamp

    def _note(self, shape: Shape, now: float) -> None:
        self._sent.append(now)
        while self._sent[0] < now - NOTED_S:
            self._sent.popleft()
        self._link.width_out, self._link.height_out = shape.width, shape.height
        self._link.fps_out = len(self._sent) / NOTED_S


class SoundEncoder(Encoder):
    """Opus: mono, error correction after what the other end loses, nothing sent in silence."""

    def __init__(self, link: Link) -> None:
        self._link = link
        self._opus = opus.Encoder()
        self._loss = 0.0
        self._even = AudioResampler(format="s16", layout="mono", rate=opus.RATE, frame_size=opus.BLOCK)

    def encode(self, frame: Frame, force_keyframe: bool = False) -> tuple[list[bytes], int]:
        """Return the payload of 20 ms, none in silence."""
        assert isinstance(frame, AudioFrame)
        link = self._link
        kbit = link.available_kbit or math.inf
        self._loss = max(link.loss_out, LOSS_FADES * self._loss)
        self._opus.follow(next(bps for least, bps in SOUND_BPS if kbit >= least), self._loss)
        assert frame.pts is not None and frame.time_base is not None
        stamp = convert_timebase(frame.pts, frame.time_base, _SOUND_TIME)
        whole = frame.samples == opus.BLOCK and frame.layout.name == "mono" and frame.format.name == "s16"
        parts = [frame] if whole else self._even.resample(frame)
        payloads = [self._opus.encode(part.to_ndarray().reshape(-1).astype(np.int16)) for part in parts]
        return [payload for payload in payloads if payload], stamp

    def pack(self, packet: "Packet[Any]") -> tuple[list[bytes], int]:
        """Return the payload of a packet encoded elsewhere."""
        assert packet.pts is not None and packet.time_base is not None
        return [bytes(packet)], convert_timebase(packet.pts, packet.time_base, _SOUND_TIME)


def packetized(data: bytes, picture: int) -> list[bytes]:
    """Return VP8 payloads of even size (RFC 7741, with a 15-bit picture number)."""
    count = math.ceil(len(data) / (MAX_PAYLOAD - 4))
    edges = [len(data) * number // count for number in range(count + 1)] if count else [0]
    head = pack("!BBH", 0x90, 0x80, 0x8000 | picture)
    rest = pack("!BBH", 0x80, 0x80, 0x8000 | picture)
    return [
        (rest if number else head) + data[start:end] for number, (start, end) in enumerate(pairwise(edges))
    ]


def _planes(frame: VideoFrame, shape: Shape) -> vp8.Planes:
    if frame.format.name != "yuv420p" or (frame.width, frame.height) != shape[:2]:
        frame = frame.reformat(width=shape.width, height=shape.height, format="yuv420p")
    return np.ascontiguousarray(frame.to_ndarray())


def _timestamp(frame: VideoFrame) -> int:
    assert frame.pts is not None and frame.time_base is not None
    return int(convert_timebase(frame.pts, frame.time_base, VIDEO_TIME_BASE))
