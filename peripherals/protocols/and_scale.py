"""A&D's standard format, spoken by many makers' scales. Source: the vendor's manuals.

A line `HEADER,±DATA UNIT` CR LF: `ST,+00001234.5  g`. Header ST stable, US unstable, OL out of range (its
data are no number; the sign says which way), QT a stable count of pieces. Indicators put a second header
behind the first: `ST,NT,+0012.34kg` (GS or G gross, NT or N net; TR, T tare and PT preset tare are not what
stands on the scale, TW and TN are totals; LO, OK, HI, -- compare). Pieces, per cent and units in which nobody
is weighed give no value. An indicator may be set to a decimal comma. Other makers put blanks for the plus
sign or around it, a comma before the unit, none behind the second header. The factory's setting is mostly 7
data bits and even parity: bit 7 may be parity.
"""

import re
from itertools import cycle
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Conversation, Now
from peripherals.protocols.lines import LineDecoder
from peripherals.protocols.seven_bits import with_parity

LONGEST: Final = 40
"""Bytes of a line; the longest known has 24."""

ASK: Final = b"Q\r\n"
"""Asks for the weight now; a scale that streams does not need it."""

ASK_AFTER_S: Final = 0.5

_UNITS: Final = {b"g": "g", b"kg": "kg", b"lb": "[lb_av]", b"oz": "[oz_av]"}
_NOT_ON_THE_SCALE: Final = frozenset({b"TR", b"T", b"PT", b"TW", b"TN"})

_LINE = re.compile(
    rb"(ST|US|OL|QT),"
    rb"(?:(GS|NT|TR|PT|TW|TN|LO|OK|HI|--|G |N |T )[ ,])?"
    rb" {0,8}([+-]?)([ 0-9.,E+]{1,14}?)"
    rb"[ ,]{0,4}(kg|g|lb|oz|[A-Za-z%]{0,3}) {0,4}\r?\n"
)
_NUMBER = re.compile(rb" *([0-9]+)(?:[.,]([0-9]+))?\Z")


def decoder() -> LineDecoder:
    """Return a fresh decoder."""
    return LineDecoder(_LINE, _parse, ends=b"\n", longest=LONGEST, seven_bits=True)


def _parse(raw: bytes, match: re.Match[bytes]) -> Frame:
    header, second, sign, data, unit = match.groups()
    if header == b"OL":
        return Frame(FrameKind.LIVE, raw, flags=("underload" if sign == b"-" else "overload",))
    flags = ("unstable",) if header == b"US" else ()
    number, name = _NUMBER.match(data), _UNITS.get(unit.lower())
    weighed = header != b"QT" and (second or b"").strip() not in _NOT_ON_THE_SCALE
    if number is None or name is None or not weighed:
        return Frame(FrameKind.LIVE, raw, flags=flags)
    weight = float(number[1] + b"." + (number[2] or b"0"))
    values: dict[str, int | float] = {"weight": -weight if sign == b"-" and weight else weight}
    return Frame(FrameKind.LIVE, raw, values, flags, units={"weight": name})


def encode(
    header: str, weight: float | None, *, decimals: int = 1, unit: str = "kg", second: str = ""
) -> bytes:
    """Build a line. Weight None: out of range (above unless the header is "OL-")."""
    if weight is None:
        data = f"{'-' if header == 'OL-' else '+'}999999.9"
    else:
        data = f"{weight:+0{9 if not second else 8}.{decimals}f}"
    return f"{header[:2]},{second + ',' if second else ''}{data}{unit:>3}\r\n".encode()


class AndTalk(Conversation):
    """Listens; when the scale does not stream it asks, with and without parity in turn."""

    patience_s = 1.5

    def __init__(self) -> None:
        super().__init__(decoder())
        self._last_ns = 0
        self._asks = cycle((ASK, with_parity(ASK)))

    def opened(self, now: Now) -> None:
        """Give it a moment to speak by itself."""
        self._last_ns = now.ns

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Decode."""
        frames = super().heard(data, channel, now)
        if frames:
            self.understood = True
            self._last_ns = now.ns
        return frames

    def tick(self, now: Now) -> list[Frame]:
        """Ask when it has been silent."""
        if now.since_s(self._last_ns) >= ASK_AFTER_S:
            self.say(next(self._asks))
            self._last_ns = now.ns
        return []
