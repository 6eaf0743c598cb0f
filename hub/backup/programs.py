"""PostgreSQL's own programs: pg_dump, pg_restore, psql; not older than the server."""

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO, Final

from sqlalchemy import URL

from hub.backup.manifest import BackupError

_DEBIAN: Final = Path("/usr/lib/postgresql")


def find(name: str) -> str:
    """Return the newest such program; BackupError when PostgreSQL's client programs are not here."""
    found = sorted(_DEBIAN.glob(f"*/bin/{name}"), key=lambda path: int(re.sub(r"\D", "", path.parts[4]) or 0))
    program = str(found[-1]) if found else shutil.which(name)
    if program is None:
        words = (
            f"PostgreSQL's program {name} is needed and not here. Install its client programs (on Debian the "
            "package postgresql-client), not older than the server."
        )
        raise BackupError(words)
    return program


def on(url: URL) -> tuple[list[str], dict[str, str]]:
    """Return the argument that names a database, and the environment with its password, if it has one.

    Everybody on the machine can read arguments, only ourselves our environment.
    """
    plain = URL.create(
        "postgresql",
        username=url.username,
        host=url.host,
        port=url.port,
        database=url.database,
        query=url.query,
    )
    secret = {} if url.password is None else {"PGPASSWORD": url.password}
    return [f"--dbname={plain.render_as_string()}"], {**os.environ, **secret}


@contextlib.contextmanager
def running(
    name: str,
    arguments: Sequence[str],
    *,
    environment: dict[str, str] | None = None,
    stdin: IO[bytes] | int = subprocess.DEVNULL,
    stdout: IO[bytes] | int = subprocess.DEVNULL,
) -> "Iterator[subprocess.Popen[bytes]]":
    """Run a program while inside; BackupError with its own words when it fails."""
    with (
        tempfile.TemporaryFile() as said,
        subprocess.Popen(
            [find(name), *arguments], env=environment, stdin=stdin, stdout=stdout, stderr=said
        ) as process,
    ):
        try:
            yield process
        except BaseException:
            process.kill()
            raise
        if process.stdin is not None:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.close()
        if process.wait():
            said.seek(0)
            lines = said.read().decode(errors="replace").strip().splitlines()
            raise BackupError(f"{name} failed: {lines[0] if lines else 'it says nothing'}")
