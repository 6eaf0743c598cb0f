"""A round as data. Ids and codes only; their words are the user interface's.

The residents list is no part of it: the session holds it, and what is needed of one resident comes with the
event that picked them (without the photo).
"""

from typing import Final
from uuid import UUID

import msgspec

from contract.care import ChangeSeen
from contract.measurement import Act, Instant, Measurement
from contract.residents import Resident
from kiosk.visit.model import Timer
from kiosk.visit.parts import OpenAlarm, Paper
from kiosk.visit.state import State

IDENTIFIERS_LEAST: Final = 2
NURSE: Final = "nurse"
AIDE: Final = "aide"


class Check(msgspec.Struct, frozen=True):
    """Is it this resident? `how`: "scan" or "list". `due`: acts that are to be done now."""

    resident: Resident
    how: str
    due: tuple[Act, ...] = ()
    photo_old: bool = False
    photo: bool = False  # there is one


class Bedside(msgspec.Struct, frozen=True):
    """What is known of one resident's time with us, beside the visit; dropped with it.

    `going`: measuring what is due, one after another. `then`: what is to be done once somebody has agreed.
    `told`: (who, when) of every telling. `shown`: alarms the code status was shown beside. `noting`: trend
    and since of the change that is put in words. `with_us`: who else is in the room, and who interprets.
    """

    check: Check
    identifiers: tuple[str, ...]
    going: bool = False
    changes: tuple[ChangeSeen, ...] = ()
    asked_of: tuple[str, ...] = ()  # what has changed and is still to be described
    noting: tuple[str, str] = ("", "")
    observed: bool = False
    sbar: UUID | None = None
    assessment: str = ""
    request: str = ""
    sbar_kept: bool = False
    telling: tuple[str, ...] = ()  # who, way, why of the telling under way; then "answer", then the person
    told: tuple[tuple[str, str], ...] = ()
    agreed: tuple[str, ...] = ()  # to what, as in ResidentConsent.what
    basis: str = ""
    with_us: tuple[str, ...] = ()
    then: str = ""
    shown: tuple[UUID, ...] = ()
    refiled: tuple[UUID, ...] = ()  # readings of this visit that came from a wrong resident's

    @property
    def resident(self) -> Resident:
        """Whose bed it is."""
        return self.check.resident


class DoneHere(msgspec.Struct, frozen=True):
    """An act that was done here, or set aside for a reason (`skipped`); when, by both of our clocks."""

    act: Act
    at: Instant
    skipped: str = ""


class Seen(msgspec.Struct, frozen=True):
    """Who was attended or left out in this shift (`missed`: why). `done`: what counts for the schedule."""

    resident: UUID
    visit: UUID
    at: Instant
    done: tuple[DoneHere, ...] = ()
    missed: str = ""


class Refile(msgspec.Struct, frozen=True):
    """Readings that were filed under the wrong resident. `former`: whose, and how that was checked.

    `alarms`: raised in that visit. `noted`: something was noted or photographed there, which stays there.
    """

    readings: tuple[Measurement, ...]
    visit: UUID
    former: Check
    identifiers: tuple[str, ...]
    alarms: tuple[OpenAlarm, ...] = ()
    noted: bool = False


class Left(msgspec.Struct, frozen=True):
    """The resident who was left last, by id alone, until the next is confirmed: for "wrong resident"."""

    resident: UUID
    visit: UUID
    readings: tuple[Measurement, ...]
    how: str
    identifiers: tuple[str, ...]
    alarms: tuple[OpenAlarm, ...] = ()
    noted: bool = False


class Duty(msgspec.Struct, frozen=True):
    """From sign-in to sign-out. Without `shift` nobody is signed in, nor about to be.

    `waiting`: core judges the PIN. `refusal`: one of `staff.REFUSALS` or `residents.SHIFT_REFUSALS`;
    `until`: not before. `badge` is kept for whoever comes back after a crash. `papers`: of residents left,
    until the hub has them. `discarded`: acts in flight when the resident changed: nobody's.
    """

    shift: UUID | None = None
    badge: str = ""
    public: bytes = b""
    private: bytes = b""
    waiting: bool = False
    signed_in: bool = False
    staff: UUID | None = None
    roles: tuple[str, ...] = ()
    name: str = ""
    refusal: str = ""
    tries_left: int = 0
    until: Timer | None = None
    asked_ns: int = 0  # when the list was asked for last
    asks: int = 0
    check: Check | None = None
    bedside: Bedside | None = None
    seen: tuple[Seen, ...] = ()
    refile: Refile | None = None  # the list is shown to find whose readings they are
    undo: Refile | None = None  # that can be taken back
    left: Left | None = None
    to_clean: UUID | None = None  # the visit after which hands and devices are to be cleaned
    papers: tuple[Paper, ...] = ()
    discarded: tuple[UUID, ...] = ()
    again: bool = False  # a session died: the badge once more
    ending: str = ""  # why the shift ends: one of staff.SIGN_OUTS
    ending_ns: int = 0
    ended: bool = False
    touched_ns: int = 0

    def __repr__(self) -> str:
        """Say nothing of badge and keys."""
        return f"Duty({'in' if self.signed_in else 'out'})"

    @property
    def is_nurse(self) -> bool:
        """May this person write an assessment?"""
        return NURSE in self.roles

    @property
    def role(self) -> str:
        """As in `entries.ROLES`."""
        return next((role for role in (NURSE, AIDE) if role in self.roles), "other-staff")


class Shift(msgspec.Struct, frozen=True):
    """Both machines: the round and the visit."""

    duty: Duty = Duty()
    state: State = State()
