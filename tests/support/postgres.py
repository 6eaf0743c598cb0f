"""A throw-away PostgreSQL server on a unix socket, with a new database for whoever wants one.

Its own folder under the temporary directory, by the ordinary programs of Debian's package; run as the user
postgres when the tests run as root, whom PostgreSQL refuses. fsync stays on: the hub's receipts are tried.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote
from uuid import uuid4

USER = "carepost"
START_S = 60


def programs() -> Path:
    """Return the folder of the newest installed PostgreSQL's programs; RuntimeError when there is none."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[4]))
    if found:
        return found[-1].parent
    there = shutil.which("initdb")
    if there is None:
        raise RuntimeError("PostgreSQL is not installed here (scripts/setup installs it)")
    return Path(there).parent


class Cluster:
    """Use as `with Cluster() as cluster`; gone with all its databases afterwards."""

    def __enter__(self) -> Self:
        self.folder = Path(tempfile.mkdtemp(prefix="carepost-pg-"))  # short: a socket's path has 107 bytes
        self._as = []
        if os.getuid() == 0:
            owner = pwd.getpwnam("postgres")
            os.chown(self.folder, owner.pw_uid, owner.pw_gid)
            self._as = ["setpriv", f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]
        data = str(self.folder / "data")
        initdb = ["-D", data, "-U", USER, "-A", "trust", "-E", "UTF8", "--no-locale", "--no-instructions"]
        self._run("initdb", *initdb)
        # -F is not given: fsync on. No TCP; a small server, as many connections as tests may open
        settings = f"-c listen_addresses='' -k {self.folder} -c max_connections=200 -c shared_buffers=32MB"
        log = str(self.folder / "log")
        self._run("pg_ctl", "-D", data, "-w", "-t", str(START_S), "-l", log, "-o", settings, "start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", "immediate", "stop")
        shutil.rmtree(self.folder)

    def database(self) -> str:
        """Make an empty database; return its address."""
        name = f"hub_{uuid4().hex}"
        self._run("createdb", "-h", str(self.folder), "-U", USER, name)
        return f"postgresql://{USER}@/{name}?host={quote(str(self.folder), safe='/')}"

    def restart(self) -> None:
        """Stop and start the server, as an upgrade of its package does."""
        self._run("pg_ctl", "-D", str(self.folder / "data"), "-w", "-m", "fast", "restart")

    def _run(self, program: str, *arguments: str) -> None:
        command = [*self._as, str(programs() / program), *arguments]
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd="/",
            text=True,
        )
        if done.returncode:
            raise RuntimeError(f"{program}: {done.stderr}")
