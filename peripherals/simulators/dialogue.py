"""A product's conversation with its simulator at made-up times: no line, no waiting, the same every time."""

from collections import deque
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from peripherals.devices.product import BleLine, HidLine, PhdcLine, Product
from peripherals.protocols.base import Frame
from peripherals.protocols.conversation import Now, Packet
from peripherals.protocols.ieee11073 import phdc
from peripherals.simulators.device import Make, SimulatedDevice
from peripherals.simulators.scenarios import Scenario
from peripherals.transport.gatt_packets import NOTIFY, ON, READ, TABLE, VALUE
from peripherals.transport.usb_channels import CONTROL, DESCRIPTORS

BEGAN: Final = datetime(2026, 11, 24, 10, 0)
TICK_S: Final = 0.1  # as often as the engine does
ANSWERS: Final = 10_000
"""Packets in one tick: two that talk for ever without time passing are stopped there."""

SET_CONFIGURATION: Final = bytes((0x00, 9, 1, 0, 0, 0, 0, 0))  # USB's standard request, configuration 1
DEVICE_DESCRIPTOR: Final = 18  # bytes; behind it stands the configuration


class _Line:
    """Does what a transport does between the two; this one carries bytes as they are."""

    def __init__(self, device: SimulatedDevice) -> None:
        self._device = device

    def opened(self) -> list[Packet]:
        """Do what is done with a device that has just been plugged in; return what is told of it."""
        return []

    def sent(self, packet: Packet, t: float) -> list[Packet]:
        """Carry over what the host says; return what the device answers."""
        return self._device.host_sent(packet.data, t, packet.channel)

    def said(self, t: float) -> list[Packet]:
        """Return what the device says by itself."""
        return self._device.tick(t)


class _Reports(_Line):
    """HID: reports are filled up."""

    def __init__(self, device: SimulatedDevice, size: int) -> None:
        super().__init__(device)
        self._size = size

    def sent(self, packet: Packet, t: float) -> list[Packet]:
        filled = packet if packet.channel else Packet(packet.data.ljust(self._size, b"\0"))
        return super().sent(filled, t)


class _Transfers(_Line):
    """USB: a configuration is chosen; the interface's descriptors are told."""

    def opened(self) -> list[Packet]:
        self._device.host_sent(SET_CONFIGURATION, 0.0, CONTROL)
        [descriptors] = self._device.host_sent(b"", 0.0, DESCRIPTORS)
        return [Packet(descriptors.data[DEVICE_DESCRIPTOR:], phdc.CHANNEL)]


class _Values(_Line):
    """Bluetooth: subscriptions, then reads, then values as they come."""

    def __init__(self, device: SimulatedDevice, line: BleLine) -> None:
        super().__init__(device)
        self._line = line

    def opened(self) -> list[Packet]:
        self._device.host_sent(b"", 0.0, TABLE)
        for channel in self._line.notify:
            self._device.host_sent(ON, 0.0, NOTIFY + channel)
        reads = (self.sent(Packet(b"", READ + channel), 0.0) for channel in self._line.reads)
        return [packet for answer in reads for packet in answer]

    def sent(self, packet: Packet, t: float) -> list[Packet]:
        """A read is answered on its channel; that a write was done, or anything refused, is not told."""
        answers = super().sent(packet, t)
        plain = (Packet(data, channel.removeprefix(VALUE)) for data, channel in answers)
        return [answer for answer in plain if " " not in answer.channel]


def _line_of(product: Product, device: SimulatedDevice) -> _Line:
    match product.lines[0]:
        case HidLine(report=size):
            return _Reports(device, size)
        case PhdcLine():
            return _Transfers(device)
        case BleLine() as line:
            return _Values(device, line)
    return _Line(device)


class Dialogue:
    """Open from the beginning. `heard`: what the device said, with its time in seconds; `frames`: what the
    conversation made of it."""

    def __init__(self, product: Product, make: Make, story: Scenario, seed: int = 0) -> None:
        self.conversation = product.talk()
        self.heard: list[tuple[float, Packet]] = []
        self.frames: list[Frame] = []
        self.t = 0.0
        self._device = make(story, seed, BEGAN)
        self._line = _line_of(product, self._device)
        self._spoken_s = 0.0
        self._exchange(self._line.opened(), 0.0)
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
            self._exchange(self._line.said(self._spoken_s), self._spoken_s)
            self._spoken_s += self._device.period_s
        self.frames += self.conversation.tick(self.now)
        self.answer()

    def answer(self) -> None:
        """Carry over what the conversation has to say (after `measure` and the like), and the answers."""
        self._exchange([], self.t)

    def send(self, data: bytes) -> None:
        """Write what the engine itself writes: a cuff's start and stop."""
        self._exchange(self._line.sent(Packet(data), self.t), self.t)

    def _exchange(self, said: Iterable[Packet], t: float) -> None:
        """Hand over what the device said, and what it says to the answers, until nobody says more."""
        waiting = deque(said)
        for _ in range(ANSWERS):
            for packet in self.conversation.outgoing():
                waiting += self._line.sent(packet, t)
            if not waiting:
                return
            packet = waiting.popleft()
            self.heard.append((t, packet))
            self.frames += self.conversation.heard(packet.data, packet.channel, _moment(t))


def _moment(t: float) -> Now:
    return Now(1 + round(t * 1e9), BEGAN + timedelta(seconds=t))
