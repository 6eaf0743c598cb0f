"""FLAC (RFC 9639): comments, pictures and programs' own words become padding of the same size."""

from typing import Final

from hub.traces.pieces import Builder, Clean, UnreadableError
from hub.traces.source import Source, exactly

SIGNATURE: Final = b"fLaC"
_STREAM, _PADDING, _SEEK = 0, 1, 3
_LAST: Final = 0x80
_WORDS: Final = {2: "unknown parts", 4: "comment", 5: "unknown parts", 6: "thumbnail"}


def walk(source: Source) -> Clean:
    """Return the sound without traces; UnreadableError when it is none."""
    if source.read(0, 4) != SIGNATURE:
        raise UnreadableError("it is no FLAC")
    builder, at, last = Builder(), 4, False
    builder.keep(0, 4)
    while not last:
        head = exactly(source, at, 4)
        kind, last, size = head[0] & 0x7F, bool(head[0] & _LAST), int.from_bytes(head[1:])
        if at + 4 + size > source.size or (kind == _STREAM) is not (at == 4):
            raise UnreadableError("a part of it is longer than it is")
        if kind in {_STREAM, _SEEK}:
            builder.keep(at, at + 4 + size)
        elif kind == _PADDING:
            builder.keep(at, at + 4)
            builder.blank(size)  # padding is zeros; whatever else is in it goes
        else:
            builder.put(bytes([_PADDING | (head[0] & _LAST)]))
            builder.keep(at + 1, at + 4)
            builder.blank(size, _WORDS.get(kind, "unknown parts"))
        at += 4 + size
    builder.keep(at, source.size)
    return builder.done()
