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
    "mean_arterial": "mm[Hg]",
    "cuff_pressure": "mm[Hg]",
    "heart_rate": "/min",
    "rr_interval": "ms",
    "temperature": "Cel",
    "weight": "kg",
    "height": "cm",
    "glucose": "mg/dL",
    "sequence": "1",
}
"""UCUM unit of each value unless the frame says another; "1" is UCUM's unit of a plain number."""

FLAGS: Final = frozenset(
    {
        "beep",
        "finger-out",
        "searching",
        "search-too-long",
        "low-spo2",
        "low-perfusion",
        "artefact",
        "sensor-fault",
        "probe-unplugged",
        "pi-invalid",
        "from-memory",
        "low-battery",
        "movement",
        "irregular-pulse",
        "loose-cuff",
        "bad-position",
        "rate-out-of-range",
        "ongoing",
        "estimated",
        "validated",
        "demo",
        "test",
        "unstable",
        "overload",
        "underload",
        "high",
        "low",
        "clock-unsure",
    }
)
"""Every flag a frame may carry; besides these only `error-N`, N the device's own number."""


class FrameKind(StrEnum):
    """What a frame is about."""

    LIVE = "live"
    STORED = "stored"  # from the device's memory
    PRESSURE = "pressure"  # of a cuff, while it measures
    RESULT = "result"
    REFUSED = "refused"  # well formed, but its values cannot be true; they are left out
    ERROR = "error"
    REPLY = "reply"  # an answer without values
    CARD = "card"  # read by a scanner: its token is the payload, and is printed nowhere


class Frame(msgspec.Struct, frozen=True, gc=False):
    """One decoded frame or record.

    `values` holds only what the device says is valid; `series` the values of which one frame holds many,
    in order; `units` the UCUM units of those that are not in the unit of `UNITS` (a scale set to pounds);
    `flags` are of `FLAGS`; `time` is the device's own local time without offset, ISO 8601; `code` is the
    command answered or the error's number; `payload` is what a reply carried; `raw` the bytes on the wire.
    The garbage collector need not look at it (`gc`): what it holds can hold no frame.
    """

    kind: FrameKind
    raw: bytes
    values: dict[str, int | float] = {}
    flags: tuple[str, ...] = ()
    time: str | None = None
    code: int | None = None
    payload: bytes = b""
    units: dict[str, str] = {}
    series: dict[str, tuple[int | float, ...]] = {}
    site: str | None = None  # of a temperature: oral, axillary, rectal, tympanic …

    def unit(self, name: str) -> str:
        """Return the UCUM unit of one of the values."""
        return self.units.get(name) or UNITS[name]

    @property
    def is_reading(self) -> bool:
        """True when `decode` prints it: it carries values or a state of the device."""
        return self.kind not in (FrameKind.REPLY, FrameKind.REFUSED, FrameKind.CARD)


def withheld(frame: Frame) -> Frame:
    """Return a frame as an answer without values: what it says is not for this act, or not for anybody."""
    return msgspec.structs.replace(frame, kind=FrameKind.REPLY, values={}, units={}, series={}, flags=())


class Decoder(Protocol):
    """`dropped` counts the bytes so far that belong to no frame.

    On a line without boundaries (serial, HID reports read as a stream) `feed` takes any portions; where the
    line itself delivers messages (`Product.messages`: Bluetooth values) it takes whole ones.
    """

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
