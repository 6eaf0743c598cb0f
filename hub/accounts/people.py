"""Accounts, their argon2id passwords, one-time sign-in codes, and bearer tokens for reading FHIR."""

import base64
import hashlib
import secrets
from uuid import uuid4

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from hub.errors import conflict, invalid, not_found
from hub.models import Account, Login, SignInCode, Token
from hub.times import now

ROLES = ("provider", "operator", "consultant", "manager")
SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 256
LONGEST_NAME = 64

_hasher = PasswordHasher()


def _of_nobody() -> str:
    """Return a hash that no password has, checked when there is no such account: the same time is spent."""
    salt, digest = (
        base64.b64encode(secrets.token_bytes(size)).rstrip(b"=").decode()
        for size in (_hasher.salt_len, _hasher.hash_len)
    )
    costs = f"m={_hasher.memory_cost},t={_hasher.time_cost},p={_hasher.parallelism}"
    return f"$argon2id$v=19${costs}${salt}${digest}"


_NOBODYS = _of_nobody()  # made up, not computed: every command of the hub would wait for it


def secret_hash(secret: str) -> bytes:
    """Hash a secret of ours that has 128 bits or more (no salt or stretching needed)."""
    return hashlib.sha256(secret.encode()).digest()


def hash_password(password: str) -> str:
    """Return the argon2id hash (slow on purpose); ProblemError when it is too short or too long."""
    if not SHORTEST_PASSWORD <= len(password) <= LONGEST_PASSWORD:
        raise invalid(f"A password has {SHORTEST_PASSWORD} to {LONGEST_PASSWORD} characters.")
    return _hasher.hash(password)


def check_password(stored: str | None, password: str) -> bool:
    """Say whether the password fits (slow on purpose, also when there is nothing to compare with)."""
    try:
        fits = _hasher.verify(stored or _NOBODYS, password[:LONGEST_PASSWORD])
    except (VerificationError, InvalidHashError):
        return False
    return fits and stored is not None


def canonical(name: str) -> str:
    """Return an account's name as it is kept, however it was typed."""
    return name.strip().lower()


def find(session: Session, name: str) -> Account | None:
    """Return an account that may sign in."""
    return session.scalar(select(Account).where(Account.name == canonical(name), ~Account.disabled))


def add(session: Session, name: str, display: str, role: str, password: str | None) -> Account:
    """Make an account; `password` is a hash. ProblemError when the name is taken or the role is none."""
    name = canonical(name)
    if role not in ROLES:
        raise invalid(f"A role is one of {', '.join(ROLES)}.")
    if not 0 < len(name) <= LONGEST_NAME or not display.strip():
        raise invalid(f"An account has a name (up to {LONGEST_NAME} characters) and a display name.")
    if session.scalar(select(Account).where(Account.name == name)) is not None:
        raise conflict("taken", f"There is an account {name} already.")
    row = Account(
        id=uuid4(), name=name, display=display.strip(), role=role, password=password, created_at=now()
    )
    session.add(row)
    return row


def everybody(session: Session) -> list[Account]:
    """Return all accounts by name; not those of one call's guests."""
    return list(session.scalars(select(Account).where(Account.role.in_(ROLES)).order_by(Account.name)))


def add_guest(session: Session, display: str, role: str) -> Account:
    """Make an account for one call, of somebody who has none: nobody can sign in to it again."""
    identity = uuid4()
    row = Account(
        id=identity,
        name=f"guest-{identity}",
        display=display,
        role=role,
        password=None,
        created_at=now(),
    )
    session.add(row)
    return row


def set_password(session: Session, name: str, password: str | None) -> None:
    """Change a password (a hash; None: codes only) and end the account's sessions; ProblemError 404."""
    account = _existing(session, name)
    account.password = password
    session.execute(delete(Login).where(Login.account_id == account.id))


def disable(session: Session, name: str) -> None:
    """Refuse an account from now on; ProblemError 404."""
    account = _existing(session, name)
    account.disabled, account.on_call = True, False
    session.execute(delete(Login).where(Login.account_id == account.id))


def _existing(session: Session, name: str) -> Account:
    account = find(session, name)
    if account is None:
        raise not_found("account")
    return account


def sign_in_code(session: Session, name: str, life_s: int) -> str:
    """Make a one-time code for an account; ProblemError when there is none."""
    account = _existing(session, name)
    code = secrets.token_urlsafe(24)
    session.add(SignInCode(hash=secret_hash(code), account_id=account.id, expires_at=now() + life_s))
    return code


def use_code(session: Session, code: str) -> Account | None:
    """Use a one-time code up and return whose it was; None when it is not good (any more)."""
    moment = now()
    account_id = session.execute(
        update(SignInCode)
        .where(
            SignInCode.hash == secret_hash(code.strip()),
            SignInCode.used_at.is_(None),
            SignInCode.expires_at > moment,
        )
        .values(used_at=moment)
        .returning(SignInCode.account_id)
    ).scalar_one_or_none()
    account = None if account_id is None else session.get(Account, account_id)
    return None if account is None or account.disabled else account


def add_token(session: Session, name: str, life_s: int, use: str = "fhir") -> str:
    """Make a bearer token for reading FHIR, or figures ("metrics"); ProblemError when the name is taken."""
    if session.scalar(select(Token).where(Token.name == name)) is not None:
        raise conflict("taken", f"There is a token {name} already.")
    token = secrets.token_urlsafe(32)
    moment = now()
    row = Token(hash=secret_hash(token), name=name, created_at=moment, expires_at=moment + life_s, use=use)
    session.add(row)
    return token


def token_name(session: Session, token: str, use: str = "fhir") -> str | None:
    """Return whose token this is, or None when it is none, of another use, or has run out."""
    row = session.get(Token, secret_hash(token))
    return None if row is None or row.expires_at <= now() or row.use != use else row.name
