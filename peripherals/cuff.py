"""A cuff that the station inflates: under guard, and *stop* before anything else."""

import asyncio
import contextlib
import time
from typing import Final, Protocol, runtime_checkable

from peripherals.events import CuffPressure, Fault, Phase
from peripherals.guard_client import GuardAway
from peripherals.inflations import HeldPressure, Inflations
from peripherals.probing import now
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Now, Packet
from peripherals.quality import judge, sample_of
from peripherals.transport.link import PortError
from peripherals.worker import Order, Wiring, Worker

FALLING: Final = 6  # mm[Hg] under the peak that say: it lets air out now
TYPICAL_PEAK: Final = 180  # mm[Hg], only for the progress bar
STOP_AGAIN_S: Final = 1.0  # while it holds its pressure


@runtime_checkable
class _HasDescriptor(Protocol):
    def fileno(self) -> int: ...


class CuffWorker(Worker):
    """Silent until an act begins; writes stop on STOP, on any fault, and when the act takes too long."""

    def __init__(self, wiring: Wiring, rests: Inflations) -> None:
        super().__init__(wiring)
        self._rests = rests  # outlives the line: a cuff plugged in again has not rested
        self._began_ns = 0
        self._peak = 0
        self._held = HeldPressure(self._limits.cuff)
        self._stopped_ns = 0
        self._starting: asyncio.Task[None] | None = None
        self._letting_go: asyncio.Task[None] | None = None
        self._stop()  # it may inflate for somebody whose station has just been started anew

    async def look(self, moment: Now) -> None:
        """Watch over the act; the line itself is watched by the loop."""
        if self._held.told and moment.since_s(self._stopped_ns) > STOP_AGAIN_S:
            self._stop()
        if self.order is None or self._began_ns == 0:
            return
        running_s = moment.since_s(self._began_ns)
        limits = self._limits.cuff
        if running_s > limits.longest_s:
            self.end(Fault.CUFF_TIMEOUT)
        elif running_s > limits.silence_s and self.line.silent_s() > limits.silence_s:
            self.end(Fault.NO_ANSWER)
        elif self._guard and not self._guard.armed:
            await self._arm_again()

    def begin(self, order: Order) -> None:
        """Inflate, when the guard holds the line and the arm has had its rest."""
        if self.order is not None:
            self.refuse(order, Fault.BUSY)
        elif self._held.told:
            self.refuse(order, Fault.CUFF_HOLDS)
        elif not self._rests.may(time.monotonic_ns()):
            self.refuse(order, Fault.CUFF_MUST_REST)
        else:
            self.order, self._began_ns, self._peak = order, 0, 0
            self._starting = asyncio.get_running_loop().create_task(self._start(order))

    def halt(self) -> None:
        """Write stop now; the act that runs fails as stopped."""
        self.end(Fault.STOPPED)
        self._stop()

    def end(self, fault: Fault) -> None:
        """Stop the cuff, then end the act."""
        self._end(fault)

    async def close(self) -> None:
        """Stop the cuff and let go of the line and of the guard's duplicate."""
        self.end(Fault.UNPLUGGED)
        for task in (self._starting, self._letting_go):
            if task:
                task.cancel()
                await asyncio.wait({task})
        await self._disarm()
        await super().close()

    def frame(self, frame: Frame, t_ns: int) -> None:
        """Follow the inflation to its result."""
        if frame.kind is FrameKind.PRESSURE:
            self._pressure(int(frame.values["cuff_pressure"]), t_ns)
        elif self.order is None or self._began_ns == 0:
            return
        elif frame.kind is FrameKind.RESULT and self._peak:  # without pressure it is of an earlier act
            self._result(frame, t_ns)
        elif frame.kind is FrameKind.REFUSED:
            self.end(Fault.CUFF_IMPLAUSIBLE)
        elif frame.kind is FrameKind.ERROR and frame.code is not None:
            self._end(self.product.fault_of(frame.code), frame.code)

    async def _start(self, order: Order) -> None:
        if self.order is not order:
            return  # stopped before it began
        self.progress(Phase.STARTING)
        try:
            await self._arm()
            if self.order is not order:
                return  # stopped meanwhile; who stopped it has the guard disarmed
            self._held.inflating()
            self.line.write([Packet(self.product.start)])
        except GuardAway:
            if self.order is order:
                self.fail(Fault.BUSY)
            return
        except PortError as error:
            self.end(error.fault)
            return
        self._began_ns, self._peak = time.monotonic_ns(), 0
        self._rests.began(self._began_ns)

    async def _arm(self) -> None:
        """Have the guard hold the line; GuardAway when it can't. Without a guard (tools) there is none."""
        if self._guard is None:
            return
        if not isinstance(self.line.link, _HasDescriptor):
            raise GuardAway("this cuff's line has no descriptor that a guard could hold")
        await self._guard.arm(self.line.link.fileno(), self.product.stop)

    async def _arm_again(self) -> None:
        """The guard has died while the cuff inflates: have its successor, or stop."""
        order = self.order
        try:
            await self._arm()
        except GuardAway:
            if self.order is order:
                self.end(Fault.BUSY)

    def _pressure(self, pressure: int, t_ns: int) -> None:
        self._tell(CuffPressure(self.config.id, t_ns, pressure))
        held = self._held.told
        if self._held.pressure(pressure, t_ns):
            self._trouble(Fault.CUFF_HOLDS)
        elif held and not self._held.told:
            self._trouble(None)
        if self.order is None:
            return
        if pressure > self._limits.cuff.highest_pressure:
            self.end(Fault.CUFF_PRESSURE_LIMIT)
            return
        self._peak = max(self._peak, pressure)
        if pressure < self._peak - FALLING:
            self.progress(Phase.DEFLATING, 0.5 + 0.5 * (1 - pressure / max(1, self._peak)))
        else:
            self.progress(Phase.INFLATING, min(0.5, 0.5 * pressure / TYPICAL_PEAK))

    def _result(self, frame: Frame, t_ns: int) -> None:
        verdict = judge(sample_of(frame, t_ns), self.rules(), self.beside())
        if verdict is None:
            return
        self.progress(Phase.DONE, 1.0)
        self._held.stopped(time.monotonic_ns())
        self.ready(verdict, frame.raw)
        self._let_go()

    def _end(self, fault: Fault, code: int | None = None) -> None:
        if self.order is None:
            return
        self._stop()
        self.progress(Phase.STOPPED)
        self.fail(fault, code)
        self._let_go()

    def _stop(self) -> None:
        """Write stop, first of all."""
        self._stopped_ns = now().ns
        self._held.stopped(self._stopped_ns)
        if self.line.is_open:
            with contextlib.suppress(PortError):
                self.line.write([Packet(self.product.stop)])

    def _let_go(self) -> None:
        self._began_ns = 0
        if self._guard and self.order is None:
            self._letting_go = asyncio.get_running_loop().create_task(self._disarm())

    async def _disarm(self) -> None:
        if self._guard:
            await self._guard.disarm()
