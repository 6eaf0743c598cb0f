"""What an operator looks after: the audit."""

import argparse
from typing import Any

from sqlalchemy.orm import Session

from hub.cli.common import Commands, add, work


def add_commands(commands: Commands) -> None:
    """Add the commands."""
    add(commands, "audit", _audit).add_argument("--count", type=int, default=50)


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
