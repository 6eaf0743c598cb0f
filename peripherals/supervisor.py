"""The one place that opens ports and tries again; what `kiosk.core` talks to.

Each device has a worker of its own kind (`oximeter.py`, `cuff.py`) that lives as long as its port; this
module opens the port, finds the dialect, and starts again with back-off whatever happens.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from typing import Final
from uuid import UUID

from contract.measurement import Act, Instant
from peripherals.cuff import CuffWorker
from peripherals.devices.product import Product, SerialLine
from peripherals.events import (
    REMEDIES,
    DeviceConfig,
    DeviceStatus,
    Event,
    Fault,
    MeasurementFailed,
    Remedy,
    Role,
    State,
)
from peripherals.guard_client import GuardClient
from peripherals.oximeter import OximeterWorker
from peripherals.pressure import Inflations
from peripherals.registry import products_for
from peripherals.transport.serial_port import PortError
from peripherals.worker import Limits, Order, Wiring, Worker

log = logging.getLogger(__name__)

FIRST_DELAY_S: Final = 0.25
LONGEST_DELAY_S: Final = 2.0

_ROLE: Final = {Act.OXIMETRY: Role.OXIMETER, Act.BLOOD_PRESSURE: Role.CUFF}


class Supervisor:
    """Runs the station's devices. `on_event` gets everything they report, in the loop's thread.

    `instant` gives this moment as a Measurement carries it; `guard` None leaves the cuff unguarded (tools);
    `limits` are those of the gate and of the cuff.
    """

    def __init__(
        self,
        configs: Sequence[DeviceConfig],
        on_event: Callable[[Event], None],
        instant: Callable[[], Instant],
        guard: GuardClient | None = None,
        measure_timeout_s: float = 60.0,
        *,
        limits: Limits | None = None,
    ) -> None:
        self._configs = configs
        self._on_event = on_event
        self._instant = instant
        self._guard = guard
        self._timeout_s = measure_timeout_s
        self._limits = limits or Limits()
        self._workers: dict[Role, Worker] = {}
        self._states: dict[str, tuple[State, Fault | None]] = {}
        self._understood: dict[str, tuple[Product, SerialLine]] = {}
        self._rests = {config.id: Inflations(self._limits.pressure) for config in configs}

    async def run(self) -> None:
        """Keep all devices going until cancelled; cuffs are stopped on the way out."""
        try:
            async with asyncio.TaskGroup() as tasks:
                for config in self._configs:
                    tasks.create_task(self._keep(config))
        finally:
            self.stop_cuff()
            if self._guard:
                self._guard.close()

    def measure(
        self,
        act: Act,
        *,
        id: UUID,
        attempt: int = 1,
        site: str | None = None,
        position: str | None = None,
        cuff_size: str | None = None,
        rest_ok: bool = True,
    ) -> None:
        """Start an act; its end is one MeasurementReady or MeasurementFailed with this id."""
        order = Order(act, id, attempt, site, position, cuff_size, rest_ok)
        worker = self._workers.get(_ROLE[act])
        if worker is None:
            name = next((c.id for c in self._configs if c.role is _ROLE[act]), "")
            fault = self._states.get(name, (State.ABSENT, None))[1] or Fault.NOT_CONNECTED
            self._on_event(MeasurementFailed(name, id, act, attempt, fault, REMEDIES[fault]))
        else:
            worker.begin(order)

    def stop(self, act: Act) -> None:
        """End an act that runs (it fails with `stopped`); nothing when none does."""
        if worker := self._workers.get(_ROLE[act]):
            worker.end(Fault.STOPPED)

    def stop_cuff(self) -> None:
        """Write stop to the cuff now, whether it measures or not."""
        worker = self._workers.get(Role.CUFF)
        if isinstance(worker, CuffWorker):
            worker.halt()

    async def _keep(self, config: DeviceConfig) -> None:
        delay = FIRST_DELAY_S
        while True:
            try:
                await self._once(config)
            except PortError as error:
                self._status(config, _state_of(error.fault), error.fault, detail=str(error))
                if error.fault is Fault.UNPLUGGED:
                    delay = FIRST_DELAY_S
            except Exception:
                log.exception("%s: the worker failed", config.id)
                self._status(config, State.FAULT, Fault.PORT_ERROR)
            await asyncio.sleep(delay)
            delay = min(LONGEST_DELAY_S, delay * 2)

    async def _once(self, config: DeviceConfig) -> None:
        """Try the products and settings in turn; serve the one that is understood until it is lost."""
        candidates = self._candidates(config)
        if not candidates:
            raise PortError(Fault.UNKNOWN_PRODUCT, f"no driver is called {config.driver!r}")
        failure = PortError(Fault.NO_DATA, f"{config.port}: nothing came")
        for product, settings in candidates:
            worker = self._worker(config, product, settings)
            try:
                if self._states.get(config.id, (State.ABSENT, None))[0] is State.ABSENT:
                    self._status(config, State.FOUND, product=product.title)
                await worker.understand()
                self._workers[config.role] = worker
                self._understood[config.id] = (product, settings)
                self._status(config, State.READY, product=product.title)
                await worker.serve()
            except PortError as error:
                if error.fault not in (Fault.NO_DATA, Fault.NOT_UNDERSTOOD) or worker.understood:
                    raise
                if failure.fault is not Fault.NOT_UNDERSTOOD:
                    failure = error
            finally:
                if self._workers.get(config.role) is worker:
                    del self._workers[config.role]
                with contextlib.suppress(PortError):
                    await worker.close()
        raise failure

    def _candidates(self, config: DeviceConfig) -> list[tuple[Product, SerialLine]]:
        """Return what the device may be, what it was last time first."""
        candidates = [
            (product, settings)
            for product in products_for(config.role, config.driver)
            for settings in product.lines
            if isinstance(settings, SerialLine)
        ]
        before = self._understood.get(config.id)
        return sorted(candidates, key=lambda candidate: candidate != before)

    def _worker(self, config: DeviceConfig, product: Product, settings: SerialLine) -> Worker:
        wiring = Wiring(
            config,
            product,
            settings,
            self._on_event,
            self._instant,
            self._guard,
            self._timeout_s,
            self._limits,
        )
        if config.role is Role.OXIMETER:
            return OximeterWorker(wiring)
        return CuffWorker(wiring, self._rests[config.id])

    def _status(
        self,
        config: DeviceConfig,
        state: State,
        fault: Fault | None = None,
        *,
        product: str = "",
        detail: str = "",
    ) -> None:
        if self._states.get(config.id) == (state, fault):
            return
        self._states[config.id] = (state, fault)
        remedy = REMEDIES[fault] if fault else Remedy.NONE
        self._on_event(
            DeviceStatus(config.id, config.role, state, fault, remedy, product=product, detail=detail)
        )


def _state_of(fault: Fault) -> State:
    absent = (Fault.NOT_CONNECTED, Fault.UNPLUGGED)
    return State.ABSENT if fault in absent else State.FAULT
