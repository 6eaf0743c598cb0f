"""`python -m provisioning`: the technician's tool; its commands are the modules in `commands`."""

import argparse
import importlib
import pkgutil
import sys

from provisioning import commands
from provisioning.errors import ProvisioningError


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    result = argparse.ArgumentParser(prog="python -m provisioning", description="Set up a Carepost station.")
    added = result.add_subparsers(required=True, metavar="COMMAND")
    for found in pkgutil.iter_modules(commands.__path__):
        importlib.import_module(f"{commands.__name__}.{found.name}").add_commands(added)
    return result


def main(argv: list[str] | None = None) -> int:
    """Run a command; returns the exit code."""
    options = parser().parse_args(argv)
    try:
        code: int = options.run(options)
    except ProvisioningError as error:
        print(error, file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    sys.exit(main())
