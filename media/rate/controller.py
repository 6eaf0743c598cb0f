"""How much may be sent: Google congestion control for one peer connection, without I/O.

Delay (`delay`, `aimd`), loss (`loss`) and probes (`probe`) from transport-wide feedback; where the other end
gives none, its REMB and its receiver reports. Bits a second, seconds of any growing clock, fractions 0..1.
"""

import math
from typing import Final

from media.rate.aimd import Aimd
from media.rate.delay import DelayDetector, Usage
from media.rate.loss import LossControl
from media.rate.probe import Probe, Prober
from media.rate.sent import History
from media.rate.throughput import Throughput
from media.rate.twcc import Feedback

PACING: Final = 2.5  # of the target: a picture is a burst, and shall not wait long
STARVED: Final = 0.65  # of the target is sent: what gets through says little of the link
SILENCE_S: Final = 1.5  # packets go out and nothing comes back: the way is blocked
STANDING_MS: Final = 50.0  # of queue: no more is sent until it is shorter …
CALM_S: Final = 4.0  # since it was last too much: who shares a link gets his turn
FULL_MS: Final = 100.0  # … and what is lost now is lost there
REMB_FLOOR: Final = 100_000.0  # a receiver's estimate below this tells how little was sent, not what can be
RTT_WEIGHT: Final = 0.3


class Controller:
    """`bps` is what may be sent now: media, repairs and padding together."""

    def __init__(self, start_bps: float, min_bps: float, max_bps: float) -> None:
        self.history = History()
        self.rtt_s = 0.0
        self.fresh = False  # has the other end said anything?
        self.wide = False  # does it say it by transport-wide feedback?
        self._min, self._max = min_bps, max_bps
        self._aimd = Aimd(start_bps, min_bps, max_bps)
        self._delay = DelayDetector()
        self._loss = LossControl(min_bps)
        self._through = Throughput()
        self._prober = Prober(max_bps)
        self._remb = math.inf
        self._heard = -math.inf
        self._blocked = -math.inf
        self._sent_bits = 0.0  # in the last second or so
        self._sent_at = 0.0

    @property
    def bps(self) -> float:
        """What may be sent."""
        return max(self._min, min(self._aimd.bps, self._loss.bps, self._remb, self._max))

    @property
    def pacing_bps(self) -> float:
        """How fast what is waiting leaves."""
        return PACING * self.bps

    @property
    def loss(self) -> float:
        """The part of our packets that is lost."""
        return self._loss.fraction

    @property
    def queue_ms(self) -> float:
        """What waits on the way."""
        return self._delay.queue_ms

    @property
    def congested(self) -> bool:
        """Does a queue grow, or stand?"""
        return self._delay.usage is Usage.OVER or self._delay.queue_ms > FULL_MS

    def opened(self, now: float, wide: bool) -> None:
        """The way is open; `wide`: transport-wide feedback was agreed on."""
        self.wide = wide
        self._heard = now
        if wide:
            self._prober.start(self._aimd.bps, now)

    def sent(self, now: float, size: int, probe: int = 0) -> int:
        """Note a packet that leaves; return its transport-wide number."""
        passed = max(0.0, now - self._sent_at)
        self._sent_bits = self._sent_bits * math.exp(-passed / 0.5) + size * 8
        self._sent_at = now
        return self.history.add(now, size, probe)

    def probe(self, now: float) -> Probe | None:
        """Return a burst to send now, if one is due."""
        return self._prober.next(now)

    def feedback(self, message: Feedback, now: float) -> None:
        """Take transport-wide feedback."""
        told = self.history.told(message)
        self._heard, self.fresh = now, True
        if told.arrived:
            self._round_trip(now - told.newest_sent)
        usage = self._delay.add(told.arrived, now)
        self._through.add(told.arrived, self._starved(now))
        self._loss.add(told.missing, told.total, now)
        probed = self._prober.add(told.arrived, now)
        through = self._through.bps
        self._loss.update(self.bps, self.congested, now, self.rtt_s)
        if usage is Usage.OVER:
            self._prober.stop(self.bps, now)
            if self._aimd.update(usage, through, now, self.rtt_s, self._delay.queue_ms):
                return
        elif probed is not None and (probed > self._aimd.bps or self._prober_was_first(now)):
            self._aimd.jump(probed, now)
        elif self._delay.queue_ms < STANDING_MS:
            self._aimd.update(usage, through, now, self.rtt_s)
        self._after_loss(now)
        if usage is Usage.NORMAL and self._delay.queue_ms < STANDING_MS and self._loss.usual:
            self._prober.consider(self.bps, now, calm=now - self._aimd.decreased_at > CALM_S)

    def report(self, loss: float, rtt_s: float, now: float) -> None:
        """Take a receiver report: all there is where there is no transport-wide feedback."""
        self.fresh = True
        if rtt_s > 0 and not self.wide:
            self._round_trip(rtt_s)
        if self.wide:
            return
        self._heard = now
        self._loss.add(round(100 * loss), 100, now)
        self._loss.update(self.bps, False, now, self.rtt_s)
        self._loss.recovered(now)
        if loss < 0.02:
            self._aimd.update(Usage.NORMAL, None, now, self.rtt_s)

    def remb(self, bps: float, now: float) -> None:
        """Take the receiver's own estimate; with transport-wide feedback ours is the better one."""
        if not self.wide:
            self.fresh, self._heard = True, now
            self._remb = max(bps, self._min, min(REMB_FLOOR, self._max))
            self._aimd.jump(self._remb, now)

    def tick(self, now: float) -> None:
        """Called some times a second. Nothing heard while something is on the way means: send less."""
        silent = now - self._heard
        self._loss.pass_to(now)
        if self.wide and silent > SILENCE_S and now - self._sent_at > SILENCE_S + self.rtt_s:
            # Nothing is sent: nothing else tells whether there is room.
            self._prober.consider(self.bps, now, calm=True)
        if not self.fresh or silent < SILENCE_S + self.rtt_s or not self.history.in_flight:
            return
        if now - self._blocked > 1.0 and now - self._sent_at < 1.0:
            self._blocked = now
            self._aimd.jump(max(self._min, self.bps / 2), now)

    def _after_loss(self, now: float) -> None:
        if not math.isinf(self._loss.bps):
            self._aimd.bps = min(self._aimd.bps, self._loss.bps)
            before = self._loss.recovered(now)
            if before is not None:
                self._prober.ask(now, before, self._max)

    def _prober_was_first(self, now: float) -> bool:
        return self._through.bps is None

    def _starved(self, now: float) -> bool:
        passed = max(0.0, now - self._sent_at)
        return self._sent_bits * math.exp(-passed / 0.5) / 0.5 < STARVED * self.bps

    def _round_trip(self, seconds: float) -> None:
        self.rtt_s = seconds if not self.rtt_s else self.rtt_s + RTT_WEIGHT * (seconds - self.rtt_s)
