"""RTP packets as bytes: what pacing, congestion control and repair have to read and write in their headers.

RFC 3550 (header), RFC 8285 (one-byte header extensions), RFC 4588 (retransmission). All pure functions;
ValueError for bytes that are no RTP packet.
"""

from struct import pack, pack_into, unpack_from
from typing import Final, NamedTuple

ONE_BYTE: Final = 0xBEDE  # the profile of one-byte extensions
MAX_PADDING: Final = 255  # bytes; the last one counts itself


class ExtensionIds(NamedTuple):
    """The numbers agreed on for two header extensions; 0: not agreed on."""

    transport_sequence: int = 0
    send_time: int = 0


class Header(NamedTuple):
    """What is read of a header. `payload_at`: where the payload starts."""

    payload_type: int
    marker: bool
    sequence: int
    timestamp: int
    ssrc: int
    extension_at: int  # of the extension's own header; 0: there is none
    payload_at: int
    padding: int


def parse(data: bytes) -> Header:
    """Read a header."""
    if len(data) < 12 or data[0] >> 6 != 2:
        raise ValueError("no RTP packet")
    second, sequence, timestamp, ssrc = unpack_from("!xBHLL", data)
    at = 12 + 4 * (data[0] & 0x0F)
    extension_at = 0
    if data[0] & 0x10:
        extension_at = at
        if len(data) < at + 4:
            raise ValueError("the header extension is cut off")
        at += 4 + 4 * unpack_from("!H", data, at + 2)[0]
    padding = data[-1] if data[0] & 0x20 else 0
    if at + padding > len(data):
        raise ValueError("header and padding are longer than the packet")
    return Header(second & 0x7F, bool(second & 0x80), sequence, timestamp, ssrc, extension_at, at, padding)


def elements(data: bytes, header: Header) -> list[tuple[int, int, int]]:
    """Return (id, where its value starts, its length) of each one-byte extension."""
    found: list[tuple[int, int, int]] = []
    if not header.extension_at or unpack_from("!H", data, header.extension_at)[0] != ONE_BYTE:
        return found
    at = header.extension_at + 4
    while at < header.payload_at:
        ident, length = data[at] >> 4, (data[at] & 0x0F) + 1
        if data[at] == 0:
            at += 1
            continue
        if ident == 15 or at + 1 + length > header.payload_at:
            break
        found.append((ident, at + 1, length))
        at += 1 + length
    return found


def transport_sequence(data: bytes, ids: ExtensionIds) -> int | None:
    """Return a packet's transport-wide sequence number, None when it carries none."""
    if not ids.transport_sequence:
        return None
    for ident, at, length in elements(data, parse(data)):
        if ident == ids.transport_sequence and length >= 2:
            return int(unpack_from("!H", data, at)[0])
    return None


def stamp(data: bytes, ids: ExtensionIds, sequence: int, now_s: float) -> bytes:
    """Return the packet with its transport-wide sequence number and the time it leaves (seconds, any origin).

    The time replaces one that is there, and is not added to a packet without one; a packet with two-byte
    extensions is returned as it is.
    """
    header = parse(data)
    start = header.extension_at
    if start and unpack_from("!H", data, start)[0] != ONE_BYTE:
        return data
    found = elements(data, header)
    timed = bool(ids.send_time) and any(ident == ids.send_time for ident, _, _ in found)
    kept = b"".join(data[at - 1 : at + length] for ident, at, length in found if ident not in ids)
    if ids.transport_sequence:
        kept += pack("!BH", ids.transport_sequence << 4 | 1, sequence & 0xFFFF)
    if timed:
        fixed = int(now_s * (1 << 18)) & 0xFFFFFF  # 6.18 fixed point
        kept += bytes((ids.send_time << 4 | 2,)) + fixed.to_bytes(3, "big")
    if not kept:
        return data
    kept += bytes(-len(kept) % 4)
    at = start or header.payload_at
    return b"".join(
        (
            bytes((data[0] | 0x10,)),
            data[1:at],
            pack("!HH", ONE_BYTE, len(kept) // 4),
            kept,
            data[header.payload_at :],
        )
    )


def quiet(data: bytes, ids: ExtensionIds) -> bytes:
    """Return the packet with zeros where `stamp` writes: what parity covers, as both ends know it."""
    found = [(at, length) for ident, at, length in elements(data, parse(data)) if ident and ident in ids]
    if not found:
        return data
    silent = bytearray(data)
    for at, length in found:
        silent[at : at + length] = bytes(length)
    return bytes(silent)


def retransmission(data: bytes, payload_type: int, ssrc: int, sequence: int) -> bytes:
    """Return a packet once more, as RFC 4588 has it: of another stream, its old number before the payload."""
    header = parse(data)
    copy = bytearray(data[: header.payload_at])
    copy[1] = copy[1] & 0x80 | payload_type
    pack_into("!H", copy, 2, sequence & 0xFFFF)
    pack_into("!L", copy, 8, ssrc)
    return bytes(copy) + pack("!H", header.sequence) + data[header.payload_at :]


def renumbered(data: bytes, sequence: int) -> bytes:
    """Return the packet with another sequence number."""
    return data[:2] + pack("!H", sequence & 0xFFFF) + data[4:]


def following(data: bytes, payload_type: int, payload: bytes) -> bytes:
    """Return a packet of the same time and stream, with the next number, that carries something else."""
    header = parse(data)
    sequence = (header.sequence + 1) & 0xFFFF
    return pack("!BBHLL", 0x80, payload_type, sequence, header.timestamp, header.ssrc) + payload


def padding(payload_type: int, ssrc: int, sequence: int, timestamp: int, size: int) -> bytes:
    """Return a packet that carries nothing but `size` bytes of padding (1 to 255)."""
    size = max(1, min(size, MAX_PADDING))
    header = pack("!BBHLL", 0xA0, payload_type, sequence & 0xFFFF, timestamp & 0xFFFFFFFF, ssrc)
    return header + bytes(size - 1) + bytes((size,))


class Unwrapper:
    """Makes of 16-bit numbers that come round again numbers that only grow."""

    def __init__(self) -> None:
        self._last: int | None = None

    def __call__(self, number: int) -> int:
        """Return the full number nearest to the one before."""
        if self._last is None:
            self._last = number
        else:
            step = (number - self._last + 0x8000) % 0x10000 - 0x8000
            self._last += step
        return self._last
