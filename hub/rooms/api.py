"""The routes of calls of three and more: asking somebody in, coming in, having somebody leave."""

from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from hub.accounts import limits as tries
from hub.accounts.api import KEY_BYTES, REFUSED, AccountsApi, user_of
from hub.accounts.logins import User
from hub.calls.switch import Switch
from hub.config import Limits
from hub.errors import ProblemError, conflict, invalid, not_found
from hub.models import Account, Call, Guest
from hub.rooms import guests
from hub.rooms.rooms import Rooms
from hub.web.caller import Caller
from hub.web.guard import address, json, told


class Invite(msgspec.Struct, frozen=True):
    """Whom to ask in: a name and a role; for a consultant the account's name."""

    role: str
    name: str


class Whom(msgspec.Struct, frozen=True):
    """Somebody in a call."""

    person: UUID


class Join(msgspec.Struct, frozen=True):
    """A link's one-time code, and the raw Ed25519 key of the browser that opened it."""

    code: str
    key: bytes


class RoomsApi:
    """The routes of rooms."""

    def __init__(self, rooms: Rooms, switch: Switch, accounts: AccountsApi, limits: Limits) -> None:
        self._rooms = rooms
        self._switch = switch
        self._db = switch.db
        self._accounts = accounts
        self._limits = limits

    # ---- the provider

    async def consultants(self, _: Request, __: Caller) -> Response:
        """List who can be asked in by account."""
        here = {link.user.id for link in self._switch.links.guests}

        def work(session: Session) -> list[dict[str, object]]:
            query = select(Account).where(Account.role == "consultant", ~Account.disabled)
            rows = session.scalars(query.order_by(Account.display))
            return [{"name": a.name, "display": a.display, "here": a.id in here} for a in rows]

        return json({"rooms": self._rooms.available, "consultants": await self._db.read(work)})

    async def invite(self, request: Request, caller: Caller) -> Response:
        """Ask somebody into one's call; the answer has a link's code, for a guest without an account."""
        visit, user = _id(request), user_of(caller)
        wish = await told(request, Invite, self._limits.json_body)
        if not self._rooms.available:
            raise conflict("no-rooms", "This hub has no media server: only you and the patient can talk.")
        row, code = await self._db.write(
            lambda s: guests.invite(s, visit, user, (wish.role, wish.name), self._limits)
        )
        await self._rooms.people_changed(visit)
        return json({"person": row.id, "code": code, "expires_s": self._limits.invite_life_s})

    async def remove(self, request: Request, caller: Caller) -> Response:
        """Have somebody leave one's call, or take an invitation back."""
        visit, user = _id(request), user_of(caller)
        whom = await told(request, Whom, self._limits.json_body)
        await self._db.write(lambda s: guests.remove(s, visit, user, whom.person))
        await self._rooms.people_changed(visit)
        return json({})

    # ---- the guest

    async def join(self, request: Request, _: Caller) -> Response:
        """Open a link: signed in for this one call, and in its waiting room."""
        given = await told(request, Join, self._limits.json_body)
        if len(given.key) != KEY_BYTES:
            raise invalid(f"A key has {KEY_BYTES} bytes.")
        keys = {f"address:{address(request)}": self._limits.failures_per_address}
        counted = await self._db.write(lambda s: tries.begin(s, keys, self._limits))

        def work(session: Session) -> tuple[str, User] | None:
            account = guests.open_link(session, given.code)
            return None if account is None else self._accounts.start(session, account, counted, given.key)

        started = await self._db.write(work)
        if started is None:
            raise ProblemError(401, "refused", REFUSED)
        cookie, user = started
        await self._rooms.people_changed(await self._visit(user.id))
        return self._accounts.signed_in(request, cookie, user)

    async def invitation(self, _: Request, caller: Caller) -> Response:
        """Say how it stands for whoever asks."""
        user = user_of(caller)
        return json(await self._db.read(lambda s: self._rooms.view(s, user.id)))

    async def ask(self, _: Request, caller: Caller) -> Response:
        """Ask to come in; the patient is asked."""
        user = user_of(caller)
        await self._db.write(lambda s: guests.ask(s, user.id))
        await self._rooms.people_changed(await self._visit(user.id))
        return json({})

    async def leave(self, _: Request, caller: Caller) -> Response:
        """Go."""
        user = user_of(caller)
        visit = await self._visit(user.id)
        await self._db.write(lambda s: guests.leave(s, user.id))
        await self._rooms.people_changed(visit)
        return json({})

    async def _visit(self, account: UUID) -> UUID:
        def work(session: Session) -> UUID | None:
            row: Guest | None = guests.newest(session, account)
            return None if row is None else session.get_one(Call, row.call_id).visit_id

        visit = await self._db.read(work)
        if visit is None:
            raise conflict("no-call", "You are in no call.")
        return visit


def _id(request: Request) -> UUID:
    try:
        return UUID(request.path_params["id"])
    except ValueError as error:
        raise not_found("visit") from error
