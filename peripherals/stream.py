"""A device that speaks all the time: samples for the screen, and the gate while an act runs."""

from collections import deque
from typing import Final

from peripherals.events import Fault, LiveValues, OximeterSample, Phase, Role
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Now
from peripherals.quality import Gate, judge, sample_of
from peripherals.transport.link import PortError
from peripherals.worker import ACT_OF, Order, Wiring, Worker

SILENCE_S: Final = 2.0  # a streaming device that says nothing for longer is gone
FRAMES_OF_SILENCE: Final = 4  # or for so many of its frames, if it speaks less often
RAW_BYTES: Final = 6000  # kept for a disputed value: ten seconds of a fast oximeter


class StreamWorker(Worker):
    """Streams from the first frame on, whether somebody measures or not."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self._gate: Gate | None = None
        self._raw: deque[bytes] = deque()
        self._raw_size = 0
        per_s = self.product.frames_per_s or 1.0
        self._silence_s = max(SILENCE_S, FRAMES_OF_SILENCE / per_s)
        self._gap_s = 2.5 / per_s

    def begin(self, order: Order) -> None:
        """Start an attempt; one that runs is replaced and fails."""
        super().begin(order)
        self._gate = Gate(self.rules(), self.beside(), self._gap_s)
        self._raw.clear()
        self._raw_size = 0

    async def look(self, moment: Now) -> None:
        """Notice silence, and the end of the act's time."""
        if self.line.silent_s() > self._silence_s:
            self.fail(Fault.NO_DATA)
            raise PortError(Fault.NO_DATA, "silent")
        if self.order and moment.since_s(self.order.began.ns) > self.rules().timeout_s:
            self._take_what_there_is()

    def frame(self, frame: Frame, t_ns: int) -> None:
        """Pass a sample on; judge it when an act runs."""
        if frame.kind is FrameKind.ERROR:
            self.fail(self.product.fault_of(frame.code or 0), frame.code)
        if frame.kind is FrameKind.RESULT:
            self._finished(frame, t_ns)
        if frame.kind is FrameKind.STORED:
            self.store(frame)
        if frame.kind is not FrameKind.LIVE:
            return
        if self.config.role is Role.OXIMETER:
            self._show_oximetry(frame, t_ns)
        else:
            sample = sample_of(frame, t_ns)
            act = ACT_OF[self.config.role]
            self._tell(LiveValues(self.config.id, act, t_ns, tuple(sample.values.values()), frame.flags))
        if self.order is None or self._gate is None:
            return
        self._keep(frame.raw)
        step = self._gate.feed(sample_of(frame, t_ns))
        self.progress(step.phase, step.fraction)
        if step.phase is Phase.ACCEPTED:
            self._take_what_there_is()

    def _show_oximetry(self, frame: Frame, t_ns: int) -> None:
        """Tell one sample; a packet that holds a stretch of the wave is told as that many."""
        spo2, pulse = _whole(frame.values.get("spo2")), _whole(frame.values.get("pulse_rate"))
        perfusion = frame.values.get("perfusion_index")
        wave = frame.series.get("pleth") or (frame.values.get("pleth"),)
        rate_hz = (self.product.frames_per_s or 1.0) * len(wave)
        apart_ns = round(1e9 / rate_hz)
        for number, height in enumerate(wave):
            then_ns = t_ns - (len(wave) - 1 - number) * apart_ns
            self._tell(
                OximeterSample(
                    self.config.id, then_ns, _whole(height), spo2, pulse, perfusion, frame.flags, rate_hz
                )
            )

    def _finished(self, frame: Frame, t_ns: int) -> None:
        """Take the result of a device that does its own judging (a spot check)."""
        verdict = judge(sample_of(frame, t_ns), self.rules(), self.beside())
        if self.order is not None and verdict is not None:
            self.ready(verdict, frame.raw, site=frame.site)

    def _keep(self, raw: bytes) -> None:
        self._raw.append(raw)
        self._raw_size += len(raw)
        while self._raw_size > RAW_BYTES and len(self._raw) > 1:
            self._raw_size -= len(self._raw.popleft())

    def _take_what_there_is(self) -> None:
        """Take what the gate has: a reading, an unreliable one, or nothing."""
        verdict = self._gate.verdict() if self._gate else None
        if verdict is not None:
            self.ready(verdict, b"".join(self._raw))
        else:
            self.fail(self._gate.nothing() if self._gate else Fault.NO_SIGNAL)


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)
