"""A hub's database after years: closed visits straight into its tables, made by the database itself.

One in sixteen closed visits had an alarm, each an Observation with what it is found by. Besides them a few
visits are open, as many in a small database as in a large one.
"""

from typing import Any, Final
from uuid import UUID, uuid4

from sqlalchemy import (
    JSON,
    ColumnElement,
    Connection,
    Integer,
    Selectable,
    String,
    cast,
    false,
    func,
    insert,
    literal,
    literal_column,
    select,
)
from sqlalchemy.orm import Session

from hub.db import Database
from hub.models import Alarm, Base, IndexEntry, Resource, Station, Visit
from hub.times import now, rfc3339

OPEN: Final = 30
OBSERVATIONS: Final = 4  # that name the same Patient
CODE: Final = "http://loinc.org|59408-5"
_NEW_ID: Final = {"sqlite": "lower(hex(randomblob(16)))", "postgresql": "gen_random_uuid()"}
_BODY: Final = (
    '", "resourceType": "Observation", "status": "final", "valueQuantity": {"value": 97, "unit": "%"}, '
    '"code": {"coding": [{"system": "http://loinc.org", "code": "59408-5"}]}}'
)

_Columns = dict[str, ColumnElement[Any]]


def patient(number: int) -> str:
    """Return the reference of a Patient that has Observations, for `number` from 0."""
    return f"Patient/p{number}"


def fill(db: Database, visits: int) -> None:
    """Put so many closed visits of one station into an empty database, and the open ones."""
    station = db.write_now(_station)
    with db.writer.begin() as connection:
        _closed(connection, visits, station)
        _observations(connection, visits)
    db.write_now(lambda session: _open(session, station))
    if db.url.get_backend_name() == "postgresql":  # its own housekeeping does so by and by
        with db.writer.begin() as connection:
            connection.exec_driver_sql("ANALYZE")


def _station(session: Session) -> UUID:
    row = Station(
        id=uuid4(), name="Elm Street Pharmacy", address="", phone="", overrides={}, created_at=now()
    )
    session.add(row)
    return row.id


def _closed(connection: Connection, visits: int, station: UUID) -> None:
    numbers, i = _numbers(visits)
    new_id: ColumnElement[Any] = literal_column(_NEW_ID[connection.dialect.name])
    yesterday = literal(rfc3339(now() - 86_400))
    given, family = _text("Maria ", i % 997), _text("Lopez ", i)
    born = _text("19", 40 + i % 60) + _text("-03-1", i % 9)
    told: _Columns = {
        "id": new_id,
        "station_id": literal(station, Visit.station_id.type),
        "started_at": yesterday,
        "given": given,
        "family": family,
        "birth_date": born,
        "match_key": func.lower(given) + literal("|") + func.lower(family) + literal("|") + born,
        "reason": literal("A cough for three days"),
        "present": literal_column("'[]'"),
        "level": literal("P"),
        "closed_how": literal("finished"),
        "closed_at": yesterday,
        "settled_at": literal(now()),
        "state": literal("done"),
        "open": false(),
    }
    _add(connection, Visit, told, numbers)
    alarms: _Columns = {
        "id": new_id,
        "visit_id": literal_column("visit.id"),
        "rule": literal("rf-12"),
        "level": literal("P"),
        "quiet": false(),
        "raised_at": yesterday,
        "acknowledged_by": literal("Dr. Osei"),
        "acknowledged_role": literal("provider"),
        "acknowledged_at": literal(now()),
    }
    ids = cast(Visit.id, String)
    sixteenth = select(Visit.id).where(func.substr(ids, func.length(ids), 1) == literal("7"))
    _add(connection, Alarm, alarms, sixteenth.subquery("visit"))


def _observations(connection: Connection, count: int) -> None:
    numbers, i = _numbers(count)
    kind, identity, moment = literal("Observation"), _text("o", i), literal(now() - 86_400) + i * 0.001
    told: _Columns = {"type": kind, "id": identity, "version": literal_column("1"), "updated_at": moment}
    body: ColumnElement[Any] = literal('{"id": "') + identity + literal(_BODY)
    if connection.dialect.name == "postgresql":
        body = cast(body, JSON)
    _add(connection, Resource, {**told, "body": body}, numbers)
    found_by = {
        "patient": _text("Patient/p", i // OBSERVATIONS),
        "code": literal(CODE),
        "status": literal("|final"),
    }
    for param, text in found_by.items():
        row: _Columns = {"type": kind, "id": identity, "param": literal(param), "text": text}
        _add(connection, IndexEntry, row, numbers)
    dated: _Columns = {
        "type": kind,
        "id": identity,
        "param": literal("date"),
        "low": moment,
        "high": moment + 1,
    }
    _add(connection, IndexEntry, dated, numbers)


def _open(session: Session, station: UUID) -> None:
    for number in range(OPEN):
        waits = now() - 60 * number if number % 3 == 0 else None
        visit = Visit(
            id=uuid4(), station_id=station, boot_id=None, started_at=rfc3339(now()), given="Ana",
            family=f"Ruiz {number}", present=["alone"], reason="A cough", waiting_since=waits,
            level="P" if number % 5 == 0 else "N", state="in-progress" if waits is None else "waiting",
        )  # fmt: skip
        session.add(visit)
        if visit.level == "P":
            session.flush()
            alarm = Alarm(
                id=uuid4(), visit_id=visit.id, rule="rf-12", level="P", quiet=False, raised_at=rfc3339(now())
            )
            session.add(alarm)


def _numbers(count: int) -> tuple[Any, ColumnElement[int]]:
    numbers = select(literal_column("0", Integer).label("i")).cte("numbers", recursive=True)
    numbers = numbers.union_all(select(numbers.c.i + 1).where(numbers.c.i < count - 1))
    return numbers, numbers.c.i


def _text(before: str, number: ColumnElement[Any]) -> ColumnElement[str]:
    return literal(before) + cast(number, String)


def _add(connection: Connection, model: type[Base], told: _Columns, source: Selectable) -> None:
    """Insert a row of the model for each of the source's; what is not told has the model's default."""
    table = Base.metadata.tables[model.__tablename__]
    connection.execute(insert(table).from_select(list(told), select(*told.values()).select_from(source)))  # type: ignore[arg-type]
