"""Where a simulated device is plugged in: a pseudo-terminal, or a socket of packets (HID, USB, Bluetooth)."""

import contextlib
import os
import socket
import tty
from pathlib import Path
from typing import Protocol

from peripherals.protocols.conversation import Packet
from peripherals.transport import packets

READ_SIZE = 4096


class Plug(Protocol):
    """A plug that is in. Bytes that nobody reads are lost, as on a real line."""

    address: str

    def filenos(self) -> list[int]:
        """Return the descriptors to wait for."""
        ...

    def receive(self) -> list[Packet]:
        """Return what the host has sent; nothing is fine."""
        ...

    def send(self, packet: Packet) -> bool:
        """Send; False when nobody takes it."""
        ...

    def pull(self) -> None:
        """Pull it out."""
        ...


class TerminalPlug:
    """A serial cable: a pseudo-terminal, with a stable path to it if one is wanted."""

    def __init__(self, link: Path | None) -> None:
        self._link = link
        self._master, self._slave = os.openpty()
        tty.setraw(self._slave)  # a cooked terminal would echo the device's bytes back as the host's
        os.set_blocking(self._master, False)
        self.address = os.ttyname(self._slave)
        if link is not None:
            fresh = link.with_name(f".{link.name}.{os.getpid()}")
            fresh.unlink(missing_ok=True)
            fresh.symlink_to(self.address)
            fresh.replace(link)

    def filenos(self) -> list[int]:
        """Return the terminal's own end."""
        return [self._master]

    def receive(self) -> list[Packet]:
        """Return what the host has written."""
        try:
            return [Packet(os.read(self._master, READ_SIZE))]
        except BlockingIOError:
            return []

    def send(self, packet: Packet) -> bool:
        """Write as much as fits."""
        try:
            return os.write(self._master, packet.data) == len(packet.data)
        except BlockingIOError:
            return False

    def pull(self) -> None:
        """Hang up."""
        if self._link is not None:
            self._link.unlink(missing_ok=True)
        os.close(self._master)
        os.close(self._slave)


class SocketPlug:
    """A device whose line carries packets: a unix socket that the transports' seams connect to.

    One host at a time. The address is `SCHEME:PATH`, as a profile names it.
    """

    def __init__(self, scheme: str, path: Path) -> None:
        self._path = path
        path.unlink(missing_ok=True)
        self._listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self._listener.setblocking(False)
        self._listener.bind(str(path))
        self._listener.listen(2)
        self._host: socket.socket | None = None
        self.address = f"{scheme}:{path}"

    def filenos(self) -> list[int]:
        """Return the listener's and the host's."""
        return [self._listener.fileno()] + ([self._host.fileno()] if self._host else [])

    def receive(self) -> list[Packet]:
        """Take a new host, and what the present one has sent."""
        with contextlib.suppress(BlockingIOError):
            fresh, _ = self._listener.accept()
            if self._host is not None:
                self._host.close()
            self._host = fresh
            fresh.setblocking(False)
        result: list[Packet] = []
        while self._host is not None:
            try:
                data = self._host.recv(packets.SIZE)
            except BlockingIOError:
                break
            except OSError:
                data = b""
            if not data:
                self._host.close()
                self._host = None
            elif (packet := packets.unpack(data)) is not None:
                result.append(packet)
        return result

    def send(self, packet: Packet) -> bool:
        """Send to the host that is there."""
        if self._host is None:
            return False
        try:
            self._host.send(packets.pack(packet))
        except OSError:
            return False
        return True

    def pull(self) -> None:
        """Hang up."""
        self._path.unlink(missing_ok=True)
        self._listener.close()
        if self._host is not None:
            self._host.close()
