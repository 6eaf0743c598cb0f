"""SFLOAT and FLOAT of IEEE 11073-20601 (also Bluetooth's medical floats): value = mantissa x 10^exponent.

Exponent and mantissa are two's complement; five mantissas are no numbers: NaN, "not at this resolution",
plus and minus infinity, and one reserved. Public test vectors that bias the exponent are wrong (devices.md).
"""

from typing import Final

_SFLOAT_SPECIAL: Final = frozenset({0x07FE, 0x07FF, 0x0800, 0x0801, 0x0802})
_FLOAT_SPECIAL: Final = frozenset({0x007FFFFE, 0x007FFFFF, 0x00800000, 0x00800001, 0x00800002})


def sfloat_beyond(bits: int) -> str | None:
    """Return "high" or "low" for an SFLOAT that is an infinity: more, or less, than the device can tell."""
    return {0x07FE: "high", 0x0802: "low"}.get(bits & 0x0FFF)


def float32_beyond(bits: int) -> str | None:
    """Return "high" or "low" for a FLOAT that is an infinity."""
    return {0x007FFFFE: "high", 0x00800002: "low"}.get(bits & 0x00FFFFFF)


def sfloat(bits: int, shift: int = 0) -> float | None:
    """Return the value of a 16-bit SFLOAT; None when it is not a number.

    `shift`: so many powers of ten more, for a unit that is smaller (3: mol given as mmol), without rounding.
    """
    if bits & 0x0FFF in _SFLOAT_SPECIAL:
        return None
    return _value(_signed(bits & 0x0FFF, 12), _signed(bits >> 12, 4) + shift)


def float32(bits: int) -> float | None:
    """Return the value of a 32-bit FLOAT; None when it is not a number, or too large for one."""
    if bits & 0x00FFFFFF in _FLOAT_SPECIAL:
        return None
    return _value(_signed(bits & 0xFFFFFF, 24), _signed(bits >> 24, 8))


def to_sfloat(value: float, exponent: int = 0) -> int:
    """Build an SFLOAT with this exponent (-8..7); ValueError when it does not fit."""
    mantissa = round(value / 10.0**exponent)
    if not -0x7FD <= mantissa <= 0x7FD or not -8 <= exponent <= 7:
        raise ValueError(f"{value} with exponent {exponent} is no SFLOAT")
    return (exponent & 0xF) << 12 | mantissa & 0xFFF


def to_float32(value: float, exponent: int = 0) -> int:
    """Build a FLOAT with this exponent (-128..127); ValueError when it does not fit."""
    mantissa = round(value / 10.0**exponent)
    if not -0x7FFFFD <= mantissa <= 0x7FFFFD or not -128 <= exponent <= 127:
        raise ValueError(f"{value} with exponent {exponent} is no FLOAT")
    return (exponent & 0xFF) << 24 | mantissa & 0xFFFFFF


def _signed(bits: int, width: int) -> int:
    return bits - (1 << width) if bits >> (width - 1) & 1 else bits


def _value(mantissa: int, exponent: int) -> float:
    # Divided, not multiplied by 0.1: so that 362 x 10^-1 is 36.2 to the last digit.
    return mantissa * 10.0**exponent if exponent >= 0 else mantissa / 10.0**-exponent
