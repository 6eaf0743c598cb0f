"""A conversation with a simulated device, without a line, without waiting: times are made up."""

from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta

from peripherals.devices.product import HidLine
from peripherals.protocols.base import Frame
from peripherals.protocols.conversation import Now, Packet
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.line import BadLine
from peripherals.simulators.scenarios import Scenario, find

STEP_S = 0.02
BEGAN = datetime(2026, 5, 4, 9, 30, 20, 500_000)


class Bench:
    """One conversation and one device; `told` are the frames that the engine would get.

    `replug` gives the device another story, a fresh conversation, and what the one before would hand on.
    """

    def __init__(
        self, name: str, story: Scenario | str = "healthy", seed: int = 0, *, serial: bool = False
    ) -> None:
        self.product = PRODUCTS[name]
        lines = [line for line in self.product.lines if isinstance(line, HidLine) and not serial]
        self._report = lines[0].report if lines else 0
        self.t = 0.0
        self.told: list[Frame] = []
        self.said: list[Packet] = []
        self._seed = seed
        self._plug_in(story)
        self.talk.opened(self.now)

    @property
    def now(self) -> Now:
        return Now(round(self.t * 1e9), BEGAN + timedelta(seconds=self.t))

    def run(self, seconds: float, until: Callable[[], bool] = lambda: False) -> None:
        end = self.t + seconds
        while self.t < end and not until():
            self.t += STEP_S
            for packet in self._line.due(self.t):
                self.told += self.talk.heard(packet.data, packet.channel, self.now)
            self.told += self.talk.tick(self.now)
            self._host_speaks()
            for packet in self.device.tick(self.t - self._on_since):
                self._line.put(packet, self.t)

    def identify(self) -> None:
        self.run(30, lambda: self.talk.understood)
        assert self.talk.understood
        self.run(3)
        assert self.told == []

    def measure(self, seconds: float = 60.0, frames: int = 1) -> list[Frame]:
        """An act from its begin to the first frames, as the engine runs it."""
        self.told = []
        self.talk.measure(self.now)
        self.run(seconds, lambda: len(self.told) >= frames)
        return self.told

    def rest(self) -> None:
        self.talk.rest(self.now)
        self.run(1)

    def download(self, seconds: float = 120.0) -> list[Frame]:
        self.told = []
        self.talk.download(self.now)
        self.run(seconds, lambda: not self.talk.busy)
        assert not self.talk.busy
        return self.told

    def replug(self, story: Scenario | str, *, began: Now | None = None, hand_on: bool = True) -> None:
        keepsake = self.talk.keepsake
        self._plug_in(story)
        self.told = []
        self.talk.opened(self.now)
        if began is not None:
            if hand_on:
                self.talk.recall(keepsake)
            self.talk.measure(began)

    def values(self) -> list[dict[str, int | float]]:
        return [frame.values for frame in self.told]

    def _plug_in(self, story: Scenario | str) -> None:
        self.story = find(story) if isinstance(story, str) else story
        error = self.story.clock_error_s
        wall = datetime(2000, 1, 1) if error is None else self.now.local + timedelta(seconds=error)
        self.device = SIMULATORS[self.product.name](self.story, self._seed, wall)
        self.talk = self.product.talk()
        self._line = BadLine(self.story.line, self._seed)
        self._on_since = self.t
        self._waiting: deque[Packet] = deque()

    def _host_speaks(self) -> None:
        for packet in self.talk.outgoing():
            self.said.append(packet)
            data = packet.data if packet.channel else packet.data.ljust(self._report, b"\0")
            for answer in self.device.host_sent(data, self.t - self._on_since, packet.channel):
                self._line.put(answer, self.t)
