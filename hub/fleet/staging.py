"""Profiles of a file, beside those of the stations: what would change, and changing them all at once."""

from typing import NamedTuple
from uuid import UUID

from sqlalchemy.orm import Session

from contract.profile import Profile
from hub.errors import ProblemError, invalid
from hub.fleet import sources, stations
from hub.fleet.sources import Change, Settings, Source
from hub.models import Station


class Staged(NamedTuple):
    """One station's part of a file: what would change of its profile (nothing: it has it)."""

    station: UUID
    name: str
    site: str
    settings: Settings
    changes: list[Change]


def compare(session: Session, source: Source) -> list[Staged]:
    """Return what the file would change, station by station.

    ProblemError names everything that is wrong with any of them: a file is taken whole or not at all.
    """
    found, wrong = [], list[str]()
    by_name = _by_name(session)
    for told in sources.stations(source):
        rows = by_name.get(told.station, [])
        if len(rows) != 1:
            wrong.append(
                f"{told.station}: {'no station' if not rows else f'{len(rows)} stations'} of this name"
            )
            continue
        [row] = rows
        try:
            before, after = _made(session, row, row.overrides), _made(session, row, told.settings)
        except ProblemError as error:
            wrong.append(f"{told.station}: {error}")
            continue
        wrong += [f"{told.station}: {line}" for line in stations.problems(after)]
        found.append(Staged(row.id, row.name, told.site, told.settings, sources.changes(before, after)))
    if wrong:
        raise invalid("\n".join(wrong))
    return found


def stage(session: Session, source: Source) -> list[Staged]:
    """Give all stations of a file what it says; those that had it already keep their version."""
    found = [one for one in compare(session, source) if one.changes]
    for one in found:
        stations.change_profile(session, one.station, one.settings)
    return found


def _by_name(session: Session) -> dict[str, list[Station]]:
    found: dict[str, list[Station]] = {}
    for row in stations.everywhere(session):
        found.setdefault(row.name, []).append(row)
        found[str(row.id)] = [row]
    return found


def _made(session: Session, row: Station, settings: Settings) -> Profile:
    return stations.with_settings(row, stations.hub_url(session), settings)
