"""The forwarding's line, visit after visit, to a record that answers as a test says; no processes."""

import asyncio
import contextlib
import json
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy.orm import Session

from contract.documents import Person
from hub.app import open_database
from hub.config import Config, Limits
from hub.db import Database
from hub.fhir import attachments, build, store
from hub.fhir.observations import not_made
from hub.fhir.terms import Json, patient_id, reference
from hub.forward import client, outbox, sender, targets
from hub.forward.forwarder import Forwarder
from hub.forward.trouble import TroubleError
from hub.models import Blob, ForwardVisit, Station
from hub.times import now
from hub.visits import record

TOLD = record.Telling("2026-11-24T09:00:00+00:00", 1, uuid4())
AT = "2026-11-24T09:00:00+00:00"
LIMITS = Limits(forward_poll_s=0.01, forward_first_s=0.02, forward_most_s=0.02, forward_timeout_s=5.0)
Answer = tuple[int, bytes]


class Record:
    """What stands at the other end: it keeps what it was asked, and answers by `answer(path, body)`."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, Json]] = []
        self.answer: Callable[[str, Json], Answer] = lambda _, body: done(body)
        own = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                content = self.rfile.read(int(self.headers["Content-Length"]))
                body = json.loads(content) if "json" in self.headers["Content-Type"] else {}
                own.asked.append((self.path, body))
                status, said = own.answer(self.path, body)
                self.send_response(status)
                self.send_header("Content-Length", str(len(said)))
                if self.path.endswith("/Binary"):
                    self.send_header("Location", f"Binary/b{len(own.asked)}")
                self.end_headers()
                self.wfile.write(said)

            def log_message(self, *_: object) -> None:
                """No log."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_port}/fhir"
        self.thread = threading.Thread(target=self.server.serve_forever, args=(0.01,))
        self.thread.start()

    def close(self) -> None:
        self.server.shutdown()
        self.thread.join()
        self.server.server_close()

    def took(self) -> list[str]:
        """Return our identifiers of what came in transactions, in order."""
        found = []
        for _, body in self.asked:
            for entry in body.get("entry", []):
                given = entry["resource"].get("identifier", [{}])
                listed = given if isinstance(given, list) else [given]
                found.append(listed[0].get("value", "").removeprefix("urn:uuid:"))
        return found


def done(body: Json, status: str = "201 Created") -> Answer:
    """Return what a record answers that has made all of it."""
    made = []
    for entry in body.get("entry", []):
        kind = entry["resource"]["resourceType"]
        place = f"{kind}/{entry['fullUrl'].removeprefix('urn:uuid:')}"
        made.append({"response": {"status": status, "location": place}})
    return 200, json.dumps({"resourceType": "Bundle", "type": "transaction-response", "entry": made}).encode()


def refused(words: str, status: int = 422) -> Answer:
    """Return a record's no, in words."""
    issue = [{"severity": "error", "code": "invalid", "diagnostics": words}]
    return status, json.dumps({"resourceType": "OperationOutcome", "issue": issue}).encode()


class Clinic:
    """A hub's database with a station, a target, and visits in it; forwarding when a test says so."""

    def __init__(self, data: Path, db: Database, there: Record) -> None:
        self.data, self.db, self.there = data, db, there
        self.station = uuid4()
        row = Station(id=self.station, name="S", address="A", phone="P", overrides={}, created_at=now())
        db.write_now(lambda s: s.add(row))

    def target(self, auth: Json | None = None, entries: int = 8) -> None:
        """Begin to forward."""
        auth = auth or {"kind": "none"}
        self.db.write_now(
            lambda s: targets.add(s, "there", self.there.url, auth=auth, consents=["1"], entries=entries)
        )

    def visit(self, *more: Callable[[UUID], Json]) -> UUID:
        """Have a visit, with these resources in it."""
        visit = uuid4()

        def work(session: Session) -> None:
            row = record.visit_of(session, visit, self.station, None)
            record.identify(session, row, Person("Ada", "Osei", "1950-01-01"), TOLD)
            store.put(session, build.consent(uuid4(), visit, AT, "1", "en", given=True))
            for make in more:
                store.put(session, make(visit))
            record.close(session, row, "finished", AT)
            record.refresh(session, row)

        self.db.write_now(work)
        return visit

    def line(self, visit: UUID) -> ForwardVisit:
        """Return how a visit stands."""
        return self.db.read_now(lambda s: s.get_one(ForwardVisit, ("there", visit)))

    def status(self) -> Json:
        """Return how forwarding stands."""
        [status] = self.db.read_now(outbox.status)
        return status

    def failing(self) -> dict[str, int]:
        """Return how often each visit that fails has failed."""
        return {one["visit"]: one["failures"] for one in self.status()["failing"]}

    @asynccontextmanager
    async def forwarding(self, poll_s: float = 0.01) -> AsyncIterator[None]:
        """Forward while inside."""
        task = asyncio.create_task(
            Forwarder(self.db, self.data, replace(LIMITS, forward_poll_s=poll_s)).run()
        )
        try:
            yield
            assert not task.done()
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    async def until(self, look: Callable[[], object], what: str) -> None:
        """Wait until something holds."""
        try:
            async with asyncio.timeout(10):
                while not look():  # noqa: ASYNC110 - what threads write down
                    await asyncio.sleep(0.01)
        except TimeoutError as error:
            raise AssertionError(f"{what} has not come: {self.status()}") from error

    async def stands(self, visit: UUID, state: str) -> None:
        """Wait until a visit stands so."""

        def look() -> bool:
            row = self.db.read_now(lambda s: s.get(ForwardVisit, ("there", visit)))
            return row is not None and row.state == state

        await self.until(look, state)


@pytest.fixture
def clinic(tmp_path: Path) -> Iterator[Clinic]:
    there = Record()
    with closing(open_database(Config(tmp_path))) as db:
        yield Clinic(tmp_path, db, there)
    there.close()


def answers(text: str = "yes", **more: Any) -> Callable[[UUID], Json]:
    """Return what makes a visit's answers, as a station may send them."""
    item = [{"linkId": "1", "answer": [{"valueString": text}]}]
    said: Json = {"resourceType": "QuestionnaireResponse", "item": item} | more
    identity = uuid4()
    return lambda visit: build.questionnaire_response(identity, visit, AT, said)


def said_no(clinic: Clinic, visit: UUID) -> None:
    """The patient takes the yes back."""
    later = "2026-11-24T10:00:00+00:00"
    no = build.consent(uuid4(), visit, later, "1", "en", given=False)
    clinic.db.write_now(lambda s: store.put(s, no))


def kinds(body: Json) -> set[str]:
    return {entry["resource"]["resourceType"] for entry in body["entry"]}


# ---- one visit's trouble is no other's -----------------------------------------------------------


async def test_a_visit_that_breaks_the_hub_holds_no_other_up_and_is_seen(clinic: Clinic) -> None:
    clinic.target()
    broken = clinic.visit(lambda visit: build.consent(uuid4(), visit, "2026-11", "1", "en", given=True))
    good = clinic.visit()
    async with clinic.forwarding():
        await clinic.stands(good, "sent")
    assert clinic.line(broken).state == "waiting"
    [failing] = clinic.status()["failing"]
    assert failing["visit"] == str(broken)
    assert "mistake of this hub's (ValueError at " in failing["words"]


@pytest.mark.parametrize(
    "odd",
    [
        {"extension": [{"valueString": "no url"}]},
        {"extension": "none"},
        {"context": "here"},
        {"provision": []},
        {"patient": "no reference"},
    ],
)
async def test_odd_answers_of_a_station_go_as_they_came(clinic: Clinic, odd: Json) -> None:
    clinic.target()
    visit = clinic.visit(answers("odd", **odd))
    async with clinic.forwarding():
        await clinic.stands(visit, "sent")
    [sent] = [
        entry["resource"]
        for _, body in clinic.there.asked
        for entry in body["entry"]
        if entry["resource"]["resourceType"] == "QuestionnaireResponse"
    ]
    assert odd.items() <= sent.items()


async def test_readings_that_say_they_are_made_of_each_other_go(clinic: Clinic) -> None:
    clinic.target(entries=1)
    one, other = uuid4(), uuid4()

    def made(identity: UUID, of: UUID) -> Callable[[UUID], Json]:
        return lambda visit: build_observation(identity, visit, of)

    visit = clinic.visit(made(one, other), made(other, one))
    async with clinic.forwarding():
        await clinic.stands(visit, "sent")
    assert {str(one), str(other)} <= set(clinic.there.took())


def build_observation(identity: UUID, visit: UUID, of: UUID) -> Json:
    return not_made(identity, "oximetry", "x", visit, AT) | {"derivedFrom": [reference("Observation", of)]}


async def test_an_answer_in_another_encoding_is_trouble_and_passes(clinic: Clinic) -> None:
    clinic.target()
    clinic.there.answer = lambda *_: (200, '{"resourceType": "Bündle"}'.encode("latin-1"))
    visit = clinic.visit()
    async with clinic.forwarding():
        await clinic.until(lambda: "JSON" in clinic.status()["trouble"], "trouble")
        clinic.there.answer = lambda _, body: done(body)
        await clinic.stands(visit, "sent")


async def test_what_a_record_breaks_at_holds_the_rest_of_a_visit_up_only_for_a_while(clinic: Clinic) -> None:
    clinic.target()
    clinic.there.answer = lambda _, body: (500, b"") if "Boom" in json.dumps(body) else done(body)
    bad = answers("Boom")
    visit = clinic.visit(bad, answers("fine"))
    everything = {str(bad(visit)["id"]), str(visit), str(patient_id(visit))}
    async with clinic.forwarding():
        failing = clinic.failing
        await clinic.until(lambda: failing().get(str(visit), 0) > sender.PATIENCE, "trying it alone")
        assert clinic.line(visit).state == "waiting"
        places = clinic.db.read_now(lambda s: outbox.load(s, targets.everyone(s)[0], visit))
        assert places is not None
        left = set(places.resources) - {name for name, version in places.sent.items() if version}
        assert left == {f"QuestionnaireResponse/{bad(visit)['id']}"}
        clinic.there.answer = lambda _, body: done(body)
        await clinic.stands(visit, "sent")
    assert everything <= set(clinic.there.took())
    assert clinic.status()["failing"] == clinic.status()["refused"] == []


async def test_what_a_removed_target_says_is_not_noted_for_another_of_its_name(clinic: Clinic) -> None:
    clinic.target(entries=1)
    visit = clinic.visit(answers())

    def again(session: Session) -> None:
        targets.remove(session, "there")
        url = clinic.there.url
        targets.add(session, "there", url, auth={"kind": "none"}, consents=["1"], entries=1, since=0.0)

    def answer(_: str, body: Json) -> Answer:
        if len(clinic.there.asked) == 2:
            clinic.db.write_now(again)
        return done(body)

    clinic.there.answer = answer
    async with clinic.forwarding(poll_s=0.3):  # before it looks whether targets are still there
        await clinic.stands(visit, "sent")
    took = clinic.there.took()
    assert set(took[:2]) <= set(took[2:])


# ---- consent -------------------------------------------------------------------------------------


async def test_a_no_is_told_to_a_record_whose_answer_got_lost(clinic: Clinic) -> None:
    clinic.target()
    clinic.there.answer = lambda _, __: (503, b"")  # it took it, and a proxy lost the answer
    visit = clinic.visit()
    async with clinic.forwarding():
        await clinic.until(lambda: clinic.there.asked, "the first try")
    said_no(clinic, visit)
    clinic.there.asked.clear()
    clinic.there.answer = lambda _, body: done(body)
    async with clinic.forwarding():
        await clinic.stands(visit, "sent")
    assert [kinds(body) for _, body in clinic.there.asked] == [{"Consent"}]


async def test_a_no_stops_what_is_being_sent(clinic: Clinic) -> None:
    clinic.target(entries=1)
    visit = clinic.visit(*(answers(f"{n}") for n in range(5)))

    def answer(_: str, body: Json) -> Answer:
        if len(clinic.there.asked) == 3:
            said_no(clinic, visit)
        return done(body)

    clinic.there.answer = answer
    async with clinic.forwarding():
        await clinic.stands(visit, "sent")
    assert [kinds(body) for _, body in clinic.there.asked[3:]] in ([{"Consent"}], [{"Consent"}] * 2)


async def test_nobody_who_said_no_is_made_known(clinic: Clinic) -> None:
    clinic.target()
    visit = clinic.visit()
    said_no(clinic, visit)
    async with clinic.forwarding():
        await clinic.stands(visit, "no-consent")
    assert clinic.there.asked == []


async def test_answers_that_name_anothers_reading_do_not_take_it_along(clinic: Clinic) -> None:
    reading = uuid4()
    other = clinic.visit(lambda visit: not_made(reading, "oximetry", "x", visit, AT))
    said_no(clinic, other)
    clinic.target()
    item = [{"linkId": "1", "answer": [{"valueReference": reference("Observation", reading)}]}]
    visit = clinic.visit(answers(item=item))
    async with clinic.forwarding():
        await clinic.stands(visit, "sent")
    assert str(reading) not in clinic.there.took()


async def test_a_file_of_a_refused_patient_stays_here(clinic: Clinic) -> None:
    clinic.target()
    clinic.there.answer = lambda _, body: refused("not her") if "Ada" in json.dumps(body) else done(body)
    visit = clinic.visit()

    def attach(session: Session) -> None:
        row = Blob(
            id=uuid4(), visit_id=visit, station_id=clinic.station, envelope_id=uuid4(), key=b"", size=0,
            chunks=0, sha256=b"", media_type="application/pdf", title="A paper", device=uuid4(), taken_at=AT,
            received_at=now(), state="ready", about={},
        )  # fmt: skip
        session.add(row)
        attachments.write(session, row)

    clinic.db.write_now(attach)
    async with clinic.forwarding():
        await clinic.stands(visit, "in-part")
        assert [path for path, _ in clinic.there.asked if path.endswith("/Binary")] == []
        clinic.there.answer = lambda _, body: done(body)
        clinic.db.write_now(lambda s: outbox.retry_all(s, "there"))
        await clinic.stands(visit, "sent")
    assert len([path for path, _ in clinic.there.asked if path.endswith("/Binary")]) == 1


# ---- who we are ----------------------------------------------------------------------------------


@pytest.mark.parametrize("token", ["t0ken-one\nt0ken-two", "t0kén", "t0ken\x00", ""])
async def test_a_token_that_is_none_is_said_without_it(clinic: Clinic, token: str) -> None:
    clinic.target(auth={"kind": "bearer"})
    targets.keep(targets.secret_file(clinic.data, "there"), token.encode())
    visit = clinic.visit()
    async with clinic.forwarding():
        await clinic.until(lambda: clinic.status()["trouble"], "trouble")
        assert "token" in clinic.status()["trouble"]
        assert "t0k" not in json.dumps(clinic.status())
        targets.keep(targets.secret_file(clinic.data, "there"), b"t0ken\n")
        await clinic.stands(visit, "sent")


async def test_an_answer_that_comes_drop_by_drop_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "PATIENCE", 1)

    given_up = asyncio.Event()

    async def drip(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
        with contextlib.suppress(ConnectionError):
            for _drop in range(1000):
                writer.write(b" ")
                await writer.drain()
                await asyncio.sleep(0.02)
        writer.close()
        given_up.set()

    async with await asyncio.start_server(drip, "127.0.0.1", 0) as server:
        url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        target = targets.Target("there", url, {"kind": "none"}, ("1",), False, 8, 0.0, 0.0)
        asked = client.Client(tmp_path, target, Limits(forward_timeout_s=0.2))
        with pytest.raises(TroubleError, match="TimeoutError"):
            await asked.send({})
        await asked.close()
        await given_up.wait()
