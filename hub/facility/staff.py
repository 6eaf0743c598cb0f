"""A facility's staff: members, badges with their PIN, and the signed list by which stations sign them in."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID, uuid4

import msgspec
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract import cards
from contract.seal import sign
from contract.staff import PIN_DIGITS, ROLES, STAFF, StaffList, Verifier, guessable, is_pin, secret
from hub.errors import conflict, invalid, not_found
from hub.keys import HubKeys
from hub.models import Facility, StaffMember, Station
from hub.times import now

LONGEST_NAME: Final = 100
_hasher: Final = PasswordHasher()


def add(session: Session, facility: Facility, name: str, roles: Sequence[str]) -> StaffMember:
    """Add a member, without a badge yet; ProblemError when a role is none."""
    name = name.strip()
    if not 0 < len(name) <= LONGEST_NAME:
        raise invalid(f"A staff member has a name of up to {LONGEST_NAME} characters.")
    if not roles or not set(roles) <= set(ROLES):
        raise invalid(f"A role is one of {', '.join(ROLES)}.")
    row = StaffMember(
        id=uuid4(), facility_id=facility.id, name=name, roles=sorted(set(roles)), created_at=now()
    )
    session.add(row)
    return row


def of(session: Session, facility: UUID) -> list[StaffMember]:
    """Return everybody who was ever of a facility's staff, by name."""
    query = select(StaffMember).where(StaffMember.facility_id == facility).order_by(StaffMember.name)
    return list(session.scalars(query))


def find(session: Session, facility: UUID | None, member: UUID) -> StaffMember:
    """Return a member (of this facility, None: of any); ProblemError when there is none."""
    row = session.get(StaffMember, member)
    if row is None or (facility is not None and row.facility_id != facility):
        raise not_found("staff member")
    return row


def check_pin(pin: str) -> None:
    """Raise ProblemError for what is no PIN, or one that people try first."""
    if not is_pin(pin):
        raise invalid(f"A PIN has {PIN_DIGITS[0]} to {PIN_DIGITS[1]} digits.")
    if guessable(pin):
        raise invalid("This PIN is too easy to guess. Use other digits.")


def new_badge(pin: str) -> tuple[str, str]:
    """Return a new badge's token and its verifier (slow on purpose); ProblemError for a bad PIN."""
    check_pin(pin)
    token = cards.new_token(cards.BADGE)
    return token, _hasher.hash(secret(token, pin))


def give_badge(session: Session, member: StaffMember, token: str, verifier: str) -> None:
    """Give a member a badge; the one before signs nobody in any more."""
    if member.revoked_at is not None:
        raise conflict("revoked", "This staff member was revoked. Add them anew.")
    member.badge, member.verifier, member.badge_at = cards.hash_of(token), verifier, now()
    _changed(session, member.facility_id)


def revoke(session: Session, member: StaffMember) -> None:
    """Refuse a member from now on; what they noted stays theirs."""
    member.revoked_at, member.badge, member.verifier = member.revoked_at or now(), None, None
    _changed(session, member.facility_id)


def _changed(session: Session, facility: UUID) -> None:
    session.get_one(Facility, facility).staff_changed_at = now()


def by_badge(session: Session, facility: UUID, token: str) -> StaffMember | None:
    """Return whose badge this is, in this facility."""
    query = select(StaffMember).where(
        StaffMember.badge == cards.hash_of(token), StaffMember.facility_id == facility
    )
    return session.scalar(query)


def fits(verifier: str, badge: str, pin: str) -> bool:
    """Say whether badge and PIN fit (slow on purpose)."""
    try:
        return _hasher.verify(verifier, secret(badge, pin))
    except (VerificationError, InvalidHashError):
        return False


def signed_list(session: Session, station: Station, keys: HubKeys, days: float) -> bytes:
    """Return the list a station signs staff in by; an empty one for a station of no facility."""
    members = [] if station.facility_id is None else of(session, station.facility_id)
    moment = now()
    told = StaffList(
        station=station.id,
        issued=moment,
        expires=moment + days * 86_400,
        verifiers=tuple(
            Verifier(badge=m.badge, argon2=m.verifier, staff=m.id, roles=tuple(m.roles))
            for m in members
            if m.badge is not None and m.verifier is not None
        ),
    )
    return msgspec.msgpack.encode(sign(msgspec.msgpack.encode(told), context=STAFF, private=keys.signing))
