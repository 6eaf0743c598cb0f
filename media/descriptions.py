"""The hints we write into our offers."""

import re
from typing import Final

START_KBIT: Final = 2500  # at which a browser starts to send; without the hint its 720p takes half a minute
_VP8: Final = re.compile(r"^a=rtpmap:(\d+) VP8/90000\r?$", re.MULTILINE)


def with_bitrates(sdp: str, max_kbit: int) -> str:
    """Return an offer whose VP8 format asks a Chromium browser to start high and where to stop.

    `x-google-*-bitrate` (kbit/s) are libwebrtc's own; other browsers ignore them.
    """
    start = min(START_KBIT, max_kbit)

    def hint(match: re.Match[str]) -> str:
        line = f"a=fmtp:{match[1]} x-google-start-bitrate={start};x-google-max-bitrate={max_kbit}"
        return f"{match[0].rstrip()}\r\n{line}\r"

    return _VP8.sub(hint, sdp)
