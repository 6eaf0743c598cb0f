"""`python -m peripherals decode`: a recording becomes one JSON object a line.

The format of the lines is fixed in the project's interfaces: device, time, values, units, flags.
"""

import contextlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from peripherals.capture import read_log
from peripherals.devices.product import Product
from peripherals.protocols.base import Frame, FrameKind

PORTION = 65536  # bytes fed at a time

_HEX_TEXT = re.compile(rb"[0-9A-Fa-f\s]+\Z")


class Recording(NamedTuple):
    """The bytes of a file, and those of its lines when it was hex text, or of a capture's packets.

    `trailing` counts what could not even be read as bytes (half a hex pair).
    """

    data: bytes
    trailing: int = 0
    lines: tuple[bytes, ...] = ()


class Decoded(NamedTuple):
    """What is in a recording, and how many of its bytes belong to no frame."""

    frames: list[Frame]
    dropped: int


def read_recording(path: Path) -> Recording:
    """Read a file: a capture, hex text with white space when it holds nothing else, binary otherwise."""
    content = path.read_bytes()
    if content.startswith(b'{"'):  # a JSON object; a Tanita's line begins with a brace too
        with contextlib.suppress(ValueError):
            said = tuple(line.data for line in read_log(path) if line.dir == "device")
            return Recording(b"".join(said), 0, said)
    if not _HEX_TEXT.match(content):
        return Recording(content)
    digits = b"".join(content.split())
    half = len(digits) % 2
    lines = [b"".join(line.split()) for line in content.splitlines()]
    whole = all(len(line) % 2 == 0 for line in lines)
    return Recording(
        bytes.fromhex(digits[: len(digits) - half].decode()),
        half,
        tuple(bytes.fromhex(line.decode()) for line in lines if line) if whole else (),
    )


def decode(product: Product, recording: Recording) -> Decoded:
    """Decode everything; of a product with messages each line is one, unless they fit better joined."""
    whole = _decode(product, [recording.data], recording.trailing)
    if not (product.messages and len(recording.lines) > 1):
        return whole
    lines = _decode(product, recording.lines, recording.trailing)
    return min(lines, whole, key=lambda decoded: decoded.dropped)


def _decode(product: Product, pieces: Sequence[bytes], trailing: int) -> Decoded:
    decoder = product.decoder()
    frames: list[Frame] = []
    for piece in pieces:
        portion = len(piece) or 1 if product.messages else PORTION
        for at in range(0, len(piece), portion):
            frames += decoder.feed(piece[at : at + portion])
    frames += decoder.finish()
    return Decoded(frames, decoder.dropped + trailing)


def as_json(device: str, frame: Frame) -> bytes:
    """One line, without its end."""
    return msgspec.json.encode(
        {
            "device": device,
            "time": frame.time,
            "values": {**frame.values, **frame.series},
            "units": {name: frame.unit(name) for name in (*frame.values, *frame.series)},
            "flags": frame.flags,
        }
    )


def is_refused(frame: Frame) -> bool:
    """True for a result whose values cannot be true."""
    return frame.kind is FrameKind.REFUSED
