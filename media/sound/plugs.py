"""Are headphones plugged in? The screen's voice begins when somebody plugs theirs in, and only they hear it.

Two kinds: a socket of the station's sound chip, whose switch the kernel tells as an input device
(SW_HEADPHONE_INSERT, linux/input-event-codes.h), and a USB device that is worn on the head.
"""

import asyncio
import fcntl
import logging
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, NamedTuple

from media.sound.headsets import WORN, terminal_types

LOOK_S: Final = 1.0
SW_HEADPHONE_INSERT: Final = 2
SWITCH_BYTES: Final = 8
EVIOCGSW: Final = (
    (2 << 30) | (SWITCH_BYTES << 16) | (ord("E") << 8) | 0x1B
)  # linux/input.h: read the switches

_log = logging.getLogger(__name__)


class Places(NamedTuple):
    """Where the kernel tells of cards and sockets."""

    cards: Path = Path("/sys/class/sound")
    inputs: Path = Path("/sys/class/input")
    devices: Path = Path("/dev/input")


def plugged(places: Places = Places(), read: Callable[[Path], int] | None = None) -> bool:  # noqa: B008
    """Is something plugged in that is worn on the head? `read` returns a device's switches as bits."""
    read = read or switches
    return any(_worn(card) for card in places.cards.glob("card*")) or any(
        read(socket) >> SW_HEADPHONE_INSERT & 1 for socket in sockets(places)
    )


def sockets(places: Places) -> Iterator[Path]:
    """Yield the input devices that have a switch for headphones."""
    for event in sorted(places.inputs.glob("event*")):
        try:
            words = (event / "device" / "capabilities" / "sw").read_text().split()
        except OSError:
            continue  # unplugged while we look
        if words and int(words[-1], 16) >> SW_HEADPHONE_INSERT & 1:
            yield places.devices / event.name


def switches(device: Path) -> int:
    """Return an input device's switches as bits; 0 when it can't be asked."""
    try:
        handle = os.open(device, os.O_RDONLY | os.O_NONBLOCK)
    except OSError:
        return 0
    try:
        return int.from_bytes(fcntl.ioctl(handle, EVIOCGSW, bytes(SWITCH_BYTES)), "little")
    except OSError:
        return 0
    finally:
        os.close(handle)


def _worn(card: Path) -> bool:
    try:
        descriptors = ((card / "device").resolve(strict=True).parent / "descriptors").read_bytes()
    except OSError:
        return False  # no USB device
    return any(kind in WORN for kind in terminal_types(descriptors))


async def watch(tell: Callable[[bool], None], look: Callable[[], bool] = plugged) -> None:
    """Tell how it is now, and whenever it is another; until cancelled."""
    known: bool | None = None
    while True:
        found = await asyncio.to_thread(look)
        if found is not known:
            known = found
            tell(found)
        await asyncio.sleep(LOOK_S)
