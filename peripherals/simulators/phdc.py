"""The USB side of a simulated healthcare device: descriptors and control requests beside the agent's APDUs.

The channels of its socket are those of `transport/usb_channels.py`.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Final

from peripherals.protocols.conversation import Packet
from peripherals.protocols.ieee11073 import phdc
from peripherals.simulators.device import Make
from peripherals.simulators.health_agent import HealthAgent
from peripherals.simulators.health_profiles import Profile, cuff, glucose, oximeter, scale, thermometer
from peripherals.simulators.scenarios import Scenario
from peripherals.transport.usb_channels import CONTROL, DESCRIPTORS, DONE, STALL

VENDOR: Final = 0x1209  # of open hardware; its product 1 is for tests
PRODUCT: Final = 0x0001
BULK_IN: Final = 0x81
BULK_OUT: Final = 0x02
PACKET: Final = 64

STRING: Final = 3
US_ENGLISH: Final = 0x0409

MakeProfile = Callable[[Scenario, int, datetime], Profile]


class HealthDevice:
    """An agent behind a USB plug. It starts anew whenever a host chooses its configuration."""

    def __init__(self, scenario: Scenario, seed: int, wall: datetime, *, profile: MakeProfile) -> None:
        own = profile(scenario, seed, wall)
        self.agent = HealthAgent(own, scenario, wall)
        self.period_s = self.agent.period_s
        self._strings = ("", "Carepost", f"Simulated {own.model}", f"SIM-{own.specialisation:04X}")
        self._configuration = 0
        self.descriptors = _device() + _configuration(own.specialisation)

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Answer descriptors and control requests; pass transfers on to the agent."""
        if channel == DESCRIPTORS:
            return [Packet(self.descriptors, DESCRIPTORS)]
        if channel == CONTROL:
            answer = self._control(data, t)
            return [Packet(bytes((STALL,)) if answer is None else bytes((DONE,)) + answer, CONTROL)]
        return self.agent.host_sent(data, t)

    def tick(self, t: float) -> list[Packet]:
        """Return what the agent says."""
        return self.agent.tick(t)

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began."""
        return self.agent.measuring_for(t)

    def _control(self, setup: bytes, t: float) -> bytes | None:
        """Answer a setup packet; None: it is stalled."""
        if len(setup) < 8:
            return None
        kind, request, value = setup[0], setup[1], int.from_bytes(setup[2:4], "little")
        length = int.from_bytes(setup[6:8], "little")
        match (kind, request):
            case (0x80, 6):  # get descriptor: of the strings, the others come on their own channel
                return self._string(value, length)
            case (0x80, 8):  # get configuration
                return bytes((self._configuration,))
            case (0x00, 9):  # set configuration
                self._configuration = value & 0xFF
                self.agent.configured(t)
                return b""
            case (0xA1, phdc.GET_STATUS):
                return b"\0\0"
        return None

    def _string(self, value: int, length: int) -> bytes | None:
        kind, index = value >> 8, value & 0xFF
        if kind != STRING or index >= len(self._strings):
            return None
        text = self._strings[index].encode("utf-16-le") if index else US_ENGLISH.to_bytes(2, "little")
        return (bytes((2 + len(text), STRING)) + text)[:length]


def _device() -> bytes:
    ids = VENDOR.to_bytes(2, "little") + PRODUCT.to_bytes(2, "little")
    return bytes((18, 1, 0x00, 0x02, 0, 0, 0, PACKET)) + ids + bytes((0x00, 0x01, 1, 2, 3, 1))


def _configuration(specialisation: int) -> bytes:
    """Return the configuration: one interface of class 0F with a bulk endpoint each way."""
    inside = bytes((9, 4, 0, 0, 2, phdc.INTERFACE_CLASS, 0, 0, 0)) + phdc.write_descriptors(specialisation)
    for address in (BULK_IN, BULK_OUT):
        inside += bytes((7, 5, address, 2, PACKET, 0, 0)) + phdc.write_quality()
    total = 9 + len(inside)
    return bytes((9, 2)) + total.to_bytes(2, "little") + bytes((1, 1, 0, 0x80, 50)) + inside


def _make(profile: MakeProfile) -> Make:
    return partial(HealthDevice, profile=profile)


OXIMETER: Final = _make(oximeter)
CUFF: Final = _make(cuff)
THERMOMETER: Final = _make(thermometer)
SCALE: Final = _make(scale)
GLUCOSE: Final = _make(glucose)
