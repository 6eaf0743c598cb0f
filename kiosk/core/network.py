"""Notices that the station has another network: Wi-Fi to cable, another address, or one again after none.

The kernel tells of links, addresses and routes (rtnetlink); what counts is the address from which we would
speak to the hub. Sockets of the address before would wait for an answer for a long time.
"""

import asyncio
import contextlib
import logging
import socket
from collections.abc import Callable
from typing import Final

SETTLE_S: Final = 0.2  # several messages make one change
POLL_S: Final = 5.0  # where no message came: an overrun queue, a namespace that tells nothing
# linux/rtnetlink.h: RTMGRP_LINK, RTMGRP_IPV4_IFADDR, _IPV4_ROUTE, RTMGRP_IPV6_IFADDR, _IPV6_ROUTE
GROUPS: Final = 0x1 | 0x10 | 0x40 | 0x100 | 0x400
BUFFER: Final = 1 << 16

log = logging.getLogger(__name__)


def source_towards(host: str, port: int) -> str:
    """Return the address we would speak from to this IP address; empty: there is no way. Sends nothing."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_DGRAM) as probe:
        try:
            probe.connect((host, port))
        except OSError:
            return ""
        return str(probe.getsockname()[0])


class Network:
    """Calls `moved` when the way to `towards()` (the hub's address as it was last reached) is another one."""

    def __init__(self, towards: Callable[[], tuple[str, int] | None], moved: Callable[[], None]) -> None:
        self._towards, self._moved = towards, moved
        self._news = asyncio.Event()
        self._peer: tuple[str, int] | None = None
        self._source = ""

    async def run(self) -> None:
        """Watch until cancelled."""
        loop = asyncio.get_running_loop()
        with socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE) as kernel:
            kernel.setblocking(False)
            kernel.bind((0, GROUPS))
            loop.add_reader(kernel, self._drain, kernel)
            try:
                while True:
                    with contextlib.suppress(TimeoutError):
                        async with asyncio.timeout(POLL_S):
                            await self._news.wait()
                            await asyncio.sleep(SETTLE_S)
                    self._news.clear()
                    self.look()
            finally:
                loop.remove_reader(kernel)

    def look(self) -> None:
        """Compare the way now with the way before."""
        peer = self._towards()
        if peer is None:
            return
        before, self._source = self._source, source_towards(*peer)
        known, self._peer = self._peer == peer, peer
        if known and self._source and self._source != before:
            log.info("the station's way to the hub is another one now")
            self._moved()

    def _drain(self, kernel: socket.socket) -> None:
        """Take what the kernel says; that it said something is all we need."""
        with contextlib.suppress(BlockingIOError):
            while True:
                try:
                    kernel.recv(BUFFER)
                except OSError as error:
                    if isinstance(error, BlockingIOError):
                        raise
                    break  # more than the socket could hold: something has changed, at any rate
        self._news.set()
