"""Between the table of routes and their handlers: who asks, may they, what is noted, errors in words."""

import hmac
import logging
import traceback
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit
from uuid import UUID

import msgspec
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.websockets import WebSocket

from hub import audit
from hub.accounts import logins, people, reach
from hub.accounts.logins import User
from hub.config import Limits
from hub.db import Database
from hub.errors import ProblemError
from hub.fleet import stations
from hub.fleet.peer import PeerSource
from hub.times import now
from hub.web.caller import Caller, Rule, TokenHolder, actor, may

log = logging.getLogger("carepost.hub")
COOKIE: Final = "carepost_session"
CSRF_HEADER: Final = "x-carepost-csrf"
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
OF_ANY_PAGE: Final = frozenset({Rule.STATION, Rule.LINK})  # no cookie counts there: nothing to be forged
TOKENS: Final = {Rule.FHIR: "fhir", Rule.METRICS: "metrics"}  # of which use a bearer token must be
ISSUES: Final = {401: "login", 403: "forbidden", 404: "not-found", 503: "transient"}  # FHIR's issue-type
S = TypeVar("S")
_NOTE: Final = "carepost_note"  # of a request's scope: what notes it, see `note_with`
_TARGET: Final = "carepost_target"  # of a request's scope: what it was about, see `name_target`

Handler = Callable[[Request, Caller], Awaitable[Response]]
SocketHandler = Callable[[WebSocket, Caller], Awaitable[None]]


@dataclass(frozen=True)
class Endpoint:
    """A row of the table of routes. `action` names it in the audit; empty: not noted (no data behind it)."""

    method: str  # or "WS"
    path: str
    rule: Rule
    action: str
    handler: Handler | SocketHandler
    of: str = ""  # what its `{id}` is (hub.accounts.reach): a provider may be bound to places

    def refusal(self, error: ProblemError) -> Response:
        """Answer with an error in the words of those who ask here."""
        return outcome(error) if self.path.startswith("/fhir/") else problem(error)


def json(content: object, status: int = 200, headers: dict[str, str] | None = None) -> Response:
    """Answer with JSON."""
    return Response(msgspec.json.encode(content), status, headers, "application/json")


def problem(error: ProblemError) -> Response:
    """Answer with an error in plain words."""
    headers = {} if error.retry_after is None else {"retry-after": str(error.retry_after)}
    return json({"error": {"code": error.code, "message": error.message}}, error.status, headers)


def outcome(error: ProblemError) -> Response:
    """Answer with an error as FHIR clients expect it: an OperationOutcome."""
    issue = {
        "severity": "error",
        "code": ISSUES.get(error.status, "invalid" if error.status < 500 else "exception"),
        "details": {"text": error.message},
    }
    answer = {"resourceType": "OperationOutcome", "issue": [issue]}
    headers = {} if error.retry_after is None else {"retry-after": str(error.retry_after)}
    return Response(msgspec.json.encode(answer), error.status, headers, "application/fhir+json")


async def body(request: Request, limit: int) -> bytes:
    """Read a request's body; ProblemError 413 when it is longer than `limit` bytes."""
    parts, size = [], 0
    async for part in request.stream():
        size += len(part)
        if size > limit:
            raise ProblemError(413, "too-large", f"A request here has at most {limit} bytes.")
        parts.append(part)
    return b"".join(parts)


async def told(request: Request, kind: type[S], limit: int) -> S:
    """Read a JSON body of a known shape; ProblemError when it is another."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != "application/json":
        raise ProblemError(415, "not-json", "This needs a JSON body.")
    try:
        return msgspec.json.decode(await body(request, limit), type=kind)
    except msgspec.ValidationError as error:
        raise ProblemError(422, "invalid", f"The request does not fit: {error}.") from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ProblemError(400, "not-json", "The request is not JSON.") from error


def where(error: BaseException) -> str:
    """Name an unexpected error by type and place; its text might hold a patient's data."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].filename.rsplit('/', 1)[-1]}:{frames[-1].lineno}" if frames else "?"
    return f"{type(error).__name__} at {place}"


def note_with(request: Request, session: Session, status: int = 200) -> None:
    """Note this access in the handler's own transaction, when it answers so: one commit for both.

    What is answered otherwise after all is noted as ever.
    """
    request.scope[_NOTE](session, status)


def name_target(request: Request, visit: UUID) -> None:
    """Name in the audit what was asked for, where the address holds a secret in its place."""
    request.scope[_TARGET] = str(visit)


class Guard:
    """Builds Starlette routes out of endpoints."""

    def __init__(self, db: Database, limits: Limits, peers: PeerSource) -> None:
        self._db = db
        self._limits = limits
        self._peers = peers

    def route(self, endpoint: Endpoint) -> BaseRoute:
        """Return the endpoint behind its rule."""
        if endpoint.method == "WS":

            async def socket(websocket: WebSocket) -> None:
                await self._socket(endpoint, websocket)

            return WebSocketRoute(endpoint.path, socket)

        async def request(request: Request) -> Response:
            return await self._request(endpoint, request)

        return Route(endpoint.path, request, methods=[endpoint.method])

    async def identify(self, connection: HTTPConnection, rule: Rule) -> Caller:
        """Say who asks, by certificate, cookie or bearer token, whichever the rule can use."""
        if rule in {Rule.PUBLIC, Rule.LINK}:
            return None
        if rule is Rule.STATION:
            der = self._peers.certificate(connection)
            return None if der is None else await self._db.read(lambda s: stations.by_certificate(s, der))
        kind, _, token = connection.headers.get("authorization", "").partition(" ")
        if rule in TOKENS and kind.lower() == "bearer":
            name = await self._db.read(lambda s: people.token_name(s, token.strip(), TOKENS[rule]))
            return None if name is None else TokenHolder(name)
        cookie = connection.cookies.get(COOKIE)
        return None if not cookie else await self._db.read(lambda s: logins.find(s, cookie, self._limits))

    async def _request(self, endpoint: Endpoint, request: Request) -> Response:
        caller: Caller = None
        noted: list[int] = []

        def note(session: Session, status: int) -> None:
            audit.note(session, _entry(endpoint, request, caller, status))
            noted[:] = [status]

        request.scope[_NOTE] = note
        try:
            caller = await self.identify(request, endpoint.rule)
            self._admit(endpoint, request, caller)
            await self._within(endpoint, request, caller)
            assert not isinstance(request, WebSocket)
            response = await endpoint.handler(request, caller)  # type: ignore[arg-type]
            assert isinstance(response, Response)
        except ProblemError as error:
            response = endpoint.refusal(error)
        except SQLAlchemyError as error:
            log.error("%s %s: database: %s", endpoint.method, endpoint.path, where(error.__cause__ or error))
            response = endpoint.refusal(
                ProblemError(503, "busy", "The hub cannot store this now. Try again soon.", 5)
            )
        except Exception as error:
            log.error("%s %s: %s", endpoint.method, endpoint.path, where(error))
            response = endpoint.refusal(ProblemError(500, "internal", "Something went wrong in the hub."))
        return (
            response
            if noted == [response.status_code]
            else await self._noted(endpoint, request, caller, response)
        )

    async def _noted(
        self, endpoint: Endpoint, request: Request, caller: Caller, response: Response
    ) -> Response:
        if not endpoint.action and response.status_code < 400:
            return response
        status = response.status_code
        entry = _entry(endpoint, request, caller, status)
        try:
            await self._db.write(lambda s: self._note(s, caller, entry))
        except SQLAlchemyError as error:
            log.error("audit: %s", where(error.__cause__ or error))
            return endpoint.refusal(
                ProblemError(503, "busy", "The hub cannot note this access now. Try again.", 5)
            )
        return response

    def _note(self, session: Any, caller: Caller, entry: audit.Entry) -> None:
        audit.note(session, entry)
        if isinstance(caller, User) and now() - caller.seen_at > logins.TOUCH_S:
            logins.touch(session, caller)

    async def _within(self, endpoint: Endpoint, request: Request, caller: Caller) -> None:
        """Raise when what is asked for is of a place where this provider does not work."""
        if endpoint.of and isinstance(caller, User):
            named = str(request.path_params.get("id", ""))
            await self._db.read(lambda s: reach.admit(s, caller.id, endpoint.of, named))

    def _admit(self, endpoint: Endpoint, connection: HTTPConnection, caller: Caller) -> None:
        """Raise unless the rule lets the caller in and the request was made by our own page."""
        changes = endpoint.method not in SAFE
        if changes and endpoint.rule not in OF_ANY_PAGE:
            origin = connection.headers.get("origin")
            if (origin is None and endpoint.method == "WS") or (
                origin is not None and _place(origin) != connection.headers.get("host")
            ):
                raise ProblemError(403, "other-origin", "This was asked from another site.")
        if not may(endpoint.rule, caller):
            if caller is None:
                raise ProblemError(401, "not-signed-in", "Sign in first.")
            raise ProblemError(403, "not-allowed", "Your role does not allow this.")
        if changes and endpoint.method != "WS" and isinstance(caller, User):
            given = connection.headers.get(CSRF_HEADER, "")
            if not hmac.compare_digest(given.encode(), caller.csrf.encode()):
                raise ProblemError(403, "csrf", "This request did not come from your signed-in page.")

    async def _socket(self, endpoint: Endpoint, websocket: WebSocket) -> None:
        caller: Caller = None
        outcome = "ok"
        try:
            caller = await self.identify(websocket, endpoint.rule)
            self._admit(endpoint, websocket, caller)
        except ProblemError as error:
            outcome = str(error.status)
            await websocket.send_denial_response(problem(error))
        entry = audit.Entry(
            actor(caller), endpoint.action, f"WS {endpoint.path}", "", outcome, address(websocket)
        )
        await self._db.write(lambda s: audit.note(s, entry))
        if outcome != "ok":
            return
        try:
            await endpoint.handler(websocket, caller)  # type: ignore[arg-type]
        except Exception as error:  # a traceback in the log might hold a patient's data
            log.error("WS %s: %s", endpoint.path, where(error))


def _place(origin: str) -> str | None:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return None


def _entry(endpoint: Endpoint, request: Request, caller: Caller, status: int) -> audit.Entry:
    return audit.Entry(
        actor(caller) if caller is not None else request.scope.get("carepost_actor", "nobody"),
        endpoint.action or "refused",
        f"{endpoint.method} {endpoint.path}",
        _target(request, status, endpoint.rule),
        str(status),
        address(request),
    )


def _target(request: Request, status: int, rule: Rule) -> str:
    """Name what was asked for: ids; other words only when the answer shows that they name a thing here."""
    if rule is Rule.LINK:  # its address is a secret
        return str(request.scope.get(_TARGET, ""))
    words = [str(value) for value in request.path_params.values()]
    return ",".join(word for word in words if status < 400 or _is_id(word))


def _is_id(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False


def address(connection: HTTPConnection) -> str:
    """Return the peer's network address."""
    return connection.client.host if connection.client else ""
