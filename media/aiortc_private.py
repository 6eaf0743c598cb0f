"""The only place that touches private names of aiortc (written for 1.16).

The test beside it fails with the names that are gone when the library changes. What is here and why:
- encoder limits: VP8's are module constants, 0.25 to 1.5 Mbit/s, too little for 720p;
- a frozen receiver: after a burst of loss the jitter buffer of 512 packets waits for packets that will
  never come, and a keyframe request alone does not help: a fresh buffer and a request do.
"""

from typing import Any, Final

from aiortc import rtcrtpreceiver
from aiortc.codecs import vpx
from aiortc.jitterbuffer import JitterBuffer

VIDEO_CAPACITY: Final = 512  # packets, as aiortc's own
_BUFFER: Final = "_RTCRtpReceiver__jitter_buffer"
_NACKS: Final = "_RTCRtpReceiver__nack_generator"
_STREAMS: Final = "_RTCRtpReceiver__remote_streams"
_RECEIVER_NAMES: Final = (_BUFFER, _NACKS, _STREAMS, "_send_rtcp_pli")


def missing_names(receiver: Any) -> list[str]:
    """Return the private names this module needs and this aiortc (with a video receiver) lacks."""
    constants = ("DEFAULT_BITRATE", "MIN_BITRATE", "MAX_BITRATE")
    gone = [f"aiortc.codecs.vpx.{name}" for name in constants if not hasattr(vpx, name)]
    gone += [f"RTCRtpReceiver.{name}" for name in _RECEIVER_NAMES if not hasattr(receiver, name)]
    return gone + ([] if hasattr(rtcrtpreceiver, "NackGenerator") else ["rtcrtpreceiver.NackGenerator"])


def set_video_bitrates(start: int, minimum: int, maximum: int) -> None:
    """Set the VP8 encoder's limits in bit/s, for encoders made from now on."""
    vpx.DEFAULT_BITRATE = start
    vpx.MIN_BITRATE = minimum
    vpx.MAX_BITRATE = maximum


def video_packets(receiver: Any) -> int:
    """Return how many packets of video have come."""
    return sum(stream.packets_received for stream in getattr(receiver, _STREAMS).values())


async def thaw(receiver: Any) -> None:
    """Give a video receiver a fresh jitter buffer, forget what it waits for, and ask for a keyframe."""
    setattr(receiver, _BUFFER, JitterBuffer(capacity=VIDEO_CAPACITY, is_video=True))
    setattr(receiver, _NACKS, rtcrtpreceiver.NackGenerator())
    for ssrc in list(getattr(receiver, _STREAMS)):
        await receiver._send_rtcp_pli(ssrc)
