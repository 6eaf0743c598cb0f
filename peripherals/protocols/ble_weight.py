"""Scales of the Bluetooth Weight Scale Service (181D): 2A9D.

Flags (b0 pounds and inches, b1 time, b2 user, b3 BMI and height), weight in steps of 0.005 kg or 0.01 lb,
then by the flags; BMI in 0.1, height in 0.001 m or 0.1 in. Weight FFFF: the measurement did not succeed.
"""

from datetime import datetime
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.ble import DATE_SIZE, date_of, encode_date, fields, length_by_flags, uint16
from peripherals.protocols.framing import MessageDecoder

SERVICE: Final = "181D"
MEASUREMENT: Final = "2A9D"

IMPERIAL: Final = 0x01
UNSUCCESSFUL: Final = 0xFFFF
_BASE: Final = 3
_SIZES: Final = (0, DATE_SIZE, 1, 4)


def _parse(raw: bytes) -> list[Frame] | None:
    imperial = bool(raw[0] & IMPERIAL)
    _, date, _, stature = fields(raw, _BASE, _SIZES)
    time = date_of(date) if date else None
    flags = ("clock-unsure",) if date and time is None else ()
    weight = uint16(raw, 1)
    if weight == UNSUCCESSFUL:
        return [Frame(FrameKind.ERROR, raw, {}, flags, time, code=UNSUCCESSFUL)]
    if weight == 0:
        return None
    values: dict[str, int | float] = {"weight": weight / 100 if imperial else weight * 5 / 1000}
    units = {"weight": "[lb_av]"} if imperial else {}
    if stature and (height := uint16(stature, 2)):
        values["height"] = height / 10
        if imperial:
            units["height"] = "[in_i]"
    return [Frame(FrameKind.RESULT, raw, values, flags, time, units=units)]


def decoder() -> MessageDecoder:
    """Return a fresh decoder."""
    return MessageDecoder(length_by_flags(_BASE, _SIZES), _parse)


def encode(
    weight: float | None,
    *,
    height: float | None = None,
    bmi: float = 0.0,
    imperial: bool = False,
    when: datetime | None = None,
    has_clock: bool = True,
    user: int | None = None,
) -> bytes:
    """Build a 2A9D from kg and cm, or lb and in. None: not successful; `when` None: an unknown date."""
    flags = IMPERIAL if imperial else 0
    step = 100 if imperial else 200
    body = (UNSUCCESSFUL if weight is None else round(weight * step)).to_bytes(2, "little")
    optional = (
        encode_date(when) if has_clock else None,
        None if user is None else bytes((user,)),
        None if height is None else b"".join(round(v * 10).to_bytes(2, "little") for v in (bmi, height)),
    )
    for bit, part in enumerate(optional, start=1):
        if part is not None:
            flags |= 1 << bit
            body += part
    return bytes((flags,)) + body
