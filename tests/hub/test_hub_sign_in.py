"""Signing in, what guards it, and what is noted of it; limits of what may be sent."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from pathlib import Path
from typing import Any

import pytest
from hub_process import PASSWORD, Browser, HubProcess, eventually
from hub_station import StationClient, VisitAtStation, answers
from sqlalchemy import select
from sqlalchemy.orm import Session

from contract.documents import Answers, Identified, Person
from hub import audit
from hub.accounts import people
from hub.config import Limits
from hub.errors import ProblemError
from hub.models import Account, Audit, Base, Failure, Login, SignInCode, StoredEnvelope


@pytest.fixture(autouse=True)
def no_failures(hub: HubProcess) -> Iterator[None]:
    """Each test begins with a clean count."""
    yield

    def work(session: Session) -> None:
        session.query(Failure).delete()

    hub.db.write_now(work)


@pytest.fixture
def guest(hub: HubProcess) -> Iterator[Browser]:
    with Browser(hub) as browser:
        yield browser


def test_name_and_password_sign_in(hub: HubProcess, guest: Browser) -> None:
    hub.person("grace")
    assert guest.get("/api/me").status_code == 401
    answer = guest.sign_in(username=" Grace ", password=PASSWORD)

    assert answer.json()["user"]["name"] == "Dr Grace"
    cookie = SimpleCookie(answer.headers["set-cookie"])["carepost_session"]
    assert cookie["httponly"] and cookie["samesite"] == "strict" and cookie["path"] == "/"
    assert not cookie["secure"]  # plain http on this machine only; with TLS it is
    assert guest.get("/api/me").json()["on_call"] is False
    # only hashes are stored
    assert all(cookie.value.encode() not in login.hash for login in hub.rows(Login))
    assert PASSWORD not in str(hub.named("grace").password)


def test_wrong_passwords_are_slowed_down_per_account(hub: HubProcess, guest: Browser) -> None:
    hub.person("linus")
    limit = Limits().failures_per_account
    spellings = ("linus", "LINUS", " linus", "Linus ")
    for number in range(limit):
        answer = guest.sign_in(username=spellings[number % 4], password="not the password")
        assert answer.status_code == 401

    for password in ("not the password", PASSWORD):  # the right one does not help now
        refused = guest.sign_in(username="linus", password=password)
        assert refused.status_code == 429
        assert 0 < int(refused.headers["retry-after"]) <= Limits().failures_window_s + 1
        assert "Try again in" in refused.json()["error"]["message"]
    assert guest.sign_in(code=hub.code("linus")).status_code == 200


def test_many_tries_at_once_get_no_more_than_one_after_the_other(hub: HubProcess) -> None:
    hub.person("ken")

    def one(_: int) -> int:
        with Browser(hub) as browser:
            return browser.sign_in(username="ken", password="not the password").status_code

    with ThreadPoolExecutor(12) as pool:
        found = list(pool.map(one, range(12)))
    assert found.count(401) == Limits().failures_per_account
    assert found.count(429) == 12 - Limits().failures_per_account


def test_an_address_that_guesses_codes_has_to_wait(hub: HubProcess, guest: Browser) -> None:
    for _ in range(Limits().failures_per_address):
        assert guest.sign_in(code="guessed").status_code == 401
    assert guest.sign_in(code="guessed").status_code == 429


def test_nobody_can_tell_which_names_there_are(hub: HubProcess, guest: Browser) -> None:
    hub.person("real")
    one = guest.sign_in(username="real", password="not the password")
    other = guest.sign_in(username="unreal", password="not the password")
    assert (one.status_code, one.json()) == (other.status_code, other.json())


def test_a_one_time_code_works_once_and_for_its_time(hub: HubProcess, guest: Browser) -> None:
    hub.person("barbara")
    code, late = hub.code("barbara"), hub.code("barbara", life_s=-1)
    assert guest.sign_in(code=late).status_code == 401
    assert guest.sign_in(code=code).status_code == 200
    assert guest.sign_in(code=code).status_code == 401
    assert all(code.encode() != row.hash for row in hub.rows(SignInCode))


def test_signing_out_ends_the_session_and_its_socket(hub: HubProcess) -> None:
    with Browser(hub, "tony") as browser, browser.socket() as socket:
        assert browser.send("/api/on-call", {"on": True}).json() == {"on": True}
        assert browser.send("/api/sign-out").status_code == 200
        assert "carepost_session" not in browser.http.cookies
        with pytest.raises(Exception, match="4003"):
            while True:
                socket.until("nothing")
        assert hub.named("tony").on_call is False


def test_a_stolen_cookie_is_worth_nothing_after_signing_out(hub: HubProcess) -> None:
    with Browser(hub, "edsger") as browser:
        cookie = browser.http.cookies["carepost_session"]
        browser.send("/api/sign-out")
        browser.http.cookies.set("carepost_session", cookie)
        assert browser.get("/api/me").status_code == 401


@pytest.mark.parametrize(
    ("field", "limit"), [("seen_at", "session_idle_s"), ("created_at", "session_life_s")]
)
def test_a_session_runs_out(hub: HubProcess, field: str, limit: str) -> None:
    with Browser(hub, "margaret") as browser:
        assert browser.get("/api/me").status_code == 200
        account = hub.named("margaret").id

        def age(session: Session) -> None:
            for row in session.query(Login).filter(Login.account_id == account):
                setattr(row, field, time.time() - getattr(Limits(), limit) - 1)

        hub.db.write_now(age)
        assert browser.get("/api/me").status_code == 401


def test_a_disabled_account_is_out_at_once(hub: HubProcess) -> None:
    with Browser(hub, "dennis") as browser:
        account = hub.named("dennis").id

        def disable(session: Session) -> None:
            session.get_one(Account, account).disabled = True

        hub.db.write_now(disable)
        assert browser.get("/api/worklist").status_code == 401


def test_a_token_that_has_run_out_reads_nothing(hub: HubProcess, guest: Browser) -> None:
    for token, status in ((hub.token("good"), 200), (hub.token("late", life_s=-1), 401), ("made up", 401)):
        guest.http.headers["Authorization"] = f"Bearer {token}"
        assert guest.get("/fhir/R4/Patient").status_code == status


def test_passwords_have_a_length_and_accounts_one_of_the_roles(hub: HubProcess) -> None:
    with pytest.raises(ProblemError, match="12 to 256"):
        people.hash_password("short")
    with pytest.raises(ProblemError, match="role"):
        hub.person("somebody", role="root")
    with pytest.raises(ProblemError, match="already"):
        hub.person("twice") and hub.person("TWICE")


# ---- what may be sent, and what comes with each answer --------------------------------------------


@pytest.mark.parametrize("path", ["/api/me", "/", "/fhir/R4/metadata", "/nothing/here", "/fhir/R4/Patient"])
def test_every_answer_carries_the_headers(guest: Browser, path: str) -> None:
    headers = guest.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cache-control"] == "no-store"
    assert "server" not in headers


JSON = {"content-type": "application/json"}


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"{", JSON, 400),
        (b"\xff\xfe", JSON, 400),
        (b"[]", JSON, 422),
        (b'{"code": 1}', JSON, 422),
        (b"[" * 20_000, JSON, 422),
        (b'{"x":' * 10_000, JSON, 400),
        (b"{}", {"content-type": "text/plain"}, 415),
        (b'{"username": "' + b"a" * 70_000 + b'"}', JSON, 413),
    ],
)
def test_what_cannot_be_read_is_refused_in_plain_words(
    guest: Browser, content: bytes, headers: dict[str, str], status: int
) -> None:
    answer = guest.http.post("/api/sign-in", content=content, headers=headers)
    assert answer.status_code == status
    assert answer.json()["error"]["message"].endswith(".")


@pytest.mark.parametrize("content", [b"", b"\xc1", b"\x81", b"\x91" * 20_000, b"\x93\x01\x02\x03"])
def test_an_enrolment_that_cannot_be_read_is_refused(guest: Browser, content: bytes) -> None:
    answer = guest.http.post("/.well-known/est/simpleenroll", content=content)
    assert answer.status_code == 400
    assert answer.json()["error"]["message"]


def test_chat_plan_and_measurement_have_their_limits(hub: HubProcess, station: StationClient) -> None:
    visit = VisitAtStation(station)
    station.deliver(visit.opened())
    with Browser(hub, "ada") as browser:
        path = f"/api/visits/{visit.id}"
        eventually(lambda: browser.get(path).status_code == 200, "the visit")
        plan: dict[str, Any] = {"text": "x", "disposition": "self-care", "warning_signs": []}
        for part, told, method in (
            ("chat", {"text": "x" * (Limits().chat_chars + 1)}, "POST"),
            ("chat", {"text": "  "}, "POST"),
            ("ask-measure", {"act": "tarot"}, "POST"),
            ("plan", plan | {"text": "x" * (Limits().plan_chars + 1)}, "PUT"),
            ("plan", plan | {"disposition": "magic"}, "PUT"),
            ("plan", plan | {"signed_at": 1}, "PUT"),
        ):
            answer = browser.send(f"{path}/{part}", told, method)
            assert answer.status_code == 422, part
        assert browser.send(f"{path}/sign").status_code == 409  # nothing was written
        assert browser.send(f"{path}/accept").status_code == 409  # nobody waits
        assert browser.send(f"{path}/callback-done").status_code == 409  # the patient is there


# ---- the audit ------------------------------------------------------------------------------------


def test_every_access_is_noted_and_no_patients_name(hub: HubProcess, station: StationClient) -> None:
    visit = VisitAtStation(station)
    name = "Zebulonia"
    person = Identified(visit=visit.id, at=visit.at, person=Person(name, "Quartermain", "1950-01-02"))
    bad = Answers(
        visit=visit.id,
        at=visit.at,
        response=answers("x", name) | {"extra": name.encode()},
        symptoms=(),
        present=(),
        reason=name,
    )
    station.deliver(visit.opened(), person, bad)
    eventually(lambda: all(e.state != "stored" for e in hub.rows(StoredEnvelope)), "filing")
    with Browser(hub, "auditor-to-be") as browser, Browser(hub) as nobody:
        assert browser.get(f"/api/visits/{visit.id}").json()["patient"]["display"] == f"{name} Quartermain"
        assert len(browser.found("Patient", name=name)) == 1
        browser.fhir(f"Encounter/{visit.id}")
        nobody.get(f"/fhir/R4/Patient/{name}")
        nobody.get(f"/fhir/R4/{name}/{name}")
        browser.get(f"/fhir/R4/Patient/{name}")
        browser.get(f"/api/visits/{name}")
        browser.send(f"/api/alarms/{name}/acknowledge")
        browser.send(f"/api/visits/{visit.id}/chat", {"text": name})
    rows = hub.rows(Audit)
    noted = {(r.actor, r.route, r.target, r.outcome) for r in rows}
    assert ("user:auditor-to-be", "GET /api/visits/{id}", str(visit.id), "200") in noted
    assert ("user:auditor-to-be", "GET /fhir/R4/{type}/{id}", f"Encounter,{visit.id}", "200") in noted
    assert ("nobody", "GET /fhir/R4/{type}/{id}", "", "401") in noted
    for text in (hub.log.read_text(), *(str(vars(r)) for r in rows)):
        assert name.lower() not in text.lower() and "quartermain" not in text.lower()


def test_the_audits_chain_holds_and_shows_what_was_changed(hub: HubProcess, tmp_path: Path) -> None:
    assert hub.db.read_now(audit.verify) is None
    assert len(hub.rows(Audit)) > 5

    def change(session: Session) -> int | None:
        row = session.get_one(Audit, 3)
        row.actor = "user:somebody-else"
        session.flush()
        return audit.verify(session)

    def drop(session: Session) -> int | None:
        session.delete(session.get_one(Audit, 4))
        session.flush()
        return audit.verify(session)

    # on snapshots that are not kept
    assert hub.db.read_now(change) == 3
    assert hub.db.read_now(drop) == 4
    assert hub.db.read_now(audit.verify) is None


def test_secrets_are_in_no_file_of_the_hub(hub: HubProcess) -> None:
    code, token = hub.code(hub.person("secretive")), hub.token("secretive")
    with Browser(hub) as browser:
        browser.sign_in(code=code)
        cookie = browser.http.cookies["carepost_session"]
    tables = Base.metadata.tables.values()
    dump = "\n".join(hub.db.read_now(lambda s: [repr(row) for t in tables for row in s.execute(select(t))]))
    assert "secretive" in dump
    for secret in (code, token, cookie, PASSWORD):
        assert secret not in dump
        assert secret not in hub.log.read_text()
