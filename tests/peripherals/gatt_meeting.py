"""A conversation and a simulated Bluetooth device face to face, in made-up time, without a transport."""

from datetime import datetime, timedelta

from peripherals.devices.product import BleLine
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.ble_talk import READ
from peripherals.protocols.conversation import Now, Packet
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.scenarios import Scenario, find
from peripherals.transport.ble_socket import channel_of
from peripherals.transport.gatt_packets import NOTIFY, ON, TABLE, VALUE

MORNING = datetime(2026, 11, 24, 10, 0, 0)


class Meeting:
    """Does what the transport does: subscribes, reads, carries values and writes. Times in seconds."""

    def __init__(self, name: str, scenario: Scenario | str = "healthy") -> None:
        story = find(scenario) if isinstance(scenario, str) else scenario
        error_s = story.clock_error_s
        wall = datetime(2000, 1, 1) if error_s is None else MORNING + timedelta(seconds=error_s)
        self.device = SIMULATORS[name](story, 0, wall)
        self.talk = PRODUCTS[name].talk()
        [line] = PRODUCTS[name].lines
        assert isinstance(line, BleLine)
        self.line = line
        self.t = 0.0
        self.frames: list[Frame] = []
        self.written: list[Packet] = []
        self._tick_at = 0.0

    def now(self) -> Now:
        return Now(round(self.t * 1e9), MORNING + timedelta(seconds=self.t))

    def connect(self) -> None:
        [table] = self.device.host_sent(b"", self.t, TABLE)
        has = {row.split()[1] for row in table.data.decode().splitlines()}
        for channel in map(channel_of, self.line.notify):
            assert channel in has
            self.device.host_sent(ON, self.t, NOTIFY + channel)
        for channel in self.line.reads:
            if channel in has:
                self._read(channel)
        self.talk.opened(self.now())

    def let(self, seconds: float) -> list[Frame]:
        """Let time pass; returns the frames of this stretch."""
        before = len(self.frames)
        until = self.t + seconds
        while self.t < until - 1e-9:
            self.t = round(self.t + 0.1, 6)
            self._write()
            if self.t >= self._tick_at:
                self._tick_at = self.t + self.device.period_s - 1e-9
                self._hear(self.device.tick(self.t))
            self.frames += self.talk.tick(self.now())
            self._write()
        return self.frames[before:]

    def measure(self) -> None:
        self.talk.measure(self.now())

    def hear(self, data: bytes, channel: str) -> list[Frame]:
        return self.talk.heard(data, channel, self.now())

    def _hear(self, packets: list[Packet]) -> None:
        for data, channel in packets:
            self.frames += self.talk.heard(data, channel, self.now())

    def _read(self, channel: str) -> None:
        [answer] = self.device.host_sent(b"", self.t, READ + channel)
        assert answer.channel == VALUE + channel
        self.talk.heard(answer.data, channel, self.now())

    def _write(self) -> None:
        for data, channel in self.talk.outgoing():
            if channel.startswith(READ):
                self._read(channel.removeprefix(READ))
                continue
            self.written.append(Packet(data, channel))
            done, *said = self.device.host_sent(data, self.t, channel)
            assert done.data == b"\0", f"{channel} refused {data.hex()}"
            self._hear(said)


def of(kind: FrameKind, frames: list[Frame]) -> list[Frame]:
    return [frame for frame in frames if frame.kind is kind]
