"""A simulated Contec 08A: sends all records of a user when asked, the oldest first. No I/O here."""

from datetime import datetime

from peripherals.protocols import contec_08a as contec
from peripherals.protocols.contec_08a import Head
from peripherals.protocols.conversation import Packet
from peripherals.simulators.log_cuffs import Kept, Logbook
from peripherals.simulators.scenarios import Scenario

KEPT_MOST = 100
GREETING = bytes((0x41, contec.CUFF, 0, 0))  # made up: nobody has told
SHOOK = bytes((Head.SHOOK, contec.CUFF, 0x02, 0x13, 0x01, 0x02))


class ContecCuff:
    """The person is user 1; the others have nothing."""

    period_s = 0.25

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._book = Logbook(scenario, seed, wall)

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Obey and answer; every answer is a report of its own."""
        return [Packet(answer.ljust(contec.REPORT, b"\0")) for answer in self._answers(data, t)]

    def tick(self, t: float) -> list[Packet]:
        """Time passes; it says nothing unasked."""
        self._book.settle(t)
        return []

    def measuring_for(self, t: float) -> float:
        """Seconds since the person started it."""
        return self._book.measuring_for(t)

    def _answers(self, data: bytes, t: float) -> list[bytes]:
        if data.startswith(contec.HELLO):
            return [GREETING]
        if data.startswith(contec.HANDSHAKE):
            return [SHOOK]
        user = next((user for user in contec.USERS if data.startswith(contec.request(user))), None)
        if user is None:
            return [bytes((Head.CONFIRM, data[0], 0))] if data else []
        kept = self._sent(t) if user == 1 else []
        return [
            bytes((Head.CONFIRM, 0x43, 1)),
            contec.encode_heading(len(kept), user),
            *(_record(one, user) for one in kept),
        ]

    def _sent(self, t: float) -> list[Kept]:
        self._book.looked(t)
        self._book.seen()
        return self._book.kept[-KEPT_MOST:]


def _record(one: Kept, user: int) -> bytes:
    mean = (one.systolic + 2 * one.diastolic) // 3
    return contec.encode_record(one.when, (one.systolic, one.diastolic, one.pulse, mean), user)
