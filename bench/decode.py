"""How fast each format is decoded, beside how fast its device sends.

What is decoded is what the device's simulator says in a minute in which it is used again every ten seconds,
in the portions in which it says it; over Bluetooth the messages that frames were made of. Processor time, so
that what else the machine does counts little. Beside every device's own rate stands, once, the slowest of
them against a line that never pauses.
"""

import time
from typing import Final, NamedTuple

from bench.rows import Row, beside
from bench.table import say
from peripherals.devices.product import (
    BleLine,
    EvdevLine,
    HidLine,
    Line,
    Manner,
    PhdcLine,
    Product,
    SerialLine,
)
from peripherals.protocols.ieee11073 import phdc
from peripherals.registry import PRODUCTS
from peripherals.simulators import SIMULATORS
from peripherals.simulators.dialogue import TICK_S, Dialogue
from peripherals.simulators.scenarios import find

MINUTE_S: Final = 60.0
AGAIN_S: Final = 10.0  # a new measurement so often
AT_LEAST_S: Final = 0.15  # of decoding in one run
GOAL: Final = ">= 10000"
LINE_GOAL: Final = ">= 10"

HID_REPORTS_S: Final = 1000 / 8  # full-speed devices like these are asked every 8 ms
BLE_BYTES_S: Final = 20 / 0.0075  # a notification in each of the shortest connection intervals
BULK_BYTES_S: Final = 64 * 1000  # a full packet in every frame of a full-speed line


class Minute(NamedTuple):
    """What a device said in a minute."""

    product: Product
    portions: list[bytes]

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(map(len, self.portions))


def run(runs: int) -> list[Row]:
    """Decode a minute of every device that measures by bytes, again and again."""
    rows, slowest = [], None
    for product in PRODUCTS.values():
        minute = minute_of(product)
        say(f"decode, {product.name}: {minute.size} bytes in {len(minute.portions)} portions")
        speeds = [bytes_s(minute) for _ in range(runs)]
        own = minute.size / MINUTE_S
        rows.append(beside(f"decode_{product.name}", "B/s", speeds, "its own rate", [own] * runs, GOAL))
        line = line_bytes_s(product.lines[0])
        if slowest is None or min(speeds) / line < min(slowest[1]) / slowest[2]:
            slowest = product.name, speeds, line
    if slowest is not None:
        name, speeds, line = slowest
        peer = f"the full rate of {name}'s line"
        rows.append(beside("decode_slowest_to_line", "B/s", speeds, peer, [line] * runs, LINE_GOAL))
    return rows


def minute_of(product: Product) -> Minute:
    """Let the device be used for a minute."""
    dialogue = Dialogue(product, SIMULATORS[product.name], find("healthy"))
    every = round(AGAIN_S / TICK_S)
    for number in range(round(MINUTE_S / TICK_S)):
        if number % every == 0:
            dialogue.conversation.measure(dialogue.now)
            dialogue.answer()
            if product.manner is Manner.INFLATE:
                dialogue.send(product.start)
        dialogue.tick()
    if product.messages:  # what a device says of itself is no message of the format
        raws = {id(frame.raw): frame.raw for frame in dialogue.frames}
        return Minute(product, list(raws.values()))
    return Minute(product, [packet.data for _, packet in dialogue.heard if packet.channel != phdc.CHANNEL])


def bytes_s(minute: Minute) -> float:
    """Decode the minute until that took long enough to say how fast; bytes in a second of processor time."""
    times = 0
    began = time.process_time()
    while (took := time.process_time() - began) < AT_LEAST_S:
        times += 1
        decoder = minute.product.decoder()
        for portion in minute.portions:
            decoder.feed(portion)
        decoder.finish()
    return minute.size * times / took


def line_bytes_s(line: Line) -> float:
    """Return the most bytes that such a line can carry in a second."""
    match line:
        case SerialLine():
            return line.baud / 10  # start bit, eight bits, parity or not, stop bit
        case HidLine():
            return line.report * HID_REPORTS_S
        case BleLine():
            return BLE_BYTES_S
        case PhdcLine():
            return BULK_BYTES_S
        case EvdevLine():
            return 24 * HID_REPORTS_S  # a key is one event of 24 bytes a report
