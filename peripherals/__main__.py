"""`python -m peripherals`: the devices of a station, for technicians. `--help` on each command."""

import argparse
import os
import sys

from peripherals.cli import checking, decoding, listing, recording, simulating, watching

COMMANDS = (listing, checking, watching, recording, decoding, simulating)


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    result = argparse.ArgumentParser(prog="python -m peripherals", description="Carepost's devices.")
    commands = result.add_subparsers(required=True, metavar="COMMAND")
    for group in COMMANDS:
        group.add(commands)
    return result


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    options = parser().parse_args(argv)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever reads us has had enough ("| head")
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
