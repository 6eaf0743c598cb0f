"""LifeScan OneTouch UltraEasy and UltraMini. Source: the vendor's protocol as public readers implement it.

A packet: `02 length link message 03 crc`, length of the whole packet, CRC-16 CCITT (seed FFFF) little-endian
over all before it. Link: b0 S, the low bit of the sender's count; b1 E, of what it expects next; b2 ACK;
b3 DISCONNECT; b4 more. Each message is acknowledged by an empty packet, whose E is the next S.
Messages begin with 05; an answer goes on with 06 (done) or 0F (no such record: how many there are).
A record: 06, seconds since 1970-01-01 of the meter's local time (u32 little-endian), glucose in mg/dL (u32)
whatever it shows; above 600 it showed HI (it sends FFFF), below 20 LO. Control solution is not marked.

Only a record's answer has ten bytes; which other answer is which tells the question.
"""

import binascii
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.framing import MORE, NOT_HERE, StreamDecoder

STX: Final = 0x02
ETX: Final = 0x03
OVERHEAD: Final = 6
LONGEST: Final = 64
"""Longest packet believed; the longest known is 26."""

S: Final = 0x01
E: Final = 0x02
ACK: Final = 0x04
DISCONNECT: Final = 0x08
LINK_BITS: Final = 0x1F

LOWEST: Final = 20  # mg/dL
HIGHEST: Final = 600

DONE: Final = b"\x05\x06"
NO_RECORD: Final = b"\x05\x0f"
RECORD_LENGTH: Final = 10

READ_SERIAL: Final = b"\x05\x0b\x02\0\0\0\0\x84\x6a\xe8\x73\0"
READ_VERSION: Final = b"\x05\x0d\x02"
READ_CLOCK: Final = b"\x05\x20\x02" + bytes(4)
WRITE_CLOCK: Final = b"\x05\x20\x01"
READ_RECORD: Final = b"\x05\x1f"
NO_SUCH_RECORD: Final = 501
"""The number that the vendor's own program asks for to learn how many records there are."""

EPOCH: Final = datetime(1970, 1, 1)
SURE_FROM: Final = datetime(2000, 1, 1)
SURE_TO: Final = datetime(2100, 1, 1)

Wanted = Callable[[datetime | None], bool]
"""(a record's time, None when it can't be true) → may its value be read?"""


def everything(time: datetime | None) -> bool:
    """Every record may be read."""
    return True


def decoder(wanted: Wanted = everything) -> StreamDecoder:
    """Return a fresh decoder; a record that is not wanted gives an answer with its time and no value.

    `Frame.code` is the link byte, `Frame.payload` the message.
    """

    def parse(raw: bytes) -> Sequence[Frame] | None:
        if raw[-3] != ETX or binascii.crc_hqx(raw[:-2], 0xFFFF) != int.from_bytes(raw[-2:], "little"):
            return None
        message = raw[3:-3]
        if message.startswith(DONE) and len(message) == RECORD_LENGTH:
            return [_record(raw, message, wanted)]
        return [Frame(FrameKind.REPLY, raw, code=raw[2], payload=message)]

    return StreamDecoder(_length_at, parse, longest=LONGEST, nested=True)


def _length_at(buffer: bytes, at: int) -> int:
    if buffer[at] != STX:
        return NOT_HERE
    if at + 1 >= len(buffer):
        return MORE
    length = buffer[at + 1]
    if not OVERHEAD <= length <= LONGEST or (at + 2 < len(buffer) and buffer[at + 2] & ~LINK_BITS):
        return NOT_HERE
    return length


def _record(raw: bytes, message: bytes, wanted: Wanted) -> Frame:
    time = read_time(message[2:6])
    sure = SURE_FROM <= time < SURE_TO
    if not wanted(time if sure else None):
        return Frame(FrameKind.REPLY, raw, code=raw[2], payload=message[:6])
    flags = []
    values: dict[str, int | float] = {}
    glucose = int.from_bytes(message[6:10], "little")
    if glucose > HIGHEST:
        flags.append("high")
    elif glucose < LOWEST:
        flags.append("low")
    else:
        values["glucose"] = glucose
    if not sure:
        flags.append("clock-unsure")
    return Frame(FrameKind.STORED, raw, values, tuple(flags), time.isoformat(), raw[2])


def read_time(payload: bytes) -> datetime:
    """Read four bytes of seconds as a local time."""
    return EPOCH + timedelta(seconds=int.from_bytes(payload, "little"))


def write_time(time: datetime) -> bytes:
    """Build the four bytes of a local time of 1970 to 2106."""
    return int((time - EPOCH).total_seconds()).to_bytes(4, "little")


def encode(message: bytes = b"", link: int = 0) -> bytes:
    """Build a packet."""
    body = bytes((STX, len(message) + OVERHEAD, link)) + message + bytes((ETX,))
    return body + binascii.crc_hqx(body, 0xFFFF).to_bytes(2, "little")


def record_message(index: int) -> bytes:
    """Ask for a record, 0 the newest."""
    return READ_RECORD + index.to_bytes(2, "little")


def encode_record(time: datetime, glucose: int, link: int = 0) -> bytes:
    """Build the answer with a record."""
    return encode(DONE + write_time(time) + glucose.to_bytes(4, "little"), link)
