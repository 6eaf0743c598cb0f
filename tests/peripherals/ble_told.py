"""Bluetooth lines under test: what they tell, and waiting for it."""

import asyncio
import time
from collections.abc import Callable
from datetime import datetime

from peripherals.devices.product import BleLine
from peripherals.protocols.conversation import Packet
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.device import SimulatedDevice
from peripherals.simulators.scenarios import Scenario, find
from peripherals.transport.ble_port import BleLink, open_line
from peripherals.transport.link import PortError

PATIENCE_S = 10.0


def line_of(name: str) -> BleLine:
    [line] = PRODUCTS[name].lines
    assert isinstance(line, BleLine)
    return line


SCALE, STRAP, METER = map(line_of, ("ble-2a9d", "ble-2a37", "ble-2a18"))


async def until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline
        await asyncio.sleep(0.005)


class Told:
    """What a line tells, in order."""

    def __init__(self) -> None:
        self.packets: list[Packet] = []
        self.times: list[int] = []
        self.losses: list[PortError] = []

    def packet(self, packet: Packet, t_ns: int) -> None:
        self.packets.append(packet)
        self.times.append(t_ns)

    def lost(self, error: PortError) -> None:
        self.losses.append(error)

    def on(self, channel: str) -> list[bytes]:
        return [packet.data for packet in self.packets if packet.channel == channel]

    async def open(self, place: str, line: BleLine) -> BleLink:
        async with asyncio.timeout(PATIENCE_S):
            return await open_line(place, line, self.packet, self.lost)


def device(name: str, scenario: Scenario | str = "healthy") -> SimulatedDevice:
    story = find(scenario) if isinstance(scenario, str) else scenario
    return SIMULATORS[name](story, 0, datetime.now())
