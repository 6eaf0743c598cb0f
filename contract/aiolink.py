"""A `contract.link.Link` on an asyncio loop: handlers are called from the loop, writes never block."""

import asyncio
import logging
import socket
from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from contract.link import Link, LinkClosed, close_all

In = TypeVar("In")
Out = TypeVar("Out")

log = logging.getLogger(__name__)


class AioLink(Generic[In, Out]):
    """Calls `on_message(message, descriptors)` for each packet and `on_close(reason)` once at the end.

    The handler owns the descriptors. A handler that raises is logged and the link goes on: one bad
    moment on one side must not end a visit.
    """

    def __init__(
        self,
        sock: socket.socket,
        incoming: Any,
        on_message: Callable[[In, list[int]], None],
        on_close: Callable[[str], None],
    ) -> None:
        self._link: Link[In, Out] = Link(sock, incoming)
        self._on_message = on_message
        self._on_close = on_close
        self._loop = asyncio.get_running_loop()
        self._writing = False
        self.closed = False
        self._loop.add_reader(sock, self._readable)

    @property
    def pid(self) -> int:
        """The process at the other end."""
        return self._link.peer.pid

    def send(self, message: Out, fds: Sequence[int] = (), *, droppable: bool = False) -> bool:
        """Send now or as soon as the other side reads; False when it was dropped or the link is closed."""
        if self.closed:
            return False
        try:
            sent = self._link.send(message, fds, droppable=droppable)
        except LinkClosed as error:
            self._loop.call_soon(self._end, str(error))
            return False
        self._watch_writes()
        return sent

    def close(self) -> None:
        """Close without calling `on_close`."""
        if not self.closed:
            self.closed = True
            self._loop.remove_reader(self._link.fileno())
            self._loop.remove_writer(self._link.fileno())
            self._link.close()

    def _readable(self) -> None:
        try:
            packets = self._link.receive()
        except LinkClosed as error:
            self._end(str(error))
            return
        for message, fds in packets:
            if self.closed:
                close_all(fds)
                continue
            try:
                self._on_message(message, fds)
            except Exception:
                log.exception("handling a %s failed", type(message).__name__)

    def _writable(self) -> None:
        try:
            self._link.flush()
        except LinkClosed as error:
            self._end(str(error))
            return
        self._watch_writes()

    def _watch_writes(self) -> None:
        wanted = self._link.wants_write
        if wanted and not self._writing:
            self._loop.add_writer(self._link.fileno(), self._writable)
        elif self._writing and not wanted:
            self._loop.remove_writer(self._link.fileno())
        self._writing = wanted

    def _end(self, reason: str) -> None:
        if not self.closed:
            self.close()
            self._on_close(reason)
