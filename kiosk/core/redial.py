"""When a call needs a new offer. Pure: times in seconds come in, nothing waits.

A way that is lost is offered anew at once, but not again and again: the next offer has its time. An offer
that nobody answers, or an answer that leads nowhere, is given up after a while. Without the hub no offer gets
through: the first thing after it is back is a fresh one, for addresses may have changed meanwhile.
"""

from typing import Final

SOON_S: Final = 1.0  # from an offer that led to media until the next; nothing may flicker …
RETRY_S: Final = 3.0  # … one that led nowhere has at least so long …
MOST_S: Final = 10.0  # … and at most so long, when many did
ANSWER_S: Final = 8.0  # for an answer: a provider may have to allow the camera first
CONNECT_S: Final = 5.0  # from the answer until media flows


class Redial:
    """The offers of one call."""

    def __init__(self) -> None:
        self._offered_at = 0.0
        self._answered_at: float | None = None
        self._state = "connecting"
        self._tries = 0
        self._moved = False

    def offered(self, now: float) -> None:
        """A new offer goes out."""
        self._offered_at, self._answered_at, self._moved = now, None, False
        self._tries += 1
        if self._state != "connected":
            self._state = "connecting"

    def answered(self, now: float) -> None:
        """The newest offer was answered."""
        self._answered_at = now

    def is_now(self, state: str) -> None:
        """How the call is: "connecting", "connected", or anything else: lost."""
        self._state = state
        if state == "connected":
            self._tries = 0

    def moved(self) -> None:
        """The station has another network: what flows still may not for long."""
        self._moved = True

    def fresh(self, now: float) -> bool:
        """Has the newest offer still its time?"""
        return now - self._offered_at < RETRY_S and not self._moved

    def due(self, *, online: bool) -> float | None:
        """Return when the next offer is to go out; None: not before something else happens."""
        if not online:
            return None
        if self._moved:
            return self._offered_at
        if self._state == "connected":
            return None
        gap = min(MOST_S, RETRY_S * max(1, self._tries - 1))
        if self._state != "connecting":
            return self._offered_at + (gap if self._tries else SOON_S)
        if self._answered_at is None:
            return self._offered_at + max(ANSWER_S, gap)
        return self._answered_at + max(CONNECT_S, gap)
