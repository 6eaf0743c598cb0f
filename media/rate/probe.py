"""Short bursts that find out at once what creeping up would take half a minute to find.

As in libwebrtc: three and six times the start rate as soon as the way is open, twice the result while that
passes; later now and then, while we could use more than we think there is. A probe lasts 15 ms and five
packets at least; what the other end received of it, and how fast, is the result. Bits a second, seconds.
"""

from typing import Final, NamedTuple

from media.rate.sent import Arrived

LENGTH_S: Final = 0.015
MIN_PACKETS: Final = 5
FIRST: Final = (3.0, 6.0)  # of the start rate
FURTHER: Final = 2.0  # of a result, once …
PASSED: Final = 0.7  # … so much of the probe's rate has passed
LATER: Final = 2.0  # of the estimate, now and then
EVERY_S: Final = 1.5  # doubled after each that brought nothing, …
EVERY_MAX_S: Final = 10.0  # … up to this
VALID_S: Final = 2.0  # what is not known of a probe by then never will be
ENOUGH: Final = 0.8  # of a probe's packets and bytes have to arrive
BACK_AFTER_S: Final = 1.0  # a rate that was given up is tried again, if no queue stands
BACK: Final = 0.85  # of it
_SATURATED: Final = 0.9
_UTILISED: Final = 0.95


class Probe(NamedTuple):
    """A burst to send."""

    ident: int
    bps: float
    began: float

    @property
    def size(self) -> int:
        """Bytes to send at least."""
        return int(self.bps * LENGTH_S / 8)


class _Result:
    def __init__(self, probe: Probe) -> None:
        self.probe = probe
        self.packets: list[Arrived] = []

    def bps(self) -> float | None:
        packets = self.packets
        size = sum(packet.size for packet in packets)
        if len(packets) < MIN_PACKETS * ENOUGH or size < self.probe.size * ENOUGH:
            return None
        by_sent = sorted(packets, key=lambda one: one.sent)
        by_arrived = sorted(packets, key=lambda one: one.arrived)
        sending = by_sent[-1].sent - by_sent[0].sent
        arriving = by_arrived[-1].arrived - by_arrived[0].arrived
        if not 0 < sending < 1 or not 0 < arriving < 1:
            return None
        sent = 8 * (size - by_sent[-1].size) / sending
        arrived = 8 * (size - by_arrived[0].size) / arriving
        if arrived > 2 * sent:
            return None  # bunched up on the way: it says nothing
        return _UTILISED * arrived if arrived < _SATURATED * sent else min(sent, arrived)


class Prober:
    """Decides when to probe; `next` gives the burst to send, `add` takes what arrived."""

    def __init__(self, max_bps: float) -> None:
        self.max_bps = max_bps
        self._wanted: list[float] = []
        self._results: dict[int, _Result] = {}
        self._ident = 0
        self._every = EVERY_S
        self._last = 0.0
        self._climbing_until = 0.0
        self._given_up: tuple[float, float] | None = None  # (rate, when to try it again)
        self._back_after = BACK_AFTER_S

    def start(self, bps: float, now: float) -> None:
        """The way is open: find out how wide it is."""
        self.ask(now, *(bps * times for times in FIRST))
        self._climbing_until = now + VALID_S

    def ask(self, now: float, *rates: float) -> None:
        """Probe at these rates, one after the other."""
        self._wanted = [min(rate, self.max_bps) for rate in rates]
        self._last = now

    def consider(self, bps: float, now: float, *, calm: bool) -> None:
        """Probe if it is time to; called while nothing speaks against it. `calm`: nothing has for a while."""
        if self._given_up is not None and now >= self._given_up[1]:
            rate, self._given_up = self._given_up[0], None
            if bps < PASSED * rate:
                self._back_after *= 2  # until it succeeds
                self.ask(now, BACK * rate)
                return
        if calm and now - self._last >= self._every and bps < 0.95 * self.max_bps:
            self._every = min(2 * self._every, EVERY_MAX_S)  # until a probe brings something
            self.ask(now, bps * LATER)
            self._climbing_until = now + VALID_S

    def stop(self, bps: float, now: float) -> None:
        """The link is full: no further probes for now. `bps` is what was too much."""
        self._wanted.clear()
        if self._given_up is not None:
            bps = max(bps, self._given_up[0])
        self._given_up = (bps, now + self._back_after)
        self._climbing_until = 0.0

    def next(self, now: float) -> Probe | None:
        """Return the next burst to send."""
        if not self._wanted:
            return None
        self._ident += 1
        probe = Probe(self._ident, self._wanted.pop(0), now)
        self._results[probe.ident] = _Result(probe)
        self._results = {
            ident: one for ident, one in self._results.items() if now - one.probe.began < VALID_S
        }
        return probe

    def add(self, arrived: list[Arrived], now: float) -> float | None:
        """Take a feedback's arrivals; return the best result they complete, in bit/s."""
        best: float | None = None
        for packet in arrived:
            if result := self._results.get(packet.probe):
                result.packets.append(packet)
        for ident in {packet.probe for packet in arrived} & self._results.keys():
            bps = self._results[ident].bps()
            if bps is None:
                continue
            best = max(bps, best or 0.0)
            probe = self._results[ident].probe
            if bps > PASSED * probe.bps:
                self._every, self._back_after = EVERY_S, BACK_AFTER_S
                if now < self._climbing_until and not self._wanted and probe.bps < self.max_bps:
                    self.ask(now, bps * FURTHER)
                    self._climbing_until = now + VALID_S
        return best
