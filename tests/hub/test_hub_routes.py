"""Every route of both listeners against its rule, asked by everybody, over real sockets."""

import asyncio
import re
import ssl
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import httpx
import pytest
from hub_process import ROOT, Browser, HubProcess
from hub_station import StationClient
from starlette.routing import Mount, Route, WebSocketRoute
from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus
from websockets.typing import Origin

from hub.app import Hub
from hub.config import Config
from hub.routes import console_endpoints, station_endpoints
from hub.web.caller import Rule
from hub.web.guard import Endpoint


def _tables() -> tuple[list[Endpoint], list[Endpoint], list[str]]:
    """Return both tables, and the paths the applications answer to."""

    async def build(folder: Path) -> tuple[list[Endpoint], list[Endpoint], list[str]]:
        hub = Hub.build(Config(data=folder))
        paths = []
        for app in (hub.console_app(), hub.station_app()):
            for route in app._app.routes:  # type: ignore[attr-defined]
                assert isinstance(route, Route | WebSocketRoute | Mount)
                paths.append(route.path)
        hub.db.close()
        return console_endpoints(hub), station_endpoints(hub), paths

    with tempfile.TemporaryDirectory() as folder:
        return asyncio.run(build(Path(folder)))


CONSOLE, STATIONS, PATHS = _tables()
ROLES: Final = ("nobody", "provider", "operator", "consultant", "manager", "token")
MAY: Final = {
    Rule.PUBLIC: set(ROLES),
    Rule.SIGNED_IN: {"provider", "operator", "consultant", "manager"},
    Rule.GUEST: {"consultant"},
    Rule.CONSULTANT: {"consultant"},
    Rule.CAPTIONER: set(),  # of one call: tests/hub/test_hub_guests.py
    Rule.PROVIDER: {"provider"},
    Rule.OPERATOR: {"operator"},
    Rule.MANAGER: {"manager"},  # of one facility: tests/hub/test_hub_facility.py
    Rule.FHIR: {"provider", "token"},
    Rule.METRICS: {"operator"},  # and a token of that use alone: tests/hub/test_hub_fleet.py
    Rule.LINK: set(ROLES),  # the secret in the address counts, not who asks
}


def _name(endpoint: Endpoint) -> str:
    return f"{endpoint.method} {endpoint.path}"


def _path(endpoint: Endpoint) -> str:
    """Fill the path in with what is not there: only the rule is asked for."""
    return re.sub(r"\{\w+\}", lambda m: "Patient" if m[0] == "{type}" else str(uuid4()), endpoint.path)


@pytest.fixture(scope="module")
def token(hub: HubProcess) -> str:
    return hub.token("reader")


@pytest.fixture
def who(hub: HubProcess, token: str) -> Iterator["Askers"]:
    with ExitStack() as stack:
        yield Askers(hub, token, stack)


class Askers:
    """Everybody who may ask at the console's listener."""

    def __init__(self, hub: HubProcess, token: str, stack: ExitStack) -> None:
        self.hub, self._token, self._stack = hub, token, stack

    def browser(self, role: str) -> Browser:
        """Return a new session of a role."""
        known = role in {"provider", "operator", "consultant", "captioner", "manager"}
        browser = Browser(self.hub, f"some-{role}" if known else None, role)
        if role == "token":
            browser.http.headers["Authorization"] = f"Bearer {self._token}"
        return self._stack.enter_context(browser)

    def ask(
        self, role: str, endpoint: Endpoint, *, csrf: str | None = None, origin: str | None = None
    ) -> int:
        """Ask; return the status. The body is no JSON, so that nothing is done."""
        browser = self.browser(role)
        headers = {"content-type": "application/json"}
        given = browser.csrf if csrf is None else csrf
        if given:
            headers["X-Carepost-CSRF"] = given
        if endpoint.method == "WS":
            return self._socket(browser, endpoint, self.hub.console if origin is None else origin)
        if origin is not None:
            headers["Origin"] = origin
        content = b"" if endpoint.method == "GET" else b"not json"
        return browser.http.request(
            endpoint.method, _path(endpoint), content=content, headers=headers
        ).status_code

    def _socket(self, browser: Browser, endpoint: Endpoint, origin: str) -> int:
        headers = {k: v for k, v in browser.http.headers.items() if k == "authorization"}
        headers["Cookie"] = "; ".join(f"{k}={v}" for k, v in browser.http.cookies.items())
        return socket_status(
            self.hub.console.replace("http", "ws", 1) + endpoint.path,
            origin=Origin(origin) if origin else None,
            additional_headers=headers,
        )


def socket_status(url: str, **options: Any) -> int:
    """Open a socket; return the status of the answer. On a loop: see `tls_socket`."""

    async def status() -> int:
        try:
            async with connect(url, proxy=None, **options):
                return 101
        except InvalidStatus as refusal:
            return refusal.response.status_code

    return asyncio.run(status())


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("endpoint", CONSOLE, ids=_name)
def test_each_console_route_lets_in_whom_its_rule_names(who: Askers, endpoint: Endpoint, role: str) -> None:
    status = who.ask(role, endpoint)

    if role in MAY[endpoint.rule]:
        assert status not in {401, 403, 405, 500}
    elif role == "nobody" or role == "token":
        assert status == 401
    else:
        assert status == 403


@pytest.mark.parametrize("endpoint", STATIONS, ids=_name)
def test_each_station_route_wants_an_enrolled_stations_certificate(
    hub: HubProcess, station: StationClient, endpoint: Endpoint, token: str
) -> None:
    assert endpoint.rule is Rule.STATION
    with StationClient.enrolled(hub, "Left Street") as left:
        hub.revoke(left.id)
        there = {101, 200, 400, 422, 404 if "updates" in endpoint.path else 200}  # no updates are here
        assert _as_station(hub, endpoint, station.tls(), "") in there
        assert _as_station(hub, endpoint, left.tls(), "") == 401
        # other people's keys open nothing here
        assert _as_station(hub, endpoint, left.tls(), token) == 401


def _as_station(hub: HubProcess, endpoint: Endpoint, tls: ssl.SSLContext, token: str) -> int:
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    if endpoint.method == "WS":
        url = hub.stations.replace("https", "wss", 1) + endpoint.path
        return socket_status(url, ssl=tls, additional_headers=headers)
    with httpx.Client(base_url=hub.stations, verify=tls, trust_env=False) as client:
        return client.request(endpoint.method, endpoint.path, headers=headers).status_code


def _role(endpoint: Endpoint) -> str:
    """Return a role that the endpoint lets in."""
    others = {
        Rule.OPERATOR: "operator",
        Rule.MANAGER: "manager",
        Rule.GUEST: "consultant",
        Rule.CONSULTANT: "consultant",
        Rule.CAPTIONER: "captioner",
    }
    return others.get(endpoint.rule, "provider")


CHANGING = [e for e in CONSOLE if e.method not in {"GET", "OPTIONS", "WS"}]


@pytest.mark.parametrize(
    "endpoint", [e for e in CHANGING if e.rule not in {Rule.PUBLIC, Rule.LINK}], ids=_name
)
def test_what_changes_something_needs_the_pages_own_token(who: Askers, endpoint: Endpoint) -> None:
    role = _role(endpoint)
    browser = who.browser(role)
    for headers in ({}, {"X-Carepost-CSRF": "wrong"}, {"X-Carepost-CSRF": who.browser(role).csrf}):
        answer = browser.http.request(endpoint.method, _path(endpoint), json={}, headers=headers)
        assert (answer.status_code, answer.json()["error"]["code"]) == (403, "csrf")


OF_OUR_PAGES = [*CHANGING, *(e for e in CONSOLE if e.method == "WS")]


@pytest.mark.parametrize("endpoint", [e for e in OF_OUR_PAGES if e.rule is not Rule.LINK], ids=_name)
def test_another_sites_page_changes_nothing(who: Askers, endpoint: Endpoint) -> None:
    role = _role(endpoint)
    for origin in ("https://evil.example", "null", who.hub.console + ".evil.example", "http://[::1"):
        assert who.ask(role, endpoint, origin=origin) == 403, origin
    assert who.ask(role, endpoint, origin=who.hub.console) != 403


def test_a_browsers_socket_without_origin_is_refused(who: Askers) -> None:
    for socket in [e for e in CONSOLE if e.method == "WS"]:
        assert who.ask(_role(socket), socket, origin="") == 403
        assert who.ask(_role(socket), socket) == 101


def test_no_route_is_without_a_rule() -> None:
    tabled = [e.path for e in (*CONSOLE, *STATIONS)]
    assert sorted(path for path in PATHS if path) == sorted(tabled)  # "" is the console's files
    assert all(isinstance(e.rule, Rule) for e in (*CONSOLE, *STATIONS))
    silent = {e.path for e in (*CONSOLE, *STATIONS) if not e.action and e.method != "OPTIONS"}
    assert silent == {
        *("/api/me", "/fhir/R4/metadata", "/.well-known/est/cacerts"),
        "/station/v1/updates/{path:path}",  # each hour of each station; nothing of anybody
        *("/metrics", "/health"),  # asked by machines every few seconds; nothing of anybody
    }


def test_the_readme_lists_the_routes_as_they_are() -> None:
    text = (ROOT / "hub" / "README.md").read_text()
    rows = re.findall(r"^\| ([A-Z]+) \| `(\S+)` \| ([\w-]+) \| ([\w-]*) *\|$", text, re.MULTILINE)
    assert rows == [(e.method, e.path, e.rule.value, e.action) for e in (*CONSOLE, *STATIONS)]


def test_a_route_with_another_method_or_path_is_nothing(hub: HubProcess) -> None:
    with Browser(hub, "some-provider") as browser:
        assert browser.send("/api/worklist", method="DELETE").status_code == 405
        assert browser.get("/api/nothing").status_code == 404
        assert browser.get("/fhir/R4/Account").status_code == 404
        assert browser.get("/api/visits/not-an-id").status_code == 404
        for path in ("/%2e%2e/%2e%2e/hub/keys.py", "/assets/..%2f..%2f..%2fapp.py", "/%00", "/" + "a" * 5000):
            assert browser.http.get(path).status_code in {400, 404}, path
