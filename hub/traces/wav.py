"""WAV (RIFF): the form and the samples stay; every other part becomes zeros of the same size."""

import struct
from typing import Final

from hub.traces.pieces import Builder, Clean, UnreadableError
from hub.traces.source import Source, exactly

_KEPT: Final = frozenset({b"fmt ", b"fact", b"data"})
_WORDS: Final = {b"LIST": "comment", b"bext": "comment", b"iXML": "comment", b"id3 ": "comment"}


def walk(source: Source) -> Clean:
    """Return the sound without traces; UnreadableError when it is none."""
    head = source.read(0, 12)
    if head[:4] != b"RIFF" or head[8:] != b"WAVE":
        raise UnreadableError("it is no WAV")
    end = min(source.size, int.from_bytes(head[4:8], "little") + 8)
    builder, at, seen = Builder(), 12, set()
    builder.keep(0, 12)
    while at + 8 <= end:
        kind, size = struct.unpack("<4sI", exactly(source, at, 8))
        stop = min(at + 8 + size + size % 2, end)
        if at + 8 + size > end and kind != b"data":
            raise UnreadableError("a part of it is longer than it is")
        seen.add(kind)
        if kind in _KEPT:
            builder.keep(at, stop)
        else:
            builder.put(b"JUNK")
            builder.keep(at + 4, at + 8)
            builder.blank(stop - at - 8, _WORDS.get(kind, "unknown parts"))
        at = stop
    if not {b"fmt ", b"data"} <= seen:
        raise UnreadableError("a WAV without samples")
    if source.size > at:
        builder.drop("what stood behind the sound")
    return builder.done()
