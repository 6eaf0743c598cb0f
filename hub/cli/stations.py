"""Stations: enrolment, profiles, revocation."""

import argparse
import json
from pathlib import Path
from typing import Any
from uuid import UUID

from sqlalchemy.orm import Session

from hub.cli.common import Commands, add, work
from hub.config import Config
from hub.errors import ProblemError


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    code = add(commands, "station-code", _station_code)
    code.add_argument("--name", required=True, help="for instance 'Elm Street Pharmacy'")
    code.add_argument("--address", required=True, help="where it stands; responders are sent there")
    code.add_argument("--phone", required=True, help="phone at the site")
    code.add_argument("--profile", type=Path, help="JSON with more of the station's profile")
    add(commands, "station-list", _station_list)
    for name, function in (("station-revoke", _station_revoke), ("station-new-code", _station_new_code)):
        add(commands, name, function).add_argument("station", type=UUID, help="the station's id")
    changed = add(commands, "station-profile", _station_profile)
    changed.add_argument("station", type=UUID, help="the station's id")
    changed.add_argument("profile", type=Path, help="JSON with what differs from the defaults")


def _overrides(path: Path) -> dict[str, Any]:
    try:
        told = json.loads(path.read_text())
    except (OSError, ValueError) as error:
        raise ProblemError(422, "profile", f"{path} cannot be read: {error}") from error
    if not isinstance(told, dict):
        raise ProblemError(422, "profile", f"{path} is not a JSON object.")
    return told


def _station_code(options: argparse.Namespace) -> int:
    """Add a station and print its one-time enrolment code."""
    from hub.fleet import enrol, stations
    from hub.fleet.ca import StationCa

    overrides = _overrides(options.profile) if options.profile else {}
    ca = StationCa(options.data)
    life = Config(data=options.data).limits.code_life_s

    def todo(session: Session) -> str:
        row = stations.create(session, options.name, options.address, options.phone, overrides)
        session.flush()
        return enrol.new_code(session, row.id, ca.der, life)

    print(work(options, todo))
    return 0


def _station_list(options: argparse.Namespace) -> int:
    """List the stations, and when each was last heard of."""
    from hub.fleet import stations
    from hub.times import maybe

    for row in work(options, stations.everywhere):
        state = "revoked" if row.revoked_at else "enrolled" if row.enrolled_at else "not enrolled"
        print(row.id, state, row.name, row.address, maybe(row.seen_at) or "never seen", sep="\t")
    return 0


def _station_profile(options: argparse.Namespace) -> int:
    """Give a station another profile; it has it the next time it asks."""
    from hub.fleet import stations

    overrides = _overrides(options.profile)
    version = work(options, lambda s: stations.change_profile(s, options.station, overrides))
    print(f"Profile version {version}.")
    return 0


def _station_new_code(options: argparse.Namespace) -> int:
    """Print a new enrolment code for a station (its machine was changed, or the code ran out)."""
    from hub.fleet import enrol, stations
    from hub.fleet.ca import StationCa

    ca = StationCa(options.data)
    life = Config(data=options.data).limits.code_life_s

    def todo(session: Session) -> str:
        return enrol.new_code(session, stations.find(session, options.station).id, ca.der, life)

    print(work(options, todo))
    return 0


def _station_revoke(options: argparse.Namespace) -> int:
    """Refuse a station from now on."""
    from hub.fleet import stations
    from hub.times import now

    def todo(session: Session) -> None:
        stations.find(session, options.station).revoked_at = now()

    work(options, todo)
    print("Revoked.")
    return 0
