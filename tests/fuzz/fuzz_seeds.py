"""Where the fuzzer begins: the recordings of tests/vectors, genuine frames, and whole dialogues.

A dialogue is what a product's simulator said to its conversation, with made-up times: it leads the fuzzer
deep into a download that random bytes would never begin.
"""

import random
from collections import deque
from collections.abc import Iterator
from datetime import timedelta
from itertools import groupby
from typing import Final

import fuzz_script
import msgspec
from fuzz_play import BEGAN, channels_of
from fuzz_script import Act, Hear, Pause, Step
from vector_files import VECTORS, Vector
from wire_streams import FORMATS

from peripherals.capture import LogLine
from peripherals.devices.product import HidLine, Product
from peripherals.protocols.conversation import Now, Packet
from peripherals.simulators import SIMULATORS, scenarios

LONGEST: Final = 3000  # bytes of a dialogue
OFTEN: Final = 10  # frames a second: what speaks so often says nothing new in more than:
LONGEST_STREAM: Final = 800
PORTION: Final = 20  # bytes: what a serial port hands over at once
TICK_S: Final = 0.1
LASTS_S: Final = 40.0
STORIES: Final = ("healthy", "strangers", "garbage", "clock-lost", "weak-signal")
PLANS: Final[tuple[dict[int, Act], ...]] = (
    {10: Act.MEASURE, 300: Act.REST},
    {5: Act.SET_CLOCK, 10: Act.DOWNLOAD, 200: Act.MEASURE},
)
"""What happens at which tick."""


def streams(product: Product) -> list[bytes]:
    """Return recordings and genuine frames, with the byte before that says how they are cut."""
    rng = random.Random(product.name)
    made = b"".join(FORMATS[product.name].make(rng).data for _ in range(20))
    recorded = [vector.data for vector in VECTORS if vector.device == product.name]
    return [bytes((number,)) + data for number, data in enumerate([made, *recorded])]


def messages(product: Product) -> list[bytes]:
    """Return recordings, line by line, and genuine messages, as scripts."""
    rng = random.Random(product.name)
    made = [FORMATS[product.name].make(rng).data for _ in range(20)]
    return [fuzz_script.write(Hear(data) for data in one) for one in (made, *_lines(product))]


def _lines(product: Product) -> list[list[bytes]]:
    return [_lines_of(vector) for vector in VECTORS if vector.device == product.name]


def _lines_of(vector: Vector) -> list[bytes]:
    return [bytes.fromhex(line) for line in vector.path.read_text().splitlines() if line.strip()]


def dialogues(product: Product) -> list[bytes]:
    """Return recorded bytes in small portions, and dialogues with the simulator."""
    heard = messages(product) if product.messages else [_said(one[1:]) for one in streams(product)]
    return [*heard, *(dialogue(product, story, plan) for story in STORIES for plan in PLANS)]


def _said(stream: bytes) -> bytes:
    steps: list[Step] = [Act.MEASURE]
    for at in range(0, len(stream), PORTION):
        steps += [Hear(stream[at : at + PORTION]), Pause(TICK_S)]
    return fuzz_script.write(steps)[:LONGEST]


def dialogue(product: Product, story: str, plan: dict[int, Act]) -> bytes:
    """Return what the simulator says to the conversation while a plan is followed, as a script."""
    return _Dialogue(product, story).held_by(plan)


class _Dialogue:
    def __init__(self, product: Product, story: str) -> None:
        self._product = product
        self._channels = channels_of(product)
        self._talk = product.talk()
        self._device = SIMULATORS[product.name](scenarios.find(story), 0, BEGAN)
        self._steps: list[Step] = []
        self._longest = LONGEST_STREAM if product.frames_per_s > OFTEN else LONGEST
        self._size = 0
        self._spoken_s = 0.0

    def held_by(self, plan: dict[int, Act]) -> bytes:
        self._talk.opened(_moment(0))
        self._hear([], 0)
        for number in range(1, round(LASTS_S / TICK_S)):
            t = number * TICK_S
            while self._spoken_s < t:
                self._hear(self._device.tick(self._spoken_s), self._spoken_s)
                self._spoken_s += self._device.period_s
            if self._size > self._longest:
                break
            if number in plan:
                self._do(plan[number], _moment(t))
            self._steps.append(Pause(TICK_S))
            self._talk.tick(_moment(t))
            self._hear([], t)
        return fuzz_script.write(_hastened(self._steps))[:LONGEST]

    def _do(self, act: Act, now: Now) -> None:
        self._steps.append(act)
        match act:
            case Act.MEASURE:
                self._talk.measure(now)
            case Act.REST:
                self._talk.rest(now)
            case Act.DOWNLOAD:
                self._talk.download(now)
            case Act.SET_CLOCK:
                self._talk.set_clock(now)

    def _hear(self, said: list[Packet], t: float) -> None:
        """Hand over what the device said, and what it says to the answers, until nobody says more."""
        waiting = deque(said)
        while self._size <= self._longest:
            for packet in self._talk.outgoing():
                sent = _on_the_wire(self._product, packet)
                waiting += self._device.host_sent(sent, t, packet.channel)
            if not waiting:
                break
            packet = waiting.popleft()
            if packet.channel in self._channels:
                self._steps.append(Hear(packet.data, self._channels.index(packet.channel)))
                self._size += len(packet.data) + 1
            self._talk.heard(packet.data, packet.channel, _moment(t))


def _hastened(steps: list[Step]) -> Iterator[Step]:
    """Make one of many ticks in which nothing happens."""
    for quiet, some in groupby(steps, lambda step: isinstance(step, Pause)):
        group = list(some)
        seconds = TICK_S * len(group) if quiet else 0.0
        yield from [Pause(TICK_S)] * min(3, len(group)) if quiet else group
        if seconds > 3 * TICK_S:
            yield Pause(seconds - 3 * TICK_S)


def _moment(t: float) -> Now:
    return Now(1 + round(t * 1e9), BEGAN + timedelta(seconds=t))


def _on_the_wire(product: Product, packet: Packet) -> bytes:
    """Return a packet as the transport sends it: reports are filled up."""
    line = product.lines[0]
    if isinstance(line, HidLine) and not packet.channel:
        return packet.data.ljust(line.report, b"\0")
    return packet.data


def recordings(names: list[str]) -> list[bytes]:
    """Return the files of tests/vectors, hex text and binary, behind the number of their product."""
    found = []
    for vector in VECTORS:
        number = bytes((names.index(vector.device),))
        found += [number + vector.path.read_bytes(), number + vector.data, number + _capture(vector)]
    return found


def _capture(vector: Vector) -> bytes:
    lines = [LogLine(1, "host", "00"), LogLine(2, "port", "", "opened")]
    lines += [LogLine(number, "device", data.hex()) for number, data in enumerate(_lines_of(vector), 3)]
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)


def stories() -> list[bytes]:
    """Return the built-in stories."""
    return [path.read_bytes() for path in sorted(scenarios.STORIES.glob("*.yaml"))]
