"""What we change in descriptions."""

import re

from aiortc import RTCConfiguration, RTCPeerConnection, RTCSessionDescription
from aiortc.rtcconfiguration import RTCBundlePolicy

from media.descriptions import SEND_TIME, extension_ids, with_candidates_everywhere, with_feedback
from media.rate import twcc

CANDIDATE = "a=candidate:1 1 udp 2122194687 192.0.2.9 50000 typ host generation 0"


async def _answer_of_a_browser(offer: str) -> str:
    """Aiortc's own answer with its candidates where Chromium writes them: in the first section only."""
    browser = RTCPeerConnection()
    try:
        await browser.setRemoteDescription(RTCSessionDescription(sdp=offer, type="offer"))
        await browser.setLocalDescription(await browser.createAnswer())
        lines = browser.localDescription.sdp.split("\r\n")
    finally:
        await browser.close()
    bare = [line for line in lines if not line.startswith(("a=candidate", "a=end-of-candidates"))]
    at = next(number for number, line in enumerate(bare) if line.startswith("a=ice-ufrag"))
    return "\r\n".join([*bare[:at], CANDIDATE, *bare[at:]])


async def test_aiortc_learns_the_candidates_of_a_bundle() -> None:
    station = RTCPeerConnection(RTCConfiguration(iceServers=[], bundlePolicy=RTCBundlePolicy.MAX_BUNDLE))
    try:
        station.addTransceiver("audio")
        station.addTransceiver("video")
        station.createDataChannel("wave")
        await station.setLocalDescription(await station.createOffer())
        answer = with_candidates_everywhere(await _answer_of_a_browser(station.localDescription.sdp))
        await station.setRemoteDescription(RTCSessionDescription(sdp=answer, type="answer"))
        transport = station.getTransceivers()[0].receiver.transport.transport
        assert [one.ip for one in transport.getRemoteCandidates()] == ["192.0.2.9"]
    finally:
        await station.close()


async def test_an_offer_says_what_aiortc_does_not() -> None:
    station = RTCPeerConnection(RTCConfiguration(iceServers=[], bundlePolicy=RTCBundlePolicy.MAX_BUNDLE))
    try:
        station.addTransceiver("audio")
        station.addTransceiver("video")
        plain = str((await station.createOffer()).sdp)
        offer = with_feedback(plain, 500)
    finally:
        await station.close()
    _, audio, video = re.split(r"(?m)^(?=m=)", offer)
    assert "useinbandfec=1;usedtx=1" in audio
    assert "x-google-start-bitrate=500;x-google-max-bitrate=500" in video
    for section in (audio, video):
        assert section.count("transport-cc\r\n") == 1
        assert section.count(f"a=extmap:5 {twcc.URI}\r\n") == 1
        numbers = re.findall(r"^a=extmap:(\d+)", section, re.MULTILINE)
        assert len(numbers) == len(set(numbers)), "two extensions under one number"
    assert extension_ids(offer) == (5, 3)
    assert extension_ids(plain) == (0, 3)
    assert extension_ids(f"a=extmap:7/sendrecv {SEND_TIME}\r\na=extmap:9 {twcc.URI} x\r\n") == (9, 7)
    assert [line for line in offer.split("\r\n") if "\n" in line or "\r" in line] == []


def test_each_section_gets_them_once() -> None:
    first = f"m=audio 9 X\r\na=mid:0\r\n{CANDIDATE}\r\n"
    sdp = f"v=0\r\n{first}m=video 9 X\r\na=mid:1\r\nm=application 9 X\r\na=mid:2"
    whole = with_candidates_everywhere(sdp)
    video = f"m=video 9 X\r\na=mid:1\r\n{CANDIDATE}\r\n"
    data = f"m=application 9 X\r\na=mid:2\r\n{CANDIDATE}\r\n"
    assert whole == f"v=0\r\n{first}{video}{data}"
    assert with_candidates_everywhere(whole) == whole


def test_without_candidates_nothing_changes() -> None:
    for sdp in ("", "v=0\r\nm=audio 9 X\r\na=mid:0\r\n"):
        assert with_candidates_everywhere(sdp) == sdp
