"""What Nonin's serial formats share: how a device is told which to send, its clock, its numbers.

Source: the OEM specification of the Onyx II 9560. 9600 8N1. Commands are STX, op code, size, data, ETX,
without a checksum; only *select format* is answered at once, by one byte. The date and time are binary
here.
"""

from datetime import datetime
from enum import IntEnum
from typing import Final

ACK: Final = 0x06
NAK: Final = 0x15
STX: Final = 0x02
ETX: Final = 0x03

SELECT: Final = 0x70
CLOCK: Final = 0x72
CLOCK_IS: Final = 0xF2
CLOCK_LENGTH: Final = 10
GET_CLOCK: Final = bytes((STX, CLOCK, 0, ETX))

NO_PULSE: Final = 511
NO_SPO2: Final = 127
SPO2_MAX: Final = 100


class DataFormat(IntEnum):
    """Numbers of the formats."""

    WAVE = 2  # 8 bits of pleth
    FINE_WAVE = 7  # 16 bits of pleth
    ONCE_A_SECOND = 8
    SPOT_CHECK = 13


def select(data_format: DataFormat) -> bytes:
    """Build the command that selects a format; the device keeps it until another one is selected."""
    return bytes((STX, SELECT, 2, 2, data_format, ETX))


def set_clock(local: datetime) -> bytes:
    """Build the command that sets date and time; it is not answered."""
    return bytes((STX, CLOCK, 6, *_fields(local), ETX))


def clock_is(local: datetime) -> bytes:
    """Build the device's answer to `GET_CLOCK`."""
    return bytes((STX, CLOCK_IS, 6, *_fields(local), ETX))


def _fields(local: datetime) -> tuple[int, ...]:
    return local.year % 100, local.month, local.day, local.hour, local.minute, local.second


def clock_time(fields: bytes) -> datetime | None:
    """Read year, month, day, hour, minute, second as plain numbers; None when that is no date."""
    year, month, day, hour, minute, second = fields
    if year > 99:
        return None
    try:
        return datetime(2000 + year, month, day, hour, minute, second)
    except ValueError:
        return None


def readings(pulse: int, spo2: int) -> dict[str, int | float]:
    """Return what is a reading; zero is none either."""
    values: dict[str, int | float] = {}
    if 0 < pulse < NO_PULSE:
        values["pulse_rate"] = pulse
    if 0 < spo2 <= SPO2_MAX:
        values["spo2"] = spo2
    return values
