"""The talk with a Microlife cuff: name, clock, and the whole memory each time.

It cannot be asked how many records there are without sending them all; what came from before is compared,
and forgotten when the act is over. The patient's id that it keeps is never looked at.

The same bytes go as reports where the cuff is a HID device, and bare where Linux's serial driver for its chip
is in between. Which it is shows in the first answer; until then both are tried in turn.
"""

from typing import Final

from peripherals.protocols import microlife
from peripherals.protocols.asking import Ask, NoAnswer, Pause, Task
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Now
from peripherals.protocols.log_cuff import LogCuff, Mark, Marks, fingerprint
from peripherals.protocols.meter_memory import clock_error

SILENCE_S: Final = 0.8  # before a question is put again; a full memory speaks for five seconds
ACKNOWLEDGED: Final = -1  # `code` of an answer that is nothing but ACK
SETTLED_S: Final = 0.5  # after the clock was set


class Listener:
    """Cuts answers; a lone ACK is one only while it is awaited, for every answer begins with it."""

    def __init__(self) -> None:
        self.awaits_ack = False
        self._decoder = microlife.decoder()

    @property
    def dropped(self) -> int:
        """Bytes that belong to no answer."""
        return self._decoder.dropped

    def feed(self, data: bytes) -> list[Frame]:
        """Take what arrived."""
        lone = bytes((microlife.ACK,))
        if self.awaits_ack and (data == lone or data[:2] == bytes((microlife.HEAD + 1,)) + lone):
            return [Frame(FrameKind.REPLY, data, code=ACKNOWLEDGED)]
        return self._decoder.feed(data)

    def forget(self) -> None:
        """A question begins: what came before is no part of its answer."""
        self._decoder.finish()

    def finish(self) -> list[Frame]:
        """Nothing follows."""
        return self._decoder.finish()


class MicrolifeTalk(LogCuff):
    """What is said to it. The user whose switch is set is the only shelf."""

    patience_s = 5.0
    poll_s = 4.0
    has_checksum = True

    def __init__(self) -> None:
        self._listener = Listener()
        super().__init__(self._listener)
        self._in_reports = True
        self._answered = False
        self._century_first = False
        self._records: list[Frame] = []

    def set_clock(self, now: Now) -> None:
        """Set its clock, and read it back."""
        self._do(self._set())

    def rest(self, now: Now) -> None:
        """Forget what was sent."""
        super().rest(now)
        self._records = []

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """While it speaks it need not be asked again."""
        self._since_ns = now.ns
        return super().heard(data, channel, now)

    def _write(self, ask: Ask) -> None:
        self._listener.forget()
        self._put(ask.data)

    def _repeat(self, ask: Ask) -> None:
        if not self._answered:
            self._in_reports = not self._in_reports
        self._write(ask)

    def _put(self, data: bytes) -> None:
        for part in microlife.reports(data) if self._in_reports else [data]:
            self.say(part)

    def _greet(self) -> Task[None]:
        name = yield from self._ask(microlife.NAME, tries=4)
        self._answered = self.understood = True
        self._in_reports = name.raw[0] != microlife.ACK
        self.learnt = self.learnt._replace(firmware=microlife.version_of(name.payload))
        yield from self._read_clock()

    def _read_clock(self) -> Task[None]:
        answer = yield from self._ask(microlife.CLOCK)
        told = microlife.clock_of(answer.payload)
        if told is not None:
            time, self._century_first = told
            self.learnt = self.learnt._replace(clock_error_s=clock_error(time, self._now))

    def _look(self) -> Task[Marks]:
        answer = yield from self._ask(microlife.MEMORY)
        records = [microlife.decode_record(one, answer.raw) for one in microlife.records_of(answer.payload)]
        if records and (records[0].time or "") > (records[-1].time or ""):
            records.reverse()  # nobody has told which end is the newest
        self._records = records
        newest = fingerprint(records[-1].payload) if records else 0
        return {1: Mark(len(records), len(records), newest)}

    def _record(self, shelf: int, nth: int) -> Task[Frame]:
        yield from ()  # it has been sent with the look
        if nth >= len(self._records):
            raise NoAnswer
        return self._records[-1 - nth]

    def _set(self) -> Task[None]:
        self._listener.awaits_ack = True
        try:
            yield Ask(
                microlife.command(microlife.SET_CLOCK),
                lambda frame: frame.code == ACKNOWLEDGED,
                timeout_s=0.6,
            )
        finally:
            self._listener.awaits_ack = False
        text = microlife.encode_clock(self._now.local, century_first=self._century_first)
        self._put(text + microlife.checksum(text))
        yield Pause(SETTLED_S)
        yield from self._read_clock()

    def _ask(self, code: int, tries: int = 3) -> Task[Frame]:
        return (yield Ask(microlife.command(code), lambda frame: frame.code == code, SILENCE_S, tries))
