"""`python -m media`: the process that holds camera, microphone and call; and what sources there are."""

import argparse
import asyncio
import ctypes
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from contract import link
from media import forms
from media.service import Service

M_ARENA_MAX: Final = -8  # of glibc's malloc.h


def parser() -> argparse.ArgumentParser:
    """Return the command line."""
    found = argparse.ArgumentParser(
        prog="python -m media",
        description="Carepost's camera, microphone and call. Started by the launcher; ends with core.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        epilog="Forms of the sources in a station's profile:\n\n"
        + "\n".join((forms.CAMERA_HELP, forms.MICROPHONE_HELP, forms.SPEAKER_HELP)),
    )
    found.add_argument("--core", type=Path, metavar="PATH", help="core's media socket: serve it")
    commands = found.add_subparsers(dest="command")
    commands.add_parser("sources", help="list cameras, microphones and loudspeakers")
    return found


def list_sources() -> None:
    """Print what can be named in a profile."""
    print("cameras:")
    for camera in forms.cameras():
        print(f"  v4l2:{camera.device}  {camera.name}")
    print("microphones:")
    for device in forms.sound_devices("input"):
        print(f"  device:{device.name}{'  (default)' if device.default else ''}")
    print("speakers:")
    for device in forms.sound_devices("output"):
        print(f"  device:{device.name}{'  (default)' if device.default else ''}")
    print("always there: camera synthetic, microphone tone or silence, speaker none")


async def serve(path: Path) -> None:
    """Serve core's socket until it closes."""
    await Service(link.connect(path)).run()


def save_memory() -> None:
    """Keep the process small: numpy's pool gives nothing at our sizes, and glibc's arenas (one for each
    codec's thread) keep 30 MB of freed pictures."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt:  # glibc's only
        mallopt(M_ARENA_MAX, 2)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return its exit status."""
    options = parser().parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="media: %(message)s")
    if options.command == "sources":
        list_sources()
        return 0
    if options.core is None:
        parser().print_help()
        return 2
    save_memory()
    try:
        asyncio.run(serve(options.core))
    except OSError as error:
        print(f"media: core's socket {options.core} cannot be used: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
