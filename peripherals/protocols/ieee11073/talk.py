"""The conversation with one agent: the manager's work as frames for the engine.

Reports wait until the agent's clock is known (or will not be told), for only that shows when they were made.
A report is LIVE where the agent streams, RESULT when it was made since the act began, STORED when it is
older, from the agent's store, or nobody measures.
"""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Final, NamedTuple

import msgspec

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import UNKNOWN, Conversation, Learnt, Now
from peripherals.protocols.ieee11073 import status
from peripherals.protocols.ieee11073.decoder import frame_of
from peripherals.protocols.ieee11073.identity import learnt_from
from peripherals.protocols.ieee11073.manager import Manager
from peripherals.protocols.ieee11073.measurements import Record
from peripherals.protocols.ieee11073.nomenclature import Specialisation
from peripherals.protocols.ieee11073.phdc import CHANNEL, read_descriptors
from peripherals.protocols.ieee11073.states import State
from peripherals.protocols.ieee11073.wellformed import cutter

PATIENCE_S: Final = 11.0
"""An agent that got no answer asks for its association again after ten seconds."""

EARLIER_S: Final = 2.0
"""How much older than the act a result may seem: clocks are read to the second, and answers take time."""

LIVE_S: Final = 60.0
"""How old a value may be, by the agent's clock, to pass for one of this moment."""

HELD: Final = 1000
"""Records kept waiting for the agent's clock; of more the oldest are given up."""


class _Held(NamedTuple):
    raw: bytes
    record: Record


class Ieee11073Talk(Conversation):
    """`streams`: values come all the time, and only an association shows that the agent is there.

    Other agents only associate once somebody has measured: that they are plugged in their descriptors tell.
    """

    patience_s = PATIENCE_S

    def __init__(self, specialisation: Specialisation, *, streams: bool) -> None:
        super().__init__(cutter())
        self._specialisation = specialisation
        self._streams = streams
        self._manager = Manager(specialisation)
        self._began: Now | None = None
        self._held: list[_Held] = []
        self._learnt_from: Now | None = None

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Take APDUs, or the class descriptors of the interface."""
        if channel == CHANNEL:
            told = read_descriptors(data)
            if told.speaks_20601 and self._specialisation in told.specialisations and not self._streams:
                self.understood = True
            return []
        for found in self._decoder.feed(data):
            records = self._manager.heard(found.raw, now)
            self._held += [_Held(found.raw, record) for record in records]
        del self._held[:-HELD]
        return self._after(now)

    def tick(self, now: Now) -> list[Frame]:
        """Notice what takes too long."""
        self._manager.tick(now)
        return self._after(now)

    def measure(self, now: Now) -> None:
        """An act begins; agents that must be asked are."""
        self._began = now
        self._manager.ask_for_measurements(now)
        self._say()

    def rest(self, now: Now) -> None:
        """The act is over."""
        self._began = None

    def download(self, now: Now) -> None:
        """Fetch the agent's stores; it deletes nothing."""
        self._manager.download(now)
        self._say()
        self.busy = self._manager.downloading

    def set_clock(self, now: Now) -> None:
        """Set the agent's clock, where it can be set."""
        self._manager.set_clock(now.local, now)
        self._say()

    def closing(self) -> None:
        """Release the association."""
        self._manager.release(Now(0, datetime.min))
        self._say()

    def _say(self) -> None:
        for apdu in self._manager.outgoing():
            self.say(apdu)

    def _after(self, now: Now) -> list[Frame]:
        """Say what is to be said, see what was learnt, let go what need not wait any more."""
        self._say()
        self.busy = self._manager.downloading
        if self._manager.state is State.OPERATING:
            self.understood = True
        told_at = self._manager.attributes_at
        if told_at is not None and told_at is not self._learnt_from:
            self._learnt_from = told_at
            self.learnt = _kept(learnt_from(self._manager.attributes, told_at.local), self.learnt)
        if not self._manager.identified:
            return []
        held, self._held = self._held, []
        return [self._frame(one, now) for one in held]

    def _frame(self, held: _Held, now: Now) -> Frame:
        """Return a record as what it is to the engine; what waited in the agent's memory is marked."""
        record = held.record
        kind = self._kind(record, now)
        if kind is FrameKind.STORED and self._is_old(record, now):
            record.flag("from-memory")
        frame = frame_of(held.raw, record, kind)
        coded = self._specialisation is Specialisation.GLUCOSE and {"high", "low"} & set(frame.flags)
        if frame.kind is FrameKind.RESULT and not frame.values and not coded:
            code = status.code_without_value(record.flags)
            return msgspec.structs.replace(frame, kind=FrameKind.ERROR, code=code)
        return frame

    def _kind(self, record: Record, now: Now) -> FrameKind:
        if record.stored:
            return FrameKind.STORED
        if "ongoing" in record.flags or (self._streams and not record.spot):
            return FrameKind.LIVE if not self._is_old(record, now) else FrameKind.STORED
        began = self._began
        if began is None or not self._is_since(record, began.local - timedelta(seconds=EARLIER_S)):
            return FrameKind.STORED
        return FrameKind.RESULT

    def _is_old(self, record: Record, now: Now) -> bool:
        """True when the agent's clock shows that a value is not of this moment."""
        told = self._told(record)
        return told is not None and told < now.local - timedelta(seconds=LIVE_S)

    def _is_since(self, record: Record, moment: datetime) -> bool:
        """True when a value was made since a moment; without a time it was when it came."""
        if record.time is None and record.stamp is None:
            return True
        told = self._told(record)
        return told is not None and told >= moment

    def _told(self, record: Record) -> datetime | None:
        """Return a record's time by the station's clock; None when it cannot be compared."""
        error = self.learnt.clock_error_s
        if record.time is None or error is None or record.stamp is None or not record.stamp.sure:
            return None
        return datetime.fromisoformat(record.time) - timedelta(seconds=error)


def _kept(fresh: Learnt, before: Learnt) -> Learnt:
    """Return what is known now: an agent that leaves something out has not forgotten it."""
    if before is UNKNOWN:
        return fresh
    return before._replace(**{name: told for name, told in fresh._asdict().items() if told is not None})


def talk_of(specialisation: Specialisation, *, streams: bool = False) -> Callable[[], Ieee11073Talk]:
    """Return what makes conversations with agents of one kind."""
    return partial(Ieee11073Talk, specialisation, streams=streams)
