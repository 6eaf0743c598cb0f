"""Resources in the database: written with their index in the caller's transaction, read, searched."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    update,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from hub.errors import ProblemError
from hub.fhir import changes
from hub.fhir.params import PARAMS, Param, cut, date_range, fold, values
from hub.fhir.terms import Json
from hub.models import Base, IndexEntry, Resource
from hub.times import now, rfc3339

_FEW = frozenset({"_id", "identifier", "birthdate"})
CONTROL = frozenset({"_id", "_count", "_offset", "_sort", "_lastUpdated", "_format"})
_RESOURCES = Base.metadata.tables[Resource.__tablename__]
_ENTRIES = Base.metadata.tables[IndexEntry.__tablename__]
_THIS = and_(_RESOURCES.c.type == bindparam("type"), _RESOURCES.c.id == bindparam("id"))
_READ = select(_RESOURCES.c.version, _RESOURCES.c.body).where(_THIS)
_ADD = insert(_RESOURCES)
_CHANGE = update(_RESOURCES).where(
    _RESOURCES.c.type == bindparam("of_type"), _RESOURCES.c.id == bindparam("of_id")
)
_UNINDEX = delete(_ENTRIES).where(_ENTRIES.c.type == bindparam("type"), _ENTRIES.c.id == bindparam("id"))
_INDEX = insert(_ENTRIES)
_COMPARE = ("eq", "ne", "ge", "gt", "le", "lt")


def put(session: Session, resource: Json) -> str:
    """Write a resource (a new version when it differs from what is there); return "Type/id".

    Goes past the session's objects, straight to the tables: this is most of what filing does.
    """
    kind, identity = str(resource["resourceType"]), str(resource["id"])
    key = {"type": kind, "id": identity}
    bare = {k: v for k, v in resource.items() if k != "meta"}
    indexed = list(values(resource))
    connection = session.connection()
    there = connection.execute(_READ, key).one_or_none()
    if there is not None:
        before = {k: v for k, v in there.body.items() if k != "meta"}
        if before == bare:
            return f"{kind}/{identity}"
    moment = now()
    version = 1 if there is None else there.version + 1
    meta: Json = {"versionId": str(version), "lastUpdated": rfc3339(moment)}
    if profiles := resource.get("meta", {}).get("profile"):
        meta["profile"] = profiles
    new = {"version": version, "updated_at": moment, "body": bare | {"meta": meta}}
    changes.note(session, kind, identity)
    if there is None:
        connection.execute(_ADD, key | new)
    else:
        connection.execute(_CHANGE, {"of_type": kind, "of_id": identity} | new)
        if set(values(there.body)) == set(indexed):
            return f"{kind}/{identity}"
        connection.execute(_UNINDEX, key)
    if indexed:
        connection.execute(_INDEX, [key | value._asdict() for value in indexed])
    return f"{kind}/{identity}"


def get(session: Session, kind: str, identity: str) -> Json | None:
    """Return a resource, or None."""
    row = session.connection().execute(_READ, {"type": kind, "id": identity}).one_or_none()
    return None if row is None else row.body


def many(session: Session, references: Sequence[str]) -> list[Json]:
    """Return those of the resources ("Type/id") that are there, in that order."""
    found = []
    for one in references:
        kind, _, identity = one.partition("/")
        body = get(session, kind, identity)
        if body is not None:
            found.append(body)
    return found


def referring(session: Session, kind: str, param: str, reference: str) -> list[Json]:
    """Return the resources of a type whose reference parameter names `reference`, oldest first."""
    query = (
        select(Resource.body)
        .where(Resource.type == kind, _found(kind, param, IndexEntry.text == reference))
        .order_by(*_order(kind, "_lastUpdated", few=True))
    )
    return list(session.scalars(query))


@dataclass(frozen=True)
class Found:
    """A page of a search and how many there are in all."""

    total: int
    resources: list[Json]


def _narrow(kind: str, name: str) -> bool:
    """Say whether a parameter finds few resources of many: references, names, identifiers, not codes."""
    param = PARAMS[kind].get(name)
    return name in _FEW or (param is not None and param.kind in {"reference", "string"})


def _found(kind: str, name: str, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    """Say which resources are found so.

    SQLite does as it is told: by a set of ids it begins with the index, by EXISTS it looks at one resource
    of the type after the other. So what finds few is a set, and what finds many is asked of those alone.
    """
    entry = and_(IndexEntry.type == kind, IndexEntry.param == name, condition)
    if _narrow(kind, name):
        return Resource.id.in_(select(IndexEntry.id).where(entry))
    return exists().where(entry, IndexEntry.id == Resource.id)


def _refuse(message: str) -> ProblemError:
    return ProblemError(400, "invalid", message)


def _date(
    text: str, low: InstrumentedAttribute[Any], high: InstrumentedAttribute[Any]
) -> ColumnElement[bool]:
    compare, moment = (text[:2], text[2:]) if text[:2] in _COMPARE else ("eq", text)
    try:
        first, last = date_range(moment.replace(" ", "+"))  # "+" of an offset, unescaped
    except ValueError as error:
        raise _refuse("A date in the search is not a date.") from error
    inside = and_(low >= first, high <= last)
    match compare:
        case "eq":
            return inside
        case "ne":
            return ~inside
        case "ge":
            return high > first
        case "gt":
            return high > last
        case "le":
            return low < last
        case _:
            return low < first


def _one(param: Param, name: str, text: str) -> ColumnElement[bool]:
    if param.kind == "token":
        return IndexEntry.text == cut(text if "|" in text else f"|{text}")
    if param.kind == "reference":
        if name in {"patient", "subject"} and "/" not in text:
            text = f"Patient/{text}"
        elif name == "encounter" and "/" not in text:
            text = f"Encounter/{text}"
        elif name in {"device", "agent", "author"} and "/" not in text:
            text = f"Device/{text}"
        return IndexEntry.text == cut(text)
    if param.kind == "string":
        return IndexEntry.text.startswith(cut(fold(text)), autoescape=True)
    return _date(text, IndexEntry.low, IndexEntry.high)


def _condition(kind: str, name: str, text: str) -> ColumnElement[bool]:
    alternatives = [t for t in text.split(",") if t]
    if not alternatives:
        raise _refuse(f"The search parameter {name} is empty.")
    if name == "_id":
        return Resource.id.in_(alternatives)
    if name == "_lastUpdated":
        at = Resource.updated_at
        return or_(*(_date(t, at, at) for t in alternatives))
    param = PARAMS[kind].get(name)
    if param is None:
        known = ", ".join(sorted(PARAMS[kind]))
        raise _refuse(f"{kind} cannot be searched by that parameter. Known: _id, _lastUpdated, {known}.")
    return _found(kind, name, or_(*(_one(param, name, t) for t in alternatives)))


def _order(kind: str, sort: str, *, few: bool) -> list[ColumnElement[Any]]:
    """Say how results are sorted. `few`: what was found is sorted, not taken from an index of all."""
    newest = sort.startswith("-")
    name = sort.removeprefix("-")
    if name == "_lastUpdated":
        column: Any = Resource.updated_at + 0.0 if few else Resource.updated_at
    elif PARAMS[kind].get(name, Param("", ())).kind == "date":
        column = (
            select(func.min(IndexEntry.low))
            .where(IndexEntry.type == kind, IndexEntry.id == Resource.id, IndexEntry.param == name)
            .scalar_subquery()
        )
    else:
        raise _refuse("Results can be sorted by _lastUpdated or a date parameter only.")
    by_id: ColumnElement[Any] = Resource.id.asc()
    return [column.desc().nulls_last() if newest else column.asc().nulls_first(), by_id]


def search(session: Session, kind: str, query: Sequence[tuple[str, str]], count: int, offset: int) -> Found:
    """Search a type. `query`: parameters in order, repeated ones all hold; ProblemError 400 for unknown."""
    conditions: list[ColumnElement[bool]] = [Resource.type == kind]
    sort = "_lastUpdated"
    few = any(_narrow(kind, name) for name, _ in query)
    for name, text in query:
        if name == "_sort":
            sort = text
        elif name not in CONTROL or name in {"_id", "_lastUpdated"}:
            conditions.append(_condition(kind, name, text))
    total = session.scalar(select(func.count()).select_from(Resource).where(*conditions)) or 0
    page = (
        select(Resource.body)
        .where(*conditions)
        .order_by(*_order(kind, sort, few=few))
        .limit(count)
        .offset(offset)
    )
    return Found(total, list(session.scalars(page)))
