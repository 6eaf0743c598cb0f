"""Nonin data formats 2 and 7: packets of 25 frames, three a second. Source: Nonin's OEM specifications.

A frame is five bytes and carries one pleth sample: `01 STATUS pleth DATA sum` in format 2, `STATUS msb lsb
DATA sum` in format 7; the sum is of the four before it, modulo 256. STATUS b0 is set in the first frame of
a packet only; DATA means something else in each of the 25.

Of the averages HR and SpO2 (frames 1 to 3) are taken: four beats, and *missing* at once when the finger
leaves or the signal is lost for long. The ones for display hold their last value for ten seconds after
that, the extended ones follow eight beats, *fast* and *beat to beat* jump. While a frame of the packet says
sensor alarm or disconnect none is taken at all.

Flags are of the packet, from any of its frames: sensor disconnect `probe-unplugged`, sensor alarm (also no
finger) `sensor-fault`, artefact or out of track `artefact`, red perfusion `low-perfusion`. Yellow is the
maker's word for marginal, not for low: it is no flag.
"""

import re
from collections.abc import Sequence
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.framing import MORE, NOT_HERE, StreamDecoder
from peripherals.protocols.nonin import NO_PULSE, NO_SPO2, readings

FRAMES: Final = 25
FRAME_LENGTH: Final = 5
PACKET_LENGTH: Final = FRAMES * FRAME_LENGTH
PACKETS_PER_S: Final = 3

SYNC: Final = 0x01  # bits of STATUS
GREEN: Final = 0x02
RED: Final = 0x04  # with GREEN: yellow
ALARM: Final = 0x08
OUT_OF_TRACK: Final = 0x10
ARTEFACT: Final = 0x20
DISCONNECTED: Final = 0x40
LOW_BATTERY: Final = 0x01  # of STAT2

_LIVE_KIND: Final = FrameKind.LIVE
_FIRST: Final = bytes(range(0x81, 0x100, 2))  # STATUS of the first frame, of the others
_OTHER: Final = bytes(range(0x80, 0x100, 2))


def _shape(frame: bytes) -> re.Pattern[bytes]:
    """Return what a packet looks like before its sums are looked at; `frame` with %b for STATUS."""
    first = frame % (b"[" + re.escape(_FIRST) + b"]")
    other = frame % (b"[" + re.escape(_OTHER) + b"]")
    return re.compile(b"%b(?:%b){%d}" % (first, other, FRAMES - 1), re.DOTALL)


_SHAPE_2: Final = _shape(rb"\x01%b...")
_SHAPE_7: Final = _shape(rb"%b....")


def format_2() -> StreamDecoder:
    """Return a fresh decoder of format 2; pleth is 0 to 255."""
    return StreamDecoder(_length_2, _parse_2, longest=PACKET_LENGTH, nested=False)


def format_7() -> StreamDecoder:
    """Return a fresh decoder of format 7; pleth is 0 to 65535."""
    return StreamDecoder(_length_7, _parse_7, longest=PACKET_LENGTH, nested=False)


def _length_2(buffer: bytes, at: int) -> int:
    if buffer[at] != 1:
        return NOT_HERE
    status = buffer[at + 1 : at + 2]
    if not status:
        return MORE
    return PACKET_LENGTH if status in _FIRST else NOT_HERE


def _length_7(buffer: bytes, at: int) -> int:
    return PACKET_LENGTH if buffer[at] in _FIRST else NOT_HERE


def _parse_2(raw: bytes) -> list[Frame] | None:
    if not _SHAPE_2.fullmatch(raw):
        return None
    status, pleth, data, check = raw[1::5], raw[2::5], raw[3::5], raw[4::5]
    if any((1 + a + b + c) & 0xFF != d for a, b, c, d in zip(status, pleth, data, check, strict=True)):
        return None
    return [_packet(raw, status, tuple(pleth), data)]


def _parse_7(raw: bytes) -> list[Frame] | None:
    if not _SHAPE_7.fullmatch(raw):
        return None
    status, high, low, data, check = raw[0::5], raw[1::5], raw[2::5], raw[3::5], raw[4::5]
    columns = zip(status, high, low, data, check, strict=True)
    if any((a + b + c + d) & 0xFF != e for a, b, c, d, e in columns):
        return None
    return [_packet(raw, status, tuple(h << 8 | b for h, b in zip(high, low, strict=True)), data)]


def _packet(raw: bytes, status: bytes, pleth: tuple[int, ...], data: bytes) -> Frame:
    seen = 0
    for bits in status:
        seen |= bits
    flags: tuple[str, ...] = ()
    if seen & (ALARM | OUT_OF_TRACK | ARTEFACT | DISCONNECTED | RED) or data[7] & LOW_BATTERY:
        flags = _flags(seen, status, data)
    values: dict[str, int | float] = {}
    if not seen & (ALARM | DISCONNECTED):
        values = readings((data[0] & 3) << 7 | data[1] & 0x7F, data[2] & 0x7F)
    return Frame(_LIVE_KIND, raw, values, flags, series={"pleth": pleth})


def _flags(seen: int, status: bytes, data: bytes) -> tuple[str, ...]:
    red = any(bits & (RED | GREEN) == RED for bits in status)
    told = (
        (seen & DISCONNECTED, "probe-unplugged"),
        (seen & ALARM, "sensor-fault"),
        (seen & (ARTEFACT | OUT_OF_TRACK), "artefact"),
        (red, "low-perfusion"),
        (data[7] & LOW_BATTERY, "low-battery"),
    )
    return tuple(name for true, name in told if true)


def data_bytes(
    pulse: int | None,
    spo2: int | None,
    *,
    shown_pulse: int | None = None,
    shown_spo2: int | None = None,
    revision: int = 48,
    timer: int = 0,
    low_battery: bool = False,
) -> bytes:
    """Build the 25 DATA bytes of a packet; None: missing. `shown…`: the averages for display.

    The extended averages are given the values of the plain ones.
    """
    rate, shown = (NO_PULSE if number is None else number for number in (pulse, shown_pulse))
    oxygen, shown_oxygen = (NO_SPO2 if number is None else number for number in (spo2, shown_spo2))
    hr, hr_shown = (rate >> 7, rate & 0x7F), (shown >> 7, shown & 0x7F)
    return bytes(
        (
            *(*hr, oxygen, revision, 0, timer >> 7 & 0x7F, timer & 0x7F, int(low_battery)),
            *(shown_oxygen, oxygen, oxygen, 0, 0, *hr, oxygen, shown_oxygen, 0, 0),
            *(*hr_shown, *hr_shown, 0, 0),
        )
    )


def encode_2(status: Sequence[int], pleth: Sequence[int], data: bytes) -> bytes:
    """Build a packet of format 2; the sync bit is put in."""
    frames = zip(_synced(status), pleth, data, strict=True)
    return b"".join(_with_sum(bytes((1, bits, height, byte))) for bits, height, byte in frames)


def encode_7(status: Sequence[int], pleth: Sequence[int], data: bytes) -> bytes:
    """Build a packet of format 7; the sync bit is put in."""
    frames = zip(_synced(status), pleth, data, strict=True)
    return b"".join(
        _with_sum(bytes((bits, height >> 8, height & 0xFF, byte))) for bits, height, byte in frames
    )


def _synced(status: Sequence[int]) -> list[int]:
    return [0x80 | bits & 0x7E | (number == 0) for number, bits in enumerate(status)]


def _with_sum(frame: bytes) -> bytes:
    return frame + bytes((sum(frame) & 0xFF,))
