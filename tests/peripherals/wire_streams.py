"""What property tests and fuzzing know of each format: genuine frames, and garbage that can be no frame.

Each family of devices tells its own in a `formats_FAMILY.py` beside this file, as a dict FORMATS by the
product's name; the files are found by their name.
"""

import random
from collections.abc import Callable
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from peripherals.protocols.base import Decoder, Frame
from peripherals.registry import PRODUCTS

LOW = bytes(range(0x80))
HIGH = bytes(range(0x80, 0x100))


def all_but(*bytes_out: int) -> bytes:
    """Every byte but these."""
    return bytes(byte for byte in range(0x100) if byte not in bytes_out)


Values = dict[str, int | float | tuple[int | float, ...]]


class Sent(NamedTuple):
    """Bytes on the wire, and the values a decoder must give for them (one dict a frame printed).

    A series (a wave, RR intervals) is a tuple.
    """

    data: bytes
    values: tuple[Values, ...]


class Format(NamedTuple):
    """`make`: one genuine frame or message. `harmless`: bytes that between frames, in any number, cannot be
    taken for part of one (unused for products with messages)."""

    make: Callable[[random.Random], Sent]
    harmless: bytes


FORMATS: dict[str, Format] = {}
for _path in sorted(Path(__file__).parent.glob("formats_*.py")):
    FORMATS |= import_module(_path.stem).FORMATS


def run(device: str, portions: list[bytes]) -> tuple[list[Frame], Decoder]:
    """Feed the portions, then say that nothing follows."""
    decoder = PRODUCTS[device].decoder()
    frames = [frame for portion in portions for frame in decoder.feed(portion)]
    return frames + decoder.finish(), decoder


def printed(frames: list[Frame]) -> list[Values]:
    return [{**frame.values, **frame.series} for frame in frames if frame.is_reading]


def cut(data: bytes, places: list[int]) -> list[bytes]:
    """Cut at these places (any integers)."""
    edges = sorted({0, len(data), *(place % (len(data) + 1) for place in places)})
    return [data[a:b] for a, b in pairwise(edges)]


def taken_by(frames: list[Frame]) -> int:
    """Count the bytes that the frames are made of; those of one packet share one `raw` object.

    All single bytes are one object in CPython, and are never shared here.
    """
    return sum(
        len(frame.raw)
        for before, frame in zip([None, *frames], frames, strict=False)
        if before is None or frame.raw is not before.raw or len(frame.raw) == 1
    )


def check_account(frames: list[Frame], decoder: Decoder, data: bytes) -> None:
    """Each frame is made of bytes that came, in their order, none used twice; the rest is counted.

    A result that cannot be true is a frame of its own kind, so is an answer; neither is dropped.
    """
    at = 0
    last: bytes | None = None
    for frame in frames:
        if frame.raw is last and len(last) > 1:
            continue
        last = frame.raw
        place = data.find(frame.raw, at)
        assert place >= 0, "a frame that was never on the wire"
        at = place + len(frame.raw)
    assert taken_by(frames) + decoder.dropped == len(data)
