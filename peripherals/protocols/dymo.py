"""Dymo's USB scales (0922:8003), which follow the weighing devices of USB's HID point of sale tables.

Report 3, six bytes with its number: `03 status unit exponent low high`. Status 1 fault, 2 stable at zero,
3 moving, 4 stable, 5 below zero, 6 too much, 7 to be calibrated, 8 to be set to zero. The weight is
(high, low) × 10^exponent, the exponent in two's complement. Source: the usage tables, version 1.02, and
published reports (`03 04 0B FF 31 00`: 4.9 oz). A fault is `error-` and its status.
"""

from enum import IntEnum
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.framing import MORE, NOT_HERE, StreamDecoder

REPORT: Final = 6
"""Bytes of a report with its number."""

EXPONENTS: Final = range(-6, 2)
"""Powers of ten believed; real scales send -2 to 0. Without it noise would pass for reports more often, and
the `03 04` of a report that was cut, with the next one's `03 04` for unit and exponent."""


class Status(IntEnum):
    """What the scale says of the weight."""

    FAULT = 1
    ZERO = 2
    MOTION = 3
    STABLE = 4
    UNDER_ZERO = 5
    OVER = 6
    CALIBRATE = 7
    REZERO = 8


class Unit(IntEnum):
    """Units in which somebody may be weighed; others are decoded without a value."""

    GRAM = 0x02
    KILOGRAM = 0x03
    OUNCE = 0x0B
    POUND = 0x0C


UCUM: Final = {Unit.GRAM: "g", Unit.KILOGRAM: "kg", Unit.OUNCE: "[oz_av]", Unit.POUND: "[lb_av]"}

_FAULTS: Final = frozenset({Status.FAULT, Status.CALIBRATE, Status.REZERO})
_FLAGS: Final[dict[int, tuple[str, ...]]] = {
    Status.MOTION: ("unstable",),
    Status.UNDER_ZERO: ("underload",),
    Status.OVER: ("overload",),
}

_RANGES: Final = (
    frozenset({3}),
    frozenset(Status),
    frozenset(range(0x0D)),
    frozenset(exponent & 0xFF for exponent in EXPONENTS),
)
"""What the first four bytes of a report may be."""


def decoder() -> StreamDecoder:
    """Return a fresh decoder."""
    return StreamDecoder(_length_at, lambda raw: [_decode(raw)], longest=REPORT, nested=False)


def _length_at(buffer: bytes, at: int) -> int:
    head = buffer[at : at + len(_RANGES)]
    if any(byte not in allowed for byte, allowed in zip(head, _RANGES, strict=False)):
        return NOT_HERE
    return REPORT if len(head) == len(_RANGES) else MORE


def _decode(raw: bytes) -> Frame:
    status, unit = raw[1], raw[2]
    if status in _FAULTS:
        return Frame(FrameKind.ERROR, raw, flags=(f"error-{status}",), code=status)
    flags = _FLAGS.get(status, ())
    if status in (Status.UNDER_ZERO, Status.OVER) or unit not in UCUM:
        return Frame(FrameKind.LIVE, raw, flags=flags)
    exponent = int.from_bytes(raw[3:4], "little", signed=True)
    number = int.from_bytes(raw[4:6], "little")
    weight = int(number * 10**exponent) if exponent >= 0 else number / 10**-exponent
    return Frame(FrameKind.LIVE, raw, {"weight": weight}, flags, units={"weight": UCUM[Unit(unit)]})


def encode(status: int, weight: float = 0.0, *, unit: Unit = Unit.KILOGRAM, exponent: int = -2) -> bytes:
    """Build a report; weights beyond 65535 steps are cut."""
    number = min(0xFFFF, round(abs(weight) * 10.0**-exponent))
    return bytes((3, status, unit, exponent & 0xFF)) + number.to_bytes(2, "little")
