"""What the manager may ask of an agent that operates."""

from datetime import datetime
from enum import Enum, auto
from typing import Final, NamedTuple

from peripherals.protocols.ieee11073 import mder, services
from peripherals.protocols.ieee11073.apdu import Operation
from peripherals.protocols.ieee11073.association import NO_TIME_LIMIT, SCOPE_ALL, SINGLE_RESPONSE
from peripherals.protocols.ieee11073.nomenclature import ActionType, Attribute
from peripherals.protocols.ieee11073.segments import ALL_SEGMENTS
from peripherals.protocols.ieee11073.times import write_absolute

MDS: Final = 0
"""Handle of the agent itself."""

START: Final = 0x8000
EVERYBODY: Final = 0xFFFF
ENABLED: Final = 1
REQUEST_ID: Final = 1


class Purpose(Enum):
    """Why something is asked."""

    IDENTITY = auto()
    SCANNER = auto()
    MEASUREMENTS = auto()
    CLOCK = auto()
    SEGMENTS = auto()
    TRANSFER = auto()


class Request(NamedTuple):
    """One question; `handle` is the object's."""

    purpose: Purpose
    operation: Operation
    body: bytes
    handle: int = MDS


def identity() -> Request:
    """Ask for everything the agent says of itself: model, serial number, clock, battery."""
    return Request(Purpose.IDENTITY, Operation.GET, services.write_get(MDS))


def switch_on(handle: int) -> Request:
    """Switch a scanner on."""
    body = services.write_set(handle, {Attribute.OPERATIONAL_STATE: mder.u16(ENABLED)})
    return Request(Purpose.SCANNER, Operation.CONFIRMED_SET, body, handle)


def measurements(modes: int) -> Request:
    """Have an agent that sends nothing by itself send everything, as long as it likes if it can."""
    mode = START | SCOPE_ALL | (NO_TIME_LIMIT if modes & NO_TIME_LIMIT else SINGLE_RESPONSE)
    info = mder.u16(REQUEST_ID, mode) + mder.u32(0) + mder.u16(EVERYBODY, 0) + mder.items([])
    return _action(Purpose.MEASUREMENTS, MDS, ActionType.DATA_REQUEST, info)


def set_clock(moment: datetime) -> Request:
    """Set the agent's clock; the accuracy of the time is not told (0)."""
    return _action(Purpose.CLOCK, MDS, ActionType.SET_TIME, write_absolute(moment) + mder.u32(0))


def segments(store: int) -> Request:
    """Ask what segments a store has."""
    return _action(Purpose.SEGMENTS, store, ActionType.SEGMENT_INFORMATION, ALL_SEGMENTS)


def transfer(store: int, segment: int) -> Request:
    """Have a segment sent."""
    return _action(Purpose.TRANSFER, store, ActionType.SEGMENT_TRANSFER, mder.u16(segment))


def _action(purpose: Purpose, handle: int, action: ActionType, info: bytes) -> Request:
    body = services.write_action(services.Action(handle, action, info))
    return Request(purpose, Operation.CONFIRMED_ACTION, body, handle)
