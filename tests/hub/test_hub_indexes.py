"""No query that runs by itself, or for every envelope, reads a table that grows with the years."""

import asyncio
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from sqlalchemy import event, select
from sqlalchemy.orm import Session
from starlette.websockets import WebSocket

from contract.documents import Person
from contract.envelope import FIRST, Envelope, Lane
from hub.app import Hub
from hub.calls import desk, live
from hub.calls.links import StationLink
from hub.config import Config, Limits
from hub.db import address
from hub.fhir import store
from hub.fhir.terms import patient_id
from hub.fleet.stations import KnownStation
from hub.forward import outbox, targets
from hub.forward.bundle import Made
from hub.forward.trouble import TroubleError
from hub.intake import filer
from hub.intake.chain import Chain
from hub.models import Station, Visit
from hub.times import now
from hub.visits import duties, pages, record, views

GROWING: tuple[str, ...] = (
    "visit",
    "reading",
    "alarm",
    "chat",
    "call",
    "envelope",
    "live_message",
    "audit",
    "fhir_resource",
)
GROWING += ("forward_visit", "forward_item", "duty", "page", "usage")
# a scan of one of these reads only what is still open
OPEN: tuple[str, ...] = (
    "visit_open",
    "visit_unclosed",
    "visit_interrupt",
    "envelope_open",
    "call_active",
    "live_waiting",
)
OPEN += ("forward_waiting", "forward_refused", "duty_open", "page_open")


TOLD = record.Telling("2026-11-24T09:00:00+00:00", 1, uuid4())


@contextmanager
def asked(hub: Hub) -> Iterator[list[tuple[str, Any]]]:
    """Note every statement with its parameters."""
    told: list[tuple[str, Any]] = []

    def note(_c: object, _d: object, statement: str, values: Any, _x: object, many: bool) -> None:
        if not many and statement.lstrip().upper().startswith(("SELECT", "UPDATE", "DELETE")):
            told.append((statement, values))

    for engine in (hub.db.reader, hub.db.writer):
        event.listen(engine, "before_cursor_execute", note)
    yield told
    for engine in (hub.db.reader, hub.db.writer):
        event.remove(engine, "before_cursor_execute", note)


def scans(hub: Hub, statements: list[tuple[str, Any]]) -> list[str]:
    """Return the steps of the database's plans that read a whole growing table."""
    found = []
    if hub.db.url.get_backend_name() == "postgresql":
        with hub.db.reader.connect() as connection:
            # it reads tables as small as these whole unless told not to; then only where no index serves
            connection.exec_driver_sql("SET enable_seqscan = off")
            for statement, values in statements:
                steps = connection.exec_driver_sql(f"EXPLAIN {statement}", values).scalars().all()
                words = ("Seq Scan on " + name for name in GROWING)
                found += [f"{word}: {statement}" for word in words if any(word in step for step in steps)]
        return found
    with hub.db.reader.connect() as connection:
        for statement, values in statements:
            plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)
            for step in (row[3] for row in plan):
                words = step.split()
                whole = words[0] == "SCAN" and words[1] in GROWING and not any(n in words for n in OPEN)
                if whole or (words[1] == "fhir_resource" and step.endswith("(type=?)")):
                    found.append(f"{step}: {statement}")
    return found


@pytest.fixture(params=["sqlite", "postgresql"])
async def hub(request: pytest.FixtureRequest, tmp_path: Path, postgresql: Callable[[], str]) -> Any:
    data = tmp_path / str(request.param)
    if request.param == "postgresql":
        address.remember(data, postgresql())
    made = Hub.build(Config(data))
    yield made
    made.db.close()


def somebody(hub: Hub) -> tuple[UUID, UUID]:
    """Make a station and a visit at it."""
    station, visit = uuid4(), uuid4()

    def work(session: Session) -> None:
        session.add(Station(id=station, name="S", address="A", phone="P", overrides={}, created_at=now()))
        session.flush()
        row = record.visit_of(session, visit, station, None)
        record.identify(session, row, Person("Ada", "Osei", "1950-01-01"), TOLD)

    hub.db.write_now(work)
    return station, visit


async def test_the_harness_sees_a_scan(hub: Hub) -> None:
    with asked(hub) as statements:
        hub.db.read_now(lambda s: list(s.scalars(select(Visit).where(Visit.reason == "x"))))
    assert len(scans(hub, statements)) == 1


async def test_what_runs_by_itself_scans_nothing(hub: Hub) -> None:
    station, visit = somebody(hub)
    hub.db.write_now(
        lambda s: setattr(s.get_one(Station, station), "overrides", {"forget_when": "backed_up"})
    )
    socket = WebSocket({"type": "websocket"}, asyncio.sleep, asyncio.sleep)  # type: ignore[arg-type]
    link = StationLink(socket, 10, KnownStation(station, "S", b""))

    def work(session: Session) -> None:
        views.worklist(session)
        views.detail(session, visit, uuid4(), Limits())
        desk.line(session)
        desk.usual_length(session)
        desk.of_station(session, station)
        desk.unsent_answers(session, station)
        desk.of_user(session, uuid4())
        desk.under_way(session)
        duties.without_owner(session)
        duties.assign(session, visit, {uuid4()})
        pages.opened(session)
        pages.answered_of(session, station)
        live.waiting(session, station, hub.keys)
        hub.sweep._due(session)
        filer._next(session)
        hub.telling._next(session, link, 10)

    with asked(hub) as statements:
        hub.db.read_now(work)
    assert len(statements) > 15
    assert scans(hub, statements) == []


async def test_filing_scans_nothing(hub: Hub) -> None:
    station, visit = somebody(hub)
    envelope = Envelope(
        1, uuid4(), station, uuid4(), Lane.DOCUMENT, visit.bytes, 2, FIRST, b"", "", 0, 0, uuid4(), 0, b""
    )

    def work(session: Session) -> None:
        row = record.visit_of(session, visit, station, None)
        record.identify(session, row, Person("Ada", "Osei", "1950-01-02"), TOLD)
        record.raise_alarm(session, row, uuid4(), "rf-01", "E", False, "2026-11-24T09:00:00+00:00")
        record.close(session, row, "finished", "2026-11-24T09:30:00+00:00")
        Chain(session, station, [envelope]).add(envelope, bytes(32))
        hub.filer.file_some(session, [1, 2])

    with asked(hub) as statements:
        hub.db.write_now(work)
    assert len(statements) > 10
    assert scans(hub, statements) == []


async def test_what_is_put_in_fhir_and_found_by_visit_scans_nothing(hub: Hub) -> None:
    from hub.fhir.everything import everything

    _, visit = somebody(hub)
    with asked(hub) as statements:
        found = hub.db.read_now(lambda s: everything(s, str(visit)))
    assert found
    assert scans(hub, statements) == []


async def test_forwarding_scans_nothing(hub: Hub) -> None:
    url = "https://records.example.org/fhir"
    hub.db.write_now(lambda s: targets.add(s, "there", url, auth={"kind": "none"}, consents=["1"]))
    _, visit = somebody(hub)
    patient = f"Patient/{patient_id(visit)}"

    def work(session: Session) -> None:
        assert outbox.unsorted(session) and outbox.sort(session)
        assert outbox.next_visit(session, "there") == visit
        [target] = targets.everyone(session)
        assert outbox.load(session, target, visit) is not None
        assert not outbox.may_still(session, target, visit)  # nobody was asked
        outbox.begin(session, target, visit, [patient])
        outbox.there(session, target, visit, [(Made(patient, 201, "Patient/1", ""), 1)])
        outbox.refuse(session, target, visit, patient, outbox.Refusal(2, 422, "no"))
        outbox.trouble(session, target, visit, TroubleError("down", down=True), lambda _: 1.0)
        assert outbox.status(session)[0]["failing"][0]["visit"] == str(visit)
        assert outbox.retry_all(session, "there") == 1
        outbox.settle(session, target, visit, 1, "sent")

    with asked(hub) as statements:
        hub.db.write_now(work)
    assert len(statements) > 15
    assert scans(hub, statements) == []


FINDS_FEW = [
    ("Observation", [("patient", "p1")]),
    ("Observation", [("code", "8867-4"), ("status", "final"), ("encounter", "e1"), ("date", "ge2020")]),
    ("Observation", [("patient", "p1"), ("_sort", "-date")]),
    ("Observation", [("patient", "p1"), ("_sort", "-_lastUpdated")]),
    ("Observation", [("_id", "o1,o2")]),
    ("Patient", [("identifier", "urn:x|1")]),
    ("Patient", [("family", "lopez"), ("birthdate", "1950-01-01")]),
]


async def test_a_search_that_finds_few_reads_those_alone(hub: Hub) -> None:
    with asked(hub) as statements:
        for kind, query in FINDS_FEW:
            hub.db.read_now(partial(store.search, kind=kind, query=query, count=50, offset=0))
    assert len(statements) == 2 * len(FINDS_FEW)
    assert scans(hub, statements) == []


async def test_the_harness_sees_a_search_that_reads_a_whole_type(hub: Hub) -> None:
    if hub.db.url.get_backend_name() == "postgresql":
        pytest.skip("PostgreSQL chooses by its statistics")
    with asked(hub) as statements:
        hub.db.read_now(lambda s: store.search(s, "Observation", [("status", "final")], 50, 0))
    assert len(scans(hub, statements)) == 2
