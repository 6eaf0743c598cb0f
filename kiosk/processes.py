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
    "provisioning": "provisioning",
    "session": "ui",
}
SPEECH: Final = "speech-dispatcher"
SPEECH_SETTINGS: Final = """LogLevel 0
AudioOutputMethod "pulse,alsa"
AddModule "espeak-ng" "sd_espeak-ng" "espeak-ng.conf"
DefaultModule espeak-ng
"""
PRINT_SOCKET: Final = Path("/run/cups/cups.sock")
TRUST_FILES: Final = ("root.pub", "profile.signed", "keys.signed")
UPDATES_ROOT: Final = "update-root.json"  # whom to trust for updates, where this station takes any
CONTENT_FILE: Final = "content.pack"  # questions and words beside our own, where an update brought some
NO_CONTENT: Final = b"none"  # what the session's unit has in its place else (systemd's SetCredential)


class Paths(NamedTuple):
    """Where a station keeps what it keeps, and where its sockets are. `printing`: CUPS's socket."""

    state: Path
    run: Path
    printing: Path = PRINT_SOCKET

    @property
    def core_socket(self) -> Path:
        """Core's socket for the session, alone in its folder: the session sees the folder and no more."""
        return self.run / "session" / "core.sock"

    @property
    def media_socket(self) -> Path:
        """Core's socket for media."""
        return self.run / "media" / "media.sock"

    @property
    def agent_socket(self) -> Path:
        """Core's socket for the agent that brings updates."""
        return self.run / "agent" / "agent.sock"

    @property
    def guard_socket(self) -> Path:
        """The guard's socket for core."""
        return self.run / "guard" / "guard.sock"

    @property
    def tool_socket(self) -> Path:
        """Core's socket for the technician's tool, beside the agent's: both are the machine's own."""
        return self.run / "agent" / "tool.sock"

    @property
    def speech_socket(self) -> Path:
        """Speech Dispatcher's socket for the session, alone in its folder."""
        return self.run / "speech" / "speech.sock"

    def make_folders(self) -> None:
        """Make the folder of each socket, for our own user alone (the appliance's are systemd's)."""
        sockets = (self.core_socket, self.media_socket, self.guard_socket, self.agent_socket)
        for folder in (self.run, *(socket.parent for socket in (*sockets, self.speech_socket))):
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    @property
    def speech_files(self) -> Path:
        """Speech Dispatcher's configuration and its (empty) log."""
        return self.run / "speech-files"


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
        case "speech":
            return speech_command(paths)
        case "agent":
            asked = ["agent", "--if-asked", "--state", str(paths.state), "--run", str(paths.run)]
            return [*program("provisioning"), *asked]
    raise ValueError(f"no process is called {name!r}")


def speech_command(paths: Paths) -> list[str]:
    """Return Speech Dispatcher's command line, and write its configuration.

    It keeps what it said in its memory and nowhere else: it logs nothing, and is replaced at every wipe. It
    is the launcher's child alone: nobody's client starts one of its own.
    """
    files = paths.speech_files
    (files / "modules").mkdir(mode=0o700, parents=True, exist_ok=True)
    (files / "speechd.conf").write_text(SPEECH_SETTINGS)
    (files / "modules" / "espeak-ng.conf").write_text("Debug 0\n")
    return [
        SPEECH,
        *("--run-single", "--timeout", "0", "--communication-method", "unix_socket"),
        *("--socket-path", str(paths.speech_socket), "--pid-file", str(files / "pid")),
        *("--config-dir", str(files), "--log-dir", str(files)),
    ]


def can_speak() -> bool:
    """Is a speech synthesiser installed?"""
    return shutil.which(SPEECH) is not None


def session_command(paths: Paths, screen: ScreenOptions, journal: int) -> list[str]:
    """Return the session's command line inside its walls.

    No network (its own, empty network namespace), no devices but the GPU's render node, no writable file,
    no sight of other processes, and of the station's state only what it must verify.
    """
    inner = [
        *program("session"),
        *("--core", str(paths.core_socket), "--trust", "/run/carepost-trust", "--journal-fd", str(journal)),
        *("--speech", str(paths.speech_socket)),
        *("--print-socket", str(paths.printing)),
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
    content = str(paths.state / CONTENT_FILE)
    arguments += ["--ro-bind-try", content, f"/run/carepost-trust/{CONTENT_FILE}"]
    # The folders, not the sockets: a core that starts again makes a new socket in it.
    for socket in (paths.core_socket, paths.speech_socket):
        arguments += ["--ro-bind-try", str(socket.parent), str(socket.parent)]
    printing = str(paths.printing.parent)  # its folder as well; where there is no CUPS, nothing
    arguments += ["--ro-bind-try", printing, printing]
    if screen.driver:
        arguments += ["--ro-bind", str(screen.driver), str(screen.driver)]
    for display in ("/tmp/.X11-unix", *wayland_socket(), *render_nodes()):  # noqa: S108
        arguments += ["--dev-bind-try", display, display]
    return [*arguments, "--"]


def code_folders() -> list[Path]:
    """Return the folders the session's own program is read from."""
    if getattr(sys, "frozen", False):
        return [Path(sys.executable).parent]
    checkout = Path(__file__).resolve().parent.parent
    packages = [checkout / name for name in ("contract", "kiosk", "ui")]
    return [Path(sys.base_prefix), Path(sys.prefix), *packages]


def wayland_socket() -> list[str]:
    """Return the compositor's socket, where the environment names one."""
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return [str(Path(os.environ.get("XDG_RUNTIME_DIR", "/")) / name)] if name else []


def render_nodes() -> list[str]:
    """Return the GPU's render nodes, the only devices a session may open."""
    return [str(node) for node in sorted(Path("/dev/dri").glob("renderD*"))]
