"""The hub's end of the console's protocol, with a worklist that tests arrange as they like.

It serves the built console under the real hub's security headers. Only for tests: nothing is kept.
"""

import asyncio
import contextlib
import itertools
import secrets
import socket
from base64 import b64encode
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import uvicorn
from call_keys import CallKeys
from console_visits import Json, ago
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket, WebSocketDisconnect

from hub.web.headers import SecurityHeaders

ACCOUNT = UUID("0b0e9a3e-5a42-4d8c-9c59-0d5a6f6f0001")
USER = {"id": str(ACCOUNT), "name": "Dr. Amara Osei", "role": "provider"}
WAYS: Json = {"ice_servers": [], "relay_only": False}
PASSWORD = "correct horse"
CODE = "CODE-1234"
SUMMARY_LEAVES_OUT = {
    "answers", "about", "consent", "measurements", "skipped", "chat", "asks", "attachments", "text_kept",
    "call", "plan", "earlier", "closed", "care",
}  # fmt: skip


def problem(status: int, code: str, message: str) -> JSONResponse:
    """Return an error as the hub words it."""
    return JSONResponse({"error": {"code": code, "message": message}}, status)


class ConsoleHub:
    """One signed-in provider, some visits, and everything the console asked for."""

    def __init__(self, dist: Path) -> None:
        self.visits: dict[str, Json] = {}
        self.on_call = False
        self.pages: list[Json] = []  # people asked for at stations
        self.user = USER
        self.usage: Json = {}
        self.facility: dict[str, Json] = {}  # what a manager's routes answer, by what follows "facility/"
        self.stations: list[Json] = []
        self.machines: list[Json] = []
        self.asked: list[tuple[str, str, Any]] = []  # method, path, body of every change
        self.told: list[Json] = []  # what came over the socket
        self.refuse_sockets = False
        self.plan_problem: JSONResponse | None = None
        self.files: dict[str, tuple[str, bytes]] = {}  # Binaries: type and bytes
        self.accepted: Callable[[str], Awaitable[None]] | None = None  # a station that answers calls
        self.address = ""
        self.keys = CallKeys()
        self._voucher: str | None = None  # for the key of the browser that signed in last
        self._sessions: dict[str, str] = {}
        self._sockets: dict[WebSocket, str | None] = {}
        self._news = asyncio.Condition()
        self._dist = dist

    # What tests do to it.

    async def arrange(self, visits: list[Json]) -> None:
        """Replace the worklist, in this order, and tell every console."""
        self.visits = {visit["id"]: visit for visit in visits}
        await self.tell_worklist()

    async def change(self, visit: str, **what: Any) -> None:
        """Change a visit and tell who should know."""
        self.visits[visit] |= what
        await self.tell_worklist()
        for console, watched in list(self._sockets.items()):
            if watched == visit:
                await console.send_json({"type": "visit", "visit": self.visits[visit]})

    async def tell(self, message: Json) -> None:
        """Say something to every console."""
        for console in list(self._sockets):
            await console.send_json(message)

    async def tell_worklist(self) -> None:
        """Tell every console the worklist."""
        await self.tell({"type": "worklist"} | self._worklist())

    async def drop_sockets(self) -> None:
        """Cut every console off; whether they may come back is `refuse_sockets`."""
        for console in list(self._sockets):
            await console.close(1012)

    def forget_sessions(self) -> None:
        """Sign everybody out."""
        self._sessions.clear()

    async def until(self, true: Callable[[], bool], seconds: float = 10) -> None:
        """Wait until something is so; TimeoutError when it does not become so."""
        async with asyncio.timeout(seconds), self._news:
            await self._news.wait_for(true)

    async def _noted(self) -> None:
        async with self._news:
            self._news.notify_all()

    # What consoles ask of it.

    def _worklist(self) -> Json:
        summaries = [
            {key: value for key, value in visit.items() if key not in SUMMARY_LEAVES_OUT}
            for visit in self.visits.values()
        ]
        return {"items": summaries, "on_call": int(self.on_call) + 1, "pages": self.pages}

    def _allowed(self, request: Request) -> JSONResponse | None:
        csrf = self._sessions.get(request.cookies.get("carepost_session", ""))
        if csrf is None:
            return problem(401, "signed-out", "Please sign in.")
        if request.method != "GET" and request.headers.get("X-Carepost-CSRF") != csrf:
            return problem(403, "csrf", "This request did not come from the console.")
        return None

    async def sign_in(self, request: Request) -> Response:
        """POST /api/sign-in."""
        said = await request.json()
        key = said.pop("key", "")
        known = said in ({"username": "amara", "password": PASSWORD}, {"code": CODE})
        if not known:
            return problem(401, "refused", "The name or the password is not right.")
        session, csrf = secrets.token_hex(), secrets.token_hex()
        self._sessions[session] = csrf
        self._voucher = self.keys.vouch_base64(ACCOUNT, "provider", USER["name"], key) if key else None
        answer = JSONResponse(self._me(csrf))
        answer.set_cookie("carepost_session", session, httponly=True, samesite="strict")
        return answer

    async def read(self, request: Request) -> Response:
        """GET /api/me, /api/worklist, /api/visits/{id}."""
        if refused := self._allowed(request):
            return refused
        match request.path_params:
            case {"visit": str(visit)}:
                return JSONResponse(self.visits[visit]) if visit in self.visits else problem(404, "visit", "")
            case _ if request.url.path == "/api/worklist":
                return JSONResponse(self._worklist())
            case _ if request.url.path == "/api/usage":
                return JSONResponse(self.usage)
            case _ if request.url.path.startswith("/api/facility/"):
                return JSONResponse(self.facility[request.url.path.removeprefix("/api/facility/")])
            case _ if request.url.path == "/api/stations":
                return JSONResponse({"items": self.stations})
            case _ if request.url.path == "/api/quarantine":
                return JSONResponse({"items": []})
            case _ if request.url.path == "/api/enrolments":
                return JSONResponse({"items": self.machines})
        csrf = self._sessions[request.cookies["carepost_session"]]
        return JSONResponse(self._me(csrf))

    def _me(self, csrf: str) -> Json:
        return {
            "user": self.user,
            "csrf": csrf,
            "on_call": self.on_call,
            "root": b64encode(self.keys.root).decode(),
            "voucher": self._voucher,
        }

    async def binary(self, request: Request) -> Response:
        """GET /fhir/R4/Binary/{id}."""
        if refused := self._allowed(request):
            return refused
        media_type, content = self.files[request.path_params["id"]]
        return Response(content, media_type=media_type)

    async def deed(self, request: Request) -> Response:
        """Every POST and PUT of somebody signed in."""
        if refused := self._allowed(request):
            return refused
        body = await request.json() if await request.body() else None
        self.asked.append((request.method, request.url.path, body))
        answer = await self._do(request.url.path.removeprefix("/api/").split("/"), body)
        await self._noted()
        return answer

    async def _do(self, path: list[str], body: Any) -> Response:
        match path:
            case ["sign-out"]:
                self.forget_sessions()
            case ["on-call"]:
                self.on_call = body["on"]
                await self.tell_worklist()
                return JSONResponse({"on": self.on_call})
            case ["alarms", alarm, "acknowledge"]:
                await self._acknowledge(alarm)
            case ["facility", *rest] if "/".join(rest) in self.facility:
                return JSONResponse(self.facility["/".join(rest)])
            case ["pages", page, deed]:
                await self._to_page(page, deed)
            case ["visits", visit, deed]:
                return await self._to_visit(visit, deed, body)
        return Response(status_code=204)

    async def _acknowledge(self, alarm: str) -> None:
        for visit in list(self.visits.values()):
            for known in visit["alarms"]:
                if known["id"] == alarm:
                    known |= {"acknowledged_by": USER["name"], "acknowledged_at": ago(0)}
        await self.tell_worklist()

    async def _to_page(self, page: str, deed: str) -> None:
        answered = {"answered_by": USER["name"], "answered_at": ago(0)}
        if deed == "answer":
            self.pages = [each | answered if each["id"] == page else each for each in self.pages]
        else:
            self.pages = [each for each in self.pages if each["id"] != page]
        await self.tell_worklist()

    async def _to_visit(self, visit: str, deed: str, body: Any) -> Response:
        known = self.visits[visit]
        match deed:
            case "accept":
                return await self._accept(visit)
            case "end-call":
                await self.change(visit, state="in-progress", call=None, provider=None)
            case "ask-capture":
                await self.change(visit, asks=[*known["asks"], self._wish(body)])
            case "revoke-cards":
                await self.change(visit, cards=0)
            case "chat":
                await self.change(visit, chat=_written(known["chat"], body))
            case "callback-done":
                await self.change(visit, state="done", callback=None, duty=None)
            case "take" | "give-back":
                owner = {"id": USER["id"], "name": USER["name"]} if deed == "take" else None
                await self.change(visit, duty=known["duty"] | {"owner": owner})
            case "tried":
                line = {"at": ago(0), "by": USER["name"], "what": body["what"], "note": body["note"]}
                await self.change(visit, duty=known["duty"] | {"tries": [*known["duty"]["tries"], line]})
            case "plan":
                if self.plan_problem is not None:
                    return self.plan_problem
                await self.change(visit, plan=body | self._author(None))
            case "sign":
                await self.change(visit, plan=known["plan"] | self._author(ago(0)))
                return JSONResponse(self.visits[visit]["plan"])
        return Response(status_code=204)

    def _wish(self, body: Json) -> Json:
        return {
            "id": str(uuid4()),
            "by": USER["name"],
            "mine": True,
            "asked_at": ago(0),
            "state": "asked",
            "why": "",
            "answered_at": None,
        } | body

    def _author(self, signed_at: str | None) -> Json:
        return {"provider": USER["name"], "updated_at": ago(0), "signed_at": signed_at}

    async def _accept(self, visit: str) -> Response:
        known = self.visits[visit]
        if known["provider"] not in (None, USER["name"]):
            return problem(409, "taken", "Somebody else has taken this call.")
        call = known["call"] or {"id": str(uuid4()), "state": "connecting"}
        await self.change(visit, state="in-call", call=call, provider=USER["name"], waiting_since=None)
        if self.accepted:
            await self.accepted(call["id"])
        return JSONResponse({"call": call["id"], **WAYS, "station": self.keys.of_station()})

    async def serve_socket(self, console: WebSocket) -> None:
        """WS /api/socket."""
        if self.refuse_sockets or console.cookies.get("carepost_session") not in self._sessions:
            await console.close()
            return
        await console.accept()
        self._sockets[console] = None
        await console.send_json({"type": "worklist"} | self._worklist())
        await self._noted()
        with contextlib.suppress(WebSocketDisconnect, KeyError):
            while True:
                message = await console.receive_json()
                self.told.append(message)
                if message["type"] == "watch" and message["visit"] in self.visits:
                    self._sockets[console] = message["visit"]
                    await console.send_json({"type": "visit", "visit": self.visits[message["visit"]]})
                await self._noted()
        self._sockets.pop(console, None)

    def app(self) -> Starlette:
        """Return the ASGI application."""
        paths = (
            "sign-out",
            "on-call",
            "alarms/{alarm}/acknowledge",
            "asks/{ask}/withdraw",
            "pages/{page}/{deed}",
            "visits/{visit}/{deed}",
            "facility/{rest:path}",
        )
        reads = (
            *("me", "worklist", "usage", "stations", "enrolments", "quarantine"),
            *("visits/{visit}", "facility/{rest:path}"),
        )
        return Starlette(
            routes=[
                Route("/api/sign-in", self.sign_in, methods=["POST"]),
                *(Route(f"/api/{path}", self.deed, methods=["POST", "PUT"]) for path in paths),
                *(Route(f"/api/{path}", self.read) for path in reads),
                Route("/fhir/R4/Binary/{id}", self.binary),
                WebSocketRoute("/api/socket", self.serve_socket),
                Mount("/", StaticFiles(directory=self._dist, html=True)),
            ],
            middleware=[Middleware(SecurityHeaders, tls=False)],
        )


def _written(chat: list[Json], body: Json) -> list[Json]:
    """Return the chat with a new line, or with an earlier one put right."""
    if (corrects := body.get("corrects")) is not None:
        right = {"text": body["text"], "corrected": True}
        return [line | (right if line["id"] == corrects else {}) for line in chat]
    line = {"id": str(uuid4()), "at": ago(0), "sender": USER["name"], "mine": True, "corrected": False}
    return [*chat, line | {"line": None} | body]


@contextlib.asynccontextmanager
async def running(dist: Path) -> AsyncIterator[ConsoleHub]:
    """Serve on a free port of this machine."""
    hub = ConsoleHub(dist)
    listener = socket.create_server(("127.0.0.1", 0))
    hub.address = f"http://localhost:{listener.getsockname()[1]}"
    config = uvicorn.Config(hub.app(), log_level="error", ws="websockets-sansio", lifespan="off")
    server = uvicorn.Server(config)
    serving = asyncio.create_task(server._serve([listener]))
    for _ in itertools.takewhile(lambda _: not server.started, itertools.count()):
        await asyncio.sleep(0.01)
    try:
        yield hub
    finally:
        server.force_exit = server.should_exit = True
        await serving
        listener.close()
