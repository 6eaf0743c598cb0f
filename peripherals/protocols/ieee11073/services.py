"""What DATA APDUs carry: event reports, get, set and action with their results, errors and rejections."""

from collections.abc import Mapping, Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from peripherals.protocols.ieee11073 import mder
from peripherals.protocols.ieee11073.apdu import Kind, Operation, write
from peripherals.protocols.ieee11073.association import body_of
from peripherals.protocols.ieee11073.mder import MalformedError, Reader

NO_TIME: Final = 0xFFFFFFFF
"""Event time of an agent without a relative clock."""

Attributes = dict[int, bytes]
"""Attribute values by their ids."""


class Error(IntEnum):
    """Why an operation is not done (roer)."""

    NO_SUCH_OBJECT = 1
    ACCESS_DENIED = 2
    NO_SUCH_ACTION = 9
    INVALID_OBJECT = 17
    PROTOCOL_VIOLATION = 23
    NOT_ALLOWED = 24


class Problem(IntEnum):
    """Why a DATA APDU is not even looked at (rorj)."""

    UNRECOGNIZED_APDU = 0
    BADLY_STRUCTURED = 2
    UNRECOGNIZED_OPERATION = 101
    RESOURCE_LIMITATION = 103
    UNEXPECTED_ERROR = 303


class Data(NamedTuple):
    """A DATA APDU: `invoke` ties an answer to its question."""

    invoke: int
    operation: Operation
    body: bytes


class EventReport(NamedTuple):
    """Something an agent tells, or the manager's confirmation of it. `handle`: the object it is about."""

    handle: int
    time: int
    event: int
    info: bytes


class Action(NamedTuple):
    """An action that is asked for, or its result."""

    handle: int
    action: int
    info: bytes


class Result(NamedTuple):
    """The attributes of an object, as a get or set returns them."""

    handle: int
    attributes: Attributes


def read_data(raw: bytes) -> Data:
    """Decode a PRST APDU; MalformedError when it is none."""
    outer = Reader(body_of(raw))
    reader = Reader(outer.octets())
    outer.finish()
    invoke, operation = reader.u16(), reader.u16()
    body = reader.octets()
    reader.finish()
    try:
        return Data(invoke, Operation(operation), body)
    except ValueError as error:
        raise MalformedError(f"no operation {operation:04x}") from error


def write_data(invoke: int, operation: Operation, body: bytes) -> bytes:
    """Build a PRST APDU."""
    return write(Kind.PRST, mder.octets(mder.u16(invoke, operation) + mder.octets(body)))


def read_event(body: bytes) -> EventReport:
    """Decode an event report, or the result of one."""
    reader = Reader(body)
    report = EventReport(reader.u16(), reader.u32(), reader.u16(), reader.octets())
    reader.finish()
    return report


def write_event(report: EventReport) -> bytes:
    """Encode an event report, or the result of one."""
    return b"".join(
        (mder.u16(report.handle), mder.u32(report.time), mder.u16(report.event), mder.octets(report.info))
    )


def read_action(body: bytes) -> Action:
    """Decode an action or its result."""
    reader = Reader(body)
    action = Action(reader.u16(), reader.u16(), reader.octets())
    reader.finish()
    return action


def write_action(action: Action) -> bytes:
    """Encode an action or its result."""
    return mder.u16(action.handle, action.action) + mder.octets(action.info)


def read_attributes(reader: Reader) -> Attributes:
    """Read an attribute list."""
    count, body = reader.items(4)
    result = {}
    for _ in range(count):
        name = body.u16()
        result[name] = body.octets()
    body.finish()
    return result


def write_attributes(attributes: Mapping[int, bytes]) -> bytes:
    """Write an attribute list."""
    return mder.items(mder.u16(name) + mder.octets(value) for name, value in attributes.items())


def read_result(body: bytes) -> Result:
    """Decode what a get or a confirmed set returns."""
    reader = Reader(body)
    result = Result(reader.u16(), read_attributes(reader))
    reader.finish()
    return result


def write_result(result: Result) -> bytes:
    """Encode what a get or a confirmed set returns."""
    return mder.u16(result.handle) + write_attributes(result.attributes)


def read_get(body: bytes) -> tuple[int, tuple[int, ...]]:
    """Decode a get: the object's handle and the attributes wanted (none: all)."""
    reader = Reader(body)
    handle = reader.u16()
    count, names = reader.items(2)
    reader.finish()
    wanted = tuple(names.u16() for _ in range(count))
    names.finish()
    return handle, wanted


def write_get(handle: int, attributes: Sequence[int] = ()) -> bytes:
    """Encode a get of attributes (none: all)."""
    return mder.u16(handle) + mder.items(mder.u16(name) for name in attributes)


def read_set(body: bytes) -> tuple[int, Attributes]:
    """Decode a set: the object's handle and the new values (the operator is not looked at)."""
    reader = Reader(body)
    handle = reader.u16()
    count, entries = reader.items(6)
    reader.finish()
    values = {}
    for _ in range(count):
        entries.u16()
        name = entries.u16()
        values[name] = entries.octets()
    entries.finish()
    return handle, values


def write_set(handle: int, attributes: Mapping[int, bytes]) -> bytes:
    """Encode a set that replaces attributes."""
    return mder.u16(handle) + mder.items(
        mder.u16(0, name) + mder.octets(value) for name, value in attributes.items()
    )


def read_error(body: bytes) -> int:
    """Decode an error's number."""
    reader = Reader(body)
    number = reader.u16()
    reader.octets()
    reader.finish()
    return number


def write_error(error: Error) -> bytes:
    """Encode an error without a parameter."""
    return mder.u16(error) + mder.octets(b"")


def read_problem(body: bytes) -> int:
    """Decode a rejection's number."""
    reader = Reader(body)
    number = reader.u16()
    reader.finish()
    return number


def write_problem(problem: Problem) -> bytes:
    """Encode a rejection."""
    return mder.u16(problem)
