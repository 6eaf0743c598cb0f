"""Detecto solo clinical scale, 9600 8N1. Source: the vendor's manual, one page with one example.

The host sends LF `P` CR, which is the print key; the scale answers time, date, BMI, height and weight with
commas between them, and CR: `12:00,08/07/15,21.5,5'03.0",132.3lb`. The manual does not say in which order the
date is: the maker is American, so month, day, year; where that is no date but day, month, year is one, that
is taken, marked `clock-unsure`. Nor does it say what a scale set to metric units sends: kg and cm are
understood. Dashes for time and date are understood too: others that copy this format send them.

A height in feet and inches is one number of inches. BMI is what the host can compute: left out.
"""

import re
from datetime import datetime
from typing import Final

import msgspec

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Conversation, Now
from peripherals.protocols.lines import LineDecoder

PRINT: Final = b"\nP\r"

ASK_EVERY_S: Final = 1.0
"""How often the weight is asked for during an act."""

APART_S: Final = 0.6
"""Two equal answers that are a result came at least so far apart: after a pause of ours the scale hears two
questions at once, and says the same twice of somebody who still moves."""

LONGEST: Final = 80
"""Bytes of a line; the longest known has 36."""

_LINE = re.compile(
    rb"(\d{1,2}:\d\d(?: ?[AaPp][Mm]?)?|--:--)"
    rb",(\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)|--/--/--)"
    rb",([ 0-9.-]{0,8})"
    rb",([ 0-9.'\"a-zA-Z-]{0,16})"
    rb",( {0,8}-? {0,8}\d{1,6}(?:\.\d{1,3})?|[ -]{1,8}) {0,2}(lb|kg|LB|KG)s? {0,2}\r"
)
_CLOCK = re.compile(rb"(\d{1,2}):(\d\d)(?: ?([AaPp])[Mm]?)?\Z")
_FEET = re.compile(rb" *(\d)' *(\d{1,2}(?:\.\d+)?) *(?:\"|'')? *\Z")
_LENGTH = re.compile(rb" *(\d{1,3}(?:\.\d+)?) *(cm|in|\") *\Z", re.IGNORECASE)

_UNITS: Final = {b"lb": "[lb_av]", b"kg": "kg"}


def decoder() -> LineDecoder:
    """Return a fresh decoder."""
    return LineDecoder(_LINE, _parse, ends=b"\r\n", longest=LONGEST)


def _parse(raw: bytes, match: re.Match[bytes]) -> Frame:
    clock, date, _, height, weight, unit = match.groups()
    time, sure = _time(clock, date)
    values: dict[str, int | float] = {}
    units: dict[str, str] = {}
    if tall := _height(height):
        values["height"], units["height"] = tall
    digits = weight.replace(b" ", b"")
    if digits.strip(b"-"):
        values["weight"], units["weight"] = float(digits), _UNITS[unit.lower()]
    flags = () if sure else ("clock-unsure",)
    return Frame(FrameKind.RESULT, raw, values, flags, time=time, units=units)


def _height(text: bytes) -> tuple[float, str] | None:
    if match := _FEET.match(text):
        return round(int(match[1]) * 12 + float(match[2]), 2), "[in_i]"
    if (match := _LENGTH.match(text)) and float(match[1]):
        return float(match[1]), "cm" if match[2].lower() == b"cm" else "[in_i]"
    return None


def _time(clock: bytes, date: bytes) -> tuple[str | None, bool]:
    """Return the local time, and whether it can be trusted. No time at all is nothing to distrust."""
    told = _CLOCK.match(clock)
    if told is None or date.startswith(b"-"):
        return None, True
    hour, minute = int(told[1]), int(told[2])
    if told[3]:
        hour = hour % 12 + (12 if told[3] in b"Pp" else 0)
    month, day, year = (int(part) for part in date.split(b"/"))
    year += 2000 if year < 100 else 0
    for order, sure in (((year, month, day), True), ((year, day, month), False)):
        try:
            return datetime(*order, hour, minute).isoformat(), sure
        except ValueError:
            continue
    return None, False


def encode(time: datetime | None, height: float | None, weight: float, *, metric: bool = False) -> bytes:
    """Build a line. Height in inches, weight in pounds; with `metric` in centimetres and kilograms."""
    clock = "--:--,--/--/--" if time is None else f"{time:%H:%M},{time:%m/%d/%y}"
    if height is None:
        tall, bmi = "", ""
    else:
        feet, inches = divmod(round(height, 1), 12)
        tall = f"{height:.1f}cm" if metric else f"{feet:.0f}'{inches:04.1f}\""
        bmi = f"{weight / height**2 * (10_000 if metric else 703.07):.1f}"
    return f"{clock},{bmi},{tall},{weight:.1f}{'kg' if metric else 'lb'}\r".encode()


class DetectoTalk(Conversation):
    """Asks during an act, and once at the beginning to know that the scale is there.

    What the scale shows when the act begins may be the last person's weight, which it holds. So a result is a
    weight other than the first one of the act, twice in a row; other weights are only shown, and zero is
    nobody. Who stands on the scale already has to step off and on again.
    """

    patience_s = 2.0

    def __init__(self) -> None:
        super().__init__(decoder())
        self._asked_ns: int | None = None
        self._acting = False
        self._first: float | None = None  # answer of this act; 0 once another one came
        self._last: float | None = None
        self._since_ns = 0  # when it was first answered

    def opened(self, now: Now) -> None:
        """Ask whether it is there."""
        self._ask(now)

    def tick(self, now: Now) -> list[Frame]:
        """Ask again, until it is known to be there, and during an act."""
        wanted = self._acting or not self.understood
        if wanted and (self._asked_ns is None or now.since_s(self._asked_ns) >= ASK_EVERY_S):
            self._ask(now)
        return []

    def measure(self, now: Now) -> None:
        """Ask what it shows now, before anybody can have stepped on."""
        self._acting = True
        self._first = self._last = None
        self._ask(now)

    def rest(self, now: Now) -> None:
        """Leave it alone."""
        self._acting = False

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Decode and judge."""
        judged = [self._judge(frame, now) for frame in super().heard(data, channel, now)]
        return [frame for frame in judged if frame.values.get("weight", 0.0) > 0]

    def _ask(self, now: Now) -> None:
        self.say(PRINT)
        self._asked_ns = now.ns

    def _judge(self, frame: Frame, now: Now) -> Frame:
        self.understood = True
        weight = frame.values.get("weight", 0.0)
        if self._first is None:
            self._first = weight
        elif weight != self._first:
            self._first = 0.0
        if weight != self._last:
            self._last, self._since_ns = weight, now.ns
        stands = weight > 0 and weight != self._first and now.since_s(self._since_ns) >= APART_S
        if self._acting and stands:
            return frame
        return msgspec.structs.replace(frame, kind=FrameKind.LIVE, flags=(*frame.flags, "unstable"))
