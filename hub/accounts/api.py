"""Signing in and out, and being on call."""

import msgspec
from sqlalchemy.orm import Session
from starlette.requests import Request
from starlette.responses import Response

from hub.accounts import limits as tries
from hub.accounts import logins, people
from hub.accounts.logins import User
from hub.calls.switch import Switch
from hub.config import Config
from hub.errors import ProblemError, invalid
from hub.identity import Identities
from hub.models import Account
from hub.web.caller import Caller
from hub.web.guard import COOKIE, address, json, told

KEY_BYTES = 32
REFUSED = "The name, password or code is not right."


class SignIn(msgspec.Struct, frozen=True):
    """Either a name and a password, or a one-time code.

    `key`: the raw Ed25519 key that the browser made for this session; without one no call can be taken.
    """

    username: str = ""
    password: str = ""
    code: str = ""
    key: bytes = b""


class OnCall(msgspec.Struct, frozen=True):
    """Take calls, or not."""

    on: bool


def user_of(caller: Caller) -> User:
    """Return the signed-in user; the route's rule has checked it."""
    assert isinstance(caller, User)
    return caller


class AccountsApi:
    """The accounts' routes."""

    def __init__(self, config: Config, switch: Switch, identities: Identities) -> None:
        self._config = config
        self._limits = config.limits
        self._db = switch.db
        self._switch = switch
        self._identities = identities

    async def sign_in(self, request: Request, _: Caller) -> Response:
        """Check, count failures, start a session."""
        given = await told(request, SignIn, self._limits.json_body)
        if len(given.key) not in (0, KEY_BYTES):
            raise invalid(f"A key has {KEY_BYTES} bytes.")
        keys = {f"address:{address(request)}": self._limits.failures_per_address}
        if not given.code:
            name = people.canonical(given.username)[: people.LONGEST_NAME]
            keys[f"account:{name}"] = self._limits.failures_per_account
        counted = await self._db.write(lambda s: tries.begin(s, keys, self._limits))
        account = await self._account(given)
        if account is None:
            raise ProblemError(401, "refused", REFUSED)
        cookie, user = await self._db.write(lambda s: self.start(s, account, counted, given.key))
        return self.signed_in(request, cookie, user)

    def signed_in(self, request: Request, cookie: str, user: User) -> Response:
        """Answer somebody who has just signed in."""
        request.scope["carepost_actor"] = f"user:{user.name}"
        response = json(self._me(user))
        response.set_cookie(
            COOKIE,
            cookie,
            max_age=self._limits.session_life_s,
            httponly=True,
            samesite="strict",
            secure=self._config.tls,
            path="/",
        )
        return response

    async def _account(self, given: SignIn) -> Account | None:
        if given.code:
            return await self._db.write(lambda s: people.use_code(s, given.code))
        account = await self._db.read(lambda s: people.find(s, given.username))
        stored = account.password if account is not None and not account.disabled else None
        right = await self._db.aside(lambda: people.check_password(stored, given.password))
        return account if right else None

    def start(self, session: Session, account: Account, counted: list[int], key: bytes) -> tuple[str, User]:
        """Start a session for an account that was found, with the key the browser made for it."""
        tries.take_back(session, counted)
        tries.forget(session, f"account:{account.name}")
        row = session.get_one(Account, account.id)
        return logins.start(session, row, self._limits, self._vouched(row, key))

    def _vouched(self, account: Account, key: bytes) -> bytes | None:
        """Vouch for the key made at this sign-in: the only moment in which the hub does."""
        if not key:
            return None
        life_s = self._limits.session_life_s
        return self._identities.told(
            self._identities.vouch(account.id, account.role, account.display, key, life_s)
        )

    async def me(self, _: Request, caller: Caller) -> Response:
        """Say who is signed in."""
        return json(self._me(user_of(caller)))

    async def sign_out(self, _: Request, caller: Caller) -> Response:
        """End the session."""
        user = user_of(caller)
        await self._db.write(lambda s: logins.end(s, user))
        self._switch.pusher.changed()
        response = json({})
        response.delete_cookie(COOKIE, path="/")
        return response

    async def on_call(self, request: Request, caller: Caller) -> Response:
        """Take calls, or not; everybody who waits learns it."""
        user, wanted = user_of(caller), await told(request, OnCall, self._limits.json_body)

        def work(session: Session) -> None:
            session.get_one(Account, user.id).on_call = wanted.on

        await self._db.write(work)
        self._switch.pusher.changed()
        return json({"on": wanted.on})

    def _me(self, user: User) -> dict[str, object]:
        """`root`: the hub's root key, pinned by the browser; `voucher`: JSON text, null without a key."""
        return {
            "user": {"id": user.id, "name": user.display, "role": user.role},
            "csrf": user.csrf,
            "on_call": user.on_call,
            "root": self._identities.root,
            "voucher": None if user.voucher is None else user.voucher.decode(),
        }
