"""Links in the database: filed from a visit's document, tried with a passcode, opened, shut."""

import hashlib
from dataclasses import dataclass
from uuid import UUID

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import select, update
from sqlalchemy.orm import Session

from contract.documents import TakeAway
from contract.health_link import PASSCODE_DIGITS, SECRET_BYTES
from hub.errors import FilingError, not_found
from hub.models import HealthLink, Visit
from hub.times import now, parse

TRIES = 10  # wrong passcodes in a link's whole life
LONGEST_S = 366 * 86_400  # a link opens no longer than this, whatever a station says

# OWASP's least. Six digits are soon tried by who has the table; without the code they open nothing.
_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)


def hash_of(link: bytes) -> bytes:
    """Return what the database knows a link by."""
    return hashlib.sha256(b"carepost/health-link\0" + link).digest()


def file(session: Session, row: Visit, told: TakeAway, envelope: UUID) -> None:
    """Note a visit's link, once; FilingError for a second one, or for one that is none."""
    found = of_visit(session, row.id)
    if found is not None:
        if found.hash != hash_of(told.link):
            raise FilingError("the visit has another link already")
        return
    if len(told.link) != SECRET_BYTES or len(told.key) != SECRET_BYTES:
        raise FilingError("a link's secrets are not of the right size")
    if len(told.passcode) != PASSCODE_DIGITS or not told.passcode.isdecimal():
        raise FilingError("a link's passcode is none")
    try:
        until = parse(told.expires_at).timestamp()
    except ValueError as error:
        raise FilingError("a link's end is not RFC 3339 with offset") from error
    session.add(
        HealthLink(
            hash=hash_of(told.link),
            visit_id=row.id,
            envelope_id=envelope,
            passcode=_hasher.hash(told.passcode),
            expires_at=min(until, now() + LONGEST_S),
            tries_left=TRIES,
        )
    )


def of_visit(session: Session, visit: UUID) -> HealthLink | None:
    """Return a visit's link, None when the patient took none."""
    return session.scalar(select(HealthLink).where(HealthLink.visit_id == visit))


def find(session: Session, link: bytes) -> HealthLink | None:
    """Return a link that still opens, None for an unknown, expired or shut one: nobody is told which."""
    row = session.get(HealthLink, hash_of(link))
    return None if row is None or row.shut or row.expires_at <= now() else row


@dataclass(frozen=True)
class Try:
    """A passcode that is being tried: it counts as wrong until `right` takes that back."""

    hash: bytes
    visit: UUID
    passcode: str
    left: int


def begin(session: Session, link: bytes) -> Try | None:
    """Count a try before it is looked at, so that many at once get no more than one after the other."""
    row = find(session, link)
    if row is None or row.tries_left <= 0:
        return None
    row.tries_left -= 1
    return Try(row.hash, row.visit_id, row.passcode, row.tries_left)


def fits(stored: str, passcode: str) -> bool:
    """Say whether a passcode is right (slow on purpose)."""
    try:
        return _hasher.verify(stored, passcode)
    except (VerificationError, InvalidHashError):
        return False


def right(session: Session, tried: Try) -> None:
    """It was right: the try was no wrong one."""
    session.execute(
        update(HealthLink)
        .where(HealthLink.hash == tried.hash)
        .values(tries_left=HealthLink.tries_left + 1, opened=HealthLink.opened + 1, opened_at=now())
    )


def wrong(session: Session, tried: Try) -> int:
    """It was wrong; return how many tries are left. With the last one the link is shut for good."""
    row = session.get_one(HealthLink, tried.hash)
    if row.tries_left <= 0 and not row.shut:
        _shut(row, "tries")
    return row.tries_left


def shut(session: Session, visit: UUID) -> None:
    """Shut a visit's link, as the patient wishes; ProblemError when there is none."""
    row = of_visit(session, visit)
    if row is None:
        raise not_found("link")
    if not row.shut:
        _shut(row, "provider")


def _shut(row: HealthLink, why: str) -> None:
    row.shut, row.shut_at, row.jwe, row.digest = why, now(), "", b""


def forget_expired(session: Session) -> None:
    """Delete what is published behind links that have ended."""
    over = (HealthLink.expires_at <= now()) & (HealthLink.jwe != "")
    session.execute(update(HealthLink).where(over).values(jwe="", digest=b""))
