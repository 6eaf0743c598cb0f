"""Glucose meters of the Bluetooth Glucose Service (1808): 2A18 records, 2A34 contexts, 2A52 control point.

2A18: flags (b0 offset, b1 concentration with type and location, b2 mol/L, b3 sensor status, b4 a context
follows), sequence number, base time, then by the flags: minutes from base time to the meter's clock as its
user sees it, an SFLOAT in kg/L or mol/L, type and location in a nibble each, status. kg/L becomes mg/dL and
mol/L becomes mmol/L by shifting the decimal point, so that nothing is rounded.

A result above or below what the meter can tell, by its status or as an infinity, is a flag and no number,
whatever number it sends; so it is with a strip, sensor or temperature that the status calls wrong. Control
solution has the flag `test`.
"""

from datetime import datetime, timedelta
from enum import IntEnum
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.ble import (
    DATE_SIZE,
    date_of,
    encode_date,
    fields,
    length_by_flags,
    short_float,
    uint16,
)
from peripherals.protocols.framing import NOT_HERE, MessageDecoder
from peripherals.protocols.medical_float import sfloat_beyond, to_sfloat

SERVICE: Final = "1808"
MEASUREMENT: Final = "2A18"
CONTEXT: Final = "2A34"
CONTROL_POINT: Final = "2A52"

OFFSET: Final = 0x01
CONCENTRATION: Final = 0x02
MOLAR: Final = 0x04
STATUS: Final = 0x08
OFFSET_UNKNOWN: Final = (0x7FFF, -0x8000)  # more minutes than the field can hold
CAPILLARY_BLOOD: Final = 1
CONTROL_SOLUTION_TYPE: Final = 10
CONTROL_SOLUTION_PLACE: Final = 4
NO_PLACE: Final = 15

_BASE: Final = 3 + DATE_SIZE
_SIZES: Final = (2, 3, 0, 2, 0)


class Status(IntEnum):
    """Bits of the sensor status; those that prevent a result are the error numbers."""

    BATTERY_LOW = 0
    SENSOR = 1
    SAMPLE_TOO_SMALL = 2
    STRIP_INSERTION = 3
    STRIP_TYPE = 4
    TOO_HIGH = 5
    TOO_LOW = 6
    TOO_WARM = 7
    TOO_COLD = 8
    STRIP_PULLED = 9
    DEVICE = 10
    TIME = 11


NO_REASON: Final = 16
"""Error code of a record that should hold a concentration and holds none, of which no status bit says why."""

_ERRORS: Final = (
    Status.SENSOR,
    Status.SAMPLE_TOO_SMALL,
    Status.STRIP_INSERTION,
    Status.STRIP_TYPE,
    Status.TOO_WARM,
    Status.TOO_COLD,
    Status.STRIP_PULLED,
    Status.DEVICE,
)
_NAMES: Final = {
    Status.BATTERY_LOW: "low-battery",
    Status.SENSOR: "sensor-fault",
    Status.TOO_HIGH: "high",
    Status.TOO_LOW: "low",
    Status.TIME: "clock-unsure",
}


def _parse(raw: bytes) -> list[Frame] | None:
    offset, concentration, _, status, _ = fields(raw, _BASE, _SIZES)
    if not concentration and not status and (raw[0] or date_of(raw[3:_BASE]) is None):
        return None  # a record of nothing
    said = [bit for bit in Status if int.from_bytes(status, "little") >> bit & 1]
    flags = [_NAMES.get(bit, f"error-{bit}") for bit in said]
    beyond = sfloat_beyond(uint16(concentration)) if concentration else None
    if beyond and beyond not in flags:
        flags.append(beyond)
    if concentration and _is_control(concentration[2]):
        flags.append("test")
    time, sure = _time(raw[3:_BASE], offset)
    if not sure and "clock-unsure" not in flags:
        flags.append("clock-unsure")
    values: dict[str, int | float] = {"sequence": uint16(raw, 1)}
    units: dict[str, str] = {}
    errors = [bit for bit in said if bit in _ERRORS]
    extreme = "high" in flags or "low" in flags
    if concentration and not errors and not extreme:
        glucose = short_float(concentration, shift=3 if raw[0] & MOLAR else 5)
        if glucose is not None and glucose > 0:
            values["glucose"] = glucose
            if raw[0] & MOLAR:
                units["glucose"] = "mmol/L"
    if errors or (concentration and not extreme and "glucose" not in values):
        code = errors[0] if errors else NO_REASON
        return [Frame(FrameKind.ERROR, raw, values, tuple(flags), time, code=code)]
    return [Frame(FrameKind.RESULT, raw, values, tuple(flags), time, units=units)]


def _is_control(sample: int) -> bool:
    return sample & 15 == CONTROL_SOLUTION_TYPE or sample >> 4 == CONTROL_SOLUTION_PLACE


def _time(base: bytes, offset: bytes) -> tuple[str | None, bool]:
    """Return the time as the meter's user sees it, and whether it can be trusted."""
    time = date_of(base)
    if time is None:
        return None, False
    minutes = int.from_bytes(offset, "little", signed=True)
    if minutes in OFFSET_UNKNOWN:
        return time, False
    try:
        return (datetime.fromisoformat(time) + timedelta(minutes=minutes)).isoformat(), True
    except OverflowError:
        return None, False


_length_by_flags: Final = length_by_flags(_BASE, _SIZES)


def _length(buffer: bytes, at: int) -> int:
    """A record without a single field is one only to the last byte: flags that were lost look the same."""
    length = _length_by_flags(buffer, at)
    return NOT_HERE if buffer[at] == 0 and at + length != len(buffer) else length


def decoder() -> MessageDecoder:
    """Return a fresh decoder of 2A18."""
    return MessageDecoder(_length, _parse)


def encode(
    sequence: int,
    when: datetime | None,
    glucose: float | None,
    *,
    molar: bool = False,
    offset: int | None = 0,
    status: tuple[Status, ...] = (),
    sample: int = NO_PLACE << 4 | CAPILLARY_BLOOD,
) -> bytes:
    """Build a 2A18 from mg/dL or mmol/L. None: no concentration; `offset` in minutes, None: absent."""
    flags = 0
    body = sequence.to_bytes(2, "little") + encode_date(when)
    if offset is not None:
        flags |= OFFSET
        body += offset.to_bytes(2, "little", signed=True)
    if glucose is not None:
        flags |= CONCENTRATION | (MOLAR if molar else 0)
        bits = to_sfloat(glucose / 1000, -4) if molar else to_sfloat(glucose / 100_000, -5)
        body += bits.to_bytes(2, "little") + bytes((sample,))
    if status:
        flags |= STATUS
        body += sum(1 << bit for bit in status).to_bytes(2, "little")
    return bytes((flags,)) + body


class Op(IntEnum):
    """Operations of the control point."""

    REPORT = 1
    ABORT = 3
    COUNT = 4
    COUNTED = 5
    ANSWER = 6


class Operator(IntEnum):
    """Of which records."""

    NONE = 0
    ALL = 1
    AT_LEAST = 3  # with BY_SEQUENCE and a number
    LAST = 6


class Answer(IntEnum):
    """Fourth byte of `Op.ANSWER`."""

    SUCCESS = 1
    OP_UNSUPPORTED = 2
    OPERATOR_INVALID = 3
    OPERATOR_UNSUPPORTED = 4
    OPERAND_INVALID = 5
    NO_RECORDS = 6
    ABORT_FAILED = 7
    NOT_COMPLETED = 8
    OPERAND_UNSUPPORTED = 9


BY_SEQUENCE: Final = 1


def report(operator: Operator, sequence: int | None = None) -> bytes:
    """Build the request for records; with AT_LEAST from a sequence number on."""
    operand = b"" if sequence is None else bytes((BY_SEQUENCE,)) + sequence.to_bytes(2, "little")
    return bytes((Op.REPORT, operator)) + operand


def abort() -> bytes:
    """Build the request to end a report."""
    return bytes((Op.ABORT, Operator.NONE))


def answer(op: int, result: Answer) -> bytes:
    """Build the meter's answer to a request."""
    return bytes((Op.ANSWER, Operator.NONE, op, result))


def read_answer(data: bytes) -> tuple[int, int] | None:
    """Return the operation answered and the result; None when it is no answer."""
    if len(data) != 4 or data[0] != Op.ANSWER:
        return None
    return data[2], data[3]
