"""The channels of a simulated USB device's socket, besides "" for transfers."""

from typing import Final

DESCRIPTORS: Final = "descriptors"
"""An empty packet asks; back come the device descriptor and the configuration with all that belongs to it."""

CONTROL: Final = "control"
"""A setup packet and its data one way; back a byte, `DONE` or `STALL`, and data."""

DONE: Final = 0
STALL: Final = 1
