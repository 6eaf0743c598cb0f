"""What the health characteristics of Bluetooth LE share: flags that say which fields follow, dates, numbers.

Source: Bluetooth SIG, GATT Specification Supplement. One value of a characteristic is one message; a value
that was cut, or has something before it, is none. Little-endian throughout.
"""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from peripherals.protocols.framing import NOT_HERE, LengthAt
from peripherals.protocols.medical_float import sfloat

DATE_SIZE: Final = 7
UNKNOWN_DATE: Final = bytes(DATE_SIZE)
NAN: Final = 0x07FF
ROUND: Final = 0x10000
"""Where sequence numbers of records start over."""
EMPTY: Final = -1
"""In place of the last sequence number: the memory holds no record, every one is after it."""

ALL_FLAGS: Final = 0xFF
"""An erased memory looks like that, and no value in a row of others."""

Sizes = Sequence[int]
"""Of each bit of the flags, from bit 0: how many bytes it adds to the value, in this order."""


def length_by_flags(base: int, sizes: Sizes) -> LengthAt:
    """Return how long a value is that begins with its flags; `base` bytes are always there.

    Flags that are reserved shall be ignored, and real devices do set them. They make a length that is read
    from the flags less sure, so a value with such flags is believed only to the last byte, or where another
    one with the same flags follows.
    """

    def length(buffer: bytes, at: int) -> int:
        flags = buffer[at]
        size = base + sum(size for bit, size in enumerate(sizes) if flags >> bit & 1)
        behind = buffer[at + size : at + size + 1]
        if flags >> len(sizes) and behind and (behind[0] != flags or flags == ALL_FLAGS):
            return NOT_HERE
        return size

    return length


def fields(raw: bytes, base: int, sizes: Sizes) -> list[bytes]:
    """Return the optional fields of a value by the bit of their flag; empty where they are absent."""
    result = []
    at = base
    for bit, size in enumerate(sizes):
        end = at + (size if raw[0] >> bit & 1 else 0)
        result.append(raw[at:end])
        at = end
    return result


def uint16(raw: bytes, at: int = 0) -> int:
    """Return two bytes of a value."""
    return int.from_bytes(raw[at : at + 2], "little")


def short_float(raw: bytes, at: int = 0, shift: int = 0) -> int | float | None:
    """Return an SFLOAT of a value, as a whole number where it is one."""
    value = sfloat(uint16(raw, at), shift)
    return int(value) if value is not None and value.is_integer() else value


def date_of(raw: bytes) -> str | None:
    """Return a date field as ISO 8601; None when a part is unknown (0) or there is no such moment."""
    try:
        return datetime(uint16(raw), *raw[2:DATE_SIZE]).isoformat()
    except ValueError:
        return None


def encode_date(when: datetime | None) -> bytes:
    """Build a date field; None: unknown."""
    if when is None:
        return UNKNOWN_DATE
    parts = (when.month, when.day, when.hour, when.minute, when.second)
    return when.year.to_bytes(2, "little") + bytes(parts)


def encode_status(names: Iterable[str], bits: Sequence[tuple[int, str]], size: int) -> bytes:
    """Build a status field that says these names; the first bit that means a name is set."""
    status = 0
    for name in names:
        status |= next((1 << bit for bit, meaning in bits if meaning == name), 0)
    return status.to_bytes(size, "little")


def flags_of(status: int, bits: Sequence[tuple[int, str]]) -> list[str]:
    """Return what the bits of a status say, each name once."""
    return list(dict.fromkeys(name for bit, name in bits if status >> bit & 1))


def is_after(number: int, other: int | None) -> bool:
    """True when a sequence number comes after another one, or EMPTY; nothing is after what is not known."""
    if other is None:
        return False
    return other == EMPTY or 0 < (number - other) % ROUND < ROUND // 2
