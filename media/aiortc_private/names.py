"""All that is used of aiortc and aioice beside what they promise, in one list; tests ask it what is gone.

Whoever uses another private name adds it here: tests/media/test_private_names.py reads the sources for any
that is missing here, and for any outside this package.
"""

from typing import Any, Final

from aioice import turn
from aiortc import RTCPeerConnection

ENCODER: Final = "_RTCRtpSender__encoder"
RTX_TYPE: Final = "_RTCRtpSender__rtx_payload_type"
CODECS: Final = "_RTCRtpReceiver__codecs"
RTX_SOURCES: Final = "_RTCRtpReceiver__rtx_ssrc"
STREAMS: Final = "_RTCRtpReceiver__remote_streams"
OUR_SOURCE: Final = "_RTCRtpReceiver__rtcp_ssrc"
INNER: Final = "_TurnTransport__inner_protocol"

TRANSPORT: Final = ("_handle_rtcp_data", "_handle_rtp_data", "_send_rtp")
SENDER: Final = (ENCODER, RTX_TYPE, "_ssrc", "_rtx_ssrc", "_handle_rtcp_packet")
RECEIVER: Final = (
    *(CODECS, RTX_SOURCES, STREAMS, OUR_SOURCE),
    *("_handle_rtp_packet", "_send_rtcp", "_send_rtcp_nack", "_send_rtcp_pli"),
)
ICE: Final = (
    *("_protocols", "_nominated", "_valid_username", "get_component_candidates", "build_request"),
    *("data_received", "request_received", "remote_password"),
)
ICE_TRANSPORT: Final = ("_recv",)
ICE_GATHERER: Final = ("_connection",)
TURN: Final = (INNER,)
TURN_TCP: Final = ("_send",)
ALL: Final = frozenset(
    (*TRANSPORT, *SENDER, *RECEIVER, *ICE, *ICE_TRANSPORT, *ICE_GATHERER, *TURN, *TURN_TCP)
)


def missing_names(transport: Any, sender: Any, receiver: Any) -> list[str]:
    """Return the private names this package needs and these objects of aiortc lack."""
    return _missing(
        ("RTCDtlsTransport", transport, TRANSPORT),
        ("RTCRtpSender", sender, SENDER),
        ("RTCRtpReceiver", receiver, RECEIVER),
    )


def missing_ice_names(connection: RTCPeerConnection) -> list[str]:
    """Return the private names of ICE and TURN this package needs and these libraries lack."""
    ice = connection.getTransceivers()[0].sender.transport.transport
    gatherer = ice.iceGatherer
    tcp = turn.TurnClientTcpProtocol(("", 0), None, None, 1, 1)
    return _missing(
        ("RTCIceTransport", ice, ICE_TRANSPORT),
        ("RTCIceGatherer", gatherer, ICE_GATHERER),
        ("aioice.Connection", getattr(gatherer, ICE_GATHERER[0], None), ICE),
        ("aioice.turn.TurnTransport", turn.TurnTransport(tcp), TURN),
        ("aioice.turn.TurnClientTcpProtocol", tcp, TURN_TCP),
    )


def _missing(*needed: tuple[str, Any, tuple[str, ...]]) -> list[str]:
    return [f"{thing}.{name}" for thing, one, names in needed for name in names if not hasattr(one, name)]
