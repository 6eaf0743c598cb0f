"""Packets over a unix socket: how HID, USB and Bluetooth reach a simulated device in another process.

One packet of the socket is a channel (UTF-8, empty for the only one), a zero byte, and the bytes.
"""

from typing import Final

from peripherals.protocols.conversation import Packet

SIZE: Final = 65536


def pack(packet: Packet) -> bytes:
    """Build a packet."""
    return packet.channel.encode() + b"\0" + packet.data


def unpack(data: bytes) -> Packet | None:
    """Read one back; None when it is none."""
    channel, zero, rest = data.partition(b"\0")
    if not zero:
        return None
    try:
        return Packet(rest, channel.decode())
    except UnicodeDecodeError:
        return None
