"""Cookie sessions: random, kept as hashes, with an idle and an absolute end, and a CSRF token each."""

import secrets
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import delete
from sqlalchemy.orm import Session

from hub.accounts.people import secret_hash
from hub.config import Limits
from hub.models import Account, Login
from hub.times import now

TOUCH_S = 20.0  # seen_at is written no more often than this


@dataclass(frozen=True)
class User:
    """Who is signed in, and by which session."""

    id: UUID
    name: str
    display: str
    role: str
    csrf: str
    login: bytes
    on_call: bool
    seen_at: float
    voucher: bytes | None = None
    facility: UUID | None = None  # of a manager


def start(
    session: Session, account: Account, limits: Limits, voucher: bytes | None = None
) -> tuple[str, User]:
    """Sign an account in: the cookie's value, and who it is. Old sessions are cleared on the way.

    `voucher`: the hub's word for the key that the browser made for this session (hub.identity).
    """
    moment = now()
    session.execute(
        delete(Login).where(
            (Login.seen_at < moment - limits.session_idle_s)
            | (Login.created_at < moment - limits.session_life_s)
        )
    )
    cookie, csrf = secrets.token_urlsafe(32), secrets.token_urlsafe(24)
    login = secret_hash(cookie)
    row = Login(
        hash=login, account_id=account.id, csrf=csrf, created_at=moment, seen_at=moment, voucher=voucher
    )
    session.add(row)
    account.seen_at = moment
    return cookie, _user(account, row)


def _user(account: Account, login: Login) -> User:
    return User(
        account.id,
        account.name,
        account.display,
        account.role,
        login.csrf,
        login.hash,
        account.on_call,
        login.seen_at,
        login.voucher,
        account.facility_id,
    )


def find(session: Session, cookie: str, limits: Limits) -> User | None:
    """Return who a cookie belongs to; None when it has run out."""
    return by_hash(session, secret_hash(cookie), limits)


def by_hash(session: Session, login: bytes, limits: Limits) -> User | None:
    """`find`, for a session whose hash is known (an open socket's)."""
    row = session.get(Login, login)
    if row is None:
        return None
    moment = now()
    if moment - row.seen_at > limits.session_idle_s or moment - row.created_at > limits.session_life_s:
        return None
    account = session.get(Account, row.account_id)
    return None if account is None or account.disabled else _user(account, row)


def touch(session: Session, user: User) -> None:
    """Note that the user is here."""
    moment = now()
    row = session.get(Login, user.login)
    if row is not None:
        row.seen_at = moment
    account = session.get(Account, user.id)
    if account is not None:
        account.seen_at = moment


def end(session: Session, user: User) -> None:
    """Sign out; who signs out is off call as well."""
    session.execute(delete(Login).where(Login.hash == user.login))
    account = session.get(Account, user.id)
    if account is not None:
        account.on_call = False
