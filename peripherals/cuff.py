"""A cuff on an open port: inflation under guard, and *stop* before anything else."""

import asyncio
import contextlib
import time
from typing import Final

from peripherals.events import CuffPressure, Fault, Phase
from peripherals.guard_client import GuardAway, GuardClient
from peripherals.pressure import Inflations, judge, values_of
from peripherals.protocols.base import Frame, FrameKind
from peripherals.transport.serial_port import PortError
from peripherals.worker import Order, Wiring, Worker

ANSWER_S: Final = 1.0
LOOK_S: Final = 0.1
FALLING: Final = 6  # mm[Hg] under the peak that say: it lets air out now
TYPICAL_PEAK: Final = 180  # mm[Hg], only for the progress bar


class CuffWorker(Worker):
    """Silent until an act begins; writes stop on STOP, on any fault, and when the act takes too long."""

    def __init__(self, wiring: Wiring, rests: Inflations) -> None:
        super().__init__(wiring)
        self._rests = rests  # outlives the port: a cuff plugged in again has not rested
        self._began_ns = 0
        self._peak = 0
        self._starting: asyncio.Task[None] | None = None
        self._letting_go: asyncio.Task[None] | None = None

    async def understand(self) -> None:
        """Ask for the connection, which starts nothing. One that inflates for nobody is stopped."""
        self.port.write(self.product.connect)
        deadline = time.monotonic() + ANSWER_S
        while not self.understood and time.monotonic() < deadline:
            await self.lost_within(LOOK_S)
        if not self.understood:
            raise PortError(Fault.NO_DATA, f"{self.config.port}: the cuff does not answer")
        self.port.write(self.product.stop)

    async def serve(self) -> None:
        """Watch over the act; the port itself is watched by the loop."""
        while True:
            await self.lost_within(LOOK_S)
            if self.order is None or self._began_ns == 0:
                continue
            running_s = (time.monotonic_ns() - self._began_ns) / 1e9
            limits = self._limits.pressure
            if running_s > limits.longest_s:
                self.end(Fault.CUFF_TIMEOUT)
            elif running_s > limits.silence_s and self.silent_s() > limits.silence_s:
                self.end(Fault.NO_ANSWER)
            elif self._guard and not self._guard.armed:
                await self._arm_again(self._guard)

    def begin(self, order: Order) -> None:
        """Inflate, when the guard holds the port and the arm has had its rest."""
        if self.order is not None:
            self.refuse(order, Fault.BUSY)
        elif not self._rests.may(time.monotonic_ns()):
            self.refuse(order, Fault.CUFF_MUST_REST)
        else:
            self.order, self._began_ns, self._peak = order, 0, 0
            self._starting = asyncio.get_running_loop().create_task(self._start(order))

    def halt(self) -> None:
        """Write stop now; the act that runs fails as stopped."""
        self.end(Fault.STOPPED)
        if self.port.is_open:
            with contextlib.suppress(PortError):
                self.port.write(self.product.stop)

    def end(self, fault: Fault) -> None:
        """Stop the cuff, then end the act."""
        self._end(fault)

    async def close(self) -> None:
        """Stop the cuff and let go of the port and of the guard's duplicate."""
        self.end(Fault.UNPLUGGED)
        for task in (self._starting, self._letting_go):
            if task:
                task.cancel()
                await asyncio.wait({task})
        await self._disarm()
        await super().close()

    def frame(self, frame: Frame, t_ns: int) -> None:
        """Follow the inflation to its result."""
        self.understood = True
        if frame.kind is FrameKind.PRESSURE:
            self._pressure(int(frame.values["cuff_pressure"]), t_ns)
        elif self.order is None or self._began_ns == 0:
            return
        elif frame.kind is FrameKind.RESULT and self._peak:  # without pressure it is of an earlier act
            self._result(frame)
        elif frame.kind is FrameKind.REFUSED:
            self.end(Fault.CUFF_IMPLAUSIBLE)
        elif frame.kind is FrameKind.ERROR and frame.code is not None:
            self._end(self.product.fault_of(frame.code), frame.code)

    async def _start(self, order: Order) -> None:
        if self.order is not order:
            return  # stopped before it began
        self.progress(Phase.STARTING)
        try:
            if self._guard:
                await self._guard.arm(self.port.fileno(), self.product.stop)
            if self.order is not order:
                return  # stopped meanwhile; who stopped it has the guard disarmed
            self.port.write(self.product.start)
        except GuardAway:
            if self.order is order:
                self.fail(Fault.BUSY)
            return
        except PortError as error:
            self.end(error.fault)
            return
        self._began_ns, self._peak = time.monotonic_ns(), 0
        self._rests.began(self._began_ns)

    async def _arm_again(self, guard: GuardClient) -> None:
        """The guard has died while the cuff inflates: have its successor, or stop."""
        order = self.order
        try:
            await guard.arm(self.port.fileno(), self.product.stop)
        except GuardAway:
            if self.order is order:
                self.end(Fault.BUSY)

    def _pressure(self, pressure: int, t_ns: int) -> None:
        self._tell(CuffPressure(self.config.id, t_ns, pressure))
        if self.order is None:
            return
        if pressure > self._limits.pressure.highest_pressure:
            self.end(Fault.CUFF_PRESSURE_LIMIT)
            return
        self._peak = max(self._peak, pressure)
        if pressure < self._peak - FALLING:
            self.progress(Phase.DEFLATING, 0.5 + 0.5 * (1 - pressure / max(1, self._peak)))
        else:
            self.progress(Phase.INFLATING, min(0.5, 0.5 * pressure / TYPICAL_PEAK))

    def _result(self, frame: Frame) -> None:
        assert self.order is not None  # checked by `frame`
        systolic, diastolic = int(frame.values["systolic"]), int(frame.values["diastolic"])
        pulse = frame.values.get("pulse_rate")
        pulse = None if pulse is None else int(pulse)
        quality = judge(systolic, diastolic, pulse, rested=self.order.rested, limits=self._limits.pressure)
        self.progress(Phase.DONE, 1.0)
        self.ready(values_of(systolic, diastolic, pulse), quality, frame.raw)
        self._let_go()

    def _end(self, fault: Fault, code: int | None = None) -> None:
        if self.order is None:
            return
        if self.port.is_open:
            with contextlib.suppress(PortError):
                self.port.write(self.product.stop)
        self.progress(Phase.STOPPED)
        self.fail(fault, code)
        self._let_go()

    def _let_go(self) -> None:
        self._began_ns = 0
        if self._guard and self.order is None:
            self._letting_go = asyncio.get_running_loop().create_task(self._disarm())

    async def _disarm(self) -> None:
        if self._guard:
            await self._guard.disarm()
