"""Who may sign in here, judged without the hub: badge and PIN against the hub's signed list of verifiers.

The list (hashes, opaque ids, roles; no name) stays on the disk until it expires. A shift is one sign-in; its
id, staff id and end are on the disk as well, so that it outlives core, not a fresh session.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple
from uuid import UUID

import msgspec

from contract import cards, staff
from contract.seal import SealError
from kiosk.core.clock import Clock, text_of
from kiosk.core.identity import Identity, keep
from kiosk.core.tries import Tries

log = logging.getLogger(__name__)

LOOK_S: Final = 5.0
CLOCK_S: Final = 300.0  # clocks may differ by so much without being wrong
ToSession = staff.SignedIn | staff.SignInRefused | staff.SignedOut


class Shift(msgspec.Struct, frozen=True):
    """Who is signed in. `until`: Unix seconds."""

    id: UUID
    staff: UUID
    roles: tuple[str, ...]
    until: float


class Verdict(NamedTuple):
    """What came of a badge and its PIN. `why`: of `staff.REFUSALS`, empty: it is `found`."""

    why: str
    found: staff.Verifier | None = None
    tries_left: int = 0
    wait_s: int = 0


class Staff:
    """`tell` reaches the session; `over(shift)` is called when one ends; `locked` when a badge must wait."""

    def __init__(
        self,
        state: Path,
        identity: Identity,
        clock: Clock,
        tell: Callable[[ToSession], object],
        over: Callable[[UUID], object],
        *,
        locked: Callable[[], object] = lambda: None,
        may_judge: Callable[[], bool] = lambda: True,
    ) -> None:
        """`may_judge` false: the hub is away, and the list would not be safe in a taken machine."""
        self._may_judge = may_judge
        self._list_file, self._shift_file = state / "staff.signed", state / "shift.json"
        self._identity, self._clock = identity, clock
        self._tell, self._over, self._locked = tell, over, locked
        self.tries = Tries(state / "wrong-pins.json")
        self.shift = self._kept_shift()
        self._list = self._kept_list()
        self._judging: asyncio.Task[None] | None = None

    def _kept_list(self) -> staff.StaffList | None:
        try:
            return self._open(self._list_file.read_bytes())
        except FileNotFoundError:
            return None
        except (OSError, SealError) as error:
            log.warning("the staff list kept here can't be used: %s", error)
            return None

    def _kept_shift(self) -> Shift | None:
        with contextlib.suppress(OSError, msgspec.DecodeError, UnicodeDecodeError):
            return msgspec.json.decode(self._shift_file.read_bytes(), type=Shift)
        return None

    def _open(self, encoded: bytes) -> staff.StaffList:
        return staff.open_staff_list(encoded, station=self._identity.station, keys=self._identity.keys)

    def came(self, encoded: bytes) -> None:
        """Take a newer list of the hub's; one that is older, not the hub's or not ours changes nothing."""
        try:
            told = self._open(encoded)
        except SealError as error:
            log.warning("a staff list is refused: %s", error)
            return
        if self._list is not None and told.issued <= self._list.issued <= self._clock.hub_now() + CLOCK_S:
            return  # one from the future is of a clock that was wrong: it must not keep a revocation out
        try:
            keep(self._list_file, encoded)
        except OSError as error:
            log.warning("the staff list can't be kept: %s", error)  # it counts until core ends
        self._list = told
        self.tries.known({each.badge.hex() for each in told.verifiers})
        now = self.shift
        if now and not any(v.staff == now.staff and v.roles == now.roles for v in told.verifiers):
            self._end("revoked")

    def sign_in(self, message: staff.SignIn) -> None:
        """Judge a badge and its PIN, beside the loop."""
        now = self.shift
        if now is not None and now.id == message.shift:
            self._say(now)
            return
        if self._judging is not None:
            self._refuse(message.shift, "busy")
            return
        self._start(message.badge, message.pin, partial(self._answered, message.shift))

    def vouch(self, badge: str, pin: str, told: Callable[["Verdict"], object]) -> None:
        """Judge a badge and its PIN for one deed, without a shift; `told` hears what came of it, once."""
        if self._judging is not None:
            told(Verdict("busy"))
            return
        self._start(badge, pin, told)

    @property
    def can_vouch(self) -> bool:
        """Could a badge be judged here now?"""
        return self._list is not None and bool(self._list.verifiers) and self._unjudged() == ""

    def _unjudged(self) -> str:
        """Return why no badge at all can be judged now; empty: one can."""
        if self._list is None or not self._list.verifiers:
            return "no-list"
        if self._clock.hub_now() >= self._list.expires:
            return "expired"
        return "" if self._may_judge() else "not-offline"

    def _start(self, token: str, pin: str, told: Callable[["Verdict"], object]) -> None:
        """Refuse what need not be judged, else judge."""
        if cards.kind_of(token) != cards.BADGE or not staff.is_pin(pin):
            told(Verdict("malformed"))
        elif why := self._unjudged():
            told(Verdict(why))
        else:
            assert self._list is not None
            badge = cards.hash_of(token)
            found = next((each for each in self._list.verifiers if each.badge == badge), None)
            if found is None:
                told(Verdict("unknown-badge"))
            elif wait := self.tries.wait_s(badge.hex()):
                told(Verdict("wait", wait_s=wait))
            else:
                self._judging = asyncio.create_task(self._judge(staff.secret(token, pin), found, told))

    async def _judge(self, secret: bytes, found: staff.Verifier, told: Callable[["Verdict"], object]) -> None:
        badge = found.badge.hex()
        try:
            if not self.tries.begin(badge):  # a full disk: a try that is not counted is not made
                told(Verdict("busy"))
                return
            fits = await asyncio.to_thread(_fits, found.argon2, secret)
            known = self._list is not None and found in self._list.verifiers  # not revoked meanwhile
            if fits and known:
                self.tries.right(badge)
                told(Verdict("", found))
                return
            wait = self.tries.wait_s(badge)
            if wait:
                self._locked()
            told(Verdict("wrong", tries_left=self.tries.left(badge), wait_s=wait))
        finally:
            self._judging = None

    def _answered(self, shift: UUID, verdict: "Verdict") -> None:
        """What came of a sign-in."""
        if verdict.found is not None:
            self._begin(shift, verdict.found)
        else:
            self._refuse(shift, verdict.why, tries_left=verdict.tries_left, wait_s=verdict.wait_s)

    def _begin(self, shift: UUID, found: staff.Verifier) -> None:
        if self.shift is not None:
            self._end("asked")
        until = self._clock.hub_now() + self._identity.profile.staff.shift_h * 3600
        self._lasts(shift, found.staff, found.roles, until)

    def _lasts(self, shift: UUID, who: UUID, roles: tuple[str, ...], until: float) -> None:
        self.shift = Shift(shift, who, roles, until)
        with contextlib.suppress(OSError):  # a full disk: then only until core ends
            keep(self._shift_file, msgspec.json.encode(self.shift))
        self._say(self.shift)

    def session_came(self, shift: UUID | None) -> None:
        """A session says under which shift it goes on; a fresh one ends what was."""
        now = self.shift
        if now is not None and now.id == shift:
            if self._clock.hub_now() >= now.until:
                self._end("over")
            else:
                self._say(now)
            return
        if now is not None:
            self._end("asked", say=False)
        if shift is not None:
            self._tell(staff.SignedOut(shift=shift, why="unknown"))

    def sign_out(self, message: staff.SignOut) -> None:
        """The shift is over; one that is not this one's was over before."""
        if self.shift is not None and self.shift.id == message.shift:
            self._end(message.why if message.why in staff.SIGN_OUTS else "asked")
        else:
            self._tell(staff.SignedOut(shift=message.shift, why="unknown"))

    async def run(self) -> None:
        """End a shift that has been long enough, until cancelled."""
        while True:
            self.look()
            await asyncio.sleep(LOOK_S)

    def look(self) -> None:
        """End the shift if its time is over."""
        now = self.shift
        if now is None:
            return
        left_s = now.until - self._clock.hub_now()
        longest_s = self._identity.profile.staff.shift_h * 3600
        if left_s <= 0:
            self._end("over")
        elif (
            left_s > longest_s + CLOCK_S
        ):  # the clock stood ahead at sign-in: no shift is longer than the longest
            self._lasts(now.id, now.staff, now.roles, self._clock.hub_now() + longest_s)

    def _end(self, why: str, *, say: bool = True) -> None:
        now, self.shift = self.shift, None
        with contextlib.suppress(OSError):
            self._shift_file.unlink(missing_ok=True)
        if now is not None:
            self._over(now.id)
            if say:
                self._tell(staff.SignedOut(shift=now.id, why=why))

    def _say(self, shift: Shift) -> None:
        until = text_of(shift.until)
        self._tell(staff.SignedIn(shift=shift.id, staff=shift.staff, roles=shift.roles, until=until))

    def _refuse(self, shift: UUID, why: str, *, tries_left: int = 0, wait_s: int = 0) -> None:
        self._tell(staff.SignInRefused(shift=shift, why=why, tries_left=tries_left, wait_s=wait_s))


def _fits(encoded: str, secret: bytes) -> bool:
    """Say whether the secret is the one of this hash: slow on purpose, and run off the loop's thread."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(encoded, secret)
    except (VerificationError, InvalidHashError):
        return False
