"""profile check | diff | stage | show | schema: the stations' profiles, from one commented YAML file."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

import msgspec
from sqlalchemy.orm import Session

from hub.cli.common import Commands, add, work
from hub.errors import ProblemError

if TYPE_CHECKING:
    from hub.fleet.staging import Staged


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    words = "The stations' profiles, from a YAML file: organisation, sites, stations."
    inner = commands.add_parser("profile", help=words, description=words)
    subcommands = inner.add_subparsers(required=True, metavar="WHAT")
    for name, function in (("check", _profile_check), ("diff", _profile_diff), ("stage", _profile_stage)):
        add(subcommands, name, function).add_argument("file", type=Path, help="the YAML file")
    stage = subcommands.choices["stage"]
    stage.add_argument("--yes", action="store_true", help="do not ask before the profiles are changed")
    add(subcommands, "show", _profile_show).add_argument("station", type=UUID, help="the station's id")
    schema = subcommands.add_parser(
        "schema", help=_profile_schema.__doc__, description=_profile_schema.__doc__
    )
    schema.set_defaults(run=_profile_schema, action="profile-schema")


def _compared(options: argparse.Namespace) -> "list[Staged]":
    from hub.fleet import sources, staging

    source = sources.read(options.file.read_bytes())
    found: list[Staged] = work(options, lambda s: staging.compare(s, source))
    return found


def _profile_check(options: argparse.Namespace) -> int:
    """Say whether a file's profiles can be used, and every place where they can't."""
    print(f"{len(_compared(options))} stations: their profiles can be used.")
    return 0


def _profile_diff(options: argparse.Namespace) -> int:
    """Show what a file would change at each station."""
    _show(_compared(options))
    return 0


def _show(found: "list[Staged]") -> int:
    changed = [one for one in found if one.changes]
    for one in changed:
        print(f"{one.name} ({one.site}, {one.station})")
        for change in one.changes:
            print(f"    {change}")
    print(f"{len(changed)} of {len(found)} stations would change.")
    return len(changed)


def _profile_stage(options: argparse.Namespace) -> int:
    """Show what a file changes, then give its stations their new profiles, all or none."""
    from hub.fleet import sources, staging

    source = sources.read(options.file.read_bytes())
    found = work(options, lambda s: staging.compare(s, source))
    if _show(found) == 0:
        return 0
    if not options.yes:
        if not sys.stdin.isatty():
            raise ProblemError(
                422, "usage", "Nobody is here to say yes: look at the changes, then add --yes."
            )
        if input("Send this? yes or no: ").strip().lower() != "yes":
            print("Nothing was changed.")
            return 1
    done: list[Any] = work(options, lambda s: staging.stage(s, source))
    print(f"{len(done)} stations have a new profile; those that are connected take it at once.")
    return 0


def _profile_show(options: argparse.Namespace) -> int:
    """Print a station's whole profile as it is signed, as YAML."""
    from hub.fleet import stations

    def todo(session: Session) -> Any:
        return stations.profile(stations.find(session, options.station), stations.hub_url(session))

    print(msgspec.yaml.encode(msgspec.to_builtins(work(options, todo))).decode(), end="")
    return 0


def _profile_schema(_: argparse.Namespace) -> int:
    """Print the JSON Schema of a profile."""
    from contract.profile import schema

    print(msgspec.json.format(msgspec.json.encode(schema()), indent=2).decode())
    return 0
