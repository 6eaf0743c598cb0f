"""What the fuzzer's bytes mean: a script of what a device says, and of what happens meanwhile.

One byte is an order to the player, some are followed by data. Made so that a change of one byte changes one
step, not everything behind it, and that every input means something.

    00-7E n   hear the next n bytes, as one portion or message
    7F hi lo  hear so many
    80-8F     time passes (`PAUSES`), then a tick
    90-9F     what is heard from here on comes on another channel
    A0-A7     something happens (`Act`)
    else      nothing
"""

from collections.abc import Iterable
from enum import IntEnum
from typing import Final, NamedTuple

PAUSES: Final = (0.0, 0.05, 0.1, 0.1, 0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 10.0, 30.0, 60.0, 180.0, 600.0, 86400.0)
"""Seconds, by the low half of the order's byte."""

LONG: Final = 0x7F
LONGEST: Final = 0xFFFF
_PAUSE, _CHANNEL, _ACT = 0x80, 0x90, 0xA0


class Act(IntEnum):
    """What happens at the host's end, or for very long on the line."""

    MEASURE = 0
    REST = 1
    DOWNLOAD = 2
    SET_CLOCK = 3
    SILENCE = 4  # a minute of ticks without a word
    FLOOD = 5  # what was last heard, again and again


class Hear(NamedTuple):
    """Bytes from the device; `channel` numbers one of the product's."""

    data: bytes
    channel: int = 0


class Pause(NamedTuple):
    """Time passes, in seconds."""

    seconds: float


Step = Hear | Pause | Act


def read(script: bytes) -> list[Step]:
    """Return the steps of any bytes; what is cut short at the end is as long as it is."""
    steps: list[Step] = []
    at, channel = 0, 0
    while at < len(script):
        order = script[at]
        at += 1
        if order < _PAUSE:
            size = order
            if order == LONG:
                size = int.from_bytes(script[at : at + 2], "big")
                at += 2
            steps.append(Hear(script[at : at + size], channel))
            at += size
        elif order < _CHANNEL:
            steps.append(Pause(PAUSES[order - _PAUSE]))
        elif order < _ACT:
            channel = order - _CHANNEL
        elif order - _ACT < len(Act):
            steps.append(Act(order - _ACT))
    return steps


def write(steps: Iterable[Step]) -> bytes:
    """Return a script of these steps; a pause becomes the nearest one there is."""
    script = bytearray()
    channel = 0
    for step in steps:
        match step:
            case Hear():
                if step.channel != channel:
                    channel = step.channel
                    script.append(_CHANNEL + channel)
                if len(step.data) >= LONG:
                    script += bytes((LONG,)) + len(step.data).to_bytes(2, "big")
                else:
                    script.append(len(step.data))
                script += step.data
            case Pause():
                near = min(range(len(PAUSES)), key=lambda i: abs(PAUSES[i] - step.seconds))
                script.append(_PAUSE + near)
            case Act():
                script.append(_ACT + step)
    return bytes(script)
