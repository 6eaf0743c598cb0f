"""What is said to a TaiDoc or FORA meter: who are you, what time is it, how many records, the newest one."""

from datetime import datetime

from peripherals.protocols.asking import Ask, Task, reply
from peripherals.protocols.base import Frame
from peripherals.protocols.meter_memory import MAX_RECORDS, IndexedMeter, clock_error
from peripherals.protocols.taidoc import (
    METER,
    Command,
    TaiDocDecoder,
    command,
    read_date,
    record_command,
    write_date,
)


class TaiDocTalk(IndexedMeter):
    """Speaks to one meter. It says READY (54) by itself when it enters communication mode, and may then have
    missed what was said just before: the question is put again."""

    patience_s = 3.0

    def __init__(self) -> None:
        super().__init__(TaiDocDecoder())

    def closing(self) -> None:
        """Let it leave communication mode, as its own software does."""
        if self.understood:
            self.say(command(Command.POWER_OFF))

    def _takes(self, frame: Frame) -> bool:
        if frame.raw[6] != METER:  # our own words, echoed by the cable
            return False
        self.understood = True
        if frame.code == Command.READY:
            if isinstance(self._step, Ask):
                self._repeat(self._step)
            return False
        return True

    def _introduce(self) -> Task[None]:
        model = yield Ask(command(Command.MODEL), reply(Command.MODEL))
        first = yield Ask(command(Command.SERIAL_FIRST), reply(Command.SERIAL_FIRST))
        last = yield Ask(command(Command.SERIAL_LAST), reply(Command.SERIAL_LAST))
        self.learnt = self.learnt._replace(
            model=f"TD-{model.payload[1]:02X}{model.payload[0]:02X}",
            serial=(first.payload[::-1] + last.payload[::-1]).hex().upper(),
        )
        clock = yield Ask(command(Command.CLOCK), reply(Command.CLOCK))
        self._learn_clock(clock)

    def _learn_clock(self, answer: Frame) -> None:
        time = read_date(answer.payload)
        error = None if time is None else clock_error(time, self._now)
        self.learnt = self.learnt._replace(clock_error_s=error)

    def _write_clock(self) -> Task[None]:
        payload = write_date(self._now.local)
        answer = yield Ask(command(Command.SET_CLOCK, payload), reply(Command.SET_CLOCK))
        self._learn_clock(answer)

    def _count(self) -> Task[int]:
        answer = yield Ask(command(Command.COUNT), reply(Command.COUNT))
        return min(int.from_bytes(answer.payload[:2], "little"), MAX_RECORDS)

    def _time_at(self, index: int) -> Task[datetime | None]:
        ask = record_command(Command.RECORD_TIME, index)
        answer = yield Ask(ask, reply(Command.RECORD_TIME))
        return read_date(answer.payload)

    def _record_at(self, index: int) -> Task[Frame]:
        """Both halves, so that the decoder joins those of the same record."""
        yield from self._time_at(index)
        ask = record_command(Command.RECORD_VALUE, index)
        return (yield Ask(ask, reply(Command.RECORD_VALUE)))
