"""What an operator looks after: the audit, a restored database."""

import argparse
from typing import Any

from sqlalchemy.orm import Session

from hub.cli.common import Commands, add, work


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    add(commands, "audit", _audit).add_argument("--count", type=int, default=50)
    add(commands, "restored", _restored)


def _audit(options: argparse.Namespace) -> int:
    """Show the newest accesses, and whether the chain holds."""
    from hub import audit
    from hub.times import rfc3339

    def todo(session: Session) -> tuple[list[Any], int | None]:
        return audit.entries(session, options.count), audit.verify(session)

    rows, broken = work(options, todo)
    for row in rows:
        print(rfc3339(row.at), row.actor, row.action, row.route, row.target, row.outcome)
    print("The chain holds." if broken is None else f"The chain is BROKEN at row {broken}.")
    return 0 if broken is None else 1


def _restored(options: argparse.Namespace) -> int:
    """Say that the database was restored from a backup: stations offer again what they hold."""
    from hub.app import new_epoch

    work(options, new_epoch)
    print("Stations will offer again what they still hold.")
    return 0
