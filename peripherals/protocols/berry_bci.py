"""Berry BCI V1.2: the five-byte layout 100 times a second, unasked. Source: the vendor's document.

B1.b4 no signal, b5 probe unplugged, b6 beep; B3.b4 no finger, b5 searching; pulse FF and SpO2 7F are
invalid. No flag of the decoding interface means "no signal" alone: it is told by the missing readings.
"""

from typing import Final

from peripherals.protocols import five_byte
from peripherals.protocols.five_byte import FiveByteDecoder

NO_SIGNAL: Final = 1  # of B1
PROBE_UNPLUGGED: Final = 2
BEEP: Final = 4
NO_FINGER: Final = 1  # of B3
SEARCHING: Final = 2

encode_live = five_byte.encode_live


def decoder() -> FiveByteDecoder:
    """Return a decoder of live frames."""
    return FiveByteDecoder(
        ("", "probe-unplugged", "beep"),
        ("finger-out", "searching"),
        NO_SIGNAL | PROBE_UNPLUGGED | NO_FINGER << 3,
        stored=False,
    )
