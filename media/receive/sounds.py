"""Packets into a stream of sound: in order, holes filled, never late for the sake of one packet.

A packet that is out of order is waited for as long as three more need to come, or 60 ms; then its place is
filled: from what the next packet carries of it (forward error correction), else by concealment. Numbers are
full ones, times seconds.
"""

from typing import Final, NamedTuple

PACKETS: Final = 3
WAIT_S: Final = 0.06
MAX_FILLED: Final = 6  # 120 ms; a longer hole stays silent
MAX_JUMP: Final = 500  # another stream, rather than a hole


class Sound(NamedTuple):
    """What to decode next. Without `packet` the place is a lost one's; `following` may carry its sound."""

    packet: bytes | None
    following: bytes | None = None


class SoundBuffer:
    """Add packets, take what is to be decoded; `late` is called when none has come for a while."""

    def __init__(self) -> None:
        self.filled = self.recovered = 0
        self._next: int | None = None
        self._waiting: dict[int, bytes] = {}
        self._since: float | None = None

    def add(self, number: int, packet: bytes, now: float) -> list[Sound]:
        """Take a packet; return what can be decoded now."""
        if self._next is None or abs(number - self._next) > MAX_JUMP:
            self._next = number
            self._waiting.clear()
        if number < self._next:
            return []
        self._waiting[number] = packet
        return self._ready(now)

    def late(self, now: float) -> list[Sound]:
        """Return what no longer waits, because nothing came that it waited for."""
        return self._ready(now) if self._waiting else []

    def _ready(self, now: float) -> list[Sound]:
        out = self._in_order()
        if not self._waiting:
            self._since = None
            return out
        self._since = now if self._since is None or out else self._since
        if len(self._waiting) >= PACKETS or now - self._since >= WAIT_S:
            out += self._fill()
            out += self._in_order()
            self._since = now if self._waiting else None
        return out

    def _in_order(self) -> list[Sound]:
        assert self._next is not None
        out: list[Sound] = []
        while (packet := self._waiting.pop(self._next, None)) is not None:
            out.append(Sound(packet))
            self._next += 1
        return out

    def _fill(self) -> list[Sound]:
        assert self._next is not None
        first = min(self._waiting)
        hole = first - self._next
        self._next = first
        out = [Sound(None)] * min(hole - 1, MAX_FILLED - 1)
        self.filled += len(out) + 1
        return [*out, Sound(None, self._waiting[first])]
