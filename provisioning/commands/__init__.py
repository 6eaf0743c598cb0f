"""The commands of `python -m provisioning`: one module a subject, each with `add_commands(commands)`.

Found by being here (`provisioning.__main__`), so that adding one touches no other file. A module imports what
its work needs inside its functions: `--help` and the other commands must not wait for it.
"""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

Commands = Any  # argparse keeps the name of its own type to itself


def add(
    commands: Commands, name: str, function: Callable[[argparse.Namespace], int]
) -> argparse.ArgumentParser:
    """Add a command that runs `function` (its exit code), told by its docstring."""
    words = (function.__doc__ or "").strip()
    command: argparse.ArgumentParser = commands.add_parser(name, help=words, description=words)
    command.set_defaults(run=function)
    return command


def add_state(command: argparse.ArgumentParser) -> None:
    """Add the option that names the station's folder."""
    command.add_argument("--state", type=Path, required=True, help="the station's folder")
