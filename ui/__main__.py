"""`python -m ui`: the session. The launcher starts it, inside its walls, once a patient."""

import argparse
import gc
import os
import sys
from pathlib import Path

from ui import ahead

SOCKET = Path("/run/cups/cups.sock")  # where Debian's CUPS listens


def parser() -> argparse.ArgumentParser:
    """Return the session's command line."""
    result = argparse.ArgumentParser(prog="python -m ui", description="One patient's session on a station.")
    result.add_argument("--core", type=Path, required=True, help="core's socket")
    result.add_argument("--trust", type=Path, required=True, help="folder with root.pub and the signed files")
    result.add_argument(
        "--journal-fd", type=int, help="the visit's journal, inherited; without it systemd keeps it"
    )
    result.add_argument(
        "--speech", type=Path, help="Speech Dispatcher's socket; without it the screen is silent"
    )
    result.add_argument("--print-socket", type=Path, default=SOCKET, help="CUPS's socket")
    result.add_argument("--driver", type=Path, help="socket that plays the screen (demo and tests only)")
    result.add_argument("--windowed", action="store_true", help="a window instead of the full screen")
    result.add_argument("--orientation", choices=("landscape", "portrait"), default="landscape")
    return result


def main(argv: list[str] | None = None) -> int:
    """Run the session; 0 when the visit is over and may be wiped."""
    options = parser().parse_args(argv)
    os.environ.setdefault("QT_WAYLAND_DISABLE_WINDOWDECORATION", "1")
    os.environ.setdefault("QSG_RENDER_LOOP", "basic")
    ahead.read_only()
    gc.disable()  # what is made while starting stays
    from PySide6.QtQml import QQmlApplicationEngine

    from ui.window import application, begin

    qt = application()
    engine = QQmlApplicationEngine()
    first = begin(engine)
    from ui.program import run

    gc.enable()
    gc.freeze()
    code = run(options, qt, engine)
    del first  # what QML's thread had read was needed until now
    return code


if __name__ == "__main__":
    sys.exit(main())
