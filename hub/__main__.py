"""`python -m hub`: serve, and what an operator does beside it. `--help` on each."""

import argparse
import sys

from hub.cli import (
    backups,
    facility,
    forward,
    intake,
    keeping,
    logs,
    people,
    profiles,
    relay,
    rooms,
    serving,
    stations,
)
from hub.errors import ProblemError

COMMANDS = (
    serving,
    people,
    stations,
    profiles,
    facility,
    intake,
    keeping,
    backups,
    forward,
    logs,
    relay,
    rooms,
)


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    result = argparse.ArgumentParser(prog="python -m hub", description="The Carepost hub.")
    commands = result.add_subparsers(required=True, metavar="COMMAND")
    for subject in COMMANDS:
        subject.add_commands(commands)
    return result


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    options = parser().parse_args(argv)
    try:
        code: int = options.run(options)
    except (ProblemError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
