"""A simulated RBP-9804: inflates, deflates, finds what its scenario says. No I/O here."""

from datetime import datetime

from peripherals.protocols import rbp9804
from peripherals.protocols.conversation import Packet
from peripherals.protocols.rbp9804 import FrameReader, Op
from peripherals.simulators.scenarios import Reading, Scenario

INFLATE_PER_S = 14.0  # mm[Hg]
DEFLATE_PER_S = 5.0
ABOVE_SYSTOLIC = 35  # how far above the systolic pressure it pumps
LOWEST_TARGET = 180
BELOW_DIASTOLIC = 10  # it has seen enough there


class Rbp9804Cuff:
    """Answers connect, start and stop; while measuring sends the pressure five times a second."""

    period_s = 1 / 5

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._story = scenario.cuff
        self._next = seed % len(self._story.readings)
        self._commands = FrameReader(rbp9804.HOST_HEADER)
        self._started: float | None = None
        self.pressure = 0

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Obey and answer."""
        replies = []
        for op in rbp9804.read_commands(self._commands, data):
            if op == Op.START and self._started is None:
                self._started = t
            elif op == Op.STOP:
                self._vent()
            if op in (Op.CONNECT, Op.START, Op.STOP):
                replies.append(Packet(rbp9804.encode_reply(Op(op))))
        return replies

    def tick(self, t: float) -> list[Packet]:
        """Return the pressure now; at the end the result or the error."""
        if self._started is None:
            return [Packet(rbp9804.encode_pressure(self.pressure))] if self.pressure else []
        since = t - self._started
        reading = self._story.readings[self._next]
        if self._story.error is not None and since >= self._story.error_at_s:
            self._vent()
            return [Packet(rbp9804.encode_pressure(0)), Packet(rbp9804.encode_error(self._story.error))]
        up_s = self._target(reading) / INFLATE_PER_S
        if since < up_s:
            self.pressure = round(since * INFLATE_PER_S)
        else:
            self.pressure = max(0, round(self._target(reading) - (since - up_s) * DEFLATE_PER_S))
        if self._story.leak_at is not None:
            self.pressure = min(self.pressure, self._story.leak_at)
        if since > up_s and self.pressure < reading.diastolic - BELOW_DIASTOLIC:
            self._vent()
            self._next = (self._next + 1) % len(self._story.readings)
            return [Packet(rbp9804.encode_pressure(0)), Packet(rbp9804.encode_result(*reading.all))]
        return [Packet(rbp9804.encode_pressure(self.pressure))]

    def measuring_for(self, t: float) -> float:
        """Seconds since the start command; 0 when idle."""
        return 0.0 if self._started is None else t - self._started

    def _vent(self) -> None:
        self._started = None
        self.pressure = min(self.pressure, self._story.holds or 0)

    @staticmethod
    def _target(reading: Reading) -> int:
        return max(LOWEST_TARGET, reading.systolic + ABOVE_SYSTOLIC)
