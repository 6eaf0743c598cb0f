"""Wrong PINs, counted on the disk: neither a kill nor a power cut gives another try.

A try counts as wrong before it is looked at and is taken back when it was right.
"""

import logging
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

import msgspec

from contract.staff import LONGEST_WAIT_S, TRIES, WAIT_S
from kiosk.core.identity import keep

log = logging.getLogger(__name__)

MOST_BADGES: Final = 10_000


class Wrong(msgspec.Struct):
    """One badge's wrong PINs in a row: how many, how often it has waited, since when and for how long."""

    count: int = 0
    waits: int = 0
    since: float = 0.0
    wait_s: int = 0


class Tries:
    """By badge (its hash, hexadecimal). `wall`: Unix seconds; put back, it makes a wait no shorter, and none
    that never ends."""

    def __init__(
        self,
        path: Path,
        wall: Callable[[], float] = time.time,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._path, self._wall, self._monotonic = path, wall, monotonic
        self._ahead: dict[str, float] = {}  # badges whose wait began after now, and since when that is seen
        self._wrong: dict[str, Wrong] = {}
        try:
            self._wrong = msgspec.json.decode(path.read_bytes(), type=dict[str, Wrong])
        except FileNotFoundError:
            pass
        except (OSError, msgspec.DecodeError, UnicodeDecodeError) as error:
            log.error("the count of wrong PINs can't be read, it begins anew: %s", type(error).__name__)

    def wait_s(self, badge: str) -> int:
        """Return for how many seconds more this badge waits."""
        wrong = self._wrong.get(badge, Wrong())
        passed = self._wall() - wrong.since
        if passed < 0:  # the clock stood ahead then, or was put back: the whole wait, from now on
            passed = self._monotonic() - self._ahead.setdefault(badge, self._monotonic())
        return max(0, -int(-(wrong.wait_s - passed) // 1))

    def begin(self, badge: str) -> bool:
        """Count a try as wrong, durably; False when it can't be: then it may not be looked at."""
        wrong = self._wrong.setdefault(badge, Wrong())
        wrong.count += 1
        if wrong.count >= TRIES:
            wrong.since = self._wall()
            self._ahead.pop(badge, None)
            wrong.wait_s = min(LONGEST_WAIT_S, WAIT_S << min(wrong.waits, 10))
            wrong.waits += 1
            wrong.count = TRIES - 1  # after the wait one try, then the next wait
        return self._keep()

    def right(self, badge: str) -> None:
        """It was right: this badge has no wrong tries."""
        if self._wrong.pop(badge, None) is not None:
            self._keep()

    def left(self, badge: str) -> int:
        """Return how many tries are left before this badge waits."""
        return 0 if self.wait_s(badge) else TRIES - self._wrong.get(badge, Wrong()).count

    def known(self, badges: set[str]) -> None:
        """Forget badges that no list has any more."""
        gone = self._wrong.keys() - badges
        for badge in gone:
            del self._wrong[badge]
        if gone:
            self._keep()

    def _keep(self) -> bool:
        try:
            keep(self._path, msgspec.json.encode(self._wrong))
        except OSError as error:
            log.error("wrong PINs can't be counted: %s", error.strerror)
            return False
        return True
