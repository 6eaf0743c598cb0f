"""Pulse oximeters of the Bluetooth Pulse Oximeter Service (1822): 2A5F continuous, 2A5E spot check.

Flags, SpO2 and pulse rate as SFLOATs, then by the flags:
2A5F: b0 fast SpO2 + pulse, b1 slow ones, b2 measurement status (16 bits), b3 device and sensor status (24),
b4 pulse amplitude index. 2A5E: b0 time, b1 and b2 the statuses, b3 the index; b4: its clock was never set.

A number is absent when it is NaN or zero, or when the measurement status says unavailable (b13) or invalid
(b15). What a sensor that is off the finger still sends is passed on with the flag that says so.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.ble import (
    DATE_SIZE,
    NAN,
    date_of,
    encode_date,
    encode_status,
    fields,
    flags_of,
    length_by_flags,
    short_float,
)
from peripherals.protocols.framing import MessageDecoder
from peripherals.protocols.medical_float import to_sfloat

CONTINUOUS: Final = "2A5F"
SPOT_CHECK: Final = "2A5E"
SERVICE: Final = "1822"

SPO2_MAX: Final = 100
PULSE_MAX: Final = 500
CLOCK_NOT_SET: Final = 0x10
_BASE: Final = 5
_CONTINUOUS_SIZES: Final = (4, 4, 2, 3, 2)
_SPOT_SIZES: Final = (DATE_SIZE, 2, 3, 2, 0)

UNAVAILABLE: Final = 1 << 13
INVALID: Final = 1 << 15

MEASUREMENT: Final = (
    (5, "ongoing"),
    (6, "estimated"),
    (7, "validated"),
    (9, "from-memory"),
    (10, "demo"),
    (11, "test"),
    (14, "unstable"),  # questionable measurement
    (12, "unstable"),  # calibrating
)
"""Bits of the measurement status. 8 (fully qualified), 13 and 15 have no flag."""

SENSOR: Final = (
    (5, "low-perfusion"),
    (4, "low-perfusion"),  # poor signal
    (3, "low-perfusion"),  # inadequate signal: warming the hand is what helps
    (7, "low-perfusion"),  # non-pulsatile
    (6, "artefact"),  # erratic
    (8, "artefact"),  # questionable pulse
    (2, "artefact"),  # signal processing irregularity
    (10, "artefact"),  # interference
    (9, "searching"),  # analysis goes on
    (11, "finger-out"),  # sensor unconnected to the user
    (13, "finger-out"),  # displaced
    (15, "probe-unplugged"),  # disconnected from the device
    (14, "sensor-fault"),
    (1, "sensor-fault"),  # equipment malfunction
    (12, "sensor-fault"),  # unknown sensor
)
"""Bits of the device and sensor status. 0 (display update) has no flag."""

NO_REASON: Final = 24
"""Error code of a spot check without numbers of which no bit says why; below it, the first bit set."""


def _continuous(raw: bytes) -> list[Frame] | None:
    _, _, measurement, sensor, index = fields(raw, _BASE, _CONTINUOUS_SIZES)
    values = _readings(raw, measurement, index)
    if values is None:
        return None
    flags = _flags(measurement, sensor, index)
    if raw[1:_BASE] == bytes(4) and not flags:
        return None  # zeros are no message
    kind = FrameKind.STORED if "from-memory" in flags else FrameKind.LIVE
    return [Frame(kind, raw, values, flags)]


def _spot_check(raw: bytes) -> list[Frame] | None:
    date, measurement, sensor, index, _ = fields(raw, _BASE, _SPOT_SIZES)
    values = _readings(raw, measurement, index)
    if values is None:
        return None
    flags = _flags(measurement, sensor, index)
    time = date_of(date) if date else None
    if (date and time is None) or raw[0] & CLOCK_NOT_SET:
        flags += ("clock-unsure",)
    if raw[1:_BASE] == bytes(4) and not flags:
        return None
    if "from-memory" in flags:
        return [Frame(FrameKind.STORED, raw, values, flags, time)]
    if "spo2" in values or "pulse_rate" in values:
        return [Frame(FrameKind.RESULT, raw, values, flags, time)]
    return [Frame(FrameKind.ERROR, raw, values, flags, time, code=_why(sensor))]


def _why(sensor: bytes) -> int:
    status = int.from_bytes(sensor, "little")
    return next((bit for bit in range(NO_REASON) if status >> bit & 1), NO_REASON)


def _readings(raw: bytes, measurement: bytes, index: bytes) -> dict[str, int | float] | None:
    """Return what is a reading; None when a number is one that no oximeter gives."""
    spo2, pulse = short_float(raw, 1), short_float(raw, 3)
    if not (0 <= (spo2 or 0) <= SPO2_MAX and 0 <= (pulse or 0) <= PULSE_MAX):
        return None
    values: dict[str, int | float] = {}
    if not int.from_bytes(measurement, "little") & (UNAVAILABLE | INVALID):
        if spo2:
            values["spo2"] = spo2
        if pulse:
            values["pulse_rate"] = pulse
        if index and (perfusion := _perfusion(index)) is not None:
            values["perfusion_index"] = perfusion
    return values


def _perfusion(index: bytes) -> int | float | None:
    value = short_float(index)
    return value if value is not None and value >= 0 else None


def _flags(measurement: bytes, sensor: bytes, index: bytes) -> tuple[str, ...]:
    names = flags_of(int.from_bytes(measurement, "little"), MEASUREMENT)
    names += [name for name in flags_of(int.from_bytes(sensor, "little"), SENSOR) if name not in names]
    if index and _perfusion(index) is None:
        names.append("pi-invalid")
    return tuple(names)


def continuous_decoder() -> MessageDecoder:
    """Return a fresh decoder of 2A5F."""
    return MessageDecoder(length_by_flags(_BASE, _CONTINUOUS_SIZES), _continuous)


def spot_check_decoder() -> MessageDecoder:
    """Return a fresh decoder of 2A5E."""
    return MessageDecoder(length_by_flags(_BASE, _SPOT_SIZES), _spot_check)


def encode_continuous(
    spo2: float | None,
    pulse: float | None,
    *,
    perfusion: float | None = None,
    measurement: tuple[str, ...] | None = None,
    sensor: tuple[str, ...] | None = None,
    extra: Mapping[int, bytes] | None = None,
) -> bytes:
    """Build a 2A5F. Statuses by their flags' names, None: absent; `extra`: fast (0) and slow (1) as bytes."""
    parts = dict(extra or {})
    if measurement is not None:
        parts[2] = encode_status(measurement, MEASUREMENT, 2)
    if sensor is not None:
        parts[3] = encode_status(sensor, SENSOR, 3)
    if perfusion is not None:
        parts[4] = _index(perfusion)
    return _build(spo2, pulse, parts)


def encode_spot_check(
    spo2: float | None,
    pulse: float | None,
    *,
    when: datetime | None = None,
    has_clock: bool = True,
    perfusion: float | None = None,
    measurement: tuple[str, ...] | None = None,
    sensor: tuple[str, ...] | None = None,
) -> bytes:
    """Build a 2A5E. With a clock that was never set (`when` None) the date is unknown and b4 says so."""
    parts: dict[int, bytes] = {}
    if has_clock:
        parts[0] = encode_date(when)
        if when is None:
            parts[4] = b""
    if measurement is not None:
        parts[1] = encode_status(measurement, MEASUREMENT, 2)
    if sensor is not None:
        parts[2] = encode_status(sensor, SENSOR, 3)
    if perfusion is not None:
        parts[3] = _index(perfusion)
    return _build(spo2, pulse, parts)


def _build(spo2: float | None, pulse: float | None, parts: Mapping[int, bytes]) -> bytes:
    head = b"".join(
        (NAN if value is None else to_sfloat(value)).to_bytes(2, "little") for value in (spo2, pulse)
    )
    flags = sum(1 << bit for bit in parts)
    return bytes((flags,)) + head + b"".join(parts[bit] for bit in sorted(parts))


def _index(perfusion: float) -> bytes:
    exponent = -2 if perfusion < 20 else -1
    return to_sfloat(perfusion, exponent).to_bytes(2, "little")
