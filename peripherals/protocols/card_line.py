"""Cards, wristbands and badges: what a scanner sends is a line of text. Source: scanners' own manuals.

A line ends with CR, LF or ETX; STX begins it anew. A scanner that ends no line so has ended one when nothing
follows for `IDLE_S`. A line is a card only if all of it is printable ASCII and no longer than `LONGEST`:
anything else spoils the whole line, so that no card can be made of pieces. What is not a card is counted and
forgotten; nothing here is ever logged.

Which cards are ours is said by the profile's pattern (`card_pattern.py`).
"""

import re
from collections.abc import Callable
from typing import Final, Protocol

from peripherals.protocols.base import Frame, FrameKind
from peripherals.protocols.conversation import Conversation, Now

LONGEST: Final = 64
"""Characters of a token."""

LONGEST_RAW: Final = 64 * 1024
"""Bytes on the wire of one line, of key events most of all: they are many to a character."""

IDLE_S: Final = 0.3
"""A scanner types a line in a tenth of a second; a radio one in bursts of less than this."""

_PRINTABLE: Final = re.compile(rb"[\x20-\x7e]*")
_STX: Final = b"\x02"
_ENDS: Final = (b"\r", b"\n", b"\x03")
_PIECES: Final = re.compile(rb"[\r\n\x02\x03]|[^\r\n\x02\x03]+")


class Lines:
    """Makes lines of characters, and cards of lines; whatever the characters are made of on the wire."""

    def __init__(self) -> None:
        self.dropped = 0
        self._text = b""
        self._raw = bytearray()
        self._spoilt = False
        self._ends_come = False  # this scanner ends its lines: one that nothing ends was cut

    @property
    def begun(self) -> bool:
        """True while a line waits for its end."""
        return bool(self._raw) or self._spoilt

    def put(self, text: bytes, raw: bytes) -> None:
        """Add characters, with the bytes that brought them; bytes may bring none."""
        if self._spoilt or not (text or self._raw):
            self.dropped += len(raw)
            return
        self._text += text[: LONGEST + 1]
        self._raw += raw
        if len(self._text) > LONGEST or len(self._raw) > LONGEST_RAW or not _PRINTABLE.fullmatch(text):
            self.forget()
            self._spoilt = True

    def end(self, raw: bytes = b"") -> list[Frame]:
        """End the line, with the bytes that ended it: a card, if nothing spoilt it."""
        if self._spoilt or not self._raw:
            self._spoilt = False
            self.dropped += len(raw)
            return []
        self._ends_come = self._ends_come or bool(raw)
        card = Frame(FrameKind.CARD, bytes(self._raw) + raw, payload=self._text)
        self._text = b""
        self._raw.clear()
        return [card]

    def idle(self) -> list[Frame]:
        """Nothing follows: the line ends, unless this scanner says so itself; then it was cut."""
        if self._ends_come:
            self.forget()
        return self.end()

    def forget(self, raw: bytes = b"") -> None:
        """Forget the line so far, with the bytes that say so."""
        self.dropped += len(self._raw) + len(raw)
        self._text = b""
        self._raw.clear()
        self._spoilt = False


class LineDecoder(Protocol):
    """A decoder whose lines may also end because nothing follows."""

    @property
    def dropped(self) -> int:
        """Bytes that belong to no card."""
        ...

    @property
    def begun(self) -> bool:
        """True while a line waits for its end."""
        ...

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the cards they complete."""
        ...

    def idle(self) -> list[Frame]:
        """Nothing followed for a while: that may end a line too."""
        ...

    def finish(self) -> list[Frame]:
        """Nothing will ever follow: a line without an end is none."""
        ...


class CardLineDecoder:
    """Decodes the bytes of a serial scanner."""

    def __init__(self) -> None:
        self._lines = Lines()

    @property
    def dropped(self) -> int:
        """Bytes that belong to no card; the second of CR LF, and STX, are among them."""
        return self._lines.dropped

    @property
    def begun(self) -> bool:
        """True while a line waits for its end."""
        return self._lines.begun

    def feed(self, data: bytes) -> list[Frame]:
        """Take the next bytes, return the cards they complete."""
        frames: list[Frame] = []
        for piece in _PIECES.findall(data):
            if piece in _ENDS:
                frames += self._lines.end(piece)
            elif piece == _STX:
                self._lines.forget(piece)
            else:
                self._lines.put(piece, piece)
        return frames

    def idle(self) -> list[Frame]:
        """Nothing followed for a while: that may end a line too."""
        return self._lines.idle()

    def finish(self) -> list[Frame]:
        """Nothing will ever follow: a line without an end is none."""
        self._lines.forget()
        return []


def decoder() -> CardLineDecoder:
    """Return a fresh decoder."""
    return CardLineDecoder()


def encode(text: str, end: bytes = b"\r\n") -> bytes:
    """Build what a serial scanner sends for a card."""
    return text.encode("ascii", "replace") + end


class CardTalk(Conversation):
    """Says nothing; hands out cards only. A scanner tells of itself no sooner than it reads something."""

    def __init__(self, decoder: Callable[[], LineDecoder] = decoder) -> None:
        self._cards = decoder()
        super().__init__(self._cards)
        self.understood = True
        self._heard_ns = 0

    def heard(self, data: bytes, channel: str, now: Now) -> list[Frame]:
        """Take what arrived."""
        frames = self._idle(now) + self._cards.feed(data)
        self._heard_ns = now.ns
        return frames

    def tick(self, now: Now) -> list[Frame]:
        """End a line that has waited long enough."""
        return self._idle(now)

    def _idle(self, now: Now) -> list[Frame]:
        return self._cards.idle() if self._cards.begun and now.since_s(self._heard_ns) >= IDLE_S else []
