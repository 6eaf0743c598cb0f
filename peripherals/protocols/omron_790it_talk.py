"""The talk with an Omron HEM-790IT: wake it, name it, look into its memory.

A mode is set by a feature report; then blocks of zeros until it says OK. The bytes of the mode seem to be
anything: real hosts send several. GDC tells a counter of all measurements ever made and how many are kept.
The clock (GCL) is known of a sister with the same USB id; one that says NO has no clock for us.
"""

import contextlib
from typing import Final

from peripherals.protocols import omron_790it as omron
from peripherals.protocols.asking import Ask, NoAnswer, Pause, Task
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Learnt, Now
from peripherals.protocols.log_cuff import LogCuff, Mark, Marks, fingerprint
from peripherals.protocols.meter_memory import clock_error
from peripherals.protocols.omron_790it import Said

INFORMATION: Final = b"\x00\x01\x01"  # feature reports, the number 0 first
MEASUREMENTS: Final = b"\x00\x74\xbc"
ZEROS: Final = bytes(30)  # what real hosts send before they look for OK
BANKS: Final = (0, 1)  # of the two users; one that never answers is not asked again
NOT_NOW: Final = 4  # times it may say NO
NOT_NOW_S: Final = 0.1


class OmronTalk(LogCuff):
    """What is said to it. A bank is a shelf."""

    has_checksum = True

    def __init__(self) -> None:
        super().__init__(omron.report_decoder())
        self._mode = b""
        self._banks = list(BANKS)
        self._known: Marks = {}

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Leave out reports that carry nothing: empty ones, and the busy sign with a length of eight."""
        if not data or not 1 <= data[0] <= omron.IN_REPORT:
            return []
        return super().heard(data, channel, now)

    def rest(self, now: Now) -> None:
        """Let it go: it stays on and drains its batteries as long as it is talked to."""
        super().rest(now)
        self.closing()

    def closing(self) -> None:
        """End the transfer: it switches itself off."""
        if self._mode:
            self._mode = b""
            self._say_in_reports(omron.END)

    def _write(self, ask: Ask) -> None:
        self._say_in_reports(ask.data)

    def _repeat(self, ask: Ask) -> None:
        self._say_in_reports(ask.data)

    def _say_in_reports(self, data: bytes) -> None:
        for report in omron.reports(data):
            self.say(report)

    def _greet(self) -> Task[None]:
        yield from self._wake(INFORMATION)
        version = yield from self._ask(omron.VERSION)
        self.understood = True
        words = version.payload.decode("ascii", "replace").split()
        model, firmware = (words[0], words[-1]) if len(words) > 1 else (None, None)
        self.learnt = Learnt(model=model, firmware=firmware)
        with contextlib.suppress(NoAnswer):
            clock = yield from self._ask(omron.CLOCK)
            told = omron.time_of(clock.payload) if len(clock.payload) == omron.TIME_LENGTH else None
            if told is not None:
                self.learnt = self.learnt._replace(clock_error_s=clock_error(told, self._now))

    def _look(self) -> Task[Marks]:
        """Ask each bank for its counter and its number, and for its newest when the counter went on."""
        marks: Marks = {}
        try:
            for bank in list(self._banks):
                yield from self._wake(MEASUREMENTS)
                try:
                    counts = yield from self._ask(omron.count(bank))
                except NoAnswer:
                    if not marks or bank in self._known:
                        raise
                    self._banks.remove(bank)
                    continue
                marks[bank] = yield from self._mark(bank, counts.payload)
        except NoAnswer:
            self._mode = b""  # whatever it does now, it must be woken again
            raise
        self._known = marks
        return marks

    def _record(self, shelf: int, nth: int) -> Task[Frame]:
        return (yield from self._ask(omron.measurement(shelf, nth), FrameKind.STORED, FrameKind.REFUSED))

    def _mark(self, bank: int, counts: bytes) -> Task[Mark]:
        total, kept = int.from_bytes(counts[0:2], "big"), int.from_bytes(counts[2:4], "big")
        kept = min(kept, omron.INDEX_MOST + 1)
        known = self._known.get(bank)
        if known is not None and (known.total, known.kept) == (total, kept):
            return known
        newest = fingerprint((yield from self._record(bank, 0)).payload) if kept else 0
        return Mark(total, kept, newest)

    def _wake(self, mode: bytes) -> Task[None]:
        if self._mode != mode:
            self.say(mode, "feature")
            yield Ask(ZEROS, lambda frame: _says(frame, Said.OK), timeout_s=0.6, tries=6)
            self._mode = mode

    def _ask(self, question: bytes, *kinds: FrameKind) -> Task[Frame]:
        """Ask for data, or for a frame of one of the kinds; put it again while it says NO."""

        def answers(frame: Frame) -> bool:
            return frame.kind in kinds or _says(frame, Said.NO) or (not kinds and _says(frame, Said.DATA))

        for _ in range(NOT_NOW):
            frame = yield Ask(question, answers, timeout_s=0.5)
            if not _says(frame, Said.NO):
                return frame
            yield Pause(NOT_NOW_S)
        raise NoAnswer


def _says(frame: Frame, what: Said) -> bool:
    return frame.kind is FrameKind.REPLY and frame.code == what
