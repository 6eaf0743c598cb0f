"""People asked into a call, in the database: by whom, as what, and how far they got.

A provider asks somebody in: a consultant by account, anybody else by a link that works once. They wait in
a room of their own until they ask to join; the patient is asked, on the station's screen, by name and role;
only that yes lets them in. Provider and patient may have anybody leave at any time.

States: invited (the link is not opened yet), waiting, asking, admitted; and the ends: refused, removed,
left, over.
"""

import secrets
from typing import Final
from uuid import UUID, uuid4

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.talk import (
    GUEST_ROLES,
    PICTURE_ROLES,
    JoinAnswered,
    People,
    PicturesAnswered,
    Present,
    SendAway,
)
from hub.accounts import people
from hub.accounts.logins import User
from hub.config import Limits
from hub.errors import FilingError, ProblemError, conflict, invalid, not_found
from hub.models import Account, Call, Guest, Visit
from hub.times import now, rfc3339

ON: Final = ("invited", "waiting", "asking", "admitted")
LONGEST_NAME: Final = 60
MOST: Final = 4  # guests of a call at a time; with patient and provider six


class GuestView(msgspec.Struct):
    """A guest as others see them."""

    id: UUID
    name: str
    role: str
    state: str


def invite(
    session: Session, visit: UUID, user: User, wish: tuple[str, str], limits: Limits
) -> tuple[Guest, str]:
    """Ask somebody into one's own call: (role, name), for a consultant the account's name.

    Returns the row and a link's code (empty for an account). ProblemError 404, 409, 422.
    """
    role, name = wish
    call = own_call(session, visit, user)
    if role not in GUEST_ROLES:
        raise invalid(f"A guest is one of {', '.join(GUEST_ROLES)}.")
    account = people.find(session, name) if role == "consultant" else None
    if role == "consultant" and (account is None or account.role != "consultant"):
        raise not_found("consultant")
    shown = account.display if account is not None else name.strip()
    if not 0 < len(shown) <= LONGEST_NAME:
        raise invalid(f"A guest has a name of up to {LONGEST_NAME} characters.")
    if len(of_call(session, call.id)) >= MOST:
        raise conflict("full", f"A call has at most {MOST} guests at a time.")
    if account is not None and of_account(session, account.id) is not None:
        raise conflict("asked-already", "They are asked into a call already.")
    code = "" if account is not None else secrets.token_urlsafe(24)
    row = Guest(
        id=uuid4(),
        call_id=call.id,
        account_id=None if account is None else account.id,
        role=role,
        name=shown,
        code=people.secret_hash(code) if code else None,
        expires_at=now() + limits.invite_life_s,
        state="waiting" if account is not None else "invited",
        since=now(),
    )
    session.add(row)
    return row, code


def own_call(session: Session, visit: UUID, user: User) -> Call:
    """Return a visit's call, when it is the user's; ProblemError 404, 409."""
    if session.get(Visit, visit) is None:
        raise not_found("visit")
    call = session.scalar(select(Call).where(Call.visit_id == visit, Call.ended_at.is_(None)))
    if call is None or call.account_id != user.id:
        raise conflict("not-your-call", "You are not in a call with this patient.")
    return call


def open_link(session: Session, code: str) -> Account | None:
    """Use a link up: the account of whoever opened it; None when it is not good (any more)."""
    row = session.scalar(select(Guest).where(Guest.code == people.secret_hash(code.strip())))
    if row is None or row.state != "invited" or row.expires_at <= now():
        return None
    account = people.add_guest(session, row.name, row.role)
    session.flush()
    row.account_id, row.code = account.id, None
    _become(row, "waiting")
    return account


def of_account(session: Session, account: UUID) -> Guest | None:
    """Return the newest call somebody is asked into, while that call goes on."""
    query = select(Guest).join(Call, Call.id == Guest.call_id)
    query = query.where(Guest.account_id == account, Call.ended_at.is_(None), Guest.state.in_(ON))
    return session.scalar(query.order_by(Guest.since.desc()))


def newest(session: Session, account: UUID) -> Guest | None:
    """Return what somebody was asked into last, also when that is over."""
    return session.scalar(select(Guest).where(Guest.account_id == account).order_by(Guest.since.desc()))


def inside(session: Session, call: UUID, account: UUID) -> tuple[Guest, Call]:
    """Return somebody's part in a call they are let into; ProblemError 404 for any other call."""
    row = of_account(session, account)
    if row is None or row.call_id != call or row.state != "admitted":
        raise not_found("call")
    return row, session.get_one(Call, call)


def ask(session: Session, account: UUID) -> Guest:
    """They want to come in; ProblemError 409 when nobody asked them, or they are past that."""
    row = of_account(session, account)
    if row is None or row.state not in {"waiting", "asking"}:
        raise conflict("not-invited", "You are not asked into a call now.")
    if row.state == "waiting":
        _become(row, "asking")
    return row


def word(session: Session, message: JoinAnswered | SendAway | PicturesAnswered) -> None:
    """Take the patient's word; FilingError when it is about nobody in this visit's call."""
    row = session.get(Guest, message.person)
    if row is None or session.get_one(Call, row.call_id).visit_id != message.visit:
        raise FilingError("the patient's word about somebody who is not in this call")
    if isinstance(message, SendAway):
        if row.state in ON:
            gone(row, "removed")
    elif isinstance(message, PicturesAnswered):
        if row.role in PICTURE_ROLES and row.state == "admitted":
            row.pictures = message.yes
    elif row.state == "asking":
        if message.yes:
            _become(row, "admitted")
        else:
            gone(row, "refused")


def remove(session: Session, visit: UUID, user: User, person: UUID) -> Guest:
    """The provider has somebody leave, or takes an invitation back. ProblemError 404, 409."""
    call = own_call(session, visit, user)
    row = session.get(Guest, person)
    if row is None or row.call_id != call.id:
        raise not_found("person")
    if row.state in ON:
        gone(row, "removed")
    return row


def leave(session: Session, account: UUID) -> Guest:
    """They go by themselves; ProblemError 409 when they are in no call."""
    row = of_account(session, account)
    if row is None:
        raise ProblemError(409, "no-call", "You are in no call.")
    gone(row, "left")
    return row


def step_back(session: Session, person: UUID) -> None:
    """They could not be let in after all (no media server): they may ask again."""
    row = session.get(Guest, person)
    if row is not None and row.state == "admitted":
        _become(row, "waiting")
        row.pictures = None  # asked anew, as coming in is


def gone(row: Guest, how: str) -> None:
    """They are out, at once; `sign_out` follows when they have been told."""
    _become(row, how)
    row.code = None


def sign_out(session: Session, call: UUID) -> None:
    """Who is out of a call and has no account of their own is signed out for good."""
    query = select(Account).join(Guest, Guest.account_id == Account.id)
    query = query.where(Guest.call_id == call, Guest.state.not_in(ON), Account.role != "consultant")
    for account in session.scalars(query):
        account.disabled = True


def end_all(session: Session, call: UUID) -> None:
    """The call is over, and with it everybody's part in it."""
    for row in of_call(session, call):
        gone(row, "over")


def of_call(session: Session, call: UUID) -> list[Guest]:
    """Return those asked into a call who are not gone, in the order they came."""
    query = select(Guest).where(Guest.call_id == call, Guest.state.in_(ON))
    return list(session.scalars(query.order_by(Guest.since, Guest.id)))


def views(session: Session, call: UUID) -> list[GuestView]:
    """Return them as the provider sees them."""
    return [GuestView(row.id, row.name, row.role, row.state) for row in of_call(session, call)]


def told(session: Session, call: Call) -> People:
    """Return who is in a call and who asks to be, as the station's session is told."""
    provider = session.get_one(Account, call.account_id)
    rows = of_call(session, call.id)
    return People(
        id=uuid4(),
        visit=call.visit_id,
        at=rfc3339(now()),
        present=(
            Present(provider.id, provider.display, provider.role),
            *(Present(r.id, r.name, r.role) for r in rows if r.state == "admitted"),
        ),
        asking=tuple(Present(r.id, r.name, r.role) for r in rows if r.state == "asking"),
    )


def _become(row: Guest, state: str) -> None:
    row.state, row.since = state, now()
