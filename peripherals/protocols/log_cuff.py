"""A cuff that measures on its own and only shows its memory: when is a record of it a fresh one? Pure.

The person starts such a cuff; the host can only look. So an act begins by noting how much is in the memory
and which record is the newest; what is newer later was made in the meantime, whatever the cuff's clock says:
a RESULT. A record that was there at the first look may be a stranger's: only where the cuff's clock is known
is it read further, and handed on as STORED only if its time is of this act.

Many of these cuffs do not measure while they are in the cable. Then the note goes to the next conversation
(`keepsake`, `recall`), which finds what came on top of it; the record that was the newest must be under that,
so that another cuff of the same kind is not taken for this one.
"""

from abc import abstractmethod
from datetime import datetime, timedelta
from typing import Final, NamedTuple

import msgspec

from peripherals.protocols.asking import Asking, NoAnswer, Task
from peripherals.protocols.base import Decoder, Frame, FrameKind
from peripherals.protocols.conversation import Now
from peripherals.protocols.meter_memory import is_recent

POLL_S: Final = 2.0
SEVERAL: Final = 6  # measurements that one person may make before the cuff is plugged in


class Mark(NamedTuple):
    """Where a shelf (a user, a bank) stands.

    `total`: a counter of all measurements ever made where there is one, else how many are kept; `kept`: how
    many can be fetched; `newest`: a fingerprint of the newest, 0 for none.
    """

    total: int
    kept: int
    newest: int


Marks = dict[int, Mark]


def fingerprint(record: bytes) -> int:
    """Return what knows a record again and tells nothing else: a note must not hold a stranger's values."""
    return hash(record)


def added(before: Mark, after: Mark) -> int:
    """Return how many records are new, at least: the number in a full memory stands still."""
    if after.total != before.total:
        return max(0, after.total - before.total)
    return int(after.newest != before.newest and after.kept > 0)


class Reports:
    """Takes each report as one frame, for a talk that knows what its answers are."""

    dropped = 0

    def feed(self, data: bytes) -> list[Frame]:
        """Take a report."""
        return [Frame(FrameKind.REPLY, data, payload=data)] if data else []

    def finish(self) -> list[Frame]:
        """Nothing waits."""
        return []


class LogCuff(Asking):
    """What all of them have in common; a subclass says how to greet, to look, and to fetch a record.

    Records are counted from the newest, 0, on the shelf they are on; their `payload` are their own bytes,
    without those of the line. A result without a checksum is read twice.
    """

    patience_s = 3.0
    poll_s = POLL_S
    has_checksum = False

    def __init__(self, decoder: Decoder) -> None:
        super().__init__(decoder)
        self._begin: Now | None = None  # of the act that runs
        self._watching: Task[None] | None = None
        self._busy_ns = 0
        self._noted: Marks | None = None
        self._recalled: Marks = {}

    # ---- what a subclass knows

    @abstractmethod
    def _greet(self) -> Task[None]:
        """Find out that it is this product and what it tells of itself: `understood`, `learnt`."""

    @abstractmethod
    def _look(self) -> Task[Marks]:
        """Find out how much is in the memory."""

    @abstractmethod
    def _record(self, shelf: int, nth: int) -> Task[Frame]:
        """Fetch one record of those that the last look found."""

    # ---- for the engine

    @property
    def keepsake(self) -> object:
        """What was noted when this act began."""
        return self._noted

    def recall(self, keepsake: object) -> None:
        """Take what the conversation before noted."""
        self._recalled = keepsake if isinstance(keepsake, dict) else {}

    def tick(self, now: Now) -> list[Frame]:
        """When nothing runs, greet it again until it is understood; while an act runs, look again."""
        if self._tasks:
            self._busy_ns = now.ns
        elif now.since_s(self._busy_ns) >= self.poll_s:
            self._now = now
            self._busy_ns = now.ns
            self._go_about_it()
        return super().tick(now)

    def measure(self, now: Now) -> None:
        """Note what is there, then look again and again; `now` is when the act began, perhaps a while ago."""
        self._stop()
        self._begin = now
        if self.understood:
            self._go_about_it()

    def rest(self, now: Now) -> None:
        """Look no longer."""
        self._stop()
        self._begin = None
        self._recalled = {}

    def download(self, now: Now) -> None:
        """Fetch everything, the oldest of each shelf first."""
        if not self.busy:
            self.busy = True
            self._do(self._fetch())

    # ---- inside

    def _stop(self) -> None:
        self._drop(self._watching)
        self._watching = self._noted = None

    def _go_about_it(self) -> None:
        if not self.understood:
            self._do(self._identify())
        elif self._begin is not None:
            self._watching = self._watch(self._begin)
            self._do(self._watching)

    def _identify(self) -> Task[None]:
        yield from self._greet()

    def _watch(self, begin: Now) -> Task[None]:
        """Look once. Without an answer (it measures, or is switched off) what was noted stays true."""
        marks = yield from self._look()
        if self._noted is not None:
            yield from self._more(self._noted, marks)
        elif not (yield from self._on_top(marks)):
            yield from self._of_this_act(marks, begin)
        self._noted = marks

    def _more(self, before: Marks, after: Marks) -> Task[None]:
        for shelf, mark in after.items():
            noted = before.get(shelf, Mark(0, 0, 0))
            if added(noted, mark) and (not noted.newest or (yield from self._is_under(shelf, noted, mark))):
                self._give((yield from self._result(shelf)))
                return

    def _on_top(self, marks: Marks) -> Task[bool]:
        """Look for a record on top of what the conversation before noted, if this is the same cuff."""
        for shelf, noted in self._recalled.items():
            mark = marks.get(shelf, noted)
            if noted.newest and added(noted, mark) and (yield from self._is_under(shelf, noted, mark)):
                self._give((yield from self._result(shelf)))
                return True
        return False

    def _is_under(self, shelf: int, noted: Mark, mark: Mark) -> Task[bool]:
        """Is the record that was the newest where it must be now? If not, another memory or a bad byte."""
        count = added(noted, mark)
        if count >= min(mark.kept, SEVERAL):
            return False
        record = yield from self._record(shelf, count)
        return fingerprint(record.payload) == noted.newest

    def _result(self, shelf: int) -> Task[Frame]:
        """Fetch the newest. It was made just now: only a clock that was compared tells better when."""
        record = yield from self._record(shelf, 0)
        if not self.has_checksum:
            yield from self._look()
            if (yield from self._record(shelf, 0)).payload != record.payload:
                raise NoAnswer
        if record.kind is FrameKind.REFUSED:
            return record
        time = record.time if self.learnt.clock_error_s is not None else None
        return msgspec.structs.replace(record, kind=FrameKind.RESULT, time=time)

    def _of_this_act(self, marks: Marks, begin: Now) -> Task[None]:
        error_s = self.learnt.clock_error_s
        if error_s is None:
            return
        for shelf, mark in marks.items():
            for nth in range(min(mark.kept, SEVERAL)):
                record = yield from self._record(shelf, nth)
                if not is_recent(own_time(record, error_s), begin, self._now):
                    break
                if record.kind is FrameKind.STORED:
                    self._give(record)

    def _fetch(self) -> Task[None]:
        try:
            for shelf, mark in (yield from self._look()).items():
                for nth in reversed(range(mark.kept)):
                    self._give((yield from self._record(shelf, nth)))
        finally:
            self.busy = False


def own_time(record: Frame, clock_error_s: float) -> datetime | None:
    """Return when a record was made by the station's clock; None when it does not tell."""
    if record.time is None:
        return None
    return datetime.fromisoformat(record.time) - timedelta(seconds=clock_error_s)
