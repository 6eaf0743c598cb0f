"""JPEG (ITU-T T.81): what a decoder needs stays, and the colour profile; every other segment goes.

Also gone: thumbnails, comments, and whatever stands behind the end of the picture (phones hide a film and
its place there). Which way up stays, in an EXIF of ours that holds nothing else.
"""

import re
import struct
from typing import Final, NamedTuple

from hub.traces import exif
from hub.traces.pieces import Builder, Clean, Keep, Put, UnreadableError
from hub.traces.source import WINDOW, Source, exactly, number

SOI: Final = b"\xff\xd8"
_APP0, _APP1, _APP2, _APP13, _APP14, _APP15 = 0xE0, 0xE1, 0xE2, 0xED, 0xEE, 0xEF
_SOS, _EOI, _COM = 0xDA, 0xD9, 0xFE
_FRAMES: Final = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TABLES: Final = frozenset({0xC4, 0xCC, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF})  # DHT DAC DQT DNL DRI DHP EXP
_BEHIND: Final = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")  # no stuffed byte, restart or filling
_ICC: Final = b"ICC_PROFILE\x00"
_XMP: Final = b"http://ns.adobe.com/"
_JFIF: Final = 14  # bytes of JFIF's part without a thumbnail


class _Frame(NamedTuple):
    marker: int
    height: int
    width: int
    components: int
    subsampled: bool


class _Walk:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.builder = Builder()
        self.frame: _Frame | None = None
        self.exif: exif.Exif | None = None

    def segment(self, at: int, marker: int, size: int) -> None:
        """Keep or drop one segment; `at` is where its marker stands, `size` with marker and length."""
        if marker in _FRAMES:
            self.frame = self._frame(at, marker)
        elif _APP0 <= marker <= _APP15 or marker == _COM:
            self._about(at, marker, size)
            return
        elif marker not in _TABLES:
            raise UnreadableError(f"a JPEG has no part {marker:02X}")
        self.builder.keep(at, at + size)

    def _frame(self, at: int, marker: int) -> _Frame:
        if self.frame is not None:
            raise UnreadableError("two pictures in one JPEG")
        _, height, width, components, _, sampling = struct.unpack(">BHHBBB", exactly(self.source, at + 4, 8))
        if not height or not width or components not in {1, 3, 4}:
            raise UnreadableError("a JPEG without size or colours")
        return _Frame(marker, height, width, components, sampling != 0x11)

    def _about(self, at: int, marker: int, size: int) -> None:
        head = self.source.read(at + 4, min(size - 4, 64))
        if marker == _APP0 and head.startswith(b"JFIF\x00") and size >= _JFIF + 4:
            self._jfif(at, head, size)
        elif (marker == _APP14 and head.startswith(b"Adobe") and size == 16) or (
            marker == _APP2 and head.startswith(_ICC)
        ):
            self.builder.keep(at, at + size)
        elif marker == _APP1 and head.startswith(exif.HEAD):
            found = exif.read(exactly(self.source, at + 10, size - 10))
            self.exif = self.exif or found
            for word in found.words():
                self.builder.drop(word)
        else:
            self.builder.drop(_word(marker, head))

    def _jfif(self, at: int, head: bytes, size: int) -> None:
        if size == _JFIF + 4 and head[12:14] == b"\x00\x00":
            self.builder.keep(at, at + size)
            return
        self.builder.drop("thumbnail")
        self.builder.put(struct.pack(">BBH", 0xFF, _APP0, _JFIF + 2) + head[:12] + b"\x00\x00")


def _word(marker: int, head: bytes) -> str:
    if marker == _COM:
        return "comment"
    if marker == _APP1 and head.startswith(_XMP):
        return "xmp"
    return "photoshop" if marker == _APP13 else f"app{marker - _APP0}"


def walk(source: Source) -> Clean:
    """Return the JPEG without traces; UnreadableError when it is none."""
    if source.read(0, 2) != SOI:
        raise UnreadableError("it is no JPEG")
    going = _Walk(source)
    going.builder.keep(0, 2)
    at = 2
    while True:
        at, marker = _marker(source, at)
        if marker == _EOI:
            break
        size = number(source, at + 2, 2) + 2
        if size < 4 or at + size > source.size:
            raise UnreadableError("a part of it is longer than it is")
        if marker == _SOS:
            if going.frame is None:
                raise UnreadableError("a JPEG without size or colours")
            end = _scan(source, at + size)
            going.builder.keep(at, end)
            at = end
        else:
            going.segment(at, marker, size)
            at += size
    going.builder.keep(at, at + 2)
    if source.size > at + 2:
        going.builder.drop("what stood behind the picture")
    return _done(going)


def _marker(source: Source, at: int) -> tuple[int, int]:
    """Return where the next marker's last FF stands, and the marker; fill bytes before it are left out."""
    if exactly(source, at, 1) != b"\xff":
        raise UnreadableError("something that is no part of a JPEG")
    while True:
        marker = exactly(source, at + 1, 1)[0]
        if marker != 0xFF:
            return at, marker
        at += 1


def _scan(source: Source, at: int) -> int:
    """Return where the marker behind a scan's data stands."""
    while at < source.size:
        window = source.read(at, WINDOW)
        found = _BEHIND.search(window)
        if found is not None:
            return at + found.start()
        at += max(1, len(window) - 1)
    raise UnreadableError("it ends too early")


def _done(going: _Walk) -> Clean:
    frame = going.frame
    if frame is None:
        raise UnreadableError("a JPEG without a picture")
    turned = going.exif.orientation if going.exif else 1
    wide, high = (frame.height, frame.width) if turned >= 5 else (frame.width, frame.height)
    clean = going.builder.done(
        width=wide,
        height=high,
        orientation=turned,
        process=frame.marker,
        components=frame.components,
        subsampled=int(frame.subsampled),
    )
    return clean if turned == 1 else _with_orientation(clean)


def _with_orientation(clean: Clean) -> Clean:
    """Put an EXIF of ours behind the picture's first two bytes."""
    ours, data = Builder(), exif.HEAD + exif.upright(clean.orientation)
    ours.keep(0, 2)
    ours.put(struct.pack(">BBH", 0xFF, _APP1, len(data) + 2) + data)
    for piece in clean.pieces:
        match piece:
            case Keep(start, end):
                ours.keep(max(2, start), end)
            case Put(own):
                ours.put(own)
    return clean._replace(pieces=ours.done().pieces)
