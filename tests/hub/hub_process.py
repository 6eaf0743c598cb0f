"""A real hub process on free ports, what an operator does to it, and a person's browser at it."""

import contextlib
import io
import json
import subprocess
import sys
import time
from base64 import b64encode
from collections.abc import Callable, Iterable
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar
from uuid import UUID

import httpx
import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hub_database import prepared
from sqlalchemy import inspect, select
from sqlalchemy.orm import Session
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin

from hub.__main__ import main
from hub.accounts import people
from hub.app import open_database
from hub.config import Config, Media
from hub.fleet import enrol, stations
from hub.fleet.ca import StationCa
from hub.models import Account, Station

ROOT = Path(__file__).resolve().parent.parent.parent
WAIT_S = 20.0  # a deadline for what never comes; nothing here waits that long when all is well
PASSWORD = "correct horse battery"
T = TypeVar("T")

# the command line has no options for limits; a test that needs shorter ones starts the same server so
WITH_LIMITS = """
import json, logging, sys
from pathlib import Path
from hub.config import Config, Limits, Media, Turn
from hub.serve import run
logging.basicConfig(level=logging.INFO)
limits, turn, media = json.loads(sys.argv[2])
limits, turn, media = Limits(**limits), turn and Turn(**turn), media and Media(**media)
run(
    Config(
        data=Path(sys.argv[1]), console_port=0, station_port=0, limits=limits, turn=turn, media=media
    )
)
"""


def eventually(work: Callable[[], T | None], what: str) -> T:
    """Return the first result that is neither None nor False."""
    end = time.monotonic() + WAIT_S
    while time.monotonic() < end:
        found = work()
        if found is not None and found is not False:
            return found
        time.sleep(0.02)
    raise AssertionError(f"{what} has not come")


class HubProcess:
    """`python -m hub serve` on one data folder; may be killed and started again."""

    media: Media | None = None  # of a subclass: a Janus for rooms

    def __init__(self, data: Path, *, turn: Any = None, **limits: float) -> None:
        self.data = prepared(data)
        self._turn = turn
        self._limits = limits
        self.log = data / "hub.log"
        self.outbox = data / "phones.jsonl"  # what was sent to phones
        self.start()
        self.db = open_database(Config(data))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.db.close()
        self.stop()

    def start(self) -> None:
        """Start, and wait for the line that says where it listens."""
        command = [sys.executable, "-m", "hub", "serve", "--data", str(self.data)]
        command += ["--console-port", "0", "--station-port", "0", "--text-gateway", f"outbox:{self.outbox}"]
        if self._limits or self._turn or self.media:
            settings = json.dumps([self._limits, self._turn, msgspec.to_builtins(self.media)])
            command = [sys.executable, "-c", WITH_LIMITS, str(self.data), settings]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=log, text=True)
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        if not line:
            raise AssertionError(f"the hub did not start:\n{self.log.read_text()}")
        urls = json.loads(line)
        self.console, self.stations = urls["console"], urls["stations"]

    def kill(self) -> None:
        """kill -9."""
        self.process.kill()
        self._gone()

    def stop(self) -> None:
        """SIGTERM, and wait."""
        if self.process.poll() is None:
            self.process.terminate()
        self._gone()

    def _gone(self) -> None:
        self.process.wait(WAIT_S)
        assert self.process.stdout is not None
        self.process.stdout.close()

    def command(self, *arguments: str, told: str = "") -> subprocess.CompletedProcess[str]:
        """Run `python -m hub COMMAND --data …` beside the server."""
        command, *rest = arguments
        return subprocess.run(
            [sys.executable, "-m", "hub", *command.split(), "--data", str(self.data), *rest],
            cwd=ROOT,
            input=told,
            capture_output=True,
            text=True,
            timeout=WAIT_S,
        )

    def here(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run a command as `command` does, in this process: the start of a new one takes a second."""
        out, err = io.StringIO(), io.StringIO()
        command, *rest = arguments
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
            code = main([*command.split(), "--data", str(self.data), *rest])
        return subprocess.CompletedProcess(arguments, code, out.getvalue(), err.getvalue())

    # ---- what an operator does, without the start of a process each time --------------------------

    def person(self, name: str, role: str = "provider", password: str = PASSWORD) -> str:
        """Make an account; return its name."""
        hashed = people.hash_password(password)
        self.db.write_now(lambda s: people.add(s, name, f"Dr {name.title()}", role, hashed))
        return name

    def code(self, name: str, life_s: int = 900) -> str:
        """Make a one-time sign-in code."""
        return self.db.write_now(lambda s: people.sign_in_code(s, name, life_s))

    def token(self, name: str, life_s: int = 900) -> str:
        """Make a bearer token."""
        return self.db.write_now(lambda s: people.add_token(s, name, life_s))

    def station_code(
        self, name: str, life_s: int = 900, *, attended: bool = False, serial: str = "", **overrides: Any
    ) -> str:
        """Add a station and make its enrolment code."""
        ca = StationCa(self.data)

        def work(session: Session) -> str:
            row = stations.create(session, name, "1 Elm Street", "555 0100", overrides)
            session.flush()
            return enrol.new_code(session, row.id, ca.der, life_s, attended=attended, serial=serial)

        return self.db.write_now(work)

    def revoke(self, station: UUID) -> None:
        """Refuse a station from now on."""

        def work(session: Session) -> None:
            session.get_one(Station, station).revoked_at = time.time()

        self.db.write_now(work)

    def rows(self, kind: type[T]) -> list[T]:
        """Return a table's rows, in the order they were made where they are numbered."""
        numbered = [column for column in inspect(kind).primary_key if column.type.python_type is int]
        return self.db.read_now(lambda s: list(s.scalars(select(kind).order_by(*numbered))))

    def named(self, name: str) -> Account:
        """Return an account."""
        return next(a for a in self.rows(Account) if a.name == name)

    def station_named(self, name: str) -> Station:
        """Return the row of the one station of that name: a hub is shared by tests of several files."""
        [station] = (s for s in self.rows(Station) if s.name == name)
        return station


def _add(session: Session, name: str, role: str) -> None:
    """Make an account; of one call alone where no other can have the role."""
    display = f"Dr {name.title()}"
    if role in people.ROLES:
        people.add(session, name, display, role, None)
    else:
        people.add_guest(session, display, role).name = name


class Browser:
    """A signed-in person: requests with cookie and CSRF header, and the console's socket."""

    def __init__(self, hub: HubProcess, name: str | None = None, role: str = "provider") -> None:
        self.hub = hub
        self.http = httpx.Client(base_url=hub.console, trust_env=False, timeout=WAIT_S)
        self.csrf = ""
        self.key = Ed25519PrivateKey.generate()
        if name is not None:
            if all(a.name != name for a in hub.rows(Account)):
                hub.db.write_now(lambda s: _add(s, name, role))
            self.me = self.sign_in(code=hub.code(name)).raise_for_status().json()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.http.close()

    def sign_in(self, **told: str) -> httpx.Response:
        """Sign in with this browser's key; keeps the CSRF token when it worked."""
        public = b64encode(self.key.public_key().public_bytes_raw()).decode()
        answer = self.http.post("/api/sign-in", json={"key": public} | told)
        if answer.status_code == 200:
            self.csrf = answer.json()["csrf"]
        return answer

    def join(self, code: str) -> httpx.Response:
        """Open a link into a call; keeps the CSRF token when it worked."""
        public = b64encode(self.key.public_key().public_bytes_raw()).decode()
        answer = self.http.post("/api/join", json={"key": public, "code": code})
        if answer.status_code == 200:
            self.csrf = answer.json()["csrf"]
        return answer

    def get(self, path: str, **query: str) -> httpx.Response:
        """GET."""
        return self.http.get(path, params=query)

    def send(self, path: str, told: object = None, method: str = "POST") -> httpx.Response:
        """POST or PUT as the console's page does."""
        return self.http.request(
            method, path, json={} if told is None else told, headers={"X-Carepost-CSRF": self.csrf}
        )

    def fhir(self, path: str, **query: str) -> Any:
        """Read FHIR; AssertionError when it is refused."""
        answer = self.http.get(f"/fhir/R4/{path}", params=query)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def found(self, kind: str, **query: str) -> list[dict[str, Any]]:
        """Search FHIR and return the resources."""
        return [entry["resource"] for entry in self.fhir(kind, **query)["entry"]]

    def socket(self, path: str = "/api/socket") -> "ConsoleSocket":
        """Open the console's socket, or a guest's."""
        cookie = "; ".join(f"{k}={v}" for k, v in self.http.cookies.items())
        return ConsoleSocket(self.hub.console, cookie, path)


class ConsoleSocket:
    """The console's socket."""

    def __init__(self, console: str, cookie: str, path: str) -> None:
        self._connect = connect(
            console.replace("http", "ws", 1) + path,
            origin=Origin(console),
            additional_headers={"Cookie": cookie},
            proxy=None,
        )

    def __enter__(self) -> Self:
        self.connection: ClientConnection = self._connect.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connect.__exit__(kind, error, trace)

    def send(self, **message: object) -> None:
        """Send a message."""
        self.connection.send(msgspec.json.encode(message).decode())

    def until(self, kind: str, fits: Callable[[dict[str, Any]], bool] = lambda _: True) -> dict[str, Any]:
        """Return the next message of a kind that fits; others are passed over."""
        end = time.monotonic() + WAIT_S
        while True:
            message: dict[str, Any] = json.loads(self.connection.recv(max(0.0, end - time.monotonic())))
            if message["type"] == kind and fits(message):
                return message


def kinds(resources: Iterable[dict[str, Any]]) -> dict[str, int]:
    """Count resources by type."""
    counted: dict[str, int] = {}
    for resource in resources:
        counted[resource["resourceType"]] = counted.get(resource["resourceType"], 0) + 1
    return counted
