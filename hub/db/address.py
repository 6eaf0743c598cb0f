"""Where a hub's database is: PostgreSQL when the hub is set so, else a SQLite file in its data folder.

The setting is `database = "postgresql://…"` in DATA/hub.toml, which every command reads (`python -m hub
init --database …` writes it); the environment variable CAREPOST_HUB_DATABASE goes before it. A password
never stands on a command line, which every user of the machine can read: libpq takes it from ~/.pgpass,
from the file that `?passfile=…` names, or from PGPASSWORD.
"""

import json
import os
import tomllib
from pathlib import Path
from typing import Final

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from hub.errors import ProblemError
from hub.files import write_private

NAME: Final = "hub.sqlite3"
SETTINGS: Final = "hub.toml"
VARIABLE: Final = "CAREPOST_HUB_DATABASE"


def postgresql(text: str) -> URL:
    """Read a PostgreSQL address; ProblemError when it is none."""
    try:
        url = make_url(text)
    except ArgumentError as error:
        raise ProblemError(422, "database", "The database's address is not a URL.") from error
    if url.drivername not in {"postgresql", "postgres", "postgresql+psycopg"} or not url.database:
        words = "The database's address reads postgresql://USER@HOST/DATABASE."
        raise ProblemError(422, "database", words)
    return url.set(drivername="postgresql+psycopg")


def sqlite(path: Path) -> URL:
    """Return the address of a SQLite file."""
    return URL.create("sqlite", database=str(path))


def find(data: Path) -> URL:
    """Return the address of a data folder's database; ProblemError when the setting cannot be used."""
    told = os.environ.get(VARIABLE) or _setting(data / SETTINGS)
    return postgresql(told) if told else sqlite(data / NAME)


def remember(data: Path, text: str) -> None:
    """Set a data folder's database for good; ProblemError when it has another one already."""
    url = postgresql(text)
    if url.password is not None:
        words = (
            "A password on a command line can be read by everybody on this machine. Put it into ~/.pgpass, "
            "or into a file and add ?passfile=THE-FILE to the address."
        )
        raise ProblemError(422, "database", words)
    path = data / SETTINGS
    before = _setting(path)
    if postgresql(before) != url if before else (data / NAME).exists():
        raise ProblemError(422, "database", f"The hub in {data} has a database already: {shown(find(data))}.")
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    write(data, url)


def write(data: Path, url: URL) -> None:
    """Write the setting, a password with it if the address has one: only its owner can read the file."""
    text = url.set(drivername="postgresql").render_as_string(hide_password=False)
    write_private(data / SETTINGS, f"database = {json.dumps(text)}\n".encode(), replace=True)


def shown(url: URL) -> str:
    """Write an address for people, without a password."""
    return url.database or "" if url.get_backend_name() == "sqlite" else url.render_as_string()


def _setting(path: Path) -> str:
    try:
        told = tomllib.loads(path.read_text())
    except FileNotFoundError:
        return ""
    except (OSError, ValueError) as error:
        raise ProblemError(422, "settings", f"{path} cannot be read: {error}") from error
    unknown = sorted(set(told) - {"database"})
    if unknown or not isinstance(told.get("database", ""), str):
        raise ProblemError(422, "settings", f'{path} may hold one line: database = "postgresql://…"')
    return str(told.get("database", ""))
