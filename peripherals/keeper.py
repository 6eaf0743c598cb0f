"""One device of the station, whatever happens to it: found, opened, served, lost, and found again.

Nobody else tries again: workers and transports raise PortError and are made anew.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from typing import Final, NamedTuple

from contract.measurement import DeviceIdentity, Instant
from peripherals.cuff import CuffWorker
from peripherals.devices.product import Manner
from peripherals.discovery import Choice, Memory, Remembered, Seen, candidates, choose
from peripherals.events import (
    REMEDIES,
    Attention,
    DeviceConfig,
    DeviceStatus,
    Event,
    Fault,
    Remedy,
    State,
)
from peripherals.guard_client import GuardClient
from peripherals.hotplug import Finder
from peripherals.inflations import Inflations
from peripherals.probing import Candidate, Found, find
from peripherals.registry import products_for
from peripherals.scan import ScanWorker
from peripherals.spot import SpotWorker
from peripherals.stream import StreamWorker
from peripherals.transport.link import PortError
from peripherals.transport.opening import address_of
from peripherals.worker import Limits, Order, Wiring, Worker, failed

log = logging.getLogger(__name__)

FIRST_DELAY_S: Final = 0.25
LONGEST_DELAY_S: Final = 2.0
ADAPTER_S: Final = 0.5  # a Bluetooth adapter that is missing says so sooner

_ABSENT: Final = (Fault.NOT_CONNECTED, Fault.UNPLUGGED, Fault.TWO_ALIKE)


_AWAY: Final = (Fault.UNPLUGGED, Fault.NOT_CONNECTED)


class Around(NamedTuple):
    """What all keepers share."""

    tell: Callable[[Event], None]
    instant: Callable[[], Instant]
    guard: GuardClient | None
    limits: Limits
    finder: Finder | None
    memory: Memory
    plugged: asyncio.Event


class Keeper:
    """Keeps one device going. `taken` are the things that devices of the station are."""

    def __init__(self, config: DeviceConfig, around: Around, taken: Callable[[], list[Seen]]) -> None:
        self.config = config
        self.seen: Seen | None = None
        self._around = around
        self._taken = taken
        self._worker: Worker | None = None
        self._waiting: Order | None = None  # for a device that gives its result later
        self._deadline: asyncio.TimerHandle | None = None
        self._state: State = State.ABSENT
        self._last: DeviceStatus | None = None
        self._before: Candidate | None = None
        self._rests = Inflations(around.limits.cuff)

    @property
    def takes_orders(self) -> bool:
        """True when an order would be taken up now: at once, or by a device that gives its result later."""
        usable = self._state in (State.READY, State.ATTENTION)
        return self._worker is not None or (usable and self._is_spot())

    async def run(self) -> None:
        """Serve the device until cancelled."""
        delay = FIRST_DELAY_S
        while True:
            try:
                await self._once()
            except PortError as error:
                self._lost(error)
                if error.fault is Fault.UNPLUGGED:
                    delay = FIRST_DELAY_S
            except Exception:
                log.exception("%s: the worker failed", self.config.id)
                self._status(State.FAULT, Fault.PORT_ERROR)
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(delay):
                    await self._around.plugged.wait()
            delay = min(LONGEST_DELAY_S, delay * 2)

    def measure(self, order: Order) -> None:
        """Start an act, or fail it with what is wrong with the device."""
        worker = self._worker
        if worker is not None:
            if isinstance(worker, SpotWorker):
                self._time(order)
            worker.begin(order)
        elif self.takes_orders:
            self._drop(Fault.STOPPED)
            self._waiting = order
            self._time(order)
        else:
            fault = self._last.fault if self._last else None  # none yet: it is being lost just now
            self._around.tell(failed(self.config.id, order, fault or Fault.NOT_CONNECTED))

    def stop(self) -> None:
        """End the act that runs."""
        self._drop(Fault.STOPPED)
        if self._worker is not None:
            self._worker.end(Fault.STOPPED)

    def halt(self) -> None:
        """Write a cuff's stop now."""
        self._drop(Fault.STOPPED)
        if isinstance(self._worker, CuffWorker):
            self._worker.halt()
        elif self._worker is not None:
            self._worker.end(Fault.STOPPED)

    # ---- one life of the line

    async def _once(self) -> None:
        choice = self._choose()
        them = self._candidates(choice)
        self.seen = choice.seen
        try:
            found = await self._find(choice, them)
            self._before = Candidate(found.product, found.line)
            await self._serve(choice, found)
        finally:
            self.seen = None

    async def _find(self, choice: Choice, them: list[Candidate]) -> Found:
        if self._state is State.ABSENT and not self._comes_late():
            self._status(State.FOUND, product=them[0].product.title)
        finding = asyncio.ensure_future(find(choice.address.place, them))
        try:
            if self._comes_late():
                await asyncio.wait({finding}, timeout=ADAPTER_S)
                if not finding.done():
                    self._status(State.READY, product=them[0].product.title, by_hand=True)
            return await finding
        except asyncio.CancelledError:
            finding.cancel()
            await asyncio.wait({finding})
            if not finding.cancelled() and finding.exception() is None:  # found in that very moment
                await finding.result().opened.close()
            raise

    async def _serve(self, choice: Choice, found: Found) -> None:
        worker = self._make(choice, found)
        self._worker = worker
        try:
            self._ready(worker)
            serial = choice.seen.serial if choice.seen else ""
            socket = choice.seen.socket if choice.seen else ""
            self._around.memory.keep(self.config.id, Remembered(found.product.name, serial, socket))
            if self._waiting is not None and isinstance(worker, SpotWorker):
                order, self._waiting = self._waiting, None
                worker.begin(order)
            await worker.serve()
        finally:
            self._worker = None
            if isinstance(worker, SpotWorker):
                self._waiting = worker.hand_over()
            with contextlib.suppress(PortError):
                await worker.close()

    def _choose(self) -> Choice:
        if self.config.port != "auto":
            return Choice(address_of(self.config.port))
        if self._around.finder is None:
            raise PortError(Fault.NOT_CONNECTED, "nobody looks for devices here: name its port")
        known = self._around.memory.known.get(self.config.id)
        return choose(self.config, self._around.finder.present(), self._taken(), known)

    def _candidates(self, choice: Choice) -> list[Candidate]:
        """Return what it may be, what it was the last time first."""
        them = candidates(self.config.role, self.config.driver, choice.address.scheme)
        if not them:
            raise PortError(
                Fault.UNKNOWN_PRODUCT,
                f"no {self.config.role} driver {self.config.driver!r} for {choice.address.scheme}",
            )
        known = self._around.memory.known.get(self.config.id)
        name = self._before.product.name if self._before else known.product if known else ""
        return sorted(them, key=lambda one: (one != self._before, one.product.name != name))

    def _make(self, choice: Choice, found: Found) -> Worker:
        around = self._around
        wiring = Wiring(
            self.config,
            str(choice.address),
            found,
            around.tell,
            self._trouble,
            self._changed,
            around.instant,
            around.guard,
            around.limits,
        )
        match found.product.manner:
            case Manner.STREAM:
                return StreamWorker(wiring)
            case Manner.INFLATE:
                return CuffWorker(wiring, self._rests)
            case Manner.SPOT:
                return SpotWorker(wiring)
            case Manner.SCAN:
                return ScanWorker(wiring)

    def _changed(self) -> None:
        if self._worker is not None:
            self._ready(self._worker)

    # ---- orders that wait

    def _time(self, order: Order) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
        seconds = self._around.limits.acts[order.act].timeout_s
        self._deadline = asyncio.get_running_loop().call_later(seconds, self._too_late, order)

    def _too_late(self, order: Order) -> None:
        running = self._worker.order if self._worker is not None else None
        if self._waiting is not None and self._waiting.id == order.id:
            self._drop(Fault.NO_RESULT)
        elif self._worker is not None and running is not None and running.id == order.id:
            self._worker.end(Fault.NO_RESULT)

    def _drop(self, fault: Fault) -> None:
        order, self._waiting = self._waiting, None
        if order is not None:
            self._around.tell(failed(self.config.id, order, fault))

    # ---- what is told

    def _lost(self, error: PortError) -> None:
        if error.fault not in (Fault.UNPLUGGED, Fault.NOT_CONNECTED):
            self._drop(error.fault)
        if error.fault in _AWAY and self._comes_late():
            self._status(State.READY, product=self._title(), by_hand=True, detail=str(error))
            return
        state = State.ABSENT if error.fault in _ABSENT else State.FAULT
        self._status(state, error.fault, detail=str(error))

    def _is_spot(self) -> bool:
        """May an order wait for it? Only for a device that the person uses, and that tells afterwards."""
        products = products_for(self.config.role, self.config.driver)
        return bool(products) and all(product.manner is Manner.SPOT for product in products)

    def _comes_late(self) -> bool:
        """Is it as usual that it is not there? It sleeps until it is used, or is connected afterwards."""
        sleeps = address_of(self.config.port).scheme == "ble"
        products = products_for(self.config.role, self.config.driver)
        return self._is_spot() and all(sleeps or product.apart for product in products)

    def _title(self) -> str:
        return products_for(self.config.role, self.config.driver)[0].title

    def _trouble(self, fault: Fault | None) -> None:
        """The worker says that its device has a fault, or has it no more."""
        if fault is not None:
            self._status(State.FAULT, fault)
        elif self._worker is not None:
            self._ready(self._worker)

    def _ready(self, worker: Worker) -> None:
        attention = worker.attention()
        state = State.ATTENTION if attention else State.READY
        self._status(
            state,
            product=worker.product.title,
            attention=attention,
            identity=worker.identity(),
            by_hand=worker.product.manner is Manner.SPOT,
        )

    def _status(
        self,
        state: State,
        fault: Fault | None = None,
        *,
        product: str = "",
        detail: str = "",
        attention: tuple[Attention, ...] = (),
        identity: DeviceIdentity | None = None,
        by_hand: bool = False,
    ) -> None:
        remedy = REMEDIES[fault] if fault else Remedy.NONE
        status = DeviceStatus(
            self.config.id,
            self.config.role,
            state,
            fault,
            remedy,
            product,
            identity,
            detail,
            attention,
            by_hand,
            self.config.site,
        )
        before, self._last, self._state = self._last, status, state
        if before is None or _differs(before, status):
            self._around.tell(status)


def _differs(one: DeviceStatus, other: DeviceStatus) -> bool:
    """Is there something new for anybody? The detail of an error that comes again is not."""
    return (one.state, one.fault, one.attention) != (other.state, other.fault, other.attention) or (
        one.identity != other.identity and other.identity is not None
    )
