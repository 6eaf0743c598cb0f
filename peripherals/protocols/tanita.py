"""Tanita SC-240 body composition scale, and others of that family. Source: the vendor's manual.

One line after each measurement: `{0,16,~0,1,~1,1,~2,1,MO,"SC-240",…,Wk,82.7,…,CS,FD` CR LF, names and values
in turn. CS is the sum of all bytes before "CS" modulo 256, in hex; some scales close the brace behind it.

The unit is in the name: Wk kg, Wp pounds, Ws stones and pounds, Wg grams; Hm cm, Hf feet and inches. `{0` and
`~0` to `~2` are for the maker's own use, says the manual, and fixed. But in published lines of a BC-601 set
to pounds and inches `~0` (length) and `~1` (mass) are 3 and the names still Hm and Wk; else they are 2.

A date (Da or DT: day/month/year, in the MC-780 year/month/day) and a time (TI or Ti) are sent by scales of
the family that have a clock; the SC-240 has none. Fat, water, bone and so on, age, sex and the ID number are
left where they are.
"""

import contextlib
import re
from datetime import datetime
from itertools import product
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Conversation, Learnt, Now
from peripherals.protocols.framing import MORE, NOT_HERE, StreamDecoder

LONGEST: Final = 2048
"""Bytes of a line; the longest known, of a scale with eight electrodes, has 1280."""

_START: Final = b"{0,"
_END = re.compile(rb",CS,([0-9A-Fa-f]{2})[ }]?\r?\n\Z")
_NUMBER = re.compile(r"\d{1,5}(?:\.\d{1,2})?\Z")
_COMPOUND = re.compile(r"(\d{1,2})\.(\d{1,2}(?:\.\d)?)\Z")  # stones and pounds, feet and inches
_UNITS: Final = {
    "Wk": ("weight", "kg"),
    "Wp": ("weight", "[lb_av]"),
    "Wg": ("weight", "g"),
    "Hm": ("height", "cm"),
}
_IMPERIAL: Final = {"weight": ("~1", "[lb_av]"), "height": ("~0", "[in_i]")}
"""The tag that is 3 where Wk and Hm are in these units."""

_DATES: Final = ("%d/%m/%Y", "%Y/%m/%d")
_TIMES: Final = ("%H:%M", "%H:%M:%S")
_POUNDS_A_STONE: Final = 14
_INCHES_A_FOOT: Final = 12


def decoder() -> StreamDecoder:
    """Return a fresh decoder."""
    return StreamDecoder(_length_at, _parse, longest=LONGEST, nested=True)


def _length_at(buffer: bytes, at: int) -> int:
    if not _START.startswith(buffer[at : at + len(_START)]):
        return NOT_HERE
    end = buffer.find(b"\n", at, at + LONGEST)
    if end >= 0:
        return end + 1 - at
    return MORE if len(buffer) - at < LONGEST else NOT_HERE


def _parse(raw: bytes) -> list[Frame] | None:
    end = _END.search(raw)
    if end is None or not raw.isascii() or sum(raw[: end.start() + 1]) & 0xFF != int(end[1], 16):
        return None
    told = tags(raw)
    values: dict[str, int | float] = {}
    units: dict[str, str] = {}
    for tag, (name, unit) in _UNITS.items():
        if _NUMBER.match(text := told.get(tag, "")) and float(text):
            values[name], units[name] = float(text), _unit(told, tag, name, unit)
    for tag, name, unit, of_the_larger in (
        ("Ws", "weight", "[lb_av]", _POUNDS_A_STONE),
        ("Hf", "height", "[in_i]", _INCHES_A_FOOT),
    ):
        if (match := _COMPOUND.match(told.get(tag, ""))) and (float(match[1]) or float(match[2])):
            values[name], units[name] = round(int(match[1]) * of_the_larger + float(match[2]), 1), unit
    time, sure = _time(told)
    flags = () if sure else ("clock-unsure",)
    return [Frame(FrameKind.RESULT, raw, values, flags, time=time, units=units)]


def tags(raw: bytes) -> dict[str, str]:
    """Return the values of a line by their names, without quotes."""
    parts = [part.strip() for part in raw.decode("ascii").split(",")]
    return {name: value.strip('"') for name, value in zip(parts[::2], parts[1::2], strict=False)}


def _unit(told: dict[str, str], tag: str, name: str, unit: str) -> str:
    setting, imperial = _IMPERIAL[name]
    return imperial if tag in ("Wk", "Hm") and told.get(setting) == "3" else unit


def _time(told: dict[str, str]) -> tuple[str | None, bool]:
    """Return the local time, and whether it can be trusted. No time at all is nothing to distrust."""
    date, clock = told.get("Da", told.get("DT")), told.get("TI", told.get("Ti"))
    if date is None and clock is None:
        return None, True
    for day, hour in product(_DATES, _TIMES):
        with contextlib.suppress(ValueError):
            return datetime.strptime(f"{date} {clock}", f"{day} {hour}").isoformat(), True
    return None, False


def encode(items: list[tuple[str, str]]) -> bytes:
    """Build a line from names and values, `{0` to `~2` and the check sum added."""
    fixed = [("{0", "16"), ("~0", "1"), ("~1", "1"), ("~2", "1")]
    body = "".join(f"{name},{value}," for name, value in (*fixed, *items)).encode()
    return body + b"CS,%02X\r\n" % (sum(body) & 0xFF)


class TanitaTalk(Conversation):
    """Listens. Nothing can be asked."""

    def __init__(self) -> None:
        super().__init__(decoder())

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Decode; learn model and serial number."""
        frames = super().heard(data, channel, now)
        for frame in frames:
            self.understood = True
            told = tags(frame.raw)
            self.learnt = Learnt(model=told.get("MO") or None, serial=told.get("SN") or None)
        return frames
