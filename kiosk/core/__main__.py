"""`python -m kiosk.core`: the long-lived process; the launcher starts it."""

import argparse
import asyncio
import logging
import signal
import sys
from pathlib import Path

from contract.seal import SealError
from kiosk.core.app import Core
from kiosk.processes import Paths


async def _run(paths: Paths) -> None:
    core = Core(paths)
    task = asyncio.ensure_future(core.run())
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, task.cancel)
    try:
        await task
    except asyncio.CancelledError:
        logging.getLogger(__name__).info("told to end")


def main(argv: list[str] | None = None) -> int:
    """Run core; returns the exit code."""
    parser = argparse.ArgumentParser(prog="python -m kiosk.core", description=__doc__)
    parser.add_argument("--state", type=Path, required=True, help="folder made by enrolment")
    parser.add_argument("--run", type=Path, required=True, help="folder for sockets")
    options = parser.parse_args(argv)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(name)s: %(message)s")
    logging.getLogger("httpx").setLevel(logging.WARNING)
    try:
        asyncio.run(_run(Paths(options.state, options.run)))
    except (SealError, OSError) as error:
        print(f"The station cannot start: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
