"""What aiortc offers beside its own codecs: parity (RED, ULPFEC), and repairs of what RED wraps."""

from typing import Final

from aiortc import codecs
from aiortc.rtcrtpparameters import RTCRtpCodecParameters

RED: Final = 120
RED_REPAIR: Final = 121
ULPFEC: Final = 122
CLOCK: Final = 90_000  # of everything in video


def offer_parity() -> None:
    """Have aiortc know them (its list of codecs is the process's). Idempotent."""
    known = codecs.CODECS["video"]
    if any(one.payloadType == RED for one in known):
        return
    known.append(RTCRtpCodecParameters("video/red", CLOCK, payloadType=RED))
    known.append(RTCRtpCodecParameters("video/rtx", CLOCK, payloadType=RED_REPAIR, parameters={"apt": RED}))
    known.append(RTCRtpCodecParameters("video/ulpfec", CLOCK, payloadType=ULPFEC))
