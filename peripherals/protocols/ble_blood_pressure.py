"""Blood pressure by the Bluetooth Blood Pressure Service (1810): 2A35, and 2A36 while the cuff measures.

Flags (b0 kPa, b1 time, b2 pulse, b3 user, b4 status), systolic, diastolic, mean as SFLOATs, then by the
flags. 2A36 has the same layout with the pressure in the cuff where the systolic stands and no other two
(NaN, or zero): that is how the two are told apart here, so that a recording of both needs no channel.

Some cuffs put a vendor's bytes before a value, or send their own frames on the same characteristic. Those
are no messages: a pressure below zero or above what any cuff reaches says so.
"""

from datetime import datetime
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.ble import (
    DATE_SIZE,
    NAN,
    date_of,
    encode_date,
    encode_status,
    fields,
    flags_of,
    length_by_flags,
    short_float,
)
from peripherals.protocols.framing import MessageDecoder
from peripherals.protocols.medical_float import to_sfloat

SERVICE: Final = "1810"
MEASUREMENT: Final = "2A35"
INTERMEDIATE: Final = "2A36"

KILOPASCAL: Final = 0x01
HIGHEST: Final = {"mm[Hg]": 400, "kPa": 54}
PULSE_MAX: Final = 500

NO_REASON: Final = 16
"""Error code of a measurement without a result of which no status bit says why; below it, the bit."""

_BASE: Final = 7
_SIZES: Final = (0, DATE_SIZE, 2, 1, 2)
_PRESSURES: Final = ("systolic", "diastolic", "mean_arterial")
STATUS: Final = (
    (0, "movement"),
    (1, "loose-cuff"),
    (2, "irregular-pulse"),
    (3, "rate-out-of-range"),  # above the upper limit
    (4, "rate-out-of-range"),  # below the lower one
    (5, "bad-position"),
)
_RATE_RESERVED: Final = 0x18  # both bits: a value without meaning
_PREVENTS: Final = (0, 1, 5)  # the status bits that can be why there is no result


def _parse(raw: bytes) -> list[Frame] | None:
    unit = "kPa" if raw[0] & KILOPASCAL else "mm[Hg]"
    _, date, pulse, _, status = fields(raw, _BASE, _SIZES)
    pressures = {name: short_float(raw, 1 + 2 * i) for i, name in enumerate(_PRESSURES)}
    rate = short_float(pulse) if pulse else None
    if not all(0 <= (value or 0) <= HIGHEST[unit] for value in pressures.values()):
        return None
    if not 0 <= (rate or 0) <= PULSE_MAX or raw[1:_BASE] == bytes(6):
        return None
    time = date_of(date) if date else None
    flags = _flags(int.from_bytes(status, "little"))
    if date and time is None:
        flags += ("clock-unsure",)
    systolic, diastolic, mean = pressures.values()
    if systolic is not None and not diastolic and not mean:
        units = {} if unit == "mm[Hg]" else {"cuff_pressure": unit}
        return [Frame(FrameKind.PRESSURE, raw, {"cuff_pressure": systolic}, flags, time, units=units)]
    if not systolic or not diastolic:
        return [Frame(FrameKind.ERROR, raw, {}, flags, time, code=_why(status))]
    if diastolic >= systolic:
        return [Frame(FrameKind.REFUSED, raw, {}, flags, time)]
    values = {name: value for name, value in pressures.items() if value}
    units = {} if unit == "mm[Hg]" else dict.fromkeys(values, unit)
    if rate:
        values["pulse_rate"] = rate
    return [Frame(FrameKind.RESULT, raw, values, flags, time, units=units)]


def _flags(status: int) -> tuple[str, ...]:
    if status & _RATE_RESERVED == _RATE_RESERVED:
        status &= ~_RATE_RESERVED
    return tuple(flags_of(status, STATUS))


def _why(status: bytes) -> int:
    bits = int.from_bytes(status, "little")
    return next((bit for bit in _PREVENTS if bits >> bit & 1), NO_REASON)


def decoder() -> MessageDecoder:
    """Return a fresh decoder of 2A35 and 2A36."""
    return MessageDecoder(length_by_flags(_BASE, _SIZES), _parse)


def encode(
    systolic: float | None,
    diastolic: float | None,
    mean: float | None = None,
    *,
    pulse: float | None = None,
    when: datetime | None = None,
    has_clock: bool = True,
    user: int | None = None,
    status: tuple[str, ...] | None = None,
    kilopascal: bool = False,
) -> bytes:
    """Build a 2A35. None: absent, of a pressure NaN; `when` None with a clock: an unknown date."""
    flags = KILOPASCAL if kilopascal else 0
    exponent = -1 if kilopascal else 0
    body = b"".join(_number(value, exponent) for value in (systolic, diastolic, mean))
    optional = (
        encode_date(when) if has_clock else None,
        None if pulse is None else _number(pulse, 0),
        None if user is None else bytes((user,)),
        None if status is None else encode_status(status, STATUS, 2),
    )
    for bit, part in enumerate(optional, start=1):
        if part is not None:
            flags |= 1 << bit
            body += part
    return bytes((flags,)) + body


def encode_pressure(pressure: float, *, kilopascal: bool = False) -> bytes:
    """Build a 2A36."""
    return encode(pressure, None, has_clock=False, kilopascal=kilopascal)


def _number(value: float | None, exponent: int) -> bytes:
    return (NAN if value is None else to_sfloat(value, exponent)).to_bytes(2, "little")
