"""A conversation and a simulated device at one table: made-up time, real bytes, faults on the way."""

from collections.abc import Callable
from datetime import datetime, timedelta

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Conversation, Now, Packet
from peripherals.simulators.device import Make
from peripherals.simulators.scenarios import Scenario, find

NOON = datetime(2024, 5, 6, 12, 0, 10)
STEP_S = 0.1


def passed_on(packet: Packet) -> list[Packet]:
    return [packet]


class Table:
    """`answers` is what becomes of each packet of the device, `questions` of each of the host."""

    def __init__(
        self, make: Make, talk: Conversation, story: Scenario | str = "healthy", *, begin: datetime = NOON
    ) -> None:
        self.story = find(story) if isinstance(story, str) else story
        self.make = make
        self.talk = talk
        self.t = 0.0
        self.begin = begin
        self.swap(self.story)
        self.frames: list[Frame] = []
        self.said: list[Packet] = []
        self.questions: Callable[[Packet], list[Packet]] = passed_on
        self.answers: Callable[[Packet], list[Packet]] = passed_on

    def swap(self, story: Scenario, seed: int = 7) -> None:
        """Put another device in the place of the one that is there, switched on now."""
        error = story.clock_error_s
        wall = datetime(2000, 1, 1) if error is None else self.now.local + timedelta(seconds=error)
        self.device = self.make(story, seed, wall)
        self._switched_on = self.t

    @property
    def now(self) -> Now:
        return Now(round(self.t * 1e9), self.begin + timedelta(seconds=self.t))

    def open(self) -> None:
        self.talk.opened(self.now)
        self._exchange()

    def run(self, seconds: float) -> None:
        for _ in range(round(seconds / STEP_S)):
            self.step()

    def step(self) -> None:
        self.t = round(self.t + STEP_S, 3)
        self._hear(self.device.tick(self.t - self._switched_on))
        self.frames += self.talk.tick(self.now)
        self._exchange()

    def of(self, kind: FrameKind) -> list[Frame]:
        return [frame for frame in self.frames if frame.kind is kind]

    def glucose(self, kind: FrameKind) -> list[int | float]:
        return [frame.values["glucose"] for frame in self.of(kind) if "glucose" in frame.values]

    def _exchange(self) -> None:
        while said := self.talk.outgoing():
            self.said += said
            for question in [arrived for packet in said for arrived in self.questions(packet)]:
                self._hear(self.device.host_sent(question.data, self.t - self._switched_on, question.channel))

    def _hear(self, packets: list[Packet]) -> None:
        for packet in packets:
            for arrived in self.answers(packet):
                self.frames += self.talk.heard(arrived.data, arrived.channel, self.now)
