"""A link and senders in virtual time: congestion control is tried over minutes in a part of a second.

Nothing here waits: `run` steps a clock of 2 ms. The bottleneck is a queue that empties at a rate; loss and
jitter come from a seeded generator.
"""

import heapq
import random
from collections.abc import Callable
from itertools import count

from media.rate.controller import Controller
from media.rate.pacer import PADDING, Kind, Pacer
from media.rate.twcc import Recorder, parse

STEP_S = 0.002
PACKET = 1200
FEEDBACK_S = 0.06


class VirtualLink:
    """All may change while it runs. `delay_s` is one way; `loss` 0..1; `buffer_s` of queue at most."""

    def __init__(self, kbit: float, delay_s: float = 0.02, loss: float = 0.0, seed: int = 1) -> None:
        self.kbit = kbit
        self.delay_s = delay_s
        self.loss = loss
        self.jitter_s = 0.0
        self.buffer_s = 1.0
        self._random = random.Random(seed)
        self._free_at = 0.0

    def arrives(self, now: float, size: int) -> float | None:
        """Return when a packet sent now arrives, None when it is lost."""
        if self._random.random() < self.loss or self._free_at - now > self.buffer_s:
            return None
        self._free_at = max(self._free_at, now) + 8 * size / (1000 * self.kbit)
        return self._free_at + self.delay_s + self._random.random() * self.jitter_s


class VirtualSender:
    """A picture source that gives what it may, the pacer, the controller, and the receiver's feedback."""

    def __init__(self, controller: Controller, link: VirtualLink) -> None:
        self.controller = controller
        self.link = link
        self.demand_kbit = 1e9  # what there is to send at most
        self.rates: list[tuple[float, float]] = []  # (when, controller's kbit/s), each 100 ms
        self.delays: list[tuple[float, float]] = []  # (when, ms of way)
        self.arrived_bits = 0
        self._pacer = Pacer(controller.pacing_bps)
        self._recorder = Recorder()
        self._events: list[tuple[float, int, Callable[[float], None]]] = []
        self._order = count()
        self._next_picture = self._next_feedback = self._next_note = 0.0

    def step(self, now: float) -> None:
        """Do what is due."""
        while self._events and self._events[0][0] <= now:
            at, _, event = heapq.heappop(self._events)
            event(at)
        if now >= self._next_picture:
            self._next_picture = now + 1 / 30
            self._picture()
        if now >= self._next_feedback:
            self._next_feedback = now + FEEDBACK_S
            message = self._recorder.message(now, 1, 2)
            if message is not None:
                self._later(now + self.link.delay_s, lambda at: self.controller.feedback(parse(message), at))
        self.controller.tick(now)
        self._send(now)
        if now >= self._next_note:
            self._next_note = now + 0.1
            self.rates.append((now, self.controller.bps / 1000))

    def mean_kbit(self, after: float, before: float = 1e9) -> float:
        """Return the controller's mean rate between two moments."""
        chosen = [kbit for at, kbit in self.rates if after <= at < before]
        return sum(chosen) / len(chosen)

    def delay_ms(self, after: float, part: float = 0.95) -> float:
        """Return a quantile of the packets' time of way after a moment."""
        chosen = sorted(ms for at, ms in self.delays if at >= after)
        return chosen[int(part * (len(chosen) - 1))]

    def _later(self, at: float, event: Callable[[float], None]) -> None:
        heapq.heappush(self._events, (at, next(self._order), event))

    def _picture(self) -> None:
        if self._pacer.waiting_s > 0.1:
            return
        size = int(min(self.controller.bps, 1000 * self.demand_kbit) / 8 / 30)
        while size > 0:
            self._pacer.push(Kind.PICTURE, bytes(min(size, PACKET)))
            size -= PACKET

    def _send(self, now: float) -> None:
        self._pacer.bps = self.controller.pacing_bps
        if not self._pacer.probing and (probe := self.controller.probe(now)):
            self._pacer.start_probe(probe)
        while leaving := self._pacer.take(now):
            size = len(leaving.data) or PADDING
            number = self.controller.sent(now, size, leaving.probe)
            if (at := self.link.arrives(now, size)) is not None:
                self._later(at, self._arrival(number, now, size))

    def _arrival(self, number: int, sent: float, size: int) -> Callable[[float], None]:
        def arrive(at: float) -> None:
            self._recorder.came(number & 0xFFFF, at)
            self.delays.append((at, 1000 * (at - sent)))
            self.arrived_bits += 8 * size

        return arrive


def run(senders: list[VirtualSender], start: float, until: float) -> None:
    """Run senders side by side from one moment to another."""
    for tick in range(int(start / STEP_S), int(until / STEP_S)):
        for sender in senders:
            sender.step(tick * STEP_S)
