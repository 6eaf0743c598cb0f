"""Bayer and Ascensia Contour USB. Source: the vendor's specification as public readers implement it.

HID reports of 64 bytes: `ABC length payload`, filled up with zeros; a payload of 60 bytes goes on in the
next report. The payload is ASTM E1381: ENQ 05, ACK 06, NAK 15, EOT 04, and frames `02 n text 0D (03|17) s s
0D 0A`, where s s is the sum from n to 03 or 17 in hex. The text is an ASTM E1394 record: H header, P patient,
R result, L the end. Recordings may lack the filling, or the reports altogether.

`R|67|^^^Glucose|7.9|mmol/L^P||B/X||201011281949`: number, analyte, value, unit^method, -, marks, -, local
time to the minute (newer meters: second). Marks are parted by `/`: < LO, > HI (the number beside it only
tells where its range ends), C control solution; the others are meals and notes.
"""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Final, NamedTuple

from peripherals.protocols.base import Frame, FrameKind

REPORT: Final = 64
HEADER: Final = b"ABC"
ROOM: Final = REPORT - 4

ENQ: Final = 0x05
ACK: Final = 0x06
NAK: Final = 0x15
EOT: Final = 0x04
STX: Final = 0x02
ETX: Final = 0x03
ETB: Final = 0x17

LONGEST_TEXT: Final = 500
"""ASTM allows 240; longer than any header known."""

MOST_CONTROLS: Final = 16
"""Control characters in a row that a bare stream may have before a frame, or at its end; more are noise."""

LONGEST_ROW: Final = 12 * REPORT
"""Reports that carry one text of the longest; what goes on without an end is none."""

Wanted = Callable[[datetime | None], bool]
"""(a result's time, None when there is no such time) → may its value be read?"""

_UNITS: Final = {b"mg/dL": "mg/dL", b"mmol/L": "mmol/L"}
_MARKS: Final = {
    "low": frozenset({b"<", b"LO"}),
    "high": frozenset({b">", b"HI"}),
    "test": frozenset({b"C"}),
}
"""Flags by what stands among the marks, or in the place of the value."""

_TEXT: Final = rb"[\x20-\x7e\x80-\xff]"
_HEX: Final = rb"[0-9A-Fa-f]"
_CONTROL: Final = rb"[\x04\x05\x06\x15]"
_FRAME: Final = rb"\x02[0-7]%s{0,%d}\r[\x03\x17]%s{2}\r\n" % (_TEXT, LONGEST_TEXT, _HEX)
_FRAME_PART: Final = rb"\x02(?:[0-7]%s{0,%d}(?:\r(?:[\x03\x17](?:%s{0,2}|%s{2}\r))?)?)?" % (
    _TEXT,
    LONGEST_TEXT,
    _HEX,
    _HEX,
)
_ITEM: Final = re.compile(_CONTROL + rb"|" + _FRAME)
_PART: Final = re.compile(_FRAME_PART + rb"\Z")
_BARE: Final = re.compile(_CONTROL + rb"{0,%d}" % MOST_CONTROLS + _FRAME)
_BARE_PART: Final = re.compile(
    rb"(?:%s{1,%d}|%s{0,%d}%s)\Z" % (_CONTROL, MOST_CONTROLS, _CONTROL, MOST_CONTROLS, _FRAME_PART)
)
_BARE_END: Final = re.compile(_CONTROL + rb"{1,%d}\Z" % MOST_CONTROLS)
_FILLING: Final = re.compile(rb"\0*")
_VALUE: Final = re.compile(rb"\d{1,4}(?:\.\d{1,2})?")
_TIME: Final = re.compile(rb"\d{12}(?:\d{2})?")


class Taken(NamedTuple):
    """What begins at a place: so many bytes, and the frames in them. Length 0: more bytes are needed."""

    length: int
    frames: list[Frame]


_MORE: Final = Taken(0, [])


def everything(time: datetime | None) -> bool:
    """Every result may be read."""
    return True


class ContourUsbDecoder:
    """Decodes reports, filled up or not, and bare frames.

    All frames of one row of reports share its bytes, and so does a bare frame with the control characters
    before it. A result that is not wanted gives an answer with its time and no value. `Frame.code` is the
    control character or the record's letter, `Frame.payload` the text of a header.
    """

    def __init__(self, wanted: Wanted = everything) -> None:
        self.dropped = 0
        self._wanted = wanted
        self._rest = b""

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        return self._cut(self._rest + data, last=False)

    def finish(self) -> list[Frame]:
        """Nothing follows: what waits for its filling is whole, what waits for more is counted."""
        return self._cut(self._rest, last=True)

    def _cut(self, buffer: bytes, *, last: bool) -> list[Frame]:
        frames: list[Frame] = []
        at = 0
        while at < len(buffer):
            taken = self._take(buffer, at, last)
            if taken is None:
                self.dropped += 1
                at += 1
            elif taken.length:
                frames += taken.frames
                at += taken.length
            else:
                break
        self._rest = buffer[at:]
        return frames

    def _take(self, buffer: bytes, at: int, last: bool) -> Taken | None:
        if buffer[at] == HEADER[0]:
            return self._reports(buffer, at, last)
        row = _BARE.match(buffer, at) or (_BARE_END.match(buffer, at) if last else None)
        if row is None:
            return _MORE if not last and _BARE_PART.match(buffer, at) else None
        frames = self._read(_items(row[0])[0], row[0])
        return None if frames is None else Taken(len(row[0]), frames)

    def _reports(self, buffer: bytes, at: int, last: bool) -> Taken | None:
        """Read a row of reports whose payloads make whole items; None when that is not what is here."""
        payload = b""
        place = at
        while True:
            head = buffer[place : place + len(HEADER) + 1]
            if not HEADER.startswith(head[: len(HEADER)]):
                return None
            size = head[len(HEADER)] if len(head) > len(HEADER) else 0
            if len(head) > len(HEADER) and not 0 < size <= ROOM:
                return None
            end = place + len(head) + size
            items, rest = _items(payload + buffer[place + len(head) : end])
            if rest and not _PART.match(rest):
                return None
            if len(head) <= len(HEADER) or end > len(buffer):
                return None if last else _MORE
            filled = _filled(buffer, end, place + REPORT)
            if rest and (size < ROOM or filled - at >= LONGEST_ROW):
                return None
            if not rest:
                if filled == len(buffer) < place + REPORT and not last:
                    return _MORE
                frames = self._read(items, buffer[at:filled])
                return None if frames is None else Taken(filled - at, frames)
            payload += buffer[place + len(head) : end]
            place = end

    def _read(self, items: list[bytes], raw: bytes) -> list[Frame] | None:
        """Return one frame an item; None when the sum of one of them is wrong."""
        frames = []
        for item in items:
            if len(item) == 1:
                frames.append(Frame(FrameKind.REPLY, raw, code=item[0]))
            elif _sum(item[1:-4]) == item[-4:-2].upper():
                frames.append(self._record(item[2:-6], raw))
            else:
                return None
        return frames

    def _record(self, text: bytes, raw: bytes) -> Frame:
        fields = text.split(b"|")
        if fields[0] == b"R" and len(fields) >= 9 and fields[2].split(b"^")[-1] == b"Glucose":
            return self._result(fields, raw)
        letter = text[0] if text else None
        return Frame(FrameKind.REPLY, raw, code=letter, payload=text if letter == ord("H") else b"")

    def _result(self, fields: list[bytes], raw: bytes) -> Frame:
        time = read_time(fields[8])
        told = time.isoformat() if time else None
        if not self._wanted(time):
            return Frame(FrameKind.REPLY, raw, time=told, code=ord("R"))
        unit = _UNITS.get(fields[4].split(b"^")[0])
        marks = [*fields[6].split(b"/"), fields[3]]
        flags = [flag for flag, names in _MARKS.items() if not names.isdisjoint(marks)]
        values: dict[str, int | float] = {}
        if "low" not in flags and "high" not in flags:
            if unit is None or not _VALUE.fullmatch(fields[3]):
                return Frame(FrameKind.REFUSED, raw, code=ord("R"))
            values["glucose"] = float(fields[3]) if b"." in fields[3] else int(fields[3])
        if time is None:
            flags.append("clock-unsure")
        units = {"glucose": unit} if unit and unit != "mg/dL" and values else {}
        return Frame(FrameKind.STORED, raw, values, tuple(flags), told, ord("R"), units=units)


def decoder(wanted: Wanted = everything) -> ContourUsbDecoder:
    """Return a fresh decoder."""
    return ContourUsbDecoder(wanted)


def _items(payload: bytes) -> tuple[list[bytes], bytes]:
    """Cut off whole items; return them and what is left."""
    items = []
    at = 0
    while item := _ITEM.match(payload, at):
        items.append(item[0])
        at = item.end()
    return items, payload[at:]


def _filled(buffer: bytes, end: int, limit: int) -> int:
    """Return where the zeros end that fill a report up."""
    filling = _FILLING.match(buffer, end, limit)
    return filling.end() if filling else end


def _sum(data: bytes) -> bytes:
    return b"%02X" % (sum(data) & 0xFF)


def read_time(field: bytes) -> datetime | None:
    """Read YYYYMMDDHHMM or YYYYMMDDHHMMSS; None when it is no time."""
    if not _TIME.fullmatch(field):
        return None
    digits = field.decode().ljust(14, "0")
    try:
        return datetime.strptime(digits, "%Y%m%d%H%M%S")
    except ValueError:
        return None


class Header(NamedTuple):
    """What a meter tells of itself."""

    model: str
    firmware: str
    serial: str
    records: int
    time: datetime | None


def read_header(text: bytes) -> Header | None:
    """Read a header record; None when it lacks what we need of it."""
    fields = text.split(b"|")
    device = fields[4].decode("ascii", "replace").split("^") if len(fields) > 4 else []
    if len(fields) < 14 or len(device) < 3 or not fields[6].isdigit():
        return None
    model, firmware, serial, *_ = device
    return Header(model, firmware.replace("\\", " "), serial, int(fields[6][:6]), read_time(fields[13]))


def encode_report(data: bytes) -> bytes:
    """Build one report of at most 60 bytes."""
    return (HEADER + bytes((len(data),)) + data).ljust(REPORT, b"\0")


def encode_reports(data: bytes) -> list[bytes]:
    """Build the reports that carry some bytes."""
    return [encode_report(data[at : at + ROOM]) for at in range(0, len(data), ROOM)]


def encode_frame(number: int, text: str, end: int = ETB) -> bytes:
    """Build an ASTM frame."""
    body = b"%d%s\r%c" % (number % 8, text.encode("ascii"), end)
    return b"\x02" + body + _sum(body) + b"\r\n"


def encode_result(number: int, value: str, unit: str, marks: str, time: datetime) -> str:
    """Build the text of a result."""
    return f"R|{number}|^^^Glucose|{value}|{unit}^P||{marks}||{time:%Y%m%d%H%M}"
