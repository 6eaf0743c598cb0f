"""What every decoder returns, and the units of what is in it.

Nothing here or beside it may import asyncio, serial or anything else that does I/O.
"""

from enum import StrEnum
from typing import Final, Protocol

import msgspec

UNITS: Final[dict[str, str]] = {
    "spo2": "%",
    "pulse_rate": "/min",
    "perfusion_index": "%",
    "pleth": "1",
    "signal": "1",
    "bar": "1",
    "systolic": "mm[Hg]",
    "diastolic": "mm[Hg]",
    "cuff_pressure": "mm[Hg]",
}
"""UCUM unit of each value; "1" is UCUM's unit of a plain number."""


class FrameKind(StrEnum):
    """What a frame is about."""

    LIVE = "live"
    STORED = "stored"  # from the device's memory
    PRESSURE = "pressure"  # of a cuff, while it measures
    RESULT = "result"
    REFUSED = "refused"  # well formed, but its values cannot be true; they are left out
    ERROR = "error"
    REPLY = "reply"  # an answer without values


class Frame(msgspec.Struct, frozen=True):
    """One decoded frame or record.

    `values` holds only what the device says is valid, in the units of `UNITS`; `flags` are the names
    of the decoding interface; `code` is the command answered or the error's number; `payload` is what
    a reply carried; `raw` the bytes on the wire.
    """

    kind: FrameKind
    raw: bytes
    values: dict[str, int | float] = {}
    flags: tuple[str, ...] = ()
    time: str | None = None
    code: int | None = None
    payload: bytes = b""

    @property
    def is_reading(self) -> bool:
        """True when `decode` prints it: it carries values or a state of the device."""
        return self.kind not in (FrameKind.REPLY, FrameKind.REFUSED)


class Decoder(Protocol):
    """A stream decoder. `dropped` counts the bytes so far that belong to no frame."""

    @property
    def dropped(self) -> int:
        """Bytes that belong to no frame."""
        ...

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the frames they complete."""
        ...

    def finish(self) -> list[Frame]:
        """Tell the decoder that nothing follows; what is left over is decoded or counted."""
        ...


def xor(data: bytes) -> int:
    """Return the exclusive or of all bytes."""
    result = 0
    for byte in data:
        result ^= byte
    return result
