"""`python -m peripherals decode`: a recording becomes one JSON object a line.

The format of the lines is fixed in the project's interfaces: device, time, values, units, flags.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import msgspec

from peripherals.protocols.base import UNITS, Decoder, Frame, FrameKind

PORTION = 65536  # bytes fed at a time

_HEX_TEXT = re.compile(rb"[0-9A-Fa-f\s]+\Z")


class Recording(NamedTuple):
    """The bytes of a file; `trailing` counts what could not even be read as bytes (half a hex pair)."""

    data: bytes
    trailing: int = 0


def read_recording(path: Path) -> Recording:
    """Read a file: hex text with white space when it holds nothing else, binary otherwise."""
    content = path.read_bytes()
    if not _HEX_TEXT.match(content):
        return Recording(content)
    digits = b"".join(content.split())
    half = len(digits) % 2
    return Recording(bytes.fromhex(digits[: len(digits) - half].decode()), half)


def decode_all(decoder: Decoder, data: bytes) -> Iterator[Frame]:
    """Feed everything, then say that nothing follows."""
    for at in range(0, len(data), PORTION):
        yield from decoder.feed(data[at : at + PORTION])
    yield from decoder.finish()


def as_json(device: str, frame: Frame) -> bytes:
    """One line, without its end."""
    return msgspec.json.encode(
        {
            "device": device,
            "time": frame.time,
            "values": frame.values,
            "units": {name: UNITS[name] for name in frame.values},
            "flags": frame.flags,
        }
    )


def is_refused(frame: Frame) -> bool:
    """True for a result whose values cannot be true."""
    return frame.kind is FrameKind.REFUSED
