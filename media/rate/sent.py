"""What was sent and has not been heard of: joins the other end's feedback with our own times and sizes."""

from typing import Final, NamedTuple

from media.rate.packets import Unwrapper
from media.rate.twcc import Feedback

KEPT_S: Final = 60.0
MAX_KEPT: Final = 20_000


class Sent(NamedTuple):
    """A packet on its way: when it left (seconds, our clock), its size in bytes, of which probe (0: none)."""

    at: float
    size: int
    probe: int = 0


class Arrived(NamedTuple):
    """A packet that arrived: seconds of our clock at leaving, of theirs at arriving."""

    sent: float
    arrived: float
    size: int
    probe: int


class Told(NamedTuple):
    """What one feedback says: arrivals in the order of the numbers, and how many are missing of how many."""

    arrived: list[Arrived]
    missing: int
    total: int
    newest_sent: float  # of the arrivals; 0: there is none


class History:
    """Packets sent, by transport-wide sequence number."""

    def __init__(self) -> None:
        self.in_flight = 0  # bytes
        self._packets: dict[int, Sent] = {}
        self._missing: set[int] = set()  # told to be missing, which may still be late only
        self._unwrap = Unwrapper()
        self._next = 1

    def add(self, now: float, size: int, probe: int = 0) -> int:
        """Note a packet that leaves now; return its number (growing; 16 bits of it go on the wire)."""
        number, self._next = self._next, self._next + 1
        self._packets[number] = Sent(now, size, probe)
        self.in_flight += size
        self._forget(now)
        return number

    def told(self, feedback: Feedback) -> Told:
        """Take a feedback; what it says of packets we know nothing of is ignored."""
        arrived: list[Arrived] = []
        missing = total = 0
        base = self._unwrap(feedback.base)
        for number, at in enumerate(feedback.arrivals, base):
            if number not in self._packets:
                continue
            if at is None:
                if number not in self._missing:
                    self._missing.add(number)
                    missing += 1
                    total += 1
                continue
            sent = self._packets.pop(number)
            self.in_flight -= sent.size
            if number in self._missing:  # it was late only
                self._missing.discard(number)
                missing -= 1
            else:
                total += 1
            arrived.append(Arrived(sent.at, at, sent.size, sent.probe))
        return Told(arrived, missing, total, max((one.sent for one in arrived), default=0.0))

    def _forget(self, now: float) -> None:
        for number in list(self._packets)[: 2 if len(self._packets) < MAX_KEPT else 100]:
            packet = self._packets[number]
            # One that is told to be missing and does not come within a second is lost, and no more in flight.
            patience = 1.0 if number in self._missing else KEPT_S
            if now - packet.at > patience or len(self._packets) > MAX_KEPT:
                del self._packets[number]
                self._missing.discard(number)
                self.in_flight -= packet.size
            else:
                return
