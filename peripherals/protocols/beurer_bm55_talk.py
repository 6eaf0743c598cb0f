"""The talk with a Beurer BM55 or BM58: greet it, ask its name, count, compare the newest of both users.

Records have numbers: 1 is the newest of user A; behind all of A's comes the newest of B. How many are A's is
found by halving. F7, which ends the talk, is never said: the cuff would hear nothing until it is plugged in
again, and it was found listening.
"""

import contextlib

from peripherals.protocols import beurer_bm55 as beurer
from peripherals.protocols.asking import Ask, NoAnswer, Task
from peripherals.protocols.base import Frame
from peripherals.protocols.beurer_bm55 import Command
from peripherals.protocols.log_cuff import LogCuff, Mark, Marks, Reports, fingerprint

A, B = 1, 2


class BeurerTalk(LogCuff):
    """What is said to it. A user is a shelf."""

    def __init__(self) -> None:
        super().__init__(Reports())
        self._total = 0
        self._of_a = 0

    def _greet(self) -> Task[None]:
        yield Ask(beurer.command(Command.GREET), lambda frame: frame.payload[0] == beurer.HERE)
        self.understood = True
        with contextlib.suppress(NoAnswer):
            name = b""
            for piece in range(beurer.NAME_PIECES):
                answer = yield Ask(beurer.command(Command.NAME + piece), _is_report, timeout_s=0.5)
                name += answer.payload
            text = "".join(chr(byte) for byte in name if 0x20 <= byte < 0x7F).strip()
            self.learnt = self.learnt._replace(model=text or None)

    def _look(self) -> Task[Marks]:
        answer = yield Ask(beurer.command(Command.COUNT), _is_number)
        total = answer.payload[0]
        if total != self._total:
            self._of_a = yield from self._count_a(total)
            self._total = total
        return {
            A: (yield from self._mark(1, self._of_a)),
            B: (yield from self._mark(self._of_a + 1, total - self._of_a)),
        }

    def _record(self, shelf: int, nth: int) -> Task[Frame]:
        return (yield from self._numbered((1 if shelf == A else self._of_a + 1) + nth))

    def _mark(self, first: int, count: int) -> Task[Mark]:
        newest = fingerprint((yield from self._numbered(first)).payload) if count else 0
        return Mark(count, count, newest)

    def _count_a(self, total: int) -> Task[int]:
        """Return how many are user A's: what comes before the first of B."""
        low, high = 0, total
        while low < high:
            middle = (low + high) // 2
            record = yield from self._numbered(middle + 1)
            if beurer.is_user_b(record.payload):
                high = middle
            else:
                low = middle + 1
        return low

    def _numbered(self, number: int) -> Task[Frame]:
        if number > beurer.NUMBER_MOST:
            raise NoAnswer
        answer = yield Ask(beurer.command(Command.RECORD, number), _is_record_or_none, timeout_s=0.5)
        record = beurer.decode_record(answer.payload)
        if record is None:
            raise NoAnswer
        return record


def _is_report(frame: Frame) -> bool:
    return len(frame.payload) == beurer.REPORT


def _is_number(frame: Frame) -> bool:
    """Recognise an answer of one byte: all behind it is filled with the same."""
    return _is_report(frame) and len(set(frame.payload[1:])) == 1


def _is_record_or_none(frame: Frame) -> bool:
    none = _is_number(frame) and frame.payload[0] == beurer.NONE
    return none or beurer.decode_record(frame.payload) is not None
