"""A scanner that types: the kernel's key events become the same lines as a serial scanner's.

Source: the kernel's `linux/input.h`. An event is 24 bytes here, on every machine: seconds and microseconds
(8 each), type, code (2 each), value (4), little-endian. The layout is US, as scanners have it by default. A
key that has no printable character, or is pressed with Ctrl, Alt or Meta, spoils its line; keys held down
and let go bring nothing. Enter, keypad Enter and Tab end a line.
"""

import struct
from typing import Final

from peripherals.protocols.base import Frame
from peripherals.protocols.card_line import Lines

EVENT: Final = struct.Struct("<qqHHi")

EV_SYN: Final = 0
EV_KEY: Final = 1
EV_MSC: Final = 4
SYN_DROPPED: Final = 3
"""The kernel lost events: what was typed is not known."""
MSC_SCAN: Final = 4

UP: Final = 0
DOWN: Final = 1
HELD: Final = 2

LEFT_SHIFT: Final = 42
END: Final = b"\r"
SPOILS: Final = b"\0"
NOTHING: Final = b""

_ROWS: Final = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
    (57, " ", " "),
    (55, "*", "*"),
    (71, "789-456+1230.", "789-456+1230."),
    (98, "/", "/"),
)
_CHARACTERS: Final = {
    first + place: (plain.encode(), shifted.encode())
    for first, row, with_shift in _ROWS
    for place, (plain, shifted) in enumerate(zip(row, with_shift, strict=True))
}
_ENDS: Final = frozenset({28, 96, 15})
_SHIFTS: Final = frozenset({LEFT_SHIFT, 54})
_SPOILING: Final = frozenset({29, 97, 56, 100, 125, 126})  # Ctrl, Alt, Meta, left and right
_SILENT: Final = _SHIFTS | _SPOILING | {69}  # Num Lock


class Keyboard:
    """Which character a key gives, with what is held down."""

    def __init__(self) -> None:
        self._held: set[int] = set()

    def press(self, code: int, value: int) -> bytes:
        """Take one key event: a character, END, SPOILS or NOTHING."""
        if code in _SILENT:
            if value == UP:
                self._held.discard(code)
            elif value == DOWN:
                self._held.add(code)
            return NOTHING
        if value != DOWN:
            return NOTHING
        if not self._held.isdisjoint(_SPOILING):
            return SPOILS
        if code in _ENDS:
            return END
        plain, shifted = _CHARACTERS.get(code, (SPOILS, SPOILS))
        return plain if self._held.isdisjoint(_SHIFTS) else shifted

    def lost(self) -> bytes:
        """Events were lost: nothing is known to be held."""
        self._held.clear()
        return SPOILS


class KeyDecoder:
    """Decodes messages of whole events; what is left over at the end of one is counted."""

    def __init__(self) -> None:
        self._lines = Lines()
        self._keyboard = Keyboard()
        self._odd = 0

    @property
    def dropped(self) -> int:
        """Bytes that belong to no card."""
        return self._lines.dropped + self._odd

    @property
    def begun(self) -> bool:
        """True while a line waits for its end."""
        return self._lines.begun

    def feed(self, data: bytes) -> list[Frame]:
        """Take whole events, return the cards they complete."""
        odd = len(data) % EVENT.size
        self._odd += odd
        cards: list[Frame] = []
        for at in range(0, len(data) - odd, EVENT.size):
            cards += self._event(data[at : at + EVENT.size])
        return cards

    def idle(self) -> list[Frame]:
        """Nothing followed for a while: that may end a line too."""
        return self._lines.idle()

    def finish(self) -> list[Frame]:
        """Nothing will ever follow: a line without an end is none."""
        self._lines.forget()
        return []

    def _event(self, raw: bytes) -> list[Frame]:
        _, _, kind, code, value = EVENT.unpack(raw)
        text = NOTHING
        if kind == EV_KEY:
            text = self._keyboard.press(code, value)
        elif kind == EV_SYN and code == SYN_DROPPED:
            text = self._keyboard.lost()
        if text == END:
            return self._lines.end(raw)
        self._lines.put(text, raw)
        return []


def decoder() -> KeyDecoder:
    """Return a fresh decoder."""
    return KeyDecoder()


def encode_event(kind: int, code: int, value: int, seconds: int = 0, microseconds: int = 0) -> bytes:
    """Build one event."""
    return EVENT.pack(seconds, microseconds, kind, code, value)


def encode_typed(text: str) -> list[bytes]:
    """Build what a scanner types for a card and Enter, one message a key going down or up."""
    messages = []
    for character in text:
        found = [
            (code, pair.index(character.encode()))
            for code, pair in _CHARACTERS.items()
            if character.encode() in pair
        ]
        if not found:
            continue  # a scanner leaves out what it has no key for
        code, shifted = found[0]
        messages += [_key(LEFT_SHIFT, DOWN)] * shifted + [_key(code, DOWN), _key(code, UP)]
        messages += [_key(LEFT_SHIFT, UP)] * shifted
    return [*messages, _key(28, DOWN), _key(28, UP)]


def _key(code: int, value: int) -> bytes:
    scan = encode_event(EV_MSC, MSC_SCAN, 0x70000 + code)
    return scan + encode_event(EV_KEY, code, value) + encode_event(EV_SYN, 0, 0)
