"""What is said to a OneTouch UltraEasy or UltraMini, and the link below: counted, acknowledged."""

from collections.abc import Callable
from datetime import datetime
from typing import Final

from peripherals.protocols.asking import Ask, Task
from peripherals.protocols.base import Frame
from peripherals.protocols.lifescan_ultraeasy import (
    ACK,
    DISCONNECT,
    DONE,
    NO_RECORD,
    NO_SUCH_RECORD,
    OVERHEAD,
    READ_CLOCK,
    READ_SERIAL,
    READ_VERSION,
    RECORD_LENGTH,
    SURE_FROM,
    SURE_TO,
    WRITE_CLOCK,
    E,
    S,
    decoder,
    encode,
    read_time,
    record_message,
    write_time,
)
from peripherals.protocols.meter_memory import MAX_RECORDS, IndexedMeter, clock_error

MODEL: Final = "OneTouch UltraEasy"
CLOCK_LENGTH: Final = 6
COUNT_LENGTH: Final = 4


class UltraEasyTalk(IndexedMeter):
    """Speaks to one meter. A question without an answer is put again after both sides began to count anew."""

    patience_s = 3.0

    def __init__(self) -> None:
        super().__init__(decoder(self._is_wanted))
        self._wanted = False
        self._sent = 0  # S of what is sent next
        self._expected = 0  # S of what is heard next
        self._restarting = True  # a disconnect is on its way; the question waits for its answer

    def closing(self) -> None:
        """Disconnect, so that the next one finds it as it was."""
        if self.understood:
            self.say(encode(link=DISCONNECT))

    # ---- the link

    def _write(self, ask: Ask) -> None:
        if self._restarting:
            self.say(encode(link=DISCONNECT))
        else:
            self.say(encode(ask.data, self._link()))

    def _repeat(self, ask: Ask) -> None:
        self._restarting = True
        self.say(encode(link=DISCONNECT))

    def _link(self) -> int:
        return (S if self._sent else 0) | (E if self._expected else 0)

    def _takes(self, frame: Frame) -> bool:
        """Keep count; only messages that are new answer anything."""
        link = frame.code or 0
        if link & DISCONNECT:
            if self._restarting:
                self._restart()
            return False
        if self._restarting:
            return False  # of before the disconnect
        if link & ACK:
            self._sent = 1 if link & E else 0
            return False
        new = (1 if link & S else 0) == self._expected
        if new:
            self._expected ^= 1
            self._sent = 1 if link & E else 0
        self.say(encode(link=ACK | self._link()))
        return new

    def _restart(self) -> None:
        self._restarting = False
        self._sent = self._expected = 0
        if isinstance(self._step, Ask):
            self._write(self._step)

    # ---- what is said

    def _is_wanted(self, time: datetime | None) -> bool:
        return self._wanted

    def _introduce(self) -> Task[None]:
        serial = yield Ask(READ_SERIAL, _is_text)
        version = yield Ask(READ_VERSION, _is_text)
        self.understood = True
        self.learnt = self.learnt._replace(
            model=MODEL, serial=_printable(serial.payload[2:]), firmware=_printable(version.payload[3:])
        )
        clock = yield Ask(READ_CLOCK, _is_clock)
        self._learn_clock(clock)

    def _learn_clock(self, answer: Frame) -> None:
        error = clock_error(read_time(answer.payload[2:6]), self._now)
        self.learnt = self.learnt._replace(clock_error_s=error)

    def _write_clock(self) -> Task[None]:
        message = WRITE_CLOCK + write_time(self._now.local)
        answer = yield Ask(message, _is_clock)
        self._learn_clock(answer)

    def _count(self) -> Task[int]:
        answer = yield Ask(record_message(NO_SUCH_RECORD), _is_count)
        return min(int.from_bytes(answer.payload[2:4], "little"), MAX_RECORDS)

    def _time_at(self, index: int) -> Task[datetime | None]:
        """The meter tells time and value together: the decoder leaves the value out."""
        self._wanted = False
        answer = yield Ask(record_message(index), _is_record)
        time = read_time(answer.payload[2:6])
        return time if SURE_FROM <= time < SURE_TO else None

    def _record_at(self, index: int) -> Task[Frame]:
        self._wanted = True
        try:
            return (yield Ask(record_message(index), _is_record))
        finally:
            self._wanted = False


def _answer(begin: bytes, length: int) -> Callable[[Frame], bool]:
    """Recognise a message by its begin and its length on the wire."""
    return lambda frame: frame.raw[3:].startswith(begin) and len(frame.raw) == length + OVERHEAD


_is_clock = _answer(DONE, CLOCK_LENGTH)
_is_count = _answer(NO_RECORD, COUNT_LENGTH)
_is_record = _answer(DONE, RECORD_LENGTH)


def _is_text(frame: Frame) -> bool:
    """A serial number or a version."""
    return frame.payload.startswith(DONE) and len(frame.payload) > RECORD_LENGTH


def _printable(text: bytes) -> str:
    return "".join(chr(byte) for byte in text if 0x20 < byte < 0x7F)
