"""Packets into pictures, in decoding order; after a loss that is not repaired, on with the next key frame.

A picture is given out when every packet of it and of all before it has come. When one is missing, those
behind it wait: for the repair, or for a key frame, which needs none of them. After `patience_s` the buffer
gives up, wants a key frame and takes nothing else. Parity packets have numbers too: where pictures
follow each other, what is missing between them is not waited for. Numbers are full ones, times seconds.
"""

from typing import Final, NamedTuple

MIN_PATIENCE_S: Final = 0.4
MAX_PATIENCE_S: Final = 1.2
ROUND_TRIPS: Final = 5.0  # of waiting for repairs: a key frame would not be whole sooner
MAX_PIECES: Final = 2048
PICTURES: Final = 1 << 15  # their numbers come round again
KEY_APART_S: Final = 0.3  # between two requests for a key frame


class Piece(NamedTuple):
    """A packet's part of a picture. `start`: the picture's first; `end`: its last.

    `picture`: the picture's own number, 15 bits (RFC 7741); None: not told.
    """

    number: int
    timestamp: int
    start: bool
    end: bool
    key: bool
    data: bytes
    picture: int | None = None


class Picture(NamedTuple):
    """An encoded picture, whole."""

    timestamp: int
    key: bool
    data: bytes


class PictureBuffer:
    """Add pieces, take pictures; `wants_key` says when to ask for a key frame."""

    def __init__(self) -> None:
        self._pieces: dict[int, Piece] = {}
        self._next: int | None = None  # the first piece of the next picture; None: a key frame's
        self._stuck_since: float | None = None
        self._key_asked: float | None = None
        self._newest = -1
        self._given: int | None = None  # the number of the picture given last
        self._key_from = 0  # where the key frame that is waited for may start

    @property
    def waiting_for_key(self) -> bool:
        """Is nothing but a key frame of use?"""
        return self._next is None

    @property
    def needed_from(self) -> int:
        """The first number that is still needed."""
        return self._key_from if self._next is None else self._next

    def add(self, piece: Piece, now: float) -> list[Picture]:
        """Take a packet; return the pictures it completes."""
        self._newest = max(self._newest, piece.number)
        if self._next is not None and piece.number < self._next:
            return []  # too late, or twice
        self._pieces[piece.number] = piece
        if len(self._pieces) > MAX_PIECES:
            self.give_up()
        found = self._in_order()
        if not found:
            found = self._from_key()
        if self._next is not None and any(number > self._next for number in self._pieces):
            self._stuck_since = now if self._stuck_since is None or found else self._stuck_since
        else:
            self._stuck_since = None
        return found

    def wants_key(self, now: float, rtt_s: float) -> bool:
        """Say whether to ask for a key frame now; gives up waiting for repairs when they had their time."""
        patience = min(MAX_PATIENCE_S, max(MIN_PATIENCE_S, ROUND_TRIPS * rtt_s))
        if self._stuck_since is not None and now - self._stuck_since > patience:
            self.give_up()
        if self._next is not None or self._newest < 0:
            return False
        if self._key_asked is not None and now - self._key_asked < max(KEY_APART_S, 1.2 * rtt_s):
            return False
        self._key_asked = now
        return True

    def give_up(self) -> None:
        """Nothing but a key frame helps any more: wait for one."""
        self._next, self._stuck_since = None, None
        newest_key = max((one.number for one in self._pieces.values() if one.key and one.start), default=None)
        self._key_from = self._newest + 1 if newest_key is None else newest_key
        self._pieces = {number: one for number, one in self._pieces.items() if number >= self._key_from}

    def _in_order(self) -> list[Picture]:
        found: list[Picture] = []
        while self._next is not None:
            first = self._pieces.get(self._next)
            if first is not None and not first.data:
                del self._pieces[self._next]  # padding: it belongs to no picture
                self._next += 1
                continue
            if first is None and self._over_parity():
                continue
            picture = self._whole(self._next)
            if picture is None:
                break
            found.append(picture)
        return found

    def _over_parity(self) -> bool:
        """Go on to the next picture if nothing but parity is missing before it; return whether it was so."""
        following = min((one for one in self._pieces.values() if one.data), default=None)
        if following is None or following.picture is None or self._given is None or not following.start:
            return False
        if following.picture != (self._given + 1) % PICTURES:
            return False
        self._next = following.number
        self._pieces = {number: one for number, one in self._pieces.items() if number >= following.number}
        return True

    def _from_key(self) -> list[Picture]:
        """Jump to a key frame that is whole, if there is one."""
        for number in sorted(one.number for one in self._pieces.values() if one.key and one.start):
            picture = self._whole(number)
            if picture is not None:
                self._pieces = {at: one for at, one in self._pieces.items() if at >= number}
                self._key_asked = None
                return [picture, *self._in_order()]
        return []

    def _whole(self, start: int) -> Picture | None:
        """Take the picture out that starts here, if all of it has come; `_next` is the piece behind it."""
        pieces: list[Piece] = []
        number = start
        while (piece := self._pieces.get(number)) is not None:
            if piece.start != (number == start) or (pieces and piece.timestamp != pieces[0].timestamp):
                return None
            pieces.append(piece)
            number += 1
            if piece.end:
                for one in pieces:
                    del self._pieces[one.number]
                self._next, self._given = number, pieces[0].picture
                return Picture(pieces[0].timestamp, pieces[0].key, b"".join([one.data for one in pieces]))
        return None
