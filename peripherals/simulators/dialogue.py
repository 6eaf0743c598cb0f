"""A product's conversation with its simulator at made-up times: no line, no waiting, the same every time."""

from collections import deque
from datetime import datetime, timedelta
from typing import Final

from peripherals.devices.product import HidLine, PhdcLine, Product
from peripherals.protocols.base import Frame
from peripherals.protocols.conversation import Now, Packet
from peripherals.protocols.ieee11073 import phdc
from peripherals.simulators.device import Make
from peripherals.simulators.scenarios import Scenario
from peripherals.transport.usb_channels import CONTROL, DESCRIPTORS

BEGAN: Final = datetime(2026, 11, 24, 10, 0)
TICK_S: Final = 0.1  # as often as the engine does
SET_CONFIGURATION: Final = bytes((0x00, 9, 1, 0, 0, 0, 0, 0))  # USB's standard request, configuration 1
DEVICE_DESCRIPTOR: Final = 18  # bytes
ANSWERS: Final = 10_000
"""Packets in one tick: two that talk for ever without time passing are stopped there."""


class Dialogue:
    """Open from the beginning. `heard`: what the device said, with its time in seconds; `frames`: what the
    conversation made of it."""

    def __init__(self, product: Product, make: Make, story: Scenario, seed: int = 0) -> None:
        self.conversation = product.talk()
        self.heard: list[tuple[float, Packet]] = []
        self.frames: list[Frame] = []
        self.t = 0.0
        self._line = product.lines[0]
        self._device = make(story, seed, BEGAN)
        self._spoken_s = 0.0
        self._exchange(self._plugged_in(), 0.0)
        self.conversation.opened(self.now)
        self.answer()

    @property
    def now(self) -> Now:
        """This moment of the dialogue."""
        return _moment(self.t)

    def tick(self) -> None:
        """Let the device say what it has to, then let the conversation look after itself."""
        self.t = round(self.t + TICK_S, 6)
        while self._spoken_s < self.t:
            self._exchange(self._device.tick(self._spoken_s), self._spoken_s)
            self._spoken_s += self._device.period_s
        self.frames += self.conversation.tick(self.now)
        self.answer()

    def answer(self) -> None:
        """Carry over what the conversation has to say (after `measure` and the like), and the answers."""
        self._exchange([], self.t)

    def send(self, data: bytes) -> None:
        """Write what the engine itself writes: a cuff's start and stop."""
        self._exchange(self._device.host_sent(data, self.t), self.t)

    def _plugged_in(self) -> list[Packet]:
        """Do what the transport does with a new device, and return what it tells of it."""
        if not isinstance(self._line, PhdcLine):
            return []
        self._device.host_sent(SET_CONFIGURATION, 0.0, CONTROL)
        [descriptors] = self._device.host_sent(b"", 0.0, DESCRIPTORS)
        # The configuration stands behind the device's own descriptor; broken ones end the reading.
        return [Packet(descriptors.data[DEVICE_DESCRIPTOR:], phdc.CHANNEL)]

    def _exchange(self, said: list[Packet], t: float) -> None:
        """Hand over what the device said, and what it says to the answers, until nobody says more."""
        waiting = deque(said)
        for _ in range(ANSWERS):
            for packet in self.conversation.outgoing():
                waiting += self._device.host_sent(self._sent(packet), t, packet.channel)
            if not waiting:
                return
            packet = waiting.popleft()
            self.heard.append((t, packet))
            self.frames += self.conversation.heard(packet.data, packet.channel, _moment(t))

    def _sent(self, packet: Packet) -> bytes:
        """Return a packet as the transport sends it: reports are filled up."""
        if isinstance(self._line, HidLine) and not packet.channel:
            return packet.data.ljust(self._line.report, b"\0")
        return packet.data


def _moment(t: float) -> Now:
    return Now(1 + round(t * 1e9), BEGAN + timedelta(seconds=t))
