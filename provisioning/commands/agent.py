"""agent, health: updates that come in by themselves, and whether what runs is well."""

import argparse
import sys
from pathlib import Path
from typing import Final

from provisioning.commands import Commands, add, add_state

AT: Final = Path("/")


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    agent = add(commands, "agent", _agent)
    add_state(agent)
    agent.add_argument(
        "--run", dest="sockets", type=Path, help="core's folder for sockets (default: STATE/run)"
    )
    agent.add_argument(
        "--if-asked", action="store_true", help="end at once unless the profile says updates.by_launcher"
    )
    agent.add_argument(
        "--trust", type=Path, metavar="FOLDER", help="where enrolment's files are read (default: STATE)"
    )
    agent.add_argument(
        "--root", type=Path, help="whom to trust for updates (default: STATE/update-root.json)"
    )
    agent.add_argument(
        "--machine", type=Path, default=AT, help="where /efi and the slots are (tests: a folder)"
    )
    agent.add_argument("--sticks", type=Path, default=Path("/media"), help="where USB sticks are mounted")
    agent.add_argument("--first", type=float, default=60.0, metavar="S", help="until the first look")
    agent.add_argument("--look", type=float, default=3600.0, metavar="S", help="between two looks")
    agent.add_argument("--restart", default="systemctl reboot", metavar="COMMAND", help="how to restart")
    health = add(commands, "health", _health)
    health.add_argument("--run", dest="sockets", type=Path, required=True, help="core's folder for sockets")
    health.add_argument("--wait", type=float, default=0.0, metavar="S", help="for it to get well")


def _agent(options: argparse.Namespace) -> int:
    """Look for updates, put them in place, and restart into them when nobody is in a visit."""
    from provisioning.updates.process import run

    return run(options)


def _health(options: argparse.Namespace) -> int:
    """Is the version that runs well? 0: it is. The boot loader keeps it then."""
    from provisioning.updates import health

    found = health.wait(options.sockets, options.wait)
    if found is not None and found.well:
        print(f"Version {found.version or 'of this folder'} is well.")
        return 0
    print(f"Not well: {found.why if found else 'no agent has told'}.", file=sys.stderr)
    return 1
