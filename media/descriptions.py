"""The hints we write into our offers, and what aiortc would miss in an answer."""

import re
from typing import Final

from media.rate import twcc
from media.rate.packets import ExtensionIds

BROWSER_START: Final = 700  # kbit/s; with our feedback the browser probes upwards from there at once
_TRANSPORT_ID: Final = 5  # of the header extension in our offers; aiortc uses 1 to 3
_CANDIDATE: Final = re.compile(r"^a=candidate:.*\r?\n", re.MULTILINE)
_CODEC: Final = re.compile(r"^a=rtpmap:(\d+) (VP8|opus)/.*$", re.MULTILINE)
_PARITY: Final = re.compile(r"^a=rtpmap:(\d+) (red|ulpfec)/90000", re.MULTILINE)
_MEDIA_ID: Final = re.compile(r"^a=extmap:1 .*$", re.MULTILINE)
_EXTENSION: Final = re.compile(r"^a=extmap:(\d+)(?:/\w+)? (\S+)", re.MULTILINE)
SEND_TIME: Final = "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time"


def with_feedback(sdp: str, max_kbit: int) -> str:
    """Return an offer with what aiortc does not say of us.

    Every packet may be numbered for transport-wide congestion control, both ways. VP8's format tells a
    Chromium browser where to start and to stop (`x-google-*-bitrate`, kbit/s, libwebrtc's own; others ignore
    them), Opus's that we use its error correction and need nothing sent in silence.
    """
    start = min(BROWSER_START, max_kbit)
    formats = {
        "VP8": f"x-google-start-bitrate={start};x-google-max-bitrate={max_kbit}",
        "opus": "minptime=10;useinbandfec=1;usedtx=1",
    }

    def hint(match: re.Match[str]) -> str:
        lines = (
            match[0].rstrip(),
            f"a=rtcp-fb:{match[1]} transport-cc",
            f"a=fmtp:{match[1]} {formats[match[2]]}",
        )
        return "\r\n".join(lines) + "\r"

    sdp = _CODEC.sub(hint, sdp)
    return _MEDIA_ID.sub(lambda match: f"a=extmap:{_TRANSPORT_ID} {twcc.URI}\r\n{match[0]}", sdp)


def extension_ids(answer: str) -> ExtensionIds:
    """Return the numbers of the header extensions an answer agrees to."""
    found = {uri: int(number) for number, uri in _EXTENSION.findall(answer)}
    return ExtensionIds(found.get(twcc.URI, 0), found.get(SEND_TIME, 0))


def parity_types(answer: str) -> tuple[int, int] | None:
    """Return the payload types of RED and ULPFEC for pictures; None: an answer does not agree to both."""
    found = {name: int(number) for number, name in _PARITY.findall(answer)}
    return (found["red"], found["ulpfec"]) if len(found) == 2 else None


def with_candidates_everywhere(sdp: str) -> str:
    """Return an answer in which every section names the candidates that the first one with any names.

    Browsers write them once, into the first section of a bundle. aiortc (1.16) takes the last section's for a
    bundle's transport: it would know of none and wait to be found, and behind a NAT or on a relay never is.
    """
    head, *sections = re.split(r"(?m)^(?=m=)", sdp)
    found = next((lines for section in sections if (lines := "".join(_CANDIDATE.findall(section)))), "")
    return head + "".join(
        section if not found or _CANDIDATE.search(section) else section.rstrip("\r\n") + "\r\n" + found
        for section in sections
    )
