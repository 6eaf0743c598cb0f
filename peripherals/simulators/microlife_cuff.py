"""A simulated Microlife cuff, in reports or bare, as it is spoken to. No I/O here."""

from datetime import datetime

from peripherals.protocols import microlife
from peripherals.protocols.conversation import Packet
from peripherals.simulators.log_cuffs import NEVER_SET, Logbook
from peripherals.simulators.scenarios import Scenario

KEPT_MOST = 99
NAME = b"4A414E4599999999999999,05.00\r\n"
SLOTS = microlife.command(microlife.SLOTS) + b"21"
SET_LENGTH = 16
ACK = bytes((microlife.ACK,))


class MicrolifeCuff:
    """Answers the commands that are known; says nothing to others."""

    period_s = 0.25

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._book = Logbook(scenario, seed, wall)
        self._is_set = wall > NEVER_SET
        self._heard = b""
        self._setting = False
        self._filler = bytes(microlife.IN_REPORT)

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Obey and answer, in reports to a host that speaks in reports."""
        in_reports = len(data) == microlife.REPORT and data[0] <= microlife.IN_REPORT
        self._heard += data[1 : 1 + data[0]] if in_reports else data
        answer = self._set(t) if self._setting else self._obey(t)
        if not answer:
            return []
        return self._reports(answer) if in_reports else [Packet(answer)]

    def tick(self, t: float) -> list[Packet]:
        """Time passes; it says nothing unasked."""
        self._book.settle(t)
        return []

    def measuring_for(self, t: float) -> float:
        """Seconds since the person started it."""
        return self._book.measuring_for(t)

    def _obey(self, t: float) -> bytes:
        start = self._heard.find(microlife.START)
        code = self._heard[start + len(microlife.START) :][:1] if start >= 0 else b""
        if not code:
            self._heard = self._heard[max(start, 0) :][-microlife.REPORT :]
            return b""
        self._heard = b""
        match code[0]:
            case microlife.MEMORY:
                return self._memory(t)
            case microlife.NAME:
                return microlife.encode_answer(NAME)
            case microlife.CLOCK:
                return microlife.encode_answer(self._clock(t).ljust(84, b"0"))
            case microlife.SLOTS:
                return microlife.encode_answer(SLOTS)
            case microlife.SET_CLOCK:
                self._setting = True
                return ACK
        return b""

    def _set(self, t: float) -> bytes:
        if len(self._heard) < SET_LENGTH:
            return b""
        told = microlife.clock_of(self._heard[: SET_LENGTH - 2])
        self._setting, self._heard = False, b""
        if told is not None:
            self._book.set_clock(told[0], t)
            self._is_set = True
        return ACK

    def _clock(self, t: float) -> bytes:
        return microlife.encode_clock(self._book.clock(t)) if self._is_set else b"00001520000000"

    def _memory(self, t: float) -> bytes:
        self._book.looked(t)
        self._book.seen()
        return microlife.encode_memory(
            [
                microlife.encode_record(
                    one.when if one.when.year > NEVER_SET.year else None,
                    one.systolic,
                    one.diastolic,
                    one.pulse,
                )
                for one in self._book.kept[-KEPT_MOST:]
            ],
            b"JANE",
        )

    def _reports(self, answer: bytes) -> list[Packet]:
        """Cut an answer; the first report is short, as a real cuff's often are."""
        parts = [answer[:3], *(answer[at : at + 7] for at in range(3, len(answer), 7))]
        result = []
        for part in parts:
            report = microlife.encode_report(part, self._filler)
            self._filler = report[1:]
            result.append(Packet(report))
        return result
