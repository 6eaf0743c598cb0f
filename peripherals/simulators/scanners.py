"""Simulated scanners: the cards of a story, as lines or as keys."""

from datetime import datetime

from peripherals.protocols import card_line, key_events
from peripherals.protocols.conversation import Packet
from peripherals.simulators.scenarios import Scenario


class Cards:
    """Which cards of the story are held before the scanner by a time; each once."""

    def __init__(self, story: Scenario) -> None:
        self._waiting = sorted(story.cards, key=lambda card: card.at_s)

    def by(self, t: float) -> list[str]:
        """Return what is scanned by now and was not before."""
        seen = [card.text for card in self._waiting if card.at_s <= t]
        del self._waiting[: len(seen)]
        return seen


class SerialScanner:
    """Sends a line for each card; takes no commands."""

    period_s = 0.05

    def __init__(self, scenario: Scenario, seed: int, wall: datetime) -> None:
        self._cards = Cards(scenario)

    def host_sent(self, data: bytes, t: float, channel: str = "") -> list[Packet]:
        """Take no notice."""
        return []

    def tick(self, t: float) -> list[Packet]:
        """Send what is scanned now."""
        return [Packet(card_line.encode(text)) for text in self._cards.by(t)]

    def measuring_for(self, t: float) -> float:
        """Seconds since the story began: with the power."""
        return t


class KeyboardScanner(SerialScanner):
    """Types each card and Enter."""

    def tick(self, t: float) -> list[Packet]:
        """Type what is scanned now."""
        return [Packet(keys) for text in self._cards.by(t) for keys in key_events.encode_typed(text)]
