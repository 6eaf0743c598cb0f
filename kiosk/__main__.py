"""The launcher: parent of the station's processes. `python -m kiosk --help`.

It starts them, restarts any that dies (with back-off), holds the descriptor of the visit's journal, and
does nothing else. A session that ends by itself has finished its visit: the journal is dropped, media is
replaced with it, and a fresh session comes up (the wipe). One that dies gets its journal back.
"""

import argparse
import sys
from pathlib import Path


def parser() -> argparse.ArgumentParser:
    """Return the launcher's command line."""
    result = argparse.ArgumentParser(
        prog="python -m kiosk",
        description="Run a Carepost station: the screen, the devices, the queue and the call.",
        epilog="'python -m kiosk rules --help' tries the clinical rules, 'python -m kiosk questions --help' "
        "checks a clinic's own questions, 'python -m kiosk content --help' packs an update of questions and "
        "rules; a station is enrolled first with 'python -m provisioning enrol'.",
    )
    result.add_argument("--state", type=Path, required=True, help="folder made by enrolment")
    result.add_argument("--run", type=Path, help="folder for sockets (default: STATE/run)")
    result.add_argument("--windowed", action="store_true", help="a window instead of the full screen")
    result.add_argument("--orientation", choices=("landscape", "portrait"), default="landscape")
    result.add_argument("--driver", type=Path, help="socket that plays the screen (demo and tests only)")
    result.add_argument("--print-socket", type=Path, help="CUPS's socket (default: the system's)")
    return result


def main(argv: list[str] | None = None) -> int:
    """Run the station until it is told to end; returns the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments[:1] == ["rules"]:
        from kiosk.clinical.cli import main as rules

        return rules(arguments)
    if arguments[:1] == ["questions"]:
        from kiosk.clinical.questions_cli import main as questions

        return questions(arguments)
    if arguments[:1] == ["content"]:
        from kiosk.clinical.content_cli import main as content

        return content(arguments)
    from kiosk.launcher import run
    from kiosk.processes import PRINT_SOCKET, Paths, ScreenOptions

    options = parser().parse_args(arguments)
    state: Path = options.state.resolve()
    screen = ScreenOptions(options.driver and options.driver.resolve(), options.windowed, options.orientation)
    printing = (options.print_socket or PRINT_SOCKET).absolute()
    return run(Paths(state, (options.run or state / "run").resolve(), printing), screen)


if __name__ == "__main__":
    sys.exit(main())
