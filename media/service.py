"""The process: says hello to core, loads what is heavy, passes the rings, obeys, and ends with core."""

import asyncio
import logging
import os
import signal
import socket
import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from contract import systemd
from contract.control import Configure, FromMedia, Headphones, MediaHello, Ring, ToMedia
from contract.link import Link, LinkClosed, close_all
from media.sound import plugs

if TYPE_CHECKING:
    from media.studio import Studio

END_S: Final = 4.0  # how long an orderly end may take

_log = logging.getLogger(__name__)


class Service:
    """Media's side of the link to core."""

    def __init__(self, sock: socket.socket) -> None:
        self._link: Link[ToMedia, FromMedia] = Link(sock, ToMedia)
        self._loop = asyncio.get_running_loop()
        self._orders: asyncio.Queue[ToMedia | None] = asyncio.Queue()
        self._ended = asyncio.Event()
        self._studio: Studio | None = None

    async def run(self) -> None:
        """Serve until core's socket closes or a signal asks us to end."""
        for number in (signal.SIGTERM, signal.SIGINT):
            self._loop.add_signal_handler(number, self._ended.set)
        self._send(MediaHello(pid=os.getpid()))
        self._loop.add_reader(self._link.fileno(), self._readable)
        worker = asyncio.create_task(self._work())
        plugging = asyncio.create_task(plugs.watch(lambda found: self._send(Headphones(plugged=found))))
        beating = asyncio.create_task(systemd.beat())
        systemd.ready()
        ended = asyncio.create_task(self._ended.wait())
        await asyncio.wait({worker, ended}, return_when=asyncio.FIRST_COMPLETED)
        self._loop.remove_reader(self._link.fileno())
        self._loop.remove_writer(self._link.fileno())
        self._link.close()
        ended.cancel()
        plugging.cancel()
        beating.cancel()
        end_at_the_latest()
        self._orders.put_nowait(None)  # an order half done is finished, not cut
        try:
            await worker  # an error of ours is raised here: the launcher shall see it
        finally:
            if self._studio:
                await self._studio.close()

    async def _work(self) -> None:
        loading = asyncio.create_task(asyncio.to_thread(_load))
        while (order := await self._orders.get()) is not None:
            await loading
            if isinstance(order, Configure):
                await self._configure(order)
            elif self._studio:
                await self._studio.obey(order)
            else:
                _log.warning("an order came before the configuration: ignored")

    async def _configure(self, order: Configure) -> None:
        from media.studio import Studio

        if self._studio:
            await self._studio.close()
        self._studio = studio = Studio(order.media, self._send)
        for which, ring in studio.rings.items():
            self._send(Ring(which=which), (ring.fd, ring.event))
        self._send(studio.state())
        await asyncio.to_thread(studio.warm_up)

    def _send(self, message: FromMedia, fds: Sequence[int] = ()) -> None:
        if self._ended.is_set():
            return
        try:
            self._link.send(message, fds)
        except LinkClosed:
            self._ended.set()
            return
        if self._link.wants_write:
            self._loop.add_writer(self._link.fileno(), self._writable)

    def _writable(self) -> None:
        try:
            self._link.flush()
        except LinkClosed:
            self._ended.set()
        if self._ended.is_set() or not self._link.wants_write:
            self._loop.remove_writer(self._link.fileno())

    def _readable(self) -> None:
        try:
            for order, fds in self._link.receive():
                close_all(fds)  # nobody has descriptors for us
                self._orders.put_nowait(order)
        except LinkClosed as error:
            _log.info("core is gone: %s", error)
            self._ended.set()


def end_at_the_latest() -> None:
    """End the process after END_S even when a driver hangs in a thread: the camera must not stay open."""
    timer = threading.Timer(END_S, os._exit, (0,))
    timer.daemon = True
    timer.start()


def _load() -> None:
    """Import what is heavy, in a thread, while core reads our hello."""
    import media.studio  # noqa: F401
