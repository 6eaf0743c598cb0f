"""The supervisor of the station's devices, as the profile lists them, under the guard."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

import msgspec

from contract.measurement import Act
from contract.profile import DeviceConfig as Device
from contract.profile import Profile
from contract.quality import rules
from kiosk.core.clock import Clock
from kiosk.processes import Paths
from peripherals.events import DeviceConfig, Event
from peripherals.guard_client import GuardClient
from peripherals.hotplug import Udev
from peripherals.supervisor import Supervisor
from peripherals.worker import Limits


@asynccontextmanager
async def supervisor(
    paths: Paths, profile: Profile, clock: Clock, on_event: Callable[[Event], None]
) -> AsyncIterator[Supervisor]:
    """Run the devices while inside; the cuff is stopped on the way out."""
    configs = [_config(device) for device in profile.devices]
    running = Supervisor(
        configs,
        on_event,
        clock.instant,
        GuardClient(paths.guard_socket),
        limits=_limits(profile),
        finder=Udev() if any(config.port == "auto" for config in configs) else None,
        memory=paths.state / "devices.json",
    )
    task = asyncio.create_task(running.run())
    try:
        yield running
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


def _config(device: Device) -> DeviceConfig:
    return msgspec.convert(msgspec.structs.asdict(device), DeviceConfig)


def _limits(profile: Profile) -> Limits:
    acts = rules()
    timeout_s = float(profile.timing.measure_timeout_s)
    return Limits({**acts, Act.OXIMETRY: msgspec.structs.replace(acts[Act.OXIMETRY], timeout_s=timeout_s)})
