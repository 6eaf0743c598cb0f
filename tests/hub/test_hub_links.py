"""SMART Health Links at the hub: what is kept, who may open one, tries that run out, shutting, ending."""

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import httpx
import msgspec
import pytest
from hub_process import Browser, HubProcess, eventually
from hub_station import StationClient, VisitAtStation
from joserfc import jwe
from joserfc.jwk import OctKey
from sqlalchemy.orm import Session

from contract import health_link, wire
from contract.documents import Cleaned, Identified, Person, TakeAway, VisitClosed
from contract.talk import LinkReady
from hub.app import Hub
from hub.config import Config, Limits
from hub.intake import quarantine
from hub.models import Audit, HealthLink
from hub.takeaway import links

NAME = "Wilhelmina Oxenstierna"


@dataclass
class Taken:
    """A link that a patient took home."""

    hub: HubProcess
    visit: VisitAtStation
    secret: bytes
    key: bytes = b"\x2a" * 32
    passcode: str = "407192"

    @property
    def path(self) -> str:
        return health_link.PATH + health_link.text(self.secret)

    def document(self, days: float = 90) -> TakeAway:
        until = (datetime.now(UTC) + timedelta(days=days)).isoformat()
        return TakeAway(
            visit=self.visit.id,
            at=self.visit.at,
            link=self.secret,
            key=self.key,
            passcode=self.passcode,
            expires_at=until,
        )

    def row(self) -> HealthLink:
        [found] = [row for row in self.hub.rows(HealthLink) if row.visit_id == self.visit.id]
        return found

    def published(self) -> HealthLink:
        return eventually(lambda: self.row() if self.row().jwe else None, "the link")

    def ask(self, passcode: str | None = None, **more: Any) -> httpx.Response:
        """Ask as a reader on another page does: no cookie, another origin."""
        wish = {"recipient": "A reader", "passcode": self.passcode if passcode is None else passcode} | more
        headers = {"Origin": "https://reader.example"}
        return httpx.post(self.hub.console + self.path, json=wish, headers=headers, trust_env=False)

    def opened(self, jwe_text: str) -> dict[str, Any]:
        plain = jwe.decrypt_compact(jwe_text, OctKey.import_key(self.key)).plaintext
        assert plain is not None
        found: dict[str, Any] = json.loads(plain)
        return found


@pytest.fixture(scope="module")
def station(hub: HubProcess) -> Iterator[StationClient]:
    with StationClient.enrolled(hub, "Link Street", take_away={"link_url": hub.console}) as client:
        yield client


@pytest.fixture
def taken(hub: HubProcess, station: StationClient) -> Taken:
    visit = VisitAtStation(station)
    made = Taken(hub, visit, visit.id.bytes * 2)
    given, family = NAME.split()
    named = Identified(visit=visit.id, at=visit.at, person=Person(given, family, "1931-02-03"))
    station.deliver(visit.opened(), named, made.document())
    station.settled()
    made.published()
    return made


def test_what_is_published_needs_the_key_that_no_table_holds(taken: Taken) -> None:
    row = taken.row()
    assert NAME.split()[1] in json.dumps(taken.opened(row.jwe))
    for secret in (taken.key, taken.secret, taken.passcode.encode(), NAME.split()[1].encode()):
        stored = [value for value in vars(row).values() if isinstance(value, str | bytes)]
        assert all(secret not in (v.encode() if isinstance(v, str) else v) for v in stored)
        assert health_link.text(secret) not in row.jwe


def test_a_reader_on_any_page_opens_it_with_the_passcode(taken: Taken) -> None:
    answer = taken.ask()
    assert answer.status_code == 200, answer.text
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    [file] = answer.json()["files"]
    assert answer.json()["status"] == "can-change"
    bundle = taken.opened(file["embedded"])
    assert bundle["entry"][0]["resource"]["status"] == "preliminary"
    head = file["embedded"].partition(".")[0]
    assert json.loads(health_link.secret(head)) == {
        "alg": "dir",
        "enc": "A256GCM",
        "cty": "application/fhir+json",
    }
    asked = httpx.options(taken.hub.console + taken.path, trust_env=False)
    assert asked.status_code == 204 and "POST" in asked.headers["access-control-allow-methods"]


def test_a_file_of_its_own_is_given_once(taken: Taken) -> None:
    [file] = taken.ask(embeddedLengthMax=10).json()["files"]
    first, second = (httpx.get(file["location"], trust_env=False) for _ in range(2))
    assert (first.status_code, second.status_code) == (200, 404)
    assert first.headers["content-type"].startswith("application/jose")
    assert taken.opened(first.text)["type"] == "document"
    other = file["location"].replace(health_link.text(taken.secret), health_link.text(b"\x01" * 32))
    assert httpx.get(other, trust_env=False).status_code == 404


def test_the_station_hears_that_it_opens(hub: HubProcess, station: StationClient) -> None:
    visit = VisitAtStation(station)
    made = Taken(hub, visit, visit.id.bytes * 2)
    with station.socket() as socket:
        socket.send(visit.session_key())
        station.deliver(visit.opened(), made.document())
        told = socket.until(wire.LiveIn, lambda m: m.visit == visit.id)
        assert isinstance(visit.open(told), LinkReady)


def test_what_comes_later_is_behind_the_same_link(taken: Taken, hub: HubProcess) -> None:
    before = taken.row().jwe
    with Browser(hub, "ada") as provider:
        plan = {"text": "Rest.", "disposition": "self-care"}
        provider.send(f"/api/visits/{taken.visit.id}/plan", plan, "PUT").raise_for_status()
        provider.send(f"/api/visits/{taken.visit.id}/sign").raise_for_status()
    eventually(lambda: taken.row().jwe != before, "the plan behind the link")
    assert "Rest." in json.dumps(taken.opened(taken.row().jwe))
    assert taken.row().opened == 0  # by the provider it was not opened


def test_wrong_passcodes_run_out_for_good(taken: Taken) -> None:
    asked = taken.ask("")  # asking what is needed is no try
    assert (asked.status_code, asked.json()) == (401, {"remainingAttempts": links.TRIES})
    assert taken.ask().status_code == 200
    left = [taken.ask("000000").json()["remainingAttempts"] for _ in range(links.TRIES)]
    assert left == list(range(links.TRIES - 1, -1, -1))
    assert taken.ask().status_code == 404  # the right one as well
    row = taken.row()
    assert (row.shut, row.jwe, row.opened) == ("tries", "", 1)


def test_a_provider_shuts_it_when_the_patient_asks(taken: Taken, hub: HubProcess) -> None:
    with Browser(hub, "ada") as provider:
        path = f"/api/visits/{taken.visit.id}"
        assert provider.get(path).json()["link"]["state"] == "open"
        assert provider.send(f"{path}/shut-link").status_code == 200
        assert provider.get(path).json()["link"] | {"expires_at": ""} == {
            "state": "shut",
            "why": "provider",
            "expires_at": "",
            "opened": 0,
            "opened_at": None,
        }
    assert taken.ask().status_code == 404
    assert taken.row().jwe == ""


def test_a_link_that_has_ended_opens_nothing(hub: HubProcess, station: StationClient) -> None:
    visit = VisitAtStation(station)
    made = Taken(hub, visit, visit.id.bytes * 2)
    station.deliver(visit.opened(), made.document(days=-1))
    station.settled()
    assert made.ask().status_code == 404
    assert made.row().jwe == ""


def test_who_opened_it_is_in_the_audit_without_its_address(taken: Taken, hub: HubProcess) -> None:
    taken.ask()
    taken.ask("111111")
    rows = [row for row in hub.rows(Audit) if row.target == str(taken.visit.id) and row.action == "link-open"]
    assert [row.outcome for row in rows] == ["200", "401"]
    secret = health_link.text(taken.secret)
    assert all(secret not in f"{row.target}{row.route}" for row in hub.rows(Audit))
    assert secret not in hub.log.read_text()


@pytest.mark.parametrize("broken", ["link", "key", "passcode", "expires_at"])
def test_a_link_that_is_none_is_set_aside(hub: HubProcess, station: StationClient, broken: str) -> None:
    visit = VisitAtStation(station)
    told = Taken(hub, visit, visit.id.bytes * 2).document()
    wrong: dict[str, Any] = {"link": b"x", "key": b"x", "passcode": "12a456", "expires_at": "tomorrow"}
    station.deliver(visit.opened(), _with(told, broken, wrong[broken]))
    station.settled()
    reasons = [str(row["reason"]) for row in hub.db.read_now(quarantine.listed)]
    assert any("link" in reason for reason in reasons)
    assert all(row.visit_id != visit.id for row in hub.rows(HealthLink))


def _with(told: TakeAway, name: str, value: object) -> TakeAway:
    changed: TakeAway = msgspec.structs.replace(told, **{name: value})
    return changed


def test_the_cleaning_step_is_in_the_record(taken: Taken, hub: HubProcess, station: StationClient) -> None:
    visit = taken.visit
    station.deliver(
        VisitClosed(visit=visit.id, at=visit.at, how="finished"),
        Cleaned(visit=visit.id, at=visit.at, how="no-wipes"),
    )
    station.settled()
    with Browser(hub, "ada") as provider:
        assert provider.get(f"/api/visits/{visit.id}").json()["cleaned"]["how"] == "no-wipes"
    told = hub.here("cleaning")
    assert str(visit.id) in told.stdout and "no-wipes" in told.stdout and "Link Street" in told.stdout


async def test_guessing_addresses_is_slowed_down(tmp_path: Path) -> None:
    """By the asker's address, whatever is guessed; another address is not held up."""
    hub = Hub.build(Config(data=tmp_path, limits=Limits(failures_per_address=3)))
    app = hub.console_app()
    wish = {"recipient": "guesser", "passcode": "123456"}

    async def ask(address: str, n: int) -> httpx.Response:
        transport = httpx.ASGITransport(app=app, client=(address, 1))
        async with httpx.AsyncClient(transport=transport, base_url="http://hub.example") as client:
            path = health_link.PATH + health_link.text(n.to_bytes(32, "big"))
            return await client.post(path, json=wish)

    try:
        assert [(await ask("192.0.2.1", n)).status_code for n in range(4)] == [404, 404, 404, 429]
        assert (await ask("192.0.2.2", 1)).status_code == 404
        refused = await ask("192.0.2.1", 1)
        assert int(refused.headers["retry-after"]) > 0
        assert refused.headers["access-control-allow-origin"] == "*"
    finally:
        hub.db.close()


def test_a_try_counts_before_it_is_looked_at(taken: Taken, hub: HubProcess) -> None:
    """Many at once get no more tries than one after the other."""

    def spend(session: Session) -> list[UUID | None]:
        found = [links.begin(session, taken.secret) for _ in range(links.TRIES + 2)]
        return [one.visit if one else None for one in found]

    begun = hub.db.write_now(spend)
    assert begun == [taken.visit.id] * links.TRIES + [None, None]
    assert taken.ask().status_code == 404
    assert time.time() < taken.row().expires_at
