"""A simulated SureTemp Plus module: somebody takes the probe out and puts it back, again and again."""

from datetime import datetime

from peripherals.protocols import suretemp
from peripherals.protocols.conversation import Packet
from peripherals.protocols.suretemp import Command, Record, State, Type
from peripherals.simulators.scenarios import Scenario

IN_WELL_S = 2.0  # of a cycle, the probe in its well
WARMS_S = 0.5  # not ready yet
READY_S = 1.0  # out, not in the mouth yet
SHOWS_S = 4.0  # the result, until the probe is put back
KELVIN = 273.15
AIR = 23.0  # Cel
SERIAL = b"0306100500\0"

_ALGORITHM = {"oral": 0, "rectal": 1, "axillary": 4}


class SureTemp:
    """Answers polls with the record of this moment, tells its serial number, and refuses the rest."""

    period_s = 0.173

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._story = scenario.thermometer
        self._commands = suretemp.decoder()

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Answer."""
        return [
            Packet(self._answer(frame.code, t))
            for frame in self._commands.feed(data)
            if frame.code is not None and frame.raw[5] == Type.COMMAND
        ]

    def tick(self, t: float) -> list[Packet]:
        """Say nothing unasked."""
        return []

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began: with the power."""
        return t

    def _answer(self, code: int, t: float) -> bytes:
        if code == Command.TEMPERATURE:
            return suretemp.encode_record(self.record(t))
        if code == Command.SERIAL_NUMBER:
            return suretemp.encode(code, Type.ANSWER, SERIAL)
        return suretemp.encode(code, Type.REFUSED)

    def record(self, t: float) -> Record:
        """Return the record of a moment."""
        story = self._story
        state, reached = self._state(t)
        final = story.temperature + KELVIN if state == State.FINAL else 0.0
        return Record(
            final=final,
            probe=AIR + (story.temperature - AIR) * reached + KELVIN,
            sample=int(t / self.period_s),
            method=0,
            algorithm=_ALGORITHM.get(story.site, 0),
            state=state,
            error=(story.error or 0) if state == State.ERROR else 0,
            active=state != State.IDLE,
            probe_type=2 if story.site == "rectal" else 0,
        )

    def _state(self, t: float) -> tuple[State, float]:
        """Return the state, and how far the probe has warmed up (0..1)."""
        takes = self._story.takes_s
        at = t % (IN_WELL_S + WARMS_S + READY_S + takes + SHOWS_S)
        for state, lasts in ((State.IDLE, IN_WELL_S), (State.NOT_READY, WARMS_S), (State.READY, READY_S)):
            if at < lasts:
                return state, 0.0
            at -= lasts
        if at < takes:
            return State.PREDICT_DISPLAY, at / takes
        return (State.ERROR if self._story.error is not None else State.FINAL), 1.0
