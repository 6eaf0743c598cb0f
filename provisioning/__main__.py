"""`python -m provisioning`: enrol this machine as a station, and see what it is."""

import argparse
import sys
from pathlib import Path

from provisioning.enrol import EnrolError, enrol, status


def _enrol(options: argparse.Namespace) -> int:
    """Make this machine a station with a hub's one-time code."""
    profile = enrol(options.hub, options.code, options.state)
    print(f"Enrolled as {profile.name}, {profile.address}.\nIts key and certificate are in {options.state}.")
    print(f"Start the station with: python -m kiosk --state {options.state}")
    return 0


def _status(options: argparse.Namespace) -> int:
    """Say what a state folder holds, and whether it holds together."""
    for name, value in status(options.state).items():
        print(f"{name:18} {value}")
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    result = argparse.ArgumentParser(prog="python -m provisioning", description="Set up a Carepost station.")
    commands = result.add_subparsers(required=True, metavar="COMMAND")
    for name, function in (("enrol", _enrol), ("status", _status)):
        words = function.__doc__ or ""
        command = commands.add_parser(name, help=words, description=words)
        command.set_defaults(run=function)
        command.add_argument("--state", type=Path, required=True, help="the station's folder")
        if name == "enrol":
            command.add_argument(
                "--hub", required=True, help="the hub's address, for instance https://hub.example"
            )
            command.add_argument(
                "--code", required=True, help="the one-time code from 'python -m hub station-code'"
            )
    return result


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    options = parser().parse_args(argv)
    try:
        code: int = options.run(options)
    except EnrolError as error:
        print(error, file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
