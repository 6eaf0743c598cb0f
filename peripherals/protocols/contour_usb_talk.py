"""What is said to a Contour USB: wake it, read its header, and go through its memory where that is wanted.

Any character but ACK and NAK makes the meter greet with EOT, its header and ENQ; ACK then makes it send
header, patient, results (oldest first), end and EOT, each after an ACK; NAK makes it repeat. It has no way to
ask for one result: what is not wanted passes by, and the decoder leaves its value out.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from peripherals.protocols.asking import Ask, NoAnswer, Pause, Task, reply
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.contour_usb import (
    ACK,
    ENQ,
    EOT,
    NAK,
    Header,
    decoder,
    encode_report,
    everything,
    read_header,
)
from peripherals.protocols.conversation import Now
from peripherals.protocols.meter_memory import (
    EARLIER_S,
    MAX_RECORDS,
    MINUTE_S,
    POLL_S,
    Memory,
    MemoryMeter,
    Noted,
    as_result,
    clock_error,
    is_persons,
    known_of,
)

CAPACITY: Final = 2000
"""A full memory counts no further: then it is gone through again and again."""

FULL_POLL_S: Final = 15.0
ANSWER_S: Final = 2.0
TRIES: Final = 4

_H, _L = ord("H"), ord("L")
_WAKE: Final = encode_report(bytes((EOT,)))
_WAKE_OTHERWISE: Final = encode_report(b"X")
_GO_ON: Final = encode_report(bytes((ACK,)))
_REPEAT: Final = encode_report(bytes((NAK,)))


class ContourUsbTalk(MemoryMeter):
    """Speaks to one meter; it measures unplugged. Its clock cannot be set from outside."""

    patience_s = 5.0

    def __init__(self) -> None:
        super().__init__(decoder(self._is_wanted))
        self._wanted: Callable[[datetime | None], bool] = _nothing

    def _is_wanted(self, time: datetime | None) -> bool:
        return self._wanted(time)

    def _identify(self) -> Task[None]:
        while True:
            try:
                yield from self._greet()
                return
            except NoAnswer:
                yield Pause(POLL_S)

    def _greet(self) -> Task[Header]:
        frame = yield Ask(_WAKE, _is_greeting, ANSWER_S, TRIES, _WAKE_OTHERWISE)
        if frame.code == ENQ:
            frame = yield Ask(_GO_ON, reply(_H), ANSWER_S, TRIES, _REPEAT)
        header = read_header(frame.payload)
        if header is None:
            raise NoAnswer
        self.understood = True
        error = None if header.time is None else clock_error(header.time, self._now)
        self.learnt = self.learnt._replace(
            model=header.model, serial=header.serial, firmware=header.firmware, clock_error_s=error
        )
        return header

    def _transfer(
        self, wanted: Callable[[datetime | None], bool], take: Callable[[Frame], None]
    ) -> Task[None]:
        """Go through the memory, after a greeting; NoAnswer when it ends too soon."""
        self._wanted = wanted
        before = b""
        end = False
        try:
            for _ in range(MAX_RECORDS):
                frame = yield Ask(_GO_ON, _is_next, ANSWER_S, TRIES, _REPEAT)
                if frame.code == EOT:
                    break
                if frame.kind is FrameKind.STORED and frame.raw != before:  # else our ACK was lost
                    take(frame)
                before = frame.raw
                end = frame.code == _L
        finally:
            self._wanted = _nothing
        if not end:
            raise NoAnswer

    def _watch(self, begin: Now) -> Task[None]:
        given = b""
        while True:
            full = False
            try:
                header = yield from self._greet()
                known = known_of(self._noted, header.serial)
                proven = known is not None and header.records > known.records
                full = header.records >= CAPACITY
                if known is None or proven or full:
                    newest = yield from self._newest(begin, EARLIER_S + (MINUTE_S if proven else 0.0))
                    if newest is not None and newest.raw != given:
                        given = newest.raw
                        self._give(as_result(newest) if proven else newest)
                        if proven:
                            return
                self._noted = Noted(header.serial, Memory(header.records, None))
            except NoAnswer:
                pass  # it is asked again
            yield Pause(FULL_POLL_S if full else POLL_S)

    def _newest(self, begin: Now, earlier_s: float) -> Task[Frame | None]:
        """Return the newest measurement of a person that the act's begin allows."""
        error = self.learnt.clock_error_s
        if error is None:
            return None
        first = begin.local + timedelta(seconds=error - earlier_s)
        results: list[Frame] = []
        yield from self._transfer(lambda time: time is not None and time >= first, results.append)
        return max(filter(is_persons, results), key=lambda frame: frame.time or "", default=None)

    def _fetch(self) -> Task[None]:
        try:
            yield from self._greet()
            yield from self._transfer(everything, self._give)
        finally:
            self.busy = False


def _nothing(time: datetime | None) -> bool:
    return False


def _is_greeting(frame: Frame) -> bool:
    return frame.code in (_H, ENQ)


def _is_next(frame: Frame) -> bool:
    """Any record, or the end of all."""
    return frame.code not in (ENQ, ACK, NAK)
