"""Heart rate straps and patches of the Bluetooth Heart Rate Service (180D): 2A37.

Flags (b0 rate in 16 bits, b1 contact, b2 contact is watched, b3 energy expended, b4 RR intervals), the rate,
energy (2 bytes, unused), then RR intervals in 1/1024 s to the end. They become milliseconds exactly: n x 125
/ 128 is a number that a double holds, so nothing is rounded. A rate of zero is none: a strap that is not worn
sends it. Zeros throughout, and flags that are reserved, are a message only alone.

How many intervals follow is not said. In a recording without line ends the next message is told from one by
its size: a rate of 30 or more in the high byte would be an interval of more than 7.5 s.
"""

from collections.abc import Sequence
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.ble import uint16
from peripherals.protocols.framing import NOT_HERE, MessageDecoder

SERVICE: Final = "180D"
MEASUREMENT: Final = "2A37"

WIDE: Final = 0x01
CONTACT: Final = 0x02
CONTACT_WATCHED: Final = 0x04
ENERGY: Final = 0x08
INTERVALS: Final = 0x10
KNOWN: Final = 0x1F
RATE_MAX: Final = 500
LONGEST: Final = 0x1DFF  # of an interval, 1/1024 s


def _head(flags: int) -> int:
    return 2 + bool(flags & WIDE) + 2 * bool(flags & ENERGY)


def _length(buffer: bytes, at: int) -> int:
    flags = buffer[at]
    size = _head(flags)
    if flags & INTERVALS:
        while at + size + 2 <= len(buffer) and 0 < uint16(buffer, at + size) <= LONGEST:
            size += 2
        if at + size + 1 == len(buffer):
            return NOT_HERE  # half an interval: cut
    sure = not flags & ~KNOWN and any(buffer[at : at + size])
    return size if sure or (at == 0 and size == len(buffer)) else NOT_HERE


def _parse(raw: bytes) -> list[Frame] | None:
    flags = raw[0]
    rate = uint16(raw, 1) if flags & WIDE else raw[1]
    intervals = tuple(uint16(raw, at) * 125 / 128 for at in range(_head(flags), len(raw), 2))
    lost = flags & CONTACT_WATCHED and not flags & CONTACT
    if rate > RATE_MAX:
        return None
    values: dict[str, int | float] = {"heart_rate": rate} if rate else {}
    series = {"rr_interval": intervals} if intervals else {}
    return [Frame(FrameKind.LIVE, raw, values, ("sensor-fault",) if lost else (), series=series)]


def decoder() -> MessageDecoder:
    """Return a fresh decoder."""
    return MessageDecoder(_length, _parse)


def encode(
    rate: int, intervals: Sequence[int] = (), *, contact: bool | None = None, energy: int | None = None
) -> bytes:
    """Build a 2A37. Intervals in 1/1024 s; `contact` None: not watched; `energy` in kJ, None: absent."""
    flags = INTERVALS if intervals else 0
    if contact is not None:
        flags |= CONTACT_WATCHED | (CONTACT if contact else 0)
    body = bytes((rate,)) if rate < 256 else rate.to_bytes(2, "little")
    if rate >= 256:
        flags |= WIDE
    if energy is not None:
        flags |= ENERGY
        body += energy.to_bytes(2, "little")
    return bytes((flags,)) + body + b"".join(interval.to_bytes(2, "little") for interval in intervals)
