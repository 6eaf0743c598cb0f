"""Parity over RTP packets: ULPFEC (RFC 5109, level 0) in RED (RFC 2198), as browsers speak it.

Parity covers packets as they are before RED, with zeros where the pacer writes (`packets.quiet`); its own
packets take numbers of the same stream. Sequence numbers are 16-bit ones. ValueError for bytes that are no
parity.
"""

from collections import OrderedDict
from collections.abc import Sequence
from struct import pack, unpack, unpack_from
from typing import Final, NamedTuple

from media.rate import packets

MOST: Final = 16  # packets that one parity covers, and how far apart they may be
KEPT: Final = 192  # packets kept for parity that is still to come
PENDING: Final = 48  # parities kept for packets that are still to come
_FIXED: Final = 12  # bytes of RTP's fixed header
_HEADERS: Final = 14  # bytes of FEC's own
_LONG_MASK: Final = 0x40


def wrap(data: bytes, red: int) -> bytes:
    """Return a packet in RED of this payload type, as its only block."""
    header = packets.parse(data)
    inner = bytes((header.payload_type,))
    return b"".join(
        (
            data[:1],
            bytes((data[1] & 0x80 | red,)),
            data[2 : header.payload_at],
            inner,
            data[header.payload_at :],
        )
    )


def unwrap(data: bytes) -> tuple[int, bytes]:
    """Return the payload type of RED's block and the packet as it was before."""
    header = packets.parse(data)
    at = header.payload_at
    if len(data) - header.padding <= at or data[at] & 0x80:
        raise ValueError("RED without a block, or with several")
    inner = data[at]
    return inner, b"".join((data[:1], bytes((data[1] & 0x80 | inner,)), data[2:at], data[at + 1 :]))


class Parity(NamedTuple):
    """What a parity packet says. `covers`: sequence numbers; the rest: exclusive or of all they carry."""

    covers: tuple[int, ...]
    flags: int  # the first two bytes of the header, but for the version
    timestamp: int
    length: int  # behind the fixed header, bytes
    size: int  # of `body`, bytes
    body: int


def parity(group: Sequence[bytes]) -> bytes:
    """Return the payload of the parity packet for these (1 to 16, numbered within 16)."""
    base = unpack_from("!H", group[0], 2)[0]
    size = max(map(len, group)) - _FIXED
    flags = timestamp = length = body = mask = 0
    for data in group:
        first, number, stamp = unpack_from("!HHL", data)
        flags ^= first
        timestamp ^= stamp
        length ^= len(data) - _FIXED
        body ^= int.from_bytes(data[_FIXED:].ljust(size, b"\0"), "big")
        mask |= 0x8000 >> ((number - base) & 0xFFFF)
    head = pack("!HHLHHH", flags & 0x3FFF, base, timestamp, length, size, mask)
    return head + body.to_bytes(size, "big")


def read(payload: bytes) -> Parity:
    """Read a parity packet's payload."""
    if len(payload) < _HEADERS or payload[0] & 0x80:
        raise ValueError("no parity")
    flags, base, timestamp, length, size, mask = unpack("!HHLHHH", payload[:_HEADERS])
    at, bits = _HEADERS, 16
    if payload[0] & _LONG_MASK:
        if len(payload) < _HEADERS + 4:
            raise ValueError("the parity's mask is cut off")
        mask = mask << 32 | unpack_from("!L", payload, _HEADERS)[0]
        at, bits = at + 4, 48
    body = payload[at : at + size]
    covers = tuple((base + n) & 0xFFFF for n in range(bits) if mask >> (bits - 1 - n) & 1)
    if len(body) < size or not covers:
        raise ValueError("the parity is cut off, or covers nothing")
    return Parity(covers, flags & 0x3FFF, timestamp, length, size, int.from_bytes(body, "big"))


class Recoverer:
    """One stream's packets and their parity; each call returns what it recovered, whole packets."""

    def __init__(self) -> None:
        self._packets: OrderedDict[int, bytes] = OrderedDict()
        self._pending: list[Parity] = []

    def media(self, data: bytes) -> list[bytes]:
        """Take a packet that came, as parity covers it."""
        self._keep(data)
        return self._recover() if self._pending else []

    def parity(self, payload: bytes) -> list[bytes]:
        """Take a parity packet's payload."""
        self._pending.append(read(payload))
        del self._pending[:-PENDING]
        return self._recover()

    def _keep(self, data: bytes) -> None:
        number = unpack_from("!H", data, 2)[0]
        self._packets[number] = data
        self._packets.move_to_end(number)
        if len(self._packets) > KEPT:
            self._packets.popitem(last=False)

    def _recover(self) -> list[bytes]:
        found: list[bytes] = []
        again = True
        while again:  # what one parity recovers may be what another lacked
            again = False
            for one in list(self._pending):
                lacking = [number for number in one.covers if number not in self._packets]
                if len(lacking) > 1:
                    continue
                self._pending.remove(one)
                if lacking and (packet := self._made(one, lacking[0])):
                    self._keep(packet)
                    found.append(packet)
                    again = True
        return found

    def _made(self, one: Parity, lacking: int) -> bytes | None:
        others = [self._packets[number] for number in one.covers if number != lacking]
        if not others:
            return None  # it covers one packet only, and of that nothing tells whose it is
        flags, timestamp, length, body = one.flags, one.timestamp, one.length, one.body
        for data in others:
            first, _, stamp = unpack_from("!HHL", data)
            flags ^= first
            timestamp ^= stamp
            length ^= len(data) - _FIXED
            rest = data[_FIXED:]
            if len(rest) > one.size:
                return None
            body ^= int.from_bytes(rest, "big") << 8 * (one.size - len(rest))
        if not 0 < length <= one.size:
            return None
        source = others[0][8:_FIXED]
        head = pack("!HHL", flags & 0x3FFF | 0x8000, lacking, timestamp)
        return head + source + body.to_bytes(one.size, "big")[:length]
