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
    settle = add(commands, "station-settle", _station_settle)
    settle.add_argument("alarm", type=UUID, help="the alarm's id, as station-list shows it")
    settle.add_argument("--note", required=True, help="what was found and done")
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
    """List the stations, when each was last heard of, and what a technician must look at."""
    from hub.fleet import stations
    from hub.intake import clones
    from hub.times import maybe

    def todo(session: Session) -> list[tuple[Any, list[dict[str, Any]]]]:
        return [(row, clones.told(session, row.id)) for row in stations.everywhere(session)]

    for row, alarms in work(options, todo):
        seen = maybe(row.seen_at) or "never seen"
        print(
            row.id, stations.state(row), row.name, row.address, seen, *(a["words"] for a in alarms), sep="\t"
        )
        for alarm in alarms:
            for why in alarm["why"]:
                print("", why, sep="\t")
            for machine in alarm["machines"]:
                print("", "machine", machine["boot"], machine["address"], machine["last_seen"], sep="\t")
            print(
                "",
                f"when seen to: python -m hub station-settle --data DIR {alarm['id']} --note '…'",
                sep="\t",
            )
    return 0


def _station_settle(options: argparse.Namespace) -> int:
    """Note that a technician has seen to a station's alarm; a further sign raises a new one."""
    from hub.intake import clones

    work(options, lambda s: clones.settle(s, options.alarm, "command-line", options.note))
    print("Settled.")
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
