"""Records of Omron's Bluetooth cuffs with 14-byte memories (HEM-7142T2 and its kin). Reverse-engineered.

b0 systolic - 25, b1 diastolic, b2 pulse, b3 year - 2000 · b4-5 LE16: hour b0-4, day b5-9, month b10-13,
irregular b14, movement b15 · b6-7 LE16: second b0-5, minute b6-11, b12 the cuff fitted. Of b8-13 no reader
knows anything; in all published records (fourteen, of five cuffs) b10-11 are a running number LE16 and b12 is
the sum of b0-11. So a record whose sum is wrong is none, unless nothing at all stands behind b7 (00 or FF).

A memory is a row of such slots; one never written is FF or 00 throughout. The slots have no mark: a
recording is cut every 14 bytes from its beginning, and anew where a slot with a right sum and a time that is
one begins between (a cuff's answers, recorded with what stands around the slots).
"""

from datetime import datetime
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.ble import uint16

SIZE: Final = 14
SYSTOLIC_BIAS: Final = 25
HIGHEST: Final = 0xE1  # of b0; above it the slot is empty
YEAR_0: Final = 2000
FITTED: Final = 1 << 12

_NOTHING: Final = (bytes(6), b"\xff" * 6)  # behind the time


class SlotDecoder:
    """Cuts what it is fed into slots; empty ones, such as hold no measurement, and the rest are counted."""

    def __init__(self) -> None:
        self.dropped = 0

    def feed(self, data: bytes) -> list[Frame]:
        """Take whole slots, return their records."""
        frames = []
        at = 0
        while at < len(data):
            slot = data[at : at + SIZE]
            frame = _record(slot)
            if frame is None:
                length = next(
                    (n for n in range(1, len(slot)) if _is_sure(data[at + n : at + n + SIZE])), len(slot)
                )
                self.dropped += length
                at += length
            else:
                frames.append(frame)
                at += SIZE
        return frames

    def finish(self) -> list[Frame]:
        """Nothing waits."""
        return []


def _is_sure(raw: bytes) -> bool:
    """Is this a slot wherever it stands?"""
    frame = _record(raw)
    return frame is not None and frame.time is not None and raw[8:] not in _NOTHING


def _record(raw: bytes) -> Frame | None:
    if len(raw) != SIZE or raw[0] > HIGHEST or not raw[1]:
        return None
    if raw[8:] not in _NOTHING and raw[12] != sum(raw[:12]) & 0xFF:
        return None
    first, second = uint16(raw, 4), uint16(raw, 6)
    flags = []
    if first & 0x4000:
        flags.append("irregular-pulse")
    if first & 0x8000:
        flags.append("movement")
    if not second & FITTED:
        flags.append("loose-cuff")
    time = _time(raw[3], first, second)
    if time is None:
        flags.append("clock-unsure")
    values: dict[str, int | float] = {"systolic": raw[0] + SYSTOLIC_BIAS, "diastolic": raw[1]}
    if values["diastolic"] >= values["systolic"]:
        return Frame(FrameKind.REFUSED, raw, {}, tuple(flags), time)
    if raw[2]:
        values["pulse_rate"] = raw[2]
    return Frame(FrameKind.STORED, raw, values, tuple(flags), time)


def _time(year: int, first: int, second: int) -> str | None:
    try:
        return datetime(
            YEAR_0 + (year & 0x3F),
            first >> 10 & 15,
            first >> 5 & 31,
            first & 31,
            second >> 6 & 63,
            min(second & 63, 59),  # both public readers saw seconds up to 63
        ).isoformat()
    except ValueError:
        return None


def running_number(raw: bytes) -> int:
    """Return a record's running number."""
    return uint16(raw, 10)


def decoder() -> SlotDecoder:
    """Return a fresh decoder."""
    return SlotDecoder()


def encode(
    systolic: int,
    diastolic: int,
    pulse: int,
    when: datetime | None,
    *,
    number: int = 1,
    irregular: bool = False,
    movement: bool = False,
    fitted: bool = True,
) -> bytes:
    """Build a slot; `when` None: the clock was never set."""
    first = irregular << 14 | movement << 15
    second = FITTED if fitted else 0
    year = 0
    if when is not None:
        year = when.year - YEAR_0
        first |= when.hour | when.day << 5 | when.month << 10
        second |= when.second | when.minute << 6
    head = bytes((systolic - SYSTOLIC_BIAS, diastolic, pulse, year))
    head += (
        first.to_bytes(2, "little") + second.to_bytes(2, "little") + b"\0\0" + number.to_bytes(2, "little")
    )
    return head + bytes((sum(head) & 0xFF, 0))
