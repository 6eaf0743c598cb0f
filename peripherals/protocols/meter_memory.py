"""Reading what was just measured out of a glucose meter's memory, and nothing that is older.

These meters give no live value: a measurement is a record that was not there before. It is proven new when
the same meter has more records than when the act began (RESULT). A meter is mostly used first and connected
then, and one whose memory is full counts no further: then only the record's own time tells, and it is handed
on as STORED for the engine to judge. Records older than the act are never asked for a value: they may be a
stranger's. Control solution is nobody's blood and is never handed on as a measurement.
"""

from abc import abstractmethod
from datetime import datetime, timedelta
from typing import Final, NamedTuple

import msgspec

from peripherals.protocols.asking import Asking, NoAnswer, Pause, Task
from peripherals.protocols.base import Decoder, Frame, FrameKind
from peripherals.protocols.conversation import Now

POLL_S: Final = 3.0
"""Between two looks at the memory during an act; a meter that is asked without pause cannot be used."""

EARLIER_S: Final = 2.0
LATER_S: Final = 60.0
"""How far before the act and after this moment a record's time may lie; the engine takes none beyond."""

MINUTE_S: Final = 60.0
"""As much earlier a record seems that a clock without seconds dates."""

MAX_RECORDS: Final = 4000
"""No meter known has more; a count above it is a broken answer."""


class Memory(NamedTuple):
    """What can be known of a memory without reading a value."""

    records: int
    newest: datetime | None


class Noted(NamedTuple):
    """The memory of one meter, which its serial number tells from others put on the same cable."""

    serial: str
    memory: Memory


def is_recent(true: datetime | None, begin: Now, now: Now, earlier_s: float = EARLIER_S) -> bool:
    """True when a record's time by the station's clock may be of the act."""
    if true is None:
        return False
    return begin.local - timedelta(seconds=earlier_s) <= true <= now.local + timedelta(seconds=LATER_S)


def clock_error(device: datetime, now: Now) -> float:
    """Return the device's clock minus the station's, s.

    Clocks without seconds tell when their minute began, and so do the times of their records: the error is
    up to a minute too small, and a record's time corrected by it right to within a minute.
    """
    return round((device - now.local).total_seconds(), 1)


def known_of(noted: Noted | None, serial: str | None) -> Memory | None:
    """Return what was noted of the meter with this serial number; None when it was of another, or unknown."""
    return noted.memory if noted is not None and serial and noted.serial == serial else None


def as_result(record: Frame) -> Frame:
    """Return a record that is proven to be of this act as a measurement."""
    return msgspec.structs.replace(record, kind=FrameKind.RESULT)


def is_persons(record: Frame) -> bool:
    """True for a glucose value, HI or LO of a person: not for control solution, nor for a broken record."""
    told = "glucose" in record.values or "high" in record.flags or "low" in record.flags
    return record.kind is FrameKind.STORED and told and "test" not in record.flags


class MemoryMeter(Asking):
    """A meter that is only read through its memory; `_watch` looks for a new record, `_fetch` reads all."""

    def __init__(self, decoder: Decoder) -> None:
        super().__init__(decoder)
        self._watching: Task[None] | None = None
        self._noted: Noted | None = None  # what was there when the act began

    def measure(self, now: Now) -> None:
        """Look for a record made since `now`, the act's begin (which may be past)."""
        self._drop(self._watching)
        self._watching = self._watch(now)
        self._do(self._watching)

    def rest(self, now: Now) -> None:
        """Look no more."""
        self._drop(self._watching)
        self._watching = None
        self._noted = None

    @property
    def keepsake(self) -> object:
        """What was in the memory before: the meter may be taken off its cable to be used."""
        return self._noted

    def recall(self, keepsake: object) -> None:
        """Take what was noted before it was taken off."""
        self._noted = keepsake if isinstance(keepsake, Noted) else None

    def download(self, now: Now) -> None:
        """Fetch every record, oldest first, as STORED."""
        if not self.busy:
            self.busy = True
            self._do(self._fetch())

    @abstractmethod
    def _watch(self, begin: Now) -> Task[None]:
        """Look for a record made since then, again and again; `_give` it."""

    @abstractmethod
    def _fetch(self) -> Task[None]:
        """Give every record; not `busy` any more in the end, however it ends."""


class IndexedMeter(MemoryMeter):
    """A meter whose records are asked for by number, 0 the newest."""

    def __init__(self, decoder: Decoder) -> None:
        super().__init__(decoder)
        self._before_set: Memory | None = None  # what was there when the clock was set: its times are wrong

    # ---- for the engine

    def set_clock(self, now: Now) -> None:
        """Set the clock to the station's time, after what runs."""
        self._do(self._set())

    # ---- for the kinds

    @abstractmethod
    def _introduce(self) -> Task[None]:
        """Ask for model, serial number, firmware and clock; `learnt` and `understood` are set by it."""

    @abstractmethod
    def _write_clock(self) -> Task[None]:
        """Set the clock to `_now.local`; `learnt.clock_error_s` is set by it."""

    @abstractmethod
    def _count(self) -> Task[int]:
        """Ask how many records there are."""

    @abstractmethod
    def _time_at(self, index: int) -> Task[datetime | None]:
        """Ask for a record's time, without its value; None when it has none that can be trusted."""

    @abstractmethod
    def _record_at(self, index: int) -> Task[Frame]:
        """Ask for a whole record (STORED; another kind when it is not of glucose)."""

    # ---- inside

    def _identify(self) -> Task[None]:
        while True:
            try:
                yield from self._introduce()
                return
            except NoAnswer:
                yield Pause(POLL_S)

    def _watch(self, begin: Now) -> Task[None]:
        introduced = False
        while True:
            try:
                if not introduced:
                    yield from self._introduce()
                    introduced = True
                seen = yield from self._look()
                known = known_of(self._noted, self.learnt.serial)
                true = self._true(seen.newest)
                grown = known is not None and seen.records > known.records
                proven = grown and (true is None or is_recent(true, begin, self._now, EARLIER_S + MINUTE_S))
                old = seen in (known, self._before_set)
                if proven or (is_recent(true, begin, self._now) and not old):
                    record = yield from self._record_at(0)
                    if is_persons(record):
                        self._give(as_result(record) if proven else record)
                        if proven:
                            return
                self._noted = Noted(self.learnt.serial or "", seen)
            except NoAnswer:
                introduced = False  # used, switched off, or another meter is on the cable
            yield Pause(POLL_S)

    def _true(self, time: datetime | None) -> datetime | None:
        """Return a record's time by the station's clock; None when nothing tells."""
        error = self.learnt.clock_error_s
        return None if time is None or error is None else time - timedelta(seconds=error)

    def _look(self) -> Task[Memory]:
        count = yield from self._count()
        newest = (yield from self._time_at(0)) if count else None
        return Memory(count, newest)

    def _fetch(self) -> Task[None]:
        try:
            count = yield from self._count()
            for index in reversed(range(count)):
                record = yield from self._record_at(index)
                if record.kind is FrameKind.STORED:
                    self._give(record)
        finally:
            self.busy = False

    def _set(self) -> Task[None]:
        self._before_set = yield from self._look()
        yield from self._write_clock()
