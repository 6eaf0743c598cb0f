"""The talk with a Contec 08A: shake hands, have each user's records sent, compare.

It cannot be asked how many records there are, nor for one of them: a request brings all of one user's, the
oldest first. They are kept as they came, undecoded, until the act is over; only a fresh one is decoded.
What it answers to the first greeting is not published: anything will do.
"""

import contextlib
from collections.abc import Callable
from typing import Final

from peripherals.protocols import contec_08a as contec
from peripherals.protocols.asking import Ask, NoAnswer, Task
from peripherals.protocols.base import Frame
from peripherals.protocols.contec_08a import Head
from peripherals.protocols.conversation import Now
from peripherals.protocols.log_cuff import LogCuff, Mark, Marks, Reports, fingerprint

RECORDS_MOST: Final = 300  # three users of a hundred
ON: Final = 1


class ContecTalk(LogCuff):
    """What is said to it. A user is a shelf."""

    poll_s = 3.0

    def __init__(self) -> None:
        super().__init__(Reports())
        self._sent: dict[int, list[bytes]] = {}

    def rest(self, now: Now) -> None:
        """Forget what was sent."""
        super().rest(now)
        self._sent = {}

    def _write(self, ask: Ask) -> None:
        if ask.data:
            self.say(ask.data)

    def _repeat(self, ask: Ask) -> None:
        self._write(ask)

    def _greet(self) -> Task[None]:
        for _ in range(2):
            with contextlib.suppress(NoAnswer):
                yield Ask(contec.HELLO, lambda frame: True, timeout_s=0.5, tries=1)
        yield from self._shake()
        self.understood = True

    def _shake(self) -> Task[None]:
        yield Ask(contec.HANDSHAKE, _begins(Head.SHOOK, contec.CUFF))

    def _look(self) -> Task[Marks]:
        marks = {}
        for user in contec.USERS:
            records = yield from self._records_of(user)
            self._sent[user] = records
            newest = fingerprint(records[-1]) if records else 0
            marks[user] = Mark(len(records), len(records), newest)
        return marks

    def _records_of(self, user: int) -> Task[list[bytes]]:
        yield from self._shake()
        confirmed = yield Ask(contec.request(user), _begins(Head.CONFIRM, 0x43))
        if confirmed.payload[2] != ON:
            raise NoAnswer
        heading = yield _listen(_begins(Head.RECORDS, contec.CUFF))
        records = []
        for _ in range(min(contec.count_of(heading.payload), RECORDS_MOST)):
            report = yield _listen(lambda frame: frame.payload[0] >= 0x80)
            records.append(report.payload[: contec.RECORD])
        return records

    def _record(self, shelf: int, nth: int) -> Task[Frame]:
        yield from ()  # it has been sent with the look
        sent = self._sent.get(shelf, [])
        record = contec.decode_record(sent[-1 - nth]) if nth < len(sent) else None
        if record is None:
            raise NoAnswer
        return record


def _begins(head: Head, second: int) -> Callable[[Frame], bool]:
    begin, length = bytes((head, second)), contec.LENGTHS[head]
    return lambda frame: frame.payload.startswith(begin) and len(frame.payload) >= length


def _listen(for_: Callable[[Frame], bool]) -> Ask:
    return Ask(b"", for_, tries=1)
