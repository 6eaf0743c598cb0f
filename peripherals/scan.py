"""A scanner: what matches the station's pattern goes on as a token; everything else is forgotten unread."""

import re

from peripherals.events import CardSeen
from peripherals.protocols.base import Frame, FrameKind
from peripherals.worker import Order, Wiring, Worker

LONGEST: int = 64
"""Characters of a token: also bounds what any pattern can cost."""


class ScanWorker(Worker):
    """Passes tokens on, unlogged and unstored. It measures nothing."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self._pattern = re.compile(self.config.pattern or "(?!)")  # without a pattern nothing matches

    def begin(self, order: Order) -> None:
        """A scanner has no acts; the supervisor asks for none."""

    def frame(self, frame: Frame, t_ns: int) -> None:
        """Pass a card on if it is one of ours."""
        if frame.kind is not FrameKind.CARD or len(frame.payload) > LONGEST:
            return
        text = frame.payload.decode("ascii", "replace")
        if self._pattern.fullmatch(text):
            self._tell(CardSeen(self.config.id, text))
