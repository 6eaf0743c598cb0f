"""What little is looked for in EXIF: which way up, and whether place or maker's notes are in it.

EXIF comes from strangers' cameras: whatever is wrong with it, the answer is "nothing found". Never raises.
"""

import struct
from typing import Final, NamedTuple

_ORIENTATION: Final = 0x0112
_EXIF_IFD: Final = 0x8769
_GPS_IFD: Final = 0x8825
_MAKER_NOTE: Final = 0x927C
_ENTRIES: Final = 512  # of one directory: no camera writes more
HEAD: Final = b"Exif\x00\x00"


class Exif(NamedTuple):
    """`orientation` as in TIFF: 1 is upright; `gps`, `maker`: it has a place, a maker's notes."""

    orientation: int = 1
    gps: bool = False
    maker: bool = False

    def words(self) -> tuple[str, ...]:
        """Return what goes with it."""
        return ("exif", *(["gps"] if self.gps else []), *(["maker notes"] if self.maker else []))


def read(tiff: bytes) -> Exif:
    """Return what is found in EXIF's TIFF part."""
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None or len(tiff) < 8:
        return Exif()
    first = _directory(tiff, struct.unpack_from(order + "I", tiff, 4)[0], order)
    inner = _directory(tiff, first.get(_EXIF_IFD, 0), order) if _EXIF_IFD in first else {}
    turned = first.get(_ORIENTATION, 1)
    if order == ">":
        turned >>= 16  # a SHORT stands at the front of its four bytes
    turned &= 0xFFFF
    return Exif(turned if 1 <= turned <= 8 else 1, _GPS_IFD in first, _MAKER_NOTE in inner)


def _directory(tiff: bytes, at: int, order: str) -> dict[int, int]:
    """Return a directory's tags with their four bytes of value."""
    if at + 2 > len(tiff):
        return {}
    (count,) = struct.unpack_from(order + "H", tiff, at)
    found = {}
    for index in range(min(count, _ENTRIES)):
        entry = at + 2 + 12 * index
        if entry + 12 > len(tiff):
            break
        tag, _, _, value = struct.unpack_from(order + "HHII", tiff, entry)
        found[tag] = value
    return found


def upright(orientation: int) -> bytes:
    """Return a TIFF part that says which way up, and nothing else."""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, orientation, 0, 0)
