"""An oximeter on an open port: samples for the screen, and the gate while an act runs."""

import time
from collections import deque
from typing import Final

from peripherals.events import Fault, OximeterSample, Phase
from peripherals.protocols.base import Frame, FrameKind
from peripherals.quality import OximetryGate
from peripherals.transport.serial_port import PortError
from peripherals.worker import Order, Worker

ENOUGH_FRAMES: Final = 10  # whole frames in a row that say: this is the dialect
LISTEN_S: Final = 0.6  # to each candidate; sixty frames a second make ten in a third of it
START_S: Final = 1.5  # to one that has to be started first
SILENCE_S: Final = 2.0  # a streaming device that says nothing for longer is gone
LOOK_S: Final = 0.2
RAW_FRAMES: Final = 600  # kept for a disputed value: ten seconds


class OximeterWorker(Worker):
    """Streams from the first frame on, whether somebody measures or not."""

    _frames = 0
    _gate: OximetryGate | None = None
    _began = 0.0
    _kept_alive = 0.0

    async def understand(self) -> None:
        """Listen until frames come that fit; a device that needs a start command gets it."""
        self._raw: deque[bytes] = deque(maxlen=RAW_FRAMES)
        if self.product.start:
            self.port.write(self.product.start)
        started = time.monotonic()
        listen_s = START_S if self.product.start else LISTEN_S
        while time.monotonic() - started < listen_s:
            await self.lost_within(LOOK_S / 2)
            if self._frames >= ENOUGH_FRAMES and self._decoder.dropped <= self._frames:
                self.understood = True
                return
        fault = Fault.NOT_UNDERSTOOD if self._heard_ns else Fault.NO_DATA
        raise PortError(fault, f"{self.config.port}: no {self.product.name} frames")

    async def serve(self) -> None:
        """Keep the device talking, and the act within its time."""
        while True:
            await self.lost_within(LOOK_S)
            now = time.monotonic()
            if self.silent_s() > SILENCE_S:
                self.fail(Fault.NO_DATA)
                raise PortError(Fault.NO_DATA, f"{self.config.port}: silent")
            if self.product.keep_alive and now - self._kept_alive >= self.product.keep_alive_s:
                self.port.write(self.product.keep_alive)
                self._kept_alive = now
            if self.order and now - self._began > self._timeout_s:
                self._out_of_time()

    def begin(self, order: Order) -> None:
        """Start an attempt; one that runs is replaced and fails."""
        self.fail(Fault.STOPPED)
        self.order = order
        self._gate = OximetryGate(self._limits.oximetry)
        self._began = time.monotonic()
        self._raw.clear()

    def frame(self, frame: Frame, t_ns: int) -> None:
        """Pass a sample on; judge it when an act runs."""
        if frame.kind is not FrameKind.LIVE:
            return
        self._frames += 1
        if not self.understood:
            return
        sample = OximeterSample(
            self.config.id,
            t_ns,
            _whole(frame.values.get("pleth")),
            _whole(frame.values.get("spo2")),
            _whole(frame.values.get("pulse_rate")),
            frame.values.get("perfusion_index"),
            frame.flags,
        )
        self._tell(sample)
        if self.order is None or self._gate is None:
            return
        self._raw.append(frame.raw)
        step = self._gate.feed(sample)
        self.progress(step.phase, step.fraction)
        if step.phase is Phase.ACCEPTED:
            self._out_of_time()

    def _out_of_time(self) -> None:
        """Take what the gate has: a reading, an unreliable one, or nothing."""
        verdict = self._gate.verdict() if self._gate else None
        if verdict is not None:
            self.ready(verdict.values, verdict.quality, b"".join(self._raw))
        else:
            self.fail(self._gate.nothing() if self._gate else Fault.NO_SIGNAL)


def _whole(value: float | None) -> int | None:
    return None if value is None else int(value)
