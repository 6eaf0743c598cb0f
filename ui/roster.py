"""The residents of a shift, in this session's memory alone: asked for, opened, put together from its parts.

The PIN is kept until the first ask has gone out: the hub judges it as well.
"""

import logging
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from contract import cards, residents
from contract.residents import PHOTO_OLD_DAYS, Me, Resident, ResidentsTold, ShiftRefused
from contract.seal import KeySet, SealError, open_reply
from contract.staff import HubAnswer

log = logging.getLogger("ui")
MOST_PARTS: Final = 400


@dataclass(frozen=True)
class Roster:
    """The whole list. `at`: when the hub made it, RFC 3339."""

    at: str
    facility: str
    zone: str
    me: Me
    residents: tuple[Resident, ...] = ()

    def now(self, seconds: float) -> datetime:
        """Return a moment (Unix seconds) on the facility's clock; in UTC where its zone is not known here."""
        try:
            return datetime.fromtimestamp(seconds, ZoneInfo(self.zone))
        except (ZoneInfoNotFoundError, ValueError, OSError):
            return datetime.fromtimestamp(seconds, UTC)

    def wearing(self, token: str) -> Resident | None:
        """Return whose wristband this is."""
        worn = cards.hash_of(token)
        return next((each for each in self.residents if each.wristband and each.wristband == worn), None)

    def by_id(self, resident: UUID) -> Resident | None:
        """Return a resident."""
        return next((each for each in self.residents if each.id == resident), None)


def photo_old(resident: Resident, now: datetime) -> bool:
    """Is the photo older than a year, or of a day that is not known?"""
    if not resident.photo:
        return False
    try:
        taken = datetime.fromisoformat(resident.photo_taken).date()
    except ValueError:
        return True
    return (now.date() - taken).days > PHOTO_OLD_DAYS


@dataclass
class Gathering:
    """Parts as they come, in any order; of the newest ask alone."""

    ask: UUID | None = None
    parts: dict[int, ResidentsTold] = field(default_factory=dict)

    def take(self, told: ResidentsTold) -> Roster | None:
        """Take a part; the whole list once it is there."""
        if not 0 <= told.part < told.parts <= MOST_PARTS:
            return None
        if told.ask != self.ask:
            self.ask, self.parts = told.ask, {}
        self.parts[told.part] = told
        if len(self.parts) < told.parts:
            return None
        everybody = tuple(each for n in sorted(self.parts) for each in self.parts[n].residents)
        self.parts = {}
        return Roster(told.at, told.facility, told.zone, told.me, everybody)


def opened(
    answer: HubAnswer, *, station: UUID, keys: KeySet, private: bytes
) -> ResidentsTold | ShiftRefused | None:
    """Return what the hub says; None when it is not the hub's, not for us, or no answer of this shift."""
    if not private:
        return None
    try:
        key = X25519PrivateKey.from_private_bytes(private)
        schema, plain = open_reply(answer.reply, station=station, keys=keys, private=key)
        if schema != residents.SHIFT_SCHEMA:
            raise SealError("not of a shift")
        told = residents.decode_answer(plain)
    except (SealError, msgspec.DecodeError, ValueError) as error:
        log.warning("an answer to the residents list is refused: %s", error)
        return None
    return told if told.shift == answer.shift and told.ask == answer.ask else None
