"""A link whose library only blocks: it is opened, read, written and closed in threads of its own.

Everything the owner sees happens in the loop's thread. Nothing is told before the opener has its answer, and
nothing after `close`.
"""

import asyncio
import contextlib
import queue
import threading
from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Generic, TypeVar

from peripherals.events import Fault
from peripherals.protocols.conversation import Packet
from peripherals.transport.link import OnLost, OnPacket, PortError

Device = TypeVar("Device")


class ThreadedLink(ABC, Generic[Device]):
    """What `connect` opens in its own thread is served there by `_serve` until `_ending` is set."""

    thread_name = "device"
    close_s = 1.0  # how long `close` waits for what was handed over to be written

    def __init__(self, on_packet: OnPacket, on_lost: OnLost) -> None:
        self._on_packet = on_packet
        self._on_lost = on_lost
        self._open = False
        self._loop = asyncio.get_running_loop()
        self._opened: asyncio.Future[Device] = self._loop.create_future()
        self._ended = asyncio.Event()
        self._awaited = threading.Event()  # the opener has its answer
        self._ending = threading.Event()
        self._outgoing: queue.SimpleQueue[Packet | None] = queue.SimpleQueue()

    async def _start(self, connect: Callable[[], Device]) -> Device:
        """Open it; PortError when that is not possible. It is served once `_awaited` is set."""
        threading.Thread(target=self._run, args=(connect,), name=self.thread_name, daemon=True).start()
        try:
            device = await self._opened
        except asyncio.CancelledError:
            self._end()  # what is opened all the same is closed at once
            raise
        self._open = True
        return device

    @property
    def is_open(self) -> bool:
        """False after `close` or a loss."""
        return self._open

    async def close(self) -> None:
        """Let go without telling `on_lost`; what was handed over is written first."""
        self._open = False
        self._end()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self.close_s):
                await self._ended.wait()

    def _end(self) -> None:
        self._outgoing.put(None)
        self._ending.set()
        self._awaited.set()

    # In the loop's thread, called by the others.

    def _is_opened(self, device: Device) -> None:
        if not self._opened.done():
            self._opened.set_result(device)

    def _is_not_opened(self, error: PortError) -> None:
        if not self._opened.done():
            self._opened.set_exception(error)

    def _arrived(self, packet: Packet, t_ns: int) -> None:
        if self._open:
            self._on_packet(packet, t_ns)

    def _lost(self, error: PortError) -> None:
        if self._open:
            self._open = False
            self._on_lost(error)

    # In the device's threads.

    def _run(self, connect: Callable[[], Device]) -> None:
        try:
            device = connect()
        except PortError as error:
            self._tell(self._is_not_opened, error)
            return
        except Exception as error:  # a wait without an answer would never end
            self._tell(self._is_not_opened, PortError(Fault.PORT_ERROR, repr(error)))
            return
        self._tell(self._is_opened, device)
        self._serve(device)
        self._tell(self._ended.set)

    @abstractmethod
    def _serve(self, device: Device) -> None:
        """Wait for `_awaited`; read and write until `_ending` is set or the queue gives None; close it."""

    def _fail(self, error: PortError) -> None:
        """Report the loss, and end."""
        self._ending.set()
        self._outgoing.put(None)
        self._tell(self._lost, error)

    def _tell(self, what: Callable[..., object], *args: object) -> None:
        """Have something done in the loop's thread."""
        try:
            self._loop.call_soon_threadsafe(what, *args)
        except RuntimeError:  # the loop is closed: nobody is left to be told
            self._end()
