"""A conversation of questions and answers, told as generators: ask, wait for the answer, ask again, give up.

A task is a generator that yields an `Ask` and is sent the frame that answers it, or yields a `Pause` and goes
on when that is over. Tasks run one after the other; the times come from `heard` and `tick`. Only here is
anything repeated: a task that is thrown `NoAnswer` lets it end itself, or tries again later.
"""

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Callable, Generator
from datetime import datetime
from typing import Final, NamedTuple, TypeVar

from peripherals.protocols.base import Decoder, Frame, FrameKind
from peripherals.protocols.conversation import Conversation, Now

T = TypeVar("T")


class NoAnswer(Exception):
    """The device did not answer, however often it was asked."""


class Ask(NamedTuple):
    """`data` is said, and said again (or `again`, where that is something else) after `timeout_s` without an
    answer, `tries` times in all."""

    data: bytes
    answered_by: Callable[[Frame], bool]
    timeout_s: float = 1.0
    tries: int = 3
    again: bytes = b""


class Pause(NamedTuple):
    """Nothing is said for so long."""

    seconds: float


Step = Ask | Pause
Task = Generator[Step, Frame, T]

NOTHING: Final = Frame(FrameKind.REPLY, b"")
"""What ends a pause."""


class Asking(Conversation, ABC):
    """Runs tasks; hands out only the frames that they `give`. `_identify` runs first."""

    def __init__(self, decoder: Decoder) -> None:
        super().__init__(decoder)
        self._tasks: deque[Task[None]] = deque()
        self._step: Step | None = None
        self._tried = 0
        self._since_ns = 0
        self._now = Now(0, datetime.min)
        self._given: list[Frame] = []

    # ---- for the engine

    def opened(self, now: Now) -> None:
        """Find out which device this is."""
        self._now = now
        self._do(self._identify())

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Take what arrived, go on with the task it answers."""
        self._now = now
        for frame in self._decoder.feed(data):
            if self._takes(frame) and isinstance(self._step, Ask) and self._step.answered_by(frame):
                self._go_on(frame)
        return self._hand_out()

    def tick(self, now: Now) -> list[Frame]:
        """Repeat what was not answered, give up what was not answered often enough, end pauses."""
        self._now = now
        waited_s = now.since_s(self._since_ns)
        match self._step:
            case Pause(seconds) if waited_s >= seconds:
                self._go_on(NOTHING)
            case Ask() as ask if waited_s >= ask.timeout_s:
                if self._tried < ask.tries:
                    self._tried += 1
                    self._since_ns = now.ns
                    self._repeat(ask)
                else:
                    self._go_on(None)
        return self._hand_out()

    # ---- for the kinds

    @abstractmethod
    def _identify(self) -> Task[None]:
        """Ask what it is; `understood` and `learnt` are set by it."""

    def _takes(self, frame: Frame) -> bool:
        """Look at every frame first; False: it answers nothing."""
        return True

    def _write(self, ask: Ask) -> None:
        """Say a question for the first time."""
        self.say(ask.data)

    def _repeat(self, ask: Ask) -> None:
        """Say a question again."""
        self.say(ask.again or ask.data)

    def _give(self, frame: Frame) -> None:
        """Hand a frame to the engine."""
        self._given.append(frame)

    def _do(self, task: Task[None]) -> None:
        """Run a task after those that wait."""
        self._tasks.append(task)
        if len(self._tasks) == 1:
            self._go_on(NOTHING, fresh=True)

    def _drop(self, task: Task[None] | None) -> None:
        """End a task that nobody wants any more; nothing happens when it is through."""
        if task is None or task not in self._tasks:
            return
        running = task is self._tasks[0]
        self._tasks.remove(task)
        task.close()
        if running:
            self._go_on(NOTHING, fresh=True)

    # ---- inside

    def _hand_out(self) -> list[Frame]:
        given, self._given = self._given, []
        return given

    def _go_on(self, answer: Frame | None, *, fresh: bool = False) -> None:
        """Resume the first task with an answer (None: there was none), or begin it, and say its next step."""
        self._step = None
        while self._tasks:
            task = self._tasks[0]
            try:
                if fresh:
                    step = next(task)
                elif answer is None:
                    step = task.throw(NoAnswer())
                else:
                    step = task.send(answer)
            except (StopIteration, NoAnswer):
                if self._tasks and self._tasks[0] is task:
                    self._tasks.popleft()
                fresh = True
                continue
            self._step = step
            self._tried = 1
            self._since_ns = self._now.ns
            if isinstance(step, Ask):
                self._write(step)
            return


def reply(code: int) -> Callable[[Frame], bool]:
    """Return what recognises the answer with a code."""
    return lambda frame: frame.code == code
