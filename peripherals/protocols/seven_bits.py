"""Seven data bits and even parity, many scales' factory setting, on a line of eight: bit 7 is parity."""

from typing import Final

LOW_SEVEN: Final = bytes(byte & 0x7F for byte in range(256))
"""For `bytes.translate`: takes the parity away."""

_PARITY: Final = bytes(byte | (byte.bit_count() & 1) << 7 for byte in range(128)) * 2
_EVEN: Final = bytes(byte for byte in range(256) if byte.bit_count() % 2 == 0)


def is_sound(raw: bytes) -> bool:
    """True when bit 7 is clear in all bytes (8 data bits), or the right parity in all of them."""
    return raw.isascii() or not raw.translate(None, _EVEN)


def with_parity(data: bytes) -> bytes:
    """Return ASCII bytes as a device with seven bits and even parity must be sent them."""
    return data.translate(_PARITY)
