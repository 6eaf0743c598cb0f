"""Tells when a sound card was plugged in or out, by the kernel's own messages."""

import asyncio
import logging
from collections.abc import Callable
from typing import Any, Final

import pyudev

QUIET_S: Final = 0.4  # a plug is many messages, and udev opens the card to us a little later

_log = logging.getLogger(__name__)


class SoundHotplug:
    """Calls `changed` on the loop, once for each burst of messages, until closed."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._loop = asyncio.get_running_loop()
        self._soon: asyncio.TimerHandle | None = None
        self._monitor: Any = None
        try:
            self._monitor = pyudev.Monitor.from_netlink(pyudev.Context())
            self._monitor.filter_by("sound")
            self._monitor.start()
        except (OSError, ImportError) as error:  # no udev here: what is plugged in later stays unseen
            _log.warning("sound cards cannot be watched: %s", error)
            self._monitor = None
            return
        self._loop.add_reader(self._monitor.fileno(), self._readable)

    def close(self) -> None:
        """Watch no more."""
        if self._soon:
            self._soon.cancel()
        if self._monitor is not None:
            self._loop.remove_reader(self._monitor.fileno())
            self._monitor = None

    def _readable(self) -> None:
        heard = False
        while (device := self._monitor.poll(timeout=0)) is not None:
            heard = heard or device.sys_name.startswith("card")
        if heard:
            self.soon()

    def soon(self) -> None:
        """Something changed: tell it once it is quiet."""
        if self._soon:
            self._soon.cancel()
        self._soon = self._loop.call_later(QUIET_S, self._changed)
