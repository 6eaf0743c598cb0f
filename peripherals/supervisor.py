"""The one place that opens lines and tries again; what `kiosk.core` talks to.

Each device of the station has a keeper (`keeper.py`) that finds it, opens its line and serves it by a
worker of its kind; this module runs the keepers and hands them the orders.
"""

import asyncio
import logging
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final
from uuid import UUID

from contract.measurement import Act, Instant
from contract.quality import schemes
from peripherals.discovery import Memory, Seen, recognised
from peripherals.events import DeviceConfig, DeviceSeen, Event, Fault, Role
from peripherals.guard_client import GuardClient
from peripherals.hotplug import Finder
from peripherals.keeper import Around, Keeper
from peripherals.probing import now
from peripherals.worker import ROLE_OF, Limits, Order, failed

log = logging.getLogger(__name__)

LOOK_AGAIN_S: Final = 5.0
_STANDARD: Final = Limits()


class Supervisor:
    """Runs the station's devices. `on_event` gets everything they report, in the loop's thread.

    `instant` gives this moment as a Measurement carries it; `guard` None leaves the cuff unguarded (tools);
    `limits` are those of the gate and of the cuff; `finder` looks for devices whose port is "auto", `memory`
    is the file that remembers them.
    """

    def __init__(
        self,
        configs: Sequence[DeviceConfig],
        on_event: Callable[[Event], None],
        instant: Callable[[], Instant],
        guard: GuardClient | None = None,
        *,
        limits: Limits = _STANDARD,
        finder: Finder | None = None,
        memory: Path | None = None,
    ) -> None:
        self._on_event = on_event
        self._guard = guard
        self._finder = finder
        self._told: set[str] = set()
        around = Around(on_event, instant, guard, limits, finder, Memory(memory), asyncio.Event())
        self._around = around
        self._keepers = [Keeper(config, around, self._taken) for config in configs]

    async def run(self) -> None:
        """Keep all devices going until cancelled; cuffs are stopped on the way out."""
        try:
            async with asyncio.TaskGroup() as tasks:
                for keeper in self._keepers:
                    tasks.create_task(keeper.run())
                if self._finder is not None:
                    tasks.create_task(self._follow(self._finder))
        finally:
            self.stop_cuff()
            if self._guard:
                self._guard.close()

    def measure(
        self,
        act: Act,
        *,
        id: UUID,
        attempt: int = 1,
        site: str | None = None,
        position: str | None = None,
        cuff_size: str | None = None,
        arm_cm: float | None = None,
        rest_ok: bool = True,
    ) -> None:
        """Start an act; its end is one MeasurementReady or MeasurementFailed with this id."""
        fits = schemes().cuffs.get(cuff_size or "")
        order = Order(act, id, attempt, now(), site, position, cuff_size, fits, arm_cm, rest_ok)
        keepers = [keeper for keeper in self._keepers if keeper.config.role is ROLE_OF.get(act)]
        ready = [keeper for keeper in keepers if keeper.takes_orders]
        if ready:
            ready[0].measure(order)
        elif keepers:
            keepers[0].measure(order)
        else:
            self._on_event(failed("", order, Fault.NOT_CONNECTED))

    def stop(self, act: Act) -> None:
        """End an act that runs (it fails with `stopped`); nothing when none does."""
        for keeper in self._keepers:
            if keeper.config.role is ROLE_OF.get(act):
                keeper.stop()

    def stop_cuff(self) -> None:
        """Write stop to every cuff now, whether it measures or not."""
        for keeper in self._keepers:
            if keeper.config.role is Role.CUFF:
                keeper.halt()

    def strangers(self) -> tuple[DeviceSeen, ...]:
        """Return what is plugged in, recognised, and serves as none of the station's devices now."""
        if self._finder is None:
            return ()
        mine = {seen.address for seen in self._taken()}
        present = [seen for seen in self._finder.present() if seen.address not in mine]
        return tuple(_told(seen) for seen in present if recognised(seen))

    def _taken(self) -> list[Seen]:
        return [keeper.seen for keeper in self._keepers if keeper.seen is not None]

    async def _follow(self, finder: Finder) -> None:
        """Wake who waits for a device, and tell the technician of what nobody waits for.

        Where the machine can't say what is plugged in, devices with a port of their own go on all the same.
        """
        while True:
            try:
                self._tell_strangers(finder)
                async for _ in finder.changes():
                    self._around.plugged.set()
                    self._around.plugged.clear()
                    await asyncio.sleep(0)  # those who were woken look first
                    self._tell_strangers(finder)
            except Exception:
                log.exception("what is plugged in can't be seen now")
            await asyncio.sleep(LOOK_AGAIN_S)

    def _tell_strangers(self, finder: Finder) -> None:
        mine = {seen.address for seen in self._taken()}
        waiting = {keeper.config.role for keeper in self._keepers if keeper.seen is None}
        present = finder.present()
        self._told &= {str(seen.address) for seen in present}
        for seen in present:
            products = recognised(seen)
            if seen.address in mine or any(product.role in waiting for product in products):
                continue
            if str(seen.address) not in self._told:
                self._told.add(str(seen.address))
                self._on_event(_told(seen))


def _told(seen: Seen) -> DeviceSeen:
    names = tuple(product.title for product in recognised(seen))
    return DeviceSeen(str(seen.address), names, seen.description, seen.serial)
