"""The outermost layer of 11073-20601: an APDU is its kind, the length of the rest, and the rest.

A stream of APDUs has no marks and no checksum, but lengths that repeat each other: a DATA APDU is only taken
for one when its octet string and its operation reach exactly to its end. That finds the place again after
bytes were lost, and makes it most unlikely that other bytes pass for an APDU.
"""

import re
from enum import IntEnum
from typing import Final

from peripherals.protocols.framing import MORE, NOT_HERE
from peripherals.protocols.ieee11073 import mder

LONGEST: Final = 63 * 1024
"""Longest APDU believed, with its head, in bytes: the longest that 11073-20601 allows (64 512)."""

HEAD: Final = 4


class Kind(IntEnum):
    """The kinds of APDU."""

    AARQ = 0xE200  # association request
    AARE = 0xE300  # association response
    RLRQ = 0xE400  # release request
    RLRE = 0xE500  # release response
    ABRT = 0xE600  # abort
    PRST = 0xE700  # presentation: a DATA APDU in an octet string


class Operation(IntEnum):
    """What a DATA APDU is: roiv asks (01xx), rors answers (02xx), roer and rorj refuse."""

    EVENT_REPORT = 0x0100
    CONFIRMED_EVENT_REPORT = 0x0101
    GET = 0x0103
    SET = 0x0104
    CONFIRMED_SET = 0x0105
    ACTION = 0x0106
    CONFIRMED_ACTION = 0x0107
    EVENT_REPORT_RESULT = 0x0201
    GET_RESULT = 0x0203
    SET_RESULT = 0x0205
    ACTION_RESULT = 0x0207
    ERROR = 0x0300
    REJECT = 0x0400


_OPERATIONS: Final = frozenset(Operation)
_SHORT: Final = (Kind.RLRQ, Kind.RLRE, Kind.ABRT)
_SHORT_LENGTH: Final = 2
_SMALLEST: Final = {Kind.AARQ: 8, Kind.AARE: 6}
_DATA_HEAD: Final = 8  # octet string's length, invoke id, operation, its length

BEGINS: Final = re.compile(rb"[\xe2-\xe7](?:\x00|\Z)")


def write(kind: Kind, body: bytes) -> bytes:
    """Build an APDU."""
    return mder.u16(kind) + mder.octets(body)


def kind_of(raw: bytes) -> Kind:
    """Return what a whole APDU is."""
    return Kind(int.from_bytes(raw[:2], "big"))


def length_at(buffer: bytes, at: int) -> int:
    """Return the length of the APDU that begins here (see framing.LengthAt)."""
    head = buffer[at : at + HEAD + _DATA_HEAD]
    if head[:1] not in (b"\xe2", b"\xe3", b"\xe4", b"\xe5", b"\xe6", b"\xe7") or head[1:2] not in (
        b"",
        b"\0",
    ):
        return NOT_HERE
    if len(head) < HEAD:
        return MORE
    kind, length = kind_of(head), _be16(head, 2)
    if kind in _SHORT:
        return HEAD + length if length == _SHORT_LENGTH else NOT_HERE
    if kind is Kind.PRST:
        return _data_length(head, length)
    return HEAD + length if _SMALLEST[kind] <= length <= LONGEST - HEAD else NOT_HERE


def _data_length(head: bytes, length: int) -> int:
    """Judge a DATA APDU by as much of its head as is there: the three lengths must agree."""
    if not _DATA_HEAD <= length <= LONGEST - HEAD:
        return NOT_HERE
    if len(head) >= 6 and _be16(head, 4) != length - 2:
        return NOT_HERE
    if len(head) >= 10 and _be16(head, 8) not in _OPERATIONS:
        return NOT_HERE
    if len(head) >= 12 and _be16(head, 10) != length - _DATA_HEAD:
        return NOT_HERE
    return HEAD + length


def _be16(data: bytes, at: int) -> int:
    return int.from_bytes(data[at : at + 2], "big")
