"""A simulated Beurer BM55: answers every command with one report until it is told to end. No I/O here.

A real one does not measure in its cable; this one does, so that a station can be tried without hands.
"""

from datetime import datetime

from peripherals.protocols import beurer_bm55 as beurer
from peripherals.protocols.beurer_bm55 import Command
from peripherals.protocols.conversation import Packet
from peripherals.simulators.log_cuffs import Kept, Logbook
from peripherals.simulators.scenarios import Scenario

KEPT_MOST = 60  # of each user
NAME = b"Andon Blood Pressure Meter KD001"


class BeurerCuff:
    """The person is user A; of the strangers every second one was B."""

    period_s = 0.25

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._book = Logbook(scenario, seed, wall)
        self._theirs = len(self._book.kept)
        self._ended = False

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Obey and answer."""
        if self._ended or len(data) != beurer.REPORT:
            return []
        code, number = data[0], data[1]
        if code == Command.END:
            self._ended = True
        return [Packet(self._answer(code, number, t))]

    def tick(self, t: float) -> list[Packet]:
        """Time passes; it says nothing unasked."""
        self._book.settle(t)
        return []

    def measuring_for(self, t: float) -> float:
        """Seconds since the person started it."""
        return self._book.measuring_for(t)

    def _answer(self, code: int, number: int, t: float) -> bytes:
        piece = code - Command.NAME
        if code == Command.GREET:
            return beurer.command(beurer.HERE)
        if 0 <= piece < beurer.NAME_PIECES:
            return NAME[8 * piece : 8 * piece + 8]
        if code == Command.COUNT:
            self._book.looked(t)
            return beurer.command(len(self._all()))
        if code == Command.RECORD and 1 <= number <= len(self._all()):
            return self._record(number)
        return beurer.command(beurer.NONE)

    def _record(self, number: int) -> bytes:
        user, one = self._all()[number - 1]
        if one is self._book.kept[-1]:
            self._book.seen()
        return beurer.encode_record(one.when, (one.systolic, one.diastolic, one.pulse), one.flags, user)

    def _all(self) -> list[tuple[int, Kept]]:
        """The records as they are numbered, with their users."""
        theirs = list(enumerate(self._book.kept))
        of_b = [one for n, one in theirs if n < self._theirs and n % 2]
        of_a = [one for n, one in theirs if n >= self._theirs or not n % 2]
        return [(user, one) for user, kept in ((1, of_a), (2, of_b)) for one in kept[: -KEPT_MOST - 1 : -1]]
