"""Contec V5.0A: 5 bytes 60 times a second, unasked. Source: the vendor's protocol document.

B1.b4 searching too long, b5 SpO2 dropping, b6 beep; B3.b4 probe error, b5 searching. With B1.b4 or
B3.b4 there is no valid reading. "Probe error" is what these finger clips also send with no finger in.
"""

from typing import Final

from peripherals.protocols import five_byte
from peripherals.protocols.five_byte import FiveByteDecoder

SEARCH_TOO_LONG: Final = 1  # of B1
LOW_SPO2: Final = 2
BEEP: Final = 4
PROBE_ERROR: Final = 1  # of B3
SEARCHING: Final = 2

encode_live = five_byte.encode_live


def decoder() -> FiveByteDecoder:
    """Return a decoder of live frames and of records from the device's memory."""
    return FiveByteDecoder(
        ("search-too-long", "low-spo2", "beep"),
        ("sensor-fault", "searching"),
        SEARCH_TOO_LONG | PROBE_ERROR << 3,
        stored=True,
    )


def encode_stored(pulse: int, spo2: int) -> bytes:
    """Build one record of the memory."""
    return bytes((0xF0 | pulse >> 7 & 1, 0x80 | pulse & 0x7F, spo2 & 0x7F))
