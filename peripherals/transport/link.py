"""What every transport gives: an open line that carries packets, and its loss as an error of its own.

Each transport is one file; `opening.py` is the table of them.
"""

from collections.abc import Callable
from typing import Protocol

from peripherals.events import Fault
from peripherals.protocols.conversation import Packet

OnPacket = Callable[[Packet, int], None]
"""Called in the loop's thread with what arrived and its arrival time (monotonic ns)."""


class PortError(Exception):
    """A line that cannot be opened, or was lost. `fault` has words on the screen, the text is for logs."""

    def __init__(self, fault: Fault, detail: str) -> None:
        super().__init__(detail)
        self.fault = fault


OnLost = Callable[[PortError], None]
"""Called once when the line is lost, never after `close`."""


class Link(Protocol):
    """An open line."""

    @property
    def is_open(self) -> bool:
        """False after `close` or a loss."""
        ...

    def write(self, packet: Packet) -> None:
        """Write at once, or hand over to be written in order; PortError when the line is gone."""
        ...

    async def close(self) -> None:
        """Let go, without telling `on_lost`; what was handed over before is written, within a second."""
        ...
