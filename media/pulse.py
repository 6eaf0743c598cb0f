"""Is the other end still there? Pure: times in seconds come in, nothing waits.

Anything that comes is a sign of life. After a moment of nothing the other end is asked; only when it does not
answer either, the way counts as lost. So silence that is meant (a muted microphone, text only, a provider
without a camera) is not taken for a loss, and a loss is known within two seconds.
"""

from typing import Final

QUIET_S: Final = 0.5  # nothing has come for so long: the other end is asked
LOOK_S: Final = 0.1  # how often is looked


class Pulse:
    """One peer connection's signs of life."""

    def __init__(self, now: float) -> None:
        self._heard_at = now
        self.lost = False

    def heard(self, now: float) -> None:
        """Something came."""
        self._heard_at = now
        self.lost = False

    def quiet(self, now: float) -> bool:
        """Should the other end be asked whether it is there?"""
        return now - self._heard_at >= QUIET_S

    def asked(self, now: float, *, answered: bool) -> None:
        """It was asked; what came meanwhile counts more than a missing answer."""
        if answered:
            self.heard(now)
        elif self.quiet(now):
            self.lost = True
