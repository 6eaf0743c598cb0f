"""A device that the person uses and that then gives one result: a thermometer, a meter, a cuff with a memory.

Its order outlives the line: such devices sleep, disconnect, or are plugged in only after measuring. The
supervisor keeps the order's time and gives it to the next worker.
"""

from contract.measurement import Instant
from peripherals.events import CuffPressure, Fault, LiveValues, Phase, Role
from peripherals.memory import instant_of, is_new, own_time
from peripherals.probing import now
from peripherals.protocols.base import Frame, FrameKind
from peripherals.quality import judge, sample_of
from peripherals.worker import ACT_OF, Order, Worker


class SpotWorker(Worker):
    """Waits for the device's result; throws away, unread, what its memory holds of others."""

    def begin(self, order: Order) -> None:
        """Start an act: the device may be used now."""
        super().begin(order)
        self.progress(Phase.USE_DEVICE)

    def hand_over(self) -> Order | None:
        """Return the act that runs, for the next worker; it is not ended."""
        order, self.order = self.order, None
        return order and order._replace(keepsake=self.conversation.keepsake)

    def frame(self, frame: Frame, t_ns: int) -> None:
        """Take a result, show what is no result yet, and judge by its time what comes from the memory."""
        match frame.kind:
            case FrameKind.RESULT:
                self._take(frame, t_ns)
            case FrameKind.STORED:
                self._stored(frame, t_ns)
            case FrameKind.LIVE:
                self._live(frame, t_ns)
            case FrameKind.PRESSURE:
                self._tell(CuffPressure(self.config.id, t_ns, int(frame.values["cuff_pressure"])))
                self.progress(Phase.INFLATING)
            case FrameKind.REFUSED:
                self.fail(Fault.CUFF_IMPLAUSIBLE if self.config.role is Role.CUFF else Fault.DEVICE_ERROR)
            case FrameKind.ERROR:
                self.fail(self.product.fault_of(frame.code or 0), frame.code)

    def _take(self, frame: Frame, t_ns: int) -> None:
        verdict = judge(sample_of(frame, t_ns), self.rules(), self.beside())
        if verdict is not None:
            self.progress(Phase.DONE, 1.0)
            self.ready(verdict, frame.raw, self._moment(frame), frame.site)

    def _live(self, frame: Frame, t_ns: int) -> None:
        sample = sample_of(frame, t_ns)
        values = tuple(sample.values.values())
        self._tell(LiveValues(self.config.id, ACT_OF[self.config.role], t_ns, values, frame.flags))
        self.progress(Phase.HOLD_STILL if "unstable" in frame.flags else Phase.SETTLING)

    def _stored(self, frame: Frame, t_ns: int) -> None:
        error_s = self.conversation.learnt.clock_error_s
        if self.order is not None and is_new(frame.time, error_s, self.order.began, now()):
            self._take(frame, t_ns)
        else:
            self.store(frame)

    def _moment(self, frame: Frame) -> Instant | None:
        """Return when it was measured, by the device's clock where that was compared; None: when it came."""
        error_s = self.conversation.learnt.clock_error_s
        told = None if error_s is None else own_time(frame.time, error_s)
        return None if told is None else instant_of(told, now(), self._instant())
