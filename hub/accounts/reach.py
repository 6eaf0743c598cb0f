"""Where a provider works: everywhere, or at the stations and facilities they are bound to.

Who has no binding works everywhere. A facility's binding is of the stations it has now. Bound is whose
patients a provider meets: what one visit shows (also its person's earlier ones) is shown whole.
"""

from collections.abc import Callable, Iterable
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from hub.errors import ProblemError, invalid
from hub.models import Account, Alarm, Ask, Blob, Page, Reach, Station, Visit

Stations = frozenset[UUID] | None  # None: all of them


def stations_of(session: Session, account: UUID) -> Stations:
    """Return the stations a provider works at."""
    bound = session.execute(
        select(Reach.station_id, Reach.facility_id).where(Reach.account_id == account)
    ).all()
    if not bound:
        return None
    houses = [house for _, house in bound if house is not None]
    of_houses = session.scalars(select(Station.id).where(Station.facility_id.in_(houses))) if houses else ()
    return frozenset({*(station for station, _ in bound if station is not None), *of_houses})


def works_at(session: Session, accounts: Iterable[UUID], station: UUID) -> set[UUID]:
    """Return who of these works at a station."""
    found = set()
    for account in accounts:
        reach = stations_of(session, account)
        if reach is None or station in reach:
            found.add(account)
    return found


def bind(session: Session, account: Account, stations: list[UUID], facilities: list[UUID]) -> None:
    """Let a provider work at these alone, in place of what was before; at none of them: everywhere."""
    if account.role != "provider" and (stations or facilities):
        raise invalid("Only a provider is bound to places.")
    session.execute(delete(Reach).where(Reach.account_id == account.id))
    rows = [(station, None) for station in stations] + [(None, house) for house in facilities]
    session.add_all(
        Reach(id=uuid4(), account_id=account.id, station_id=station, facility_id=house)
        for station, house in rows
    )


def _visit(session: Session, identity: UUID) -> UUID | None:
    return session.scalar(select(Visit.station_id).where(Visit.id == identity))


def _of_visit(table: type[Alarm] | type[Ask]) -> Callable[[Session, UUID], UUID | None]:
    def station(session: Session, identity: UUID) -> UUID | None:
        query = select(Visit.station_id).join(table, table.visit_id == Visit.id)
        return session.scalar(query.where(table.id == identity))

    return station


STATION_OF: Final[dict[str, Callable[[Session, UUID], UUID | None]]] = {  # by what an address names
    "visit": _visit,
    "alarm": _of_visit(Alarm),
    "ask": _of_visit(Ask),
    "page": lambda session, it: session.scalar(select(Page.station_id).where(Page.id == it)),
    "binary": lambda session, it: session.scalar(select(Blob.station_id).where(Blob.id == it)),
}
RECORD: Final = "record"  # any patient's: only for who works everywhere


def admit(session: Session, account: UUID, of: str, text: str) -> None:
    """Raise ProblemError 403 when what is asked for is of a station where this provider does not work."""
    reach = stations_of(session, account)
    if reach is None:
        return
    if of != RECORD:
        try:
            station = STATION_OF[of](session, UUID(text))
        except ValueError:
            return  # no id: the handler says so
        if station is None or station in reach:
            return
    raise ProblemError(403, "elsewhere", "This is of a place where you do not work.")
