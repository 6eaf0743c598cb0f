"""Headers are read and written as the RFCs have them, checked against aiortc's own reading of them."""

import pytest
from aiortc.rtcrtpparameters import RTCRtpHeaderExtensionParameters, RTCRtpParameters
from aiortc.rtp import HeaderExtensionsMap, RtpPacket, unwrap_rtx

from media.descriptions import SEND_TIME
from media.rate import packets, twcc

IDS = packets.ExtensionIds(transport_sequence=5, send_time=3)


def known() -> HeaderExtensionsMap:
    found = HeaderExtensionsMap()
    uris = {1: "urn:ietf:params:rtp-hdrext:sdes:mid", 3: SEND_TIME, 5: twcc.URI}
    extensions = [RTCRtpHeaderExtensionParameters(id=ident, uri=uri) for ident, uri in uris.items()]
    found.configure(RTCRtpParameters(headerExtensions=extensions))
    return found


def packet(**extensions: object) -> bytes:
    made = RtpPacket(96, 1, 65535, 1234, 77, b"picture")
    for name, value in extensions.items():
        setattr(made.extensions, name, value)
    return made.serialize(known())


@pytest.mark.parametrize("before", [{}, {"mid": "1"}, {"mid": "1", "abs_send_time": 9}, {"abs_send_time": 9}])
def test_a_stamp_is_added_and_the_rest_stays(before: dict[str, object]) -> None:
    stamped = RtpPacket.parse(packets.stamp(packet(**before), IDS, 0x1FFFE, 2.5), known())
    assert stamped.extensions.transport_sequence_number == 0xFFFE
    assert stamped.extensions.mid == before.get("mid")
    assert (stamped.extensions.abs_send_time is None) == ("abs_send_time" not in before)
    if "abs_send_time" in before:
        assert stamped.extensions.abs_send_time == int(2.5 * (1 << 18))
    assert (stamped.payload, stamped.sequence_number, stamped.marker) == (b"picture", 65535, 1)


def test_a_stamp_replaces_the_one_before() -> None:
    once = packets.stamp(packet(mid="1"), IDS, 1, 0.0)
    twice = packets.stamp(once, IDS, 2, 0.0)
    assert len(once) == len(twice)
    assert packets.transport_sequence(twice, IDS) == 2


def test_without_an_agreement_nothing_changes() -> None:
    plain = packet(mid="1")
    assert packets.stamp(plain, packets.ExtensionIds(), 1, 0.0) == plain
    assert packets.transport_sequence(plain, packets.ExtensionIds()) is None
    assert packets.transport_sequence(plain, IDS) is None


def test_a_retransmission_is_what_aiortc_unwraps() -> None:
    rtx = RtpPacket.parse(packets.retransmission(packet(mid="1"), 97, 78, 5), known())
    assert (rtx.payload_type, rtx.ssrc, rtx.sequence_number, rtx.marker) == (97, 78, 5, 1)
    original = unwrap_rtx(rtx, payload_type=96, ssrc=77)
    assert (original.sequence_number, original.payload) == (65535, b"picture")


def test_padding_carries_nothing() -> None:
    parsed = RtpPacket.parse(packets.stamp(packets.padding(97, 78, 6, 1234, 240), IDS, 3, 0.0), known())
    assert (parsed.payload, parsed.padding_size) == (b"", 240)
    assert parsed.extensions.transport_sequence_number == 3


@pytest.mark.parametrize("damage", [b"", b"\x80" * 11, b"\x00" * 12, b"\x90" + bytes(12)])
def test_what_is_no_packet_is_refused(damage: bytes) -> None:
    with pytest.raises(ValueError):
        packets.parse(damage)


def test_numbers_only_grow() -> None:
    unwrap = packets.Unwrapper()
    assert [unwrap(number) for number in (65534, 65535, 1, 0, 2)] == [65534, 65535, 65537, 65536, 65538]
