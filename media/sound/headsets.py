"""Which sound devices are worn on a head: those go before what stands in the room.

By the words of their name, and by what a USB device says it is: its audio terminals' types (Universal Serial
Bus Device Class Definition for Terminal Types 1.0, tables 2-3 and 2-4).
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

WORDS: Final = re.compile(r"head-?set|head-?phone|ear-?(phone|bud|piece|pod)|hands-?free", re.IGNORECASE)
CARD: Final = re.compile(r"\(hw:(\d+),\d+\)")
WORN: Final = frozenset({0x0302, 0x0401, 0x0402})  # headphones; handset; headset

_INTERFACE: Final = 0x04
_CLASS_SPECIFIC: Final = 0x24
_AUDIO: Final = 0x01
_CONTROL: Final = 0x01
_TERMINALS: Final = frozenset({0x02, 0x03})  # input and output terminal descriptors


def is_headset(name: str, cards: Path = Path("/sys/class/sound")) -> bool:
    """Is this device of PortAudio worn on the head? Unknown is no."""
    if WORDS.search(name):
        return True
    card = CARD.search(name)
    if card is None:
        return False
    try:
        interface = (cards / f"card{card[1]}" / "device").resolve(strict=True)
        descriptors = (interface.parent / "descriptors").read_bytes()
    except OSError:
        return False  # no USB device, or unplugged while we look
    return any(kind in WORN for kind in terminal_types(descriptors))


def terminal_types(descriptors: bytes) -> Iterator[int]:
    """Yield the types of a USB device's audio terminals, from its descriptors as the kernel gives them."""
    at, in_control = 0, False
    while at + 2 <= len(descriptors):
        length, kind = descriptors[at], descriptors[at + 1]
        if length < 2:
            return  # not descriptors
        part = descriptors[at : at + length]
        if kind == _INTERFACE and len(part) >= 7:
            in_control = part[5] == _AUDIO and part[6] == _CONTROL
        elif in_control and kind == _CLASS_SPECIFIC and len(part) >= 6 and part[2] in _TERMINALS:
            yield int.from_bytes(part[4:6], "little")
        at += length
