"""Whether a technician is let in: a challenge on the screen, the hub's signed yes, or its code by phone.

A challenge is fresh, good once and in memory only, so nothing that was answered before opens anything. Wrong
codes are counted on the disk (`tries`): neither a kill nor a power cut gives another try. Who is in is on the
disk as well, for a core that starts anew; a fresh session ends it.
"""

import contextlib
import hmac
import logging
import secrets
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from contract import technician as t
from contract.seal import SealError
from kiosk.core.identity import Identity, keep
from kiosk.core.tries import Tries

log = logging.getLogger(__name__)

WHO: Final = "technician"  # under which wrong codes are counted: whoever it was
KEY_FILE: Final = "technician.key"
IN_FILE: Final = "technician.json"
BY_PHONE: Final = "phone"


class Inside(msgspec.Struct, frozen=True):
    """Who is in: `by`: who said yes (the hub's account), or "phone". Monotonic seconds are of this boot."""

    name: str
    by: str
    until: float  # Unix seconds


class Challenge(NamedTuple):
    """What is on the screen, and since when (monotonic seconds)."""

    digits: str
    since: float


class Entry:
    """`wall`: Unix seconds as the hub has them; `ticks`: monotonic seconds."""

    def __init__(
        self, state: Path, identity: Identity, wall: Callable[[], float], ticks: Callable[[], float]
    ) -> None:
        self._state, self._identity, self._wall, self._ticks = state, identity, wall, ticks
        self.tries = Tries(state / "wrong-codes.json")
        self.challenge: Challenge | None = None
        self.touched = ticks()
        self._secret = b""
        with contextlib.suppress(OSError):
            self._secret = (state / KEY_FILE).read_bytes()
        self.inside: Inside | None = None
        with contextlib.suppress(OSError, msgspec.DecodeError):
            self.inside = msgspec.json.decode((state / IN_FILE).read_bytes(), type=Inside)

    @property
    def by_phone(self) -> bool:
        """Can a code be typed here?"""
        return bool(self._secret)

    def secret_came(self, secret: bytes) -> None:
        """The hub gives this station its secret, over mutual TLS."""
        if len(secret) != 32 or secret == self._secret:
            return
        try:
            path = self._state / KEY_FILE
            path.touch(mode=0o600, exist_ok=True)
            keep(path, secret)
            path.chmod(0o600)
        except OSError as error:
            log.warning("the technician's secret can't be kept: %s", error)  # it counts until core ends
        self._secret = secret

    def ask(self) -> None:
        """Put a fresh challenge on the screen."""
        number = secrets.randbelow(10**t.DIGITS)
        self.challenge = Challenge(f"{number:0{t.DIGITS}}", self._ticks())

    @property
    def stale(self) -> bool:
        """Is the challenge on the screen too old?"""
        return self.challenge is not None and self._ticks() - self.challenge.since > t.CHALLENGE_S

    def code(self, message: t.TechnicianCode) -> str:
        """Judge a code that was typed; return why not, empty when the technician is in."""
        name = " ".join(message.technician.split())[: t.LONGEST_NAME]
        if self.challenge is None or self.stale:
            self.ask()
            return "stale"
        if not self._secret:
            return "no-secret"
        try:
            told = t.digits(message.code)
        except ValueError:
            return "malformed"
        if not name:
            return "malformed"
        if self.tries.wait_s(WHO):
            return "wait"
        if not self.tries.begin(WHO):  # a full disk: a try that is not counted is not made
            return "disk"
        wanted = t.code_for(self._secret, self._identity.station, self.challenge.digits)
        if not hmac.compare_digest(told, wanted):
            return "wait" if self.tries.wait_s(WHO) else "wrong"
        self.tries.right(WHO)
        self._let_in(name, BY_PHONE)
        return ""

    def entry_came(self, encoded: bytes) -> bool:
        """Take the hub's signed yes; False when it is not the hub's, or answers another challenge."""
        try:
            told = t.open_entry(encoded, station=self._identity.station, keys=self._identity.keys)
        except SealError as error:
            log.warning("a technician's entry is refused: %s", error)
            return False
        asked = self.challenge
        if asked is None or self.stale or not hmac.compare_digest(told.challenge, asked.digits):
            log.warning("a technician's entry answers no challenge that is on the screen")
            return False
        self.tries.right(WHO)
        self._let_in(" ".join(told.technician.split())[: t.LONGEST_NAME], told.by)
        return True

    def _let_in(self, name: str, by: str) -> None:
        self.challenge, self.touched = None, self._ticks()
        self.inside = Inside(name, by, self._wall() + t.LONGEST_S)
        with contextlib.suppress(OSError):  # a full disk: then only until core ends
            keep(self._state / IN_FILE, msgspec.json.encode(self.inside))

    def ended(self) -> str:
        """Return why whoever is in is to be put out now; empty: they are not."""
        if self.inside is None:
            return ""
        if self._wall() >= self.inside.until:
            return "over"
        return "idle" if self._ticks() - self.touched >= t.IDLE_S else ""

    def out(self) -> None:
        """Nobody is in, and nothing is asked."""
        self.inside = self.challenge = None
        with contextlib.suppress(OSError):
            (self._state / IN_FILE).unlink(missing_ok=True)
