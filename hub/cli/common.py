"""What several commands share."""

import argparse
import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy.orm import Session

from hub.config import Config
from hub.errors import ProblemError

if TYPE_CHECKING:
    from hub.db import Database

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


@contextlib.contextmanager
def database(options: argparse.Namespace) -> "Iterator[Database]":
    """Open the data folder's database while inside; ProblemError when there is no hub."""
    from hub.app import open_database

    if not options.data.is_dir():
        words = f"There is no hub in {options.data}. Make one with: python -m hub init --data {options.data}"
        raise ProblemError(422, "no-hub", words)
    with contextlib.closing(open_database(config(options))) as db:
        yield db


def work(options: argparse.Namespace, todo: Any) -> Any:
    """Do an operator's work in one transaction, noted in the audit under the command's name."""
    from hub import audit

    def noted(session: Session) -> Any:
        done = todo(session)
        audit.note(session, audit.Entry("command-line", options.action))
        return done

    with database(options) as db:
        return db.write_now(noted)
