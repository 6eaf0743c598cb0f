"""What the hub's list of stations shows of this one: told at each connection, on a change, now and then."""

import asyncio
from collections.abc import Callable
from typing import Final

from contract import wire

LEAST_S: Final = 5.0  # between two reports
OFTEN_S: Final = 600.0


class Reporting:
    """`status` says how it stands; `to_hub` is False while the hub is away."""

    def __init__(
        self, status: Callable[[], wire.StationStatus], to_hub: Callable[[wire.ToHub], bool]
    ) -> None:
        self._status, self._to_hub = status, to_hub
        self._touched = asyncio.Event()

    def touch(self) -> None:
        """It stands otherwise."""
        self._touched.set()

    def hub_is(self, online: bool) -> None:
        """Tell after each connection."""
        if online:
            self.touch()

    async def run(self) -> None:
        """Tell until cancelled."""
        while True:
            try:
                async with asyncio.timeout(OFTEN_S):
                    await self._touched.wait()
            except TimeoutError:
                pass
            self._touched.clear()
            self._to_hub(self._status())
            await asyncio.sleep(LEAST_S)
