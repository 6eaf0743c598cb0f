"""A screen as the appliance has it, without a machine: cage inside an X server, X's own hands and eyes.

with kiosk_screen(child) as screen: screen.key("Tab"); screen.picture()
"""

import os
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Self

from demo.world import wait_for

TOOLS: Final = ("Xvfb", "cage", "xdotool", "import")
SIZE: Final = (1024, 768)  # what cage makes its output in an X server


def missing() -> list[str]:
    """Return the tools that are not here (Debian: xvfb, cage, xdotool, imagemagick)."""
    return [tool for tool in TOOLS if shutil.which(tool) is None]


class KioskScreen:
    """What X sees of the compositor, and what can be done to it."""

    def __init__(self, display: str, runtime: Path, cage: subprocess.Popen[bytes]) -> None:
        self.display = display
        self.runtime = runtime
        self.cage = cage
        self.client: subprocess.Popen[bytes] | None = None

    @property
    def environment(self) -> dict[str, str]:
        """What a client of the compositor needs to know."""
        return {
            "XDG_RUNTIME_DIR": str(self.runtime),
            "WAYLAND_DISPLAY": "wayland-0",
            "QT_QPA_PLATFORM": "wayland",
            "QT_QUICK_BACKEND": "software",
        }

    def keys(self, *names: str) -> Self:
        """Press and release keys, one after the other ("ctrl+alt+F1")."""
        self._x("xdotool", "key", "--clearmodifiers", "--delay", "30", *names)
        return self

    def click(self, x: int, y: int, button: int = 1, hold_s: float = 0.0) -> Self:
        """Press a mouse's button somewhere."""
        self._x("xdotool", "mousemove", str(x), str(y), "mousedown", str(button))
        time.sleep(hold_s)
        self._x("xdotool", "mouseup", str(button))
        return self

    def drag(self, start: tuple[int, int], end: tuple[int, int]) -> Self:
        """Press at one place, let go at another."""
        (x, y), (to_x, to_y) = start, end
        self._x(
            "xdotool",
            "mousemove",
            str(x),
            str(y),
            "mousedown",
            "1",
            "mousemove",
            str(to_x),
            str(to_y),
            "mouseup",
            "1",
        )
        return self

    def picture(self) -> bytes:
        """Return what is on the glass, as 24-bit pixels."""
        return self._x("import", "-silent", "-window", "root", "-depth", "8", "rgb:-")

    def save(self, path: Path) -> None:
        """Write what is on the glass as a PNG."""
        self._x("import", "-silent", "-window", "root", str(path))

    def still(self, seconds: float = 10.0) -> bytes:
        """Return what is on the glass once it has stopped changing."""
        deadline, before = time.monotonic() + seconds, b""
        while (now := self.picture()) != before and time.monotonic() < deadline:
            before = now
            time.sleep(0.15)
        return now

    def _x(self, *line: str) -> bytes:
        environment = {**os.environ, "DISPLAY": self.display}
        return subprocess.run(line, env=environment, check=True, capture_output=True, timeout=30).stdout


@contextmanager
def kiosk_screen(child: Sequence[str], *, cage: Sequence[str] = ("-d",)) -> Iterator[KioskScreen]:
    """Run cage inside an X server of its own, and in it a client (the appliance's is cage's own child)."""
    runtime = Path(tempfile.mkdtemp(prefix="cage-", dir="/tmp"))
    runtime.chmod(0o711)
    width, height = SIZE
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", f"{width}x{height}x24", "-nocursor"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert server.stdout is not None
    display = f":{server.stdout.readline().strip()}"
    environment = {
        **os.environ,
        "DISPLAY": display,
        "XDG_RUNTIME_DIR": str(runtime),
        "WLR_BACKENDS": "x11",
        "WLR_RENDERER": "pixman",
        "QT_QPA_PLATFORM": "wayland",
        "QT_QUICK_BACKEND": "software",
    }
    drop: tuple[str, ...] = ()
    if os.getuid() == 0:  # cage refuses root; whom it would become may not read this checkout
        os.chown(runtime, 65534, 65534)
        drop = ("setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups", "--")
    log = (runtime / "log").open("wb")

    def start(line: Sequence[str], **more: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            line, env={**environment, **more}, stdout=log, stderr=log, start_new_session=True, umask=0
        )

    compositor = start([*drop, "cage", *cage, "--", "sleep", "infinity"])
    screen = KioskScreen(display, runtime, compositor)
    client = None
    try:
        wait_for((runtime / "wayland-0").exists, f"cage ({(runtime / 'log').read_text(errors='replace')})")
        client = start(child, **screen.environment)
        screen.client = client
        yield screen
    finally:
        for process in (client, compositor, server):
            if process is not None:
                process.terminate()
                process.wait()
        server.stdout.close()
        log.close()
        shutil.rmtree(runtime, ignore_errors=True)
