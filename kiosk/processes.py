"""What the launcher starts: each process's command, and the walls around the session.

A process is started by name: as a module from a checkout, or as an executable beside the launcher's own
in a frozen station. This module imports none of them.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import Final, NamedTuple

MODULES: Final = {
    "core": "kiosk.core",
    "guard": "peripherals.guard",
    "media": "media",
    "session": "ui",
}
TRUST_FILES: Final = ("root.pub", "profile.signed", "keys.signed")


class Paths(NamedTuple):
    """Where a station keeps what it keeps, and where its sockets are."""

    state: Path
    run: Path

    @property
    def core_socket(self) -> Path:
        """Core's socket for the session, alone in its folder: the session sees the folder and no more."""
        return self.run / "session" / "core.sock"

    @property
    def media_socket(self) -> Path:
        """Core's socket for media."""
        return self.run / "media.sock"

    @property
    def guard_socket(self) -> Path:
        """The guard's socket for core."""
        return self.run / "guard.sock"


class ScreenOptions(NamedTuple):
    """How the session shows itself. `driver`: a socket that plays it, for the demo and tests only."""

    driver: Path | None = None
    windowed: bool = False
    orientation: str = "landscape"


def program(name: str) -> list[str]:
    """Return the command that starts a process of ours."""
    if getattr(sys, "frozen", False):
        return [str(Path(sys.executable).with_name(f"carepost-{name}"))]
    return [sys.executable, "-m", MODULES[name]]


def environment() -> dict[str, str]:
    """Return the environment processes start with.

    A frozen program is given a library path to its own folder. That is not for the system's tools between
    us and our processes (setpriv, bubblewrap), and each of ours makes its own.
    """
    result = dict(os.environ)
    if getattr(sys, "frozen", False):
        result.pop("LD_LIBRARY_PATH", None)
        if before := result.pop("LD_LIBRARY_PATH_ORIG", None):
            result["LD_LIBRARY_PATH"] = before
    return result


def command(name: str, paths: Paths, screen: ScreenOptions, journal: int) -> list[str]:
    """Return the whole command line of one process."""
    match name:
        case "guard":
            return [*program(name), "--socket", str(paths.guard_socket)]
        case "core":
            return [*program(name), "--state", str(paths.state), "--run", str(paths.run)]
        case "media":
            return [*program(name), "--core", str(paths.media_socket)]
        case "session":
            return session_command(paths, screen, journal)
    raise ValueError(f"no process is called {name!r}")


def session_command(paths: Paths, screen: ScreenOptions, journal: int) -> list[str]:
    """Return the session's command line inside its walls.

    No network (its own, empty network namespace), no devices but the GPU's render node, no writable file,
    no sight of other processes, and of the station's state only what it must verify.
    """
    inner = [
        *program("session"),
        *("--core", str(paths.core_socket), "--trust", "/run/carepost-trust", "--journal-fd", str(journal)),
        *(("--driver", str(screen.driver)) if screen.driver else ()),
        *(("--windowed",) if screen.windowed else ()),
        *("--orientation", screen.orientation),
    ]
    return [*walls(paths, screen), *inner]


def walls(paths: Paths, screen: ScreenOptions) -> list[str]:
    """Return the bubblewrap command (without the program) that confines a session."""
    bwrap = shutil.which("bwrap")
    if bwrap is None:
        raise FileNotFoundError("bubblewrap is not installed: the session does not run without its walls")
    arguments = [
        bwrap,
        *("--unshare-user", "--unshare-net", "--unshare-ipc", "--unshare-pid", "--unshare-uts"),
        *("--unshare-cgroup-try", "--as-pid-1", "--die-with-parent", "--cap-drop", "ALL"),
        *("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--tmpfs", "/run"),  # noqa: S108
    ]
    # The fonts' index is the system's own: without it each session reads every font file anew.
    for system in ("/usr", "/bin", "/lib", "/lib64", "/etc", "/sys", "/var/cache/fontconfig"):
        arguments += ["--ro-bind-try", system, system]
    for ours in code_folders():
        arguments += ["--ro-bind-try", str(ours), str(ours)]
    for name in TRUST_FILES:
        arguments += ["--ro-bind", str(paths.state / name), f"/run/carepost-trust/{name}"]
    # The folder, not the socket: a core that starts again makes a new socket in it.
    folder = str(paths.core_socket.parent)
    arguments += ["--ro-bind", folder, folder]
    if screen.driver:
        arguments += ["--ro-bind", str(screen.driver), str(screen.driver)]
    for display in ("/tmp/.X11-unix", *render_nodes()):  # noqa: S108
        arguments += ["--dev-bind-try", display, display]
    return [*arguments, "--"]


def code_folders() -> list[Path]:
    """Return the folders the session's own program is read from."""
    if getattr(sys, "frozen", False):
        return [Path(sys.executable).parent]
    checkout = Path(__file__).resolve().parent.parent
    packages = [checkout / name for name in ("contract", "kiosk", "ui")]
    return [Path(sys.base_prefix), Path(sys.prefix), *packages]


def render_nodes() -> list[str]:
    """Return the GPU's render nodes, the only devices a session may open."""
    return [str(node) for node in sorted(Path("/dev/dri").glob("renderD*"))]
