"""A scanner: what matches the station's pattern goes on as a token; everything else is forgotten unread."""

from peripherals.events import CardSeen, Fault
from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.card_pattern import card_pattern
from peripherals.transport.link import PortError
from peripherals.worker import Order, Wiring, Worker

LONGEST: int = 64
"""Characters of a token: also bounds what any pattern can cost."""


class ScanWorker(Worker):
    """Passes tokens on, unlogged and unstored. It measures nothing."""

    def __init__(self, wiring: Wiring) -> None:
        super().__init__(wiring)
        self._pattern = card_pattern("")  # nothing matches
        self._wrong = ""
        try:
            self._pattern = card_pattern(self.config.pattern)
        except ValueError as error:
            self._wrong = str(error)

    async def serve(self) -> None:
        """Serve; PortError at once when the profile's pattern is none that may be used."""
        if self._wrong:
            raise PortError(Fault.UNKNOWN_PRODUCT, f"the profile's pattern {self._wrong}")
        await super().serve()

    def begin(self, order: Order) -> None:
        """A scanner has no acts; the supervisor asks for none."""

    def frame(self, frame: Frame, t_ns: int) -> None:
        """Pass a card on if it is one of ours."""
        if frame.kind is not FrameKind.CARD or len(frame.payload) > LONGEST:
            return
        text = frame.payload.decode("ascii", "replace")
        if self._pattern.fullmatch(text):
            self._tell(CardSeen(self.config.id, text))
