"""When parity is worth its bits, and over how many packets. Pure.

On a short way a lost packet is asked for and here again before anybody misses it. On a long one the picture
stands still for as long: there a part of the bits is better spent on parity. Seconds, fractions 0..1.
"""

from typing import Final

from media.redundancy import ulpfec

LONG_S: Final = 0.1  # of round trip: from there on asking takes too long, …
SHORT_S: Final = 0.07  # … and below this it does not any more
LOSSY: Final = 0.02  # so much is lost: it is worth it, …
SOUND: Final = 0.005  # … and below this no more
# Packets to a parity, from this loss on.
GROUPS: Final = ((0.12, 2), (0.06, 3), (0.0, 5))
WAIT_S: Final = 0.06  # a group that is not full by the end of a picture waits no longer than this
FAR: Final = 10  # parities between the packets of a group, which are numbered within `ulpfec.MOST`
LOSS_FADES: Final = 0.98  # each look, ten a second: a second without loss is none without danger


class Protector:
    """Tell it of the line, give it each packet of the picture; it gives the parity to send behind it."""

    def __init__(self) -> None:
        self.on = False
        self._loss = 0.0
        self._group: list[bytes] = []
        self._made: list[bytes] = []
        self._began = 0.0

    @property
    def share(self) -> float:
        """What part of the picture's bits parity takes."""
        return 1 / (self._most + 1) if self.on else 0.0

    def look(self, loss: float, rtt_s: float) -> None:
        """Take in how the line is now, ten times a second."""
        self._loss = max(loss, LOSS_FADES * self._loss)
        if self.on:
            self.on = self._loss > SOUND and rtt_s > SHORT_S
        else:
            self.on = self._loss > LOSSY and rtt_s > LONG_S
        if not self.on:
            self._group.clear()
            self._made.clear()

    def add(self, data: bytes, *, last: bool, now: float) -> list[bytes]:
        """Take a packet as parity covers it, `last` of its picture; return parity's payloads for behind it.

        Only ever behind the last: browsers want a picture's packets numbered without gaps.
        """
        if not self.on:
            return []
        if not self._group:
            self._began = now
        self._group.append(data)
        full = len(self._group) >= self._most
        if full or (last and len(self._group) > 1 and now - self._began > WAIT_S):
            self._made.append(ulpfec.parity(self._group))
            self._group.clear()
        if not last:
            return []
        made, self._made = self._made, []
        if len(self._group) + len(made) > FAR:
            self._group.clear()
        return made

    @property
    def _most(self) -> int:
        return next(size for least, size in GROUPS if self._loss >= least)
