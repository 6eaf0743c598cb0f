"""Core's two listening sockets: one session and one media process at a time, the newest counts."""

import asyncio
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Generic, TypeVar

from contract.aiolink import AioLink
from contract.link import accept, listen

In = TypeVar("In")
Out = TypeVar("Out")

log = logging.getLogger(__name__)


class Port(Generic[In, Out]):
    """A socket with at most one process at the other end; a new one replaces the one before."""

    def __init__(
        self,
        path: Path,
        incoming: Any,
        on_message: Callable[[In, list[int]], None],
        on_gone: Callable[[], None],
    ) -> None:
        self._name = path.stem
        self._incoming = incoming
        self._on_message = on_message
        self._on_gone = on_gone
        self._link: AioLink[In, Out] | None = None
        self._listener = listen(path)
        asyncio.get_running_loop().add_reader(self._listener, self._accept)

    @property
    def connected(self) -> bool:
        """Is somebody there?"""
        return self._link is not None

    def send(self, message: Out, fds: Sequence[int] = (), *, droppable: bool = False) -> bool:
        """Send to whoever is there; False when nobody is, or a droppable message was dropped."""
        return self._link is not None and self._link.send(message, fds, droppable=droppable)

    def close(self) -> None:
        """Stop listening and let go of the process at the other end."""
        asyncio.get_running_loop().remove_reader(self._listener)
        self._listener.close()
        if self._link:
            self._link.close()

    def _accept(self) -> None:
        sock = accept(self._listener)
        if sock is None:
            log.warning("%s: a connection from another user was refused", self._name)
            return
        if self._link:
            self._link.close()
            self._gone("replaced")
        self._link = AioLink(sock, self._incoming, self._on_message, self._gone)

    def _gone(self, reason: str) -> None:
        log.info("%s: %s", self._name, reason)
        self._link = None
        self._on_gone()
