"""What several commands share."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from hub.config import Config
from hub.errors import ProblemError

Commands = Any  # argparse keeps the name of its own type to itself


def add(
    commands: Commands, name: str, function: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    """Add a command that runs `function`, told by its docstring; the audit notes its name."""
    words = (function.__doc__ or "").strip()
    command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    command.set_defaults(run=function, action=function.__name__.strip("_").replace("_", "-"))
    command.add_argument("--data", type=Path, required=True, help="the hub's data folder")
    return command


def config(options: argparse.Namespace) -> Config:
    """Return the settings of a data folder."""
    return Config(data=options.data)


def work(options: argparse.Namespace, todo: Any) -> Any:
    """Do an operator's work in one transaction, noted in the audit under the command's name."""
    from hub import audit
    from hub.app import open_database

    if not options.data.is_dir():
        words = f"There is no hub in {options.data}. Make one with: python -m hub init --data {options.data}"
        raise ProblemError(422, "no-hub", words)

    def noted(session: Session) -> Any:
        done = todo(session)
        audit.note(session, audit.Entry("command-line", options.action))
        return done

    db = open_database(config(options))
    try:
        return db.write_now(noted)
    finally:
        db.close()
