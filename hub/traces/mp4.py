"""MP4 (ISO/IEC 14496-12): boxes that hold the film stay where they are; all others become room of zeros.

Nothing moves, so no table of offsets needs a change. The names of handlers go as well: cameras sign there.
A track that is neither picture nor sound (a drone's or phone's places, by the second) can't be taken out of
the samples: such a film is not understood. What an encoder writes between the pictures stays.
"""

import struct
from typing import Final, NamedTuple

from hub.traces.pieces import Builder, Clean, UnreadableError
from hub.traces.source import Source, exactly, number

_INSIDE: Final[dict[bytes, frozenset[bytes]]] = {  # what stays in each box that is looked into
    b"": frozenset({b"ftyp", b"styp", b"moov", b"mdat", b"moof", b"mfra", b"sidx", b"ssix", b"pdin"}),
    b"moov": frozenset({b"mvhd", b"trak", b"mvex", b"iods"}),
    b"trak": frozenset({b"tkhd", b"edts", b"mdia", b"tref", b"trgr"}),
    b"mdia": frozenset({b"mdhd", b"hdlr", b"minf", b"elng"}),
    b"moof": frozenset({b"mfhd", b"traf"}),
    b"traf": frozenset({b"tfhd", b"tfdt", b"trun", b"sbgp", b"sgpd", b"subs", b"saiz", b"saio", b"senc"}),
}
_WORDS: Final = {
    b"udta": "user data",
    b"meta": "metadata",
    b"uuid": "xmp",
    b"free": "",
    b"skip": "",
    b"wide": "",
}
_TRACKS: Final = (b"vide", b"soun")
_HANDLER: Final = 24  # bytes of a handler before its name
_NAME: Final = 1024  # bytes of a handler's name that are looked at, to say that there was one
_BOXES: Final = 10_000


class _Box(NamedTuple):
    kind: bytes
    at: int
    head: int  # bytes of its header
    end: int


class _Walk:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.builder = Builder()
        self.tracks = 0
        self.left = _BOXES

    def box(self, at: int, end: int) -> _Box:
        """Read a box's header."""
        self.left -= 1
        if self.left < 0:
            raise UnreadableError("it is in too many parts")
        size, kind = struct.unpack(">I4s", exactly(self.source, at, 8))
        head = 8
        if size == 1:
            size, head = number(self.source, at + 8, 8), 16
        elif size == 0:
            size = end - at
        if size < head or at + size > end:
            raise UnreadableError("a part of it is longer than it is")
        return _Box(kind, at, head, at + size)

    def inside(self, parent: bytes, at: int, end: int) -> None:
        """Walk the boxes in a box (b"": in the file)."""
        while at < end:
            box = self.box(at, end)
            if box.kind not in _INSIDE[parent]:
                self._free(box)
            elif box.kind in _INSIDE:
                self.builder.keep(box.at, box.at + box.head)
                self.inside(box.kind, box.at + box.head, box.end)
            elif box.kind == b"hdlr":
                self._handler(box)
            else:
                self.builder.keep(box.at, box.end)
            at = box.end

    def _free(self, box: _Box) -> None:
        self.builder.keep(box.at, box.at + 4)
        self.builder.put(b"free")
        self.builder.keep(box.at + 8, box.at + box.head)
        self.builder.blank(box.end - box.at - box.head, _WORDS.get(box.kind, "unknown parts"))

    def _handler(self, box: _Box) -> None:
        start = box.at + box.head
        if box.end - start < _HANDLER:
            raise UnreadableError("a part of it is longer than it is")
        if exactly(self.source, start + 8, 4) not in _TRACKS:
            raise UnreadableError("a film with a track that is neither picture nor sound")
        self.tracks += 1
        self.builder.keep(box.at, start + 12)
        name = box.end - start - 12
        signed = any(self.source.read(start + 12, min(name, _NAME)))
        self.builder.blank(name, "device name" if signed else "")


def walk(source: Source) -> Clean:
    """Return the film without traces; UnreadableError when it is none."""
    if source.read(4, 4) != b"ftyp":
        raise UnreadableError("it is no MP4")
    going = _Walk(source)
    going.inside(b"", 0, source.size)
    if not going.tracks:
        raise UnreadableError("a film without a picture or a sound")
    return going.builder.done()
