"""PNG (W3C, third edition): what a decoder needs and the colour profile stay; texts, EXIF and times go."""

import struct
import zlib
from typing import Final

from hub.traces import exif
from hub.traces.pieces import Builder, Clean, UnreadableError
from hub.traces.source import Source, exactly

SIGNATURE: Final = b"\x89PNG\r\n\x1a\n"
_CRITICAL: Final = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND"})
_KEPT: Final = _CRITICAL | {
    b"tRNS",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"iCCP",
    b"cICP",
    b"sBIT",
    b"bKGD",
    b"pHYs",
    b"acTL",
    b"fcTL",
    b"fdAT",
}
_WORDS: Final = {b"tEXt": "comment", b"zTXt": "comment", b"iTXt": "xmp", b"tIME": "time"}
_LONGEST: Final = (1 << 31) - 1
_EXIF_MOST: Final = 64 << 10  # bytes of EXIF that are looked into


def walk(source: Source) -> Clean:
    """Return the PNG without traces; UnreadableError when it is none."""
    if source.read(0, 8) != SIGNATURE:
        raise UnreadableError("it is no PNG")
    builder, at, size, turned = Builder(), 8, (0, 0), 1
    builder.keep(0, 8)
    while True:
        length, kind = struct.unpack(">I4s", exactly(source, at, 8))
        end = at + 12 + length
        if length > _LONGEST or end > source.size or not kind.isalpha():
            raise UnreadableError("a part of it is longer than it is")
        if (kind == b"IHDR") is not (at == 8):
            raise UnreadableError("a PNG without size")
        if kind == b"IHDR":
            size = _dimensions(source, length)
        if kind in _KEPT:
            builder.keep(at, end)
        elif kind[0] & 0x20 == 0:
            raise UnreadableError("a part that no PNG has")
        elif kind == b"eXIf":
            turned = _exif(source, builder, at + 8, length)
        else:
            builder.drop(_WORDS.get(kind, "unknown parts"))
        at = end
        if kind == b"IEND":
            break
    if source.size > at:
        builder.drop("what stood behind the picture")
    width, height = size[::-1] if turned >= 5 else size
    return builder.done(width=width, height=height, orientation=turned)


def _dimensions(source: Source, length: int) -> tuple[int, int]:
    if length != 13:
        raise UnreadableError("a PNG without size")
    width, height = struct.unpack(">II", exactly(source, 16, 8))
    if not 0 < width <= _LONGEST or not 0 < height <= _LONGEST:
        raise UnreadableError("a PNG without size")
    return width, height


def _exif(source: Source, builder: Builder, at: int, length: int) -> int:
    """Leave EXIF out, but for which way up."""
    found = exif.read(source.read(at, min(length, _EXIF_MOST)))
    for word in found.words():
        builder.drop(word)
    if found.orientation != 1:
        data = b"eXIf" + exif.upright(found.orientation)
        builder.put(struct.pack(">I", len(data) - 4) + data + struct.pack(">I", zlib.crc32(data)))
    return found.orientation
