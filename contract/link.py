"""A unix SOCK_SEQPACKET connection: one packet is one msgpack message, with descriptors beside it.

Non-blocking and without a loop of its own: the owner calls `receive` when the socket is readable and
`flush` when `wants_write` and it is writable (asyncio: add_reader/add_writer; Qt: QSocketNotifier).
Every side checks who is at the other end by the kernel's word (SO_PEERCRED), never by the message.
"""

import contextlib
import os
import socket
import stat
import struct
from collections import deque
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Final, Generic, NamedTuple, TypeVar

import msgspec

MAX_PACKET: Final = 128 * 1024  # bytes; larger things travel as a descriptor
MAX_WAITING: Final = 4096  # packets not yet taken by the other side before the link is called broken
MAX_DESCRIPTORS: Final = 4

In = TypeVar("In")
Out = TypeVar("Out")


class LinkClosed(Exception):
    """The other side is gone, or broke the protocol; the reason is for the log."""


class Peer(NamedTuple):
    """Who the kernel says is at the other end."""

    pid: int
    uid: int
    gid: int


def peer_of(sock: socket.socket) -> Peer:
    """Return the other end's credentials as they were when it connected."""
    return Peer(*struct.unpack("3i", sock.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12)))


def listen(path: Path) -> socket.socket:
    """Bind a listening socket only our own user can reach; a stale one is replaced.

    In a folder with the set-group-id bit (the appliance, where each process is a user of its own) the
    folder's group reaches it as well.
    """
    with contextlib.suppress(FileNotFoundError):
        path.unlink()
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_NONBLOCK)
    shared = path.parent.stat().st_mode & stat.S_ISGID
    mask = os.umask(0o117 if shared else 0o177)
    try:
        sock.bind(str(path))
    finally:
        os.umask(mask)
    sock.listen(8)
    return sock


def connect(path: Path) -> socket.socket:
    """Connect; OSError when nobody listens there."""
    sock = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    try:
        sock.connect(str(path))
    except OSError:
        sock.close()
        raise
    sock.setblocking(False)
    return sock


def accept(listener: socket.socket) -> socket.socket | None:
    """Accept one connection; None when it came from somebody else or vanished again."""
    try:
        sock, _ = listener.accept()
    except OSError:
        return None
    if not _welcome(listener, peer_of(sock)):
        sock.close()
        return None
    sock.setblocking(False)
    return sock


def _welcome(listener: socket.socket, peer: Peer) -> bool:
    """Is it our own user, or one whose own group the socket was opened to?"""
    if peer.uid == os.getuid():
        return True
    try:
        about = os.stat(listener.getsockname())  # noqa: PTH116 - a socket's name is a string
    except OSError:
        return False
    return bool(about.st_mode & stat.S_IWGRP) and peer.gid == about.st_gid


class Link(Generic[In, Out]):
    """One connection; `In` is the tagged union received (given as `incoming`), `Out` the one sent."""

    def __init__(self, sock: socket.socket, incoming: Any) -> None:
        self._sock = sock
        self._decoder = msgspec.msgpack.Decoder(incoming)
        self._encoder = msgspec.msgpack.Encoder()
        self._waiting: deque[tuple[bytes, tuple[int, ...]]] = deque()
        self._broken: LinkClosed | None = None  # what came after what was returned
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2 * MAX_PACKET)

    def fileno(self) -> int:
        """Return the descriptor to watch."""
        return self._sock.fileno()

    @property
    def peer(self) -> Peer:
        """Who is at the other end."""
        return peer_of(self._sock)

    @property
    def wants_write(self) -> bool:
        """Is anything waiting for the other side to read?"""
        return bool(self._waiting)

    def send(self, message: Out, fds: Sequence[int] = (), *, droppable: bool = False) -> bool:
        """Send or queue a message; descriptors are duplicated, the caller keeps its own.

        A droppable one (a wave sample) is left out, and False returned, when the other side is slow.
        Raises LinkClosed when the other side is gone, ValueError when the message is too large.
        """
        data = self._encoder.encode(message)
        if len(data) > MAX_PACKET:
            raise ValueError(f"a packet of {len(data)} bytes is over the limit of {MAX_PACKET}")
        if self._waiting and droppable:
            return False
        if len(self._waiting) >= MAX_WAITING:
            raise LinkClosed("the other side has stopped reading")
        self._waiting.append((data, tuple(os.dup(fd) for fd in fds)))
        self.flush()
        return True

    def flush(self) -> None:
        """Write what the socket takes now; LinkClosed when the other side is gone."""
        while self._waiting:
            data, fds = self._waiting[0]
            try:
                socket.send_fds(self._sock, [data], list(fds))
            except BlockingIOError:
                return
            except OSError as error:
                raise LinkClosed(str(error)) from error
            self._waiting.popleft()
            close_all(fds)

    def receive(self) -> list[tuple[In, list[int]]]:
        """Return all packets waiting, each with its descriptors (the caller closes them).

        Raises LinkClosed at the end of the connection or on a packet that is not of the protocol; what
        came before it is returned first, by an earlier call.
        """
        if self._broken is not None:
            raise self._broken
        got: list[tuple[In, list[int]]] = []
        while True:
            try:
                data, fds, flags, _ = socket.recv_fds(self._sock, MAX_PACKET, MAX_DESCRIPTORS)
            except BlockingIOError:
                return got
            except OSError as error:
                raise LinkClosed(str(error)) from error
            if not data:
                if got:
                    return got
                raise LinkClosed("closed by the other side")
            try:
                if flags & socket.MSG_TRUNC:
                    raise LinkClosed("a packet over the size limit")
                got.append((self._decoder.decode(data), fds))
            except (msgspec.DecodeError, UnicodeDecodeError, LinkClosed) as error:
                close_all(fds)
                self._broken = LinkClosed(f"not of this protocol: {error}")
                if got:
                    return got
                raise self._broken from error

    def close(self) -> None:
        """Close the socket and drop what waits."""
        for _, fds in self._waiting:
            close_all(fds)
        self._waiting.clear()
        self._sock.close()


def close_all(fds: Iterable[int]) -> None:
    """Close descriptors that nobody wants."""
    for fd in fds:
        with contextlib.suppress(OSError):
            os.close(fd)
