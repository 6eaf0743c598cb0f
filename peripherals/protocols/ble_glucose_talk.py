"""Asking a glucose meter for its records, by the Record Access Control Point.

Meters keep what they measured and say it only when asked. While an act runs the newest records are asked
for again and again; one is of this act when its number is above the last one known when the act began, or
when it came to be while we asked. A record that is found on connecting is one of the memory, with the
meter's own time, for the engine to believe or not: most meters connect only after the drop of blood.
"""

from typing import Final

from msgspec.structs import replace

from peripherals.protocols import ble_glucose
from peripherals.protocols.base import Frame, FrameKind, withheld
from peripherals.protocols.ble import EMPTY, ROUND, is_after
from peripherals.protocols.ble_glucose import CONTEXT, CONTROL_POINT, MEASUREMENT, Answer, Op, Operator
from peripherals.protocols.ble_talk import BleConversation
from peripherals.protocols.conversation import Now

ASK_EVERY_S: Final = 2.0
ANSWER_S: Final = 30.0  # the profile's own limit for one procedure

_NO_SUCH_REQUEST: Final = frozenset(
    {
        Answer.OP_UNSUPPORTED,
        Answer.OPERATOR_INVALID,
        Answer.OPERATOR_UNSUPPORTED,
        Answer.OPERAND_INVALID,
        Answer.OPERAND_UNSUPPORTED,
    }
)


class GlucoseConversation(BleConversation):
    """Finds the last record when opened, asks for newer ones while an act runs; one request at a time."""

    def __init__(self) -> None:
        super().__init__(ble_glucose.decoder(), (MEASUREMENT,))
        self._last: int | None = None
        self._before: int | None = None
        self._acting = False
        self._asked: bytes = b""
        self._asked_ns = 0
        self._rested_ns = 0
        self._by_number = True

    def opened(self, now: Now) -> None:
        """Ask for the last record."""
        super().opened(now)
        self._ask(ble_glucose.report(Operator.LAST), now)

    def measure(self, now: Now) -> None:
        """An act begins: what is newer than the last record known is its own."""
        self._acting = True
        self._before = self._last

    def rest(self, now: Now) -> None:
        """The act is over."""
        self._acting = False

    def download(self, now: Now) -> None:
        """Fetch all records, when the request that runs is through."""
        self.busy = True
        if not self._asked:
            self._ask(ble_glucose.report(Operator.ALL), now)

    def beat(self, now: Now) -> None:
        """Ask again; give up on a request that was never answered."""
        if self._asked:
            if now.since_s(self._asked_ns) >= ANSWER_S:
                self.say(ble_glucose.abort(), CONTROL_POINT)
                self._done(now)
        elif self._acting and now.since_s(self._rested_ns) >= ASK_EVERY_S:
            if self._last is not None and self._by_number:
                self._ask(ble_glucose.report(Operator.AT_LEAST, (self._last + 1) % ROUND), now)
            else:
                self._ask(ble_glucose.report(Operator.LAST), now)

    def value(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Take a record, or the answer that ends a report."""
        if channel == CONTROL_POINT:
            self._answered(data, now)
            return []
        if channel == CONTEXT:
            return []  # meals and medicine are asked of the person
        return super().value(data, channel, now)

    def judge(self, frame: Frame, channel: str, now: Now) -> Frame:
        """Say whether a record is of this act."""
        sequence = int(frame.values["sequence"])
        known = sequence == self._last and not self._all
        fresh = self._acting and not self._all and is_after(sequence, self._before)
        if self._last is None or is_after(sequence, self._last):
            self._last = sequence
        if self._acting and self._before is None:
            self._before = sequence  # of the memory; what comes later is new
        told = "glucose" in frame.values or "high" in frame.flags or "low" in frame.flags
        if known or (frame.kind is FrameKind.RESULT and not told):
            return withheld(frame)
        if fresh:
            return frame
        return replace(frame, kind=FrameKind.STORED) if frame.kind is FrameKind.RESULT else withheld(frame)

    @property
    def _all(self) -> bool:
        return self._asked == ble_glucose.report(Operator.ALL)

    def _ask(self, request: bytes, now: Now) -> None:
        self.say(request, CONTROL_POINT)
        self._asked = request
        self._asked_ns = now.ns

    def _answered(self, data: bytes, now: Now) -> None:
        answer = ble_glucose.read_answer(data)
        if answer is None or answer[0] != Op.REPORT:
            return
        if answer[1] in _NO_SUCH_REQUEST:
            self._by_number = False
        if answer[1] == Answer.NO_RECORDS and self._last is None:
            self._last = EMPTY  # an empty memory: whatever comes is newer
            if self._acting:
                self._before = self._last
        self._done(now)

    def _done(self, now: Now) -> None:
        finished, self._asked = self._all, b""
        self._rested_ns = now.ns
        if self.busy and not finished:
            self._ask(ble_glucose.report(Operator.ALL), now)
        else:
            self.busy = False
