"""The supervisor of the station's devices, as the profile lists them, under the guard."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from contract.profile import Profile
from kiosk.core.clock import Clock
from kiosk.processes import Paths
from peripherals.events import DeviceConfig, Event, Role
from peripherals.guard_client import GuardClient
from peripherals.supervisor import Supervisor


@asynccontextmanager
async def supervisor(
    paths: Paths, profile: Profile, clock: Clock, on_event: Callable[[Event], None]
) -> AsyncIterator[Supervisor]:
    """Run the devices while inside; the cuff is stopped on the way out."""
    configs = [DeviceConfig(d.id, Role(d.role), d.port, d.driver) for d in profile.devices]
    running = Supervisor(
        configs, on_event, clock.instant, GuardClient(paths.guard_socket), profile.timing.measure_timeout_s
    )
    task = asyncio.create_task(running.run())
    try:
        yield running
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
