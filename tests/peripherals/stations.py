"""A station's devices for tests: the real supervisor on simulators behind real pseudo-terminals."""

import asyncio
import contextlib
import time
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar
from uuid import UUID, uuid4

import msgspec

from contract.measurement import Act, Instant
from contract.quality import rules
from peripherals.capture import read_log
from peripherals.devices.product import SCHEMES
from peripherals.discovery import Seen
from peripherals.events import (
    ActProgress,
    DeviceConfig,
    DeviceStatus,
    Event,
    MeasurementFailed,
    MeasurementReady,
    OximeterSample,
    Phase,
    Role,
    State,
)
from peripherals.guard_client import GuardClient
from peripherals.hotplug import Finder
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.port import Simulator
from peripherals.simulators.scenarios import Scenario
from peripherals.supervisor import Supervisor
from peripherals.worker import Limits


def quick(act: Act = Act.OXIMETRY, **changes: float) -> Limits:
    """The station's rules, some changed for one act."""
    acts = rules()
    return Limits({**acts, act: msgspec.structs.replace(acts[act], **changes)})


QUICK = quick(settle_s=0.5, window_s=0.3)
PATIENCE_S = 60.0
FAST = 20  # device seconds in one of ours: a whole blood pressure in two seconds

E = TypeVar("E")
Outcome = MeasurementReady | MeasurementFailed


def simulate(
    name: str,
    scenario: Scenario | str = "healthy",
    *,
    link: Path | None = None,
    log: Path | None = None,
    speed: float = 1.0,
    appears: Seen | None = None,
) -> Simulator:
    scheme = SCHEMES[type(PRODUCTS[name].lines[0])]
    return Simulator(
        SIMULATORS[name], scenario, scheme=scheme, link=link, log=log, speed=speed, appears=appears
    )


def oximeter(port: str, driver: str = "auto", id: str = "oximeter") -> DeviceConfig:
    return DeviceConfig(id, Role.OXIMETER, port, driver)


def cuff(port: str, driver: str = "rbp9804") -> DeviceConfig:
    return DeviceConfig("cuff", Role.CUFF, port, driver)


def heard(log: Path, since_ns: int = 0) -> bytes:
    """What the host sent, by the simulator's log."""
    return b"".join(line.data for line in read_log(log) if line.dir == "host" and line.t_ns >= since_ns)


async def until(true: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not true():
        assert time.monotonic() < deadline, f"waited in vain for {what}"
        await asyncio.sleep(0.01)


class Station:
    """A running supervisor, and everything it has reported."""

    def __init__(
        self,
        *configs: DeviceConfig,
        guard: GuardClient | None = None,
        limits: Limits = QUICK,
        finder: Finder | None = None,
        memory: Path | None = None,
        clock: str = "unsure",
        listener: Callable[[Event], None] | None = None,
    ) -> None:
        self._clock = clock
        self._listener = listener
        self.events: list[Event] = []
        self.supervisor = Supervisor(
            configs, self._take, self._instant, guard, limits=limits, finder=finder, memory=memory
        )
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.create_task(self.supervisor.run())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.end()

    async def end(self) -> None:
        assert self._task
        self._task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await self._task

    def _take(self, event: Event) -> None:
        self.events.append(event)
        if self._listener:
            self._listener(event)

    def of(self, kind: type[E]) -> list[E]:
        return [event for event in self.events if isinstance(event, kind)]

    def states(self) -> list[tuple[State, str | None]]:
        return [(status.state, status.fault) for status in self.of(DeviceStatus)]

    def phases(self) -> list[Phase]:
        """The phases told, each run of equal ones once."""
        told = [event.phase for event in self.of(ActProgress)]
        return [phase for i, phase in enumerate(told) if i == 0 or told[i - 1] is not phase]

    def latest(self, id: str = "oximeter") -> DeviceStatus:
        return [status for status in self.of(DeviceStatus) if status.device == id][-1]

    async def is_now(self, state: State, id: str = "oximeter", fault: str | None = None) -> DeviceStatus:
        def there() -> bool:
            told = [status for status in self.of(DeviceStatus) if status.device == id]
            return bool(told) and (told[-1].state, told[-1].fault) == (state, fault)

        await until(there, f"{id} to be {state} {fault}; told: {self.states()}")
        return self.latest(id)

    def measure(self, act: Act = Act.OXIMETRY, *, rest_ok: bool = True) -> UUID:
        id = uuid4()
        self.supervisor.measure(act, id=id, rest_ok=rest_ok)
        return id

    def outcomes(self, id: UUID) -> Sequence[Outcome]:
        ready = [event for event in self.of(MeasurementReady) if event.measurement.id == id]
        return ready or [event for event in self.of(MeasurementFailed) if event.id == id]

    async def outcome(self, id: UUID) -> Outcome:
        await until(lambda: bool(self.outcomes(id)), f"an outcome; told: {self.states()}")
        [event] = self.outcomes(id)
        return event

    async def sees(self, spo2: int | None, after: int = 0) -> OximeterSample:
        """Wait for a sample with this value, among the events after a place."""

        def found() -> list[OximeterSample]:
            samples = (e for e in self.events[after:] if isinstance(e, OximeterSample))
            return [sample for sample in samples if sample.spo2 == spo2]

        await until(lambda: bool(found()), f"a sample with SpO2 {spo2}")
        return found()[0]

    def _instant(self) -> Instant:
        wall = datetime.now().astimezone().isoformat(timespec="seconds")
        return Instant(wall, time.monotonic_ns(), "test-boot", self._clock)
