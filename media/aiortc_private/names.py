"""The private names of aiortc this package uses, in one list, so that a test can tell which are gone."""

from typing import Any, Final

ENCODER: Final = "_RTCRtpSender__encoder"
RTX_TYPE: Final = "_RTCRtpSender__rtx_payload_type"
CODECS: Final = "_RTCRtpReceiver__codecs"
RTX_SOURCES: Final = "_RTCRtpReceiver__rtx_ssrc"
STREAMS: Final = "_RTCRtpReceiver__remote_streams"
OUR_SOURCE: Final = "_RTCRtpReceiver__rtcp_ssrc"

_TRANSPORT: Final = ("_handle_rtcp_data", "_handle_rtp_data", "_send_rtp", "_rtp_router")
_SENDER: Final = (ENCODER, RTX_TYPE, "_ssrc", "_rtx_ssrc", "_handle_rtcp_packet", "_send_keyframe")
_RECEIVER: Final = (
    *(CODECS, RTX_SOURCES, STREAMS, OUR_SOURCE),
    *("_handle_rtp_packet", "_send_rtcp", "_send_rtcp_nack", "_send_rtcp_pli"),
)


def missing_names(transport: Any, sender: Any, receiver: Any) -> list[str]:
    """Return the private names this package needs and these objects of aiortc lack."""
    return [
        f"{thing}.{name}"
        for thing, one, names in (
            ("RTCDtlsTransport", transport, _TRANSPORT),
            ("RTCRtpSender", sender, _SENDER),
            ("RTCRtpReceiver", receiver, _RECEIVER),
        )
        for name in names
        if not hasattr(one, name)
    ]
