"""Thermometers of the Bluetooth Health Thermometer Service (1809): 2A1C, and 2A1E while they measure.

Flags (b0 degrees Fahrenheit, b1 time, b2 type), a FLOAT, then by the flags. 2A1E has the same layout and is
not the result yet: only the channel tells. 2A1D says the type where it never changes. An infinity is a flag.
"""

from datetime import datetime
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.ble import DATE_SIZE, date_of, encode_date, fields, length_by_flags
from peripherals.protocols.framing import MessageDecoder
from peripherals.protocols.medical_float import float32, float32_beyond, to_float32

SERVICE: Final = "1809"
MEASUREMENT: Final = "2A1C"
INTERMEDIATE: Final = "2A1E"
TYPE: Final = "2A1D"

FAHRENHEIT: Final = 0x01
NAN: Final = 0x007FFFFF
SITES: Final = {
    1: "axillary",
    2: "body",
    3: "ear",
    4: "finger",
    5: "gastrointestinal",
    6: "oral",
    7: "rectal",
    8: "toe",
    9: "tympanic",
}
NO_RESULT: Final = 0
"""Error code of a measurement without a number: the device says no more."""

_BASE: Final = 5
_SIZES: Final = (0, DATE_SIZE, 1)
_RANGE: Final = {"Cel": (0.0, 100.0), "[degF]": (32.0, 212.0)}  # exclusive; beyond it nothing is a body


def _parse(raw: bytes) -> list[Frame] | None:
    unit = "[degF]" if raw[0] & FAHRENHEIT else "Cel"
    _, date, kind = fields(raw, _BASE, _SIZES)
    time = date_of(date) if date else None
    flags = ("clock-unsure",) if date and time is None else ()
    site = SITES.get(kind[0]) if kind else None
    bits = int.from_bytes(raw[1:_BASE], "little")
    value = float32(bits)
    if value is None:
        if beyond := float32_beyond(bits):
            flags = (beyond, *flags)
        return [Frame(FrameKind.ERROR, raw, {}, flags, time, code=NO_RESULT, site=site)]
    low, high = _RANGE[unit]
    if not low < value < high:
        return None
    units = {} if unit == "Cel" else {"temperature": unit}
    return [Frame(FrameKind.RESULT, raw, {"temperature": value}, flags, time, units=units, site=site)]


def decoder() -> MessageDecoder:
    """Return a fresh decoder of 2A1C and 2A1E."""
    return MessageDecoder(length_by_flags(_BASE, _SIZES), _parse)


def encode(
    temperature: float | None,
    *,
    exponent: int = -1,
    fahrenheit: bool = False,
    when: datetime | None = None,
    has_clock: bool = True,
    site: str | None = None,
) -> bytes:
    """Build a 2A1C. None: no number; `when` None with a clock: an unknown date."""
    bits = NAN if temperature is None else to_float32(temperature, exponent)
    flags = FAHRENHEIT if fahrenheit else 0
    body = bits.to_bytes(4, "little")
    if has_clock:
        flags |= 0x02
        body += encode_date(when)
    if site is not None:
        flags |= 0x04
        body += bytes((next(number for number, name in SITES.items() if name == site),))
    return bytes((flags,)) + body
