"""Plays a script against a product's conversation, as the engine would, and watches over it."""

from datetime import timedelta
from typing import Final
from uuid import UUID
from zlib import crc32

from fuzz_legal import check_frame, check_identity, held
from fuzz_script import Act, Hear, Pause, read

from contract.measurement import Instant
from contract.quality import rules
from peripherals.devices.product import (
    BleLine,
    EvdevLine,
    HidLine,
    Manner,
    PhdcLine,
    Product,
    SerialLine,
)
from peripherals.memory import instant_of, is_new, own_time
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import UNKNOWN, Now
from peripherals.protocols.ieee11073 import phdc
from peripherals.quality import NOTHING_ELSE, Gate, judge, sample_of
from peripherals.registry import PRODUCTS
from peripherals.simulators.dialogue import BEGAN
from peripherals.worker import ACT_OF, Order

INSTANT: Final = Instant("2026-11-24T10:00:00+01:00", 0, "boot")

SAYS_AT_MOST: Final = 2048  # bytes in answer to nothing (a tick, an act)
ANSWERS_AT_MOST: Final = 64  # bytes for each byte heard
FLOOD: Final = 48 * 1024  # bytes said in one flood, if that takes no more portions than:
FLOOD_PORTIONS: Final = 512
FLOOD_PORTION: Final = 2048  # bytes; only a serial port hands over more at once than was said at once
FLOOD_TICK: Final = 16  # portions between two ticks
MAY_BUFFER: Final = 6 * 1024  # bytes that may be kept beside three quarters of a flood
# An APDU of 63 KiB and records that wait for the clock; the key events of one line.
HOLDS: Final[dict[type, int]] = {PhdcLine: 2 * 1024 * 1024, EvdevLine: 96 * 1024}
FLOODED: Final = 16  # one script in so many really is flooded: it takes long
STARTS: Final = tuple(each.start for each in PRODUCTS.values() if each.manner is Manner.INFLATE)
PATIENCE_S: Final = 60


def channels_of(product: Product) -> tuple[str, ...]:
    """Return the channels on which such a product can be heard."""
    found: list[str] = []
    for line in product.lines:
        if isinstance(line, BleLine):
            found += (*line.notify, *line.reads)
        else:
            found.append("")
        if isinstance(line, HidLine):
            found.append("feature")
        if isinstance(line, PhdcLine):
            found.append(phdc.CHANNEL)
    return tuple(dict.fromkeys(found))


class Player:
    """One open device. Everything that is wrong is an AssertionError or whatever was raised."""

    def __init__(self, product: Product) -> None:
        self._product = product
        self._talk = product.talk()
        self._channels = channels_of(product)
        self._rules = rules()[ACT_OF[product.role]] if product.role in ACT_OF else None
        self._gate = Gate(self._rules, NOTHING_ELSE) if self._rules else None
        self._order: Order | None = None
        self._learnt = UNKNOWN
        self._as_asked = True  # downloads so far, as the engine would: once it is understood, before any act
        self._now = Now(1, BEGAN)
        self._last = Hear(b"")
        self._said = 0  # bytes
        self._talk.opened(self._now)
        self._listen(0)

    def play(self, script: bytes) -> None:
        """Play to the end."""
        floods = crc32(script) % FLOODED == 0
        for step in read(script):
            match step:
                case Hear():
                    self._last = step
                    self._hear(step)
                case Pause():
                    self._pass(step.seconds)
                case Act.SILENCE:
                    self._silence()
                case Act.FLOOD:
                    if floods:
                        self._flood()
                        floods = False
                case Act():
                    self._act(step)
        if self._gate:
            self._gate.verdict()
            self._gate.nothing()
        self._talk.closing()
        self._listen(0)

    def _hear(self, step: Hear) -> None:
        channel = self._channels[step.channel % len(self._channels)]
        for frame in self._talk.heard(step.data, channel, self._now):
            self._take(frame)
        self._listen(len(step.data))
        if self._talk.learnt != self._learnt:
            self._learnt = self._talk.learnt
            check_identity(self._product, self._learnt)

    def _pass(self, seconds: float) -> None:
        self._now = Now(self._now.ns + round(seconds * 1e9), self._now.local + timedelta(seconds=seconds))
        for frame in self._talk.tick(self._now):
            self._take(frame)
        self._listen(0)

    def _act(self, act: Act) -> None:
        match act:
            case Act.MEASURE if self._product.role in ACT_OF:
                self._order = Order(ACT_OF[self._product.role], UUID(int=1), 1, self._now)
                self._talk.measure(self._now)
            case Act.REST:
                self._order = None
                self._talk.rest(self._now)
            case Act.DOWNLOAD:
                self._as_asked = self._as_asked and self._talk.understood and self._order is None
                self._talk.download(self._now)
            case Act.SET_CLOCK:
                self._talk.set_clock(self._now)
        self._listen(0)

    def _silence(self) -> None:
        before = self._said
        for _ in range(PATIENCE_S):
            self._pass(1.0)
        asks = self._said > before  # it is still finding out who is there, and comes to it then
        assert asks or not (self._talk.busy and self._as_asked), "it waits for ever"

    def _flood(self) -> None:
        if not self._last.data:
            return
        serial = isinstance(self._product.lines[0], SerialLine)
        times = max(1, FLOOD_PORTION // len(self._last.data)) if serial else 1
        portion = self._last.data * times
        portions = min(FLOOD_PORTIONS, FLOOD // len(portion))
        channel = self._channels[self._last.channel % len(self._channels)]
        before = held(self._talk)
        for number in range(portions):
            # Another object each time, as from a port.
            self._talk.heard(bytes(bytearray(portion)), channel, self._now)
            self._listen(len(portion))
            if number % FLOOD_TICK == 0:
                self._pass(0.1)
        grown = held(self._talk) - before
        may = MAY_BUFFER + HOLDS.get(type(self._product.lines[0]), 0) + len(portion) * portions * 3 // 4
        assert grown < may, f"it keeps what it hears: {grown} bytes"

    def _listen(self, heard: int) -> None:
        """Take what it says: no device may have us flood it."""
        packets = self._talk.outgoing()
        started = [packet for packet in packets if any(start in packet.data for start in STARTS)]
        assert not started, "a conversation starts no cuff: the worker does, under guard"
        said = sum(len(packet.data) for packet in packets)
        self._said += said
        assert said <= SAYS_AT_MOST + ANSWERS_AT_MOST * heard, f"{said} bytes said for {heard} heard"
        assert self._talk.outgoing() == [], "said twice"

    def _take(self, frame: Frame) -> None:
        """Do with a frame what the workers do, by the same pure functions."""
        check_frame(frame)
        sample = sample_of(frame, self._now.ns)
        if self._rules and frame.kind in (FrameKind.RESULT, FrameKind.STORED):
            judge(sample, self._rules)
        if self._gate and frame.kind is FrameKind.LIVE:
            self._gate.feed(sample)
        if frame.kind is FrameKind.ERROR:
            self._product.fault_of(frame.code or 0)
        if frame.time is None:
            return
        error_s = self._talk.learnt.clock_error_s
        if self._order:
            is_new(frame.time, error_s, self._order.began, self._now)
        told = own_time(frame.time, error_s)
        if told is not None:
            instant_of(told, self._now, INSTANT)
