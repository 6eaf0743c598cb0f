"""What a simulated device is. It does no I/O and keeps no time: both come from `port.py`."""

from collections.abc import Callable
from datetime import datetime
from typing import Protocol

from peripherals.protocols.conversation import Packet
from peripherals.simulators.scenarios import Scenario


class SimulatedDevice(Protocol):
    """What a device does. Times are seconds of the device since it was switched on."""

    period_s: float

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Take the host's bytes, return answers at once."""
        ...

    def tick(self, t: float) -> list[Packet]:
        """Return what it says at this moment; called every `period_s`."""
        ...

    def measuring_for(self, t: float) -> float:
        """Return the seconds since the story began."""
        ...


Make = Callable[[Scenario, int, datetime], SimulatedDevice]
"""(story, seed of everything random, true local time when it is switched on) → the device."""
