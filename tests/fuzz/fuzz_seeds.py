"""Where the fuzzer begins: the recordings of tests/vectors, genuine frames, and whole dialogues.

A dialogue is what a product's simulator said to its conversation, with made-up times: it leads the fuzzer
deep into a download that random bytes would never begin.
"""

import random
from collections.abc import Iterator
from itertools import groupby
from typing import Final

import fuzz_script
import msgspec
from ecg_files import channel, ecg, group, rate, twelve, written
from fuzz_play import channels_of
from fuzz_script import Act, Hear, Pause, Step
from pydicom.uid import ExplicitVRBigEndian
from vector_files import VECTORS, Vector
from wire_streams import FORMATS

from peripherals.capture import LogLine
from peripherals.devices.product import Manner, Product
from peripherals.simulators import SIMULATORS, scenarios
from peripherals.simulators.dialogue import TICK_S, Dialogue

LONGEST: Final = 3000  # bytes of a dialogue
OFTEN: Final = 10  # frames a second: what speaks so often says nothing new in more than:
LONGEST_STREAM: Final = 800
PORTION: Final = 20  # bytes: what a serial port hands over at once
LASTS_S: Final = 40.0
STORIES: Final = ("healthy", "strangers", "garbage", "clock-lost", "weak-signal")
PLANS: Final[tuple[dict[int, Act], ...]] = (
    {3: Act.MEASURE, 300: Act.REST},
    {1: Act.SET_CLOCK, 2: Act.DOWNLOAD, 200: Act.MEASURE},
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
    held = Dialogue(product, SIMULATORS[product.name], scenarios.find(story))
    channels = channels_of(product)
    longest = LONGEST_STREAM if product.frames_per_s > OFTEN else LONGEST
    steps: list[Step] = []
    told = size = 0
    for number in range(1, round(LASTS_S / TICK_S)):
        if number in plan:
            steps.append(plan[number])
            _do(held, plan[number], product)
        held.tick()
        for _, packet in held.heard[told:]:
            if packet.channel in channels:
                steps.append(Hear(packet.data, channels.index(packet.channel)))
                size += len(packet.data)
        told = len(held.heard)
        steps.append(Pause(TICK_S))
        if size > longest:
            break
    return fuzz_script.write(_hastened(steps))[:LONGEST]


def _do(dialogue: Dialogue, act: Act, product: Product) -> None:
    match act:
        case Act.MEASURE:
            dialogue.conversation.measure(dialogue.now)
            if product.manner is Manner.INFLATE:
                dialogue.send(product.start)
        case Act.REST:
            dialogue.conversation.rest(dialogue.now)
        case Act.DOWNLOAD:
            dialogue.conversation.download(dialogue.now)
        case Act.SET_CLOCK:
            dialogue.conversation.set_clock(dialogue.now)
    dialogue.answer()


def _hastened(steps: list[Step]) -> Iterator[Step]:
    """Make one of many ticks in which nothing happens."""
    for quiet, some in groupby(steps, lambda step: isinstance(step, Pause)):
        group = list(some)
        seconds = TICK_S * len(group) if quiet else 0.0
        yield from [Pause(TICK_S)] * min(3, len(group)) if quiet else group
        if seconds > 3 * TICK_S:
            yield Pause(seconds - 3 * TICK_S)


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


def ecg_files() -> list[bytes]:
    """Return small files as a machine would write them, in two of the syntaxes."""
    one, many = ecg(group([channel()], 4), notes=[rate(72)]), ecg(twelve(4))
    return [written(one), written(one, ExplicitVRBigEndian), written(many)]
